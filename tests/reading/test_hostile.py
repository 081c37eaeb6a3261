"""Anything at all through every reader: articles or one-line errors, in bounded time, and never anything else."""

from __future__ import annotations

import os
import random
import time
from io import BytesIO

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kgraph.errors import InputError
from kgraph.model import Article
from kgraph.reading import INPUT_FORMATS, ReadingOptions, limits_of, read
from tests.reading import files
from tests.reading.heard import Heard

INPUTS = int(os.environ.get("KGRAPH_FUZZ", "1500"))  # make soak: 100,000
SLOWEST = 10.0  # seconds for one input of a few kilobytes, on a machine where others work

SEEDS = {
    "text": [files.TEXT.encode(), b"---\ntitle: x\n---\nNorway denied it."],
    "markdown": [b"# A [denial](x)\n\n> **Norway** denied it.\n"],
    "html": [files.page().encode()],
    "jsonl": [files.json_line() + b"\n" + files.json_line()],
    "json": [b"[" + files.json_line() + b"]"],
    "csv": [files.csv_table()],
    "tsv": [files.csv_table("\t")],
    "parquet": [files.parquet([{"text": files.TEXT, "title": files.TITLE}])],
    "pdf": [files.one_column()],
    "feed": [files.rss([files.rss_item()]), files.atom()],
    "warc": [files.warc({"https://post.example/1": files.page().encode()})],
    "email": [files.message(), files.message(html=files.page())],
    "mbox": [files.mbox([files.message(), files.message()])],
    "packed": [
        *(pack(files.json_line()) for pack in files.PACKERS.values()),
        files.zipped({"a.txt": files.TEXT.encode(), "b.csv": files.csv_table()}),
        files.tarred({"a.txt": files.TEXT.encode()}, links={"x.txt": "y"}),
        files.zipped({"a.zip": files.zipped({"a.txt.gz": files.PACKERS[".gz"](files.TEXT.encode())})}),
    ],
}
PIECES = [
    b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"\xed\xa0\x80", "\u200b\u202e\u2066".encode(), b"\r\r\n", b'"', b"'", b"<",
    b"<![CDATA[", b"]]>", b"&", b"&#x110000;", b"&#0;", b"{", b"[" * 50, b"}", b",", b";", b"%", b"(", b"\\", b"-1",
    b"99999999999999999999", b"0", b"From x Fri May  3 08:00:00 2024\n", b"\n\n", b"---\n",
    b"Content-Length: 9999999\r\n",     b"../" * 5, b"<div>" * 50, b"=?utf-8?q?",
]  # fmt: skip


@st.composite
def hostile(draw: st.DrawFn, form: str) -> bytes:
    """A good file with bytes changed, cut out, put in and doubled; or a heap of signs."""
    if draw(st.integers(0, 9)) == 0:
        return b"".join(draw(st.lists(st.sampled_from(PIECES) | st.binary(max_size=20), max_size=60)))
    data = bytearray(draw(st.sampled_from(SEEDS[form])))
    for _ in range(draw(st.integers(0, 8))):
        at = draw(st.integers(0, max(len(data) - 1, 0)))
        kind = draw(st.integers(0, 3))
        if kind == 0 and data:
            data[at] = draw(st.integers(0, 255))
        elif kind == 1:
            del data[at : at + draw(st.integers(1, 200))]
        elif kind == 2:
            data[at:at] = draw(st.sampled_from(PIECES))
        else:
            data[at:at] = data[at : at + draw(st.integers(1, 300))]
    return bytes(data)


def survives(data: bytes, form: str | None, name: str = "standard input") -> None:
    """Reads it and sees that nothing but articles and errors of ours come out."""
    errors: list[InputError] = []
    options = ReadingOptions(input_format=form, limits=limits_of({"bytes": 200_000, "seconds": 5}))
    begun = time.monotonic()
    for found in read(["-"], options=options, on_error=errors.append, stdin=BytesIO(data)):
        assert isinstance(found, Article)
        assert found.text.strip()
        found.text.encode("utf-8")  # no lone surrogate
        assert "\x00" not in found.text
    assert time.monotonic() - begun < SLOWEST
    for error in errors:
        assert "\n" not in str(error)


@pytest.mark.parametrize("form", SEEDS)
def test_no_input_breaks_a_reader(form: str) -> None:
    @settings(
        max_examples=max(INPUTS // len(SEEDS), 10),
        deadline=None,
        suppress_health_check=list(HealthCheck),
        derandomize=INPUTS < 10_000,
        database=None,
    )
    @given(data=hostile(form), said=st.booleans())
    def holds(data: bytes, said: bool) -> None:
        survives(data, form if said and form in INPUT_FORMATS else None)

    holds()


@pytest.mark.parametrize("change", [-2, 2])
def test_no_changed_byte_in_the_foot_of_a_parquet_file_ends_the_process(change: int) -> None:
    for good in SEEDS["parquet"]:
        foot = int.from_bytes(good[-8:-4], "little") + 8
        for at in range(len(good) - foot, len(good)):
            data = bytearray(good)
            data[at] = (data[at] + change) % 256
            survives(bytes(data), "parquet")


DEEP = 200_000
MANY = 1_000_000
SHAPES = {
    "commas": b"," * MANY,
    "quotes": b'"' * MANY,
    "brackets": b"[" * MANY,
    "braces": b'{"a":' * DEEP,
    "angles": b"<" * MANY,
    "tags": b"<!doctype html><html>" + b"<div>" * 39_000,
    "comments": b"<!---->" * 500 + b"x",
    "comments in html": b"<html>" + b"<!--" * 30_000,
    "xml comments": b"<?xml version='1.0'?>" + b"<!-- --> " * 400 + b"x",
    "elements": b"<rss><channel>" + b"<a>" * DEEP,
    "items": b"<rss>" + b"<item>" * 50_000,
    "attributes": b"<rss " + b"a='b' " * 100_000 + b">",
    "one line": b"Norway accused Chile of it and " * 6_000,
    "one word": b"a" * 190_000,
    "marks": "\u202e\u200b\u2066".encode() * 60_000,
    "accents": ("a" + "\u0301" * 90_000).encode(),
    "zero bytes": b"\x00" * MANY,
    "surrogates": b'{"text": "\\ud800\\udfff \\udc00 Norway denied it."}',
    "yaml": b"---\na: &a [x,x,x]\n" + b"".join(b"b%d: &b%d [*a,*a,*a]\n" % (n, n) for n in range(9)) + b"---\nText.",
    "yaml nests": b"---\n" + b"[" * 9_000 + b"\n---\nText.",
    "headers": b"Received: x\n" + b"X-A: " + b"(" * 100_000,
    "parts": b"MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n" + b"--x\n\nx\n" * 20_000,
    "nested parts": b"MIME-Version: 1.0\n"
    + b"".join(b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(3_000)),
    "encoded words": b"MIME-Version: 1.0\nSubject: " + b"=?utf-8?q?a?= " * 8_000 + b"\n\nNorway denied it.",
    "dates": b"Date: " + b"1" * 100_000 + b"\n\nNorway denied it.",
    "datelines": b"OSLO, " * 30_000,
    "bylines": b"By " + b"Ada Lind, " * 15 + b"\n\nNorway denied it.",
    "wraps": (b"word " * 14 + b"\n") * 2_500,
    "markdown": b"# " + b"[" * 90_000 + b"*_" * 40_000,
    "spaces": b"a" + b" " * 190_000 + b"b",
    "line ends": b"a" + b"\r\n \t\r\n" * 30_000 + b"b",
}  # fmt: skip


@pytest.mark.parametrize("name", SHAPES)
@pytest.mark.parametrize("form", [None, "text", "markdown", "html", "csv", "feed", "email", "mbox", "warc", "json"])
def test_no_shape_keeps_a_reader_busy(name: str, form: str | None) -> None:
    survives(SHAPES[name], form)


def test_links_that_lead_in_a_circle_end(tmp_path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "in" / "sub").mkdir(parents=True)
    (tmp_path / "in" / "a.txt").write_text("Norway denied it.")
    (tmp_path / "in" / "sub" / "up").symlink_to(tmp_path / "in")
    (tmp_path / "in" / "self.txt").symlink_to(tmp_path / "in" / "self.txt")
    heard = Heard("in", "in/**/*.txt")
    assert heard.texts == ["Norway denied it."]
    assert len(heard.lines) >= 1
    assert "cannot be read (Too many levels of symbolic links)" in heard.lines[0]


def test_names_of_files_may_hold_anything(tmp_path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("a\nb.txt", "-x.txt", "ü\u202e.txt", os.fsdecode(b"\xff.txt")):
        (tmp_path / name).write_text("Norway denied it.")
    assert len(Heard(".").texts) == 4


def test_random_bytes_are_refused() -> None:
    chance = random.Random(1)
    for size in (1, 10, 1_000, 100_000):
        survives(chance.randbytes(size), None)
