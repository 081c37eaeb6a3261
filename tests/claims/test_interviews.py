"""Interviews without labels: who answers is known from before the first question."""

import pytest

from kgraph.extract import SpacyExtractor
from kgraph.reading import article
from tests.claims.told import told

INTRODUCED = "Kofi Mensah was ambassador of Ghana in Lagos. He spoke to this paper in Accra.\n\n"
ASKED = """Did you know that Togo had armed the rebels?

I knew nothing. Togo attacked Benin in those days, and we helped Benin.

You also met the rebels.

They came to me. Nigeria has attacked Niger, and I told them so.

Mensah laughs. Chad attacked Mali in those days.
"""


@pytest.fixture(scope="module")
def read():
    extractor = SpacyExtractor()
    return lambda text: told(next(extractor.extract([article(text, published="2020-10-02")])))


@pytest.mark.parametrize(
    "claim", ["Togo attack Benin [quoted] < Kofi Mensah", "Nigeria attack Niger [quoted] < Kofi Mensah"]
)
def test_what_stands_behind_a_question_is_the_answer_of_whoever_was_introduced(read, claim):
    assert claim in read(INTRODUCED + ASKED)


def test_a_paragraph_about_him_is_the_papers(read):
    assert "Chad attack Mali" in read(INTRODUCED + ASKED)


def test_where_nobody_or_more_than_one_was_introduced_it_is_not_known_who_answers(read):
    assert "Togo attack Benin" in read(ASKED)
    assert "Togo attack Benin" in read("Kofi Mensah met Ana Lopes.\n\n" + ASKED)


def test_questions_without_answers_in_the_first_person_are_no_interview(read):
    text = "Did you know that Togo armed rebels?\n\nTogo attacked Benin.\n\nDo you know Lagos?\n\nMali met Niger."
    assert "Togo attack Benin" in read(INTRODUCED + text)


def test_answers_may_stand_in_quotation_marks(read):
    answers = ["I knew nothing.", "They came to me."]
    quoted = ASKED
    for answer in answers:
        paragraph = next(part for part in ASKED.split("\n\n") if part.startswith(answer))
        quoted = quoted.replace(paragraph, f"“{paragraph}”")
    claims = read(INTRODUCED + quoted)
    assert "Togo attack Benin [quoted] < Kofi Mensah" in claims
    assert "Nigeria attack Niger [quoted] < Kofi Mensah" in claims
    assert "Chad attack Mali" in claims
