"""Ranges of tokens, (first, last + 1): joined, cut, read off a list of tokens."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

Range = tuple[int, int]


def merge(ranges: Iterable[Range]) -> list[Range]:
    """In order, with those that touch made one."""
    out: list[Range] = []
    for start, end in sorted(ranges):
        if out and start <= out[-1][1]:
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        else:
            out.append((start, end))
    return out


def without(ranges: list[Range], holes: Iterable[Range]) -> list[Range]:
    """``ranges`` with ``holes`` cut out."""
    for start, end in holes:
        cut: list[Range] = []
        for a, b in ranges:
            if end <= a or b <= start:
                cut.append((a, b))
                continue
            if a < start:
                cut.append((a, start))
            if end < b:
                cut.append((end, b))
        ranges = cut
    return ranges


def runs(tokens: Sequence[int]) -> list[Range]:
    """The unbroken stretches of ``tokens`` (in order); a gap of one token, a comma, breaks none."""
    out: list[Range] = []
    for token in tokens:
        if out and token <= out[-1][1] + 1:
            out[-1] = (out[-1][0], token + 1)
        else:
            out.append((token, token + 1))
    return out
