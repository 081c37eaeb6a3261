"""When: time expressions as inclusive intervals, anchored on the publication date.

A weekday is the last one before or on the day of publication ("Friday" on a Friday is that day). Without a publication
date a relative expression stays unresolved, and a note says so: never "today".
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta

from kgraph.model import Granularity

Interval = tuple[date | None, date | None, Granularity]

_MONTHS = "january february march april may june july august september october november december".split()
_DAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
_NUMBERS = {
    word: number
    for number, word in enumerate("zero one two three four five six seven eight nine ten eleven twelve".split())
}
_NUMBERS |= {"a": 1, "an": 1, "several": 3, "few": 3}
_MONTH = "(?P<month>" + "|".join(f"{m}|{m[:3]}" + (r"\.?" if len(m) > 4 else "") for m in _MONTHS) + "|sept\\.?)"
_NUMBER = r"(?P<n>\d+|" + "|".join(_NUMBERS) + ")"
_UNIT = r"(?P<unit>day|week|month|year|decade)s?"
_YEAR = r"(?P<year>1[89]\d\d|20\d\d)"
TIME_WORD = re.compile(
    r"\b(?:today|yesterday|tomorrow|tonight|now|overnight|mon|tue|wed|thu|fri|sat|sun|week|month|year|decade|century|day|"
    r"days|morning|evening|night|afternoon|noon|midnight|dawn|dusk|nightfall|daybreak|spring|summer|autumn|winter|"
    + "|".join((*_MONTHS, *(month[:3] for month in _MONTHS), "sept"))
    + "|"
    + "|".join(_DAYS)
    + r"|\d{4}s?|recently|earlier|later|since|ago)\b"
)
_SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "winter": (12, 2)}


def _day(day: date) -> Interval:
    return day, day, Granularity.DAY


def _month(year: int, month: int) -> Interval:
    return date(year, month, 1), date(year, month, monthrange(year, month)[1]), Granularity.MONTH


def _year(year: int) -> Interval:
    return date(year, 1, 1), date(year, 12, 31), Granularity.YEAR


def _week(day: date) -> Interval:
    monday = day - timedelta(days=day.weekday())
    return monday, monday + timedelta(days=6), Granularity.WEEK


def _shift_month(day: date, months: int) -> tuple[int, int]:
    index = day.year * 12 + day.month - 1 + months
    return index // 12, index % 12 + 1


def _month_number(word: str) -> int:
    return next(number for number, name in enumerate(_MONTHS, 1) if name.startswith(word.rstrip(".")[:3]))


def _count(word: str) -> int:
    return int(word) if word.isdigit() else _NUMBERS[word]


def _weekday(anchor: date, name: str, direction: str) -> Interval:
    number = _DAYS.index(name)
    back = (anchor.weekday() - number) % 7
    if direction == "next":
        return _day(anchor + timedelta(days=(number - anchor.weekday()) % 7 or 7))
    return _day(anchor - timedelta(days=back or (7 if direction == "last" else 0)))


def _relative_unit(anchor: date, which: str, unit: str) -> Interval:
    step = {"this": 0, "last": -1, "past": -1, "previous": -1, "next": 1, "coming": 1}[which]
    if unit == "day":
        return _day(anchor + timedelta(days=step))
    if unit == "week":
        return _week(anchor + timedelta(weeks=step))
    if unit == "month":
        return _month(*_shift_month(anchor, step))
    if unit == "decade":
        start = (anchor.year // 10 + step) * 10
        return date(start, 1, 1), date(start + 9, 12, 31), Granularity.DECADE
    return _year(anchor.year + step)


def _ago(anchor: date, count: int, unit: str) -> Interval:
    if unit == "day":
        return _day(anchor - timedelta(days=count))
    if unit == "week":
        return _week(anchor - timedelta(weeks=count))
    if unit == "month":
        return _month(*_shift_month(anchor, -count))
    return _year(anchor.year - count * (10 if unit == "decade" else 1))


def _within(anchor: date, count: int, unit: str, *, forward: bool) -> Interval:
    days = {"day": 1, "week": 7, "month": 30, "year": 365, "decade": 3650}[unit] * count
    if forward:
        return anchor, anchor + timedelta(days=days), Granularity.RANGE
    return anchor - timedelta(days=days), anchor, Granularity.RANGE


def _dated(m: re.Match[str], anchor: date | None) -> Interval | None:
    month, day = _month_number(m["month"]), int(m["day"])
    year = int(m["year"]) if m["year"] else _nearest_year(anchor, month, day)
    if year is None or day > monthrange(year, month)[1] or not day:
        return None
    return _day(date(year, month, day))


def _nearest_year(anchor: date | None, month: int, day: int) -> int | None:
    if anchor is None:
        return None
    late = (month, day) > (anchor.month, anchor.day) and (month - anchor.month) > 6
    return anchor.year - 1 if late else anchor.year


def _bare_month(m: re.Match[str], anchor: date | None) -> Interval | None:
    month = _month_number(m["month"])
    if m["year"]:
        return _month(int(m["year"]), month)
    if anchor is None:
        return None
    which = (m.groupdict().get("which") or "").strip()
    year = anchor.year
    if which == "next":
        year += month <= anchor.month
    elif which == "last":
        year -= month >= anchor.month
    elif month > anchor.month:  # "in December", in an article of March: the last one
        year -= 1
    return _month(year, month)


def _decade(m: re.Match[str], _: date | None) -> Interval:
    start = int(m["decade"])
    part = (m["part"] or "").strip()
    first, last = {"early": (0, 3), "mid": (4, 6), "mid-": (4, 6), "late": (7, 9)}.get(part, (0, 9))
    return date(start + first, 1, 1), date(start + last, 12, 31), Granularity.DECADE


def _season(m: re.Match[str], anchor: date | None) -> Interval | None:
    """ "last autumn", "this spring", "in the spring of next year"; a winter is named after the year it begins in."""
    first, last = _SEASONS[m["season"]]
    if m["year"]:
        year = int(m["year"])
    elif anchor is None:
        return None
    elif m["of"]:
        year = anchor.year + {"last": -1, "this": 0, "next": 1}[m["of"]]
    else:
        which = (m["which"] or "").strip()
        year = anchor.year
        if which == "next":
            year += first <= anchor.month
        elif which != "this":
            year -= last >= anchor.month or first > anchor.month
    end = year + (last < first)
    return date(year, first, 1), date(end, last, monthrange(end, last)[1]), Granularity.RANGE


Rule = tuple[re.Pattern[str], bool, Callable[..., Interval | None]]


def _rule(pattern: str, build: Callable[..., Interval | None], *, anchored: bool = True) -> Rule:
    return re.compile(rf"\b{pattern}\b"), anchored, build


# in order: the first that fits the phrase is taken; anchored ones need the publication date
_RULES: tuple[Rule, ...] = (
    _rule(r"(?P<iso>\d{4}-\d\d-\d\d)", lambda m, a: _iso(m["iso"]), anchored=False),
    _rule(rf"{_MONTH} (?P<day>\d\d?)(?:st|nd|rd|th)?(?:,? {_YEAR})?", _dated, anchored=False),
    _rule(rf"(?P<day>\d\d?)(?:st|nd|rd|th)?(?: of)? {_MONTH}(?:,? {_YEAR})?", _dated, anchored=False),
    _rule(r"(?P<part>early|mid-?|late)?[ -]?(?:the )?(?P<decade>1[89]\d0|20\d0)['’]?s", _decade, anchored=False),
    _rule(
        rf"(?P<which>last |this |next |the )?(?P<season>{'|'.join(_SEASONS)})"
        rf"(?: of (?:(?P<of>last|this|next) year|{_YEAR}))?(?!\w)",
        _season,
    ),
    _rule(r"the day before yesterday", lambda m, a: _day(a - timedelta(days=2))),
    _rule(r"the day after tomorrow", lambda m, a: _day(a + timedelta(days=2))),
    _rule(r"(?:today|tonight|this (?:morning|afternoon|evening)|earlier in the day)", lambda m, a: _day(a)),
    _rule(r"(?:yesterday|last night|overnight)", lambda m, a: _day(a - timedelta(days=1))),
    _rule(r"tomorrow", lambda m, a: _day(a + timedelta(days=1))),
    _rule(
        rf"(?P<which>last |next |this )?(?P<day>{'|'.join(_DAYS)})",
        lambda m, a: _weekday(a, m["day"], (m["which"] or "").strip()),
    ),
    _rule(rf"{_NUMBER} {_UNIT} (?:ago)", lambda m, a: _ago(a, _count(m["n"]), m["unit"])),
    _rule(
        rf"(?:in|over|within|during) (?:the )?(?:last|past|previous) (?:{_NUMBER} )?{_UNIT}",
        lambda m, a: _within(a, _count(m["n"] or "one"), m["unit"], forward=False),
    ),
    _rule(
        rf"(?:(?:in|over|within|during) )?(?:the )?(?:next|coming|following) {_NUMBER} {_UNIT}",
        lambda m, a: _within(a, _count(m["n"]), m["unit"], forward=True),
    ),
    _rule(
        r"(?:in )?(?:the )?(?:coming|next few) (?P<unit>day|week|month|year)s",
        lambda m, a: (a, None, Granularity.RANGE),
    ),
    _rule(r"(?:in )?recent (?P<unit>day|week|month|year)s", lambda m, a: (None, a, Granularity.RANGE)),
    _rule(rf"(?:with)?in {_NUMBER} {_UNIT}", lambda m, a: _within(a, _count(m["n"]), m["unit"], forward=True)),
    _rule(
        r"earlier this (?P<unit>week|month|year)",
        lambda m, a: (_relative_unit(a, "this", m["unit"])[0], a, Granularity.RANGE),
    ),
    _rule(
        r"later this (?P<unit>week|month|year)",
        lambda m, a: (a, _relative_unit(a, "this", m["unit"])[1], Granularity.RANGE),
    ),
    _rule(
        r"(?:the )?(?P<which>this|last|past|previous|next|coming) (?P<unit>week|month|year|decade)",
        lambda m, a: _relative_unit(a, m["which"], m["unit"]),
    ),
    _rule(rf"(?P<which>last |next |this )?{_MONTH}(?:,? {_YEAR})?", _bare_month, anchored=False),
    _rule(_YEAR, lambda m, a: _year(int(m["year"])), anchored=False),
)
_UNTIL = re.compile(r"^(until|till|by|before)\b")


def _iso(text: str) -> Interval | None:
    try:
        return _day(date.fromisoformat(text))
    except ValueError:
        return None


PART_OF_DAY = re.compile(
    r"^(?:in|during|by|at|before|after|around|shortly before|shortly after) (?:the )?"
    r"(?:early |late )?(?:morning|afternoon|evening|night|dawn|dusk|noon|midnight|nightfall|daybreak)$"
)
_BARE = re.compile(rf"\b(?:{'|'.join(_DAYS)}|{_MONTH})\b".replace("(?P<month>", "(?:"))
_FIXED = re.compile(rf"\b(?:last|this|past|next|{_YEAR})\b".replace("(?P<year>", "(?:"))


def interval(phrase: str, anchor: date | None, *, ahead: bool = False, past: bool = False) -> Interval | None:
    """What a time expression names; None when it names no time; UNRESOLVED when it needs a date that is not known.

    ``ahead``: of something still to come: "will meet on Friday", "must leave by April"; ``past``: of something that
    has happened: "expelled them on 9 December", in January.

    >>> interval("on Friday", date(2020, 10, 2))
    (datetime.date(2020, 10, 2), datetime.date(2020, 10, 2), <Granularity.DAY: 'day'>)
    """
    text = " ".join(phrase.lower().split())
    for pattern, anchored, build in _RULES:
        match = pattern.search(text)
        if match is None:
            continue
        if anchored and anchor is None:
            return None, None, Granularity.UNRESOLVED
        try:
            found = build(match, anchor)
        except (ValueError, OverflowError):
            continue
        if found is None:
            if anchor is None and not re.search(_YEAR, text):
                return None, None, Granularity.UNRESOLVED
            continue
        if (ahead or _UNTIL.match(text)) and _BARE.search(text) and not _FIXED.search(text):
            found = _to_come(found, anchor)
        elif past and _BARE.search(text) and not _FIXED.search(text):
            found = _gone_by(found, anchor)
        return _bounded(text, found)
    return None


def _to_come(found: Interval, anchor: date | None) -> Interval:
    """The next Friday, the next April, where the last one lies behind the day of publication."""
    start, end, grain = found
    if anchor is None or start is None or end is None or end >= anchor:
        return found
    if grain is Granularity.MONTH:
        return _month(start.year + 1, start.month)
    if grain is Granularity.DAY and anchor - start < timedelta(days=7):
        return _day(start + timedelta(days=7))
    return found


def _gone_by(found: Interval, anchor: date | None) -> Interval:
    start, _, grain = found
    if anchor is None or start is None or start <= anchor or grain is not Granularity.DAY:
        return found
    return _day(date(start.year - 1, start.month, min(start.day, monthrange(start.year - 1, start.month)[1])))


def _bounded(text: str, found: Interval) -> Interval:
    start, end, grain = found
    if text.startswith("since"):
        return start, None, Granularity.RANGE
    if _UNTIL.match(text):
        return None, end, Granularity.RANGE
    return start, end, grain
