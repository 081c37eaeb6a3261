"""Who prints whose reports: news agencies by their names."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from kgraph.ids import name_key

DATA = Path(__file__).with_suffix(".toml")
_STAFF = re.compile(r"^by | (?:staff|reporters?|correspondents?|wires?|staff writers?|with agencies)$", re.IGNORECASE)


@cache
def _names() -> Mapping[str, str]:
    agencies: list[list[str]] = tomllib.loads(DATA.read_text(encoding="utf-8"))["agencies"]
    return {name_key(name): names[0] for names in agencies for name in names}


def agency(name: str | None) -> str | None:
    """The agency that is called so.

    >>> [agency(name) for name in ("The Associated Press", "AFP staff", "The Harbour Post")]
    ['AP', 'AFP', None]
    """
    return _names().get(name_key(_STAFF.sub("", " ".join(name.split())))) if name else None


def source_named(origin: str | None, author: str | None) -> str | None:
    """Whose report it is, as the dateline or byline says; an author counts only when he is an agency."""
    return agency(origin) or (" ".join(origin.split()) if origin else None) or agency(author)


def known_as(outlet: str | None) -> str | None:
    """An outlet by the name that origins are counted by: "The Associated Press" is the agency AP."""
    return agency(outlet) or (" ".join(outlet.split()) or None if outlet else None)
