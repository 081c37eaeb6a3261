"""Which PLOVER types, CAMEO roots and quad classes may stand for each other when an event is judged.

Kept apart from ``kgraph.ontology`` on purpose: a judge must not change when the lexicon does.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from types import MappingProxyType

STATEMENT = "STATEMENT"  # CAMEO 01; PLOVER has no type for a mere statement

# The quad classes of a PLOVER type: 1 verbal and 2 material cooperation, 3 verbal and 4 material conflict, 0 neutral.
QUADS: Mapping[str, frozenset[int]] = MappingProxyType(
    {name: frozenset({1}) for name in ("AGREE", "CONSULT", "SUPPORT")}
    | {name: frozenset({2}) for name in ("RETREAT", "COOPERATE", "AID")}
    | {name: frozenset({3}) for name in ("REQUEST", "ACCUSE", "REJECT", "THREATEN")}
    | {name: frozenset({4}) for name in ("PROTEST", "MOBILIZE", "COERCE", "ASSAULT")}
    # between word and deed: conceding, and sanctions announced or imposed
    | {"CONCEDE": frozenset({1, 2}), "SANCTION": frozenset({3, 4})}
)

_ROOTS = {
    "REQUEST": ("02", "10"),
    "AGREE": ("03",),
    "CONSULT": ("04",),
    "SUPPORT": ("05",),
    "COOPERATE": ("06",),
    "AID": ("07",),
    "CONCEDE": ("08",),
    "ACCUSE": ("09", "11"),
    "REJECT": ("12",),
    "THREATEN": ("13",),
    "PROTEST": ("14",),
    "MOBILIZE": ("15",),
    "SANCTION": ("16",),
    "COERCE": ("17",),
    "ASSAULT": ("18", "19", "20"),
}
_TYPE_OF_ROOT = {root: name for name, roots in _ROOTS.items() for root in roots}

# CAMEO codes whose PLOVER type is another than their root's: ceasefires and returns are retreats, blockades coercion.
_TYPE_OF_CODE = {
    **dict.fromkeys(("084", "085", "086", "087", "0813", "0814"), "RETREAT"),
    **dict.fromkeys(("163", "191", "192"), "COERCE"),
    **dict.fromkeys(("1712", "175"), "ASSAULT"),
}
_FURTHER_ROOTS = {"RETREAT": frozenset({"08"}), "COERCE": frozenset({"16", "19"})}

# Codes of countries that were renamed or that coders write otherwise.
COUNTRIES: Mapping[str, str] = MappingProxyType(
    {
        "EUR": "IGO", "JAP": "JPN", "KSV": "XKX", "PAL": "PSE", "ROM": "ROU",
        "SCG": "SRB", "TMP": "TLS", "UNO": "IGO", "YUG": "SRB", "ZAR": "COD",
    }
)  # fmt: skip


def type_of(cameo: str) -> str | None:
    """The PLOVER type of a CAMEO code.

    >>> type_of("112"), type_of("0871"), type_of("010")
    ('ACCUSE', 'RETREAT', None)
    """
    for code in (cameo, cameo[:3]):
        if code in _TYPE_OF_CODE:
            return _TYPE_OF_CODE[code]
    return _TYPE_OF_ROOT.get(cameo[:2])


def roots_of(types: Collection[str]) -> frozenset[str]:
    """The CAMEO roots that PLOVER types may come from."""
    roots: set[str] = set()
    for name in types:
        roots |= {*_ROOTS.get(name, ()), *_FURTHER_ROOTS.get(name, ())}
    return frozenset(roots)


def quads_of(types: Collection[str]) -> frozenset[int]:
    return frozenset(quad for name in types for quad in QUADS.get(name, ()))
