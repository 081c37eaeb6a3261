"""Which language a text is in. English is told by its small words; only what has few of them is asked of py3langid."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

ENGLISH = frozenset(
    """the of and to in that is was for on with by said has have had from its it as at are were be been not his her
    their he they she who which after an will would this against""".split()
)
_WORD = re.compile(r"[^\W\d_]+")
SAMPLE = 3000  # characters; a language shows in its first paragraphs
ENOUGH = 0.18  # share of English small words that no other language reaches
TOO_SHORT = 40  # letters of which nobody can tell a language


def language_of(text: str) -> str | None:
    """ISO 639-1 code, or None where there is too little text to tell.

    >>> language_of("Ankara has denied that it sent fighters to the region."), language_of("Oui.")
    ('en', None)
    """
    words = _WORD.findall(text[:SAMPLE].casefold())
    if words and sum(word in ENGLISH for word in words) >= ENOUGH * len(words) and len(words) > 2:
        return "en"
    if sum(map(len, words)) < TOO_SHORT:
        return None
    code = str(_identifier().classify(text[:SAMPLE])[0])
    # a row of names in one English sentence looks like Nigerian Pidgin to it
    return None if code == "pcm" else code


def language_code(name: str | None) -> str | None:
    """ "en-GB", "EN", "eng" or "English" as "en"; other names by their code, None where there is none.

    >>> language_code("en_US"), language_code("English"), language_code("klingon")
    ('en', 'en', None)
    """
    if not name:
        return None
    plain = re.split(r"[-_ ,;]", name.strip().casefold(), maxsplit=1)[0]
    plain = _LONG_NAMES.get(plain, plain)
    return plain if re.fullmatch(r"[a-z]{2}", plain) else None


_LONG_NAMES = {
    "english": "en",
    "eng": "en",
    "french": "fr",
    "fra": "fr",
    "german": "de",
    "deu": "de",
    "spanish": "es",
    "spa": "es",
    "russian": "ru",
    "rus": "ru",
    "turkish": "tr",
    "tur": "tr",
    "arabic": "ar",
    "ara": "ar",
    "chinese": "zh",
    "zho": "zh",
}


@cache
def _identifier() -> Any:
    """py3langid, loaded at the first text that is not plainly English (it takes most of a second)."""
    import py3langid

    return py3langid
