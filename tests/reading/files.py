"""Makes files of every form that holds articles, out of texts that the tests give."""

from __future__ import annotations

import bz2
import gzip
import io
import json
import lzma
import tarfile
import zipfile
from collections.abc import Mapping, Sequence
from email.message import EmailMessage
from html import escape
from typing import Any

PARAGRAPHS = (
    "Vareno accused Ostmark on Friday of sending weapons to the rebels in the northern hills of the country.",
    "Ostmark denied the accusation and said that it had sent nobody. Its minister called the report untrue.",
)
TITLE = "A row over weapons in the hills"
TEXT = "\n\n".join(PARAGRAPHS)


def page(title: str = TITLE, paragraphs: Sequence[str] = PARAGRAPHS, site: str = "The Harbour Post") -> str:
    inner = "".join(f"<p>{escape(part)}</p>" for part in paragraphs)
    head = f'<title>{title}</title><meta property="og:site_name" content="{site}">'
    date = '<meta property="article:published_time" content="2024-05-03T08:00:00Z">'
    menu = "<nav><a href='/'>Home</a> <a href='/w'>World</a></nav>"
    return (
        f"<!doctype html><html lang='en'><head>{head}{date}</head><body>{menu}<article><h1>{title}</h1>{inner}"
        "</article></body></html>"
    )


def rss(items: Sequence[str], title: str = "The Harbour Post") -> bytes:
    space = 'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    head = f"<title>{title}</title><link>https://post.example/</link><language>en-gb</language>"
    first = f'<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" {space}><channel>{head}'
    return f"{first}{''.join(items)}</channel></rss>".encode()


def rss_item(number: int = 1, body: str | None = None, title: str = TITLE) -> str:
    html = "".join(f"<p>{escape(part)}</p>" for part in PARAGRAPHS) if body is None else body
    return (
        f"<item><title>{title}</title><link>https://post.example/{number}</link><guid>post-{number}</guid>"
        f"<dc:creator>Ada Lind</dc:creator><pubDate>Fri, 03 May 2024 08:00:00 GMT</pubDate>"
        f"<description>A summary.</description><content:encoded><![CDATA[{html}]]></content:encoded></item>"
    )


def atom() -> bytes:
    html = escape("".join(f"<p>{part}</p>" for part in PARAGRAPHS))
    entry = (
        f'<entry><title>{TITLE}</title><link href="https://post.example/1"/><id>tag:1</id>'
        f"<author><name>Ada Lind</name></author><updated>2024-05-03T08:00:00Z</updated>"
        f'<content type="html">{html}</content></entry>'
    )
    return f'<feed xmlns="http://www.w3.org/2005/Atom"><title>The Harbour Post</title>{entry}</feed>'.encode()


def message(*, letter: bool = True, html: str | None = None, text: str = TEXT) -> bytes:
    mail = EmailMessage()
    mail["From"] = "The Harbour Post <news@post.example>"
    mail["To"] = "reader@home.example"
    mail["Subject"] = TITLE
    mail["Date"] = "Fri, 03 May 2024 08:00:00 +0000"
    mail["Message-ID"] = "<1@post.example>"
    if letter:
        mail["List-Unsubscribe"] = "<https://post.example/off>"
    if html is None:
        mail.set_content(text + "\n\n-- \nSent from my desk\n")
    else:
        mail.set_content(html, subtype="html")
    return bytes(mail)


def mbox(messages: Sequence[bytes]) -> bytes:
    begin = b"From news@post.example Fri May  3 08:00:00 2024\n"
    return b"".join(begin + one.replace(b"\nFrom ", b"\n>From ") + b"\n\n" for one in messages)


def warc(pages: Mapping[str, bytes], *, status: str = "200 OK", kind: str = "text/html; charset=utf-8") -> bytes:
    records = [_record("warcinfo", None, b"software: by hand\r\n", "application/warc-fields")]
    for url, body in pages.items():
        head = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n\r\n".encode()
        records.append(_record("request", url, b"GET / HTTP/1.1\r\n\r\n", "application/http; msgtype=request"))
        records.append(_record("response", url, head + body, "application/http; msgtype=response"))
    return b"".join(records)


def _record(type_: str, url: str | None, body: bytes, kind: str) -> bytes:
    lines = ["WARC/1.0", f"WARC-Type: {type_}", f"WARC-Record-ID: <urn:uuid:{len(body):032d}>"]
    lines += ["WARC-Date: 2024-05-03T08:00:00Z", f"Content-Type: {kind}", f"Content-Length: {len(body)}"]
    if url:
        lines.append(f"WARC-Target-URI: {url}")
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body + b"\r\n\r\n"


def warc_gz(pages: Mapping[str, bytes]) -> bytes:
    """Each record compressed by itself, as crawlers write it."""
    plain = warc(pages)
    records = [b"WARC/1.0" + part for part in plain.split(b"WARC/1.0")[1:]]
    return b"".join(map(gzip.compress, records))


def parquet(rows: Sequence[Mapping[str, Any]]) -> bytes:
    import pyarrow
    import pyarrow.parquet

    out = io.BytesIO()
    pyarrow.parquet.write_table(pyarrow.Table.from_pylist(list(rows)), out)
    return out.getvalue()


def zipped(members: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


def tarred(members: Mapping[str, bytes], *, links: Mapping[str, str] | None = None, mode: str = "w") -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode=mode) as archive:  # type: ignore[call-overload]
        for name, target in (links or {}).items():
            link = tarfile.TarInfo(name)
            link.type, link.linkname = tarfile.SYMTYPE, target
            archive.addfile(link)
        for name, data in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return out.getvalue()


def zstd(data: bytes) -> bytes:
    try:
        from compression import zstd as library
    except ImportError:
        from backports import zstd as library
    packed: bytes = library.compress(data)
    return packed


PACKERS = {".gz": gzip.compress, ".bz2": bz2.compress, ".xz": lzma.compress, ".zst": zstd}


def json_line(**more: object) -> bytes:
    return json.dumps(
        {"title": TITLE, "text": TEXT, "date": "2024-05-03", "source": "The Harbour Post"} | more
    ).encode()


def csv_table(separator: str = ",") -> bytes:
    import csv

    out = io.StringIO()
    writer = csv.writer(out, delimiter=separator)
    writer.writerow(["headline", "body", "date", "source", "ignored"])
    writer.writerow([TITLE, TEXT, "2024-05-03", "The Harbour Post", "x"])
    return out.getvalue().encode()


# PDF: as little of it as a reader needs


def pdf(pages: Sequence[Sequence[tuple[float, float, str]]], *, title: str | None = None) -> bytes:
    """Pages of lines: where each begins (points from the left, from the bottom), and its words, in the file's order."""
    bodies = ["<< /Type /Catalog /Pages 2 0 R >>", "", "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
    kids = []
    for lines in pages:
        words = "".join(f"BT /F1 10 Tf 1 0 0 1 {x} {y} Tm ({_escaped(text)}) Tj ET\n" for x, y, text in lines)
        bodies.append(f"<< /Length {len(words)} >>\nstream\n{words}endstream")
        font = "<< /Font << /F1 3 0 R >> >>"
        bodies.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents {len(bodies)} 0 R /Resources {font} >>"
        )
        kids.append(f"{len(bodies)} 0 R")
    bodies[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    info = ""
    if title:
        bodies.append(f"<< /Title ({_escaped(title)}) >>")
        info = f"/Info {len(bodies)} 0 R"
    out = b"%PDF-1.4\n"
    places = []
    for number, body in enumerate(bodies, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1")
    start = len(out)
    out += f"xref\n0 {len(bodies) + 1}\n0000000000 65535 f \n".encode()
    out += "".join(f"{place:010d} 00000 n \n" for place in places).encode()
    out += f"trailer << /Size {len(bodies) + 1} /Root 1 0 R {info} >>\nstartxref\n{start}\n%%EOF\n".encode()
    return out


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")


def lines_of(text: str, width: int) -> list[str]:
    import textwrap

    return textwrap.wrap(text, width)


def one_column() -> bytes:
    lines = [(60.0, 740.0, TITLE)]
    y = 710.0
    for paragraph in PARAGRAPHS:
        for line in lines_of(paragraph, 80):
            lines.append((60.0, y, line))
            y -= 12
        y -= 12
    return pdf([lines], title=TITLE)
