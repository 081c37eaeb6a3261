"""HTML pages -> the article in them: title, date, outlet, text, without menus and teasers.

Works offline; a page may hold anything, so nothing in it is fetched, run or believed beyond its words.
"""

from __future__ import annotations

import logging
import re
from copy import deepcopy
from functools import cache
from typing import Any
from urllib.parse import urlsplit

from kgraph.errors import InputError
from kgraph.reading.limits import Limits, too_much
from kgraph.reading.options import Found

MOST_TAGS = Limits().tags
_WORDS = 6  # a caption or a button may end in a full stop too, but is shorter
_SITE_TAIL = re.compile(r"\s+[|–—·»-]\s+([^|–—·»]+)$")
# What stands beside the article. Its dates are those of other stories, of the day it was saved, or of the copyright.
_MARGINS = (
    "//aside | //nav | //footer[not(ancestor::article)] | //header[not(ancestor::article or ancestor::main or .//h1)]"
)
_LANG = re.compile(r"<html\b[^>]{0,500}?\slang\s*=\s*[\"']?([A-Za-z-]{2,12})", re.IGNORECASE)


def read_page(html: str, *, place: str, most_tags: int = MOST_TAGS) -> Found:
    """The article of a page. The longest live blogs have a tenth of ``most_tags``; more would take minutes.

    Raises: InputError when there is none.
    """
    if html.count("<") > most_tags:
        hint = "save the article's text as .txt"
        raise too_much(
            f"has more than {most_tags} tags, too many for a page", "tags", most_tags, place=place, hint=hint
        )
    found = _extracted(html)
    text = "\n\n".join(line.strip() for line in (found.text or "").split("\n") if line.strip()) if found else ""
    if not found or not _has_sentence(text):
        hint = "save the article's text as .txt, or the page of the article itself instead of an overview"
        raise InputError("no article found in the page", place=place, hint=hint)
    language = _LANG.search(html[:20_000])
    outlet = _site(found.sitename)
    return Found(
        place=place,
        text=text,
        title=_title(found.title, outlet),
        outlet=outlet,
        url=_address(found.url),
        published=found.date,
        lang=found.language or (language[1] if language else None),
        author=found.author,
    )


def _has_sentence(text: str) -> bool:
    """Whether a paragraph ends as sentences do and is long enough to be one."""
    lines = (line.rstrip(" \"'”’»)") for line in text.split("\n"))
    return any(line.endswith((".", "!", "?", "…")) and line.count(" ") + 1 >= _WORDS for line in lines)


def _extracted(html: str) -> Any:
    """trafilatura's document, or None. It is asked for precision first: a teaser read as part of an article is a claim
    that the article does not make."""
    extract, load = _trafilatura()
    shared = {
        "with_metadata": True,
        "include_comments": False,
        "include_tables": False,
        "date_extraction_params": {"original_date": True, "extensive_search": False},
    }
    try:
        if (page := load(html)) is None:
            return None
        for margin in page.xpath(_MARGINS):
            margin.drop_tree()
        found = extract(deepcopy(page), favor_precision=True, **shared)
        if not found or not _has_sentence(found.text or ""):
            found = extract(page, favor_recall=True, **shared)
    except (ValueError, RecursionError):  # a document that lxml takes for none
        return None
    return found


@cache
def _trafilatura() -> Any:
    """Loaded at the first page: it takes a third of a second. Its warnings about odd pages are ours to tell."""
    from trafilatura import bare_extraction, load_html

    for name in ("trafilatura", "htmldate", "courlan", "justext", "readability"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
    return bare_extraction, load_html


def _title(title: str | None, outlet: str | None) -> str | None:
    """The headline without the site's name behind it: "Talks fail | The Harbour Post"."""
    if not title:
        return None
    tail = _SITE_TAIL.search(title)
    return title[: tail.start()] if tail and outlet and tail[1].casefold() == outlet.casefold() else title


def _site(name: str | None) -> str | None:
    """An outlet's name; an address that stands in its place loses its "www."."""
    return (name.strip().removeprefix("www.") or None) if name else None


def _address(url: str | None) -> str | None:
    return url if url and urlsplit(url).scheme in ("http", "https") else None
