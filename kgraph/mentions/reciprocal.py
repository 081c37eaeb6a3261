""" "Each other", "one another": each of those who act, to the others of them."""

from __future__ import annotations

from kgraph.mentions.scene import Scene
from kgraph.mentions.spotted import Spotted
from kgraph.mentions.subjects import clause_verb, understood_subject
from kgraph.model import MentionKind

METHOD = "reciprocal"
_PHRASES = frozenset({("each", "other"), ("one", "another")})


def spot_reciprocals(scene: Scene) -> None:
    """Write every reciprocal down as a mention of each of those who act; nothing where they are not two at least."""
    tree = scene.tree
    for token in range(1, len(tree)):
        if (tree.lower[token - 1], tree.lower[token]) not in _PHRASES:
            continue
        pair = (token - 1, token)
        head = next((t for t in pair if tree.head[t] not in pair), token)
        for actor in {s.actor.id: s.actor for s in _those_who_act(scene, head) if s.actor is not None}.values():
            role = actor.country or actor.id
            scene.spot(token - 1, token + 1, MentionKind.PRONOUN, actor, METHOD, 0.8, head=head, role=role)


def _those_who_act(scene: Scene, token: int) -> list[Spotted]:
    verb = clause_verb(scene, token)
    subjects = understood_subject(scene, verb) if verb is not None else []
    heads = [head for subject in subjects for head in _group(scene, subject)]
    found = [spotted for head in heads for spotted in scene.mentions.at(head)]
    ids = {spotted.actor.id for spotted in found if spotted.actor is not None}
    return found if len(ids) > 1 else []


def _group(scene: Scene, head: int) -> list[int]:
    out, stack = [head], [head]
    while stack:
        for child in scene.tree.kids(stack.pop(), "conj"):
            out.append(child)
            stack.append(child)
    return out
