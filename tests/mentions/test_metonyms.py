"""Capitals and seats: a government where they act or are told something, a town where something takes place."""

from __future__ import annotations

import pytest

from tests.mentions.conftest import Spot


@pytest.mark.parametrize(
    ("text", "words", "actor"),
    [
        ("Nairobi denied the report.", "Nairobi", "country:KEN"),
        ("The strike was ordered by Tehran.", "Tehran", "country:IRN"),
        ("The envoy accused Kigali of arming the rebels.", "Kigali", "country:RWA"),
        ("The report was rejected by Ankara and Baku.", "Baku", "country:AZE"),
        ("Talks between Khartoum and Juba broke down.", "Juba", "country:SSD"),
        ("Warsaw's decision angered its neighbours.", "Warsaw", "country:POL"),
        ("The Kremlin said nothing.", "Kremlin", "country:RUS"),
        ("The White House called the vote a sham.", "White House", "country:USA"),
        ("Downing Street urged restraint.", "Downing Street", "country:GBR"),
        ("Moscow-backed fighters took the village.", "Moscow", "country:RUS"),
        ("Brussels threatened the company with fines.", "Brussels", "igo:european-union"),
    ],
)
def test_a_capital_that_acts_is_its_government(spot: Spot, text: str, words: str, actor: str) -> None:
    seen = spot(text).of(words)
    assert (seen.actor, seen.kind) == (actor, "metonym")


@pytest.mark.parametrize(
    ("text", "words", "actor"),
    [
        ("The leaders met in Brussels on Friday.", "Brussels", "place:brussels"),
        ("Rebels captured Kabul in a day.", "Kabul", "place:kabul"),
        ("He flew from Cairo to Amman.", "Amman", "place:amman"),
        ("Paris's suburbs were quiet.", "Paris", "place:paris"),
        ("A Beijing-based firm won the contract.", "Beijing", "place:beijing"),
    ],
)
def test_a_capital_where_something_takes_place_is_a_town(spot: Spot, text: str, words: str, actor: str) -> None:
    seen = spot(text).of(words)
    assert (seen.actor, seen.kind) == (actor, "name")


def test_a_town_keeps_its_country(spot: Spot) -> None:
    assert spot("Police closed the roads in Brussels.").of("Brussels").country == "BEL"
