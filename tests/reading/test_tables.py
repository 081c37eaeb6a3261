"""CSV, TSV and Parquet: an article on each row, columns found as the fields of JSON are."""

import csv
import io
import sys
from datetime import UTC, date, datetime

import pytest

from tests.reading import files
from tests.reading.heard import Heard

WHOLE = f"{files.TITLE}\n\n{files.TEXT}"


@pytest.fixture(autouse=True)
def inbox(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def rows(*rows, separator=",", encoding="utf-8"):
    out = io.StringIO()
    csv.writer(out, delimiter=separator).writerows(rows)
    return out.getvalue().encode(encoding)


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_the_sign_between_columns_is_found_out(inbox, separator):
    (inbox / "a.csv").write_bytes(files.csv_table(separator))
    (found,) = Heard("a.csv").articles
    assert (found.text, found.published, found.outlet) == (WHOLE, "2024-05-03", "The Harbour Post")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_encodings_are_found_out(inbox, encoding):
    (inbox / "a.csv").write_bytes(rows(["id", "text"], ["1", "Café owners said “no” to it."], encoding=encoding))
    assert Heard("a.csv").texts == ["Café owners said “no” to it."]


def test_columns_are_named_by_the_user(inbox):
    (inbox / "a.csv").write_bytes(rows(["when", "story"], ["2024-05-03", "Ankara denied it."]))
    heard = Heard("a.csv")
    assert heard.lines == [
        "a.csv: no column for the text; name the column with --field text=NAME (columns here: when, story)"
    ]
    (found,) = Heard("a.csv", fields={"text": "story", "date": "when"}).articles
    assert (found.text, found.published) == ("Ankara denied it.", "2024-05-03")


def test_a_bad_row_is_told_by_its_line_and_the_rest_is_read(inbox):
    table = rows(["id", "text"], ["1", "One\nover lines."], ["2", ""], [], ["3", "Three.", "too many"], ["4"])
    (inbox / "a.csv").write_bytes(table)
    heard = Heard("a.csv")
    assert heard.texts == ["One\nover lines.", "Three."]
    assert [line.split(":")[1] for line in heard.lines] == ["4", "7"]


def test_line_ends_of_every_system_are_understood(inbox):
    for end in ("\n", "\r\n", "\r"):
        (inbox / "a.csv").write_bytes(f"id,text{end}1,Ankara denied it.{end}2,Baku denied it.{end}".encode())
        assert Heard("a.csv").texts == ["Ankara denied it.", "Baku denied it."]


def test_a_quotation_mark_that_never_closes_takes_no_memory(inbox):
    (inbox / "a.csv").write_text('id,text\n1,"One.\n' + "x\n" * 1_000_000)
    heard = Heard("a.csv", max_bytes=200_000)
    assert not heard.articles
    assert "field larger than field limit" in heard.lines[0]


@pytest.mark.parametrize("data", [b"", b"\n\n", b"\x00\x01\x02" * 50, b",,,\n"])
def test_what_is_no_table_is_named(inbox, data):
    (inbox / "a.csv").write_bytes(data)
    heard = Heard("a.csv")
    assert (heard.articles, len(heard.lines)) == ([], 1)


def test_parquet_is_read_with_its_types(inbox):
    table = [
        {"title": files.TITLE, "text": files.TEXT, "date": date(2024, 5, 3), "source": {"name": "The Harbour Post"}},
        {"title": None, "text": "", "date": None, "source": None},
        {"title": None, "text": "Baku denied it.", "date": datetime(2024, 5, 3, 8, tzinfo=UTC).date(), "source": None},
    ]
    (inbox / "a.parquet").write_bytes(files.parquet(table))
    heard = Heard("a.parquet")
    assert heard.texts == [WHOLE, "Baku denied it."]
    assert [found.published for found in heard.articles] == ["2024-05-03", "2024-05-03"]
    assert heard.articles[0].outlet == "The Harbour Post"
    assert heard.lines == [
        "a.parquet:2: its text is empty; name the field with --field text=NAME (fields here: title, text, date, source)"
    ]


def test_parquet_that_is_broken_or_has_no_text_is_named(inbox):
    (inbox / "a.parquet").write_bytes(files.parquet([{"text": "x"}])[:50])
    (inbox / "b.parquet").write_bytes(files.parquet([{"words": "x"}]))
    heard = Heard("a.parquet", "b.parquet")
    assert heard.lines[0].startswith("a.parquet: is no Parquet file that can be read (")
    assert heard.lines[1].startswith("b.parquet: no column for the text; name the column with --field text=NAME")


def test_without_its_library_the_extra_is_named(inbox, monkeypatch):
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    (inbox / "a.parquet").write_bytes(b"PAR1")
    assert Heard("a.parquet").lines == [
        "a.parquet: Parquet files need a library that is not installed; pip install 'kgraph[parquet]'"
    ]
    for name in ("compression.zstd", "backports.zstd"):
        monkeypatch.setitem(sys.modules, name, None)
    (inbox / "a.zst").write_bytes(b"\x28\xb5\x2f\xfd")
    assert Heard("a.zst").lines == [
        "a.zst: Zstandard files need a library that is not installed; pip install 'kgraph[zstd]'"
    ]
