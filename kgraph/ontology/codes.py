"""PLOVER types with their quad classes, CAMEO codes with the PLOVER type and mode that each becomes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from kgraph.ontology.data import read_toml, read_tsv


@dataclass(frozen=True, slots=True)
class PloverType:
    """``quad``: 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict."""

    name: str
    quad: int
    score: float
    modes: tuple[str, ...]
    meaning: str


@cache
def plover_types() -> Mapping[str, PloverType]:
    """All sixteen event types by name."""
    return MappingProxyType(
        {
            name: PloverType(name, entry["quad"], entry["score"], tuple(entry["modes"]), entry["meaning"])
            for name, entry in read_toml("plover.toml").items()
        }
    )


def quad_of(plover: str | None) -> int | None:
    """The quad class of a PLOVER type; None for what is no event ("says").

    >>> quad_of("ASSAULT")
    4
    """
    found = plover_types().get(plover or "")
    return found.quad if found else None


@cache
def cameo_codes() -> Mapping[str, tuple[str, str | None, str | None]]:
    """CAMEO code to (label, PLOVER type, mode)."""
    return MappingProxyType(
        {row["code"]: (row["label"], row["plover"] or None, row["mode"] or None) for row in read_tsv("cameo.tsv")}
    )


def plover_of_cameo(code: str) -> tuple[str | None, str | None]:
    """PLOVER type and mode of a CAMEO code. A longer code that is not listed falls back on its beginning.

    >>> plover_of_cameo("173")
    ('COERCE', 'arrest')
    """
    _, plover, mode = _nearest(code)
    return plover, mode


def cameo_label(code: str) -> str | None:
    """What a CAMEO code says, in the codebook's words; None for a code that is none.

    >>> cameo_label("057")
    'Sign formal agreement'
    """
    return _nearest(code)[0]


def _nearest(code: str) -> tuple[str | None, str | None, str | None]:
    known = cameo_codes()
    for length in range(len(code), 1, -1):
        if found := known.get(code[:length]):
            return found
    return None, None, None
