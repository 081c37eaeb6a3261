"""Parameters take what a person types and what a program passes, and refuse the rest by name."""

from __future__ import annotations

import datetime

import pytest

from kgraph.errors import UsageError
from kgraph.query import Parameter, Type
from kgraph.query.values import as_sent, typed


def parameter(kind: Type, name: str = "value", default: int | None = None) -> Parameter:
    return Parameter(name, kind, default, "", 1)


@pytest.mark.parametrize(
    ("kind", "given", "value"),
    [
        (Type.STRING, "a b", "a b"),
        (Type.ACTOR, "Ankara", "Ankara"),
        (Type.INTEGER, "25", 25),
        (Type.INTEGER, " -3 ", -3),
        (Type.INTEGER, 7, 7),
        (Type.NUMBER, "0.5", 0.5),
        (Type.NUMBER, 2, 2.0),
        (Type.DATE, "2020-10-02", datetime.date(2020, 10, 2)),
        (Type.DATE, "2020-10", datetime.date(2020, 10, 1)),
        (Type.DATE, "2020", datetime.date(2020, 1, 1)),
        (Type.DATE, datetime.datetime(2020, 10, 2, 5), datetime.date(2020, 10, 2)),
        (Type.BOOLEAN, "Yes", True),
        (Type.BOOLEAN, False, False),
        (Type.BOOLEAN, "off", False),
        (Type.LIST, "a, b,,c", ["a", "b", "c"]),
        (Type.LIST, '["a, b"]', ["a, b"]),
        (Type.LIST, ("a", "b"), ["a", "b"]),
    ],
)
def test_a_value_gets_its_type(kind: Type, given: object, value: object) -> None:
    assert typed(parameter(kind), given) == value


@pytest.mark.parametrize(
    ("kind", "given", "message"),
    [
        (Type.INTEGER, "many", "--value is a whole number, not 'many'; try: --value 25"),
        (Type.INTEGER, "2.5", "--value is a whole number, not '2.5'; try: --value 25"),
        (Type.INTEGER, True, "--value is a whole number, not 'True'; try: --value 25"),
        (Type.INTEGER, str(2**63), f"--value is a whole number, not '{2**63}'; try: --value 25"),
        (Type.NUMBER, "nan", "--value is a number, not 'nan'; try: --value 0.5"),
        (Type.DATE, "yesterday", "--value is a date, not 'yesterday'; try: --value 2020-10-02"),
        (Type.DATE, "2020-02-30", "--value is a date, not '2020-02-30'; try: --value 2020-10-02"),
        (Type.BOOLEAN, "perhaps", "--value is true or false, not 'perhaps'; try: --value true"),
        (Type.LIST, 3, "--value is a list, not '3'; try: --value one,two"),
        (Type.LIST, "[1, 2]", "--value is a list, not '[1, 2]'; try: --value one,two"),
        (Type.STRING, 3, "--value is a text, not '3'; try: --value text"),
        (Type.ACTOR, 3, "--value is the name of an actor, not '3'; try: --value Turkey"),
    ],
)
def test_another_type_is_refused(kind: Type, given: object, message: str) -> None:
    with pytest.raises(UsageError) as caught:
        typed(parameter(kind), given)
    assert str(caught.value) == message


def test_until_a_month_or_a_year_is_its_last_day() -> None:
    until = parameter(Type.DATE, "until")
    assert [str(typed(until, text)) for text in ("2020-02", "2020-12", "2021")] == [
        "2020-02-29",
        "2020-12-31",
        "2021-12-31",
    ]


def test_what_is_not_given_is_the_default_and_a_limit_is_not_negative() -> None:
    assert typed(parameter(Type.INTEGER, "limit", 25), None) == 25
    with pytest.raises(UsageError, match="--limit is a whole number"):
        typed(parameter(Type.INTEGER, "limit", 25), "-1")


def test_dates_are_sent_as_text() -> None:
    assert as_sent(datetime.date(2020, 10, 2)) == "2020-10-02"
