"""Ids that come from content: the same text gives the same ids, on any machine, in any order.

>>> article_id("A text.", outlet="The Harbour Post", url=None) == article_id("A text.", outlet="Another", url=None)
False
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from functools import lru_cache

_REMEMBERED = 1 << 13  # names: those of a batch of articles, most of which come again


def digest(*parts: object, size: int = 8) -> str:
    """A short stable hash of the parts (hexadecimal, ``2 * size`` characters). None and "" differ."""
    written: list[bytes] = []
    for part in parts:
        data = b"\x00" if part is None else b"\x01" + str(part).encode("utf-8", "surrogatepass")
        written += (len(data).to_bytes(8, "big"), data)
    return hashlib.blake2b(b"".join(written), digest_size=size).hexdigest()


def text_sha256(text: str) -> str:
    """SHA-256 of the stored text in UTF-8."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def article_id(text: str, *, outlet: str | None, url: str | None) -> str:
    """An article is its text, outlet and URL."""
    return "a_" + digest("article", text, outlet, url)


def mention_id(article: str, start: int, end: int, role: str = "") -> str:
    """``role`` tells two mentions on the same words apart: "Syrian and Libyan fighters" names two groups."""
    return "m_" + digest("mention", article, start, end, role)


def sentence_id(article: str, index: int) -> str:
    return f"s_{article.removeprefix('a_')}_{index}"


def claim_id(article: str, extractor: str, start: int, end: int, predicate: str, role: str = "") -> str:
    """``start``/``end`` are the offsets of the predicate's words; ``role`` tells apart several claims on one
    predicate ("A, and B, fear that ...": one each)."""
    return "c_" + digest("claim", article, extractor, start, end, predicate, role)


@lru_cache(maxsize=_REMEMBERED)
def slug(name: str) -> str:
    """A name as it stands in an actor's id: letters and digits of any script, accents taken off, dashes between.

    >>> slug("Recep Tayyip Erdoğan")
    'recep-tayyip-erdogan'
    """
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    plain = re.sub(r"['’]s\b", "", plain.casefold().replace("ı", "i"))
    return re.sub(r"[\W_]+", "-", plain).strip("-")


@lru_cache(maxsize=_REMEMBERED)
def name_key(name: str) -> str:
    """A name as it is compared: like ``slug`` with spaces, without a leading article.

    >>> name_key("The  Kremlin")
    'kremlin'
    """
    return re.sub(r"^(the|a|an) (?=.)", "", slug(name).replace("-", " "))


def actor_id(kind: str, name: str) -> str:
    """The id of an actor that no list knows: its kind and normalised name."""
    return f"{kind}:{slug(name)}"
