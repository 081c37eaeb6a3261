"""Words that compose with a deed are aimed at whom the deed is aimed at: "refused to send troops to Chad"."""

from __future__ import annotations

from collections.abc import Iterable

from kgraph.claims.context import Context, Draft
from kgraph.claims.denied import kin

_SENDING = frozenset({"AIDS", "ARMS"})
_SUPPLYING = frozenset({"AIDS", "ARMS", "SENDS", "TRADES"})
_HELPING = frozenset({"AIDS", "SUPPORTS"})
_COMPOSING = frozenset({"AGREES", "PROMISES", "REJECTS", "THREATENS"})


def aim_at_deeds(context: Context, drafts: Iterable[Draft]) -> None:
    """Give what is agreed, promised, refused or threatened the recipient of the deed; contents must be in place."""
    drafts = list(drafts)
    for draft in drafts:
        _aim_at_the_helped(draft, drafts)
        _aim_at_the_supplied(context, draft, drafts)
    for draft in drafts:
        if draft.relation not in _COMPOSING or draft.predication.object or not draft.content:
            continue
        own, deed = kin(draft.subject), draft.content[0]
        target = [s for s in deed.recipient if s.actor is None or s.actor.id not in own]
        if target and own & kin(deed.subject):
            draft.object, draft.recipient = target, []


def _aim_at_the_helped(draft: Draft, drafts: list[Draft]) -> None:
    """ "sent arms to help defend Estonia": what is sent to help somebody goes to him."""
    if draft.relation not in _SENDING or draft.object or draft.recipient:
        return
    heads = {complement.head for complement in draft.predication.complements}
    own = kin(draft.subject)
    for other in drafts:
        if other.head in heads and other.relation in _HELPING:
            draft.recipient = [s for s in other.object if s.actor is not None and s.actor.id not in own]
            return


def _aim_at_the_supplied(context: Context, draft: Draft, drafts: list[Draft]) -> None:
    """ "signed a deal on Thursday to supply Peru with wheat": a deal in favour of whoever is supplied."""
    if draft.relation != "SIGNS" or draft.object or draft.recipient or len(draft.subject) > 1:
        return
    verb = draft.predication.carrier if draft.predication.carrier is not None else draft.head
    clauses = {*context.tree.kids(verb, "advcl", "xcomp"), *context.tree.kids(draft.head, "acl", "relcl")}
    own = kin(draft.subject)
    for other in drafts:
        if other.head in clauses and other.relation in _SUPPLYING and own & kin(other.subject):
            draft.recipient = [s for s in other.recipient or other.object if s.actor and s.actor.id not in own]
            return
