"""State institutions by what texts call them: "ministry of foreign affairs" -> Foreign Ministry, GOV."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import NamedTuple

_DATA = Path(__file__).parent / "data" / "institutions.toml"


class Institution(NamedTuple):
    """``name`` as it stands in an actor's name ("Army of Turkey"), ``code`` its role."""

    name: str
    code: str


@cache
def institutions() -> dict[str, Institution]:
    """Every institution by each of its names, lower case."""
    data = tomllib.loads(_DATA.read_text(encoding="utf-8"))
    return {called: Institution(name, entry["code"]) for name, entry in data.items() for called in entry["names"]}
