"""Roles and codes."""

from __future__ import annotations

import pytest

from kgraph.actors.firstnames import gender_of_first_name
from kgraph.actors.institutions import institutions
from kgraph.actors.roles import code_of, compose_roles, role_modifiers, role_nouns
from kgraph.ontology.roles import role_meanings


@pytest.mark.parametrize(
    ("noun", "modifiers", "roles"),
    [
        ("fighter", ["rebel"], ["REB"]),
        ("source", ["rebel"], ["REB"]),
        ("leader", ["opposition"], ["OPP", "GOV"]),
        ("minister", ["former"], ["ELI", "GOV"]),
        ("minister", ["defence"], ["GOV"]),
        ("spokesman", ["military"], ["MIL", "GOV"]),
        ("troop", ["government"], ["MIL"]),
        ("force", ["rebel"], ["REB", "MIL"]),
        ("group", [], []),
    ],
)
def test_the_deciding_role_comes_first(noun: str, modifiers: list[str], roles: list[str]) -> None:
    assert compose_roles(role_nouns()[noun], modifiers) == roles


@pytest.mark.parametrize(
    ("base", "roles", "code"),
    [
        ("TUR", ["MIL"], "TURMIL"),
        ("IGOEUR", ["GOV"], "IGOEURGOV"),
        ("PSEREB", ["GOV"], "PSEREB"),  # a Hamas spokesman is of Hamas
        ("PSEREB", ["ELI"], "PSEELI"),
        ("NGO", ["GOV"], "NGO"),
        (None, ["REB"], "---REB"),
        (None, [], None),
        ("FRA", [], "FRA"),
    ],
)
def test_country_and_role_make_a_code(base: str | None, roles: list[str], code: str | None) -> None:
    assert code_of(base, roles) == code


def test_every_role_is_one_of_the_ontology() -> None:
    known = set(role_meanings())
    assert {noun.code for noun in role_nouns().values() if noun.code} <= known
    assert set(role_modifiers().values()) <= known
    assert {found.code for found in institutions().values()} <= known


@pytest.mark.parametrize(
    ("name", "gender"),
    [("Angela Merkel", "f"), ("Viktor Orban", "m"), ("Robin Okafor", "m"), ("Xyz Abc", ""), ("", "")],
)
def test_a_first_name_may_tell_the_gender(name: str, gender: str) -> None:
    assert gender_of_first_name(name) == gender
