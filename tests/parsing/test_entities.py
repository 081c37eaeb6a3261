"""Entities found for a batch at once are the recogniser's own."""

import pytest
import spacy
from spacy.tokens import Span

from benchmarks.corpus import articles
from kgraph.parsing.entities import BatchEntities, find_entities_in_batches
from kgraph.settings import DEFAULT_MODEL

ODD = [
    "",
    " ",
    "Minsk",
    "Minsk \n Vilnius",
    "New York New York",
    "On Monday Angela Brandt met Karl Iversen of the Northern Fishing Union in New Delhi.",
    "THE UNITED NATIONS AND THE WORLD FOOD PROGRAMME",
    "Paid 3 million euros, 40 per cent more than in the third quarter of 1998",
    "The Bank of\n\nThe North",
    "«Le Courrier» 12,5 % 😀 Ærø Å",
]


@pytest.fixture(scope="module")
def nlp():
    return spacy.load(DEFAULT_MODEL)


def entities(doc):
    return [(t.text, t.ent_iob_, t.ent_type_) for t in doc]


def both(nlp, texts, *, batch_size):
    recogniser = nlp.get_pipe("ner")
    with nlp.select_pipes(disable="ner"):
        ours, theirs = list(nlp.pipe(texts)), list(nlp.pipe(texts))
    list(BatchEntities(recogniser).pipe(ours, batch_size=batch_size))
    list(recogniser.pipe(theirs, batch_size=batch_size))
    return [*map(entities, ours)], [*map(entities, theirs)]


@pytest.mark.parametrize("batch_size", [1, 7, 64])
def test_entities_are_those_of_spacy(nlp, batch_size):
    texts = [*ODD, *(paragraph for story in articles(25, seed=3) for paragraph in story.text.split("\n\n"))]
    ours, theirs = both(nlp, texts, batch_size=batch_size)
    assert ours == theirs
    assert sum(tag == "B" for doc in ours for _, tag, _ in doc) > 500


def test_a_batch_of_nothing_has_no_entities(nlp):
    ours, theirs = both(nlp, ["", ""], batch_size=2)
    assert ours == theirs == [[], []]


def test_entities_that_are_there_stay(nlp):
    with nlp.select_pipes(disable="ner"):
        doc = nlp("Brandel spoke in Kyiv.")
    doc.set_ents([Span(doc, 0, 1, label="ORG")], default="missing")
    assert entities(BatchEntities(nlp.get_pipe("ner"))(doc))[0] == ("Brandel", "B", "ORG")


def test_a_recogniser_of_another_kind_stays_in_its_place():
    nlp = spacy.blank("en")
    nlp.add_pipe("entity_ruler", name="ner")
    find_entities_in_batches(nlp)
    assert nlp.pipe_names == ["ner"]


def test_the_known_recogniser_gives_its_place():
    nlp = spacy.load(DEFAULT_MODEL)
    find_entities_in_batches(nlp)
    assert nlp.pipe_names[-1] == "kgraph_entities"
    assert "ner" in nlp.disabled
