"""The user's own list of actors: a CSV file with a header, UTF-8, of name, aliases (by |), kind, country, code.

Only the name is needed. A country is an ISO3 code or nothing. A line without a kind is an organisation, or a country
when its code is its country.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

from kgraph.actors.gazetteer import Gazetteer, UserActor, packaged_gazetteer
from kgraph.errors import DataError, UsageError
from kgraph.ids import actor_id
from kgraph.model import Actor, ActorKind

COLUMNS = ("name", "aliases", "kind", "country", "code")


def load_gazetteer(extra: Path | None = None) -> Gazetteer:
    """The packaged gazetteer, with the user's own actors before it.

    Raises: UsageError when the file is not there, DataError when a line breaks the rules.
    """
    gazetteer = packaged_gazetteer()
    if extra is not None:
        gazetteer.add(user_actors(extra))
    return gazetteer


def user_actors(path: Path) -> Iterator[UserActor]:
    """The actors of a user's own list, in its order."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError as error:
        raise UsageError("no such file", place=str(path), hint="--actors wants a CSV file") from error
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"cannot be read: {error}", place=str(path), hint="save it as a CSV file in UTF-8") from error
    reader = csv.DictReader(text.splitlines(), skipinitialspace=True)
    _check_header(reader.fieldnames, path)
    countries: set[str] = set()
    for row in reader:
        values = {column: (row.get(column) or "").strip() for column in COLUMNS}
        if not any(values.values()):
            continue
        if not values["kind"] and values["country"] in countries:
            # the first line of a code is the country, the next are its own
            values["kind"] = ActorKind.ORGANISATION.value
        made = _user_actor(values, f"{path}:{reader.line_num}")
        if made.actor.kind is ActorKind.COUNTRY and made.actor.country:
            countries.add(made.actor.country)
        yield made


def _check_header(names: object, path: Path) -> None:
    found = [str(name).strip() for name in names] if isinstance(names, list) else []
    if "name" not in found:
        raise DataError(
            "the first line must name the columns", place=f"{path}:1", hint=f"they are {', '.join(COLUMNS)}"
        )
    if unknown := [name for name in found if name and name not in COLUMNS]:
        raise DataError(f"no column named {unknown[0]!r}", place=f"{path}:1", hint=f"they are {', '.join(COLUMNS)}")


def _user_actor(values: dict[str, str], place: str) -> UserActor:
    if not values["name"]:
        raise DataError("an actor without a name", place=place, hint="fill the column name")
    kind = _kind(values, place)
    country = values["country"] or None
    if country is not None and not (len(country) == 3 and country.isascii() and country.isupper()):
        raise DataError(f"country {country!r} is no ISO3 code", place=place, hint="write three capitals, or nothing")
    names = tuple(alias.strip() for alias in values["aliases"].split("|") if alias.strip())
    made = Actor(
        id=f"country:{country}" if kind is ActorKind.COUNTRY and country else actor_id(kind.value, values["name"]),
        name=values["name"],
        kind=kind,
        country=country,
        code=values["code"] or None,
        aliases=names,
    )
    return UserActor(made, names)


def _kind(values: dict[str, str], place: str) -> ActorKind:
    if not values["kind"]:
        is_country = bool(values["country"]) and values["code"] == values["country"]
        return ActorKind.COUNTRY if is_country else ActorKind.ORGANISATION
    try:
        return ActorKind(values["kind"])
    except ValueError as error:
        known = ", ".join(kind.value for kind in ActorKind)
        raise DataError(f"no kind named {values['kind']!r}", place=place, hint=f"kinds are {known}") from error
