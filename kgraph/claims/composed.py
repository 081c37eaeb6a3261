"""Words that compose with a deed are aimed at whom the deed is aimed at: "refused to send troops to Chad"."""

from __future__ import annotations

from collections.abc import Iterable

from kgraph.claims.context import Draft
from kgraph.claims.denied import kin

_COMPOSING = frozenset({"AGREES", "PROMISES", "REJECTS", "THREATENS"})


def aim_at_deeds(drafts: Iterable[Draft]) -> None:
    """Give what is agreed, promised, refused or threatened the recipient of the deed; contents must be in place."""
    for draft in drafts:
        if draft.relation not in _COMPOSING or draft.predication.object or not draft.content:
            continue
        own, deed = kin(draft.subject), draft.content[0]
        target = [s for s in deed.recipient if s.actor is None or s.actor.id not in own]
        if target and own & kin(deed.subject):
            draft.object, draft.recipient = target, []
