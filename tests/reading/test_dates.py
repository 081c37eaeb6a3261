from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgraph.reading.dates import iso_date


@pytest.mark.parametrize(
    "written",
    [
        "2020-10-02",
        "2020/10/02",
        "2020.10.2",
        "20201002",
        20201002,
        "2 October 2020",
        "2nd October, 2020",
        "02 Oct. 2020",
        "02-Oct-2020",
        "October 2, 2020",
        "Oct 2 2020",
        "Friday, October 2nd, 2020",
        "Fri 2 Oct 2020",
        "02.10.2020",
        "2. 10. 2020",
        "Published on 2 October 2020",
        "Updated: October 2, 2020 at 10:15 am",
        "2020-10-02T08:15:00",
        "2020-10-02 08:15",
        " 2020-10-02\n",
        date(2020, 10, 2),
        datetime(2020, 10, 2, 8, 15),
    ],
)
def test_a_day_is_read_however_it_is_written(written):
    assert iso_date(written) == "2020-10-02"


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("2020-10-02T08:15:00Z", "2020-10-02T08:15:00+00:00"),
        ("2020-10-02T08:15:00.250+02:00", "2020-10-02T08:15:00+02:00"),
        ("2020-10-02T08:15:00+0200", "2020-10-02T08:15:00+02:00"),
        ("Fri, 02 Oct 2020 20:15:00 GMT", "2020-10-02T20:15:00+00:00"),
        ("Fri, 02 Oct 2020 20:15:00 -0400 (EDT)", "2020-10-02T20:15:00-04:00"),
        ("October 2, 2020, 8:15 p.m. EDT", "2020-10-02T20:15:00-04:00"),
        ("12:05", None),
        (1601626500, "2020-10-02T08:15:00+00:00"),
        (1601626500000, "2020-10-02T08:15:00+00:00"),
        ("1601626500", "2020-10-02T08:15:00+00:00"),
        (datetime(2020, 10, 2, 8, 15, tzinfo=UTC), "2020-10-02T08:15:00+00:00"),
    ],
)
def test_a_time_is_kept_with_its_zone(written, iso):
    if iso is None:
        with pytest.raises(ValueError, match="is no date"):
            iso_date(written)
    else:
        assert iso_date(written) == iso


@pytest.mark.parametrize(
    "written",
    [
        "yesterday",
        "soon",
        "2020-13-45",
        "31 February 2020",
        "2020",
        "October 2020",
        7,
        True,
        [],
        {},
        "2 Foo 2020",
        "1e9",
    ],
)
def test_what_is_no_date_is_said_to_be_none(written):
    with pytest.raises(ValueError, match="no date"):
        iso_date(written)


def test_a_date_of_two_readings_is_not_guessed():
    with pytest.raises(ValueError, match="two ways"):
        iso_date("10/02/2020")
    assert iso_date("13/02/2020") == iso_date("02/13/2020") == "2020-02-13"


@pytest.mark.parametrize("nothing", [None, ""])
def test_nothing_is_unknown_and_never_today(nothing):
    assert iso_date(nothing) is None


@given(st.dates(min_value=date(1600, 1, 1), max_value=date(2999, 12, 31)))
def test_an_iso_date_is_itself(day):
    assert iso_date(day.isoformat()) == day.isoformat()
    assert iso_date(f"{day.day} {day:%B} {day.year}") == day.isoformat()


@given(st.text() | st.integers() | st.floats() | st.from_regex(r"\d{1,4}[-/. ]\w{1,4}[-/. ]\d{1,4}.{0,10}"))
def test_anything_at_all_is_a_date_or_a_value_error(value):
    try:
        found = iso_date(value)
    except ValueError as error:
        assert "\n" not in str(error)  # noqa: PT017  # either outcome is right here
    else:
        assert found is None or date.fromisoformat(found[:10])
        assert iso_date(found) == found
