"""Give a parameter a value of its type, from what a person typed or a program passed.

>>> typed(Parameter("until", Type.DATE, None, "", 1), "2020-02")
datetime.date(2020, 2, 29)
"""

from __future__ import annotations

import calendar
import datetime
import json
import math
import re
from collections.abc import Callable

from kgraph.errors import UsageError
from kgraph.query.template import Default, Parameter, Type

_TRUE, _FALSE = ("true", "yes", "on", "1"), ("false", "no", "off", "0")
_LARGEST = 2**63 - 1


def typed(parameter: Parameter, value: object) -> Default:
    """Raises: UsageError that names the parameter, its type and the value."""
    if value is None:
        return parameter.default
    try:
        return _READERS[parameter.type](parameter, value)
    except (ValueError, TypeError, OverflowError):
        shown = value if isinstance(value, str) else repr(value)
        raise UsageError(
            f"{parameter.option} is {_IN_WORDS[parameter.type]}, not {shown!r}",
            hint=f"try: {parameter.option} {_FOR_INSTANCE[parameter.type]}",
        ) from None


def as_sent(value: Default) -> str | int | float | bool | list[str] | None:
    """Dates go to an engine as ISO strings; the template makes dates of them: ``date($since)``."""
    return value.isoformat() if isinstance(value, datetime.date) else value


def _text(parameter: Parameter, value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value


def _integer(parameter: Parameter, value: object) -> Default:
    number = int(value) if isinstance(value, str) and re.fullmatch(r"[+-]?\d+", value.strip()) else value
    if isinstance(number, bool) or not isinstance(number, int) or abs(number) > _LARGEST:
        raise ValueError
    if parameter.name == "limit" and number < 0:
        raise ValueError
    return number


def _number(parameter: Parameter, value: object) -> Default:
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        raise TypeError
    number = float(value)
    if not math.isfinite(number):
        raise ValueError
    return number


def _date(parameter: Parameter, value: object) -> Default:
    """A day; a month or a year is its first day, or its last for a parameter called ``until``."""
    if isinstance(value, datetime.datetime):
        return value.date()
    if isinstance(value, datetime.date):
        return value
    match = re.fullmatch(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", _text(parameter, value).strip())
    if match is None:
        raise ValueError
    year, month, day = (int(group) if group else 0 for group in match.groups())
    if day or parameter.name != "until":
        return datetime.date(year, month or 1, day or 1)
    month = month or 12
    return datetime.date(year, month, calendar.monthrange(year, month)[1])


def _boolean(parameter: Parameter, value: object) -> Default:
    word = str(value).strip().casefold() if isinstance(value, str | bool | int) else ""
    if word not in _TRUE + _FALSE:
        raise ValueError
    return word in _TRUE


def _list(parameter: Parameter, value: object) -> Default:
    """A list, a JSON list, or words between commas."""
    if isinstance(value, str):
        value = json.loads(value) if value.lstrip().startswith("[") else [v.strip() for v in value.split(",")]
    if not isinstance(value, list | tuple | set | frozenset) or not all(isinstance(v, str) for v in value):
        raise ValueError
    return [v for v in (sorted(value) if isinstance(value, set | frozenset) else value) if v]


_READERS: dict[Type, Callable[[Parameter, object], Default]] = {
    Type.ACTOR: _text,
    Type.STRING: _text,
    Type.INTEGER: _integer,
    Type.NUMBER: _number,
    Type.DATE: _date,
    Type.BOOLEAN: _boolean,
    Type.LIST: _list,
}
_IN_WORDS = {
    Type.ACTOR: "the name of an actor",
    Type.STRING: "a text",
    Type.INTEGER: "a whole number",
    Type.NUMBER: "a number",
    Type.DATE: "a date",
    Type.BOOLEAN: "true or false",
    Type.LIST: "a list",
}
_FOR_INSTANCE = {
    Type.ACTOR: "Turkey",
    Type.STRING: "text",
    Type.INTEGER: "25",
    Type.NUMBER: "0.5",
    Type.DATE: "2020-10-02",
    Type.BOOLEAN: "true",
    Type.LIST: "one,two",
}
