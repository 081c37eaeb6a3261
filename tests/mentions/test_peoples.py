"""A people is of the state that stands beside it."""

from __future__ import annotations

import pytest

from tests.mentions.conftest import Spot


@pytest.mark.parametrize(
    ("text", "words", "code"),
    [
        ("Some 90 Iraqi Kurds sought refuge.", "Some 90 Iraqi Kurds", "IRQCVL"),
        ("Kurds in Turkey marched on Sunday.", "Kurds", "TURCVL"),
        ("The Hungarians of Romania want schools.", "The Hungarians", "ROUCVL"),
        ("Ethnic Albanians in Serbia want schools.", "Ethnic Albanians", "SRBCVL"),
        ("The Kurds marched on Sunday.", "Kurds", "---CVL"),
        ("The Hungarians want schools.", "The Hungarians", "HUNCVL"),
    ],
)
def test_a_people_is_of_the_state_beside_it(spot: Spot, text: str, words: str, code: str) -> None:
    assert spot(text).of(words).code == code


def test_ethnic_people_of_no_named_state_are_not_of_their_motherland(spot: Spot) -> None:
    assert spot("Ethnic Armenians want schools.").of("Ethnic Armenians").country is None
