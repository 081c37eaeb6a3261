"""Persons: full names, surnames after them, titles before them."""

from __future__ import annotations

import pytest

from tests.mentions.conftest import Spot

STORY = """Okello warns neighbours over river dam

President Grace Okello warned on Monday that her country would defend the dam.

Okello spoke to reporters in the port. Ms Okello's aides said she was calm."""


def test_a_surname_means_the_full_name_in_the_whole_article(spot: Spot) -> None:
    seen = spot(STORY)
    assert {s.actor for s in seen if "Okello" in s.words and s.kind == "name"} == {"person:grace-okello"}


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("French President Emmanuel Macron spoke.", "French President Emmanuel Macron", "Emmanuel Macron"),
        (
            "Turkey's President Recep Tayyip Erdogan spoke.",
            "Turkey's President Recep Tayyip Erdogan",
            "Recep Tayyip Erdogan",
        ),
        (
            "NATO Secretary General Jens Stoltenberg left.",
            "NATO Secretary General Jens Stoltenberg",
            "Jens Stoltenberg",
        ),
        ("Kenyan rebel commander Daniel Mutua fled.", "Kenyan rebel commander Daniel Mutua", "Daniel Mutua"),
        ("Mr Daniel Mutua fled.", "Mr Daniel Mutua", "Daniel Mutua"),
    ],
)
def test_a_title_and_a_name_are_one_mention(spot: Spot, text: str, words: str, name: str) -> None:
    seen = spot(text).of(words)
    assert (seen.name, seen.kind, seen.head) == (name, "name", name.split()[-1])


@pytest.mark.parametrize(
    ("text", "actor", "code"),
    [
        ("Latvian Foreign Minister Janis Ozols resigned.", "person:janis-ozols", "LVAGOV"),
        ("Ugandan opposition leader Peter Okot was arrested.", "person:peter-okot", "UGAOPP"),
        ("Hamas spokesman Salim Haddad denied it.", "person:salim-haddad", "PSEREB"),
        ("Former Peruvian minister Ana Quispe was arrested.", "person:ana-quispe", "PERELI"),
        ("The Ghanaian lawmaker Kofi Mensah objected.", "person:kofi-mensah", "GHALEG"),
        ("Ana Quispe, a spokeswoman for the Peruvian government, denied it.", "person:ana-quispe", "PERGOV"),
    ],
)
def test_an_unknown_person_gets_country_and_role_from_the_title(spot: Spot, text: str, actor: str, code: str) -> None:
    assert {(s.actor, s.code) for s in spot(text) if s.actor == actor} == {(actor, code)}


def test_a_leaders_surname_is_known_on_its_date(spot: Spot) -> None:
    assert spot("Bush met the envoy in Texas.", "1991-05-02").actor("Bush") == "person:george-h-w-bush"
    assert spot("Bush met the envoy in Texas.", "2006-05-02").actor("Bush") == "person:george-w-bush"


def test_a_leader_of_later_years_is_not_meant(spot: Spot) -> None:
    assert "person:emmanuel-macron" not in [s.actor for s in spot("Mr Macron opened the shop.", "1994-05-02")]


def test_a_former_president_is_elite(spot: Spot) -> None:
    seen = spot("Barack Obama praised the accord.", "2020-03-01").of("Barack Obama")
    assert (seen.code, seen.roles) == ("USAELI", ("former President of the United States",))


def test_a_surname_that_is_a_town_is_the_person_after_the_full_name(spot: Spot) -> None:
    seen = spot("Amelia Paris, a Belgian lawyer, sued the ministry. Paris said she would win.")
    assert seen.actor("Paris") == "person:amelia-paris"


def test_a_paper_is_no_person(spot: Spot) -> None:
    assert "person:gazette" not in [s.actor for s in spot("The minister told the Gazette that he was tired.")]


def test_a_trade_minister_is_government(spot: Spot) -> None:
    assert (
        spot("Tanzanian trade minister Neema Kilonzi resigned.").of("Tanzanian trade minister Neema Kilonzi").code
        == "TZAGOV"
    )


@pytest.mark.parametrize(
    ("text", "name", "code"),
    [
        ("Peruvian Gen. Idris Quispe resigned.", "Idris Quispe", "PERMIL"),
        ("Sen. Ana Lopes left.", "Ana Lopes", "---LEG"),
        ("Mr. Omar Haddad left.", "Omar Haddad", None),
    ],
)
def test_a_rank_gives_a_role(spot: Spot, text: str, name: str, code: str | None) -> None:
    assert {s.code for s in spot(text) if s.name == name and s.kind == "name"} == {code}


@pytest.mark.parametrize(
    ("text", "actor", "code"),
    [
        ("President Reagan praised the treaty.", "person:ronald-reagan", "USAGOV"),
        ("President Mitterrand praised the treaty.", "person:francois-mitterrand", "FRAGOV"),
        ("Former President Jacques Chirac praised the treaty.", "person:jacques-chirac", "FRAELI"),
    ],
)
def test_the_title_in_the_text_counts_before_the_date(spot: Spot, text: str, actor: str, code: str) -> None:
    assert {(s.actor, s.code) for s in spot(text, "2012-05-05") if s.kind == "name"} == {(actor, code)}


def test_a_secretary_of_state_is_named_with_the_whole_title(spot: Spot) -> None:
    seen = spot("Secretary of State Madeleine Albright left Geneva.", "1998-02-02")
    assert seen.of("Secretary of State Madeleine Albright").actor == "person:madeleine-albright"


def test_a_president_who_was_ousted_is_elite_even_in_his_term(spot: Spot) -> None:
    seen = spot("Ousted President Laurent Gbagbo refused to leave.", "2011-04-11")
    assert seen.of("Ousted President Laurent Gbagbo").code == "CIVELI"


def test_a_minister_who_visits_a_country_is_not_of_it(spot: Spot) -> None:
    assert spot("The minister visited Chile on Friday.").of("The minister").country is None


def test_visiting_a_country_today_names_no_broadcaster(spot: Spot) -> None:
    assert spot("The envoy visited Russia today.").actor("Russia") == "country:RUS"


@pytest.mark.parametrize(
    ("text", "name", "code"),
    [
        ("Arab League Secretary General Chedli Klibi left.", "Chedli Klibi", "IGOGOV"),
        ("Peruvian Attorney General Ana Quispe left.", "Ana Quispe", "PERJUD"),
        ("Former Peruvian Attorney General Ana Quispe left.", "Ana Quispe", "PERELI"),
        ("Peruvian General Ana Quispe left.", "Ana Quispe", "PERMIL"),
        ("A member of the Ghanaian parliament, Kofi Mensah, left.", "Kofi Mensah", "GHALEG"),
    ],
)
def test_a_general_of_an_office_is_no_soldier(spot: Spot, text: str, name: str, code: str) -> None:
    assert {s.code for s in spot(text) if s.name == name and s.kind == "name"} == {code}


def test_the_head_of_a_body_speaks_for_it_and_no_longer_for_his_state(spot: Spot) -> None:
    text = "Jens Stoltenberg praised the vote."
    assert spot(text, "2020-03-01").of("Jens Stoltenberg").code == "IGOGOV"
    assert spot(text, "2010-03-01").of("Jens Stoltenberg").code == "NORGOV"


def test_a_surname_with_its_particle_means_the_full_name(spot: Spot) -> None:
    seen = spot("Foreign Minister Adnan al-Rubaie met the envoy. Al-Rubaie said he was calm. Ali al-Tamimi left.")
    named = {s.words: s.actor for s in seen if s.kind == "name"}
    assert named["Al-Rubaie"] == "person:adnan-al-rubaie"
    assert named["Ali al-Tamimi"] == "person:ali-al-tamimi"


@pytest.mark.parametrize(
    ("text", "words", "person"),
    [
        ("Nino Beridze was Georgia's chief negotiator with Abkhazia for six years.", "Nino Beridze", True),
        ("Port Moresby was a town of sailors.", "Port Moresby", False),
    ],
)
def test_whoever_is_said_to_be_somebody_is_a_person(spot: Spot, text: str, words: str, person: bool) -> None:
    seen = [s for s in spot(text) if s.words == words]
    assert any(str(s.actor).startswith("person:") for s in seen) is person
