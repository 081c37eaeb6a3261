"""Whose official it is that tells what a state will do: "Kenya will send aid to Chad, a senior official said".

Plans are told by those whose plans they are. So an official of no country who tells what one state will give, sign,
grant or break off is that state's. What others tell as well, or rather (attacks to come, deeds that are done), leaves
him without a country, and so do companies and armed groups, which have no officials of that kind.
"""

from __future__ import annotations

from dataclasses import replace

from kgraph.claims.context import Context, Draft
from kgraph.clauses.control import subject_of
from kgraph.mentions import Spotted
from kgraph.model import Actor, ActorKind, MentionKind, Modality, Polarity

_BARE = "---GOV"
_FROM_ABROAD = frozenset("foreign western european african arab asian international regional allied other".split())
_OWN_TO_TELL = frozenset({"AID", "COOPERATE", "CONSULT", "SUPPORT", "AGREE", "SANCTION", "CONCEDE", "RETREAT"})
_STATES = frozenset({ActorKind.COUNTRY, ActorKind.PERSON, ActorKind.OFFICE, ActorKind.ORGANISATION})


def place_officials(context: Context, drafts: list[Draft]) -> None:
    """Give officials without a country that of the state whose plan they tell; contents must be in place."""
    for draft in drafts:
        if draft.relation != "SAYS" or len(draft.subject) != 1 or not _is_bare(context, draft.subject[0]):
            continue
        planners = {_planner(context, draft, deed) for deed in draft.content} - {None}
        if len(planners) == 1:
            _place(context, draft.subject[0].actor, planners.pop())


def _is_bare(context: Context, official: Spotted) -> bool:
    actor = official.actor
    if actor is None or official.kind is not MentionKind.NOMINAL or actor.kind is not ActorKind.UNNAMED:
        return False
    words = context.tree.lower[official.start : official.end]
    return actor.country is None and actor.code == _BARE and not _FROM_ABROAD & set(words)


def _planner(context: Context, saying: Draft, deed: Draft) -> str | None:
    """The country of the one state that will do this, by the main clause of what is said."""
    if deed.modality is not Modality.INTENDED or deed.plover not in _OWN_TO_TELL or len(deed.subject) != 1:
        return None
    if deed.polarity is Polarity.NEGATIVE and deed.plover == "SANCTION":
        return None
    tree, state = context.tree, deed.subject[0]
    clauses = [c.head for c in saying.predication.complements if c.kind == "that"]
    if not any(state.head in subject_of(tree, clause)[0] for clause in clauses):
        return None
    actor = state.actor
    if actor is None or actor.kind not in _STATES or actor.country is None:
        return None
    return actor.country if actor.code in (None, actor.country, f"{actor.country}GOV") else None


def _place(context: Context, actor: Actor | None, country: str | None) -> None:
    for spotted in context.mentions:
        if actor is not None and spotted.actor is not None and spotted.actor.id == actor.id:
            spotted.actor = replace(spotted.actor, country=country, code=f"{country}{_BARE[3:]}")
            spotted.method, spotted.score = "plan", 0.6
