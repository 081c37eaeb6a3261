"""What a query template is: a question with a name, typed parameters, named columns and its Cypher."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum
from pathlib import Path

from kgraph.errors import UsageError


class Type(StrEnum):
    """What a parameter takes. A column is of one of these too, but for ``actor``."""

    ACTOR = "actor"  # any name of an actor; the template gets its id
    STRING = "string"
    INTEGER = "integer"
    NUMBER = "number"
    DATE = "date"
    BOOLEAN = "boolean"
    LIST = "list"  # of strings


Default = str | int | float | bool | datetime.date | list[str] | None


@dataclass(frozen=True, slots=True)
class Parameter:
    """``default`` is None where nothing is asked for: a parameter that is not given restricts nothing."""

    name: str
    type: Type
    default: Default
    description: str
    line: int

    @property
    def option(self) -> str:
        """As it is typed: ``--min-outlets``."""
        return "--" + self.name.replace("_", "-")


@dataclass(frozen=True, slots=True)
class Column:
    name: str
    type: Type
    description: str
    line: int


@dataclass(frozen=True, slots=True)
class Template:
    """``cypher`` is the statement alone; ``text`` the whole file, as a favourite of Neo4j Browser wants it."""

    name: str
    title: str
    description: str
    parameters: tuple[Parameter, ...]
    columns: tuple[Column, ...]
    example: str
    cypher: str
    text: str
    path: Path

    def parameter(self, name: str) -> Parameter:
        """The parameter of that name, however its words are joined (``min-outlets``, ``min_outlets``)."""
        wanted = name.removeprefix("--").replace("-", "_")
        for parameter in self.parameters:
            if parameter.name == wanted:
                return parameter
        known = [p.name for p in self.parameters]
        raise UsageError(
            f"{self.name} has no parameter {wanted!r}{did_you_mean(wanted, known)}",
            hint=f"it takes {', '.join(p.option for p in self.parameters) or 'none'}",
        )


def did_you_mean(wanted: str, known: Iterable[str]) -> str:
    """A question to add to an error, or nothing where nothing is near.

    >>> did_you_mean("who-acuses", ["who-accuses-whom", "stats"])
    "; did you mean 'who-accuses-whom'?"
    """
    names = list(dict.fromkeys(map(str, known)))
    near = get_close_matches(wanted.casefold(), names, n=1, cutoff=0.6) or [
        name for name in names if wanted and (name.startswith(wanted.casefold()) or wanted.casefold() in name)
    ]
    return f"; did you mean {near[0]!r}?" if near else ""
