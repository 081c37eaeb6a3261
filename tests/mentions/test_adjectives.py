"""Adjectives of countries and names of peoples."""

from __future__ import annotations

import pytest

from tests.mentions.conftest import Spot


@pytest.mark.parametrize(
    ("text", "words", "actor"),
    [
        ("Ethiopian troops crossed the river.", "Ethiopian", "country:ETH"),
        ("A South Korean ship was seized.", "South Korean", "country:KOR"),
        ("Serb and Croat leaders met.", "Croat", "country:HRV"),
        ("Iranian-backed militias withdrew.", "Iranian", "country:IRN"),
    ],
)
def test_an_adjective_refers_to_its_country(spot: Spot, text: str, words: str, actor: str) -> None:
    seen = spot(text).of(words)
    assert (seen.actor, seen.kind) == (actor, "adjective")


@pytest.mark.parametrize(
    "text",
    [
        "The village has an ethnic Armenian majority.",  # who lives there, not whose it is
        "She answered in French.",  # a language
    ],
)
def test_ethnicity_and_language_are_no_country(spot: Spot, text: str) -> None:
    assert spot(text).words("adjective") == []


def test_a_people_is_an_actor_of_its_own(spot: Spot) -> None:
    seen = spot("The Turks and the Greeks signed the accord.")
    assert seen.of("The Turks").actor == "people:turks"
    assert seen.of("The Turks").country == "TUR"


def test_some_people_of_a_country_are_unnamed(spot: Spot) -> None:
    seen = spot("Police held two Iranians at the border.").of("two Iranians")
    assert (seen.kind, seen.country, seen.actor is not None and seen.actor.startswith("unnamed:")) == (
        "nominal",
        "IRN",
        True,
    )
