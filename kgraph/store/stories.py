"""Which stories articles tell, kept up to date inside one transaction: those that come find their copies, and those
that hung together with one that goes are looked at again. Afterwards every article's place is what ``stories.places``
says of all of them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from neo4j import ManagedTransaction

from kgraph.store import statements as cypher
from kgraph.store.values import plain
from kgraph.stories import Place, Print, Sets, joined, placed, print_in


@dataclass(slots=True)
class Plan:
    """``places``: of the articles that come and of every other that is touched; ``changed``: those of the others whose
    place is not what it was; ``origins``: the origin that each of these had."""

    places: dict[str, Place] = field(default_factory=dict)
    changed: list[str] = field(default_factory=list)
    origins: dict[str, str | None] = field(default_factory=dict)

    def moved(self) -> list[str]:
        """The others whose origin is another now."""
        return [article for article in self.changed if self.origins[article] != self.places[article].origin]


def plan(tx: ManagedTransaction, coming: Mapping[str, Print], going: Collection[str]) -> Plan:
    """What becomes of the stories when these articles come and go. Changes nothing yet."""
    return _Planning(tx, coming, going).plan()


def write(tx: ManagedTransaction, plan: Plan) -> None:
    """Put the articles that are there already in their new places."""
    rows = [[article, *_row(plan.places[article])] for article in plan.changed]
    if rows:
        tx.run(cypher.PLACE, rows=rows).consume()


def _row(place: Place) -> list[str | None]:
    return [place.story, place.chain, place.origin]


class _Planning:
    def __init__(self, tx: ManagedTransaction, coming: Mapping[str, Print], going: Collection[str]) -> None:
        self.tx = tx
        self.there: dict[str, Place] = {}  # the places of articles in the graph, as far as they were looked at
        gone = self._prints(cypher.PRINTS, going)
        # read again, and the same for its copies: as if it had not been away
        self.same = {article for article, one in gone.items() if coming.get(article) == one}
        self.coming = {article: one for article, one in coming.items() if article not in self.same}
        self.going = frozenset(going) - self.same
        self.loose = {self.there[article].chain for article in self.going if article in self.there}

    def plan(self) -> Plan:
        if not self.coming and not self.going:
            return self._told({article: self.there[article] for article in self.same})
        left = self._prints(cypher.PRINTS_OF_CHAINS, self.loose, without=self.going)
        members = left | self.coming
        sets = joined(members.values())
        touched = self._join_others(sets, members)
        members |= self._members(touched, sets)
        places = {article: self.there[article] for article in self.same}
        for group in sets.groups(members):
            places |= placed([members[article] for article in group])
        return self._told(places)

    def _told(self, places: dict[str, Place]) -> Plan:
        staying = [id_ for id_ in places if id_ in self.there and id_ not in self.same and id_ not in self.coming]
        changed = [article for article in staying if places[article] != self.there[article]]
        return Plan(places, changed, {article: self.there[article].origin for article in changed})

    def _join_others(self, sets: Sets, members: Mapping[str, Print]) -> set[str]:
        """Join those that come to the chains in the graph that have a copy of them; which chains these are."""
        met = self._met(members)
        others = self._prints(cypher.PRINTS, {other for found in met.values() for other in found})
        touched: set[str] = set()
        for article, found in met.items():
            by_chain: dict[str, list[Print]] = defaultdict(list)
            for other in found:
                if other in others:
                    by_chain[self.there[other].chain].append(others[other])
            for chain, copies in by_chain.items():
                if sets.find(article) != sets.find(chain) and any(map(self.coming[article].is_copy, copies)):
                    sets.join(article, chain)
                    touched.add(chain)
        return touched

    def _met(self, members: Mapping[str, Print]) -> dict[str, list[str]]:
        rows = [[article, " ".join(one.probes())] for article, one in self.coming.items() if one.bands]
        met: dict[str, dict[str, None]] = defaultdict(dict)
        for row in _run(self.tx, cypher.FIND_COPIES, rows):
            if row["id"] in members or row["id"] in self.going:
                continue
            one, other = self.coming[row["article"]], print_in(plain(row))
            if one.exact == other.exact or one.is_near(other):
                met[one.article][other.article] = None
        return {article: list(found) for article, found in met.items()}

    def _members(self, chains: Iterable[str], sets: Sets) -> dict[str, Print]:
        found = self._prints(cypher.MEMBERS_OF_CHAINS, chains)
        for article in found:
            sets.join(article, self.there[article].chain)
        return found

    def _prints(
        self, statement: str, names: Iterable[str], *, without: Collection[str] = frozenset()
    ) -> dict[str, Print]:
        found: dict[str, Print] = {}
        for row in _run(self.tx, statement, [[name] for name in names]):
            if row["id"] not in without:
                properties = plain(row)
                found[row["id"]] = print_in(properties)
                self.there[row["id"]] = Place(row["story"], row["chain"], row["storyOrigin"])
        return found


def _run(tx: ManagedTransaction, statement: str, rows: list[list[Any]]) -> list[dict[str, Any]]:
    return tx.run(statement, rows=rows).data() if rows else []
