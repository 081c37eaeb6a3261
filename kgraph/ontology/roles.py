"""Role nouns: "rebels" are REB, "lawmakers" LEG. The codes stand behind the country in an actor's code (SYRREB)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Any

from kgraph.ontology.data import read_toml


@cache
def _data() -> dict[str, Any]:
    return read_toml("roles.toml")


@cache
def role_nouns() -> Mapping[str, str]:
    """Noun (lemma, lower case, one word or several) to role code."""
    return MappingProxyType({noun: code for code, nouns in _data()["nouns"].items() for noun in nouns})


@cache
def role_meanings() -> Mapping[str, str]:
    """Role code to what it means."""
    return MappingProxyType(_data()["meaning"])


@cache
def group_nouns() -> frozenset[str]:
    """Nouns of bodies whose role stands elsewhere in the phrase: "a group of students"."""
    return frozenset(_data()["groups"]["nouns"])


def role_code(noun: str) -> str | None:
    """The role that a noun or noun phrase names; the longest ending that is known decides.

    >>> role_code("riot police officer"), role_code("officer"), role_code("table")
    ('COP', 'MIL', None)
    """
    known = role_nouns()
    words = noun.casefold().split()
    for start in range(len(words)):
        ending = " ".join(words[start:])
        for form in (ending, _singular(ending)):
            if form in known:
                return known[form]
    return None


def _singular(phrase: str) -> str:
    # callers have lemmas; a plural from a name list ("Syrian rebels") is met half-way
    if phrase.endswith("ies"):
        return phrase[:-3] + "y"
    if phrase.endswith("men"):
        return phrase[:-3] + "man"
    return phrase[:-1] if phrase.endswith("s") and not phrase.endswith("ss") else phrase
