"""Class nouns with "the": "the city", "the group", "the country" are the one of that kind that was named just before.

Only where nobody else of the kind was named in this and the two sentences before: of two nobody is meant for certain.
"""

from __future__ import annotations

from kgraph.mentions.scene import Scene
from kgraph.mentions.spotted import Spotted
from kgraph.model import Actor, ActorKind, MentionKind

_NEAR = 2  # sentences back
_BODIES = frozenset({ActorKind.ORGANISATION, ActorKind.NGO, ActorKind.COMPANY, ActorKind.ARMED_GROUP, ActorKind.IGO})
_GROUPS = frozenset({ActorKind.ARMED_GROUP, ActorKind.ORGANISATION, ActorKind.NGO})
_KINDS: dict[str, frozenset[ActorKind]] = {
    **dict.fromkeys(("organization", "organisation", "agency", "institution", "association", "network"), _BODIES),
    **dict.fromkeys(("group", "movement", "militia", "faction", "cartel", "gang", "charity", "party"), _GROUPS),
    **dict.fromkeys(
        ("company", "firm", "airline", "carrier", "retailer", "manufacturer"),
        frozenset({ActorKind.COMPANY, ActorKind.ORGANISATION}),
    ),
    **dict.fromkeys(
        ("city", "town", "village", "region", "province", "district", "port", "enclave", "island"),
        frozenset({ActorKind.PLACE}),
    ),
    **dict.fromkeys(("country", "nation", "kingdom", "republic"), frozenset({ActorKind.COUNTRY})),
    **dict.fromkeys(("newspaper", "paper", "magazine", "broadcaster", "outlet"), frozenset({ActorKind.MEDIA})),
}
_OF_CAPITALS = frozenset({"city", "port"})
_NOT_HEADS = frozenset({"compound", "nmod", "amod", "npadvmod"})


def spot_class_nouns(scene: Scene) -> None:
    """Give "the city" and its like their actor; where two could be meant, nothing is changed."""
    tree = scene.tree
    named: list[Spotted] | None = None
    for head, lemma in enumerate(tree.lemma):
        kinds = _KINDS.get(lemma)
        if kinds is None or not _is_bare(scene, head):
            continue
        there = [s for s in scene.mentions.at(head) if s.kind is MentionKind.NOMINAL]
        if any(s.actor is not None and s.actor.kind is not ActorKind.UNNAMED for s in there):
            continue
        if named is None:
            named = [s for s in scene.mentions if s.actor is not None and s.kind is not MentionKind.NOMINAL]
        if (actor := _only(scene, head, named, kinds)) is None:
            continue
        for described in there:
            described.actor, described.method, described.score = actor, "class-noun", 0.7
        if not there:
            scene.spot(head - 1, head + 1, MentionKind.NOMINAL, actor, "class-noun", 0.7, head=head)


def _is_bare(scene: Scene, head: int) -> bool:
    """ "The city", "this country": no other word tells which."""
    tree = scene.tree
    if head < 1 or tree.lower[head - 1] not in ("the", "this") or tree.tag[head] != "NN":
        return False
    if tree.dep[head] in _NOT_HEADS or scene.quoted[head]:
        return False
    behind = [c for c in tree.children[head] if c > head and tree.dep[c] in ("prep", "relcl", "acl", "appos", "conj")]
    return not behind


def _only(scene: Scene, head: int, named: list[Spotted], kinds: frozenset[ActorKind]) -> Actor | None:
    sentence = scene.tree.sentence_of[head]
    near: dict[str, Actor] = {}
    for spotted in named:
        if spotted.start >= head:
            break
        assert spotted.actor is not None
        if scene.tree.lemma[head] not in _OF_CAPITALS and _is_capital(scene, spotted.actor):
            continue  # "word reached Accra that the village was burning"
        if spotted.actor.kind in kinds and sentence - scene.tree.sentence_of[spotted.start] <= _NEAR:
            near[spotted.actor.id] = spotted.actor
    return next(iter(near.values())) if len(near) == 1 else None


def _is_capital(scene: Scene, town: Actor) -> bool:
    return town.kind is ActorKind.PLACE and any(sense.how.is_capital for sense in scene.gazetteer.named(town.name))
