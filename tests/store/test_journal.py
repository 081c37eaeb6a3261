"""The journal keeps every record, knows which is current, and survives a crash."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from kgraph.errors import DataError, StoreError
from kgraph.model import Extraction, ExtractorInfo
from kgraph.ports import RunNote
from kgraph.store.journal import FileJournal
from tests.query.telling import Telling


def record(outlet: str, text: str = "Vareno left.", version: str = "1") -> Extraction:
    told = Telling(outlet, "2024-05-03", ["Talks fail", text]).extraction()
    return replace(told, extractor=ExtractorInfo("by-hand", version, "none"))


ONE, TWO = record("One"), record("Two")
NEWER = record("One", version="2")
RETOLD = record("One", "Vareno stayed.")  # the same URL with another text


@pytest.fixture
def journal(tmp_path: Path) -> FileJournal:
    return FileJournal(tmp_path / "journal")


def reopened(journal: FileJournal) -> FileJournal:
    journal.close()
    return FileJournal(journal.folder)


def test_records_come_back_in_the_order_they_came(journal: FileJournal) -> None:
    journal.append([TWO])
    journal.append([ONE])
    assert list(reopened(journal).extractions()) == [TWO, ONE]


def test_an_entry_tells_of_an_article_without_its_text(journal: FileJournal) -> None:
    journal.append([ONE])
    entry = journal.entry(ONE.article.id)
    assert entry is not None
    assert (entry.outlet, entry.extractor, entry.current) == ("One", "by-hand/1/none", True)
    assert journal.entry("a_nothing") is None
    assert journal.get("a_nothing") is None


def test_a_record_that_is_there_is_not_written_again(journal: FileJournal) -> None:
    journal.append([ONE, ONE])
    journal.append([ONE])
    assert journal.path.read_bytes().count(b"\n") == 1


@pytest.mark.parametrize("newer", [NEWER, RETOLD])
def test_the_newest_reading_and_the_newest_text_are_current(journal: FileJournal, newer: Extraction) -> None:
    journal.append([ONE, TWO, newer])
    assert list(journal.extractions()) == [TWO, newer]
    assert [entry.current for entry in journal.entries()] == [False, True, True]
    assert journal.path.read_bytes().count(b"\n") == 3


def test_going_back_to_an_older_text_makes_it_current(journal: FileJournal) -> None:
    journal.append([ONE, RETOLD, ONE])
    assert list(journal.extractions()) == [ONE]


def test_forgetting_keeps_the_record_and_a_reading_brings_it_back(journal: FileJournal) -> None:
    journal.append([ONE, TWO])
    assert journal.forget(ONE.article.id)
    assert not journal.forget(ONE.article.id)
    journal = reopened(journal)
    assert list(journal.extractions()) == [TWO]
    assert journal.get(ONE.article.id) == ONE
    journal.append([ONE])
    assert list(reopened(journal).extractions()) == [TWO, ONE]


def test_purging_takes_the_text_out_of_every_file(journal: FileJournal) -> None:
    secret = record("One", "Ilić was named here.")
    journal.append([secret, TWO, RETOLD])
    assert journal.forget(RETOLD.article.id, purge=True)
    journal.close()
    for file in journal.folder.iterdir():
        assert b"Vareno stayed" not in file.read_bytes()
        assert "Ilić was named".encode() not in file.read_bytes()  # the older text of the same URL
        assert secret.article.url is not None
        assert secret.article.url.encode() not in file.read_bytes()
    journal = FileJournal(journal.folder)
    assert list(journal.extractions()) == [TWO]
    assert journal.get(RETOLD.article.id) is None


def test_purging_what_was_forgotten_before(journal: FileJournal) -> None:
    journal.append([ONE, TWO])
    journal.forget(ONE.article.id)
    assert journal.forget(ONE.article.id, purge=True)
    assert journal.get(ONE.article.id) is None
    assert list(reopened(journal).extractions()) == [TWO]


@pytest.mark.parametrize(
    "torn", [b'{"schema"', b'{"schema":"kgraph.extraction/1","article":{"text":"\xc3', b"x" * 100_000]
)
def test_half_a_line_after_a_crash_is_cut_off(journal: FileJournal, torn: bytes) -> None:
    journal.append([ONE])
    journal.close()
    with open(journal.path, "ab") as file:
        file.write(torn)
    journal = FileJournal(journal.folder)
    assert list(journal.extractions()) == [ONE]
    journal.append([TWO])
    assert list(reopened(journal).extractions()) == [ONE, TWO]


@pytest.mark.parametrize("damage", ["missing", "no database", "behind"])
def test_the_index_is_made_anew_from_the_records(journal: FileJournal, damage: str) -> None:
    journal.append([ONE])
    index = journal.folder / "index.sqlite"
    before = index.read_bytes()
    journal.append([TWO, RETOLD])
    journal.forget(TWO.article.id)
    journal.close()
    if damage == "missing":
        index.unlink()
    else:
        index.write_bytes(before if damage == "behind" else b"this is no database" * 100)
    journal = FileJournal(journal.folder)
    assert list(journal.extractions()) == [RETOLD]


def test_a_second_writer_is_told_to_wait(journal: FileJournal) -> None:
    journal.append([ONE])
    other = FileJournal(journal.folder)
    assert list(other.extractions()) == [ONE]  # anybody may read
    with pytest.raises(StoreError, match="wait until it is done"):
        other.append([TWO])
    journal.close()
    other.append([TWO])
    assert list(other.extractions()) == [ONE, TWO]


def test_a_broken_line_is_named(journal: FileJournal) -> None:
    journal.append([ONE])
    journal.close()
    with open(journal.path, "ab") as file:
        file.write(b"not a record\n")
    with pytest.raises(DataError, match=r"records\.jsonl, byte \d+"):
        FileJournal(journal.folder)


def test_a_place_where_nothing_can_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreError, match="--journal"):
        FileJournal(tmp_path / "file" / "journal")


def test_notes_of_runs_are_kept(journal: FileJournal) -> None:
    note = RunNote("2024-05-03T00:00:00+00:00", "unread-input", "a\udcff.txt", "not text; “name” its encoding\n")
    journal.note([note])
    journal.note([])
    assert list(reopened(journal).run_notes()) == [note]


def test_odd_characters_survive(journal: FileJournal) -> None:
    odd = record("One", "Line\u2028separator, \x85 and 🕊️.")
    journal.append([odd, TWO])
    assert list(reopened(journal).extractions()) == [odd, TWO]
