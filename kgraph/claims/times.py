"""When: time expressions as inclusive intervals, anchored on the publication date.

A weekday is the last one before or on the day of publication ("Friday" on a Friday is that day). Without a publication
date a relative expression stays unresolved, and a note says so: never "today".
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta

from kgraph.claims.context import Context, Draft
from kgraph.model import Granularity, Note, TimeInterval

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
_TIME_WORD = re.compile(
    r"\b(?:today|yesterday|tomorrow|tonight|now|overnight|mon|tue|wed|thu|fri|sat|sun|week|month|year|decade|century|day|days|morning|"
    r"evening|night|afternoon|noon|"
    + "|".join(_MONTHS)
    + "|"
    + "|".join(_DAYS)
    + r"|\d{4}s?|recently|earlier|later|since|ago)\b"
)


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


Rule = tuple[re.Pattern[str], bool, Callable[..., Interval | None]]


def _rule(pattern: str, build: Callable[..., Interval | None], *, anchored: bool = True) -> Rule:
    return re.compile(rf"\b{pattern}\b"), anchored, build


# in order: the first that fits the phrase is taken; anchored ones need the publication date
_RULES: tuple[Rule, ...] = (
    _rule(r"(?P<iso>\d{4}-\d\d-\d\d)", lambda m, a: _iso(m["iso"]), anchored=False),
    _rule(rf"{_MONTH} (?P<day>\d\d?)(?:st|nd|rd|th)?(?:,? {_YEAR})?", _dated, anchored=False),
    _rule(rf"(?P<day>\d\d?)(?:st|nd|rd|th)?(?: of)? {_MONTH}(?:,? {_YEAR})?", _dated, anchored=False),
    _rule(r"(?P<part>early|mid-?|late)?[ -]?(?:the )?(?P<decade>1[89]\d0|20\d0)['’]?s", _decade, anchored=False),
    _rule(r"the day before yesterday", lambda m, a: _day(a - timedelta(days=2))),
    _rule(r"the day after tomorrow", lambda m, a: _day(a + timedelta(days=2))),
    _rule(r"(?:today|tonight|this (?:morning|afternoon|evening)|earlier in the day)", lambda m, a: _day(a)),
    _rule(r"(?:yesterday|last night|overnight)", lambda m, a: _day(a - timedelta(days=1))),
    _rule(r"tomorrow", lambda m, a: _day(a + timedelta(days=1))),
    _rule(
        rf"(?P<which>last |next |this )?(?P<day>{'|'.join(_DAYS)})",
        lambda m, a: _weekday(a, m["day"], (m["which"] or "").strip()),
    ),
    _rule(rf"{_NUMBER} {_UNIT} (?:ago|earlier|before)", lambda m, a: _ago(a, _count(m["n"]), m["unit"])),
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
_SINCE = re.compile(r"^(since|from|after)\b")
_UNTIL = re.compile(r"^(until|till|by|before)\b")


def _iso(text: str) -> Interval | None:
    try:
        return _day(date.fromisoformat(text))
    except ValueError:
        return None


def interval(phrase: str, anchor: date | None) -> Interval | None:
    """What a time expression names; None when it names no time; UNRESOLVED when it needs a date that is not known.

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
        return _bounded(text, found, anchor)
    return None


def _bounded(text: str, found: Interval, anchor: date | None) -> Interval:
    start, end, grain = found
    if text.startswith("since"):
        return start, None, Granularity.RANGE
    if _UNTIL.match(text):
        return None, end, Granularity.RANGE
    return start, end, grain


def read_time(context: Context, draft: Draft) -> TimeInterval | None:
    """The time expression that hangs on the predicate (or on its light verb)."""
    tree = context.tree
    heads = [draft.head] + ([draft.predication.carrier] if draft.predication.carrier is not None else [])
    for head in heads:
        for child in tree.children[head]:
            if tree.dep[child] not in ("npadvmod", "prep", "advmod", "pobj", "nummod", "compound", "tmod"):
                continue
            tokens = [t for t in tree.subtree(child) if tree.pos[t] not in ("SPACE",)]
            if len(tokens) > 9:
                tokens = tokens[:9]
            start, end = tree.span(tokens)
            words = context.article.text[start:end]
            if not _TIME_WORD.search(words.lower()) or not _is_temporal(context, child, tokens):
                continue
            found = interval(words, _anchor(context))
            if found is not None:
                return _written(context, found, words, start, end)
    return None


def _is_temporal(context: Context, child: int, tokens: list[int]) -> bool:
    # "since a 1994 ceasefire deal": a year inside a phrase bounds it; "with last year's winner" is no time
    tree = context.tree
    if tree.dep[child] != "prep":
        return True
    if tree.lower[child] not in (
        "on",
        "in",
        "since",
        "until",
        "till",
        "by",
        "before",
        "after",
        "during",
        "over",
        "within",
        "from",
        "for",
        "at",
        "through",
        "throughout",
    ):
        return False
    noun = tree.kid(child, "pobj")
    return (
        noun is None
        or tree.ent[noun] in ("DATE", "TIME")
        or bool(_TIME_WORD.search(tree.lower[noun]))
        or tree.lower[child] == "since"
    )


def _written(context: Context, found: Interval, words: str, start: int, end: int) -> TimeInterval:
    first, last, grain = found
    if grain is Granularity.UNRESOLVED:
        context.notes.append(
            Note(
                "time-without-date",
                f"{words!r} needs the article's date, which is not known; give --published",
                start,
                end,
            )
        )
    return TimeInterval(
        start=first.isoformat() if first else None,
        end=last.isoformat() if last else None,
        text=words,
        granularity=grain,
        at=(start, end),
    )


def _anchor(context: Context) -> date | None:
    published = context.article.published
    if not published:
        return None
    try:
        return date.fromisoformat(published[:10])
    except ValueError:
        return None
