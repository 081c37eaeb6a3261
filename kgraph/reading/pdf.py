"""PDF: the words of its pages in reading order, columns one after the other, without running heads and page numbers,
words that a line's end cuts put together again."""

from __future__ import annotations

import logging
import re
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import cache
from typing import Any

from kgraph.errors import InputError
from kgraph.reading.columns import Piece, in_reading_order
from kgraph.reading.limits import too_long, too_much
from kgraph.reading.options import Found, Source
from kgraph.reading.streams import from_the_end

_FIGURES = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"(?:page |p\. ?)?\d{1,4}(?: ?(?:of|/) ?\d{1,4})?|[ivxl]{1,6}|[-–—] ?\d{1,4} ?[-–—]", re.IGNORECASE
)
_ENDS = re.compile(r"[.!?…][\"'”’)\]]*$")
_CUT = re.compile(r"([^\W\d_]{2,})[-\u00ad\u2010]$")
_EDGE = 2  # lines at a page's top and bottom that may be heads
_SHORT = 0.75  # of the usual width: where a paragraph ends


def read_pdf(source: Source) -> Iterator[Found]:
    """One article: a PDF does not say where the next begins."""
    stream = from_the_end(source)
    deadline = time.monotonic() + source.options.limits.seconds
    pypdf = _pypdf()
    try:
        reader = pypdf.PdfReader(stream, strict=False)
        if reader.is_encrypted and not reader.decrypt(""):
            raise InputError(
                "is locked with a password", place=source.place, hint="save it without, or its text as .txt"
            )
        pages = list(_pages(reader, source, deadline))
        about = reader.metadata or {}
        title, author = _said(about, "/Title"), _said(about, "/Author")
    except InputError:
        raise
    except Exception as error:  # a damaged PDF breaks the library in as many ways as there are
        why = " ".join(str(error).split())[:80] or type(error).__name__
        raise InputError(
            f"is no PDF that can be read ({why})", place=source.place, hint="save its text as .txt"
        ) from error
    text = "\n\n".join(paragraphs(without_heads(pages)))
    if not text.strip():
        hint = "it may be a scan: have its text recognised first"
        raise InputError("has no text in it", place=source.place, hint=hint)
    if len(text) > source.options.max_bytes:
        raise too_long(source.place, source.options.max_bytes)
    # when a PDF was made is not when the article came out, so its dates say nothing
    yield Found(place=source.place, text=text, title=_headline(title, text), author=author)


@cache
def _pypdf() -> Any:
    """Loaded at the first PDF. What it warns of is no matter for a reader."""
    import pypdf

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    return pypdf


def _pages(reader: Any, source: Source, deadline: float) -> Iterator[list[str]]:
    most, seconds = source.options.limits.pages, source.options.limits.seconds
    size = 0
    for number, page in enumerate(reader.pages):
        if number >= most:
            hint = f"only the first {most} were read"
            source.tell.error(too_much(f"has more than {most} pages", "pages", most, place=source.place, hint=hint))
            return
        pieces: list[Piece] = []

        def in_time(*_: Any) -> None:
            if time.monotonic() > deadline:
                hint = "save its text as .txt"
                raise too_much(f"takes more than {seconds} seconds", "seconds", seconds, place=source.place, hint=hint)

        def take(text: str, cm: Any, tm: Any, font: Any, height: Any, into: list[Piece] = pieces) -> None:
            in_time()
            if text:
                into.append(Piece(*_position(cm, tm), float(height or 10), text))

        page.extract_text(visitor_text=take, visitor_operand_before=in_time)
        lines = in_reading_order(pieces, width=float(page.mediabox.width))
        size += sum(map(len, lines))
        if size > source.options.max_bytes:
            raise too_long(source.place, source.options.max_bytes)
        yield lines


def _position(cm: Any, tm: Any) -> tuple[float, float]:
    """Where a text stands on the page: its own matrix within the current one."""
    x = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
    y = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
    return float(x), float(y)


def _said(about: Any, name: str) -> str | None:
    value = about.get(name)
    return " ".join(str(value).split())[:300] or None if value is not None else None


def _headline(title: str | None, text: str) -> str | None:
    """The title that a PDF names, where it stands on its first page; else it is a file's name or a template's."""
    if title and _plain(title) in _plain(text[:3_000]):
        return title
    return None


def _plain(text: str) -> str:
    return re.sub(r"\W+", " ", text).casefold().strip()


def without_heads(pages: Sequence[Sequence[str]]) -> list[list[str]]:
    """Pages without the lines that stand at the top or bottom of several, but for their figures, and page numbers."""
    edges: Counter[str] = Counter()
    for lines in pages:
        edges.update({_FIGURES.sub("#", line) for line in [*lines[:_EDGE], *lines[-_EDGE:]]})
    enough = max(2, len(pages) // 3)
    heads = {line for line, count in edges.items() if count >= enough and len(pages) > 1}
    out = []
    for lines in pages:
        last = len(lines) - _EDGE
        kept = [line for n, line in enumerate(lines) if _EDGE <= n < last or not _is_head(line, heads)]
        out.append(kept or list(lines))  # a page of one line is no head
    return out


def _is_head(line: str, heads: AbstractSet[str]) -> bool:
    return _FIGURES.sub("#", line) in heads or _PAGE_NUMBER.fullmatch(line.strip()) is not None


def paragraphs(pages: Sequence[Sequence[str]]) -> Iterator[str]:
    """The lines put together: a paragraph ends at a blank line, and where a line that ends a sentence is short. One
    that a page or a column cuts goes on."""
    lines = [line.strip() for page in pages for line in page]
    written = Counter(word for line in lines for word in re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", line.casefold()))
    widths = sorted(len(line) for line in lines if len(line) > 20)
    width = widths[len(widths) * 4 // 5] if widths else 0
    paragraph = ""
    for number, line in enumerate(lines):
        if not line:
            if _ENDS.search(paragraph) or len(paragraph) < width:
                if paragraph:
                    yield paragraph
                paragraph = ""
            continue
        following = next((later for later in lines[number + 1 : number + 3] if later), "")
        paragraph = _joined(paragraph, line, written)
        if _ends(line, following, width):
            yield paragraph
            paragraph = ""
    if paragraph:
        yield paragraph


def _ends(line: str, following: str, width: int) -> bool:
    if not following:
        return True
    opens = following[:1].isupper() or following[:1] in "\"“'‘(–—•*0123456789"
    if len(line) < _SHORT * width and opens:
        return bool(_ENDS.search(line)) or len(line) < 0.6 * width
    return False


def _joined(before: str, line: str, written: Counter[str]) -> str:
    """ "govern-" and "ment" are one word, "well-" and "known" two, where the text writes them so elsewhere."""
    if not before:
        return line
    cut = _CUT.search(before)
    if not cut or not line[:1].islower():
        return f"{before} {line}"
    rest = re.match(r"[^\W\d_]+", line)
    whole = f"{cut[1]}{rest[0] if rest else ''}".casefold()
    hyphened = f"{cut[1]}-{rest[0] if rest else ''}".casefold()
    if written[hyphened] > written[whole]:
        return f"{before}{line}"
    return f"{before[: cut.end(1)]}{line}"
