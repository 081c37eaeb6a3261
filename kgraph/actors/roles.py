"""Role nouns: what kind of actor a noun makes ("fighters" -> REB), and how roles and countries make a code.

The words are data (`data/roles.toml`); the codes are those of the ontology's roles.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

_ROLES = Path(__file__).parent / "data" / "roles.toml"
_STATE_POSTS = frozenset(
    """minister ministry secretary undersecretary department government envoy ambassador governor premier president
    commissioner cabinet""".split()
)
# "opposition newspaper", "military court", "military hospital" stay what they are
_FIRM = frozenset({"JRN", "JUD", "MED"})
_OVERRULES = frozenset({"REB", "OPP", "ELI", "GOV"})
_WHOLE = frozenset({"NGO", "IMG", "MNC"})
NO_CODE = frozenset({"GRP", "AID", "sources", "states", "counts"})  # groups of words that give no role code


@dataclass(frozen=True, slots=True)
class RoleNoun:
    """A noun that can act. ``sort``: persons, groups, things or bare; ``role``: its code, or a bare word's group."""

    noun: str
    sort: str
    role: str

    @property
    def code(self) -> str:
        return "" if self.role in NO_CODE else self.role

    @property
    def is_person(self) -> bool:
        return self.sort == "persons"


@cache
def _lists() -> dict[str, dict[str, Any]]:
    data: dict[str, dict[str, Any]] = tomllib.loads(_ROLES.read_text(encoding="utf-8"))
    return data


@cache
def role_nouns() -> dict[str, RoleNoun]:
    """Every role noun by its lemma; a noun that stands twice has the first role."""
    found: dict[str, RoleNoun] = {}
    for sort in ("persons", "groups", "things", "bare"):
        for role, nouns in _lists()[sort].items():
            for noun in nouns.split():
                found.setdefault(noun, RoleNoun(noun, sort, role))
    return found


@cache
def role_pairs() -> dict[str, str]:
    """Roles of a word and a noun together: "armed group" -> REB."""
    return {pair: role for role, listed in _lists()["pairs"].items() for pair in listed}


@cache
def pairing_words() -> frozenset[str]:
    """The first words of the pairs, as they stand in a text: "ruling", not "rule"."""
    return frozenset(pair.partition(" ")[0] for pair in role_pairs())


@cache
def role_modifiers() -> dict[str, str]:
    """Words before a head that decide its role: "opposition" -> OPP."""
    return {word: role for role, words in _lists()["modifiers"].items() for word in words.split()}


def compose_roles(head: RoleNoun | None, modifiers: Iterable[str]) -> list[str]:
    """The role codes of a noun phrase, deciding one first. A former minister is elite, an opposition leader
    opposition."""
    roles = [head.code] if head is not None and head.code else []
    words = list(modifiers)
    paired = [pair for word in words if head and (pair := role_pairs().get(f"{word} {head.noun}"))]
    if paired:
        general = head is not None and head.noun == "general"  # an attorney general is no soldier
        roles = [*paired, *(role for role in roles if role not in paired and not general)]
        words = [word for word in words if role_modifiers().get(word) == "ELI"]
    for word in words:
        role = role_modifiers().get(word)
        if role is None or role in roles or (head is not None and head.noun in _STATE_POSTS and role not in _OVERRULES):
            continue  # "trade minister" and "health ministry" stay government, "union leader" does not
        if head is not None and head.role in _FIRM and role != "ELI":
            continue
        if role == "MIL" and (head is None or head.role in ("GOV", "MIL", "AID")) and roles[:1] == ["GOV"]:
            # "defence minister" and "security official" are government, "military spokesman" and "army chief" are not
            roles = ["MIL", *roles] if word in ("military", "army", "naval", "armed", "navy") else roles
        elif role == "GOV":
            roles = roles if roles else ["GOV"]  # "government troops" stay troops
        else:
            roles = [role, *roles]
    return roles


def code_of(base: str | None, roles: Iterable[str]) -> str | None:
    """Country (or IGO, IMG) and role as one code: ("TUR", ["MIL"]) -> "TURMIL". "---" stands for no country known.

    >>> code_of("SYR", ["REB"]), code_of(None, ["REB"]), code_of(None, [])
    ('SYRREB', '---REB', None)
    """
    listed = [role for role in roles if role]
    if base is None and not listed:
        return None
    start = base or "---"
    first = listed[0] if listed else ""
    if not first:
        return start
    if start in _WHOLE or (len(start) > 3 and not start.startswith("IGO")):
        # a Hamas spokesman is PSEREB like Hamas, a former one is elite
        return start[:3] + first if first == "ELI" and start not in _WHOLE else start
    return start if start.endswith(first) else start + first
