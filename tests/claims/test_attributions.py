"""Who says what, read with the real model, construction by construction: the table is ``attributions.txt``."""

from pathlib import Path

import pytest

from kgraph.extract import SpacyExtractor
from kgraph.language import load_lexicon
from kgraph.reading import article
from tests.claims.said import said


@pytest.fixture(scope="module")
def readers():
    return {breadth: SpacyExtractor(attribution=breadth) for breadth in ("narrow", "wide")}


def _cases():
    text = Path(__file__).with_name("attributions.txt").read_text(encoding="utf-8")
    for number, half in enumerate(text.split("\n%% wide")):
        for block in half.split("\n> ")[1:]:
            sentence, *lines = block.strip().splitlines()
            reasons = [line[2:] for line in lines if line.startswith("x ")]
            marks = [pytest.mark.xfail(strict=True, reason=reasons[0])] if reasons else []
            expected = [line[2:] for line in lines if line.startswith("= ")]
            yield pytest.param(("narrow", "wide")[number], sentence, expected, id=sentence, marks=marks)


@pytest.mark.parametrize(("breadth", "sentence", "expected"), list(_cases()))
def test_the_attributions_of_a_sentence(readers, breadth, sentence, expected):
    text = article(sentence.replace("\\n", "\n"), published="2020-10-02")
    assert said(next(readers[breadth].extract([text]))) == expected


@pytest.mark.parametrize("topic", load_lexicon().topics.values(), ids=lambda topic: topic.lemma)
def test_a_topic_is_read_in_the_wide_notion_as_its_entry_says(readers, topic):
    for example in topic.yes:
        assert example.expect in said(next(readers["wide"].extract([article(example.text)])))
        assert not said(next(readers["narrow"].extract([article(example.text)])))
    for text in topic.no:
        assert not said(next(readers["wide"].extract([article(text)])))


def test_a_picture_credit_answers_for_no_claim(readers):
    record = next(readers["narrow"].extract([article("Rwanda attacked Goma on Monday. Photo: Amina Diallo.")]))
    assert [one.attribution for one in record.claims] == [()]
