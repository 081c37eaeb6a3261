"""Which articles hang together, whose report it is, and that neither depends on the order in which they came."""

from __future__ import annotations

import itertools
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kgraph.model import Article
from kgraph.stories import Place, Print, joined, placed, places, print_of
from tests.stories.writing import OTHER, REPORT, REWORDED, article, bulletin


def told(*articles: Article) -> list[Place]:
    found = places(map(print_of, articles))
    return [found[one.id] for one in articles]


# Chains

LONG = REPORT + OTHER
FIRST, MIDDLE, LAST = (
    article(LONG[start:end], outlet=f"Outlet {start}", published=f"2024-05-0{start + 1}")
    for start, end in ((0, 8), (3, 11), (6, 14))
)


def test_a_copy_of_a_copy_is_of_the_same_story() -> None:
    assert not print_of(FIRST).is_copy(print_of(LAST))
    assert len({place.story for place in told(FIRST, LAST)}) == 2
    assert len({place.story for place in told(FIRST, MIDDLE, LAST)}) == 1


def test_a_bulletin_that_comes_every_day_is_no_story_without_end() -> None:
    days = [bulletin(day) for day in range(1, 29)]
    assert all(print_of(one).is_copy(print_of(next_)) for one, next_ in itertools.pairwise(days))
    found = told(*days)
    assert len({place.chain for place in found}) == 1
    stories = [[n for n, place in enumerate(found) if place.story == story] for story in {p.story for p in found}]
    assert sorted(map(len, stories)) == [13, 15]


# Origins


def origins(*articles: Article) -> set[str | None]:
    (origin,) = {place.origin for place in told(*articles)}
    return {origin}


def test_the_agency_that_a_dateline_names_is_the_origin() -> None:
    first = article(REPORT, outlet="Fjord Daily", published="2024-05-06")
    named = article(REPORT, outlet="The Harbour Post", published="2024-05-07", origin="Agence France-Presse")
    assert origins(first, named) == {"AFP"}


def test_an_agency_as_the_author_is_the_origin_and_a_person_is_not() -> None:
    assert origins(article(REPORT, author="Associated Press")) == {"AP"}
    assert origins(article(REPORT, author="Ada Lind")) == {"The Harbour Post"}


def test_without_an_agency_it_is_the_outlet_that_had_it_first() -> None:
    first = article(REPORT, outlet="Fjord Daily", published="2024-05-06")
    later = article(REPORT[:5], outlet="The Harbour Post", published="2024-05-07")
    undated = article(REPORT, outlet="Anytime", published=None)
    assert origins(later, undated, first) == {"Fjord Daily"}


def test_an_agency_goes_by_one_name_as_an_outlet_too() -> None:
    assert origins(article(REPORT, outlet="The Associated Press")) == {"AP"}


def test_where_no_outlet_is_named_nobody_knows() -> None:
    assert origins(article(REPORT, outlet=None)) == {None}


# The order


@st.composite
def copies(draw: st.DrawFn) -> Article:
    """Parts of three reports under several outlets and dates: some are copies, some nearly."""
    start, size = draw(st.integers(0, 8)), draw(st.integers(2, 8))
    body = draw(st.sampled_from([LONG, OTHER + REWORDED, REWORDED + REPORT]))[start : start + size]
    return article(
        body or OTHER,
        outlet=draw(st.sampled_from([None, "Fjord Daily", "The Harbour Post", "AFP"])),
        published=draw(st.sampled_from([None, "2024-05-03", "2024-05-07", "2024-05-20", "2024-06-02"])),
        origin=draw(st.sampled_from([None, None, "Reuters"])),
    )


SETS = st.lists(copies(), min_size=1, max_size=9, unique_by=lambda one: one.id)


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_the_stories_are_those_of_the_set_whatever_its_order(data: st.DataObject) -> None:
    drawn = data.draw(SETS)
    assert places(map(print_of, drawn)) == places(map(print_of, data.draw(st.permutations(drawn))))


@settings(max_examples=60, deadline=None)
@given(SETS)
def test_a_few_at_a_time_and_all_at_once_are_the_same(drawn: list[Article]) -> None:
    prints = {one.id: print_of(one) for one in drawn}
    sets = joined(prints.values())
    few: dict[str, Place] = {}
    for members in sets.groups(prints):
        few |= placed([prints[member] for member in members])
    assert few == places(prints.values())


@settings(max_examples=60, deadline=None)
@given(SETS)
def test_exact_copies_always_meet(drawn: list[Article]) -> None:
    prints = [print_of(one) for one in drawn]
    assert all(meet(one, other) for one in prints for other in prints if one.exact == other.exact)


def meet(one: Print, other: Print) -> bool:
    return not set(one.probes()).isdisjoint(other.bands)


@pytest.mark.parametrize("first", [date(2024, 5, 1) + timedelta(days) for days in range(0, 30, 3)])
def test_near_copies_of_one_week_meet_across_the_ends_of_months(first: date) -> None:
    later = first + timedelta(days=7)
    one = print_of(article(REPORT, published=first.isoformat()))
    other = print_of(article(REPORT[:7], published=later.isoformat()))
    assert meet(one, other)
    assert meet(other, one)
