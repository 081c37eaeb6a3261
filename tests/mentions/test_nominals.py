"""Descriptions: who can act without a name."""

from __future__ import annotations

import pytest

from tests.mentions.conftest import Spot


@pytest.mark.parametrize(
    ("text", "words", "code"),
    [
        ("Two Yemeni rebel sources told reporters.", "Two Yemeni rebel sources", "YEMREB"),
        ("Malian rebel fighters seized the post.", "Malian rebel fighters", "MLIREB"),
        ("Chadian soldiers fired on the crowd.", "Chadian soldiers", "TCDMIL"),
        ("EU chiefs met at dawn.", "EU chiefs", "IGOEURGOV"),
        ("Mercenaries guarded the mine.", "Mercenaries", "---REB"),
        ("Opposition lawmakers in Nepal walked out.", "Opposition lawmakers", "NPLOPP"),
        ("Students throughout Indonesia marched.", "Students", "IDNEDU"),
        ("Former Polish officials signed the letter.", "Former Polish officials", "POLELI"),
        ("A member of the Ghanaian parliament left.", "A member of the Ghanaian parliament", "GHALEG"),
        ("A group of Chadian refugees crossed the river.", "A group of Chadian refugees", "TCDREF"),
        ("Leaders of the Togolese opposition met.", "Leaders of the Togolese opposition", "TGOOPP"),
        ("The president of the Ghanaian court left.", "The president of the Ghanaian court", "GHAGOV"),
        ("Saudi-led forces left the port.", "Saudi-led forces", "SAUMIL"),
        ("Saudi-backed forces left the port.", "Saudi-backed forces", "---MIL"),
        ("Chadian helicopters and tanks left.", "tanks", "TCDMIL"),
        ("Chadian helicopters and Malian tanks left.", "Malian tanks", "MLIMIL"),
        ("Malian armed groups took the town.", "Malian armed groups", "MLIREB"),
        ("Malian armed personnel took the town.", "Malian armed personnel", "MLIMIL"),
        ("The Malian opposition newspaper was closed.", "The Malian opposition newspaper", "MLIJRN"),
        ("The Chilean police chief left.", "The Chilean police chief", "CHLCOP"),
        ("The army chief of Chile left.", "The army chief of Chile", "CHLMIL"),
        ("Chile's nuclear chief left.", "Chile's nuclear chief", "CHLGOV"),
        ("Haiti's ruling party won.", "Haiti's ruling party", "HTIGOV"),
        ("Haiti's military government resigned.", "Haiti's military government", "HTIGOV"),
        ("The coalition struck Raqqa in Syria.", "The coalition", "---MIL"),
        ("The opposition coalition boycotted the vote in Syria.", "The opposition coalition", "SYROPP"),
        ("The government of Sindh province resigned.", "The government of Sindh province", "PAKGOV"),
    ],
)
def test_a_description_has_country_and_role(spot: Spot, text: str, words: str, code: str) -> None:
    seen = spot(text).of(words)
    assert (seen.code, seen.kind) == (code, "nominal")
    assert seen.actor is not None
    assert seen.actor.startswith("unnamed:")


def test_fighters_in_a_country_are_not_from_there(spot: Spot) -> None:
    assert spot("The arrival of fighters in Azerbaijan worried Russia.").of("fighters").country is None


def test_the_same_words_are_the_same_actor_of_one_article(spot: Spot) -> None:
    seen = spot("Chadian soldiers fired. Later, Chadian soldiers withdrew.")
    assert seen.actor("Chadian soldiers") == seen.actor("Chadian soldiers", nth=1)


def test_these_fighters_are_those_of_the_sentence_before(spot: Spot) -> None:
    seen = spot("Some 200 Sudanese combatants crossed the river. These fighters are known to the army.")
    assert seen.actor("These fighters") == seen.actor("Some 200 Sudanese combatants")


def test_two_countries_before_one_noun_are_two_groups(spot: Spot) -> None:
    seen = [s for s in spot("Serbian and Bosnian fighters entered the town.") if s.head == "fighters"]
    assert {(s.role, s.code) for s in seen} == {("SRB", "SRBREB"), ("BIH", "BIHREB")}
    assert len({s.words for s in seen}) == 1
    assert len({s.actor for s in seen}) == 2


def test_from_and_of_phrases_belong_to_a_description_and_relative_clauses_do_not(spot: Spot) -> None:
    seen = spot("Jihadist groups from the Syrian city of Aleppo that had fled were seen.")
    assert "Jihadist groups from the Syrian city of Aleppo" in seen.words("nominal")


@pytest.mark.parametrize(
    ("text", "words", "actor"),
    [
        (
            "Russia's foreign ministry reported the call.",
            "Russia's foreign ministry",
            "organisation:foreign-ministry-of-russia",
        ),
        ("The Turkish army shelled the hill.", "The Turkish army", "organisation:army-of-turkey"),
        (
            "The Ministry of Defence of Serbia said so.",
            "Ministry of Defence of Serbia",
            "organisation:defence-ministry-of-serbia",
        ),
        ("The Ghanaian parliament voted.", "The Ghanaian parliament", "organisation:parliament-of-ghana"),
    ],
)
def test_an_institution_of_a_country_is_one_actor_for_all_articles(
    spot: Spot, text: str, words: str, actor: str
) -> None:
    found = [
        s for s in spot(text) if s.words.removeprefix("The ") == words.removeprefix("The ") and s.kind == "nominal"
    ]
    assert [s.actor for s in found] == [actor]


@pytest.mark.parametrize(
    ("text", "words", "actor"),
    [
        ("The Sudanese government resigned.", "The Sudanese government", "country:SDN"),
        ("The Ankara government refused.", "The Ankara government", "country:TUR"),
        ("Iranian authorities freed him.", "Iranian authorities", "country:IRN"),
    ],
)
def test_a_government_is_its_country(spot: Spot, text: str, words: str, actor: str) -> None:
    assert spot(text).actor(words) == actor


def test_a_rebel_government_is_not_the_country(spot: Spot) -> None:
    assert spot("The Libyan rebel government collapsed.").actor("The Libyan rebel government") != "country:LBY"


def test_the_ministry_is_the_one_that_was_named(spot: Spot) -> None:
    seen = spot("The Latvian interior ministry closed the road. The ministry gave no reason.")
    assert seen.actor("The ministry") == "organisation:interior-ministry-of-latvia"


def test_the_two_countries_are_the_two_that_were_named(spot: Spot) -> None:
    seen = spot("Peru and Ecuador signed a truce. The two countries reopened the border.")
    assert {s.actor for s in seen if s.words == "The two countries"} == {"country:PER", "country:ECU"}


def test_of_three_countries_two_are_not_guessed(spot: Spot) -> None:
    seen = spot("Peru, Ecuador and Chile signed a truce. The two countries reopened the border.")
    assert {s.actor for s in seen if s.words == "The two countries"} <= {None}


def test_a_report_is_somebody_only_where_it_says_something(spot: Spot) -> None:
    assert "intelligence reports" in spot("He claimed that intelligence reports affirmed it.").words("nominal")
    assert "reports" not in spot("He burned the reports.").words("nominal")


def test_in_an_article_about_one_country_the_police_are_its_police(spot: Spot) -> None:
    seen = spot("Protests spread in Nepal. Police fired tear gas in Kathmandu.")
    assert seen.of("Police").country == "NPL"


def test_between_two_countries_the_police_are_nobodys(spot: Spot) -> None:
    assert spot("Nepal and India closed the border. Police fired tear gas.").of("Police").country is None


def test_the_league_is_the_named_league(spot: Spot) -> None:
    assert (
        spot("The Arab League met in Tunis. Members said the league was split.").actor("the league")
        == "igo:arab-league"
    )


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("US and British forces shelled the port.", {"USAMIL", "GBRMIL"}),
        ("UN and Kenyan troops left.", {"IGOUNOMIL", "KENMIL"}),
        ("The US ambassador and British forces left.", {"GBRMIL"}),
    ],
)
def test_names_of_countries_before_one_noun_are_groups_too(spot: Spot, text: str, codes: set[str]) -> None:
    assert {s.code for s in spot(text) if s.head in ("forces", "troops")} == codes
