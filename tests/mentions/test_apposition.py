"""A name and the description beside it are one actor."""

from __future__ import annotations

import pytest

from tests.mentions.conftest import Spot


@pytest.mark.parametrize(
    ("text", "description", "name"),
    [
        ("Omar Diallo, a spokesman for the union, resigned.", "a spokesman for the union", "Omar Diallo"),
        ("The group's leader, Omar Diallo, resigned.", "The group's leader", "Omar Diallo"),
        ("Sudan sent arms to its ally Chad.", "its ally", "Chad"),
        ("Omar Diallo is the leader of the party.", "the leader of the party", "Omar Diallo"),
    ],
)
def test_the_description_means_the_name(spot: Spot, text: str, description: str, name: str) -> None:
    seen = spot(text)
    found = next(s for s in seen if s.kind == "nominal" and description.startswith(s.words))
    assert found.actor == seen.actor(name)


def test_who_is_not_the_leader_is_not_the_leader(spot: Spot) -> None:
    seen = spot("Omar Diallo is not the leader of the party.")
    assert all(s.actor != "person:omar-diallo" for s in seen if s.kind == "nominal")


def test_the_owner_in_a_description_is_somebody_else(spot: Spot) -> None:
    assert spot("Rwanda, its neighbour, closed the border.").actor("its") != "country:RWA"


def test_a_name_between_commas_is_the_holder_of_the_office_before_it(spot: Spot) -> None:
    seen = spot("The Foreign Minister of Uzbekistan, Dilshod Rahmatov, denied the report.", "2018-02-14")
    named = seen.of("Dilshod Rahmatov")
    assert (named.actor, named.code) == ("person:dilshod-rahmatov", "UZBGOV")
    assert seen.actor("The Foreign Minister of Uzbekistan") == named.actor
