"""The words of what is denied, demanded or threatened: the theme of a speech act whose content is a clause.

The claims inside that clause do not always cover it, and some clauses hold none: "accused its neighbour of hoovering up
mackerel" must still say of what.
"""

from __future__ import annotations

from collections.abc import Iterable

from kgraph.claims.content import beyond_semicolon, clause_words
from kgraph.claims.context import Context, Draft

# what is said, asked or refused in a clause; mere saying has claims and attributions for its content
FRAMES = frozenset(
    {"ACCUSES", "ASKS", "CRITICIZES", "DEMANDS", "DENIES", "PROMISES", "REJECTS", "THREATENS", "URGES", "WARNS"}
)
_CLAUSES = frozenset({"that", "gerund", "infinitive"})
_INTRODUCED = frozenset({"that", "of", "for", "from"})


def add_said_words(context: Context, drafts: Iterable[Draft]) -> None:
    """Give framing claims the words of their clause as theme, where they have none of their own."""
    for draft in drafts:
        if draft.relation in FRAMES and (draft.theme is None or _holds_the_accused(draft)):
            draft.theme = _clause(context, draft) or draft.theme


def _clause(context: Context, draft: Draft) -> tuple[int, int] | None:
    tree = context.tree
    first, last = tree.sentence(draft.head)
    for head in _heads(context, draft):
        if not first <= head < last or beyond_semicolon(context, head, draft.head):
            continue  # "Pakistan shuts the crossing; Kabul denies": another clause
        start, end = clause_words(context, head, draft.head)
        while start < end - 1 and (tree.lower[start] in _INTRODUCED or tree.pos[start] == "PUNCT"):
            start += 1
        return max(start, first), min(end, last)
    return None


def _heads(context: Context, draft: Draft) -> list[int]:
    """What stands behind "of" in an accusation, the clauses of any other frame."""
    complements = draft.predication.complements
    if draft.relation != "ACCUSES":
        return [c.head for c in complements if c.kind in _CLAUSES]
    tree = context.tree
    found = [c.head for c in complements if c.kind == "gerund" and c.head > draft.head]
    # "accused the teachers of working for": the parser may hang "of" on the accused
    hosts = (draft.head, *draft.predication.object, *(s.head for s in draft.object))
    behind = [p for host in hosts for p in tree.kids(host, "prep") if tree.lower[p] == "of" and p > draft.head]
    return found or [head for p in behind for head in tree.kids(p, "pcomp", "pobj")]


def _holds_the_accused(draft: Draft) -> bool:
    """ "accused Serbia of breaking the embargo" with "of breaking" hung on Serbia: the theme swallowed the object."""
    start, end = draft.theme or (0, 0)
    return draft.relation == "ACCUSES" and any(start <= s.head < end for s in draft.object)
