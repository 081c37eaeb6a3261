"""Bytes -> characters. The encoding is found out, in this order: byte order mark, the user's word, UTF-16 by
its zero bytes, UTF-8, the page's own declaration, Windows-1252 where the text is Western, charset-normalizer."""

from __future__ import annotations

import codecs
import re

from kgraph.errors import InputError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_BINARY = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a zip, Word or OpenDocument file"),
    (b"\xd0\xcf\x11\xe0", "an old Word or Excel file"),
    (b"{\\rtf", "an RTF file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b", "a gzip file"),
    (b"BZh", "a bzip2 file"),
    (b"\xfd7zXZ", "an xz file"),
    (b"7z\xbc\xaf", "a 7z file"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"SQLite format 3", "a database"),
)
_DECLARED = re.compile(rb"""(?:charset\s*=\s*["']?|<\?xml[^>]{0,100}encoding\s*=\s*["'])([A-Za-z0-9_.:-]{2,40})""")
_WESTERN = re.compile(rb"[\x85\x91-\x97\xa0\xa3\xab\xb0\xb4\xb7\xbb\xbf-\xff\x80\x8a\x8c\x8e\x99\x9a\x9c\x9e\x9f]")
_CONTROL = bytes([*range(9), *range(14, 27), *range(28, 32), 127])


def decode(data: bytes, *, place: str, encoding: str | None = None, declared: bool = False) -> tuple[str, str]:
    """The text and the encoding that it was in. ``declared``: look for a page's own charset too.

    Raises: InputError for binary files and for bytes that are not in ``encoding``.
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _strictly(data, name, place=place)
    if kind := binary_kind(data):
        hint = "take its text out and give that (.txt, .html, .jsonl)"
        raise InputError(f"is {kind}, not text", place=place, hint=hint)
    if encoding:
        return _strictly(data, encoding, place=place)
    candidates = [*_wide(data), "utf-8", *_declared(data, declared)]
    for name in candidates:
        try:
            return data.decode(name), name
        except (UnicodeDecodeError, LookupError):
            continue
    if _looks_binary(data):
        raise InputError("is a binary file, not text", place=place, hint="give its text instead (.txt, .html, .jsonl)")
    return _guessed(data, place=place)


def binary_kind(data: bytes) -> str | None:
    """What the first bytes say a file is, if it is surely none of text."""
    kind = next((kind for magic, kind in _BINARY if data.startswith(magic)), None)
    return kind or ("a binary file" if _looks_binary(data) and not _wide(data) else None)


def _looks_binary(data: bytes) -> bool:
    sample = data[:65536]
    unprintable = len(sample) - len(sample.translate(None, _CONTROL))
    return b"\x00" in sample or unprintable > len(sample) // 100


def _wide(data: bytes) -> list[str]:
    """UTF-16 without a mark: in Western text every other byte is zero."""
    sample = data[:4096]
    if len(sample) < 4 or len(data) % 2:
        return []
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd > len(sample) * 0.4 and even < len(sample) * 0.01:
        return ["utf-16-le"]
    if even > len(sample) * 0.4 and odd < len(sample) * 0.01:
        return ["utf-16-be"]
    return []


def _declared(data: bytes, wanted: bool) -> list[str]:
    match = _DECLARED.search(data[:4096]) if wanted else None
    if not match:
        return []
    name = match[1].decode("ascii").casefold()
    # browsers read Latin-1 as Windows-1252, since that is what such pages are in
    return ["cp1252" if name in ("iso-8859-1", "latin-1", "latin1", "us-ascii", "ascii") else name]


def _strictly(data: bytes, name: str, *, place: str) -> tuple[str, str]:
    try:
        return data.decode(name), name
    except LookupError as error:
        hint = "leave --encoding out, or name one such as utf-8, cp1252, utf-16"
        raise InputError(f"no encoding is named {name!r}", place=place, hint=hint) from error
    except UnicodeError as error:
        at = f" (byte {error.start + 1})" if isinstance(error, UnicodeDecodeError) else ""
        hint = "leave --encoding out to have it found, or name the right one"
        raise InputError(f"is not in {name.removesuffix('-sig')}{at}", place=place, hint=hint) from error


def _guessed(data: bytes, *, place: str) -> tuple[str, str]:
    """Neither UTF-8 nor declared: an older file. English text with curly quotes is Windows-1252 nine times in ten."""
    high = [byte for byte in data[:200_000] if byte > 127]
    western = _WESTERN.findall(data[:200_000])
    if len(western) == len(high) < 0.2 * min(len(data), 200_000):
        try:
            return data.decode("cp1252"), "cp1252"
        except UnicodeDecodeError:
            pass
    from charset_normalizer import from_bytes

    best = from_bytes(data[:200_000]).best()
    name = best.encoding if best else "cp1252"
    try:
        return data.decode(name), name
    except UnicodeDecodeError as error:
        hint = "save it as UTF-8, or name its encoding with --encoding"
        raise InputError("is in no encoding that could be found out", place=place, hint=hint) from error
