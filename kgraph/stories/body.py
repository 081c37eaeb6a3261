"""The words of a report as its copies share them: without headline, byline, dateline and what the page adds. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kgraph.language.newsroom import DATELINE, is_byline, is_furniture, sign_off
from kgraph.model import Article

_WORD = re.compile(r"\w+(?:['’.,]\w+)*")
_TERMINAL = re.compile(r"[.!?:;…,][\"'”’)\]]*$")
_HEADING = 12  # words; a longer line without a full stop is a paragraph


def body(article: Article) -> list[str]:
    """The paragraphs that the report consists of.

    >>> body(Article("a", "Talks fail\\n\\nBy Ada Lind\\n\\nOSLO (Agency) - Talks failed on Friday.\\n\\nShare this"))
    ['Talks failed on Friday.']
    """
    return list(_paragraphs(article))


def words_of(paragraph: str) -> list[str]:
    """Words and figures as they stand: "1,200", "3.5", "Turkey's"."""
    return _WORD.findall(paragraph)


def _paragraphs(article: Article) -> Iterator[str]:
    lines = article.text.split("\n")
    if article.title is not None and lines and lines[0] == article.title:
        lines = lines[1:]
    for line in map(str.strip, lines):
        if not line or is_furniture(line) or is_byline(line) or _is_heading(line):
            continue
        if dateline := DATELINE.match(line):
            line = line[dateline.end() :]
        if (last := sign_off(line, 0, len(line))) is not None:
            line = line[:last].rstrip()
        if line:
            yield line


def _is_heading(line: str) -> bool:
    """ "What we know so far": another paper has another one, or none."""
    return len(line) < 120 and not _TERMINAL.search(line) and len(line.split()) <= _HEADING
