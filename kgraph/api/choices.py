"""What a caller chooses among claims, actors and edges, checked: a word that can match nothing is a mistake to be told.

>>> checked({"relation": "accuses", "since": "2020-10"})
{'relation': 'ACCUSES', 'since': '2020-10-01'}
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from difflib import get_close_matches
from typing import Any

from kgraph.errors import UsageError
from kgraph.graph.schema import relation_types
from kgraph.model import ActorKind, Modality
from kgraph.query.template import Parameter, Type
from kgraph.query.values import as_sent, typed


def checked(wanted: Mapping[str, Any]) -> dict[str, Any]:
    """The choice as the graph writes it. What is None was not chosen; names without a closed list stay as they are.

    Raises: UsageError that names the option, the value and what it can be.
    """
    return {
        name: value if value is None or name not in _CHECKS else _CHECKS[name](name, value)
        for name, value in wanted.items()
    }


def _one_of(what: str, words: Callable[[], Iterable[str]]) -> Callable[[str, str], str]:
    def check(name: str, value: str) -> str:
        known = {word.casefold(): str(word) for word in words()}
        if (found := known.get(value.strip().casefold())) is not None:
            return found
        close = get_close_matches(value.casefold(), known, n=1, cutoff=0.7)
        near = f"; did you mean {known[close[0]]!r}?" if close else ""
        raise UsageError(f"--{name}: no {what} {value!r}{near}", hint=f"there are {', '.join(sorted(known.values()))}")

    return check


def _day(name: str, value: str) -> str:
    """A day; a month or a year is its first day, or its last for ``until``."""
    return str(as_sent(typed(Parameter(name, Type.DATE, None, "", 0), value)))


def _relations(name: str, values: Iterable[str]) -> list[str]:
    return [_relation("relation", value) for value in values]


_relation = _one_of("relation", relation_types)

_CHECKS: dict[str, Callable[[str, Any], Any]] = {
    "relation": _relation,
    "relations": _relations,
    "modality": _one_of("modality", lambda: Modality),
    "kind": _one_of("kind of actor", lambda: ActorKind),
    "since": _day,
    "until": _day,
}
