"""The forms that an input can have: one table from names, suffixes and first bytes to readers.

A reader is a function ``Source -> Iterator[Found]`` in a module of its own, which is imported when the first such input
comes. A new form is a line here, a module, and a test.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module

from kgraph.errors import UsageError
from kgraph.reading.options import Found, Source

Reader = Callable[[Source], Iterator[Found]]


@dataclass(frozen=True, slots=True)
class Form:
    """``reader`` is "module:function" below kgraph.reading; ``magic`` matches the first bytes of such a file and of no
    other; ``packed`` forms hold other inputs, so that ``--input-format`` speaks of what is in them."""

    name: str
    suffixes: tuple[str, ...]
    reader: str
    magic: re.Pattern[bytes] | None = None
    packed: bool = False


def _form(name: str, suffixes: str, reader: str, magic: bytes | None = None, *, packed: bool = False) -> Form:
    pattern = re.compile(magic, re.DOTALL) if magic is not None else None
    return Form(name, tuple(suffixes.split()), reader, pattern, packed)


# atomic: a row of comments must not be tried in every way of parting it
_XML = rb"(?:\xef\xbb\xbf)?(?>\s*(?:<!--.{0,500}?-->|<[?!].{0,200}?>))*+\s*"

FORMS = (
    _form("text", ".txt .text", "documents:read_text"),
    _form("markdown", ".md .markdown", "documents:read_markdown"),
    _form("html", ".html .htm .xhtml", "documents:read_html"),
    _form("jsonl", ".jsonl .ndjson", "json_lines:read_json_lines"),
    _form("json", ".json", "documents:read_json"),
    _form("csv", ".csv", "table:read_csv"),
    _form("tsv", ".tsv .tab", "table:read_tsv"),
    _form("parquet", ".parquet", "parquet:read_parquet", rb"PAR1"),
    _form("pdf", ".pdf", "pdf:read_pdf", rb"%PDF-"),
    _form("feed", ".rss .atom .rdf .xml", "feed:read_feed", _XML + rb"<(?:rss|feed|rdf:RDF)[\s>]"),
    _form("warc", ".warc", "warc:read_warc", rb"WARC/[01]\.\d"),
    _form("email", ".eml", "mail:read_email", rb"(?:Return-Path|Received|Delivered-To|DKIM-Signature|MIME-Version): "),
    _form("mbox", ".mbox .mbx", "mail:read_mbox", rb"From \S+ +(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) "),
    _form("gzip", ".gz .gzip", "packed:read_gzip", rb"\x1f\x8b\x08", packed=True),
    _form("bzip2", ".bz2", "packed:read_bzip2", rb"BZh[1-9](?:1AY&SY|\x17rE8P\x90)", packed=True),
    _form("xz", ".xz", "packed:read_xz", rb"\xfd7zXZ\x00", packed=True),
    _form("zstd", ".zst .zstd", "packed:read_zstd", rb"\x28\xb5\x2f\xfd", packed=True),
    _form("zip", ".zip", "archive:read_zip", rb"PK(?:\x03\x04|\x05\x06)", packed=True),
    _form("tar", ".tar", "archive:read_tar", rb".{257}ustar", packed=True),
)
"""``.tgz`` and the like are compressed files with an archive in them, which is found by its first bytes."""

READABLE = ".txt .md .html .jsonl .json .csv .parquet .pdf .rss .warc .eml .mbox .gz .zip .tar"
HEAD = 4096  # bytes that tell a form

_SHORT = {"txt": "text", "md": "markdown", "htm": "html", "ndjson": "jsonl"} | {
    "rss": "feed",
    "atom": "feed",
    "eml": "email",
}
_BY_NAME = {form.name: form for form in FORMS}
_BY_SUFFIX = {suffix: form for form in FORMS for suffix in form.suffixes} | {
    ".tgz": _BY_NAME["gzip"],
    ".tbz2": _BY_NAME["bzip2"],
    ".txz": _BY_NAME["xz"],
    ".tzst": _BY_NAME["zstd"],
}
GUESS = Form("guess", (), "documents:read_whatever")
NAMES = tuple(form.name for form in FORMS if not form.packed)
"""What ``--input-format`` takes."""


def by_name(name: str | None) -> Form | None:
    """The form that a user names; None for None.

    Raises: UsageError for a name that is none.
    """
    if name is None:
        return None
    found = _BY_NAME.get(_SHORT.get(name, name))
    if found is None or found.packed:
        raise UsageError(f"no input format {name!r}", hint=f"formats: {', '.join(NAMES)}")
    return found


def by_suffix(name: str) -> Form | None:
    """The form that a file's name tells."""
    name = name.rsplit("/", 1)[-1].lower()
    return _BY_SUFFIX.get(name[name.rfind(".") :]) if "." in name else None


def by_magic(head: bytes) -> Form | None:
    """The form that a file's first bytes tell beyond doubt."""
    return next((form for form in FORMS if form.magic is not None and form.magic.match(head)), None)


def form_of(name: str, head: bytes, wanted: Form | None) -> Form:
    """Packed files by their first bytes; else what the user wants; else by first bytes, name, and letters."""
    told = by_magic(head)
    if told is not None and told.packed:
        return told
    named = by_suffix(name)
    if wanted is not None:
        return wanted
    if told is not None and (named is None or named.packed or named.name == "text"):
        return told
    return named or GUESS  # a packed file without its first bytes: its reader says what is wrong


def reader_of(form: Form) -> Reader:
    """The function that reads such an input; its module is imported now."""
    module, _, function = form.reader.partition(":")
    reader: Reader = getattr(import_module(f"kgraph.reading.{module}"), function)
    return reader
