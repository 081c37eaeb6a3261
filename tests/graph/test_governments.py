"""A government's claims are its country's in a graph; the record keeps the two apart."""

from __future__ import annotations

from dataclasses import replace

from kgraph.actors.governments import government_of
from kgraph.graph import delta, with_governments_as_countries
from kgraph.model import Actor, ActorKind, Extraction
from tests.query.telling import Telling

VARENO = Actor("country:VAR", "Vareno", ActorKind.COUNTRY, country="VAR", code="VAR")
OSTMARK = Actor("country:OST", "Ostmark", ActorKind.COUNTRY, country="OST", code="OST")
GOVERNMENT = government_of(VARENO)
TEXT = ["Vareno accused Ostmark of theft. The Varenese government threatened Ostmark."]


def told() -> Extraction:
    telling = Telling("Straits Wire", "2024-05-03", list(TEXT))
    ostmark = [("Ostmark", OSTMARK)]
    telling.claim(0, "accuse", "ACCUSES", "accused Ostmark", subject=[("Vareno", VARENO)], object=ostmark)
    government = [("The Varenese government", GOVERNMENT)]
    telling.claim(0, "threaten", "THREATENS", "threatened Ostmark", subject=government, object=ostmark)
    return telling.extraction()


def test_a_government_has_its_countrys_code_and_names():
    assert (GOVERNMENT.name, GOVERNMENT.code, GOVERNMENT.acts_for) == ("Government of Vareno", "VARGOV", "country:VAR")
    assert "Vareno" in GOVERNMENT.aliases


def test_whoever_asks_about_the_country_finds_what_its_government_did():
    found = delta(told())
    subjects = {(edge.end[1], edge.properties["as"]) for edge in found.edges if edge.type == "SUBJECT"}
    assert subjects == {("country:VAR", "Vareno"), ("country:VAR", "The Varenese government")}
    vareno = next(node for node in found.nodes if node.id == "country:VAR")
    assert "Government of Vareno" in vareno.properties["aliases"]
    assert not [node for node in found.nodes if node.id == GOVERNMENT.id]


def test_an_extraction_without_governments_stays_as_it_is():
    plain = replace(told(), actors=(VARENO, OSTMARK), mentions=())
    assert with_governments_as_countries(plain) is plain
