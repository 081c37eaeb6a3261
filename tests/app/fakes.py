"""A reader made by hand: it knows the articles it was given, and breaks where it is told to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import islice

from kgraph.model import Actor, ActorKind, Article, Extraction, ExtractorInfo, Note
from tests.query.telling import Telling

VARENO = Actor("country:VAR", "Vareno", ActorKind.COUNTRY, country="VAR")
OSTMARK = Actor("country:OST", "Ostmark", ActorKind.COUNTRY, country="OST")
INFO = ExtractorInfo("by-hand", "1", "none")


def reading(number: int) -> Extraction:
    """An article in which Vareno accuses Ostmark, and its outlet is number so-and-so."""
    told = Telling(f"Outlet {number}", "2024-05-03", ["Talks fail", f"Vareno accused Ostmark {number} times."])
    told.claim(1, "accuse", "ACCUSES", "accused", subject=[("Vareno", VARENO)], object=[("Ostmark", OSTMARK)])
    return replace(told.extraction(), notes=(Note("unresolved-time", "no date", 0, 5),))


def readings(count: int) -> list[Extraction]:
    return [reading(number) for number in range(count)]


class Reader:
    """Reads ahead by ``ahead`` articles, as spaCy's pipe does. ``read`` are the articles it was handed."""

    def __init__(
        self,
        known: Iterable[Extraction],
        *,
        info: ExtractorInfo = INFO,
        ahead: int = 3,
        on_article: Callable[[Article], None] = lambda article: None,
    ) -> None:
        self.known = {extraction.article.id: extraction for extraction in known}
        self.info, self.ahead, self.on_article = info, ahead, on_article
        self.read: list[str] = []

    def extract(self, articles: Iterable[Article]) -> Iterator[Extraction]:
        articles = iter(articles)
        while chunk := list(islice(articles, self.ahead)):
            for article in chunk:
                self.read.append(article.id)
                self.on_article(article)
                yield replace(self.known[article.id], article=article, extractor=self.info)
