"""What somebody is said to be means him."""

from __future__ import annotations

import pytest

from tests.mentions.conftest import Spot


@pytest.mark.parametrize(
    ("text", "description"),
    [
        ("Omar Haddad was a plumber.", "a plumber"),
        ("Omar Haddad resigned. He is a practising lawyer.", "a practising lawyer"),
        ("His sister said Omar Haddad was a poet and a legend.", "a legend"),
    ],
)
def test_the_description_behind_is_and_was_means_the_subject(spot: Spot, text: str, description: str) -> None:
    assert spot(text).actor(description) == "person:omar-haddad"


@pytest.mark.parametrize(
    "text",
    [
        "Omar Haddad is not a plumber.",
        "Omar Haddad may be a plumber.",
        "Omar Haddad wants to be a plumber.",
    ],
)
def test_who_is_not_one_or_may_be_one_is_not_meant(spot: Spot, text: str) -> None:
    assert all(s.actor != "person:omar-haddad" for s in spot(text) if s.kind == "nominal")


def test_nothing_is_learnt_from_what_somebody_is_called(spot: Spot) -> None:
    seen = spot("Omar Haddad resigned. He is a terrorist, Olga Petrova said.")
    assert seen.of("Omar Haddad").code is None
