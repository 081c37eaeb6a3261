"""Which language a paragraph is in, by its small words and its letters. For telling that it is not English."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from functools import cache
from importlib.resources import files

ENGLISH = frozenset(
    """the of and to in that is was for on with by said has have had from its it as at are were be been not his her
    their he they she who which after an will would this against""".split()
)
# English words that other languages have too, or that are rare in news: they speak for nobody
_NEUTRAL = frozenset("a an am die do he i is me men no on per see sin so till under was".split())
_MARKS = (" the ", " of ", " and ")  # in small letters they stand in English alone: most paragraphs are told by these
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")
_ENOUGH = 3  # small words of another language; fewer may be a name ("La Paz", "Rio de Janeiro")
_SHARE = 0.15  # of all words
_LONG, _ACCENTED = 8, 0.04  # words without one of English, and the share of letters with accents among them
_SAMPLE = 2000  # characters


def other_language(text: str) -> str | None:
    """The name of the language, or of the letters, where a paragraph is plainly not English.

    >>> other_language("Athènes a démenti mardi cette accusation et les ministres se sont tus dans la soirée.")
    'French'
    >>> other_language("Rio de Janeiro's governor met La Paz officials."), other_language("Анкара отрицает это.")
    (None, 'Cyrillic letters')
    """
    if any(mark in text for mark in _MARKS):
        return None
    words = _WORD.findall(text[:_SAMPLE])  # as they stand: "Le Monde" is a name
    letters = sum(map(len, words))
    if not words:
        return None
    if len(_LATIN.findall(text[:_SAMPLE])) < letters / 2:
        return _script(text[:_SAMPLE])
    counts = {name: sum(word in small for word in words) for name, small in _small_words().items()}
    name = max(counts, key=lambda name: counts[name])
    found, english = counts[name], sum(word in ENGLISH and word not in _all_words()[name] for word in words)
    if found >= _ENOUGH and found > 2 * english and found >= _SHARE * len(words):
        return name
    accented = letters - sum(sign.isascii() and sign.isalpha() for sign in text[:_SAMPLE])
    return "another language" if not english and len(words) >= _LONG and accented >= _ACCENTED * letters else None


def _script(text: str) -> str:
    letter = next(sign for sign in text if sign.isalpha() and not _LATIN.match(sign))
    return f"{unicodedata.name(letter, 'other').split()[0].split('-')[0].capitalize()} letters"


@cache
def _small_words() -> dict[str, frozenset[str]]:
    return {name: words - ENGLISH - _NEUTRAL for name, words in _all_words().items()}


@cache
def _all_words() -> dict[str, frozenset[str]]:
    raw = tomllib.loads(files("kgraph.language").joinpath("tongues.toml").read_text(encoding="utf-8"))
    return {name: frozenset(words.split()) for name, words in raw.items()}
