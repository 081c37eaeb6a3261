"""What is somebody's is of his country."""

from __future__ import annotations

from tests.mentions.conftest import Spot


def test_its_troops_are_of_its_country(spot: Spot) -> None:
    seen = spot("Sudan withdrew its troops from Chad.")
    assert (seen.of("its troops").code, seen.of("its troops").country) == ("SDNMIL", "SDN")


def test_the_peacekeepers_of_the_un_are_not_of_the_country_of_the_story(spot: Spot) -> None:
    assert spot("The UN withdrew its peacekeepers from Chad.").of("its peacekeepers").code == "IGOUNOMIL"


def test_two_owners_of_the_same_words_are_two_actors(spot: Spot) -> None:
    seen = spot("Ghana withdrew its troops. Sudan withdrew its troops.")
    assert [seen.of("its troops", nth=n).code for n in (0, 1)] == ["GHAMIL", "SDNMIL"]


def test_his_wife_is_of_no_country_that_is_told(spot: Spot) -> None:
    seen = spot("Emmanuel Macron sang. His wife left.", "2020-02-02")
    assert seen.of("His wife").country is None
