"""Names that several states share."""

from __future__ import annotations

import pytest

from tests.mentions.conftest import Spot


@pytest.mark.parametrize(
    ("text", "words", "country"),
    [
        ("Congo and Zaire signed a treaty.", "Congo", "country:COG"),
        ("Congo sent its army to the mines. Brazzaville denied it.", "Congo", "country:COG"),
        ("Congo sent its army to the mines near Goma.", "Congo", "country:COD"),
        ("Congo closed the border.", "Congo", "country:COD"),
        ("Korea fired a rocket, and Pyongyang was proud of it.", "Korea", "country:PRK"),
        ("Korea signed a contract with Chile.", "Korea", "country:KOR"),
        ("Guinea closed its border with Guinea-Bissau.", "Guinea", "country:GIN"),
    ],
)
def test_a_name_of_two_states_is_told_apart_by_the_article(spot: Spot, text: str, words: str, country: str) -> None:
    assert spot(text).actor(words) == country


def test_before_zaire_took_the_name_congo_was_the_other_one(spot: Spot) -> None:
    assert spot("Congo closed the border.", "1992-03-04").actor("Congo") == "country:COG"
    assert spot("Congo closed the border.", "2009-03-04").actor("Congo") == "country:COD"


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("The Rapid Support Forces crossed the river. The RSF burned the bridge.", "Rapid Support Forces"),
        ("Sudan closed the border. The RSF burned the bridge.", "Rapid Support Forces"),
        ("Khartoum closed the border. The RSF burned the bridge.", "Rapid Support Forces"),
        ("Reporters Without Borders praised Sudan. The RSF letter was short.", "Reporters Without Borders"),
        ("Chile freed an editor. RSF praised the court.", "Reporters Without Borders"),
    ],
)
def test_an_acronym_of_two_bodies_is_that_whose_name_or_country_is_in_the_article(
    spot: Spot, text: str, actor: str
) -> None:
    assert spot(text).of("RSF").name == actor
