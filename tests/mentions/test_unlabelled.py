"""Names that no list and no model knows, where they act."""

from __future__ import annotations

import pytest

from tests.mentions.conftest import Spot


@pytest.mark.parametrize(
    ("text", "words", "actor"),
    [
        ("KRT handed weapons to Malawi.", "KRT", "organisation:krt"),
        ("Coldwater criticised the Kenyan government.", "Coldwater", "organisation:coldwater"),
        ("The Green Dot condemned Russia.", "Green Dot", "organisation:green-dot"),
    ],
)
def test_an_unknown_name_that_acts_is_a_body(spot: Spot, text: str, words: str, actor: str) -> None:
    assert spot(text).actor(words) == actor


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Friday saw talks in Lima.", "Friday"),
        ("Inflation hit Peru.", "Inflation"),
        ("Panel Backs New Arms Deal With Kenya After Long Debate", "Panel"),
    ],
)
def test_a_day_a_word_and_a_headline_name_nobody(spot: Spot, text: str, words: str) -> None:
    assert words not in spot(text).words("name")


def test_a_town_is_no_person(spot: Spot) -> None:
    assert spot("Gunmen attacked Ciudad Lerdo.").actor("Ciudad Lerdo") == "place:ciudad-lerdo"


def test_a_country_that_is_a_first_name_is_the_country_where_nobody_bears_it(spot: Spot) -> None:
    assert spot("Weapons were handed to Chad by KRT.").actor("Chad") == "country:TCD"
    assert spot("Jordan Okello sang. Jordan was happy.").actor("Jordan") != "country:JOR"
