"""Quotation spans. Deliberately small: an unclosed quote is reported as a note, never guessed.

A quotation that stays open at a paragraph's end goes on when the next paragraph opens with a mark (the convention of
English typesetting) or, without one, closes it; otherwise it is left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kgraph.claims.context import Context
from kgraph.model import Note
from kgraph.parsing import Tree

_OPEN = frozenset({"“", "„", "«", "``"})
_CLOSE = frozenset({"”", "»", "''"})
_EITHER = frozenset({'"', "＂"})


@dataclass(frozen=True, slots=True)
class Quotation:
    """Token range between the marks (marks left out). ``goes_on``: the next paragraph carries it on."""

    start: int
    end: int
    goes_on: bool = False

    def __contains__(self, token: int) -> bool:
        return self.start <= token < self.end


def quotations(context: Context) -> list[Quotation]:
    return list(_read(context))


def entire(quotes: list[Quotation], first: Quotation) -> list[Quotation]:
    """A quotation with the paragraphs that carry it on."""
    out = [first]
    for quote in quotes[quotes.index(first) + 1 :]:
        if not out[-1].goes_on:
            break
        out.append(quote)
    return out


def _read(context: Context) -> Iterator[Quotation]:
    tree = context.tree
    carried: int | None = None  # first token of a quotation that the last paragraph left open
    for number, (start, end) in enumerate(tree.paragraphs):
        opened = carried
        carried = None
        for token in range(start, end):
            mark = _mark(tree, token, start, end)
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
            if opened < end and _goes_on(tree, number + 1):
                yield Quotation(opened, end, goes_on=True)
                carried = tree.paragraphs[number + 1][0]
            else:
                _unclosed(context, opened)


def _goes_on(tree: Tree, number: int) -> bool:
    """Whether a paragraph carries on the quotation that the last one left open: it opens with a mark again, or it
    opens without one and the first mark in it closes."""
    if number >= len(tree.paragraphs):
        return False
    start, end = tree.paragraphs[number]
    marks = [mark for token in range(start, end) if (mark := _mark(tree, token, start, end))]
    return bool(marks) and (_mark(tree, start, start, end) in ("open", "either") or marks[0] == "close")


def _mark(tree: Tree, token: int, start: int, end: int) -> str | None:
    """What a token does to a quotation. A mark that stands the same on both sides, or the wrong way round, is known by
    the space beside it."""
    word = tree.words[token]
    if word not in _OPEN and word not in _CLOSE and word not in _EITHER:
        return None
    before = token == start or tree.idx[token - 1] + len(tree.words[token - 1]) < tree.idx[token]
    after = token + 1 == end or tree.idx[token] + len(word) < tree.idx[token + 1]
    if before != after:
        return "open" if before else "close"
    return "open" if word in _OPEN else "close" if word in _CLOSE and word != "''" else "either"


def _unclosed(context: Context, token: int) -> None:
    at = context.tree.idx[min(token, len(context.tree) - 1)]
    context.notes.append(
        Note("unclosed-quotation", "a quotation is opened and not closed; it was not read as one", at, at + 1)
    )
