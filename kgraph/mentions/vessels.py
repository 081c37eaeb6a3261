"""Ships: "the MV Zora", "the tanker Maria Elena", "the Zora": a thing, though the model calls it a person."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from kgraph.parsing import Tree

if TYPE_CHECKING:
    from kgraph.mentions.scene import Entity

PREFIXES = frozenset("mv ms mt ss hms uss ins rfa fv hmas hmcs rv".split())
SHIPS = frozenset(
    "ship vessel tanker freighter ferry trawler frigate destroyer submarine cutter yacht liner schooner corvette "
    "warship steamer".split()
)


def vessels(tree: Tree, entities: Iterable[Entity]) -> frozenset[str]:
    """The words of the names of ships in the article, in lower case; nobody who has a full name is among them."""
    entities = list(entities)
    people = {
        tree.lower[e.end - 1]
        for e in entities
        if e.label == "PERSON" and e.end - e.start > 1 and tree.lower[e.start] not in PREFIXES
    }
    found = {tree.lower[token] for token in _named(tree)}
    found |= {tree.lower[e.start] for e in entities if e.label == "PERSON" and _has_article(tree, e)}
    return frozenset(found - people)


def _named(tree: Tree) -> Iterator[int]:
    """Words of names behind a prefix or a kind of ship: "MV Zora", "the tanker Maria Elena"."""
    for token in range(1, len(tree)):
        before = tree.words[token - 1]
        prefix = before.isupper() and before.lower() in PREFIXES
        if not (prefix or before in SHIPS):
            continue
        while token < len(tree) and tree.words[token][:1].isupper() and tree.pos[token] == "PROPN":
            yield token
            token += 1


def _has_article(tree: Tree, entity: Entity) -> bool:
    """ "The Zora carried arms"; "the Merkel government" is of a person."""
    alone = entity.end - entity.start == 1 and tree.dep[entity.start] not in ("compound", "nmod", "amod", "poss")
    return alone and entity.start > 0 and tree.lower[entity.start - 1] == "the" and tree.tag[entity.start] == "NNP"
