"""The closed list of relations between actors, each with its codes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any

from kgraph.errors import DataError
from kgraph.ontology.codes import cameo_codes, plover_types, quad_of
from kgraph.ontology.data import read_toml

GROUPS = ("speech", "demand", "cooperative", "hostile", "neutral")


@dataclass(frozen=True, slots=True)
class Relation:
    """What one actor does to another, in one upper-case word.

    ``plover``, ``mode``, ``cameo`` and ``quad`` are the codes that a verb sense gets unless it says otherwise; None
    where the schemes have no type. ``mutual``: several subjects without a target act on each other ("A and B met").
    """

    name: str
    plover: str | None
    mode: str | None
    cameo: str | None
    quad: int | None
    group: str
    mutual: bool
    gloss: str


@cache
def relations() -> Mapping[str, Relation]:
    """Every relation by name, sorted.

    >>> relations()["ACCUSES"].plover
    'ACCUSE'
    """
    return MappingProxyType(
        {name: _relation(name, entry) for name, entry in sorted(read_toml("relations.toml").items())}
    )


def _relation(name: str, entry: dict[str, Any]) -> Relation:
    place = f"relations.toml: [{name}]"
    relation = Relation(
        name=name,
        plover=entry.get("plover"),
        mode=entry.get("mode"),
        cameo=entry.get("cameo"),
        quad=quad_of(entry.get("plover")),
        group=entry["group"],
        mutual=entry.get("mutual", False),
        gloss=entry["gloss"],
    )
    if relation.group not in GROUPS:
        raise DataError(f"no group {relation.group!r}", place=place, hint=f"use one of {', '.join(GROUPS)}")
    if relation.plover is not None and relation.plover not in plover_types():
        raise DataError(f"no PLOVER type {relation.plover!r}", place=place, hint="plover.toml lists them")
    if relation.cameo is not None and relation.cameo not in cameo_codes():
        raise DataError(f"no CAMEO code {relation.cameo!r}", place=place, hint="cameo.tsv lists them")
    return relation
