"""Descriptions with a possessive are of its owner: "Sudan withdrew its troops" are Sudan's, "Karimov and his
government" is his country's. Runs when the pronouns are known."""

from __future__ import annotations

from kgraph.actors.roles import code_of
from kgraph.mentions.scene import Scene
from kgraph.mentions.spotted import Spotted
from kgraph.mentions.titles import base_code, singular
from kgraph.model import Actor, ActorKind, MentionKind

_OWNERS = frozenset({"its", "their", "his", "her"})
# "his wife", "her lawyer": where they come from is not told
_STATE = frozenset(
    """troop force army soldier military government navy minister ministry ambassador envoy embassy parliament
    police fighter rebel official diplomat delegation spokesman spokeswoman negotiator warplane tank aircraft
    commander militia citizen national people refugee peacekeeper unit patrol president leader lawmaker court
    helicopter ship warship drone jet plane marine ally""".split()
)


def spot_owners(scene: Scene) -> None:
    """Give country and code of the owner to descriptions that have none of their own."""
    for spotted in scene.mentions:
        if spotted.kind is not MentionKind.NOMINAL or spotted.actor is None:
            continue
        if spotted.actor.kind is not ActorKind.UNNAMED or scene.tree.lower[spotted.start] not in _OWNERS:
            continue
        if spotted.actor.country is None and singular(scene, spotted.head) in _STATE:
            owner = _owner(scene, spotted.start)
            if owner is not None:
                _give(scene, spotted, owner)


def _owner(scene: Scene, possessive: int) -> Actor | None:
    """The one owner with a country or code; of several nobody."""
    owners = {s.actor.id: s.actor for s in scene.mentions.at(possessive) if s.actor is not None}
    if len(owners) != 1:
        return None
    owner = scene.cast.current(next(iter(owners.values())))
    return None if owner.kind in (ActorKind.PLACE, ActorKind.MEDIA) else owner


def _give(scene: Scene, spotted: Spotted, owner: Actor) -> None:
    """The same words of two owners are two actors: "its troops" of Chad and of Sudan."""
    assert spotted.actor is not None
    base, old = base_code(owner), spotted.actor
    if base is None or base == "---":
        return
    role = old.code[3:] if old.code and old.code.startswith("---") else ""
    spotted.actor = scene.cast.unnamed(
        f"{old.name.lower()} of {owner.id}", old.name, country=owner.country, code=code_of(base, [role])
    )
