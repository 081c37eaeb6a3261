"""Offsets of a record's text as offsets of the gold's text: the reader may have cleaned what it read."""

from __future__ import annotations

import re
from collections.abc import Callable
from difflib import SequenceMatcher

Range = tuple[int, int]
Align = Callable[[int, int], Range | None]


def alignment(own: str, gold: str) -> Align:
    """A function from a range of ``own`` to the range of ``gold`` with the same words; None when they are not there."""
    if own == gold:
        return lambda start, end: (start, end)
    at = _by_characters(own, gold) or _by_words(own, gold)

    def aligned(start: int, end: int) -> Range | None:
        found = [at[offset] for offset in range(start, end) if offset in at]
        return (min(found), max(found) + 1) if found else None

    return aligned


def _by_characters(own: str, gold: str) -> dict[int, int] | None:
    """The texts differ in white space only."""
    left = [n for n, character in enumerate(own) if not character.isspace()]
    right = [n for n, character in enumerate(gold) if not character.isspace()]
    same = [own[n] for n in left] == [gold[n] for n in right]
    return dict(zip(left, right, strict=True)) if same else None


def _by_words(own: str, gold: str) -> dict[int, int]:
    """Words and signs were changed, added or left out."""
    left, right = ([(m.group(), m.start()) for m in re.finditer(r"\w+|[^\w\s]", text)] for text in (own, gold))
    matcher = SequenceMatcher(None, [word for word, _ in left], [word for word, _ in right], autojunk=False)
    at: dict[int, int] = {}
    for block in matcher.get_matching_blocks():
        for (word, start), (_, other) in zip(left[block.a :], right[block.b : block.b + block.size], strict=False):
            at.update((start + n, other + n) for n in range(len(word)))
    return at
