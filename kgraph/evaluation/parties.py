"""When a predicted actor is the gold's actor: by shared words, or by country and role codes."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kgraph.evaluation.codes import COUNTRIES

# How actors are compared: by words or country, by country and first role; "codes": the same without the words,
# which is what coders that give codes only can be compared by.
LEVELS_OF_CODED_GOLD = ("country", "role", "codes", "codes_role")
LEVELS_OF_SPAN_GOLD = ("country", "codes")

SOMEWHERE = "?"  # an actor with a role and no country: ---GOV
_UNSPECIFIC_WORDS = frozenset(
    ["the", "a", "an", "of", "in", "and", "for", "to", "its", "their", "his", "her", "on", "by", "at", "from"]
)
_CODE = re.compile(r"(---|[A-Z]{3})([A-Z*]{3})*")
_POSSESSIVE = re.compile(r"['’]s\b")

MATCH, NEAR, NONE = 1.0, 0.5, 0.0


@dataclass(frozen=True, slots=True)
class Party:
    """An actor of an event as it is compared: its content words, its code taken apart."""

    text: str | None
    words: frozenset[str]
    code: str | None
    country: str | None
    roles: tuple[str, ...]

    @property
    def is_somebody(self) -> bool:
        return bool(self.words) or bool(self.country and (self.country != SOMEWHERE or self.roles))


def party(
    text: str | None = None, code: str | None = None, *, country: str | None = None, roles: Sequence[str] = ()
) -> Party:
    """``code`` is country and roles in groups of three letters ("SYRREB"); without one ``country`` and ``roles``."""
    words = frozenset(re.findall(r"[\w']+", _POSSESSIVE.sub("", (text or "").lower()))) - _UNSPECIFIC_WORDS
    if not code:
        return Party(text, words, None, country or None, tuple(roles) if country else ())
    first, *rest = (code[at : at + 3] for at in range(0, len(code), 3))
    land = SOMEWHERE if first in ("---", "***") else COUNTRIES.get(first, first)
    return Party(text, words, code, land, tuple(role for role in rest if role != "***"))


def parties(data: object) -> tuple[Party, ...]:
    """The actors that a gold file names: null, a code or words, an object, or a list of those."""
    if data is None or data in ("", "---"):
        return ()
    items: list[Any] = data if isinstance(data, list) else [data]
    found = [_read(item) for item in items if item]
    return tuple(one for one in found if one.is_somebody)


def _read(item: str | Mapping[str, Any]) -> Party:
    if isinstance(item, str):
        return party(code=item) if _CODE.fullmatch(item) else party(item)
    code = item.get("code") or item.get("silver_code")
    return party(item.get("text"), code, country=item.get("country"), roles=item.get("roles") or ())


def words_match(predicted: frozenset[str], gold: frozenset[str]) -> float:
    """How far two wordings name the same: half of the words, or one wording inside the other."""
    shared = len(predicted & gold)
    if not shared:
        return NONE
    inside = predicted <= gold and len(predicted) / len(gold) >= 0.2
    # a whole sentence around the actor's name is no actor
    around = gold <= predicted and len(gold) / len(predicted) >= 0.34
    return MATCH if 2 * shared / (len(predicted) + len(gold)) >= 0.5 or inside or around else NEAR


def party_match(predicted: Party, gold: Party, level: str) -> float:
    """MATCH, NEAR or NONE."""
    by_role = level.endswith("role")
    best = NONE
    if gold.text and predicted.text and not level.startswith("codes"):
        best = words_match(predicted.words, gold.words)
    if by_role and gold.code:
        best = min(best, NEAR)  # the code decides, not the words
    if gold.code and predicted.country == gold.country and predicted.country and _same_somewhere(predicted, gold):
        best = max(best, _role_match(predicted.roles, gold.roles) if by_role else MATCH)
    return best


def _same_somewhere(predicted: Party, gold: Party) -> bool:
    return gold.country != SOMEWHERE or bool(set(predicted.roles) & set(gold.roles))


def _role_match(predicted: Sequence[str], gold: Sequence[str]) -> float:
    if not predicted and not gold:
        return MATCH
    return MATCH if predicted and gold and gold[0] in predicted else NEAR


def side_match(predicted: Sequence[Party], gold: Sequence[Party], level: str) -> float:
    """One side of an event: the best of its actors. A side that the gold leaves open is always matched."""
    if not gold:
        return MATCH
    return max((party_match(p, g, level) for p in predicted for g in gold), default=NONE)
