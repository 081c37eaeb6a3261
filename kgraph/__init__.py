"""kgraph reads news articles and builds the graph of who says what about whom.

    import kgraph

    with kgraph.open("news.graph") as graph:
        graph.ingest("my-article.txt", published="2024-05-03")
        for row in graph.query("who-accuses-whom"):
            print(row)

The names below are imported when they are used: ``import kgraph`` alone loads neither spaCy nor an engine.
"""

from __future__ import annotations

import sys
from importlib import import_module
from typing import TYPE_CHECKING, Any

from kgraph._version import __version__

if TYPE_CHECKING:
    from kgraph.api import Graph as Graph
    from kgraph.api import Result as Result
    from kgraph.api import claims_of as claims_of
    from kgraph.api import explain as explain
    from kgraph.api import extract as extract
    from kgraph.api import open_graph
    from kgraph.api import read_articles as read_articles
    from kgraph.api import read_records as read_records
    from kgraph.api import read_text as read_text
    from kgraph.errors import DataError as DataError
    from kgraph.errors import InputError as InputError
    from kgraph.errors import KgraphError as KgraphError
    from kgraph.errors import StoreError as StoreError
    from kgraph.errors import UsageError as UsageError
    from kgraph.model import Actor as Actor
    from kgraph.model import ActorKind as ActorKind
    from kgraph.model import Article as Article
    from kgraph.model import Attribution as Attribution
    from kgraph.model import Claim as Claim
    from kgraph.model import Evidence as Evidence
    from kgraph.model import Extraction as Extraction
    from kgraph.model import Mention as Mention
    from kgraph.model import MentionKind as MentionKind
    from kgraph.model import Modality as Modality
    from kgraph.model import Polarity as Polarity
    from kgraph.model import Sentence as Sentence
    from kgraph.output.claims import ClaimView as ClaimView
    from kgraph.output.claims import in_words as in_words
    from kgraph.reading import article as article

    open = open_graph

_PLACES = {
    "kgraph.api": ("Graph", "Result", "claims_of", "explain", "read_articles", "read_records", "read_text"),
    "kgraph.errors": ("DataError", "InputError", "KgraphError", "StoreError", "UsageError"),
    "kgraph.model": (
        "Actor", "ActorKind", "Article", "Attribution", "Claim", "Evidence", "Extraction", "Mention", "MentionKind",
        "Modality", "Polarity", "Sentence",
    ),
    "kgraph.output.claims": ("ClaimView", "in_words"),
    "kgraph.reading": ("article",),
}  # fmt: skip
_PLACE_OF = {name: (module, name) for module, names in _PLACES.items() for name in names}
_PLACE_OF["open"] = ("kgraph.api", "open_graph")

__all__ = ["__version__", "extract", *sorted(_PLACE_OF)]


class _Package(type(sys)):  # type: ignore[misc]  # a module's class, which has no static name
    """``kgraph.extract`` is the verb, also after ``kgraph/extract.py`` was imported, which would take its name."""

    @property
    def extract(self) -> Any:
        return import_module("kgraph.api").extract

    @extract.setter
    def extract(self, module: Any) -> None:
        """The import system sets a package's submodules; this one keeps its place in ``sys.modules`` alone."""


sys.modules[__name__].__class__ = _Package


def __getattr__(name: str) -> Any:
    if name not in _PLACE_OF:
        raise AttributeError(f"module 'kgraph' has no attribute {name!r}")
    module, attribute = _PLACE_OF[name]
    value = getattr(import_module(module), attribute)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
