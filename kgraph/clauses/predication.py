"""What a clause says, before anybody knows which relation it is: predicate and arguments as token numbers."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Complement:
    """A clause below the predicate. ``kind``: "that", "question", "infinitive", "gerund", "quote", "if", "purpose".

    ``head`` is its verb; ``preposition`` the word before a gerund ("accused of sending").
    """

    kind: str
    head: int
    preposition: str | None = None


@dataclass(frozen=True, slots=True)
class Predication:
    """One predicate with its deep arguments: in "Turkey was accused by Russia", Russia is the subject.

    head: the token of the predicate; kind: "verb", "noun" or "copula"; lemma: with its particle ("face up").
    subject, object, dative: heads of noun phrases; obliques: (preposition, head of its noun phrase).
    construction: how the subject was found, the name of the rule. under: the predicate that this clause completes.
    """

    head: int
    kind: str
    lemma: str
    construction: str
    particle: str | None = None
    subject: tuple[int, ...] = ()
    object: tuple[int, ...] = ()
    dative: tuple[int, ...] = ()
    obliques: tuple[tuple[str, int], ...] = ()
    complements: tuple[Complement, ...] = ()
    passive: bool = False
    under: int | None = None
    carrier: int | None = None  # the light verb: "launched" in "launched an attack"

    def at(self, *prepositions: str) -> tuple[int, ...]:
        """Heads of the noun phrases behind one of the prepositions."""
        return tuple(head for preposition, head in self.obliques if preposition in prepositions)
