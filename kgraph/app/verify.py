"""Check a graph against its journal: every quote, offset, id, actor and derived edge. Each fault is named."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import Any, TypeVar

from kgraph import record
from kgraph.app.report import VerifyReport
from kgraph.errors import DataError
from kgraph.graph import NO_DECISIONS, Decisions, Profile, Summary, actor_node, delta, derive, merge_all, shape_of
from kgraph.graph.schema import ARTICLE_OWNED, KIND_LABELS
from kgraph.model import Edge, Extraction, GraphDelta, Node
from kgraph.ports import GraphStore, Journal, Progress
from kgraph.stories import Corpus, print_in

T = TypeVar("T")
Finding = tuple[str, str, str]

CHECKED = (
    "records",
    "articles",
    "quotes and offsets",
    "properties",
    "relationships",
    "actors",
    "derived edges",
    "stories",
)
_PLACE = frozenset({"story", "storyOrigin", "chain"})
_QUOTED = frozenset({"text", "start", "end"})
_BATCH = 32  # articles
_PAGE = 200  # actors


def verify(
    *,
    store: GraphStore,
    journal: Journal,
    decisions: Decisions = NO_DECISIONS,
    on_progress: Progress | None = None,
) -> VerifyReport:
    """Compare what the graph has with what the journal says it should have. Changes nothing."""
    return VerifyReport(CHECKED, tuple(_findings(store, journal, decisions, on_progress)))


def _findings(
    store: GraphStore, journal: Journal, decisions: Decisions, on_progress: Progress | None
) -> Iterator[Finding]:
    waiting = {row[0] for row in store.rows("MATCH (a:Article) RETURN a.id AS id").rows}
    seen: Counter[str] = Counter()
    current = (entry.article for entry in journal.entries() if entry.current)
    for done, batch in enumerate(_batched(current, _BATCH)):
        if on_progress:
            on_progress(done * _BATCH, "articles")
        deltas: list[GraphDelta] = []
        for article in batch:
            yield from _read(article, article in waiting, journal, decisions, deltas)
        waiting.difference_update(batch)
        yield from _compare(store, deltas, seen)
    for article in sorted(waiting):
        yield ("articles", article, "in the graph, but not in the journal")
    if not waiting:
        yield from _strays(store, seen)
    if on_progress:
        on_progress(sum(seen.values()), "actors and derived edges")
    yield from _actor_findings(store)
    yield from _derived_findings(store)
    yield from _story_findings(store)


# Records and articles


def _read(
    article: str, in_graph: bool, journal: Journal, decisions: Decisions, deltas: list[GraphDelta]
) -> Iterator[Finding]:
    try:
        extraction = journal.get(article)
        if extraction is None:
            yield ("records", article, "listed in the journal, but its record is not there")
            return
        if extraction.article.id != article:
            yield ("records", article, f"in its place is the record of {extraction.article.id}")
            return
        yield from _record_findings(extraction)
        if in_graph:
            deltas.append(delta(extraction, decisions=decisions))
        else:
            yield ("articles", article, "in the journal, but not in the graph")
    except DataError as error:
        yield ("records", article, str(error))


def _record_findings(extraction: Extraction) -> Iterator[Finding]:
    article = extraction.article
    for fault in record.faults(extraction):
        yield ("records", f"{article.id} {fault.field}", fault.message)


# Nodes and relationships of articles

_NODES = {
    label: f"UNWIND $ids AS id MATCH (n:{label} {{article: id}}) RETURN n.id AS id, properties(n) AS properties"
    for label in ARTICLE_OWNED
} | {"Article": "UNWIND $ids AS id MATCH (n:Article {id: id}) RETURN n.id AS id, properties(n) AS properties"}

_EDGES = {
    label: (
        f"UNWIND $ids AS id MATCH (n:{label} {{{'id' if label == 'Article' else 'article'}: id}})-[r]->(m) "
        "RETURN type(r) AS tie, n.id AS one, m.id AS other, properties(r) AS properties"
    )
    for label in _NODES
}


def _compare(store: GraphStore, deltas: list[GraphDelta], seen: Counter[str]) -> Iterator[Finding]:
    articles = {"ids": [delta.article for delta in deltas]}
    if not deltas:
        return
    for label in _NODES:
        there: dict[str, Mapping[str, Any]] = dict(store.rows(_NODES[label], articles).rows)
        meant = {node.id: node for delta in deltas for node in delta.nodes if node.label == label}
        seen[label] += len(there)
        yield from _node_findings(label, there, meant)
        yield from _edge_findings(
            Counter(_written(*row) for row in store.rows(_EDGES[label], articles).rows),
            Counter(_wanted(edge) for delta in deltas for edge in delta.edges if edge.start[0] == label),
        )


def _node_findings(label: str, there: Mapping[str, Mapping[str, Any]], meant: Mapping[str, Node]) -> Iterator[Finding]:
    for id_ in sorted(there.keys() - meant.keys()):
        yield ("properties", f"{label} {id_}", "in the graph, but not in the record")
    for id_, node in meant.items():
        if id_ not in there:
            yield ("properties", f"{label} {id_}", "in the record, but not in the graph")
            continue
        for name, found in _differences(there[id_], node):
            if name in _PLACE and label == "Article":
                continue  # what other articles have a say in: see _story_findings
            yield ("quotes and offsets" if name in _QUOTED else "properties", f"{label} {id_}", found)


def _edge_findings(there: Counter[str], meant: Counter[str]) -> Iterator[Finding]:
    for edge in sorted(meant - there):
        yield ("relationships", edge, "in the record, but not in the graph")
    for edge in sorted(there - meant):
        yield ("relationships", edge, "in the graph, but not in the record")


def _wanted(edge: Edge) -> str:
    return _written(edge.type, edge.start[1], edge.end[1], edge.properties)


def _written(type_: str, start: str, end: str, properties: Mapping[str, Any]) -> str:
    values = ", ".join(f"{name}: {value!r}" for name, value in sorted(properties.items()) if value is not None)
    return f"({start})-[:{type_} {{{values}}}]->({end})" if values else f"({start})-[:{type_}]->({end})"


def _differences(there: Mapping[str, Any], meant: Node) -> Iterator[tuple[str, str]]:
    """Properties that are not what the record makes them, those it knows nothing of among them."""
    for name in dict.fromkeys([*meant.properties, *sorted(there)]):
        found, value = there.get(name), meant.properties.get(name)
        if found != value:
            yield name, f"{name} is {_short(found)} in the graph and {_short(value)} in the record"


def _short(value: object) -> str:
    text = repr(value)
    return text if len(text) <= 80 else text[:77] + "..."


# Every other relationship leaves a node of an article and is compared with its record.
_FROM_ACTORS = """\
MATCH (a:Actor)-[r]->(x)
WHERE NOT x:Actor
RETURN a.id AS one, type(r) AS tie, x.id AS other
ORDER BY one, tie, other"""


def _strays(store: GraphStore, seen: Counter[str]) -> Iterator[Finding]:
    for one, tie, other in store.rows(_FROM_ACTORS).rows:
        yield ("relationships", _written(tie, one, str(other), {}), "an actor has relationships to actors only")
    for label in ARTICLE_OWNED:
        ((there,),) = store.rows(f"MATCH (n:{label}) RETURN count(n) AS n").rows
        if there != seen[label]:
            yield ("articles", label, f"{there - seen[label]} nodes belong to no article of the journal")


# Actors

_ACTORS = """\
MATCH (a:Actor)
WHERE a.id > $last
RETURN a.id AS id, labels(a) AS labels, properties(a) AS properties
ORDER BY id
LIMIT 200"""

_PROFILES = """\
UNWIND $ids AS id
MATCH (a:Actor {id: id})<-[n:NAMES]-(:Article)
RETURN DISTINCT a.id AS id, n.profile AS profile"""


def _actor_findings(store: GraphStore) -> Iterator[Finding]:
    last = ""
    while rows := store.rows(_ACTORS, {"last": last}).rows:
        last = rows[-1][0]
        profiles: dict[str, list[str]] = defaultdict(list)
        for id_, profile in store.rows(_PROFILES, {"ids": [row[0] for row in rows]}).rows:
            profiles[id_].append(profile)
        for id_, labels, properties in rows:
            try:
                yield from _check_actor(id_, labels, properties, profiles[id_])
            except DataError as error:
                yield ("actors", id_, error.message)


def _check_actor(id_: str, labels: list[str], properties: Mapping[str, Any], profiles: list[str]) -> Iterator[Finding]:
    if not profiles:
        yield ("actors", id_, "no article names it")
        return
    node = actor_node(id_, merge_all(map(Profile.loads, profiles)))
    for _, found in _differences(properties, node):
        yield ("actors", id_, found)
    if set(labels) & set(KIND_LABELS.values()) != {node.kind_label}:
        yield ("actors", id_, f"has the labels {', '.join(sorted(labels))} and should be a {node.kind_label}")


# Derived edges

_SHAPES = """\
UNWIND $ids AS id
MATCH (a:Article {id: id})
MATCH (c:Claim {article: id})
WHERE c.relation IS NOT NULL
OPTIONAL MATCH (c)-[r:SUBJECT|OBJECT|RECIPIENT]->(x:Actor)
RETURN properties(c) AS properties, type(r) AS role, x.id AS actor, a.storyOrigin AS origin"""

_DERIVED = """\
MATCH (a:Actor)-[e]->(b:Actor)
RETURN a.id AS subject, type(e) AS relation, b.id AS target, properties(e) AS properties"""


def _derived_findings(store: GraphStore) -> Iterator[Finding]:
    meant: dict[tuple[str, str, str], Summary] = defaultdict(Summary)
    articles = (row[0] for row in store.rows("MATCH (a:Article) RETURN a.id AS id").rows)
    for batch in _batched(articles, _BATCH):
        for key, summary in _derive(store, batch).items():
            meant[key] += summary
    there: Counter[tuple[str, str, str]] = Counter()
    for subject, relation, target, properties in store.rows(_DERIVED).rows:
        key = (subject, relation, target)
        there[key] += 1
        if key not in meant:
            yield ("derived edges", " ".join(key), "in the graph, but no claim makes it")
            continue
        wanted = meant[key].properties()
        for name in dict.fromkeys([*wanted, *sorted(properties)]):
            if (value := properties.get(name)) != wanted.get(name):
                found = f"{name} is {_short(value)}, and its claims make it {_short(wanted.get(name))}"
                yield ("derived edges", " ".join(key), found)
    for key in sorted(meant):
        if there[key] != 1:
            yield ("derived edges", " ".join(key), f"there {there[key]} times and should be once")


def _derive(store: GraphStore, articles: list[str]) -> dict[tuple[str, str, str], Summary]:
    claims: dict[str, Mapping[str, Any]] = {}
    roles: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    origins: dict[str, str | None] = {}
    for properties, role, actor, origin in store.rows(_SHAPES, {"ids": articles}).rows:
        claims[properties["id"]], origins[properties["id"]] = properties, origin
        if role is not None:
            roles[properties["id"]][role].append(actor)
    return derive(shape_of(properties, roles[id_], origin=origins[id_]) for id_, properties in claims.items())


# Stories

_PRINTS = """\
MATCH (a:Article)
WHERE a.id > $last
RETURN a.id AS id, a.published AS published, a.outlet AS outlet, a.author AS author, a.origin AS origin,
  a.bands AS bands, a.sketch AS sketch, a.story AS story, a.storyOrigin AS storyOrigin, a.chain AS chain
ORDER BY id
LIMIT 200"""


def _story_findings(store: GraphStore) -> Iterator[Finding]:
    """Every article stands in the story that all of them together make. What each keeps for it is compared with its
    record like every other property."""
    there: dict[str, dict[str, object]] = {}
    last = ""
    with Corpus() as corpus:
        while rows := store.rows(_PRINTS, {"last": last}).dicts():
            last = rows[-1]["id"]
            for row in rows:
                try:
                    corpus.add(print_in(row))
                    there[row["id"]] = {name: row[name] for name in sorted(_PLACE)}
                except (DataError, ValueError) as error:
                    yield ("stories", row["id"], str(error))
        try:
            places = corpus.places()
        except DataError as error:
            yield ("stories", "sketch", str(error))
            return
    for article, found in there.items():
        for name, value in sorted(places[article].properties().items()):
            if found[name] != value:
                yield (
                    "stories", article, f"{name} is {_short(found[name])}, and the articles make it {_short(value)}"
                )  # fmt: skip


def _batched(things: Iterable[T], size: int) -> Iterator[list[T]]:
    things = iter(things)
    while batch := list(islice(things, size)):
        yield batch
