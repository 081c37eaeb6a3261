"""What an article keeps in a graph so that its copies are found: its print. Pure.

A print is written as properties of the article's node and read back from them, so that a store can tell stories by
itself. ``bands`` are words that a full-text index takes: two near copies have one in common with a probability that
their likeness gives (``minhash``). They hold the month in which the article appeared, so that how many articles are
looked at depends on how many appear in a month, and not on how many there are.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from kgraph.errors import DataError
from kgraph.model import Article
from kgraph.stories.agencies import known_as, source_named
from kgraph.stories.alike import alike, is_the_same_again
from kgraph.stories.sketch import loaded, sketch_of

APART = 7  # days between two near copies at most; exact copies may be years apart
EXACT = 16  # letters of a sketch that are the same for the same body
_MONTH = 28  # days
_MOST = 0xFFFFFFFFFF
_SAME, _NEAR = "x", "n"


@dataclass(frozen=True, slots=True)
class Print:
    """``source``: whom the article names as the source of the report; ``day``: when it appeared, as an ordinal."""

    article: str
    bands: tuple[str, ...]
    sketch: str
    day: int | None = None
    source: str | None = None
    outlet: str | None = None

    @property
    def exact(self) -> str:
        """The same for the same body."""
        return self.sketch[:EXACT]

    @property
    def order(self) -> tuple[bool, int, str]:
        """The earliest first; those without a date last."""
        return self.day is None, self.day or 0, self.article

    def probes(self) -> Iterator[str]:
        """The bands that a copy of it may have: its own, and those of the month that is near."""
        yield from self.bands
        if self.day is not None:
            own = self.day // _MONTH
            for other in ((self.day - APART) // _MONTH, (self.day + APART) // _MONTH):
                if other != own:
                    change = _scattered(own) ^ _scattered(other)
                    yield from (_word(_NEAR, number_of(band) ^ change) for band in self.bands[1:])

    def is_copy(self, other: Print) -> bool:
        """Whether both are copies of one text. Says the same whichever is asked.

        Raises: DataError when somebody changed the sketch in the graph.
        """
        if self.exact == other.exact:
            return True
        if not self.is_near(other):
            return False
        one, two = loaded(self.sketch), loaded(other.sketch)
        if self.outlet is not None and self.outlet == other.outlet and self.day != other.day:
            return is_the_same_again(one, two)
        return alike(one, two)

    def is_near(self, other: Print) -> bool:
        """Whether both appeared within a week, or neither has a date."""
        if self.day is None or other.day is None:
            return self.day is other.day
        return abs(self.day - other.day) <= APART


def print_of(article: Article) -> Print:
    """The print of an article."""
    sketch, keys = sketch_of(article)
    day = _day(article.published)
    month = -1 if day is None else day // _MONTH
    exact, *near = keys
    return Print(
        article=article.id,
        bands=(_word(_SAME, exact), *(_word(_NEAR, key ^ _scattered(month)) for key in near)),
        sketch=sketch.dumps(),
        day=day,
        source=source_named(article.origin, article.author),
        outlet=known_as(article.outlet),
    )


def print_in(properties: Mapping[str, object]) -> Print:
    """The print that the properties of an article's node hold.

    Raises: DataError for a date that is none.
    """

    def text(name: str) -> str | None:
        value = properties.get(name)
        return None if value is None else str(value)

    return Print(
        article=text("id") or "",
        bands=tuple((text("bands") or "").split()),
        sketch=text("sketch") or "",
        day=_day(text("published")),
        source=source_named(text("origin"), text("author")),
        outlet=known_as(text("outlet")),
    )


def _day(published: str | None) -> int | None:
    if not published:
        return None
    try:
        return date.fromisoformat(published[:10]).toordinal()
    except ValueError as error:
        raise DataError(f"no date: {published[:20]!r}", hint="`kgraph rebuild` makes the graph anew") from error


# Bands as words


def _word(kind: str, value: int) -> str:
    """A letter and 40 bits. A word that no analyser of a full-text index cuts or changes."""
    return f"{kind}{value & _MOST:010x}"


def number_of(band: str) -> int:
    """A band as a number."""
    return int(band[1:], 16)


def _scattered(month: int) -> int:
    return (month + 2) * 0x9E3779B97F & _MOST
