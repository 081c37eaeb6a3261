"""What is no English prose of the article and so is not read: other languages, verse, tables, lists of scores, lines
in capitals, teasers and buttons of the page.

A parser finds subjects and verbs in anything. What it makes of a league table or a poem would be made-up claims, so
these parts are left out, each with a note. Where in doubt it is prose.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kgraph.language.newsroom import is_furniture
from kgraph.language.tongues import other_language

_BLANK = re.compile(r"\n\s*\n")
_WORD = re.compile(r"[^\W\d_]+")
_SCORE = re.compile(r"\b\d{1,3} ?[-–:] ?\d{1,3}\b")
_NUMBER = re.compile(r"[+-]?\d[\d.,:%/–-]*")
_VERSE_LINE = 60  # characters; a longer line is prose
_VERSE = 3  # lines
_SHORT = 9  # words of a line in a table or a list of scores
_SHOUTED = 4  # words in capitals; fewer are initials ("UN: NATO, EU")


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Characters ``start`` to ``end`` of a text that are not read, and why."""

    start: int
    end: int
    code: str
    message: str


def left_out(text: str, paragraphs: Iterable[tuple[int, int]]) -> list[LeftOut]:
    """The parts of an article's text that are no English prose, in text order."""
    found = [part for block in _blocks(text) if (part := _no_prose(text, *block))]
    for start, end in paragraphs:
        if not any(part.start <= start < part.end for part in found) and (part := _not_read(text, start, end)):
            found.append(part)
    return sorted(found, key=lambda part: part.start)


def _blocks(text: str) -> Iterator[tuple[int, int]]:
    at = 0
    for gap in [*_BLANK.finditer(text), None]:
        end = gap.start() if gap else len(text)
        if "\n" in text[at:end]:
            yield at, end
        at = gap.end() if gap else end


def _no_prose(text: str, start: int, end: int) -> LeftOut | None:
    """What several lines are together."""
    lines = [line.strip() for line in text[start:end].split("\n")]
    if _is_table(lines):
        return LeftOut(start, end, "table", "a table is not read")
    if _is_scores(lines):
        return LeftOut(start, end, "scores", "a list of scores or figures is not read")
    if _is_verse(lines):
        return LeftOut(start, end, "verse", "verse, or a list of its form, is not read")
    return None


def _is_table(lines: list[str]) -> bool:
    """Two lines or more with the same two bars or more, or with cells of figures."""
    bars = {line.count("|") for line in lines}
    return len(lines) > 1 and len(bars) == 1 and min(bars) >= 2


def _is_scores(lines: list[str]) -> bool:
    """ "France 2 Germany 1", "Turkey beat Greece 3-1", "Iran 79 75 41": short lines with figures and no full stop."""
    return len(lines) > 1 and sum(map(_is_score, lines)) > len(lines) / 2


def _is_score(line: str) -> bool:
    words = line.split()
    figures = sum(bool(_NUMBER.fullmatch(word.strip("()"))) for word in words)
    listed = figures >= 2 or _SCORE.search(line) is not None
    return listed and len(words) <= _SHORT and not line.endswith((".", "!", "?"))


def _is_verse(lines: list[str]) -> bool:
    """Short lines that all begin with a capital and of which some end in a comma, and none but the last two in a full
    stop alone."""
    if len(lines) < _VERSE or any(len(line) > _VERSE_LINE or not _opens(line) for line in lines):
        return False
    hanging = sum(line.endswith((",", ";", "—", "–")) for line in lines)
    closed = sum(line.endswith((".", "!", "?", ":")) for line in lines)
    return hanging >= 1 and closed <= len(lines) / 2 and len(" ".join(lines).split()) >= 3 * len(lines)


def _opens(line: str) -> bool:
    return line.lstrip("“\"'‘")[:1].isupper()


def _not_read(text: str, start: int, end: int) -> LeftOut | None:
    """What one paragraph is."""
    part = text[start:end]
    if is_furniture(part):
        return LeftOut(start, end, "boilerplate", "a line of the page or the newsroom is not read")
    if _is_shouted(part):
        return LeftOut(start, end, "capitals", "a line in capitals is not read: names and words look alike in it")
    if language := other_language(part):
        return LeftOut(start, end, "other-language", f"a paragraph in {language} is not read")
    return None


def _is_shouted(part: str) -> bool:
    if part != part.upper():
        return False
    words = [word for word in _WORD.findall(part) if len(word) > 1]
    return len(words) >= _SHOUTED and any(len(word) > 4 for word in words) and any(word.isascii() for word in words)
