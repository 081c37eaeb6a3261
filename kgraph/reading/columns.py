"""Pieces of text on a page -> its lines in reading order, with an empty one where the page leaves a gap.

Most PDFs are written column by column, and then their own order is right. Where a page is written row by row across two
columns or more, the rows are taken apart at the gap between the columns.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

_ROW = 2.0  # points that lines of one row may differ in height
_GAP = 0.25  # of the page's width between the beginnings of two columns, at least
_LETTER = 0.35  # of a font's size: the narrowest that its letters are on average
_ACROSS = 0.3  # of the rows that have text in two columns
_LEADING = 1.35  # times the usual distance of two lines: a new paragraph


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that stand together, and where they begin: points from the left and from the bottom."""

    x: float
    y: float
    size: float
    text: str


def in_reading_order(pieces: Sequence[Piece], *, width: float) -> list[str]:
    """The lines of a page; a line's end is part of the pieces' text."""
    lines = _lines(pieces)
    rows = _rows([line for line in lines if line.text])
    starts = _column_starts(rows, width)
    ordered = [lines] if len(starts) < 2 else _column_by_column(rows, starts)
    return [text for part in ordered for text in _with_gaps(part)]


def _lines(pieces: Iterable[Piece]) -> list[Piece]:
    """The pieces put together to lines; a leap in a row is kept apart, since a column may begin there."""
    lines: list[Piece] = []
    ended = True
    for piece in pieces:
        first, *others = piece.text.split("\n")
        for number, text in enumerate([first, *others]):
            if number:
                ended = True
            if not text.strip():
                continue
            if ended or _leaps(lines[-1], piece):
                lines.append(Piece(piece.x, piece.y, piece.size, text.strip()))
            else:
                last = lines[-1]
                lines[-1] = Piece(last.x, last.y, last.size, last.text + text)
            ended = False
    return lines


def _leaps(last: Piece, piece: Piece) -> bool:
    return piece.x > last.x + _LETTER * last.size * len(last.text) + 4 * last.size


def _rows(lines: Sequence[Piece]) -> list[list[Piece]]:
    """Lines that follow each other at one height, as they follow each other in the file."""
    rows: list[list[Piece]] = []
    for line in lines:
        if rows and abs(rows[-1][-1].y - line.y) <= _ROW and line.x > rows[-1][-1].x:
            rows[-1].append(line)
        else:
            rows.append([line])
    return rows


def _column_starts(rows: Sequence[Sequence[Piece]], width: float) -> list[float]:
    """Where columns begin that the file writes row by row; nothing where it does not."""
    right: Counter[int] = Counter()
    across = 0
    for row in rows:
        leaps = [later.x for _, later in pairwise(row) if later.x - row[0].x > _GAP * width]
        across += bool(leaps)
        right.update({round(x / 4) for x in leaps})
    if len(rows) < 6 or across < _ACROSS * len(rows):
        return []
    often = sorted(x * 4.0 for x, count in right.items() if count >= 0.5 * across)
    starts = [min(row[0].x for row in rows)]
    for x in often:
        if x - starts[-1] > _GAP * width:
            starts.append(x)
    return starts


def _column_by_column(rows: Sequence[Sequence[Piece]], starts: Sequence[float]) -> list[list[Piece]]:
    """What stands above the columns first, then each column from top to bottom."""
    above: list[Piece] = []
    columns: list[list[Piece]] = [[] for _ in starts]
    begun = False
    for row in rows:
        begun = begun or len(row) > 1
        for line in row:
            column = max(n for n, x in enumerate(starts) if line.x >= x - 4 or n == 0)
            (columns[column] if begun else above).append(line)
    return [above, *columns]


def _with_gaps(lines: Sequence[Piece]) -> list[str]:
    steps = [one.y - other.y for one, other in pairwise(lines) if 0 < one.y - other.y < 4 * max(one.size, 1.0)]
    usual = median(steps) if steps else 0.0
    out: list[str] = []
    for before, line in zip([None, *lines], lines, strict=False):
        if before is not None and before.y - line.y > _LEADING * usual > 0:
            out.append("")
        out.append(line.text)
    return out
