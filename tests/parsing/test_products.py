"""Matrix products by numpy: another way to the same parse."""

import pytest
from thinc.api import NumpyOps

from benchmarks.corpus import articles
from kgraph.model import Article
from kgraph.parsing import Parser
from kgraph.settings import DEFAULT_MODEL

TEXTS = [story.text for story in articles(40, seed=11)]


def parses(parser):
    return [
        [(t.text, t.lemma_, t.pos_, t.tag_, t.dep_, t.head.i, t.ent_iob_, t.ent_type_, t.is_sent_start) for t in doc]
        for doc in parser.docs(Article(str(number), text) for number, text in enumerate(TEXTS))
    ]


def test_numpy_and_spacys_own_products_give_equal_parses():
    assert parses(Parser(DEFAULT_MODEL)) == parses(Parser(DEFAULT_MODEL, fast=False))


@pytest.mark.parametrize(("fast", "blis"), [(True, {False}), (False, {True})])
def test_every_model_of_the_pipeline_takes_part(fast, blis):
    nlp = Parser(DEFAULT_MODEL, fast=fast).nlp
    parts = [part for _, pipe in nlp.pipeline if getattr(pipe, "model", None) for part in pipe.model.walk()]
    assert {part.ops.use_blis for part in parts if isinstance(part.ops, NumpyOps)} == blis
