"""Quotation spans. Deliberately small: an unclosed quote is reported as a note, never guessed.

A quotation that stays open at a paragraph's end goes on when the next paragraph opens with a mark (the convention of
English typesetting); otherwise it is left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kgraph.claims.context import Context
from kgraph.model import Note

_OPEN = frozenset({"“", "„", "«", "``"})
_CLOSE = frozenset({"”", "»", "''"})
_EITHER = frozenset({'"', "＂"})


@dataclass(frozen=True, slots=True)
class Quotation:
    """Token range between the marks (marks left out)."""

    start: int
    end: int

    def __contains__(self, token: int) -> bool:
        return self.start <= token < self.end


def quotations(context: Context) -> list[Quotation]:
    return list(_read(context))


def _read(context: Context) -> Iterator[Quotation]:
    tree = context.tree
    carried: int | None = None  # first token of a quotation that the last paragraph left open
    for number, (start, end) in enumerate(tree.paragraphs):
        opened = carried
        carried = None
        for token in range(start, end):
            mark = _mark(tree.words[token])
            if mark is None:
                continue
            if opened is not None and mark != "open":
                if token > opened:
                    yield Quotation(opened, token)
                opened = None
            elif mark != "close":
                if opened is not None and token > start:
                    _unclosed(context, opened)
                opened = token + 1
        if opened is not None:
            following = tree.paragraphs[number + 1 : number + 2]
            first = tree.words[following[0][0]] if following and following[0][0] < len(tree) else ""
            if _mark(first) in ("open", "either") and opened < end:
                yield Quotation(opened, end)
            else:
                _unclosed(context, opened)


def _mark(word: str) -> str | None:
    if word in _OPEN:
        return "open"
    if word in _CLOSE:
        return "close"
    return "either" if word in _EITHER else None


def _unclosed(context: Context, token: int) -> None:
    at = context.tree.idx[min(token, len(context.tree) - 1)]
    context.notes.append(
        Note("unclosed-quotation", "a quotation is opened and not closed; it was not read as one", at, at + 1)
    )
