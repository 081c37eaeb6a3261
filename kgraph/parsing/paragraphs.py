"""Where paragraphs begin and end. A headline is a paragraph, so that it is never glued to the first sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kgraph.language.newsroom import DATELINE, sign_off
from kgraph.parsing.transcript import speaker_labels

LONGEST = 8_000  # characters; a longer paragraph is cut at a sentence's end, since the parser's cost and memory grow
_BLANK = re.compile(r"\n[ \t\r\f\v]*\n\s*")
_TERMINAL = re.compile(r"[.!?:…][\"'”’)\]]*$")
_SENTENCE_END = re.compile(r"[.!?][\"'”’)]*\s+(?=[\"'“‘(]?[A-Z])")


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """The (start, end) of every paragraph that holds words, in order, without the white space around it.

    Blank lines part paragraphs. A single line break does so when the line before it ends like a sentence, or is so
    short that it can only be a heading; otherwise the text is hard-wrapped and goes on. A speaker's label in a
    transcript stands by itself, as a dateline does, and who edited a report behind its last sentence: it is no part of
    what is said.
    """
    labels = speaker_labels(text)
    at = 0
    for gap in [*_BLANK.finditer(text), None]:
        end = gap.start() if gap else len(text)
        for start, stop in _lines_joined(text, at, end):
            for label in [label for label in labels if start <= label < stop]:
                yield from _cut(text, start, label)
                yield label, labels[label]
                start = labels[label]
            yield from _cut(text, start, stop)
        at = gap.end() if gap else end


def _lines_joined(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    block = text[start:end]
    if "\n" not in block:
        yield start, end
        return
    lines = block.split("\n")
    widest = max(map(len, lines))
    at = begin = start
    for number, line in enumerate(lines):
        at += len(line) + 1
        following = lines[number + 1] if number + 1 < len(lines) else None
        if following is None or _ends_paragraph(line.rstrip(), following.lstrip(), widest):
            yield begin, min(at - 1, end)
            begin = at


def _ends_paragraph(line: str, following: str, widest: int) -> bool:
    opens = following[:1].isupper() or following[:1] in "\"“'‘(-–—•*0123456789"
    return bool(opens and (_TERMINAL.search(line) or len(line) < 0.65 * widest))


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    while end - start > LONGEST:
        window = text[start : start + LONGEST]
        ends = [match.end() for match in _SENTENCE_END.finditer(window)]
        size = ends[-1] if ends else (window.rfind(" ") + 1 or LONGEST)
        yield start, start + len(window[:size].rstrip()) or start + size
        start += size
    if (line := DATELINE.match(text, start, end)) is not None:
        yield start, start + len(line[0].rstrip())
        start = line.end()
    if (last := sign_off(text, start, end)) is not None:
        yield start, start + len(text[start:last].rstrip())
        start = last
    if start < end:
        yield start, end
