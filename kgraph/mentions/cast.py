"""The cast of one article: every actor that has entered, and what the text has told about it so far.

A role or a country that a later paragraph gives ("Karimov, a spokesman for the foreign ministry") counts for the
mentions before it too, so mentions are settled only at the end.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kgraph.actors import Gazetteer, Term
from kgraph.actors.firstnames import gender_of_first_name
from kgraph.actors.governments import with_article
from kgraph.actors.roles import code_of
from kgraph.actors.text import key, units
from kgraph.ids import actor_id, digest
from kgraph.model import Actor, ActorKind


class Cast:
    """Actors by id, persons by surname, titles by person."""

    def __init__(self, gazetteer: Gazetteer, article: str, day: str | None) -> None:
        self.gazetteer, self.article, self.day = gazetteer, article, day
        self._actors: dict[str, Actor] = {}
        self._surnames: dict[str, list[str]] = {}
        self._names: dict[str, str] = {}
        self._genders: dict[str, str] = {}
        self._titles: dict[str, list[str]] = {}

    def __iter__(self) -> Iterator[Actor]:
        return iter(list(self._actors.values()))

    def __contains__(self, actor: str) -> bool:
        return actor in self._actors

    def current(self, actor: Actor) -> Actor:
        """The actor with everything learnt about it."""
        return self._actors.get(actor.id, actor)

    def enter(self, actor: Actor) -> Actor:
        """An actor of the gazetteer comes in; a person with the offices held on the article's date."""
        if actor.id in self._actors:
            return self._actors[actor.id]
        made = self._dated(actor) if actor.kind is ActorKind.PERSON else actor
        self._actors[made.id] = made
        if made.kind is ActorKind.PERSON:
            self._genders[made.id] = self.gazetteer.gender(made.id)
            for name in (made.name, *made.aliases):
                self._know(made.id, name)
        return made

    def _dated(self, person: Actor) -> Actor:
        terms = self.gazetteer.offices.held_on(person.id, self.day)
        every = self.gazetteer.offices.of_person(person.id)
        if terms:
            self._titles[person.id] = [term.office for term in terms]
            dated = replace(person, roles=tuple(dict.fromkeys(self.role_name(term) for term in terms)))
            of = terms[-1].of  # Shevardnadze was a minister of one state and president of another
            body = self.gazetteer.actor(of)
            if body is not None and body.code:  # Stoltenberg at NATO no longer speaks for Norway
                return replace(dated, country=body.country, code=code_of(body.code, ["GOV"]))
            return replace(dated, country=of, code=code_of(of, ["GOV"])) if len(of) == 3 and of.isupper() else dated
        if every and self.day and all(term.end and term.end < self.day for term in every):
            former = max(every, key=lambda term: term.end)
            return replace(person, roles=(f"former {self.role_name(former)}",), code=code_of(person.country, ["ELI"]))
        return person

    def role_name(self, term: Term) -> str:
        """An office as it stands in an actor's roles: "President of France"."""
        return f"{term.office} of {self.name_of(term.of)}"

    def name_of(self, of: str) -> str:
        """The name of a country (by ISO3) or organisation (by id) that an office belongs to."""
        found = self.gazetteer.country(of) or self.gazetteer.actor(of) or self._actors.get(of)
        return with_article(found.name if found else of)

    def person(self, name: str) -> Actor:
        """A person of this name; somebody new if the cast has nobody of it."""
        if (found := self._names.get(key(name))) is not None:
            return self._actors[found]
        made = Actor(id=actor_id("person", name), name=name, kind=ActorKind.PERSON)
        if made.id not in self._actors:
            self._actors[made.id] = made
            self._genders[made.id] = gender_of_first_name(name)
            self._know(made.id, name)
        return self._actors[made.id]

    def _know(self, person: str, name: str) -> None:
        parts = units(name)
        if not parts:
            return
        self._names.setdefault(" ".join(parts), person)
        listed = self._surnames.setdefault(parts[-1], [])
        if person not in listed:
            listed.append(person)

    def by_surname(self, surname: str) -> list[Actor]:
        """Everybody with this last name (a unit), the last to enter last."""
        return [self._actors[person] for person in self._surnames.get(surname, ())]

    def by_name(self, name_key: str) -> Actor | None:
        found = self._names.get(name_key)
        return None if found is None else self._actors[found]

    def gender(self, actor: Actor) -> str:
        """ "m", "f", or "" when nothing tells."""
        return self._genders.get(actor.id, "")

    def learn_gender(self, actor: Actor, gender: str) -> None:
        if gender in ("m", "f") and not self._genders.get(actor.id):
            self._genders[actor.id] = gender

    def titles(self, actor: Actor) -> list[str]:
        """The offices that a person holds, by the list or by the text: ["Foreign Minister"]."""
        return self._titles.get(actor.id, [])

    def learn_title(self, actor: Actor, office: str) -> None:
        listed = self._titles.setdefault(actor.id, [])
        if office not in listed:
            listed.append(office)

    def other(self, kind: ActorKind, name: str, *, country: str | None = None, code: str | None = None) -> Actor:
        """An organisation, a place, an office or a people that no list knows; it meets itself again by its name."""
        made = actor_id(kind.value, name)
        if made not in self._actors:
            self._actors[made] = Actor(id=made, name=name, kind=kind, country=country, code=code)
        return self._actors[made]

    def unnamed(self, words: str, name: str, *, country: str | None, code: str | None) -> Actor:
        """A description that names nobody is an actor of its own article: the same words, the same actor."""
        made = "unnamed:" + digest(self.article, words)
        if made not in self._actors:
            self._actors[made] = Actor(id=made, name=name, kind=ActorKind.UNNAMED, country=country, code=code)
        return self._actors[made]

    def learn(
        self,
        actor: Actor,
        *,
        country: str | None = None,
        role: str | None = None,
        code: str | None = None,
        certain: bool = False,
    ) -> Actor:
        """What the text says of an actor: its country and code where none was known, its role beside the others.

        ``certain``: the text names the office outright ("Georgian President Eduard Shevardnadze"), so it overrules.
        """
        known = self._actors.get(actor.id)
        if known is None or known.kind in (ActorKind.COUNTRY, ActorKind.IGO):
            return actor
        learnt = known
        if certain and country and code:
            learnt = replace(learnt, country=country, code=code)
        if country and not learnt.country and learnt.kind is not ActorKind.MEDIA:
            learnt = replace(learnt, country=country)
        if code and (learnt.code is None or (learnt.code.startswith("---") and not code.startswith("---"))):
            learnt = replace(learnt, code=code)
        if role and role not in learnt.roles and not (learnt.roles and learnt.roles[0].startswith("former")):
            learnt = replace(learnt, roles=(*learnt.roles, role))
        self._actors[actor.id] = learnt
        return learnt
