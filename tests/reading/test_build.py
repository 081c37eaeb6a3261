import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgraph.errors import InputError
from kgraph.ids import article_id, text_sha256
from kgraph.reading import article


def test_a_title_becomes_the_first_paragraph():
    found = article("Ankara denied it.", title="A denial")
    assert (found.text, found.title) == ("A denial\n\nAnkara denied it.", "A denial")


@pytest.mark.parametrize("title", ["Baku’s denial", "BAKU'S DENIAL", "Baku’s denial.", " Baku’s\u00a0 denial "])
def test_a_title_that_is_there_already_is_not_said_twice(title):
    found = article("Baku’s denial\n\nBaku denied it.", title=title)
    assert (found.text, found.title) == ("Baku’s denial\n\nBaku denied it.", "Baku’s denial")


def test_a_title_that_only_begins_like_the_text_is_put_first():
    assert article("Turkey denied it.", title="Turkey").text == "Turkey\n\nTurkey denied it."


def test_ids_come_from_text_outlet_and_url():
    found = article("Text.", outlet="The Post", url="https://post.example/1", author="Ada Lind")
    assert found.id == article_id("Text.", outlet="The Post", url="https://post.example/1")
    assert found.sha256 == text_sha256("Text.")
    assert found.id == article("Text.\r\n", outlet=" The Post", url="https://post.example/1").id


def test_an_empty_text_and_a_date_that_is_none_are_input_errors():
    with pytest.raises(InputError, match="no text"):
        article(" \n\u200b", ref="a1")
    with pytest.raises(InputError, match="'soon' is no date"):
        article("Text.", published="soon")


def test_the_date_is_unknown_when_nobody_gives_one():
    assert article("Text.").published is None


WORDS = st.text(alphabet="abZ .’\n\u00a0-", min_size=1)


@given(text=WORDS, title=WORDS)
def test_an_article_made_of_an_article_is_the_same_article(text, title):
    try:
        once = article(text, title=title, lang="en")
    except InputError:
        return
    again = article(once.text, title=once.title, lang=once.lang)
    assert again == once
    assert once.title is None or once.text.startswith(once.title)
