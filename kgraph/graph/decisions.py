"""Decisions about actors that a person made: which ids mean the same actor, and what else an actor is called.

They enter when an extraction is projected onto the graph; the extraction in the journal stays as it was read.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from kgraph.errors import DataError
from kgraph.ids import digest
from kgraph.model import Actor


@dataclass(frozen=True, slots=True)
class Decisions:
    """``merged``: actor id -> the id that it means; ``aliases``: actor id -> further names; ``actors``: what is known
    of an actor that others were merged into, by id."""

    merged: Mapping[str, str] = field(default_factory=dict)
    aliases: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    actors: Mapping[str, Actor] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.merged or self.aliases or self.actors)

    def id_of(self, actor: str) -> str:
        """The id that ``actor`` means after every merge.

        Raises: DataError when merges run in a circle.
        """
        seen = [actor]
        while (target := self.merged.get(seen[-1])) is not None:
            if target in seen:
                circle = " -> ".join([*seen, target])
                raise DataError(f"actors merged in a circle: {circle}", hint="undo one of these merges")
            seen.append(target)
        return seen[-1]

    def apply(self, actor: Actor) -> Actor:
        """The actor as decided: under its final id, its own name kept as an alias when another's name wins."""
        target = self.id_of(actor.id)
        if target != actor.id:
            names = (actor.name, *actor.aliases)
            known = self.actors.get(target, replace(actor, id=target))
            actor = replace(known, aliases=(*known.aliases, *(n for n in names if n != known.name)))
        elif target in self.actors:
            known = self.actors[target]
            actor = replace(known, roles=(*known.roles, *actor.roles), aliases=(*known.aliases, *actor.aliases))
        return replace(actor, aliases=(*actor.aliases, *self.aliases.get(target, ())))

    @property
    def fingerprint(self) -> str:
        """Changes when any decision does; empty for none."""
        if not self:
            return ""
        return digest(
            sorted(self.merged.items()), sorted(self.aliases.items()), sorted(map(repr, self.actors.values()))
        )


NO_DECISIONS = Decisions()
