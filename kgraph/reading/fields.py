"""JSON objects -> articles. Which field is the text, which the date: the user's word, else the usual names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from kgraph.errors import InputError, UsageError
from kgraph.reading.options import Found, ReadingOptions
from kgraph.reading.page import read_page

DEFAULTS: Mapping[str, tuple[str, ...]] = {
    "text": ("text", "body", "content", "article_text", "full_text", "fulltext", "maintext", "article"),
    "html": ("html", "content_html", "body_html", "raw_html"),
    "title": ("title", "headline"),
    "published": (
        "published",
        "date",
        "published_at",
        "publishedAt",
        "date_published",
        "datePublished",
        "publication_date",
        "date_publish",
        "pub_date",
        "pubDate",
        "published_time",
    ),
    "outlet": ("outlet", "source", "publisher", "publication", "newspaper", "site_name", "source_domain", "domain"),
    "url": ("url", "link", "canonical_url", "source_url"),
    "author": ("author", "authors", "byline"),
    "lang": ("lang", "language"),
    "ref": ("ref", "id", "_id", "guid", "article_id"),
}
LISTS = ("articles", "items", "results", "documents", "docs", "data")
RECORD = "kgraph.extraction/"


def own_names(fields: Mapping[str, str]) -> dict[str, str]:
    """The user's mapping with our own names: "date", "source", "link" and "id" are understood too.

    Raises: UsageError for a field of ours that there is not.
    """
    known: dict[str, str] = {}
    for name, theirs in fields.items():
        ours = next((ours for ours, usual in DEFAULTS.items() if name == ours or name in usual), None)
        if ours is None:
            raise UsageError(f"an article has no field {name!r}", hint=f"fields: {', '.join(DEFAULTS)}")
        known[ours] = theirs
    return known


def articles_in(value: Any, *, place: str, options: ReadingOptions) -> Iterator[Found | InputError]:
    """The articles of a parsed JSON document: one object, a list of them, or an object that holds such a list."""
    if isinstance(value, dict) and not _text_of(value, options):
        held = next((value[name] for name in LISTS if isinstance(value.get(name), list)), None)
        value = value if held is None else held
    if not isinstance(value, list):
        yield article_of(value, place=place, options=options)
        return
    for number, item in enumerate(value, 1):
        yield article_of(item, place=f"{place}[{number}]", options=options)


def article_of(value: Any, *, place: str, options: ReadingOptions) -> Found | InputError:
    """One object's article, or what is wrong with it."""
    if not isinstance(value, dict):
        kind = {"str": "a string", "list": "a list", "NoneType": "null"}.get(type(value).__name__, "a plain value")
        return InputError(f"is {kind}, not an object", place=place, hint='an article is {"text": "...", "title": ...}')
    if str(value.get("schema", "")).startswith(RECORD) and isinstance(value.get("article"), dict):
        value = value["article"]
    words = {name: _words(_value(value, name, options)) for name in ("title", "url", "author", "lang", "ref")}
    outlet = _words(_value(value, "outlet", options))
    published = _value(value, "published", options)
    if text := _text_of(value, options):
        return Found(place=place, text=text, outlet=outlet, published=published, **words)
    html = _value(value, "html", options)
    if not isinstance(html, str) or not html.strip():
        return _no_text(value, place=place, options=options)
    try:
        page = read_page(html, place=place)
    except InputError as error:
        return error
    merged = {name: word or getattr(page, name) for name, word in words.items()}
    return Found(
        place=place, text=page.text, outlet=outlet or page.outlet, published=published or page.published, **merged
    )


def has_text(value: Mapping[str, Any], options: ReadingOptions) -> bool:
    """Whether one of the fields is the text, or the page, of an article."""
    return any(_value(value, name, options) for name in ("text", "html"))


def columns_for(names: Iterable[str], options: ReadingOptions) -> list[str]:
    """Those of the names of fields that an article is made from."""
    wanted = {field for ours, usual in DEFAULTS.items() for field in [options.fields.get(ours), *usual] if field}
    wanted |= {field.partition(".")[0] for field in options.fields.values()}
    return [name for name in names if name in wanted]


def _no_text(value: Mapping[str, Any], *, place: str, options: ReadingOptions) -> InputError:
    asked = options.fields.get("text")
    names = [asked] if asked else list(DEFAULTS["text"][:3])
    there = ", ".join(str(name)[:30] for name in list(value)[:8]) or "none"
    empty = any(name in value for name in names)
    message = "its text is empty" if empty else f"no field {' or '.join(names)}"
    return InputError(message, place=place, hint=f"name the field with --field text=NAME (fields here: {there})")


def _text_of(value: Mapping[str, Any], options: ReadingOptions) -> str | None:
    found = _value(value, "text", options)
    if isinstance(found, list) and all(isinstance(part, str) for part in found):
        found = "\n\n".join(found)  # a list of paragraphs
    return found if isinstance(found, str) and found.strip() else None


def _value(value: Mapping[str, Any], name: str, options: ReadingOptions) -> Any:
    """The first field that says something; the user's own choice alone where there is one."""
    names = (options.fields[name],) if name in options.fields else DEFAULTS[name]
    return next((found for field in names if (found := _reach(value, field)) not in (None, "", [], {})), None)


def _reach(value: Any, field: str) -> Any:
    """``source.name`` reaches inside, unless a field is really called so."""
    if isinstance(value, dict) and field in value:
        return value[field]
    head, _, rest = field.partition(".")
    return _reach(value.get(head), rest) if rest and isinstance(value, dict) else None


def _words(value: Any) -> str | None:
    """A name: as it stands, the "name" or "title" of an object, or the names of a list."""
    if isinstance(value, dict):
        return _words(next((value[key] for key in ("name", "title", "id") if value.get(key)), None))
    if isinstance(value, list):
        return ", ".join(filter(None, map(_words, value))) or None
    if isinstance(value, bool) or value is None:
        return None
    return str(value) if isinstance(value, str | int | float) else None
