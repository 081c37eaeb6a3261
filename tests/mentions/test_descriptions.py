"""Descriptions beside a person's name, whatever their noun."""

from __future__ import annotations

import pytest

from tests.mentions.conftest import Spot


@pytest.mark.parametrize(
    ("text", "description", "name"),
    [
        ("Amadou Ba, an amateur botanist, sued the ministry.", "an amateur botanist", "Amadou Ba"),
        ("Zambia's goalkeeper Joseph Mwale saved two shots.", "Zambia's goalkeeper", "Joseph Mwale"),
        ("The match referee Peter Novak left the pitch.", "The match referee", "Peter Novak"),
        ("They named their daughter, Gloria, after a saint.", "their daughter", "Gloria"),
    ],
)
def test_the_words_beside_a_name_mean_its_bearer(spot: Spot, text: str, description: str, name: str) -> None:
    seen = spot(text)
    assert seen.actor(description) == seen.actor(name)
    assert seen.of(name).kind == "name"


@pytest.mark.parametrize(
    "text",
    [
        "Mina Haddad met the envoy, a move that angered Oslo.",
        "Mina Haddad published a novel, a story of two sisters.",
    ],
)
def test_what_happened_is_nobody(spot: Spot, text: str) -> None:
    assert [s.words for s in spot(text) if s.kind == "nominal" and s.actor == "person:mina-haddad"] == []
