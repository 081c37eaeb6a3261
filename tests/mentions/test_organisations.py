"""Organisations that no list knows."""

from __future__ import annotations

from tests.mentions.conftest import Spot


def test_an_unknown_organisation_is_an_actor_by_its_name(spot: Spot) -> None:
    seen = spot("The Harbour Workers Union called a strike. The Harbour Workers Union wants more pay.")
    actors = {s.actor for s in seen if s.words == "Harbour Workers Union"}
    assert actors == {"organisation:harbour-workers-union"}


def test_an_acronym_in_brackets_is_the_organisation_from_there_on(spot: Spot) -> None:
    seen = spot("The National Movement for River Rights (NMRR) protested. NMRR blamed the mayor.")
    names = {s.actor for s in seen if "NMRR" in s.words}
    assert len(names) == 1
    assert names == {s.actor for s in seen if s.words.startswith("National Movement")}


def test_a_description_in_capitals_is_no_name(spot: Spot) -> None:
    seen = spot("The Latvian Army said so.")
    assert seen.actor("The Latvian Army") == "organisation:army-of-latvia"
