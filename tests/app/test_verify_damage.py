"""Whatever is changed in a graph behind kgraph's back, verifying finds it: every property, node and relationship."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from kgraph import app
from kgraph.graph import delta
from kgraph.graph.schema import DERIVED_PROPERTIES, EDGE_PROPERTIES, EDGE_TYPES, NODE_LABELS, NODE_PROPERTIES
from kgraph.model import Actor, ActorKind, Attribution, Change, Extraction, Supersession
from kgraph.store.bolt import BoltStore
from kgraph.store.journal import FileJournal
from tests.query.telling import Telling

VARENO = Actor("country:VAR", "Vareno", ActorKind.COUNTRY, country="VAR", code="VARGOV", wikidata="Q1", roles=("host",))
OSTMARK = Actor("country:OST", "Ostmark", ActorKind.COUNTRY, country="OST", code="OST", aliases=("Eastern March",))
ILIC = Actor("person:mara-ilic", "Mara Ilić", ActorKind.PERSON, country="VAR", wikidata="Q2")


def everything() -> list[Extraction]:
    """Two articles in which every property has a value and every relationship stands."""
    told = Telling(
        "Straits Wire", "2024-05-03", ["Talks fail", "Ilić told Ostmark that Vareno sent it arms on Monday."]
    )
    sent = told.claim(
        1,
        "send",
        "SENDS",
        "Vareno sent it arms",
        subject=[("Vareno", VARENO)],
        object=[("Ilić", ILIC)],
        recipient=[("it", OSTMARK)],
        place=[("Ostmark", OSTMARK)],
        said_by=[("told", [("Ilić", ILIC)])],
        theme="arms",
        time=("2024-04-29", "2024-04-29", "Monday"),
    )
    denial = told.claim(1, "deny", "DENIES", "Vareno sent", subject=[("Vareno", VARENO)], content=(sent,))
    told.deny(sent, 1, ("Vareno", VARENO), denial)
    whole = told.extraction()
    first, *rest = (replace(claim, tense="past", mode="aid", plover="AID") for claim in whole.claims)
    (said,) = first.attribution
    listener = told.mention(1, ("Ostmark", OSTMARK))
    first = replace(first, attribution=(Attribution(said.sources, said.cue, said.content, True, (listener,)),))
    article = replace(whole.article, author="A. Writer", ref="story-7", origin="Continental Press")
    other = Telling("The Harbour Post", "2024-05-04", ["Ostmark accuses Vareno", "Ostmark accused Vareno."])
    for sentence, words in enumerate(("accuses", "accused")):  # the lead repeats the headline
        other.claim(sentence, "accuse", "ACCUSES", words, subject=[("Ostmark", OSTMARK)], object=[("Vareno", VARENO)])
    taken = replace(rest[0], superseded_by=(Supersession(first.id, Change.RETRACTION),))
    rest = [taken, *rest[1:]]
    return [replace(whole, article=article, claims=(first, *rest)), other.extraction()]


@pytest.fixture
def graph(each_store: BoltStore, journal: FileJournal) -> BoltStore:
    app.load(everything(), store=each_store, journal=journal)
    assert app.verify(store=each_store, journal=journal).findings == ()
    return each_store


def check(graph: BoltStore, journal: FileJournal, damages: Iterator[tuple[str, str]]) -> None:
    """Every damage is done (it returns a row) and found; then the graph is made whole again."""
    for name, statement in damages:
        assert graph.write(f"{statement} RETURN 1 AS done").rows, f"{name}: there was nothing to damage"
        assert app.verify(store=graph, journal=journal).findings, f"{name}: not found"
        graph.wipe()
        graph.apply([delta(extraction) for extraction in everything()])


@pytest.mark.parametrize("label", NODE_LABELS)
def test_every_damage_to_a_node_is_found(graph: BoltStore, journal: FileJournal, label: str) -> None:
    check(graph, journal, _to_nodes(label))


def _to_nodes(label: str) -> Iterator[tuple[str, str]]:
    one = f"MATCH (n:{label})"
    yield "deleted", f"{one} WITH n LIMIT 1 DETACH DELETE n"
    yield "added", f"CREATE (n:{label} {{id: 'x'}})"
    yield "an id that is none", f"{one} WITH n LIMIT 1 SET n.id = 'x'"
    yield "a property too many", f"{one} WITH n LIMIT 1 SET n.colour = 'red'"
    for name in NODE_PROPERTIES[label][1:]:
        has = f"{one} WHERE n.{name} IS NOT NULL WITH n LIMIT 1"
        yield f"{label}.{name} gone", f"{has} SET n.{name} = null"
        yield f"{label}.{name} changed", f"{has} SET n.{name} = 'x'"


@pytest.mark.parametrize("type_", EDGE_TYPES)
def test_every_damage_to_a_relationship_is_found(graph: BoltStore, journal: FileJournal, type_: str) -> None:
    check(graph, journal, _to_edges(type_))


def _to_edges(type_: str) -> Iterator[tuple[str, str]]:
    start, end = EDGE_TYPES[type_]
    one = f"MATCH (a:{start})-[r:{type_}]->(b:{end}) WITH a, r, b LIMIT 1"
    yield "deleted", f"{one} DELETE r"
    yield "doubled", f"{one} CREATE (a)-[:{type_}]->(b)"
    yield "the other way round", f"{one} CREATE (b)-[:{type_}]->(a)"
    yield "to another", f"{one} MATCH (c:{end}) WHERE c.id <> b.id WITH a, c LIMIT 1 CREATE (a)-[:{type_}]->(c)"
    yield "a property too many", f"{one} SET r.colour = 'red'"
    for name in EDGE_PROPERTIES[type_]:
        has = f"MATCH (a:{start})-[r:{type_}]->(b:{end}) WHERE r.`{name}` IS NOT NULL WITH r LIMIT 1"
        yield f"{type_}.{name} gone", f"{has} SET r.`{name}` = null"
        yield f"{type_}.{name} changed", f"{has} SET r.`{name}` = 'x'"


def test_every_damage_to_a_derived_edge_is_found(graph: BoltStore, journal: FileJournal) -> None:
    check(graph, journal, _to_derived())


def _to_derived() -> Iterator[tuple[str, str]]:
    one = "MATCH (a:Actor)-[r:ACCUSES]->(b:Actor) WITH a, r, b LIMIT 1"
    yield "deleted", f"{one} DELETE r"
    yield "doubled", f"{one} CREATE (a)-[:ACCUSES]->(b)"
    yield "the other way round", f"{one} CREATE (b)-[:ACCUSES]->(a)"
    yield "a property too many", f"{one} SET r.colour = 'red'"
    for name in DERIVED_PROPERTIES:
        yield f"{name} gone", f"{one} SET r.{name} = null"
        yield f"{name} changed", f"{one} SET r.{name} = 'x'"


def test_records_that_changed_places_are_found(graph: BoltStore, journal: FileJournal) -> None:
    lines = journal.path.read_bytes().splitlines(keepends=True)
    longest = max(map(len, lines))
    journal.path.write_bytes(b"".join(line.rstrip(b"\n").ljust(longest - 1) + b"\n" for line in reversed(lines)))
    found = app.verify(store=graph, journal=journal).findings
    assert {where for kind, where, _ in found if kind == "records"} == {e.article.id for e in everything()}
