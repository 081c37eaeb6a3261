"""Decide what has to be read: articles that the graph has as they are pass by, articles that only the journal has
are taken from there, and the rest goes to the extractor."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from itertools import islice

from kgraph.app.interrupt import Stop, Stopped
from kgraph.graph import about_hash
from kgraph.model import Article, Extraction
from kgraph.ports import GraphStore, Journal

_IN_GRAPH = """\
UNWIND $ids AS id
MATCH (a:Article {id: id})
RETURN a.id AS id, a.extractor AS extractor"""


class Feed:
    """An iterator of the articles to be read. ``pending`` were handed out and have not come back yet.

    It ends early when ``stop`` is asked, and when the source fails: ``broken`` then holds the source's error, so that
    nobody takes it for the extractor's.
    """

    def __init__(
        self,
        articles: Iterable[Article],
        *,
        store: GraphStore,
        journal: Journal,
        extractor: str,
        batch: int,
        stop: Stop,
        on_unchanged: Callable[[Article], None],
        on_restored: Callable[[Extraction], None],
    ) -> None:
        self.source, self.store, self.journal = iter(articles), store, journal
        self.extractor, self.batch, self.stop = extractor, batch, stop
        self.on_unchanged, self.on_restored = on_unchanged, on_restored
        self.pending: deque[Article] = deque()
        self.broken: BaseException | None = None
        self._ready: deque[Article] = deque()
        self._ended = False
        self._recent: deque[str] = deque(maxlen=16 * batch)  # handed out, and perhaps not written yet

    def __iter__(self) -> Iterator[Article]:
        return self

    def __next__(self) -> Article:
        while not self._ready and not self._ended:
            self._fill()
        if self.stop or not self._ready:
            raise StopIteration
        article = self._ready.popleft()
        self.pending.append(article)
        self._recent.append(article.id)
        return article

    @property
    def ended(self) -> bool:
        """Whether there is nothing more to hand out."""
        return bool(self.stop) or (self._ended and not self._ready)

    def _fill(self) -> None:
        chunk: dict[str, Article] = {}
        try:
            with self.stop.drawing():
                for article in islice(self.source, self.batch):
                    chunk[article.id] = article  # the same article twice is one
        except Stopped:
            self._ended = True
            return
        except Exception as error:
            self.broken = error
        self._ended = self.broken is not None or not chunk
        if chunk and not self.stop:
            self._triage(list(chunk.values()))

    def _triage(self, articles: list[Article]) -> None:
        rows = self.store.rows(_IN_GRAPH, {"ids": [article.id for article in articles]}).rows
        in_graph = {id_ for id_, extractor in rows if extractor == self.extractor}
        for article in articles:
            if article.id in self._recent:
                self.on_unchanged(article)
            elif not self._in_journal(article):
                self._ready.append(article)
            elif article.id in in_graph:
                self.on_unchanged(article)
            elif extraction := self.journal.get(article.id):
                self.on_restored(extraction)

    def _in_journal(self, article: Article) -> bool:
        """Whether this extractor read it, with all that is known of it now: a date may have come since."""
        entry = self.journal.entry(article.id)
        if entry is None or not entry.current:
            return False
        return (entry.extractor, entry.about) == (self.extractor, about_hash(article))
