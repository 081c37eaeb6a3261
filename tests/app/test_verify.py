"""Verifying finds every kind of damage and names it; status and notes tell how things stand."""

from __future__ import annotations

import pytest

from kgraph import app
from kgraph.store.bolt import BoltStore
from kgraph.store.journal import FileJournal
from tests.app.fakes import reading, readings


@pytest.fixture
def graph(each_store: BoltStore, journal: FileJournal) -> BoltStore:
    app.load(readings(3), store=each_store, journal=journal)
    return each_store


def test_a_sound_graph_has_no_findings(graph: BoltStore, journal: FileJournal) -> None:
    report = app.verify(store=graph, journal=journal)
    assert report.findings == ()
    assert "quotes and offsets" in report.checked
    assert report


@pytest.mark.parametrize(
    ("damage", "check", "finding"),
    [
        (
            "MATCH (c:Claim) WITH c LIMIT 1 SET c.text = 'praised'",
            "quotes and offsets",
            "text is 'praised' in the graph",
        ),
        ("MATCH (s:Sentence {index: 1}) WITH s LIMIT 1 SET s.start = 0", "quotes and offsets", "start is 0"),
        ("MATCH (c:Claim) WITH c LIMIT 1 SET c.denied = true", "properties", "denied is True"),
        ("MATCH (c:Claim) WITH c LIMIT 1 DETACH DELETE c", "properties", "in the record, but not in the graph"),
        ("MATCH ()-[s:SUBJECT]->() WITH s LIMIT 1 DELETE s", "relationships", "in the record, but not in the graph"),
        (
            "MATCH (c:Claim), (a:Actor {id: 'country:OST'}) WITH c, a LIMIT 1 CREATE (c)-[:SAID_BY {order: 0}]->(a)",
            "relationships",
            "in the graph, but not in the record",
        ),
        ("MATCH (a:Actor {id: 'country:VAR'}) SET a.name = 'Ostmark'", "actors", "name is 'Ostmark'"),
        ("CREATE (:Actor:Person {id: 'person:nobody', name: 'Nobody'})", "actors", "no article names it"),
        ("MATCH (:Actor)-[e:ACCUSES]->(:Actor) SET e.asserted = 9", "derived edges", "its claims make it 3"),
        ("MATCH (:Actor)-[e:ACCUSES]->(:Actor) DELETE e", "derived edges", "there 0 times"),
        (
            "MATCH (a:Actor {id: 'country:VAR'}), (b:Actor {id: 'country:OST'}) CREATE (b)-[:BOMBS {claims: 1}]->(a)",
            "derived edges",
            "no claim makes it",
        ),
        ("CREATE (:Claim {id: 'c_x', article: 'a_none'})", "articles", "1 nodes belong to no article"),
    ],
)
def test_damage_is_named(graph: BoltStore, journal: FileJournal, damage: str, check: str, finding: str) -> None:
    graph.write(damage)
    found = app.verify(store=graph, journal=journal).findings
    assert any(kind == check and finding in text for kind, _, text in found), found


def test_articles_on_one_side_only_are_named(graph: BoltStore, journal: FileJournal) -> None:
    graph.forget(reading(0).article.id)
    journal.forget(reading(1).article.id)
    found = app.verify(store=graph, journal=journal).findings
    assert ("articles", reading(0).article.id, "in the journal, but not in the graph") in found
    assert ("articles", reading(1).article.id, "in the graph, but not in the journal") in found


def test_a_changed_text_in_the_journal_is_found(graph: BoltStore, journal: FileJournal) -> None:
    data = journal.path.read_bytes()
    journal.path.write_bytes(data.replace(b"Ostmark 2 times", b"Ostmark 9 times", 1))
    found = app.verify(store=graph, journal=journal).findings
    assert {(check, where) for check, where, _ in found} >= {("records", reading(2).article.id)}


def test_status_counts_both_sides(graph: BoltStore, journal: FileJournal) -> None:
    status = app.status(store=graph, journal=journal)
    facts = dict(status.facts)
    assert (facts["articles"], facts["claims"], facts["derived edges"], facts["records"]) == (3, 3, 1, 3)
    assert status.problems == ()


def test_status_says_what_to_do_where_the_sides_differ(graph: BoltStore, journal: FileJournal) -> None:
    graph.forget(reading(0).article.id)
    (problem,) = app.status(store=graph, journal=journal).problems
    assert problem == "1 of 3 articles of the journal are not in the graph; 'kgraph rebuild' puts them there"


def test_notes_quote_the_words_they_are_about(graph: BoltStore, journal: FileJournal) -> None:
    rows = app.notes(journal, limit=2)
    assert len(rows) == 2
    assert rows.dicts()[0] == {
        "article": reading(0).article.id,
        "code": "unresolved-time",
        "message": "no date",
        "start": 0,
        "end": 5,
        "words": "Talks",
    }
    assert len(app.notes(journal, article=reading(1).article.id)) == 1
    assert len(app.notes(journal, code="other")) == 0
