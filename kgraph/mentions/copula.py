"""What somebody is said to be: "Warhol was a legend", "she is a practising lawyer". The description means the subject.

Only who is meant is settled here; nothing is learnt of him, since it is somebody's word.
"""

from __future__ import annotations

from kgraph.mentions.descriptions import may_be_person
from kgraph.mentions.nominals import phrase_end
from kgraph.mentions.scene import Scene
from kgraph.mentions.spotted import Spotted
from kgraph.model import ActorKind, MentionKind

_BE = frozenset({"is", "was", "'s", "’s"})
_OPENERS = frozenset({"a", "an", "the", "such"})


def spot_copulas(scene: Scene) -> None:
    """Give the noun behind "is" and "was" the actor of the subject, when that is one person who has a name."""
    tree = scene.tree
    for noun, dep in enumerate(tree.dep):
        if dep != "attr" or not may_be_person(scene, noun):
            continue
        verb = tree.head[noun]
        subject = tree.kid(verb, "nsubj")
        if subject is None or subject > verb or tree.lower[verb] not in _BE or tree.kids(verb, "neg", "aux"):
            continue
        start = scene.left_edge(noun)
        if tree.lower[start] not in _OPENERS or start <= verb:
            continue
        if (person := _person(scene, subject)) is not None:
            for one in [noun, *_same_person(scene, noun)]:
                _write(scene, person, one)


def _person(scene: Scene, subject: int) -> Spotted | None:
    for spotted in scene.mentions.at(subject):
        if spotted.actor is not None and spotted.actor.kind is ActorKind.PERSON and not spotted.role:
            return spotted
    return None


def _same_person(scene: Scene, noun: int) -> list[int]:
    """ "An artist and a businessman": each is he."""
    return [i for i in scene.tree.kids(noun, "conj") if may_be_person(scene, i)]


def _write(scene: Scene, person: Spotted, noun: int) -> None:
    there = [s for s in scene.mentions.at(noun) if s.kind is MentionKind.NOMINAL and not s.role]
    for described in there:
        if described.actor is None or described.actor.kind is ActorKind.UNNAMED:
            described.actor, described.method, described.score = person.actor, "copula", 0.85
    if not there:
        start = scene.left_edge(noun)
        scene.spot(start, phrase_end(scene, noun), MentionKind.NOMINAL, person.actor, "copula", 0.85, head=noun)
