"""Articles go in once, in any portions, and nothing that was done is lost."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

import pytest

from kgraph import app
from kgraph.errors import DataError, InputError, StoreError
from kgraph.model import Article, Evidence, Extraction, ExtractorInfo, GraphDelta
from kgraph.store.bolt import BoltStore
from kgraph.store.journal import FileJournal
from tests.app.fakes import Reader, reading, readings
from tests.store.dump import dump, expected


def articles(extractions: Iterable[Extraction]) -> list[Article]:
    return [extraction.article for extraction in extractions]


@pytest.mark.parametrize("batch", [1, 3, 64])
def test_every_article_goes_in(each_store: BoltStore, journal: FileJournal, batch: int) -> None:
    told = readings(7)
    report = app.ingest(articles(told), extractor=Reader(told), store=each_store, journal=journal, batch=batch)
    assert (report.articles, report.claims, report.notes, report.failed) == (7, 7, 7, [])
    assert dump(each_store) == expected(told)
    assert list(journal.extractions()) == told


def test_what_was_read_is_not_read_again(each_store: BoltStore, journal: FileJournal) -> None:
    told = readings(4)
    app.ingest(articles(told[:3]), extractor=Reader(told), store=each_store, journal=journal)
    reader = Reader(told)
    report = app.ingest(articles(told), extractor=reader, store=each_store, journal=journal)
    assert reader.read == [told[3].article.id]
    assert (report.articles, report.unchanged) == (1, 3)


def test_an_article_that_comes_twice_is_read_once(each_store: BoltStore, journal: FileJournal) -> None:
    told, reader = readings(3), Reader(readings(3))
    twice = [*articles(told), *articles(told)]
    report = app.ingest(twice, extractor=reader, store=each_store, journal=journal, batch=2)
    assert len(reader.read) == 3
    assert (report.articles, report.unchanged) == (3, 3)


def test_what_only_the_journal_has_is_taken_from_there(each_store: BoltStore, journal: FileJournal) -> None:
    told, reader = readings(2), Reader(readings(2))
    journal.append(told)
    report = app.ingest(articles(told), extractor=reader, store=each_store, journal=journal)
    assert reader.read == []
    assert (report.articles, report.restored) == (2, 2)
    assert dump(each_store) == expected(told)


def test_a_newer_extractor_reads_again(each_store: BoltStore, journal: FileJournal) -> None:
    told = readings(2)
    newer = ExtractorInfo("by-hand", "2", "none")
    app.ingest(articles(told), extractor=Reader(told), store=each_store, journal=journal)
    app.ingest(articles(told), extractor=Reader(told, info=newer), store=each_store, journal=journal)
    assert dump(each_store) == expected([replace(extraction, extractor=newer) for extraction in told])


def test_a_date_that_comes_later_is_taken(each_store: BoltStore, journal: FileJournal) -> None:
    told = reading(1)
    undated = replace(told.article, published=None)
    app.ingest([undated], extractor=Reader([told]), store=each_store, journal=journal)
    app.ingest([told.article], extractor=Reader([told]), store=each_store, journal=journal)
    assert dump(each_store) == expected([told])


def test_an_article_that_breaks_the_reader_is_named_and_the_others_go_on(
    each_store: BoltStore, journal: FileJournal
) -> None:
    told = readings(7)

    def choke(article: Article) -> None:
        if article.id in (told[1].article.id, told[4].article.id):
            raise IndexError("no such token")

    reader = Reader(told, on_article=choke)
    report = app.ingest(articles(told), extractor=reader, store=each_store, journal=journal, batch=2)
    assert report.articles == 5
    assert [(note.code, note.place, note.message) for note in report.failed] == [
        ("extraction-failed", told[1].article.url, "IndexError: no such token"),
        ("extraction-failed", told[4].article.url, "IndexError: no such token"),
    ]
    assert dump(each_store) == expected([e for n, e in enumerate(told) if n not in (1, 4)])
    assert [row[0] for row in app.notes(journal, code="extraction-failed").rows] == [n.place for n in report.failed]


def test_a_reading_whose_quote_is_not_in_the_text_is_kept_out(each_store: BoltStore, journal: FileJournal) -> None:
    told = reading(1)
    claim = replace(told.claims[0], evidence=Evidence(1, 0, 5, "words"))
    reader = Reader([replace(told, claims=(claim,))])
    report = app.ingest([told.article], extractor=reader, store=each_store, journal=journal)
    assert report.articles == 0
    assert report.failed[0].code == "faulty-reading"
    assert list(journal.extractions()) == []


def test_a_missing_model_ends_the_run(each_store: BoltStore, journal: FileJournal) -> None:
    def lexicon_breaks(article: Article) -> None:
        raise DataError("verbs.toml: [accuse] has no example")

    reader = Reader(readings(2), on_article=lexicon_breaks)
    with pytest.raises(DataError, match=r"verbs\.toml"):
        app.ingest(articles(readings(2)), extractor=reader, store=each_store, journal=journal)


def test_a_source_that_fails_ends_the_run_and_keeps_what_came_before(
    each_store: BoltStore, journal: FileJournal
) -> None:
    told = readings(5)

    def source() -> Iterator[Article]:
        yield from articles(told)
        raise InputError("not text", place="odd.bin")

    with pytest.raises(InputError, match=r"odd\.bin"):
        app.ingest(source(), extractor=Reader(told), store=each_store, journal=journal, batch=2)
    assert dump(each_store) == expected(told)


def test_inputs_that_could_not_be_read_are_kept_as_notes(each_store: BoltStore, journal: FileJournal) -> None:
    inputs = app.Inputs()

    def source() -> Iterator[Article]:
        yield reading(1).article
        inputs.unread.append(InputError("is empty", place="empty.txt", hint="remove it"))

    report = app.ingest(source(), extractor=Reader(readings(2)), store=each_store, journal=journal, inputs=inputs)
    assert [(note.place, note.message) for note in report.failed] == [("empty.txt", "is empty; remove it")]
    assert app.notes(journal).rows[0][:3] == ("empty.txt", "unread-input", "is empty; remove it")


@pytest.mark.skipif(os.name == "nt", reason="a signal to oneself is not Ctrl-C there")
def test_ctrl_c_finishes_what_is_under_way_and_keeps_it(each_store: BoltStore, journal: FileJournal) -> None:
    told = readings(40)
    before = signal.getsignal(signal.SIGINT)

    def interrupt(article: Article) -> None:
        if article.id == told[9].article.id:
            os.kill(os.getpid(), signal.SIGINT)

    reader = Reader(told, on_article=interrupt)
    with pytest.raises(app.Interrupted) as caught:
        app.ingest(articles(told), extractor=reader, store=each_store, journal=journal, batch=4)
    assert isinstance(caught.value, KeyboardInterrupt)
    assert 10 <= caught.value.report.articles < 40
    done = told[: caught.value.report.articles]
    assert dump(each_store) == expected(done)
    assert list(journal.extractions()) == done
    assert signal.getsignal(signal.SIGINT) is before


def test_articles_are_drawn_as_they_are_needed(each_store: BoltStore, journal: FileJournal) -> None:
    told = readings(30)
    reader = Reader(told, ahead=1)
    most_ahead = 0

    def source() -> Iterator[Article]:
        nonlocal most_ahead
        for number, article in enumerate(articles(told)):
            most_ahead = max(most_ahead, number - len(reader.read))
            yield article

    app.ingest(source(), extractor=reader, store=each_store, journal=journal, batch=4)
    assert most_ahead <= 4


def test_progress_is_told(each_store: BoltStore, journal: FileJournal) -> None:
    told, steps = readings(3), []
    app.ingest(
        articles(told),
        extractor=Reader(told),
        store=each_store,
        journal=journal,
        on_progress=lambda done, what: steps.append((done, what)),
    )
    assert steps == [(n + 1, extraction.article.url) for n, extraction in enumerate(told)]


def test_when_the_graph_fails_the_journal_has_the_work(each_store: BoltStore, journal: FileJournal) -> None:
    told = readings(2)

    class Full(BoltStore):
        def apply(self, deltas: object) -> None:
            raise StoreError("no space")

    full = Full(each_store._driver, address="full", database=each_store._database)
    with pytest.raises(StoreError, match="no space"):
        app.ingest(articles(told), extractor=Reader(told), store=full, journal=journal)
    assert list(journal.extractions()) == told


def test_an_article_that_the_store_refuses_is_named_and_the_others_go_in(
    each_store: BoltStore, journal: FileJournal
) -> None:
    told = readings(4)

    class Picky(BoltStore):
        def apply(self, deltas: Sequence[GraphDelta]) -> None:
            if told[2].article.id in [delta.article for delta in deltas]:
                raise StoreError("a value is too large")
            super().apply(deltas)

    picky = Picky(each_store._driver, address="picky", database=each_store._database)
    report = app.ingest(articles(told), extractor=Reader(told), store=picky, journal=journal)
    assert (report.articles, [note.place for note in report.failed]) == (3, [told[2].article.id])
    assert dump(each_store) == expected([*told[:2], told[3]])


# load, forget, rebuild


def test_records_are_loaded_once(each_store: BoltStore, journal: FileJournal) -> None:
    told = readings(3)
    assert app.load(told, store=each_store, journal=journal).articles == 3
    again = app.load(told, store=each_store, journal=journal)
    assert (again.articles, again.unchanged) == (0, 3)
    assert dump(each_store) == expected(told)


@pytest.mark.parametrize("by", ["id", "url"])
@pytest.mark.parametrize("purge", [False, True])
def test_forgetting_takes_it_out_of_graph_and_journal(
    each_store: BoltStore, journal: FileJournal, by: str, purge: bool
) -> None:
    told = readings(2)
    app.load(told, store=each_store, journal=journal)
    name = str(getattr(told[0].article, by))
    assert app.forget(name, store=each_store, journal=journal, purge=purge)
    assert dump(each_store) == expected(told[1:])
    assert list(journal.extractions()) == told[1:]
    assert (journal.get(told[0].article.id) is None) == purge
    assert not app.forget("https://nowhere.example", store=each_store, journal=journal)


def test_a_text_that_was_forgotten_can_still_be_purged(each_store: BoltStore, journal: FileJournal) -> None:
    told = readings(1)
    app.load(told, store=each_store, journal=journal)
    app.forget(told[0].article.id, store=each_store, journal=journal)
    assert app.forget(str(told[0].article.url), store=each_store, journal=journal, purge=True)
    assert journal.get(told[0].article.id) is None


def test_the_graph_is_made_anew_from_the_journal(each_store: BoltStore, journal: FileJournal) -> None:
    told = readings(5)
    app.load(told, store=each_store, journal=journal)
    before = dump(each_store)
    each_store.write("MATCH (c:Claim) SET c.polarity = '-'")
    each_store.write("MATCH (:Actor)-[e]->(:Actor) DELETE e")
    report = app.rebuild(store=each_store, journal=journal, batch=2)
    assert report.articles == 5
    assert dump(each_store) == before == expected(told)


def test_a_rebuild_that_would_lose_articles_is_refused(each_store: BoltStore, journal: FileJournal) -> None:
    from kgraph.graph import delta

    each_store.apply([delta(reading(1))])
    with pytest.raises(StoreError, match="1 of 1 articles in the graph are not in the journal"):
        app.rebuild(store=each_store, journal=journal)
    assert dump(each_store) == expected([reading(1)])


def test_a_broken_record_does_not_keep_the_others_out(each_store: BoltStore, journal: FileJournal) -> None:
    told = readings(3)
    app.load(told, store=each_store, journal=journal)
    data = journal.path.read_bytes()
    journal.path.write_bytes(data.replace(b"accused Ostmark 1", b"accuzed Ostmark 1", 1))
    report = app.rebuild(store=each_store, journal=journal)
    assert (report.articles, len(report.failed)) == (2, 1)
    assert told[1].article.id in report.failed[0].place
