"""Role nouns give the role part of an actor's code."""

import pytest

from kgraph.ontology import group_nouns, role_code, role_meanings, role_nouns
from kgraph.ontology.data import read_toml


@pytest.mark.parametrize(
    ("noun", "role"),
    [
        ("rebel", "REB"),
        ("Rebels", "REB"),
        ("president", "GOV"),
        ("former president", "ELI"),
        ("police officer", "COP"),
        ("officer", "MIL"),
        ("lawmaker", "LEG"),
        ("gunmen", "UAF"),
        ("opposition leader", "OPP"),
        ("refugee", "REF"),
        ("aid worker", "SOC"),
        ("bicycle", None),
        ("", None),
    ],
)
def test_a_noun_has_a_role(noun, role):
    assert role_code(noun) == role


def test_no_noun_stands_under_two_roles():
    nouns = [noun for group in read_toml("roles.toml")["nouns"].values() for noun in group]
    assert len(nouns) == len(set(nouns))


def test_every_role_has_a_meaning():
    assert set(role_nouns().values()) <= set(role_meanings())
    assert all(role_meanings().values())


def test_a_group_noun_has_no_role_of_its_own():
    assert "group" in group_nouns()
    assert all(role_code(noun) is None for noun in group_nouns())
