"""Names that the gazetteer knows, and the model's errors about them."""

from __future__ import annotations

import pytest

from tests.mentions.conftest import Spot


@pytest.mark.parametrize(
    ("text", "words", "actor"),
    [
        ("Kenya signed the treaty on Monday.", "Kenya", "country:KEN"),
        ("The UK and the U.S. agreed on the text.", "U.S.", "country:USA"),
        ("Nato rejected the plan.", "Nato", "igo:nato"),
        ("The OSCE sent monitors.", "OSCE", "igo:osce"),
        ("Médecins Sans Frontières closed its clinic.", "Médecins Sans Frontières", "ngo:medecins-sans-frontieres"),
        ("Hizbullah fired two rockets.", "Hizbullah", "armed-group:hezbollah"),
        ("Interfax reported the arrest.", "Interfax", "media:interfax"),
        ("The Democratic Republic of Congo closed the border.", "Democratic Republic of Congo", "country:COD"),
        ("Fighting resumed in Nagorny Karabakh.", "Nagorny Karabakh", "place:nagorno-karabakh"),
        ("Artsakh declared a day of mourning.", "Artsakh", "place:nagorno-karabakh"),
        ("The town of Idlib was shelled.", "Idlib", "place:idlib"),
    ],
)
def test_a_known_name_is_its_actor(spot: Spot, text: str, words: str, actor: str) -> None:
    assert spot(text).actor(words) == actor


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("They told us it is over.", "us"),  # the United States is written in capitals
        ("He ate turkey and drank from the china cup.", "turkey"),
        ("The plan is who we are.", "who"),
        ("In May the talks ended.", "May"),
    ],
)
def test_a_word_is_no_name(spot: Spot, text: str, words: str) -> None:
    assert words not in spot(text).words("name")


def test_a_shouted_headline_does_not_turn_words_into_acronyms(spot: Spot) -> None:
    seen = spot("MINISTER SAYS IT IS TIME FOR US TO ACT\n\nThe minister spoke in Nairobi.")
    assert not {"IS", "US", "IT"} & set(seen.words("name"))


def test_a_country_is_not_seen_inside_a_persons_name(spot: Spot) -> None:
    seen = spot("The director, Michael Jordan Reed, resigned. Chad Miller took his place.")
    assert "country:JOR" not in [s.actor for s in seen]
    assert "country:TCD" not in [s.actor for s in seen]


def test_georgia_is_a_state_of_america_among_american_words(spot: Spot) -> None:
    america = spot("Georgia voters went to the polls as Republicans and Democrats fought for the Senate in Atlanta.")
    assert "country:GEO" not in [s.actor for s in america]
    assert spot("Georgia accused Russia of shelling villages near Tbilisi.").actor("Georgia") == "country:GEO"


def test_the_longest_name_wins(spot: Spot) -> None:
    seen = spot("The Syrian Observatory for Human Rights counted forty dead.")
    assert seen.actor("Syrian Observatory for Human Rights") == "ngo:syrian-observatory-for-human-rights"
    assert "Syrian" not in seen.words()


def test_a_name_inside_an_unknown_organisation_is_not_that_name(spot: Spot) -> None:
    assert "company:apple-inc" not in [s.actor for s in spot("The Big Apple Growers Federation met.")]
