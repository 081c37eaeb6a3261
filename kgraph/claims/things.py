"""Things that are acted upon: "condemned the attacks", "boycotted the vote", "shelled a hospital".

They are nobody, so their mention has no actor and makes no edge; but the claim says what was condemned, boycotted or
shelled, and a claim whose target is only words is no claim without a target.
"""

from __future__ import annotations

from kgraph.claims.context import Context, Draft
from kgraph.mentions import Spotted
from kgraph.model import MentionKind

# what these do is done with the thing, to somebody else: "sent arms" has no target in the arms
_HANDLED = frozenset({"SENDS", "AIDS", "ARMS", "TRADES", "SAYS", "SIGNS", "AGREES", "PROMISES", "DEMANDS", "ASKS"})


def add_things(context: Context, drafts: list[Draft]) -> None:
    """Give coded claims whose target is a thing a mention of it as their object."""
    for draft in drafts:
        if draft.plover is None or draft.object or draft.recipient or draft.relation in _HANDLED:
            continue
        if draft.theme is None or not draft.subject or draft.said is not None:
            continue
        if draft.sense is not None and draft.sense.object:
            continue  # "lifted the blockade": the noun belongs to the predicate
        if draft.predication.object and (thing := _thing(context, draft.predication.object[0], draft.theme)):
            draft.object = [thing]


def _thing(context: Context, head: int, phrase: tuple[int, int]) -> Spotted | None:
    tree = context.tree
    if tree.pos[head] not in ("NOUN", "PROPN") or not phrase[0] <= head < phrase[1]:
        return None
    spotted = Spotted(
        start=phrase[0], end=phrase[1], head=head, kind=MentionKind.NOMINAL, actor=None, method="thing", score=0.5
    )
    context.mentions.add(spotted)
    return spotted
