"""Who is spotted in a text: the model is loaded once, and a mention is shown as its words and its actor."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import pytest
from spacy.language import Language

from kgraph.actors import load_gazetteer
from kgraph.mentions import add_mention_pipes, mentions_of
from kgraph.model import Article
from kgraph.parsing import Parser
from kgraph.settings import DEFAULT_MODEL


class Seen(NamedTuple):
    words: str
    kind: str
    actor: str | None  # its id
    name: str
    code: str | None
    country: str | None
    roles: tuple[str, ...]
    method: str
    head: str
    role: str


class Reading(list[Seen]):
    """The mentions of a text, in order."""

    def of(self, words: str, *, kind: str | None = None, nth: int = 0) -> Seen:
        found = [s for s in self if s.words == words and kind in (None, s.kind)]
        assert len(found) > nth, f"{words!r} not among {[(s.words, s.kind) for s in self]}"
        return found[nth]

    def actor(self, words: str, *, nth: int = 0) -> str | None:
        return self.of(words, nth=nth).actor

    def words(self, kind: str | None = None) -> list[str]:
        return [s.words for s in self if kind in (None, s.kind)]


Spot = Callable[..., Reading]


@pytest.fixture(scope="session")
def parser() -> Parser:
    return Parser(DEFAULT_MODEL)


@pytest.fixture(scope="session")
def reader(parser: Parser) -> Language:
    made = Language(parser.nlp.vocab)
    add_mention_pipes(made, load_gazetteer())
    return made


@pytest.fixture(scope="session")
def spot(parser: Parser, reader: Language) -> Spot:
    def run(text: str, day: str | None = None) -> Reading:
        doc = reader(next(parser.docs([Article(id="a_test", text=text, published=day)])))
        out = Reading()
        for found in mentions_of(doc):
            actor = found.actor
            words = doc[found.start : found.end].text.rstrip()
            head = doc[found.head].text
            out.append(
                Seen(
                    words,
                    found.kind.value,
                    actor.id if actor else None,
                    actor.name if actor else "",
                    actor.code if actor else None,
                    actor.country if actor else None,
                    actor.roles if actor else (),
                    found.method,
                    head,
                    found.role,
                )
            )
        return out

    return run
