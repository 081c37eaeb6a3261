"""RSS and Atom: an article for each entry, its text as far as the feed has it. The file streams: a feed may be long.

lxml's parser reads what browsers read (letters that are no XML, half a file); entities of the file's own are not
expanded, and nothing that it names is opened.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from kgraph.errors import InputError
from kgraph.reading.limits import too_long, too_much
from kgraph.reading.markup import words_of
from kgraph.reading.options import Found, Source

_ENTRIES = frozenset({"item", "entry"})
_TEXT = ("encoded", "content", "description", "summary", "abstract", "subtitle")  # the fullest first
_DATE = ("published", "pubDate", "date", "issued", "created", "updated", "modified")
_TREE = 4  # bytes of an entry with all its signs, for each that its article may have
_TEASER = re.compile(
    r"(?:\s*(?:\[…\]|\[\.\.\.\]|\[&#8230;\]|Continue reading\b.{0,200}|Read more\b.{0,80}))+\s*\Z"
    r"|\n+The post .{1,300} appeared first on .{1,200}\Z",
    re.IGNORECASE,
)


def read_feed(source: Source) -> Iterator[Found]:
    """The entries, in the feed's order. What an entry lacks (its outlet, its language) is the feed's."""
    from lxml import etree

    most = source.options.limits.entries
    count = told = 0
    head: dict[str, str] = {}
    root: Any = None
    stream = _Bounded(source)
    events = etree.iterparse(
        stream,
        events=("start", "end"),
        recover=True,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        for event, node in events:
            if root is None:
                root = node
                _check_root(node, source)
            if event == "end":
                name = _name(node)
                if name in _ENTRIES:
                    count += 1
                    if count > most:
                        hint = "the others were left out"
                        raise too_much(f"has more than {most} entries", "entries", most, place=source.place, hint=hint)
                    found = _entry(node, head, f"{source.place}[{count}]", source)
                    _let_go(node)
                    stream.since = 0
                    if isinstance(found, InputError):
                        told += 1
                        source.tell.error(found)
                    else:
                        yield found
                elif count == 0 and (value := _feeds_own(node, name)):
                    head.setdefault(name, value)
    except etree.LxmlError as error:
        why = " ".join(str(error).split())[:80]
        raise InputError(f"is not a feed that can be read ({why})", place=source.place, hint="get it again") from error
    if root is None:
        raise InputError("is not a feed", place=source.place, hint="give RSS or Atom")
    if not count:
        raise InputError("has no entries", place=source.place, hint="give a feed with articles in it")


class _Bounded:
    """What lxml reads from: between two entries never more than it may hold. ``since``: the bytes since the last."""

    def __init__(self, source: Source) -> None:
        self.source, self.since = source, 0

    def read(self, size: int = -1) -> bytes:
        data = self.source.stream.read(min(size, 1 << 16) if size > 0 else 1 << 16)
        self.since += len(data)
        if self.since > _TREE * self.source.options.max_bytes + (1 << 16):
            raise too_long(self.source.place, self.source.options.max_bytes)
        return data


def _check_root(node: Any, source: Source) -> None:
    if _name(node) not in ("rss", "feed", "RDF"):
        hint = "give RSS or Atom; a page is .html"
        raise InputError(f"is XML, but no feed (it begins with <{_name(node)[:40]}>)", place=source.place, hint=hint)


def _name(node: Any) -> str:
    tag = node.tag
    return tag.rsplit("}", 1)[-1] if isinstance(tag, str) else ""


def _feeds_own(node: Any, name: str) -> str | None:
    if name not in ("title", "language", "link") or node.getparent() is None:
        return None
    parent = _name(node.getparent())
    return _line(node) if parent in ("channel", "feed") else None


def _let_go(node: Any) -> None:
    """Free an entry that was read, and its elder siblings."""
    node.clear(keep_tail=False)
    parent = node.getparent()
    while parent is not None and node.getprevious() is not None:
        del parent[0]


def _entry(node: Any, head: dict[str, str], place: str, source: Source) -> Found | InputError:
    parts: dict[str, Any] = {}
    for child in node:
        parts.setdefault(_name(child), child)
    text = max((_content(parts[name]) for name in _TEXT if name in parts), key=len, default="")
    title = words_of(_raw(parts["title"])) if "title" in parts else ""
    text = _TEASER.sub("", text)
    if not text.strip():
        if not title.strip():
            return InputError("has no text in it", place=place, hint="the feed gives neither title nor summary")
        text, title = title, ""
    origin = parts.get("source")
    outlet = _line(origin) if origin is not None and not len(origin) else None
    if origin is not None and len(origin):
        outlet = next((_line(child) for child in origin if _name(child) == "title"), None)
    return Found(
        place=place,
        text=text,
        title=" ".join(title.split()) or None,
        outlet=outlet or source.options.outlet or head.get("title"),
        url=_link(node),
        published=next((_line(parts[name]) for name in _DATE if name in parts and _line(parts[name])), None),
        lang=head.get("language") or node.get("{http://www.w3.org/XML/1998/namespace}lang"),
        author=_author(parts),
        ref=next((_line(parts[name])[:500] for name in ("guid", "id") if name in parts), None) or None,
    )


def _content(node: Any) -> str:
    """The words of an element that holds HTML: escaped, or as elements of its own."""
    from lxml import etree

    if len(node):
        return words_of(etree.tostring(node, encoding="unicode", with_tail=False))
    return words_of(_raw(node))


def _raw(node: Any) -> str:
    return "".join(node.itertext())


def _line(node: Any) -> str:
    return " ".join(_raw(node).split())


def _link(node: Any) -> str | None:
    for child in node:
        if _name(child) == "link":
            if child.get("href"):
                if child.get("rel", "alternate") == "alternate":
                    return str(child.get("href")).strip()
            elif _line(child):
                return _line(child)
    guid = next((child for child in node if _name(child) == "guid"), None)
    address = _line(guid) if guid is not None and guid.get("isPermaLink") != "false" else ""
    return address if address.startswith(("http://", "https://")) else None


def _author(parts: dict[str, Any]) -> str | None:
    """dc:creator, Atom's author with its name, RSS's "mail@address (Name)"."""
    for name in ("creator", "author"):
        if name in parts:
            node = parts[name]
            inner = next((_line(child) for child in node if _name(child) == "name"), None)
            said = inner or _line(node)
            bracketed = re.fullmatch(r"\S+@\S+ \((.{1,200})\)", said)
            return (bracketed[1] if bracketed else said) or None
    return None
