"""Write deltas and take articles out, inside one transaction. Afterwards actors and derived edges are what all the
articles together say, as if they had come in any other order.

Additions are added up; whatever loses an article is counted anew from what remains.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from neo4j import ManagedTransaction

from kgraph.errors import StoreError
from kgraph.graph.delta import at_its_place, is_article
from kgraph.graph.derived import ClaimShape, Key, Summary, add_to, derive, moved, shape_of, shapes_in
from kgraph.graph.profile import Profile, actor_node, merge, merge_all, profile_of_node
from kgraph.graph.schema import (
    DATE_PROPERTIES,
    DERIVED_DATES,
    DERIVED_PROPERTIES,
    EDGE_PROPERTIES,
    NODE_PROPERTIES,
    SCHEMA,
)
from kgraph.model import Edge, GraphDelta, Node
from kgraph.store import statements as cypher
from kgraph.store import stories
from kgraph.store.values import plain, stored
from kgraph.stories import Place, print_in

Row = list[Any]


def lock(tx: ManagedTransaction, place: str) -> None:
    """Take the writer's turn.

    Raises: StoreError when the database was never prepared.
    """
    found = [record["schema"] for record in tx.run(cypher.LOCK)]
    if found != [SCHEMA]:
        raise StoreError("this database is not a kgraph", place=place, hint="'kgraph ingest' makes one")


def write_deltas(tx: ManagedTransaction, deltas: Sequence[GraphDelta]) -> None:
    """Put the deltas in, each in the place of what its article, or an older text of its URL, had there."""
    fresh, gone = _changes(tx, deltas)
    told = stories.plan(tx, {delta.article: print_in(_article(delta)) for delta in fresh}, gone)
    over = _moved(tx, told)
    shrunk = _remove(tx, gone)
    stories.write(tx, told)
    _create_articles(tx, fresh, told.places)
    _grow_actors(tx, fresh)
    _create_owned(tx, fresh)
    _shrink_actors(tx, shrunk.actors)
    added = derive(shape for delta in fresh for shape in shapes_in(delta, origin=told.places[delta.article].origin))
    add_to(added, over)
    _update_derived(tx, added, anew=shrunk.keys)


def remove_article(tx: ManagedTransaction, article: str) -> bool:
    """Take an article out, with the actors and derived edges that only it had. False if it was not there."""
    if not _run(tx, cypher.FIND_ARTICLES, [[article]]):
        return False
    told = stories.plan(tx, {}, {article})
    over = _moved(tx, told)
    shrunk = _remove(tx, {article})
    stories.write(tx, told)
    _shrink_actors(tx, shrunk.actors)
    _update_derived(tx, over, anew=shrunk.keys)
    return True


def _moved(tx: ManagedTransaction, told: stories.Plan) -> dict[Key, Summary]:
    """What changes in derived edges because some articles that stay turn out to be copies of another origin's report,
    or no copies any more."""
    claims: dict[str, list[ClaimShape]] = defaultdict(list)
    rows = _run(tx, cypher.SHAPES_OF_ARTICLES, [[article] for article in told.moved()])
    article_of = {row["id"]: row["article"] for row in rows}
    for shape in _shapes(rows):
        claims[article_of[shape.id]].append(shape)
    changes: dict[Key, Summary] = {}
    for article, shapes in claims.items():
        add_to(changes, moved(shapes, told.places[article].origin))
    return changes


class _Shrunk:
    """What lost an article: derived edges and actors."""

    def __init__(self, keys: Iterable[Key] = (), actors: Iterable[str] = ()) -> None:
        self.keys, self.actors = frozenset(keys), frozenset(actors)


def _changes(tx: ManagedTransaction, deltas: Sequence[GraphDelta]) -> tuple[list[GraphDelta], set[str]]:
    """The deltas that are not in the graph as they are, and the articles they take the place of."""
    latest: dict[str, GraphDelta] = {}
    for delta in deltas:
        latest.pop(delta.article, None)  # an article that comes again comes last
        latest[delta.article] = delta
    articles = {id_: _article(delta) for id_, delta in latest.items()}
    by_url = {about.get("url"): id_ for id_, about in articles.items()}  # the last text of a URL is the current one
    latest = {id_: d for id_, d in latest.items() if (url := articles[id_].get("url")) is None or by_url[url] == id_}
    there = _run(tx, cypher.FIND_ARTICLES, [[id_] for id_ in latest])
    there += _run(tx, cypher.FIND_URLS, [[url] for url in by_url if url is not None])
    records = {row["id"]: row["record"] for row in there}
    fresh = [delta for id_, delta in latest.items() if records.get(id_) != articles[id_].get("record")]
    unchanged = latest.keys() - {delta.article for delta in fresh}
    return fresh, records.keys() - unchanged


def _article(delta: GraphDelta) -> Mapping[str, Any]:
    return next(node.properties for node in delta.nodes if node.label == "Article")


# Nodes and relationships


def _create_articles(tx: ManagedTransaction, deltas: Sequence[GraphDelta], places: Mapping[str, Place]) -> None:
    articles = (at_its_place(node, places[node.id]) for delta in deltas for node in delta.nodes if is_article(node))
    _run(tx, cypher.create_node("Article"), [_node_row(node) for node in articles])


def _create_owned(tx: ManagedTransaction, deltas: Sequence[GraphDelta]) -> None:
    """Sentences, mentions and claims with the relationships they carry, then all the other relationships."""
    rest: dict[str, list[Row]] = defaultdict(list)
    carried: dict[str, dict[str, Edge]] = defaultdict(dict)
    owners = {id_: label for label, id_ in _owned(deltas)}
    for edge in (edge for delta in deltas for edge in delta.edges):
        own = carried[edge.start[1]]
        if edge.type in cypher.CARRIED.get(owners.get(edge.start[1], ""), ()) and edge.type not in own:
            own[edge.type] = edge
        else:
            rest[edge.type].append([edge.start[1], *_edge_row(edge)])
    for label in cypher.CARRIED:
        nodes = (node for delta in deltas for node in delta.nodes if node.label == label)
        for types, rows in _together(nodes, cypher.CARRIED[label], carried).items():
            _run(tx, cypher.create_node(label, types), rows)
    for type_, rows in sorted(rest.items()):
        _run(tx, cypher.create_edge(type_), rows)


def _owned(deltas: Sequence[GraphDelta]) -> Iterator[tuple[str, str]]:
    return ((node.label, node.id) for delta in deltas for node in delta.nodes if node.label in cypher.CARRIED)


def _together(
    nodes: Iterable[Node], carry: Sequence[str], carried: Mapping[str, Mapping[str, Edge]]
) -> dict[tuple[str, ...], list[Row]]:
    """Rows of the nodes, each with its carried relationships, by the types of these."""
    groups: dict[tuple[str, ...], list[Row]] = defaultdict(list)
    for node in nodes:
        own = carried.get(node.id, {})
        types = tuple(type_ for type_ in carry if type_ in own)
        groups[types].append([*_node_row(node), *(value for type_ in types for value in _edge_row(own[type_]))])
    return groups


def _node_row(node: Node) -> Row:
    return stored(node.properties, NODE_PROPERTIES[node.label], DATE_PROPERTIES.get(node.label, frozenset()))


def _edge_row(edge: Edge) -> Row:
    return [edge.end[1], *(edge.properties.get(name) for name in EDGE_PROPERTIES[edge.type])]


# Actors


def _grow_actors(tx: ManagedTransaction, deltas: Sequence[GraphDelta]) -> None:
    """Make the actors of the deltas, or add to those that are there what the deltas know."""
    profiles: dict[str, Profile] = {}
    for delta in deltas:
        for edge in delta.edges:
            if edge.type == "NAMES":
                actor, profile = edge.end[1], Profile.loads(str(edge.properties["profile"]))
                profiles[actor] = merge(profiles[actor], profile) if actor in profiles else profile
    known = {row["id"]: profile_of_node(row) for row in _run(tx, cypher.ACTORS, [[actor] for actor in profiles])}
    by_kind: dict[str, list[Row]] = defaultdict(list)
    for actor in sorted(profiles.keys() - known.keys()):
        node = actor_node(actor, profiles[actor])
        by_kind[node.kind_label or ""].append(_node_row(node))
    for kind_label, rows in by_kind.items():
        _run(tx, cypher.create_actor(kind_label), rows)
    grown = {actor: merge(profile, profiles[actor]) for actor, profile in known.items()}
    _update_actors(tx, {actor: profile for actor, profile in grown.items() if profile != known[actor]})


def _update_actors(tx: ManagedTransaction, profiles: Mapping[str, Profile]) -> None:
    nodes = (actor_node(actor, profile) for actor, profile in sorted(profiles.items()))
    _run(tx, cypher.UPDATE_ACTORS, [_node_row(node) for node in nodes])


def _shrink_actors(tx: ManagedTransaction, actors: Iterable[str]) -> None:
    """Bring actors that lost an article to what the remaining ones know; take out those that nobody names any more."""
    left: dict[str, list[Profile]] = {actor: [] for actor in actors}
    for row in _run(tx, cypher.PROFILES, [[actor] for actor in left]):
        left[row["id"]].append(Profile.loads(row["profile"]))
    _run(tx, cypher.DELETE_ACTORS, [[actor] for actor, profiles in left.items() if not profiles])
    _update_actors(tx, {actor: merge_all(profiles) for actor, profiles in left.items() if profiles})


# Removal


def _remove(tx: ManagedTransaction, articles: Iterable[str]) -> _Shrunk:
    rows = [[article] for article in articles]
    if not rows:
        return _Shrunk()
    keys = derive(_shapes(_run(tx, cypher.SHAPES_OF_ARTICLES, rows)))
    actors = [row["id"] for row in _run(tx, cypher.ACTORS_OF_ARTICLES, rows)]
    for statement in (*cypher.DELETE_OWNED, cypher.DELETE_ARTICLES):
        _run(tx, statement, rows)
    return _Shrunk(keys, actors)


# Derived edges


def _update_derived(tx: ManagedTransaction, added: Mapping[Key, Summary], *, anew: frozenset[Key]) -> None:
    """Add the summaries to the stored ones; count those in ``anew`` from the claims that are there now."""
    grown = {key: summary for key, summary in added.items() if key not in anew}
    known = _stored_summaries(tx, grown)
    summaries = _counted(tx, anew) | {key: s + known[key] if key in known else s for key, s in grown.items()}
    _run(tx, cypher.DELETE_DERIVED, [list(key) for key in sorted(anew | known.keys())])
    by_relation: dict[str, list[Row]] = defaultdict(list)
    for key in sorted(summaries):
        by_relation[key[1]].append(_derived_row(key, summaries[key]))
    for relation, rows in by_relation.items():
        _run(tx, cypher.create_derived(relation), rows)


def _counted(tx: ManagedTransaction, keys: frozenset[Key]) -> dict[Key, Summary]:
    subjects = {(subject, relation) for subject, relation, _ in keys}
    claims = _run(tx, cypher.CLAIMS_OF_SUBJECTS, [list(pair) for pair in sorted(subjects)])
    shapes = _shapes(_run(tx, cypher.SHAPES_OF_CLAIMS, [[id_] for id_ in dict.fromkeys(row["id"] for row in claims)]))
    return {key: summary for key, summary in derive(shapes).items() if key in keys}


def _stored_summaries(tx: ManagedTransaction, keys: Iterable[Key]) -> dict[Key, Summary]:
    wanted = set(keys)
    pairs = sorted({(subject, target) for subject, _, target in wanted})
    found: dict[Key, Summary] = {}
    for row in _run(tx, cypher.DERIVED_OF_PAIRS, [list(pair) for pair in pairs]):
        if (key := (row["subject"], row["relation"], row["target"])) in wanted:
            found[key] = Summary.of(plain(row["properties"]))
    return found


def _shapes(rows: Iterable[Mapping[str, Any]]) -> Iterator[ClaimShape]:
    """Claims from rows of one claim and one of its actors each."""
    claims: dict[str, Mapping[str, Any]] = {}
    roles: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for row in rows:
        claims[row["id"]] = row
        if row["role"] is not None:
            roles[row["id"]][row["role"]].append(row["actor"])
    for id_, properties in claims.items():
        yield shape_of(properties, roles[id_], origin=properties["origin"])


def _derived_row(key: Key, summary: Summary) -> Row:
    return [key[0], key[2], *stored(summary.properties(), DERIVED_PROPERTIES, DERIVED_DATES)]


def _run(tx: ManagedTransaction, statement: str, rows: Sequence[Sequence[Any]]) -> list[dict[str, Any]]:
    return tx.run(statement, rows=rows).data() if rows else []
