"""Time expressions as inclusive intervals, anchored on the publication date."""

from datetime import date

import pytest

from kgraph.claims.times import interval
from kgraph.model import Granularity

FRIDAY = date(2020, 10, 2)


@pytest.mark.parametrize(
    ("words", "start", "end", "granularity"),
    [
        ("on Friday", "2020-10-02", "2020-10-02", "day"),  # "Friday" on a Friday is that day
        ("on Monday", "2020-09-28", "2020-09-28", "day"),
        ("last Friday", "2020-09-25", "2020-09-25", "day"),
        ("next Tuesday", "2020-10-06", "2020-10-06", "day"),
        ("today", "2020-10-02", "2020-10-02", "day"),
        ("yesterday", "2020-10-01", "2020-10-01", "day"),
        ("overnight", "2020-10-01", "2020-10-01", "day"),
        ("tomorrow", "2020-10-03", "2020-10-03", "day"),
        ("the day before yesterday", "2020-09-30", "2020-09-30", "day"),
        ("this week", "2020-09-28", "2020-10-04", "week"),
        ("last week", "2020-09-21", "2020-09-27", "week"),
        ("next month", "2020-11-01", "2020-11-30", "month"),
        ("last year", "2019-01-01", "2019-12-31", "year"),
        ("three days ago", "2020-09-29", "2020-09-29", "day"),
        ("two weeks ago", "2020-09-14", "2020-09-20", "week"),
        ("over the past two weeks", "2020-09-18", "2020-10-02", "range"),
        ("within ten days", "2020-10-02", "2020-10-12", "range"),
        ("in the coming days", "2020-10-02", None, "range"),
        ("in recent months", None, "2020-10-02", "range"),
        ("earlier this year", "2020-01-01", "2020-10-02", "range"),
        ("later this month", "2020-10-02", "2020-10-31", "range"),
        ("on 27 September", "2020-09-27", "2020-09-27", "day"),
        ("on September 27, 2019", "2019-09-27", "2019-09-27", "day"),
        ("on 3 December", "2020-12-03", "2020-12-03", "day"),
        ("in March", "2020-03-01", "2020-03-31", "month"),
        ("in December", "2019-12-01", "2019-12-31", "month"),
        ("last July", "2020-07-01", "2020-07-31", "month"),
        ("in March 2014", "2014-03-01", "2014-03-31", "month"),
        ("in 1994", "1994-01-01", "1994-12-31", "year"),
        ("in the early 1990s", "1990-01-01", "1993-12-31", "decade"),
        ("in the 1980s", "1980-01-01", "1989-12-31", "decade"),
        ("since 1994", "1994-01-01", None, "range"),
        ("since a 1994 ceasefire deal", "1994-01-01", None, "range"),
        ("since Monday", "2020-09-28", None, "range"),
        ("until next year", None, "2021-12-31", "range"),
        ("2020-09-27", "2020-09-27", "2020-09-27", "day"),
    ],
)
def test_a_time_expression_is_an_interval(words, start, end, granularity):
    first, last, grain = interval(words, FRIDAY)
    assert (first and first.isoformat(), last and last.isoformat(), grain) == (start, end, Granularity(granularity))


@pytest.mark.parametrize(
    ("words", "start", "end"),
    [
        ("last autumn", "2019-09-01", "2019-11-30"),
        ("last spring", "2020-03-01", "2020-05-31"),
        ("in the spring of next year", "2021-03-01", "2021-05-31"),
        ("in the winter of 1991", "1991-12-01", "1992-02-29"),
    ],
)
def test_a_season_is_three_months(words, start, end):
    first, last, _ = interval(words, FRIDAY)
    assert (first.isoformat(), last.isoformat()) == (start, end)


def test_springs_of_a_mattress_are_no_season():
    assert interval("with springs", FRIDAY) is None


@pytest.mark.parametrize(
    ("words", "start"), [("on Monday", "2020-10-05"), ("in April", "2021-04-01"), ("last Monday", "2020-09-28")]
)
def test_what_is_still_to_come_is_on_the_next_such_day(words, start):
    assert interval(words, FRIDAY, ahead=True)[0].isoformat() == start


@pytest.mark.parametrize(("words", "end"), [("by Monday", "2020-10-05"), ("before April", "2021-04-30")])
def test_a_deadline_lies_ahead(words, end):
    assert interval(words, FRIDAY)[:2] == (None, date.fromisoformat(end))


@pytest.mark.parametrize(("words", "start"), [("on 9 December", "2019-12-09"), ("on 9 March", "2020-03-09")])
def test_what_has_happened_lies_behind(words, start):
    assert interval(words, FRIDAY, past=True)[0].isoformat() == start


@pytest.mark.parametrize("words", ["two days earlier", "two days before the summit"])
def test_a_time_that_is_told_from_another_event_is_not_guessed(words):
    assert interval(words, FRIDAY) is None


@pytest.mark.parametrize("words", ["on Friday", "last week", "in March", "yesterday", "two days ago"])
def test_without_a_publication_date_a_relative_time_stays_unresolved(words):
    assert interval(words, None) == (None, None, Granularity.UNRESOLVED)


@pytest.mark.parametrize(("words", "start"), [("in 1994", "1994-01-01"), ("on 27 September 2020", "2020-09-27")])
def test_an_absolute_time_needs_no_publication_date(words, start):
    assert interval(words, None)[0].isoformat() == start


@pytest.mark.parametrize("words", ["in Brussels", "with his ally", "on 45 May", "about the sanctions"])
def test_other_phrases_name_no_time(words):
    found = interval(words, FRIDAY)
    assert found is None or found[2] is not Granularity.DAY
