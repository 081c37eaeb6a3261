"""A body's name with the word for its kind behind it is the body: "the Hezbollah movement", "the Interfax agency"."""

from __future__ import annotations

from kgraph.mentions.scene import Scene
from kgraph.model import Actor, ActorKind

_GROUPS = frozenset(
    """group movement militia organisation organization faction cartel gang network party alliance front insurgency
    church sect cult brotherhood union""".split()
)
_WORDS: dict[ActorKind, frozenset[str]] = {
    ActorKind.ARMED_GROUP: _GROUPS,
    ActorKind.ORGANISATION: _GROUPS,
    ActorKind.NGO: frozenset("group organisation organization charity foundation watchdog monitor network".split()),
    ActorKind.COMPANY: frozenset("company firm group corporation airline carrier bank conglomerate".split()),
    ActorKind.MEDIA: frozenset("agency newspaper paper daily weekly magazine channel network broadcaster".split()),
    ActorKind.IGO: frozenset("alliance bloc".split()),
}
_BEFORE = frozenset({"the", "this", "that"})


def named_body(scene: Scene, start: int, head: int) -> Actor | None:
    """The body that a kind word stands behind; None for "a Hezbollah group" and for one of several."""
    tree = scene.tree
    name = scene.name_at.get(head - 1)
    if name is None or name.actor is None or name.start < start or tree.tag[head] not in ("NN", "NNP"):
        return None
    if tree.lemma[head] not in _WORDS.get(name.actor.kind, ()) or tree.lower[start] not in _BEFORE:
        return None
    if tree.head[name.head] != head or tree.words[name.end - 1] in ("'s", "’s"):
        return None
    return scene.cast.current(name.actor)
