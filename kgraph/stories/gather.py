"""Which articles tell one story: a pure function of the set of their prints, whatever order they come in. What is
here works on some articles at a time; ``bulk`` on all of a corpus.

Copies hang together: if B is a copy of A and C of B, the three are one chain, even where C and A alone would not be
taken for copies. A bulletin that comes every day with little changed would make a chain without end, so a chain is cut
by time: a story lasts a fortnight from its first article, and what appears later in the chain begins another one. Exact
copies stay together whenever they appear.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kgraph.stories.prints import Print

LASTS = 14  # days


@dataclass(frozen=True, slots=True)
class Place:
    """Where an article belongs. ``origin``: whose report its story likely is; None when nobody can know."""

    story: str
    chain: str
    origin: str | None

    def properties(self) -> dict[str, str | None]:
        """As they stand at the article's node."""
        return {"story": self.story, "storyOrigin": self.origin, "chain": self.chain}


class Sets:
    """Disjoint sets that grow together (union-find)."""

    def __init__(self) -> None:
        self._up: dict[str, str] = {}

    def find(self, one: str) -> str:
        root = one
        while (up := self._up.get(root, root)) != root:
            root = up
        while (up := self._up.get(one, one)) != root:
            self._up[one], one = root, up
        return root

    def join(self, one: str, other: str) -> None:
        self._up[self.find(one)] = self.find(other)

    def groups(self, members: Iterable[str]) -> Iterator[list[str]]:
        found: dict[str, list[str]] = {}
        for member in members:
            found.setdefault(self.find(member), []).append(member)
        yield from found.values()


def joined(prints: Iterable[Print]) -> Sets:
    """The chains of these articles."""
    sets = Sets()
    index: dict[str, list[Print]] = {}
    for one in prints:
        for other in _met(one, index):
            if sets.find(one.article) != sets.find(other.article) and one.is_copy(other):
                sets.join(one.article, other.article)
        for band in one.bands:
            index.setdefault(band, []).append(one)
    return sets


def _met(one: Print, index: Mapping[str, Sequence[Print]]) -> list[Print]:
    found = {other.article: other for band in one.probes() for other in index.get(band, ())}
    return list(found.values())


def placed(chain: Sequence[Print]) -> dict[str, Place]:
    """The stories of one chain."""
    members = sorted(chain, key=lambda one: one.order)
    name = _named(members[0])
    return {
        one.article: Place(_named(story[0]), name, origin_of(story)) for story in _stories(members) for one in story
    }


def _stories(members: Sequence[Print]) -> list[list[Print]]:
    """The chain cut by time. ``members`` are in their order."""
    stories: list[list[Print]] = []
    exact: dict[str, list[Print]] = {}
    begun: int | None = None
    current: list[Print] | None = None
    for one in members:
        if (story := exact.get(one.exact)) is None:
            if current is None or _is_over(begun, one.day):
                current, begun = [], one.day
                stories.append(current)
            story = exact[one.exact] = current
        story.append(one)
    return stories


def _is_over(begun: int | None, day: int | None) -> bool:
    """Those without a date come last and are a story of their own, unless nobody has one."""
    if begun is None or day is None:
        return begun is not day
    return day - begun > LASTS


def _named(first: Print) -> str:
    return "st_" + first.article.removeprefix("a_")


def origin_of(story: Sequence[Print]) -> str | None:
    """Whose report it likely is: the agency that a byline or dateline names, else the outlet that had it first.
    ``story`` is in order of time."""
    named = next((one.source for one in story if one.source), None)
    return named or next((one.outlet for one in story if one.outlet), None)
