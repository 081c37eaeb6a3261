"""Names that several states or bodies share, told apart by the article: Congo, Guinea, Korea; Georgia, the state of the
Union; "RSF", which is a militia or a society of journalists.

"Congo" is Brazzaville's where that town, its president or Zaire stands beside it, and before Zaire took the name.
"Guinea" alone is Conakry's; "Guinean" is said of the other two as well.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from kgraph.actors import How, Sense
from kgraph.mentions.matching import Match
from kgraph.mentions.scene import Scene
from kgraph.model import ActorKind


class Twin(NamedTuple):
    """The other state of a name: who it is, which words tell so, and which tell that it is not."""

    iso3: str
    clues: frozenset[str]
    against: frozenset[str]


def _twin(iso3: str, clues: str, against: str) -> Twin:
    return Twin(iso3, frozenset(clues.split()), frozenset(against.split()))


_CONGO = (_twin("COG", "brazzaville sassou nguesso lissouba zaire", "kinshasa drc kabila tshisekedi goma kivu"),)
_GUINEA = (
    _twin("GNB", "bissau vieira embalo", "conakry conté conte condé conde doumbouya"),
    _twin("GNQ", "malabo equatorial obiang", "conakry conté conte condé conde doumbouya"),
)
_KOREA = (_twin("PRK", "pyongyang jong-un jong-il dprk", "seoul"),)
_TWINS = {
    "congo": _CONGO,
    "congolese": _CONGO,
    "guinean": _GUINEA,
    "guineans": _GUINEA,
    "korea": _KOREA,
}
_ZAIRE_ENDED = "1997-05-17"  # from that day on "Congo" is as a rule the larger one
_US_GEORGIA = frozenset(
    "atlanta savannah senate runoff gop republicans democrats kemp carter biden trump governor u.s.".split()
)
_GEORGIA = frozenset(
    "tbilisi russia russian moscow saakashvili abkhazia ossetia caucasus batumi armenia azerbaijan".split()
)


def told_apart(scene: Scene, token: int, sense: Sense) -> Sense:
    """The same sense, or that of the twin which the article means."""
    word = scene.tree.lower[token]
    twins = _TWINS.get(word)
    if twins is None or sense.actor.kind is not ActorKind.COUNTRY:
        return sense
    words = set(scene.tree.lower)
    for twin in twins:
        old = twin.iso3 == "COG" and scene.day is not None and scene.day < _ZAIRE_ENDED
        if (old or words & twin.clues) and not words & twin.against:
            other = scene.gazetteer.country(twin.iso3)
            return sense._replace(actor=other) if other is not None else sense
    return sense


def is_us_georgia(scene: Scene) -> bool:
    """Whether an article that says "Georgia" is about the one whose capital is Atlanta."""
    words = set(scene.tree.lower)
    return bool(words & _US_GEORGIA) and not words & _GEORGIA


# names that bodies of many states bear; in the gazetteer they are the best known bearer's
_BORNE_BY_MANY = frozenset(
    "christian democrats|congress|conservative party|democratic party|democrats|house of commons|house of "
    "representatives|justice department|labour party|liberal democratic party|liberal democrats|national front|"
    "national rally|republican party|republicans|social democrats|tories|treasury department".split("|")
)


def is_borne_by_many(name: str) -> bool:
    """Whether bodies of many states have this name: "the Social Democrats" are not Germany's where all is about Sweden.

    ``name``: as ``actors.text.key`` gives it.
    """
    return name in _BORNE_BY_MANY


class Company(NamedTuple):
    """Who else is named in an article: actors by more than one word, and countries in any way."""

    actors: frozenset[str]
    countries: frozenset[str]

    @classmethod
    def of(cls, matches: Iterable[Match]) -> Company:
        plain = [match for match in matches if len({sense.actor.id for sense in match.senses}) == 1]
        return cls(
            frozenset(match.senses[0].actor.id for match in plain if match.length > 1),
            frozenset(match.senses[0].actor.country or "" for match in plain) - {""},
        )

    def which(self, senses: Sequence[Sense]) -> Sequence[Sense]:
        """Of the bodies that an acronym stands for the one whose full name is in the article, else the one whose
        country is; all of them when that tells nothing."""
        if len(senses) < 2 or any(sense.how is not How.ACRONYM for sense in senses):
            return senses
        named = [sense for sense in senses if sense.actor.id in self.actors]
        at_home = [sense for sense in senses if sense.actor.country in self.countries]
        return next((found for found in (named, at_home) if len(found) == 1), senses)

    def is_elsewhere(self, sense: Sense) -> bool:
        """Whether the article names states, and not the one of this body."""
        return bool(self.countries) and sense.actor.country not in self.countries
