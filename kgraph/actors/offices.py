"""Who held which office when: "the French president" on the article's date.

An office belongs to a country (its ISO3) or to an organisation (its actor id).
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

_TITLES = Path(__file__).parent / "data" / "titles.toml"


class Term(NamedTuple):
    """One person in one office, from and to inclusive ISO dates; "" is open."""

    of: str  # ISO3, or the id of an organisation
    office: str  # "President"
    person: str  # actor id
    start: str
    end: str

    def covers(self, day: str) -> bool:
        """Whether the term holds on that ISO day (a month or a year compare by their own length)."""
        return (not self.start or self.start[: len(day)] <= day) and (not self.end or day[: len(self.end)] <= self.end)


@cache
def _titles() -> dict[str, Any]:
    return tomllib.loads(_TITLES.read_text(encoding="utf-8"))


@cache
def title_index() -> dict[str, tuple[str, ...]]:
    """What each title can name: "foreign minister" -> ("Foreign Minister",)."""
    index: dict[str, tuple[str, ...]] = {}
    for office, titles in _titles()["offices"].items():
        for title in titles:
            index[title] = (*index.get(title, ()), office)
    return index


@cache
def honorifics() -> dict[str, str]:
    """Words before a name that are no office, with the gender they give: "mrs" -> "f"; "x" gives none."""
    return {word: gender for gender, words in _titles()["honorifics"].items() for word in words}


@cache
def ranks() -> dict[str, str]:
    """The role that a word before a name gives: "gen" -> "MIL"."""
    return {word: role for role, words in _titles()["ranks"].items() for word in words}


@dataclass(slots=True)
class Offices:
    """Terms of office, by office and by person."""

    terms: list[Term]
    _by_office: dict[tuple[str, str], list[Term]] = field(default_factory=dict)
    _by_person: dict[str, list[Term]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for term in self.terms:
            self._by_office.setdefault((term.of, term.office), []).append(term)
            self._by_person.setdefault(term.person, []).append(term)

    def holder(self, of: str, title: str, day: str) -> Term | None:
        """Who was called so on that day. Of two (a change on that very day) the newcomer."""
        found = [term for term in self.candidates(of, title) if term.covers(day)]
        return max(found, key=lambda term: term.start) if found else None

    def candidates(self, of: str, title: str) -> list[Term]:
        """Everybody who was ever called so there."""
        return [term for office in title_index().get(title, ()) for term in self._by_office.get((of, office), ())]

    def of_person(self, person: str) -> list[Term]:
        return self._by_person.get(person, [])

    def held_on(self, person: str, day: str | None) -> list[Term]:
        """The offices of a person on a day; without a day the latest one."""
        terms = self.of_person(person)
        if day is None:
            return sorted(terms, key=lambda term: term.end or "9999")[-1:]
        return [term for term in terms if term.covers(day)]


def office_names(title: str) -> tuple[str, ...]:
    """The offices that a title can name; empty when it is no title of an office."""
    return title_index().get(title, ())
