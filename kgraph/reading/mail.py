"""E-mail: one message (.eml) or a mailbox (.mbox). A newsletter's sender is the outlet, another's is the author."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default as modern
from email.utils import parseaddr

from kgraph.errors import InputError
from kgraph.reading.encoding import decode
from kgraph.reading.limits import too_long
from kgraph.reading.markup import words_of
from kgraph.reading.options import Found, Source
from kgraph.reading.page import read_page
from kgraph.reading.streams import bounded_lines

_SIGNATURE = re.compile(r"^-- ?\n.*\Z", re.MULTILINE | re.DOTALL)
_HEAD_ENDS = re.compile(rb"\r?\n\r?\n")
_REPLY = re.compile(r"^(?:(?:re|fwd?|aw|wg|tr): *)+", re.IGNORECASE)
_MOST_PARTS = 1_000
_LONGEST_HEAD = 64_000  # bytes; the library takes the square of a header's length


def read_email(source: Source) -> Iterator[Found]:
    data = source.stream.read(source.options.max_bytes + 1)
    if len(data) > source.options.max_bytes:
        raise too_long(source.place, source.options.max_bytes)
    yield _message(data, source, source.place)


def read_mbox(source: Source) -> Iterator[Found]:
    """Messages part where a line begins with "From " behind a blank one; only one is in memory at a time."""
    number = 0
    for data in _messages(source):
        number += 1
        place = f"{source.place}:{number}"
        try:
            if data is None:
                raise too_long(place, source.options.max_bytes)
            yield _message(data, source, place)
        except InputError as error:
            source.tell.error(error)
    if not number:
        raise InputError("holds no messages", place=source.place, hint="a mailbox begins with a line 'From ...'")


def _messages(source: Source) -> Iterator[bytes | None]:
    """Each message; None for one that is too long."""
    most = source.options.max_bytes
    parts: list[bytes] = []
    size = 0
    blank, begun = True, False
    for line, _ in bounded_lines(source.stream, most):
        if blank and line.startswith(b"From "):
            if begun:
                yield b"".join(parts) if size <= most else None
            parts, size, begun = [], 0, True
        elif begun:
            size += len(line)
            if size <= most:
                parts.append(line[1:] if line.startswith(b">From ") else line)
        blank = not line.strip()
    if begun:
        yield b"".join(parts) if size <= most else None


def _message(data: bytes, source: Source, place: str) -> Found:
    if len(data) > _LONGEST_HEAD and not _HEAD_ENDS.search(data, 0, _LONGEST_HEAD):
        what = f"has a head of more than {_LONGEST_HEAD:,} bytes"
        raise InputError(what, place=place, hint="save its text as .txt")
    if data.count(b"\n--") > 20 * _MOST_PARTS:
        raise InputError(f"has more than {_MOST_PARTS:,} parts", place=place, hint="save its text as .txt")
    try:
        message = message_from_bytes(data, policy=modern)
        assert isinstance(message, EmailMessage)
        return _found(message, source, place)
    except InputError:
        raise
    except Exception as error:  # the parser of the standard library breaks on odd headers in many ways
        raise InputError(f"is no message that can be read ({type(error).__name__})", place=place) from error


def _found(message: EmailMessage, source: Source, place: str) -> Found:
    found = _body(message, source, place)
    name, address = parseaddr(_header(message, "from"))
    sender = name or address or None
    letter = bool(message.get("list-unsubscribe") or message.get("list-id"))
    return replace(
        found,
        title=_REPLY.sub("", _header(message, "subject")) or found.title,
        outlet=(sender if letter else None) or found.outlet,
        author=found.author if letter else sender,
        published=_header(message, "date") or found.published,
        ref=_header(message, "message-id").strip("<>") or None,
    )


def _header(message: EmailMessage, name: str) -> str:
    return " ".join(str(message.get(name) or "").split())[:1_000]


def _body(message: EmailMessage, source: Source, place: str) -> Found:
    """The plain part, or the page where there is none. Attachments are told and left out."""
    plain = html = ""
    attached = 0
    for number, part in enumerate(message.walk()):
        if number > _MOST_PARTS:
            raise InputError(f"has more than {_MOST_PARTS} parts", place=place, hint="save its text as .txt")
        if part.is_multipart():
            continue
        if any(len(str(value)) > _LONGEST_HEAD for _, value in part.raw_items()):
            attached += 1
            continue
        if part.get_content_disposition() == "attachment" or part.get_content_maintype() != "text":
            attached += 1
        elif part.get_content_subtype() == "html":
            html = html or _text(part, place)
        else:
            plain = plain or _text(part, place)
    if attached:
        files = "attachment was" if attached == 1 else "attachments were"
        source.tell.note(f"{place}: {attached} {files} left out; save them as files to have them read")
    if len(plain.split()) >= 20 or (plain.strip() and not html.strip()):
        return Found(place=place, text=_SIGNATURE.sub("", plain.replace("\r\n", "\n")))
    if not html.strip():
        raise InputError("has no text in it", place=place, hint="give a message with a text")
    try:
        return read_page(html, place=place, most_tags=source.options.limits.tags)
    except InputError:
        text = words_of(html)
        if not text.strip():
            raise
        return Found(place=place, text=text)


def _text(part: EmailMessage, place: str) -> str:
    data = part.get_payload(decode=True)
    if not isinstance(data, bytes):
        return ""
    charset = str(part.get_content_charset() or "")
    try:
        return data.decode(charset or "utf-8")
    except (LookupError, UnicodeError):
        return decode(data, place=place, declared=True)[0] if data.strip() else ""
