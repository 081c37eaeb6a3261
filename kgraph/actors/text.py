"""Names as they are compared: a list of units, the same for a gazetteer's name and for the words of a parsed text.

>>> units("Nagorno-Karabakh"), units("the U.S."), units("Côte d'Ivoire")
(['nagorno', 'karabakh'], ['the', 'us'], ['cote', 'divoire'])
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_BREAK = re.compile(r"[\s\-‐‑–—/]+")
_DROPPED = re.compile(r"['’‘`´.ʿʾ]")
_POSSESSIVE = re.compile(r"['’]s$")
_KEPT = re.compile(r"[^\w&+]")
_LETTERS = str.maketrans({"ı": "i", "ø": "o", "ł": "l", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ə": "a"})


@lru_cache(maxsize=65536)
def unit(word: str) -> str:
    """One word without case, accents, apostrophes and full stops; "" for a hyphen, a possessive or punctuation."""
    if word in ("'s", "’s", "'", "’"):
        return ""
    if word.isascii() and word.isalnum():
        return word.lower()
    plain = unicodedata.normalize("NFKD", _POSSESSIVE.sub("", word).casefold().translate(_LETTERS))
    kept = _KEPT.sub("", _DROPPED.sub("", "".join(c for c in plain if not unicodedata.combining(c))))
    return kept.casefold()  # what was one sign, such as an A in a circle, is a capital now


def units(name: str) -> list[str]:
    """The units of a name that is not parsed yet."""
    return [found for word in _BREAK.split(name) if (found := unit(word))]


def key(name: str) -> str:
    """The units of a name in one string: the key of the gazetteer."""
    return " ".join(units(name))
