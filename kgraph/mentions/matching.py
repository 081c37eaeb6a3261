"""Names of the gazetteer in the text, before anybody decides what they mean: the longest match at each place wins."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from kgraph.actors import Gazetteer, How, Sense
from kgraph.actors.text import unit
from kgraph.mentions.scene import Scene

_HYPHENS = frozenset("-–—‐‑")
_SKIPPED = frozenset({"'s", "’s", "'", "’"})
_SMALL = frozenset("al el ad an ash ar as bin ibn de da del der den van von la le the of".split())
_DAYS = frozenset({"today", "now", "time", "week"})
# acronyms that are words of English when a whole headline is in capitals
_WORDS = frozenset(
    """us is it who as an am are at eta pap sana rt isi mit time nation car rada ice pan mas sec inc pac eff ano raw
    imo""".split()
)


def is_word(acronym: str) -> bool:
    """Whether capitals are a word of English as well: "US", "WHO"."""
    return acronym.lower() in _WORDS


class Match(NamedTuple):
    """Tokens that spell a name, and the senses of it."""

    start: int
    end: int  # exclusive
    senses: tuple[Sense, ...]
    own: bool  # from the user's own list
    length: int  # in units


def matches(scene: Scene) -> Iterator[Match]:
    """Every name of the gazetteer in the article, none inside another, in text order."""
    row, tokens = _row(scene)
    at = 0
    while at < len(row):
        step = 1
        if row[at] and (found := scene.gazetteer.find(row, at)) is not None:
            start, end = tokens[at], tokens[at + found.length - 1] + 1
            senses = tuple(sense for sense in found.senses if _spelt(scene, start, end, sense, found.own))
            if senses:
                yield Match(start, end, senses, found.own, found.length)
                step = found.length
            elif found.length > 1 and (shorter := _shorter(scene, row, tokens, at, found.length)) is not None:
                yield shorter
                step = shorter.length
        at += step


def _shorter(scene: Scene, row: list[str], tokens: list[int], at: int, length: int) -> Match | None:
    """A shorter name in the place of one that is not spelt like it: "Congress party" is no match, "Congress" is."""
    found = scene.gazetteer.find([*row[at : at + length - 1], ""], 0)
    if found is None:
        return None
    start, end = tokens[at], tokens[at + found.length - 1] + 1
    senses = tuple(sense for sense in found.senses if _spelt(scene, start, end, sense, found.own))
    return Match(start, end, senses, found.own, found.length) if senses else None


def _row(scene: Scene) -> tuple[list[str], list[int]]:
    """The units of the text and their tokens; "" stops a name, hyphens and possessives do not."""
    row: list[str] = []
    tokens: list[int] = []
    known: Gazetteer = scene.gazetteer
    for i, word in enumerate(scene.tree.words):
        if word in _HYPHENS or word in _SKIPPED:
            continue
        # "U.S.-led" is one token for the parser: its first part is the name
        front = word.partition("-")[0] if "-" in word and len(word) > 3 and not known.starts_with(word) else word
        row.append(unit(front))
        tokens.append(i)
    return row, tokens


def _spelt(scene: Scene, start: int, end: int, sense: Sense, own: bool) -> bool:
    """Whether the words are written like a name: capitals where the name has them, acronyms all in capitals."""
    words = [scene.tree.words[i] for i in range(start, end) if scene.tree.words[i] not in _HYPHENS | _SKIPPED]
    if own:
        return any(word[:1].isupper() or word[:1].isdigit() for word in words)
    if sense.how is How.ACRONYM and len(words) == 1:
        return _spelt_acronym(scene, start, words[0].partition("-")[0].replace(".", ""))
    if len(words) == 1:
        return words[0][:1].isupper()
    if words[-1] in _DAYS:
        return False  # "visited Russia today" is no Russia Today
    return any(w[:1].isupper() for w in words) and all(
        w[:1].isupper() or not w[:1].isalpha() or w.lower() in _SMALL or i > 0 for i, w in enumerate(words)
    )


def _spelt_acronym(scene: Scene, token: int, letters: str) -> bool:
    if letters.isupper() and len(letters) > 1:
        return letters.lower() not in _WORDS or not scene.shouted(token)
    # British papers write Nato and Unicef
    return len(letters) >= 4 and letters[:1].isupper() and letters[1:].islower() and letters.lower() not in _WORDS
