"""Offices with one holder, by the date of the article."""

from __future__ import annotations

import pytest

from tests.mentions.conftest import Spot


@pytest.mark.parametrize(
    ("text", "day", "words", "actor"),
    [
        ("The French president objected.", "2020-10-02", "The French president", "person:emmanuel-macron"),
        ("The French president objected.", "2010-10-02", "The French president", "person:nicolas-sarkozy"),
        ("The French president objected.", "1992-10-02", "The French president", "person:francois-mitterrand"),
        ("Germany's chancellor agreed.", "2015-06-01", "Germany's chancellor", "person:angela-merkel"),
        ("The British foreign secretary agreed.", "2019-01-05", "The British foreign secretary", "person:jeremy-hunt"),
        ("The U.S. secretary of state agreed.", "2014-01-05", "The U.S. secretary of state", "person:john-kerry"),
        ("The president of Turkey agreed.", "2016-01-05", "The president of Turkey", "person:recep-tayyip-erdogan"),
        ("The UN secretary-general agreed.", "1999-01-05", "The UN secretary-general", "person:kofi-annan"),
    ],
)
def test_an_office_is_its_holder_on_the_day(spot: Spot, text: str, day: str, words: str, actor: str) -> None:
    seen = spot(text, day).of(words)
    assert (seen.actor, seen.kind, seen.method) == (actor, "nominal", "office")


def test_without_a_date_an_office_is_itself(spot: Spot) -> None:
    seen = spot("The French president objected.").of("The French president")
    assert (seen.actor, seen.code) == ("office:president-of-france", "FRAGOV")


def test_without_a_date_the_article_may_name_the_holder(spot: Spot) -> None:
    seen = spot("Nicolas Sarkozy flew home. The French president was tired.")
    assert seen.actor("The French president") == "person:nicolas-sarkozy"


def test_a_holder_that_only_the_article_knows(spot: Spot) -> None:
    seen = spot("Fijian President Lena Waqa resigned. The Fijian president gave no reason.", "1985-04-01")
    assert seen.actor("The Fijian president") == "person:lena-waqa"


@pytest.mark.parametrize("words", ["A French president", "The former French president", "The next French president"])
def test_an_office_without_its_holder_is_nobody_known(spot: Spot, words: str) -> None:
    assert spot(f"{words} would object.", "2020-10-02").actor(words) != "person:emmanuel-macron"


def test_the_president_is_the_last_one_named(spot: Spot) -> None:
    seen = spot("President Yoweri Museveni spoke. The president blamed the weather.", "2012-02-02")
    assert seen.actor("The president") == "person:yoweri-museveni"


def test_a_counterpart_holds_the_same_office_elsewhere(spot: Spot) -> None:
    seen = spot("Russian Foreign Minister Sergei Lavrov met his Turkish counterpart.", "2018-03-03")
    assert seen.actor("his Turkish counterpart") == "person:mevlut-cavusoglu"


def test_a_counterpart_with_a_name_holds_the_office_too(spot: Spot) -> None:
    seen = spot("Russian Foreign Minister Sergei Lavrov met his Togolese counterpart Kossi Adjo.", "2018-03-03")
    named = seen.of("Kossi Adjo")
    assert (named.country, named.code) == ("TGO", "TGOGOV")
    assert seen.actor("his Togolese counterpart") == named.actor
