"""Descriptions that point back at a name: "the boy" after "Ahmed, a boy of 14", "the senator" after "Senator Ana
Lopes", "his wife" after "his wife Mina".

Only where the article has given that noun to one person. "The city" and "the group" are somebody only where nobody
else near by can be meant.
"""

from __future__ import annotations

from collections.abc import Iterator

from kgraph.mentions.scene import Scene
from kgraph.mentions.spotted import Spotted
from kgraph.mentions.titles import role_noun, singular
from kgraph.model import Actor, ActorKind, MentionKind

_POINTING = frozenset({"the", "this", "that"})
_OWNED = frozenset({"his", "her", "their", "its", "both"})
_KIN = frozenset(
    """wife husband son daughter father mother brother sister child baby partner spouse widow uncle aunt nephew
    niece cousin parent fiancee fiance girlfriend boyfriend grandson granddaughter grandfather grandmother lawyer
    spokesman spokeswoman spokesperson deputy successor predecessor""".split()
)
_SAME = {"baby": "child", "kid": "child"}


def spot_pointers(scene: Scene) -> None:
    """Resolve, in text order, what points back."""
    given: dict[str, list[Actor]] = {}
    for spotted in scene.mentions:
        if spotted.actor is None and spotted.kind is not MentionKind.NOMINAL:
            continue
        if spotted.kind is MentionKind.NAME:
            for noun in _titles(scene, spotted):
                _give(given, noun, spotted.actor)
        elif spotted.kind is MentionKind.NOMINAL and not spotted.role:
            _point_or_give(scene, spotted, given)


def _point_or_give(scene: Scene, spotted: Spotted, given: dict[str, list[Actor]]) -> None:
    noun = _noun(scene, spotted)
    if spotted.actor is not None and spotted.actor.kind is ActorKind.PERSON:
        if spotted.method in ("apposition", "copula", "description"):
            _give(given, noun, spotted.actor)
        return
    if spotted.actor is not None and spotted.actor.kind is not ActorKind.UNNAMED:
        return
    if not _points(scene, spotted, noun):
        if spotted.method == "description" and scene.tree.lower[spotted.start] in ("a", "an", "another"):
            given.pop(noun, None)  # another one of that word has come in
        return
    bearers = given.get(noun, [])
    if len({actor.id for actor in bearers}) == 1:
        spotted.actor = scene.cast.current(bearers[0])
        spotted.method, spotted.score = "head-of-name", 0.8


def _noun(scene: Scene, spotted: Spotted) -> str:
    found = singular(scene, spotted.head)
    return _SAME.get(found, found)


def _give(given: dict[str, list[Actor]], noun: str, actor: Actor | None) -> None:
    if actor is not None and actor.kind is ActorKind.PERSON:
        given.setdefault(noun, []).append(actor)


def _titles(scene: Scene, named: Spotted) -> Iterator[str]:
    """The nouns of the title in a name: "Senator Ana Lopes"."""
    if named.actor is None or named.actor.kind is not ActorKind.PERSON:
        return
    for token in range(named.start, named.end - 1):
        noun = role_noun(scene, token)
        if noun is not None and noun.is_person:
            yield noun.noun


def _points(scene: Scene, spotted: Spotted, noun: str) -> bool:
    """ "The boy", "that boy", "his wife": one determiner and the noun, nothing that tells another one apart."""
    tree = scene.tree
    if tree.tag[spotted.head] != "NN" or spotted.end != spotted.head + 1 or spotted.start != spotted.head - 1:
        return False
    first = tree.lower[spotted.start]
    return first in _POINTING or (first in _OWNED and noun in _KIN)
