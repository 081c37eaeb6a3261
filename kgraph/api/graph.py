"""A graph with everything that is needed to fill and to ask it: the parts are chosen and put together here."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any

from kgraph import query as asking
from kgraph.api.inputs import OnError, extractor, how, path_or_none, read_articles, read_records
from kgraph.api.result import Result
from kgraph.errors import KgraphError
from kgraph.model import Article
from kgraph.ports import Extractor, GraphStore, Journal, Progress, Rows
from kgraph.query import Catalogue, Template
from kgraph.settings import Settings, load

if TYPE_CHECKING:
    import networkx as nx

    from kgraph.app import IngestReport, Inputs, Status, VerifyReport
    from kgraph.output.claims import ClaimView


class Graph:
    """A graph of claims. Made by ``kgraph.open``; close it, or use it in a ``with``."""

    def __init__(self, settings: Settings, *, read_only: bool = False, create: bool = True) -> None:
        from kgraph.store import open_store

        self.settings = settings
        self.store: GraphStore = open_store(
            settings.graph,
            user=settings.user,
            password=settings.password,
            database=settings.database,
            read_only=read_only,
            create=create,
            timeout=settings.timeout,
        )

    def __enter__(self) -> Graph:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the graph. Another process may open it then."""
        if "journal" in self.__dict__:  # made on first use
            self.journal.close()
        self.store.close()

    @property
    def address(self) -> str:
        """The folder or URI of the graph."""
        return self.store.address

    @cached_property
    def journal(self) -> Journal:
        from kgraph.store import open_journal

        return open_journal(
            self.settings.graph, folder=path_or_none(self.settings.journal), database=self.settings.database
        )

    @cached_property
    def catalogue(self) -> Catalogue:
        """The query templates: kgraph's own and those of ``queries``."""
        return catalogue(self.settings.queries)

    @cached_property
    def extractor(self) -> Extractor:
        return extractor(self.settings)

    # -- what goes in ----------------------------------------------------------------------------------------------

    def ingest(
        self, *sources: str | Path, on_progress: Progress | None = None, on_error: OnError | None = None, **reading: Any
    ) -> IngestReport:
        """Read articles from files, folders, globs or "-" and put their claims into the graph.

        Reading the same again changes nothing. Options are those of ``kgraph.read_articles``: ``published``,
        ``outlet``, ``input_format``, ``fields``, ``encoding``. Without ``on_error`` the first input that cannot be
        read raises InputError; with it, it is told of each and the others go on.
        """
        from kgraph.app import Inputs

        inputs = Inputs(how(reading))

        def tell(error: KgraphError) -> None:
            inputs.unread.append(error)
            if on_error is None:
                raise error
            on_error(error)

        def follow(source: str, ended: bool) -> None:
            (inputs.end if ended else inputs.begin)(source)

        articles = read_articles(*sources, on_error=tell, on_source=follow, **reading)
        return self.add(articles, inputs=inputs, on_progress=on_progress)

    def retry(
        self, *, on_progress: Progress | None = None, on_error: OnError | None = None, **reading: Any
    ) -> IngestReport:
        """Read again what could not be used in earlier runs, as it was read then; ``reading`` changes options."""
        from kgraph.app import IngestReport

        groups: dict[str, dict[str, None]] = {}  # each source once, in order
        for note in self.journal.run_notes():
            if note.source:
                groups.setdefault(note.how, {})[note.source] = None
        report = IngestReport()
        for then, sources in groups.items():
            options = {**json.loads(then or "{}"), **{name: value for name, value in reading.items() if value}}
            report += self.ingest(*sources, on_progress=on_progress, on_error=on_error, **options)
        return report

    def add(
        self, articles: Iterable[Article], *, inputs: Inputs | None = None, on_progress: Progress | None = None
    ) -> IngestReport:
        """Put articles that are already in memory into the graph (see ``kgraph.article``).

        ``inputs``: where they come from, for the notes on what could not be read.
        """
        from kgraph import app

        return app.ingest(
            articles,
            extractor=self.extractor,
            store=self.store,
            journal=self.journal,
            inputs=inputs,
            on_progress=on_progress,
        )

    def load(
        self, *files: str | Path, on_progress: Progress | None = None, on_error: OnError | None = None
    ) -> IngestReport:
        """Put extraction records (``kgraph extract``) into the graph. "-" is standard input."""
        from kgraph import app

        records = read_records(*files, on_error=on_error)
        return app.load(records, store=self.store, journal=self.journal, on_progress=on_progress)

    def forget(self, article: str, *, purge: bool = False) -> bool:
        """Take an article (its id or URL) out; ``purge`` takes its text out of the journal too. False: not there."""
        from kgraph import app

        return app.forget(article, store=self.store, journal=self.journal, purge=purge)

    def rebuild(self, *, on_progress: Progress | None = None) -> IngestReport:
        """Make the graph anew from its journal."""
        from kgraph import app

        return app.rebuild(store=self.store, journal=self.journal, on_progress=on_progress)

    def copy_from(self, journal: Journal, *, on_progress: Progress | None = None) -> IngestReport:
        """Put the articles of another graph into this one, from its journal: ``new.copy_from(old.journal)``."""
        from kgraph import app

        return app.copy(journal, store=self.store, journal=self.journal, on_progress=on_progress)

    def finish_import(self) -> None:
        """Make constraints, indexes and empty lists after ``neo4j-admin database import``."""
        self.store.finish_import()

    def wipe(self, *, purge: bool = False) -> None:
        """Take everything that kgraph made out of the graph; ``purge`` takes every text out of the journal too."""
        from kgraph import app

        app.wipe(store=self.store, journal=self.journal, purge=purge)

    # -- what comes out --------------------------------------------------------------------------------------------

    def query(self, template: str | Template, /, **parameters: object) -> Result:
        """Ask a template: ``graph.query("claims-by", actor="Ankara")``. An actor is any of its names.

        Raises: UsageError for a template, parameter or actor that is none, with the nearest that is.
        """
        chosen = self.catalogue.get(template) if isinstance(template, str) else template
        found = asking.answer(self.store, chosen, parameters)
        return Result(found.rows, searched=found.searched, messages=found.messages)

    def cypher(self, statement: str, parameters: Mapping[str, Any] | None = None, *, write: bool = False) -> Result:
        """Run one Cypher statement. Values go in as ``parameters``, never into the text.

        Raises: UsageError for a statement that is wrong, and for one that writes unless ``write``.
        """
        if write:
            return Result(self.store.write(statement, parameters))
        asking.check_read_only(statement)
        return Result(self.store.rows(statement, parameters))

    def claims(self, *, limit: int | None = None, **wanted: Any) -> Iterator[ClaimView]:
        """Claims with speakers, denials and exact words, by date and place in the article.

        ``actor``, ``by`` (on whose word), ``about``: any name; ``relation``, ``modality``, ``denied``, ``since``,
        ``until``, ``outlet``, ``article``, ``words``, ``ids``.

        Raises: UsageError when a name, relation, modality or date is none.
        """
        from kgraph.api.choices import checked
        from kgraph.output.views import ClaimFilter, claims_in

        wanted = checked(wanted)
        for role in ("actor", "by", "about"):
            if wanted.get(role) is not None:
                wanted[role] = self.actor_ids(wanted[role])
        return claims_in(self.store, ClaimFilter(**wanted), limit=limit)

    def articles(self, **parameters: object) -> Result:
        """The articles of the graph; parameters are those of the template ``articles``."""
        return self.query("articles", **parameters)

    def stories(self, **parameters: object) -> Result:
        """Which articles print the same report; parameters are those of the template ``stories``."""
        return self.query("stories", **parameters)

    def actors(self, *, kind: str | None = None, country: str | None = None, limit: int | None = None) -> Rows:
        """Actors with the number of claims they are in, the busiest first."""
        from kgraph.api.choices import checked
        from kgraph.output.actors import actors_in

        return actors_in(self.store, **checked({"kind": kind}), country=country, limit=limit)

    def actor_ids(self, name: str) -> list[str]:
        """The ids of everybody who is called so, the one with most claims first."""
        found = asking.find_actor(self.store, name)
        return [found.id, *(other.id for other in found.others)]

    def actor(self, id: str) -> dict[str, Any]:
        """Everything about one actor, by id."""
        from kgraph.output.actors import actor_in

        return actor_in(self.store, id)

    def stats(self) -> Result:
        """What the graph holds, in numbers."""
        return self.query("stats")

    def searched(self) -> str:
        """How many articles the graph has, and of which dates."""
        return asking.articles_in(self.store)

    # -- the network -----------------------------------------------------------------------------------------------

    def network(self, **choice: Any) -> nx.MultiDiGraph:
        """The derived edges as a networkx graph. ``relations``, ``asserted_only``, ``min_claims`` choose among them."""
        from kgraph.analysis.network import network
        from kgraph.api.choices import checked

        return network(self.store, **checked(choice))

    def analyze(self, **choice: Any) -> Rows:
        """Degree, PageRank and community of every actor, the highest PageRank first."""
        from kgraph.analysis.measures import measures

        return measures(self.network(**choice))

    def network_overview(self, **choice: Any) -> Rows:
        """The network in numbers."""
        from kgraph.analysis.measures import overview

        return overview(self.network(**choice))

    def path(self, start: str, end: str, *, count: int = 3, **choice: Any) -> Rows:
        """Up to ``count`` shortest ways between two actors, every hop with its standing."""
        from kgraph.analysis.paths import paths

        ends = [asking.find_actor(self.store, name).id for name in (start, end)]
        return paths(self.network(**choice), *ends, count=count)

    # -- care ------------------------------------------------------------------------------------------------------

    def verify(self, *, on_progress: Progress | None = None) -> VerifyReport:
        """Check every quote, offset, id and derived edge again."""
        from kgraph import app

        return app.verify(store=self.store, journal=self.journal, on_progress=on_progress)

    def status(self) -> Status:
        """Which graph this is, and whether graph and journal agree."""
        from kgraph import app

        return app.status(store=self.store, journal=self.journal)

    def notes(self, *, code: str | None = None, article: str | None = None, limit: int | None = None) -> Rows:
        """What was left out or not understood, and where."""
        from kgraph import app

        return app.notes(self.journal, code=code, article=article, limit=limit)

    def labels(self) -> list[str]:
        """The labels of nodes that a graph of ours can have."""
        from kgraph.graph.schema import KIND_LABELS, NODE_LABELS

        return [*NODE_LABELS, *KIND_LABELS.values()]

    def relationship_types(self) -> list[str]:
        """The types of relationships that a graph of ours can have."""
        from kgraph.graph.schema import EDGE_TYPES, relation_types

        return [*EDGE_TYPES, *sorted(relation_types())]

    def actor_names(self, *, most: int = 5000) -> list[str]:
        """Names of actors, for completion."""
        rows = self.store.rows(
            "MATCH (a:Actor) WHERE a.kind <> 'unnamed' RETURN a.name AS name ORDER BY name LIMIT toInteger($most)",
            {"most": most},
        )
        return [str(row[0]) for row in rows.rows]


def open_graph(
    graph: str | Path | None = None,
    *,
    journal: str | Path | None = None,
    queries: str | Path | None = None,
    actors: str | Path | None = None,
    read_only: bool = False,
    create: bool = True,
    **settings: Any,
) -> Graph:
    """Open a graph: a folder, or the ``bolt://`` or ``neo4j://`` URI of a server. ``kgraph.open`` is this function.

    What is not given comes from KGRAPH_* variables, ./kgraph.toml and the defaults (./kgraph.graph). Further settings:
    ``model``, ``attribution``, ``everything``, ``jobs``, ``user``, ``password``, ``database``.

    Raises: StoreError when the graph is locked, not there (with ``create=False``) or refuses the password.
    """
    named = {"graph": graph, "journal": journal, "queries": queries, "actors": actors}
    paths = {name: None if value is None else str(value) for name, value in named.items()}
    return Graph(load(None, **paths, **settings), read_only=read_only, create=create)


def catalogue(queries: str | Path | None = None) -> Catalogue:
    """The query templates: kgraph's own, and those of a folder of the user's own, which come first."""
    return asking.load_catalogue(path_or_none(queries or load().queries))
