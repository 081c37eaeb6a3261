"""Names that several states share, told apart by the article: Congo, Guinea, Korea; Georgia, the state of the Union.

"Congo" is Brazzaville's where that town, its president or Zaire stands beside it, and before Zaire took the name.
"Guinea" alone is Conakry's; "Guinean" is said of the other two as well.
"""

from __future__ import annotations

from typing import NamedTuple

from kgraph.actors import Sense
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
