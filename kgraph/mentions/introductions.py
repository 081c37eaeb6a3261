"""Who is introduced by a description: "The first witness was a Kenyan pilot, Otieno Ouma", "His lawyer is Ana Lopes".

The description in front means the person, and whatever points back at it does.
"""

from __future__ import annotations

from kgraph.mentions.descriptions import may_be_person
from kgraph.mentions.scene import Scene
from kgraph.model import ActorKind, MentionKind

_BE = frozenset({"is", "was"})


def spot_introductions(scene: Scene) -> None:
    """Give the description before "is" and "was" the person whom the sentence then names."""
    tree = scene.tree
    for noun, dep in enumerate(tree.dep):
        verb = tree.head[noun]
        if dep != "nsubj" or tree.lower[verb] not in _BE or noun > verb or not may_be_person(scene, noun):
            continue
        attribute = tree.kid(verb, "attr")
        if attribute is None or attribute < verb or tree.kids(verb, "neg", "aux") or tree.kids(attribute, "neg"):
            continue
        named = [s for s in scene.mentions.at(attribute) if s.actor is not None and s.actor.kind is ActorKind.PERSON]
        named = [s for s in named if s.kind is MentionKind.NAME or s.method == "apposition"]
        if not named:
            continue
        for described in scene.mentions.at(noun):
            unnamed = described.actor is None or described.actor.kind is ActorKind.UNNAMED
            if described.kind is MentionKind.NOMINAL and not described.role and unnamed:
                described.actor, described.method, described.score = named[0].actor, "copula", 0.85
