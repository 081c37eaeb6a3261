"""What several articles know of one actor, put together: the same whatever the order, and twice is once.

Each single value is chosen by a fixed rule from those the articles give, lists are joined and sorted, so ``merge`` is
associative, commutative and idempotent.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import reduce

from kgraph.errors import DataError
from kgraph.graph.schema import KIND_LABELS
from kgraph.ids import name_key
from kgraph.model import Actor, ActorKind, Node, Value

_KINDS = {kind.value: kind for kind in ActorKind}


@dataclass(frozen=True, slots=True)
class Profile:
    """The properties of one actor as one article, or several together, give them."""

    name: str
    country: str | None = None
    code: str | None = None
    wikidata: str | None = None
    roles: frozenset[str] = frozenset()
    aliases: frozenset[str] = frozenset()

    def dumps(self) -> str:
        """One line of JSON, equal for equal profiles."""
        values = [self.name, self.country, self.code, self.wikidata, sorted(self.roles), sorted(self.aliases)]
        return json.dumps(values, ensure_ascii=False, separators=(",", ":"))

    @staticmethod
    def loads(line: str) -> Profile:
        """Raises: DataError for a line that ``dumps`` did not write: somebody changed the graph."""
        try:
            name, country, code, wikidata, roles, aliases = json.loads(line)
            return Profile(name, country, code, wikidata, frozenset(roles), frozenset(aliases))
        except (TypeError, ValueError) as error:
            message = f"what an article knows of an actor is broken in the graph: {str(line)[:60]!r}"
            raise DataError(message, hint="`kgraph rebuild` makes the graph anew") from error


def profile_of(actor: Actor) -> Profile:
    return Profile(
        name=actor.name,
        country=actor.country,
        code=actor.code,
        wikidata=actor.wikidata,
        roles=frozenset(filter(None, actor.roles)),
        aliases=frozenset(filter(None, actor.aliases)) - {actor.name},
    )


def merge(one: Profile, other: Profile) -> Profile:
    """Both together. The name that does not win becomes an alias, so that it still finds the actor."""
    name = min(one.name, other.name, key=_name_order)
    return Profile(
        name=name,
        country=_choose(one.country, other.country),
        code=_choose(one.code, other.code),
        wikidata=_choose(one.wikidata, other.wikidata),
        roles=one.roles | other.roles,
        aliases=(one.aliases | other.aliases | {one.name, other.name}) - {name},
    )


def merge_all(profiles: Iterable[Profile]) -> Profile:
    return reduce(merge, profiles)


def _name_order(name: str) -> tuple[bool, bool, int, int, str]:
    # Names of one id differ in little: not "Macron's", not "EMMANUEL MACRON" from a headline, rather "Erdoğan" than
    # "Erdogan"; then the shortest, then the first in the alphabet.
    possessive = name.endswith(("'s", "’s"))
    shouted = name.isupper() and " " in name
    return (possessive, shouted, -sum(not c.isascii() for c in name), len(name), name)


def _choose(one: str | None, other: str | None) -> str | None:
    if one is None or other is None:
        return other if one is None else one
    # "SYRREB" says more than "SYR"
    return min(one, other, key=lambda value: (-len(value), value))


def kind_of(actor: str) -> ActorKind:
    """The kind that an actor's id begins with.

    >>> kind_of("armed-group:fatah")
    <ActorKind.ARMED_GROUP: 'armed-group'>
    """
    prefix, colon, _ = actor.partition(":")
    if not colon or prefix not in _KINDS:
        raise DataError(
            f"actor id {actor!r} begins with no kind", hint=f"write KIND:NAME, KIND one of {', '.join(_KINDS)}"
        )
    return _KINDS[prefix]


def actor_node(actor: str, profile: Profile) -> Node:
    """The node of an actor. Its aliases never repeat its name; ``keys`` are all its names as they are compared."""
    kind = kind_of(actor)
    keys = {name_key(name) for name in (profile.name, *profile.aliases)} - {""}
    properties: dict[str, Value] = {
        "id": actor,
        "name": profile.name,
        "kind": kind.value,
        "country": profile.country,
        "code": profile.code,
        "roles": sorted(profile.roles),
        "aliases": sorted(profile.aliases),
        "keys": sorted(keys),
        "wikidata": profile.wikidata,
    }
    return Node("Actor", actor, properties, kind_label=KIND_LABELS[kind])


def profile_of_node(properties: dict[str, object]) -> Profile:
    """The profile that a stored actor node stands for."""

    def text(name: str) -> str | None:
        value = properties.get(name)
        return value if isinstance(value, str) else None

    def texts(name: str) -> frozenset[str]:
        value = properties.get(name)
        return frozenset(map(str, value)) if isinstance(value, list | tuple) else frozenset()

    return Profile(
        name=text("name") or "",
        country=text("country"),
        code=text("code"),
        wikidata=text("wikidata"),
        roles=texts("roles"),
        aliases=texts("aliases"),
    )
