"""What the mention components write down: who is referred to by which tokens, how that was found and how sure it is."""

from __future__ import annotations

from bisect import insort
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kgraph.model import Actor, MentionKind


@dataclass(slots=True)
class Spotted:
    """A mention in tokens of the Doc. ``actor`` is None when nobody could be named for it with certainty.

    ``role`` tells two mentions on the same words apart ("Syrian and Libyan fighters": "SYR" and "LBY").
    """

    start: int
    end: int  # exclusive
    head: int
    kind: MentionKind
    actor: Actor | None
    method: str
    score: float
    role: str = ""


def _place(spotted: Spotted) -> tuple[int, int, str]:
    return spotted.start, -spotted.end, spotted.role


class MentionSet:
    """The mentions of one article, in text order; of two that begin together the longer one first."""

    __slots__ = ("_at", "_ordered", "_spots")

    def __init__(self, mentions: Iterable[Spotted] = ()) -> None:
        self._ordered: list[Spotted] = []
        self._at: dict[int, list[Spotted]] = {}
        self._spots: set[tuple[int, int, str]] = set()
        for spotted in mentions:
            self.add(spotted)

    def add(self, spotted: Spotted) -> None:
        """Add a mention, unless one with the same words and role is there: the first rule to see it is right."""
        spot = (spotted.start, spotted.end, spotted.role)
        if spot in self._spots:
            return
        self._spots.add(spot)
        insort(self._ordered, spotted, key=_place)
        self._at.setdefault(spotted.head, []).append(spotted)

    def remove(self, spotted: Spotted) -> None:
        """Take a mention out: a longer one holds it."""
        self._spots.discard((spotted.start, spotted.end, spotted.role))
        self._ordered.remove(spotted)
        self._at[spotted.head].remove(spotted)

    def at(self, token: int) -> list[Spotted]:
        """The mentions whose head is this token."""
        return list(self._at.get(token, ()))

    def covering(self, token: int) -> list[Spotted]:
        """The mentions that hold this token, the shortest first."""
        found = [spotted for spotted in self._ordered if spotted.start <= token < spotted.end]
        return sorted(found, key=lambda spotted: spotted.end - spotted.start)

    def __iter__(self) -> Iterator[Spotted]:
        return iter(list(self._ordered))

    def __len__(self) -> int:
        return len(self._ordered)
