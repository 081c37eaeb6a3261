"""Who acts through a body of his own: "the prosecutor's office opened an inquiry", "the president's campaign sued"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kgraph.claims.context import Context
from kgraph.mentions import Spotted

_ORGANS = frozenset(
    "administration bureau cabinet campaign committee department foundation legal office secretariat staff team "
    "unit".split()
)


def owned_organ(context: Context, noun: int) -> Iterator[Spotted]:
    """A mention of somebody's office or campaign, of the country of its owner; nothing for other nouns."""
    tree = context.tree
    owners = [s for owner in tree.kids(noun, "poss") for s in context.at(owner) if s.actor is not None]
    if tree.lemma[noun] not in _ORGANS or not owners:
        return
    described = context.described(noun)
    if described.actor is not None and described.actor.country is None and owners[0].actor is not None:
        described.actor = replace(described.actor, country=owners[0].actor.country)
    yield described
