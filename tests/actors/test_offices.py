"""Offices by date."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgraph.actors import Offices, Term, load_gazetteer
from kgraph.actors.offices import office_names

TERMS = [
    Term("XAA", "President", "person:a", "1990-01-01", "1994-05-10"),
    Term("XAA", "President", "person:b", "1994-05-10", ""),
    Term("XAA", "Foreign Minister", "person:c", "1991", "1993-06"),
]


@pytest.mark.parametrize(
    ("day", "person"),
    [
        ("1989-12-31", None),
        ("1990-01-01", "person:a"),
        ("1994-05-10", "person:b"),  # on the day of the change the newcomer
        ("2030-01-01", "person:b"),
    ],
)
def test_the_holder_on_a_day(day: str, person: str | None) -> None:
    term = Offices(TERMS).holder("XAA", "president", day)
    assert (term.person if term else None) == person


@pytest.mark.parametrize(
    ("day", "held"), [("1991-01-01", True), ("1993-06-30", True), ("1993-07-01", False), ("1993-06", True)]
)
def test_a_term_known_by_month_or_year_holds_to_its_end(day: str, held: bool) -> None:
    assert (Offices(TERMS).holder("XAA", "foreign minister", day) is not None) is held


@given(st.dates())
def test_at_most_one_president_holds_on_a_day(day: object) -> None:
    term = Offices(TERMS).holder("XAA", "president", str(day))
    assert term is None or term.covers(str(day))


@pytest.mark.parametrize(
    "title", ["foreign secretary", "secretary of state", "minister of foreign affairs", "top diplomat"]
)
def test_many_titles_name_one_office(title: str) -> None:
    assert "Foreign Minister" in office_names(title)


def test_a_word_that_is_no_title() -> None:
    assert office_names("gardener") == ()


@pytest.mark.parametrize(
    ("of", "title", "day", "person"),
    [
        ("DEU", "chancellor", "1999-04-01", "person:gerhard-schroder"),
        ("RUS", "defence minister", "2022-03-01", "person:sergei-shoigu"),
        ("igo:nato", "secretary general", "1998-03-01", "person:javier-solana"),
        ("IRN", "supreme leader", "2001-01-01", "person:ali-khamenei"),
        ("EGY", "president", "2012-12-01", "person:mohamed-morsi"),
        ("ZAF", "president", "1993-12-01", "person:f-w-de-klerk"),
        ("JPN", "prime minister", "2003-12-01", "person:junichiro-koizumi"),
        ("ISR", "prime minister", "1995-11-01", "person:yitzhak-rabin"),
        ("POL", "foreign minister", "2009-05-01", "person:radosław-sikorski"),
        ("ZMB", "president", "1996-05-01", "person:frederick-chiluba"),
        ("AUS", "foreign minister", "2001-05-01", "person:alexander-downer"),
        ("FRA", "defence minister", "1999-05-01", "person:alain-richard"),
        ("HTI", "president", "1998-05-01", "person:rene-preval"),
        ("NPL", "prime minister", "2017-01-15", "person:pushpa-kamal-dahal"),
    ],
)
def test_the_packaged_terms_know_who_held_office(of: str, title: str, day: str, person: str) -> None:
    term = load_gazetteer().offices.holder(of, title, day)
    assert term is not None
    assert term.person == person


def test_no_term_ends_before_it_begins() -> None:
    terms = load_gazetteer().offices.terms
    assert [t for t in terms if t.end and t.end < t.start[: len(t.end)]] == []
