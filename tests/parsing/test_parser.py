"""Paragraphs are parsed apart and joined; offsets are the article's."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kgraph.errors import UsageError
from kgraph.model import Article
from kgraph.parsing import Parser, Tree
from kgraph.settings import DEFAULT_MODEL


@pytest.fixture(scope="module")
def parser():
    return Parser(DEFAULT_MODEL)


def test_a_headline_is_a_sentence_of_its_own(parser):
    text = "Russia and Iran express concern\n\nThe ministers spoke on Friday."
    tree = Tree.of(next(parser.docs([Article("a", text)])), text)
    words = [" ".join(tree.words[a:b]).strip() for a, b in tree.sentences]
    assert words == ["Russia and Iran express concern", "The ministers spoke on Friday ."]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(alphabet="Aa b.,“”\n\té😀", max_size=120))
def test_every_token_quotes_the_article(parser, text):
    doc = next(parser.docs([Article("a", text)]))
    tree = Tree.of(doc, text)
    for word, at in zip(tree.words, tree.idx, strict=True):
        assert "".join(text[at : at + len(word)].split()) == "".join(word.split())


def test_articles_come_out_in_order_and_whole(parser):
    texts = ["One came.\n\nTwo went.", "", "Three stayed."]
    docs = list(parser.docs(Article(str(n), text) for n, text in enumerate(texts)))
    assert [doc.user_data["kgraph.article"].id for doc in docs] == ["0", "1", "2"]
    assert [len(doc.user_data["kgraph.paragraphs"]) for doc in docs] == [2, 0, 1]


def test_a_model_that_is_not_there_names_the_next_step():
    with pytest.raises(UsageError, match="pip install"):
        Parser("no_such_model")
