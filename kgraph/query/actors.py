"""Which actor a typed name means: "Ankara", "the French president" or an id, looked up in the graph itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from kgraph.errors import UsageError
from kgraph.ids import name_key
from kgraph.ports import GraphStore

_BY_ID = """
MATCH (a:Actor {id: $id})
RETURN a.id AS id, a.name AS name, 0 AS claims
LIMIT 1
"""
_BY_KEY = """
MATCH (a:Actor)
WHERE $key IN a.keys
WITH a, COUNT { (a)<-[:SUBJECT|OBJECT|RECIPIENT|SAID_BY]-(:Claim) } AS claims
RETURN a.id AS id, a.name AS name, claims
ORDER BY claims DESC, id
LIMIT 20
"""
_NAMES = """
MATCH (a:Actor)
WHERE a.kind <> 'unnamed'
RETURN a.name AS name, a.keys AS keys
ORDER BY name, a.id
LIMIT 20000
"""
_ONLY_NEAR = 3


@dataclass(frozen=True, slots=True)
class Found:
    """``others``: what the name could also have meant, those with more claims first."""

    id: str
    name: str
    claims: int = 0
    others: tuple[Found, ...] = ()

    def __str__(self) -> str:
        return f"{self.name} ({self.id}, {self.claims} claim{'' if self.claims == 1 else 's'})"

    def remark(self, typed: str) -> str | None:
        """What to tell somebody who typed a name that means several actors."""
        if not self.others:
            return None
        shown = ", ".join(map(str, self.others[:_ONLY_NEAR]))
        more = f" and {len(self.others) - _ONLY_NEAR} more" if len(self.others) > _ONLY_NEAR else ""
        return f"{typed!r} taken as {self}; it also names {shown}{more}"


def find_actor(store: GraphStore, typed: str) -> Found:
    """The actor that the name means: its id, or any of its names; of several, the one with most claims.

    Raises: UsageError with near names when nobody in the graph is called so.
    """
    if ":" in typed and (rows := store.rows(_BY_ID, {"id": typed.strip()}).rows):
        return Found(*rows[0])
    key = name_key(typed)
    rows = store.rows(_BY_KEY, {"key": key}).rows if key else ()
    if not rows:
        raise UsageError(
            f"no actor called {typed!r} in this graph{_near(store, key)}", hint="'kgraph actors list' shows all"
        )
    first, *others = (Found(*row) for row in rows)
    return Found(first.id, first.name, first.claims, tuple(others))


def _near(store: GraphStore, key: str) -> str:
    """Up to three names that look or begin like it."""
    name_of: dict[str, str] = {}
    for name, keys in store.rows(_NAMES).rows:
        for known in _strings(keys):
            name_of.setdefault(known, name)
    near = get_close_matches(key, name_of, n=_ONLY_NEAR, cutoff=0.7)
    near += sorted(known for known in name_of if key and key in known.split())
    names = list(dict.fromkeys(name_of[known] for known in near))[:_ONLY_NEAR]
    return f"; did you mean {' or '.join(map(repr, names))}?" if names else ""


def _strings(value: object) -> Sequence[str]:
    return [v for v in value if isinstance(v, str)] if isinstance(value, list | tuple) else []
