"""Plain text and Markdown. An optional header names title, date, outlet, URL and author:

Title: Talks fail                 or YAML front matter:   ---
Date: 2 October 2020                                      title: Talks fail
Outlet: The Harbour Post                                  date: 2020-10-02
                                                          ---
The first paragraph ...
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from kgraph.errors import InputError
from kgraph.reading.options import Found, Tell

NAMES = {
    "title": "title",
    "headline": "title",
    "date": "published",
    "published": "published",
    "publication date": "published",
    "outlet": "outlet",
    "source": "outlet",
    "publisher": "outlet",
    "newspaper": "outlet",
    "url": "url",
    "link": "url",
    "author": "author",
    "authors": "author",
    "by": "author",
    "byline": "author",
    "language": "lang",
    "lang": "lang",
    "id": "ref",
    "ref": "ref",
}
_LINE = re.compile(r"([A-Za-z][A-Za-z -]{1,24}):[ \t]+(\S.*)?$|([A-Za-z][A-Za-z -]{1,24}):$")
_FRONT = re.compile(r"\A---[ \t]*\n(.{0,20000}?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)


def read_plain(text: str, *, place: str, tell: Tell, markdown: bool = False) -> Found:
    """The article of a text file. Front matter that is no YAML is reported and left out; the text is still read."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if match := _FRONT.match(text):
        head, body = _front_matter(match[1], place=place, tell=tell), text[match.end() :]
    else:
        head, body = _header_block(text)
    if markdown:
        body = without_markup(body)
    known = {ours: value for name, value in head.items() if (ours := NAMES.get(name.casefold())) and value}
    words = {ours: _words(value) for ours, value in known.items() if ours != "published"}
    words["title"] = words.get("title") or headline(body)
    return Found(place=place, text=body, published=known.get("published"), **words)


def _header_block(text: str) -> tuple[Mapping[str, object], str]:
    """The lines "Name: value" before the first blank line, if the first is one of ours and all have that form."""
    block, _, body = text.lstrip("\n").partition("\n\n")
    lines = [_LINE.match(line.strip()) for line in block.split("\n")]
    first = lines[0]
    if not body.strip() and not all(lines):
        return {}, text
    if not first or (first[1] or first[3]).casefold() not in NAMES or not all(lines):
        return {}, text
    head: dict[str, object] = {}
    for line in filter(None, lines):
        head.setdefault((line[1] or line[3]).casefold(), (line[2] or "").strip())
    return head, body


def _front_matter(block: str, *, place: str, tell: Tell) -> Mapping[str, object]:
    import yaml

    try:
        found = yaml.safe_load(block)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        why = getattr(error, "problem", None) or str(error).split("\n", 1)[0]
        where = f"{place}:{mark.line + 2}" if mark else place
        hint = "mend the lines between the two '---'; the text was read without them"
        tell.error(InputError(f"front matter is not YAML ({why})", place=where, hint=hint))
        return {}
    return {str(name): value for name, value in found.items()} if isinstance(found, dict) else {}


def _words(value: object) -> str | None:
    if isinstance(value, list):
        return ", ".join(filter(None, map(_words, value))) or None
    return str(value) if isinstance(value, str | int | float) else None


def headline(text: str) -> str | None:
    """The first paragraph, where it is one short line without a full stop and a text follows."""
    first, _, rest = text.strip().partition("\n")
    first = first.strip()
    if not rest.strip():
        return None
    is_headline = 3 <= len(first) <= 160 and first[-1] not in ".,;:" and rest.lstrip(" \t\r").startswith("\n")
    return first if is_headline else None


# Every repetition is bounded: a line of a million unclosed brackets must not take an hour.
_MARKUP = (
    (re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL), ""),
    (re.compile(r"!\[[^\]\n]{0,200}\]\([^()\n]{0,200}\)"), ""),  # a picture
    (re.compile(r"\[([^\]\n]{1,200})\]\([^()\n]{0,200}\)"), r"\1"),  # a link
    (re.compile(r"^#{1,6}[ \t]+", re.MULTILINE), ""),  # a heading
    (re.compile(r"^(.+)\n(?:={3,}|-{3,})$", re.MULTILINE), r"\1\n"),  # an underlined heading
    (re.compile(r"^[ \t]*(?:>[ \t]?)+", re.MULTILINE), ""),  # a block quotation
    (re.compile(r"^[ \t]*(?:[-*_][ \t]*){3,}$", re.MULTILINE), ""),  # a rule
    (re.compile(r"(?<!\w)(\*\*|__)(?=\S)([^\n]{1,200}?)(?<=\S)\1(?!\w)"), r"\2"),
    (re.compile(r"(?<!\w)([*_])(?=\S)([^*_\n]{1,200}?)(?<=\S)\1(?!\w)"), r"\2"),
    (re.compile(r"^[ \t]*[*+][ \t]+", re.MULTILINE), "- "),
)


def without_markup(text: str) -> str:
    """Markdown's words: headings, emphasis, links and quotations without their signs.

    >>> without_markup("# A denial\\n\\n> **Ankara** [denied](http://x.example) it.")
    'A denial\\n\\nAnkara denied it.'
    """
    for pattern, plain in _MARKUP:
        text = pattern.sub(plain, text)
    return text
