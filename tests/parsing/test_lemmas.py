"""Lemmas that are looked up are those that spaCy's lemmatizer sets."""

import pytest
import spacy
from spacy.tokens import Doc

from benchmarks.corpus import articles
from kgraph.parsing.lemmas import LookedUpLemmas, look_up_lemmas
from kgraph.settings import DEFAULT_MODEL

ODD = [
    "",
    "There's another, and they'd better not be left.",
    "He was running, ran, and runs; the better oxen's mice were worst.",
    "Two  spaces ,\tand a tab",
    "THE MINISTERS MET Ministers; the minister's men",
    "«Å» – 12,5 % 😀",
]


@pytest.fixture(scope="module")
def nlp():
    return spacy.load(DEFAULT_MODEL)


def lemmas(doc):
    return [(token.text, token.lemma_, token.pos_) for token in doc]


def test_lemmas_are_those_of_spacy(nlp):
    texts = [*ODD, *(paragraph for story in articles(40, seed=5) for paragraph in story.text.split("\n\n"))]
    with nlp.select_pipes(disable=["lemmatizer", "ner"]):
        ours, theirs = list(nlp.pipe(texts)), list(nlp.pipe(texts))
    lemmatizer = nlp.get_pipe("lemmatizer")
    looked_up = LookedUpLemmas(lemmatizer)
    assert [lemmas(doc) for doc in looked_up.pipe(ours, batch_size=64)] == [lemmas(lemmatizer(d)) for d in theirs]


def test_a_lemma_that_is_there_stays(nlp):
    looked_up = LookedUpLemmas(nlp.get_pipe("lemmatizer"))
    doc = Doc(nlp.vocab, words=["ships", "ships"], pos=["NOUN", "NOUN"], lemmas=["vessel", ""])
    assert [token.lemma_ for token in looked_up(doc)] == ["vessel", "ship"]


def test_the_lemmatizer_gives_its_place():
    nlp = spacy.load(DEFAULT_MODEL)
    look_up_lemmas(nlp)
    assert "kgraph_lemmas" in nlp.pipe_names
    assert "lemmatizer" in nlp.disabled


def test_a_lemmatizer_of_another_kind_stays():
    nlp = spacy.blank("en")
    nlp.add_pipe("lemmatizer", config={"mode": "lookup"})
    look_up_lemmas(nlp)
    assert nlp.pipe_names == ["lemmatizer"]
