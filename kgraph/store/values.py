"""Values on their way into and out of a store: ISO strings become dates going in, and dates ISO strings coming out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, time
from typing import Any

from neo4j.graph import Node, Path, Relationship
from neo4j.spatial import Point
from neo4j.time import Date, DateTime, Duration, Time


def plain(value: Any) -> Any:
    """A value as JSON has it, the same from every store.

    Dates and times are ISO strings. A node is its properties with ``_labels``, a relationship its properties with
    ``_type``, a path is ``{"nodes": [...], "relationships": [...]}``. Element ids are never shown: they do not last.
    """
    if value is None or isinstance(value, str | bool | int | float):
        return value
    if isinstance(value, Node):
        return {"_labels": sorted(value.labels), **_sorted(value)}
    if isinstance(value, Relationship):
        return {"_type": value.type, **_sorted(value)}
    if isinstance(value, Path):
        return {"nodes": [plain(n) for n in value.nodes], "relationships": [plain(r) for r in value.relationships]}
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, Date | DateTime | Time | Duration):
        return value.iso_format()
    if isinstance(value, date | datetime | time):
        return value.isoformat()
    if isinstance(value, Point):
        return list(value)
    if isinstance(value, Iterable) and not isinstance(value, bytes | bytearray):
        return [plain(item) for item in value]
    return str(value)


def _sorted(entity: Node | Relationship) -> dict[str, Any]:
    return {name: plain(value) for name, value in sorted(entity.items())}


def stored(properties: Mapping[str, Any], names: Sequence[str], dates: frozenset[str]) -> list[Any]:
    """The properties as a flat row, ``dates`` among them as dates."""
    return [_day(properties.get(name)) if name in dates else properties.get(name) for name in names]


def _day(value: Any) -> date | None:
    return date.fromisoformat(value) if value else None
