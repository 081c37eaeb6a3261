"""Words that compose with a deed are aimed at whom the deed is aimed at: "refused to send troops to Chad"."""

from __future__ import annotations

from collections.abc import Iterable

from kgraph.claims.context import Draft
from kgraph.claims.denied import kin

_SENDING = frozenset({"AIDS", "ARMS"})
_HELPING = frozenset({"AIDS", "SUPPORTS"})
_COMPOSING = frozenset({"AGREES", "PROMISES", "REJECTS", "THREATENS"})


def aim_at_deeds(drafts: Iterable[Draft]) -> None:
    """Give what is agreed, promised, refused or threatened the recipient of the deed; contents must be in place."""
    drafts = list(drafts)
    for draft in drafts:
        _aim_at_the_helped(draft, drafts)
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
