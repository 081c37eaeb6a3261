"""Speakers at the end of a sentence: read with the real model, since it is its errors that are mended."""

import pytest

from kgraph.extract import SpacyExtractor
from kgraph.reading import article
from tests.claims.told import told


@pytest.fixture(scope="module")
def extractor():
    return SpacyExtractor()


def _told(extractor, sentence: str) -> list[str]:
    return told(next(extractor.extract([article(sentence, published="2020-10-02")])))


LISTED = "Jets struck the port, killing nine soldiers and six civilians, residents and a relief group said."
APPOSED = "On the ground, government troops backed by foreign brigades pushed into the town, a commander said."
TOLD = "Turkey sent ships to Libya, two diplomats and a minister told reporters on Monday."
INVERTED = "The army will not answer any provocation, promised its chief, General Julio Paz."
NOBODY = "The rebels attacked the base, announced the ban and fled."


@pytest.mark.parametrize(
    ("sentence", "claim"),
    [
        (LISTED, "Jets kill nine soldiers + six civilians [reported] < residents + a relief group"),
        (APPOSED, "foreign brigades back government troops [reported] < a commander"),
        (TOLD, "Turkey send ships -> Libya [reported] < two diplomats + a minister"),
        (INVERTED, "The army not answer 'any provocation' [intended] < Julio Paz"),
        (NOBODY, "The rebels attack 'the base'"),
    ],
)
def test_who_says_it_at_the_end_of_the_sentence(extractor, sentence, claim):
    assert claim in _told(extractor, sentence)


def test_a_dateline_acts_in_nothing(extractor):
    text = "ADEN, Yemen (Continental Press) — Warplanes of Oman struck a camp of the rebels."
    assert _told(extractor, text) == ["Warplanes of Oman strike a camp of the rebels"]


def test_a_strike_is_somebodys_and_he_kills(extractor):
    assert _told(extractor, "Israeli air strikes killed nine people.") == ["Israel kill nine people"]
    assert _told(extractor, "A car bomb killed two officers.") == ["A car bomb kill two officers"]
