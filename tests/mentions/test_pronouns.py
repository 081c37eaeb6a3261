"""Pronouns and possessives: a right link or none."""

from __future__ import annotations

import pytest

from tests.mentions.conftest import Spot


@pytest.mark.parametrize(
    ("text", "word", "actor"),
    [
        ("Omar Diallo resigned. He blamed the press.", "He", "person:omar-diallo"),
        ("Omar Diallo said he would resign.", "he", "person:omar-diallo"),
        ("Anna Berg met Omar Diallo. She praised the plan.", "She", "person:anna-berg"),
        ("Anna Berg met Omar Diallo. He praised the plan.", "He", "person:omar-diallo"),
        ("Peru accused Chile of hiding its losses.", "its", "country:CHL"),
        ("Peru said it would appeal.", "it", "country:PER"),
        ("Chile urged NATO to face the actions of its ally.", "its", "igo:nato"),
        ("Ankara said it would appeal.", "it", "country:TUR"),
        ("As he arrived, Omar Diallo waved.", "he", "person:omar-diallo"),
        ("Omar Diallo blamed himself.", "himself", "person:omar-diallo"),
    ],
)
def test_the_pronoun_means_who_agrees_and_is_in_focus(spot: Spot, text: str, word: str, actor: str) -> None:
    assert spot(text).actor(word) == actor


def test_the_speaker_carries_over_to_the_next_paragraph(spot: Spot) -> None:
    seen = spot("Omar Diallo denounced the raid on Monday.\n\nHe also called for talks.")
    assert seen.actor("He") == "person:omar-diallo"


def test_their_means_both_subjects(spot: Spot) -> None:
    seen = [s for s in spot("Peru and Chile expressed their concern.") if s.words == "their"]
    assert {(s.role, s.actor) for s in seen} == {("PER", "country:PER"), ("CHL", "country:CHL")}


def test_two_men_side_by_side_are_not_told_apart(spot: Spot) -> None:
    seen = spot("Talks between Omar Diallo and Peter Okot ended. It was late. He left.")
    assert seen.actor("He") is None or seen.of("He").method == "pronoun"


def test_he_in_a_quotation_is_not_its_speaker(spot: Spot) -> None:
    seen = spot('Omar Diallo praised Peter Okot. "He is a brave man," Diallo said.')
    assert seen.actor("He") == "person:peter-okot"


def test_the_object_is_not_the_subject(spot: Spot) -> None:
    seen = spot("Peter Okot was late. Omar Diallo criticised him.")
    assert seen.actor("him") == "person:peter-okot"


@pytest.mark.parametrize(
    "text", ["It is clear that Peru lost.", "Peru lost. It was raining.", "It seems that Peru lost."]
)
def test_an_empty_it_is_nobody(spot: Spot, text: str) -> None:
    assert all(s.actor is None for s in spot(text) if s.words.lower() == "it")


def test_a_ship_and_its_crew_are_not_a_country(spot: Spot) -> None:
    assert spot("In Peru a freighter lost its anchor.").actor("its") is None


def test_his_phrase_does_not_hold_its_owner(spot: Spot) -> None:
    seen = spot("Omar Diallo thanked his brother Samuel Diallo.")
    assert seen.actor("his") == "person:omar-diallo"


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Anna Berg spoke to both prime ministers and urged them to resign.", "both prime ministers"),
        ("Anna Berg met the rebels in Lima and warned them.", "the rebels"),
        ("Anna Berg met the rebels and the ministers and warned them.", None),
        ("Anna Berg counted the ships of the rebels and burned them.", None),
    ],
)
def test_them_behind_a_verb_of_asking_are_those_of_the_verb_before(spot: Spot, text: str, meant: str | None) -> None:
    seen = spot(text)
    assert seen.actor("them") == (None if meant is None else seen.actor(meant))


def test_whoever_is_only_described_in_a_quotation_does_not_say_it(spot: Spot) -> None:
    seen = spot('Omar Diallo was angry. "A real minister would resign," he wrote.')
    assert seen.actor("he") == "person:omar-diallo"


@pytest.mark.parametrize(
    ("text", "word", "meant"),
    [
        ("NATO was angry. Chile, it said, had burned the bridge.", "it", "NATO"),
        ("NATO answered the letter. Chile burned the bridge, it said.", "it", "NATO"),
        ("Chile burned the bridge, it said.", "it", None),
        ("NATO's answer was short. Chile had burned the bridge, it said.", "it", "NATO"),
        ("Kenya's version was different. It said Chile had burned the bridge.", "It", "Kenya"),
        ("Kenya's bridge was old. Chile burned it in May, it said.", "it", None),
        ("The indictment says that Chile burned it. It says Peru knew.", "It", "The indictment"),
        ("The rebels fled. They burned the bridge, the embassy of Peru says.", "They", "The rebels"),
        ("They burned the bridge, the embassy of Peru says.", "They", None),
        ("Omar Diallo recruited policemen and trained them.", "them", "policemen"),
        ("The ministry urged Peru to punish guards who tortured them.", "them", None),
        ("A nurse laughed. One of the witnesses says she fled.", "she", None),
        ("A nurse laughed. Anna Berg says she fled.", "she", "Anna Berg"),
    ],
)
def test_whoever_is_spoken_of_does_not_speak(spot: Spot, text: str, word: str, meant: str | None) -> None:
    seen = spot(text)
    assert seen.actor(word) == (None if meant is None else seen.actor(meant))
