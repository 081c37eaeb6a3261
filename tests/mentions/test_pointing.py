"""Descriptions that point back at a name, and class nouns."""

from __future__ import annotations

import pytest

from tests.mentions.conftest import Spot


@pytest.mark.parametrize(
    ("text", "description", "name"),
    [
        ("Idris Ba, a boy of nine, was found. The boy was taken home.", "The boy", "Idris Ba"),
        ("Senator Ana Lopes resigned. The senator gave no reason.", "The senator", "Senator Ana Lopes"),
        ("His wife, Mina Sayed, fled. Friends hid his wife for a week.", "his wife", "Mina Sayed"),
    ],
)
def test_a_noun_that_was_given_to_one_person_means_him(spot: Spot, text: str, description: str, name: str) -> None:
    seen = spot(text)
    assert seen.actor(description) == seen.actor(name) is not None


@pytest.mark.parametrize(
    ("text", "description"),
    [
        ("Senator Ana Lopes and Senator Leo Costa resigned. The senator gave no reason.", "The senator"),
        ("Senator Ana Lopes resigned. A senator wept. The senator gave no reason.", "The senator"),
        ("Idris Ba, a boy of nine, was found. The tall boy was taken home.", "The tall boy"),
    ],
)
def test_of_two_nobody_is_meant(spot: Spot, text: str, description: str) -> None:
    assert not (spot(text).actor(description) or "").startswith("person:")


@pytest.mark.parametrize(
    ("text", "description", "actor"),
    [
        ("Police closed the road to Gonder. The city is quiet.", "The city", "place:gonder"),
        ("The talks were held in Namibia. The country has sent no troops.", "The country", "country:NAM"),
        ("Hamas released two men. The group gave no reason.", "The group", "hamas"),
    ],
)
def test_a_class_noun_is_the_only_one_of_its_kind(spot: Spot, text: str, description: str, actor: str) -> None:
    assert (spot(text).actor(description) or "").endswith(actor)


@pytest.mark.parametrize(
    ("text", "description"),
    [
        ("Police searched houses in Gonder and in Kidal. The city is quiet.", "The city"),
        ("Hamas and Hezbollah released two men. The group gave no reason.", "The group"),
        ("Namibia left. Rain fell. Snow fell. Hail fell. The country has sent no troops.", "The country"),
    ],
)
def test_a_class_noun_with_two_of_its_kind_or_none_near_is_nobody_known(
    spot: Spot, text: str, description: str
) -> None:
    found = [s.actor for s in spot(text) if s.words == description]
    assert all(actor is None or actor.startswith("unnamed:") for actor in found)


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("The pro-Iranian Hezbollah movement declared a truce.", "The pro-Iranian Hezbollah movement", "Hezbollah"),
        ("The Taliban group attacked the town.", "The Taliban group", "Taliban"),
    ],
)
def test_a_name_with_its_kind_behind_it_is_the_body(spot: Spot, text: str, words: str, name: str) -> None:
    seen = spot(text)
    assert seen.actor(words) == seen.actor(name)


def test_one_of_its_groups_is_not_the_body(spot: Spot) -> None:
    seen = spot("A Taliban group attacked the town.")
    assert seen.actor("A Taliban group") != seen.actor("Taliban")


@pytest.mark.parametrize(
    ("text", "town"),
    [("Police closed the road to Gonder.", "Gonder"), ("Two men were killed in Rutshuru.", "Rutshuru")],
)
def test_who_stands_where_only_a_place_can_is_no_person(spot: Spot, text: str, town: str) -> None:
    assert (spot(text).actor(town) or "").startswith("place:")


def test_a_letter_to_a_man_is_no_road(spot: Spot) -> None:
    assert (spot("The judge spoke to Petrenko.").actor("Petrenko") or "").startswith("person:")
