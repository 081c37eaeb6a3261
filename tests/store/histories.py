"""Histories of a graph: articles that come and go, in any order and again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from hypothesis import strategies as st

from kgraph.graph import delta
from kgraph.model import Extraction
from kgraph.ports import GraphStore

Step = tuple[bool, list[Extraction]]
"""Whether these come or go."""


def histories(pool: Sequence[Extraction], *, together: int) -> st.SearchStrategy[list[Step]]:
    """Up to six steps, with up to so many articles each."""
    chosen = st.lists(st.sampled_from(pool), min_size=1, max_size=together)
    return st.lists(st.tuples(st.booleans(), chosen), max_size=6)


def lived(store: GraphStore, steps: Iterable[Step]) -> Iterable[Extraction]:
    """What is in the graph after these steps, from an empty one: of each URL the last text that came."""
    there: dict[str, Extraction] = {}
    store.wipe()
    for adds, chosen in steps:
        if adds:
            store.apply([delta(extraction) for extraction in chosen])
        for extraction in chosen:
            url = extraction.article.url
            if adds:
                there = {id_: e for id_, e in there.items() if url is None or e.article.url != url}
                there[extraction.article.id] = extraction
            else:
                assert store.forget(extraction.article.id) == (there.pop(extraction.article.id, None) is not None)
    return there.values()
