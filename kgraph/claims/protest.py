"""Against whom a protest goes: "marched to demand that the government resign", "blocked roads in defiance of Beijing".

Where it takes place is not its target. Those of whom something is demanded, and what stands behind "in protest at" or
"in defiance of", are, and at whom somebody shows his anger by it (CAMEO 14; PLOVER manual 3.12).
"""

from __future__ import annotations

from kgraph.claims.context import Context, Draft
from kgraph.claims.denied import kin
from kgraph.claims.targets import is_place, nearest
from kgraph.mentions import Spotted

_AGAINST = frozenset({"DEMANDS", "URGES", "ASKS", "CRITICIZES", "PROTESTS"})
_CAUSES = frozenset({"protest", "defiance", "opposition"})


def aim_protests(context: Context, drafts: list[Draft]) -> None:
    """Give protests without a target the one of their demand."""
    for draft in drafts:
        if draft.relation != "PROTESTS" or any(not is_place(s) for s in (*draft.object, *draft.recipient)):
            continue
        found = _demanded_of(context, draft, drafts) or _behind_cause(context, draft)
        if found:
            places = [s for s in (*draft.object, *draft.recipient) if s not in draft.place]
            draft.object, draft.recipient, draft.place = found, [], [*draft.place, *places]


def _demanded_of(context: Context, draft: Draft, drafts: list[Draft]) -> list[Spotted]:
    heads = {complement.head for complement in draft.predication.complements} | _beside(context, draft)
    own = kin(draft.subject)
    for other in drafts:
        shown = context.tree.head[other.head] if other.predication.kind == "noun" else other.head
        if shown in heads and other.relation in _AGAINST:
            targets = [s for s in other.recipient or other.object if s.actor is not None and s.actor.id not in own]
            if targets:
                return targets
    return []


def _beside(context: Context, draft: Draft) -> set[int]:
    """ "continued their hunger strike to demand his release", "threw stones during a rally against Peru": what hangs on
    the verb that has the protest for its object."""
    tree, carrier = context.tree, draft.predication.carrier
    if draft.predication.kind == "noun" and carrier is None and tree.dep[draft.head] == "dobj":
        carrier = tree.head[draft.head]
    held = {clause for noun in (*draft.predication.object, draft.head) for clause in tree.kids(noun, "acl")}
    return held if carrier is None else held | set(tree.kids(carrier, "advcl", "xcomp"))


def _behind_cause(context: Context, draft: Draft) -> list[Spotted]:
    """ "in protest at the arrest of the bishop", "in defiance of Chinese authorities"."""
    for word, head in draft.predication.obliques:
        if word == "in" and context.tree.lemma[head] in _CAUSES:
            return nearest(context, head, without=draft.subject)
    return []
