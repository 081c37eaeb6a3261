"""Which input each article came from, so that what failed, and nothing else, can be read again with its options."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Iterator

from kgraph.errors import KgraphError
from kgraph.model import Article

_REMEMBERED = 20_000  # articles; more are never under way at once


class Inputs:
    """The inputs of one run. ``how``: the options that they are read with, as JSON. ``unread`` grows meanwhile."""

    def __init__(self, how: str = "") -> None:
        self.how = how
        self.unread: list[KgraphError] = []
        self.ended: set[str] = set()
        self.wanted: frozenset[str] = frozenset()  # sources of which the journal has notes
        self._current = ""
        self._of: OrderedDict[str, str] = OrderedDict()

    def begin(self, source: str) -> None:
        """``source`` is being read from now on."""
        self._current = source

    def end(self, source: str) -> None:
        """``source`` was read to its end."""
        if source in self.wanted:
            self.ended.add(source)

    def watched(self, articles: Iterable[Article]) -> Iterator[Article]:
        """The articles; where each came from is known afterwards."""
        for article in articles:
            self._of[article.id] = self._current
            if len(self._of) > _REMEMBERED:
                self._of.popitem(last=False)
            yield article

    def source_of(self, article: str) -> str:
        """The input that an article came from; "" where nobody knows."""
        return self._of.get(article, "")
