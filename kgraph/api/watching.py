"""Keep reading what is new: one look at the sources after the other."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from typing import TYPE_CHECKING, Any

from kgraph.api.graph import Graph, open_graph
from kgraph.api.inputs import OnError, OnNote, how, reading_options
from kgraph.errors import KgraphError
from kgraph.ports import Progress
from kgraph.settings import Settings

if TYPE_CHECKING:
    from kgraph.app import IngestReport


class Watch:
    """Feeds, addresses and folders whose new articles go into a graph; what was read is remembered beside it."""

    def __init__(
        self,
        sources: Sequence[str],
        *,
        settings: Settings,
        opened: Callable[[], Graph],
        on_error: OnError,
        on_note: OnNote,
        **reading: Any,
    ) -> None:
        from kgraph.reading.fetch import Fetcher
        from kgraph.store import Seen, journal_folder

        self.sources, self.opened, self.how = sources, opened, how(reading)
        self.on_error, self.on_note = on_error, on_note
        self.options = reading_options(**reading)
        self.fetcher = Fetcher(self.options.limits, allow_private=self.options.allow_private)
        place = journal_folder(settings.graph, folder=settings.journal, database=settings.database)
        self.seen = Seen(place)

    def look(self, *, on_progress: Progress | None = None) -> IngestReport | None:
        """Read what is new into the graph, which is open only for that; None when nothing is.

        Raises: StoreError when the graph is in use; then nothing counts as read.
        """
        from kgraph.app import Inputs
        from kgraph.reading.news import News

        inputs = Inputs(self.how)

        def tell(error: KgraphError) -> None:
            inputs.unread.append(error)
            self.on_error(error)

        news = News(self.sources, self.options, self.seen, fetcher=self.fetcher, on_error=tell, on_note=self.on_note)
        articles = news.articles()
        first = next(articles, None)
        if first is None and not news.items:
            return None
        with self.opened() as graph:
            begun: Iterator[Any] = iter(()) if first is None else chain([first], articles)
            report = graph.add(begun, inputs=inputs, on_progress=on_progress)
        self.seen.add(news.items, news.stamps)
        return report


def watch(sources: Sequence[str], *, on_error: OnError, on_note: OnNote, reading: Any, **graph: Any) -> Watch:
    """A watch over the sources for the graph that the options name."""
    from kgraph.settings import load

    named = {name: value for name, value in graph.items() if value is not None}
    settings = load(**named)
    return Watch(
        sources,
        settings=settings,
        opened=lambda: open_graph(**named),
        on_error=on_error,
        on_note=on_note,
        **reading,
    )
