"""PLOVER type and mode, CAMEO code and quad class of a draft: from its sense, composed with the operator above it.

"lift the embargo" is a concession, not a sanction; "threaten sanctions" a threat. A predicate that the lexicon does
not know gets no code.
"""

from __future__ import annotations

from collections.abc import Iterable

from kgraph.claims.context import Context, Draft
from kgraph.claims.governors import effect_over, governors, operator_of
from kgraph.model import Polarity
from kgraph.ontology import quad_of, relations

_HOSTILE = frozenset({"SANCTION", "COERCE", "ASSAULT", "MOBILIZE", "PROTEST"})
_COOPERATIVE = frozenset({"AID", "COOPERATE", "SUPPORT", "CONSULT", "AGREE"})
_GOODS = frozenset({"SENDS"})
_STOPPING = frozenset("cease halt stop suspend".split())
_OUTPUT = frozenset("broadcast broadcasting operation printing publication publishing transmission".split())
_PEACE = frozenset("peacekeeper peacekeepers peacekeeping peace-keeping".split())
_ORDERED = frozenset({"ACCUSE", "COERCE", "CONCEDE", "RETREAT", "SANCTION"})


def assign_codes(context: Context, draft: Draft) -> None:
    sense = draft.sense
    if sense is not None:
        draft.plover, draft.mode, draft.cameo, draft.quad = sense.plover, sense.mode, sense.cameo, sense.quad
    elif draft.relation is not None and (relation := relations().get(draft.relation)) is not None:
        draft.plover, draft.mode, draft.cameo, draft.quad = (
            relation.plover,
            relation.mode,
            relation.cameo,
            relation.quad,
        )
    _reversed(context, draft)
    _disagreed(context, draft)
    _ordered(context, draft)
    _peacekeeping(context, draft)


def _peacekeeping(context: Context, draft: Draft) -> None:
    """ "sent troops on a peacekeeping mission", "deployed peacekeepers": protection is help (CAMEO 074)."""
    if draft.relation != "DEPLOYS" or draft.plover != "MOBILIZE":
        return
    tree = context.tree
    phrases = [*draft.predication.object, *(noun for _, noun in draft.predication.obliques)]
    words = {tree.lower[token] for noun in phrases for token in tree.subtree(noun)}
    if words & _PEACE:
        draft.plover, draft.mode, draft.cameo, draft.quad = "AID", None, "074", quad_of("AID")


def _reversed(context: Context, draft: Draft) -> None:
    """lift, end, suspend + event noun or gerund: a hostile act taken back is CONCEDE, a cooperative one SANCTION."""
    for governor in governors(context, draft):
        operator = operator_of(context, governor)
        if operator is None or operator.effect != "reverse" or governor.link not in ("noun", "gerund"):
            return
        if draft.plover in _HOSTILE:
            draft.plover, draft.mode, draft.cameo = "CONCEDE", None, "080"
        elif draft.plover in _COOPERATIVE or draft.relation in _GOODS:
            draft.plover, draft.mode, draft.cameo = "SANCTION", "discontinue", "160"
        else:
            if governor.link == "gerund" and draft.polarity is Polarity.POSITIVE:
                draft.polarity = Polarity.NEGATIVE  # "has stopped trusting Brussels": trusts it no longer
            return
        draft.quad = quad_of(draft.plover)
        draft.relation = "CONCEDES" if draft.plover == "CONCEDE" else "SANCTIONS"
        draft.predicate = f"{context.tree.lemma[governor.token]} {draft.predicate}"
        draft.rule += "+reverse"
        return


def _disagreed(context: Context, draft: Draft) -> None:
    """ "failed to reach a deal": whoever does not come to terms turns the other down (CAMEO 12)."""
    if draft.relation != "SIGNS" or draft.polarity is not Polarity.NEGATIVE:
        return
    if effect_over(context, draft) == "fail":
        draft.plover, draft.mode, draft.cameo, draft.quad = "REJECT", None, "120", quad_of("REJECT")


def _ordered(context: Context, draft: Draft) -> None:
    """ "A court ordered the arrest of the bishop": the order of an authority is itself the measure. The arrest is not
    shown as made: the relation stays DEMANDS. Attacks that somebody orders are only demanded."""
    if draft.relation != "DEMANDS" or draft.predication.lemma != "order" or draft.predication.kind != "verb":
        return
    if _silenced(context, draft):
        draft.plover, draft.mode, draft.cameo, draft.quad = "COERCE", "ban", "1721", quad_of("COERCE")
        return
    for head in draft.predication.object:
        for sense in context.lexicon.nouns.get(context.tree.lemma[head], ()):
            if sense.plover in _ORDERED and not (sense.modifier or sense.subject or sense.object or sense.prep):
                draft.plover, draft.mode, draft.cameo, draft.quad = sense.plover, None, sense.cameo, sense.quad
                return


def _silenced(context: Context, draft: Draft) -> bool:
    """ "ordered the newspaper to suspend publication": the order is the ban."""
    tree = context.tree
    for complement in draft.predication.complements:
        told = {tree.lemma[noun] for noun in tree.kids(complement.head, "dobj")}
        if complement.kind == "infinitive" and tree.lemma[complement.head] in _STOPPING and told & _OUTPUT:
            return True
    return False


def uncode_undirected(drafts: Iterable[Draft]) -> None:
    """A statement to nobody in particular is no event: CAMEO codes what one actor does to another, and 01 (make a
    statement) only towards whom it is made. "Officials said that" keeps its relation and has no code."""
    for draft in drafts:
        statement = draft.plover is None and (draft.cameo or "").startswith("01")
        if statement and not (draft.object or draft.recipient):
            draft.cameo = draft.quad = None
