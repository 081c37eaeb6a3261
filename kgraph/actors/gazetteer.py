"""The gazetteer: which actors a name can mean. Loading is lazy: an actor is made when it is first asked for.

The data is `data/gazetteer.json`, built by `tools/build_gazetteer.py`; its header names the sources and licences.
A user's own list (CSV: name, aliases by |, kind, country, code) comes before it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from kgraph.actors.offices import Offices, Term
from kgraph.actors.text import key, unit
from kgraph.ids import digest
from kgraph.model import Actor, ActorKind

DATA = Path(__file__).parent / "data" / "gazetteer.json"


class How(StrEnum):
    """What a name says about the actor it points at."""

    NAME = "name"  # "Turkey", "Emmanuel Macron"
    ACRONYM = "acronym"  # "NATO": its capitals count
    ADJECTIVE = "adjective"  # "Turkish"
    DEMONYM = "demonym"  # "Turks": people of the country
    CAPITAL = "capital"  # "Ankara": the government, or the town
    SHARED_CAPITAL = "shared-capital"  # "Georgetown": has namesakes everywhere
    SEAT = "seat"  # "the Kremlin": the government, seldom the building
    PLACE = "place"  # "Aleppo": lies in the country

    @property
    def is_capital(self) -> bool:
        return self in (How.CAPITAL, How.SHARED_CAPITAL)


class Sense(NamedTuple):
    actor: Actor
    how: How


class Found(NamedTuple):
    """A name found in a row of units: how many units it takes, and what it can mean."""

    length: int
    senses: tuple[Sense, ...]
    own: bool  # from the user's own list


class UserActor(NamedTuple):
    """A line of the user's own list."""

    actor: Actor
    names: tuple[str, ...]


@dataclass(slots=True)
class Gazetteer:
    """Names to actors. ``header`` names the sources and licences of the packaged data."""

    header: dict[str, Any]
    _rows: list[list[Any]]
    _names: dict[str, list[int | str]]
    offices: Offices
    _starts: dict[str, list[tuple[int, str]]] = field(default_factory=dict)
    _own: dict[str, tuple[Sense, ...]] = field(default_factory=dict)
    _made: dict[int, Actor] = field(default_factory=dict)
    _senses: dict[str, tuple[Sense, ...]] = field(default_factory=dict)
    _countries: dict[str, int] = field(default_factory=dict)
    _ids: dict[str, int] = field(default_factory=dict)
    _gender: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for name in self._names:
            self._add_start(name)
        for number, row in enumerate(self._rows):
            self._ids[row[0]] = number
            if row[2] == "country":
                self._countries[row[3]] = number
            if len(row) > 6:
                self._gender[row[0]] = row[6]

    def _add_start(self, name: str) -> None:
        first, _, _ = name.partition(" ")
        self._starts.setdefault(first, []).append((name.count(" ") + 1, name))

    def add(self, actors: Iterable[UserActor]) -> None:
        """Put the user's own actors before the built-in ones: their names mean nothing else."""
        for actor, names in actors:
            actor = self._known_better(actor)
            for name in (actor.name, *names):
                if found := key(name):
                    if found not in self._own and found not in self._names:
                        self._add_start(found)
                    self._own[found] = (Sense(actor, How.NAME),)

    def _known_better(self, actor: Actor) -> Actor:
        """A built-in actor whom the user describes anew is so by every name: "Erdoğan", "Turkey's president"."""
        number = self._ids.get(actor.id)
        if number is None:
            return actor
        known = self._actor(number)
        names = dict.fromkeys([*actor.aliases, known.name, *known.aliases])
        names.pop(actor.name, None)
        code, country = actor.code or known.code, actor.country or known.country
        self._made[number] = replace(actor, code=code, country=country, aliases=tuple(names))
        self._senses.clear()
        return self._made[number]

    @property
    def own_digest(self) -> str:
        """Changes with the user's own list; empty where there is none."""
        return digest(sorted((name, repr(senses)) for name, senses in self._own.items()), size=4) if self._own else ""

    def find(self, row: Sequence[str], at: int) -> Found | None:
        """The longest name that begins at unit ``at``; rows hold "" where a name cannot run on."""
        best: tuple[int, str] | None = None
        for length, name in self._starts.get(row[at], ()):
            if (best is None or length > best[0]) and (length == 1 or " ".join(row[at : at + length]) == name):
                best = (length, name)
        return Found(best[0], self.senses(best[1]), best[1] in self._own) if best else None

    def senses(self, name_key: str) -> tuple[Sense, ...]:
        """Everything a name (given by its key) can mean."""
        if own := self._own.get(name_key):
            return own
        known = self._senses.get(name_key)
        if known is None:
            flat = self._names.get(name_key, [])
            pairs = zip(flat[::2], flat[1::2], strict=True)
            known = tuple(Sense(self._actor(int(number)), How(str(how))) for number, how in pairs)
            if flat:
                self._senses[name_key] = known
        return known

    def named(self, name: str) -> tuple[Sense, ...]:
        """Everything a name can mean, as it is written."""
        return self.senses(key(name))

    def starts_with(self, word: str) -> bool:
        """Whether some name begins with this word."""
        return unit(word) in self._starts

    def country(self, iso3: str) -> Actor | None:
        """The country with this ISO3 code."""
        number = self._countries.get(iso3)
        return None if number is None else self._actor(number)

    def actor(self, actor_id: str) -> Actor | None:
        """The actor with this id."""
        number = self._ids.get(actor_id)
        return None if number is None else self._actor(number)

    def actors(self) -> Iterator[Actor]:
        """Every actor of the packaged data."""
        for number in range(len(self._rows)):
            yield self._actor(number)

    def gender(self, actor_id: str) -> str:
        """ "m", "f" or "" where the list does not say."""
        return self._gender.get(actor_id, "")

    def _actor(self, number: int) -> Actor:
        made = self._made.get(number)
        if made is None:
            actor_id, name, kind, country, code, aliases, *_ = self._rows[number]
            made = Actor(
                id=actor_id,
                name=name,
                kind=ActorKind(kind),
                country=country,
                code=code,
                aliases=tuple(aliases.split("|")) if aliases else (),
            )
            self._made[number] = made
        return made


@cache
def _packaged() -> dict[str, Any]:
    data: dict[str, Any] = json.loads(DATA.read_text(encoding="utf-8"))
    return data


def packaged_gazetteer() -> Gazetteer:
    """A fresh gazetteer over the packaged data (read once)."""
    data = _packaged()
    terms = [Term(*row) for row in data["terms"]]
    return Gazetteer(header=data["header"], _rows=data["actors"], _names=data["names"], offices=Offices(terms))
