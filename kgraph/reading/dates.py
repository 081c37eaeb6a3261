"""Publication dates as files write them -> an ISO date, or date and time with zone. Never "today", never a guess."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime

_MONTHS = ("january february march april may june july august september october november december").split()
_MONTH = {name[:n]: number for number, name in enumerate(_MONTHS, 1) for n in range(3, len(name) + 1)}
_ZONES = {"z": "+00:00", "utc": "+00:00", "gmt": "+00:00", "bst": "+01:00", "cet": "+01:00", "cest": "+02:00"} | {
    "est": "-05:00",
    "edt": "-04:00",
    "cst": "-06:00",
    "cdt": "-05:00",
    "mst": "-07:00",
    "mdt": "-06:00",
    "pst": "-08:00",
    "pdt": "-07:00",
    "msk": "+03:00",
    "eet": "+02:00",
    "eest": "+03:00",
}

_YEAR = r"(?P<y>[12]\d{3})"
_DAY = r"(?P<d>\d{1,2})(?:st|nd|rd|th)?"
_NAME = r"(?P<m>[a-z]{3,9})\.?"
_FORMS = (
    re.compile(rf"{_YEAR}[-/.](?P<m>\d{{1,2}})[-/.](?P<d>\d{{1,2}})"),  # 2020-10-02, 2020/10/02
    re.compile(r"(?P<y>[12]\d{3})(?P<m>\d\d)(?P<d>\d\d)"),  # 20201002
    re.compile(rf"{_DAY}\.? (?:of )?{_NAME},? {_YEAR}"),  # 2 October 2020, 2nd of Oct. 2020
    re.compile(rf"{_DAY}-{_NAME}-{_YEAR}"),  # 02-Oct-2020
    re.compile(rf"{_NAME} {_DAY},? {_YEAR}"),  # October 2, 2020
    re.compile(rf"(?P<d>\d{{1,2}})\.\s?(?P<m>\d{{1,2}})\.\s?{_YEAR}"),  # 02.10.2020: with points the day stands first
)
_SLASHES = re.compile(r"(\d{1,2})[/-](\d{1,2})[/-]([12]\d{3})")
_LEAD = re.compile(
    r"^(?:(?:first )?(?:published|posted|updated|issued|date)(?: on| at)?:? )?"
    r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*[.,]* )?"
)
_CLOCK = re.compile(
    r"^(?:[\s,t|·-]|at\b)*(?P<h>\d{1,2}):(?P<min>\d\d)(?::(?P<s>\d\d)(?:[.,]\d+)?)?"
    r"\s*(?P<half>[ap]\.?m\.?)?\s*(?P<zone>[+-]\d\d:?\d\d|[+-]\d\d|[a-z]{1,4})?(?:\s*\([\w ]+\))?$"
)


def iso_date(value: object) -> str | None:
    """The date in ISO form; None for nothing at all.

    A time without a zone is left out, since nobody knows which day it is elsewhere.
    Raises: ValueError, saying why, for anything that is no date.

    >>> iso_date("Friday, October 2nd, 2020"), iso_date("2020-10-02T08:15:00Z"), iso_date("2 Oct 2020 10:30")
    ('2020-10-02', '2020-10-02T08:15:00+00:00', '2020-10-02')
    """
    if value is None or value == "":
        return None
    if isinstance(value, datetime):
        return value.isoformat() if value.tzinfo else value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        raise ValueError(f"{_shown(value)} is no date")
    if isinstance(value, int | float):
        return _from_number(value)
    return _from_words(value)


def _from_number(value: int | float) -> str:
    """Seconds or milliseconds since 1970, or a date written as one number (20201002)."""
    if 1000_01_01 <= value <= 2999_12_31 and value == int(value):
        return _from_words(str(int(value)))
    seconds = value / 1000 if abs(value) >= 1e11 else value
    try:
        # a year, an edition number: before 1973 nobody published with time stamps, and 2920 is far
        if not 1e8 <= seconds < 3e10:
            raise ValueError
        return datetime.fromtimestamp(seconds, UTC).replace(microsecond=0).isoformat()
    except (ValueError, OverflowError, OSError) as error:
        raise ValueError(f"{_shown(value)} is no date") from error


def _from_words(value: str) -> str:
    words = " ".join(value.split()).casefold()
    if re.fullmatch(r"\d{10}|\d{13}", words):
        return _from_number(int(words))
    words = _LEAD.sub("", words, count=1)
    for form in _FORMS:
        if match := form.match(words):
            day = _day(value, int(match["y"]), match["m"], int(match["d"]))
            return _with_clock(value, day, words[match.end() :])
    if match := _SLASHES.match(words):
        first, second, year = map(int, match.groups())
        if first <= 12 and second <= 12 and first != second:
            raise ValueError(f"{_shown(value)} can be read in two ways")
        month, number = (second, first) if first > 12 else (first, second)
        return _with_clock(value, _day(value, year, str(month), number), words[match.end() :])
    raise ValueError(f"{_shown(value)} is no date")


def _day(value: str, year: int, month: str, day: int) -> date:
    number = int(month) if month.isdigit() else _MONTH.get("sep" if month == "sept" else month, 0)
    try:
        return date(year, number, day)
    except ValueError as error:
        raise ValueError(f"{_shown(value)} is no date of the calendar") from error


def _with_clock(value: str, day: date, rest: str) -> str:
    """The day, with the time where the rest is a time with a zone."""
    if not rest.strip(" ,."):
        return day.isoformat()
    clock = _CLOCK.match(rest)
    if not clock:
        raise ValueError(f"{_shown(value)} is no date")
    zone = clock["zone"] or ""
    offset = _ZONES.get(zone, zone if zone[:1] in ("+", "-") else "")
    hour = int(clock["h"])
    if clock["half"]:
        hour = hour % 12 + (12 if clock["half"].startswith("p") else 0)
    try:
        text = f"{day.isoformat()}T{hour:02}:{clock['min']}:{clock['s'] or '00'}{offset}"
        moment = datetime.fromisoformat(text)
    except ValueError as error:
        raise ValueError(f"{_shown(value)} is no date of the calendar") from error
    return moment.isoformat() if offset else day.isoformat()


def _shown(value: object) -> str:
    text = repr(value)
    return text if len(text) <= 60 else text[:57] + "..."
