"""The set of mentions, and the components that fill it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language

from kgraph.mentions import MentionSet, Spotted, mentions_of
from kgraph.model import Article, MentionKind
from kgraph.parsing import Parser


def _spotted(start: int, length: int, role: str) -> Spotted:
    return Spotted(start, start + length, start + length - 1, MentionKind.NAME, None, "exact", 1.0, role)


spots = st.builds(_spotted, st.integers(0, 30), st.integers(1, 5), st.sampled_from(["", "SYR", "LBY"]))


@given(st.lists(spots, max_size=20))
def test_mentions_come_in_text_order_and_each_once(found: list[Spotted]) -> None:
    mentions = MentionSet(found)
    places = [(s.start, -s.end, s.role) for s in mentions]
    assert places == sorted(places)
    assert len(set(places)) == len(places)


@given(st.lists(spots, max_size=20), st.integers(0, 35))
def test_at_and_covering_agree_with_the_set(found: list[Spotted], token: int) -> None:
    mentions = MentionSet(found)
    assert {id(s) for s in mentions.at(token)} == {id(s) for s in mentions if s.head == token}
    assert {id(s) for s in mentions.covering(token)} == {id(s) for s in mentions if s.start <= token < s.end}


def test_every_component_declares_what_it_needs(reader: Language) -> None:
    pipes = reader.analyze_pipes()
    ours = [name for name in reader.pipe_names if name.startswith("kgraph_")]
    assert ours
    assert all(pipes["summary"][name]["assigns"] == ["doc._.kgraph_mentions"] for name in ours)
    problems = {p for name in ours for p in pipes["problems"][name]}
    assert "doc._.kgraph_mentions" not in problems  # each has its supplier among us; the parse comes from outside


def test_a_document_that_was_not_read_has_no_mentions(parser: Parser) -> None:
    assert len(mentions_of(parser.nlp("Peru lost."))) == 0


def test_reading_twice_gives_the_same(parser: Parser, reader: Language) -> None:
    article = Article(
        id="a_x", text="Peru accused Chile.\n\nThe Peruvian president said he was angry.", published="2010-01-01"
    )
    first, second = (mentions_of(reader(next(parser.docs([article])))) for _ in range(2))
    assert list(first) == list(second)


def test_a_text_without_words_has_no_mentions(parser: Parser, reader: Language) -> None:
    assert len(mentions_of(reader(next(parser.docs([Article(id="a_x", text="... --- 123")]))))) == 0
