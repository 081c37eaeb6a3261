"""The Cypher that writes the graph: one fixed statement for each label and each relationship type.

Names come from ``graph.schema``, values are parameters. Rows are flat lists, not maps: half the time on both stores.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from kgraph.graph.schema import (
    ARTICLE_OWNED,
    BANDS_INDEX,
    DERIVED_LISTS,
    DERIVED_PROPERTIES,
    EDGE_PROPERTIES,
    EDGE_TYPES,
    KIND_LABELS,
    MARK,
    NODE_PROPERTIES,
    relation_types,
)
from kgraph.stories import EXACT

LOCK = f"MATCH (k:{MARK}) SET k.writes = coalesce(k.writes, 0) + 1 RETURN k.schema AS schema"
"""First in every transaction that writes: two writers take turns, so that no count is lost between them."""

READ_MARK = f"MATCH (k:{MARK}) RETURN k.schema AS schema, k.version AS version"
MAKE_MARK = f"MERGE (k:{MARK} {{schema: $schema}}) SET k.version = $version"

CARRIED: dict[str, tuple[str, ...]] = {
    "Sentence": ("OF",),
    "Mention": ("IN", "REFERS_TO"),
    "Claim": ("SUBJECT", "EVIDENCE", "OBJECT"),
}
"""Relationships that are made in one go with the node they leave."""

FIND_ARTICLES = """\
UNWIND $rows AS r
MATCH (a:Article {id: r[0]})
RETURN a.id AS id, a.record AS record, a.url AS url"""

FIND_URLS = """\
UNWIND $rows AS r
MATCH (a:Article {url: r[0]})
RETURN a.id AS id, a.record AS record, a.url AS url"""

FIND_COPIES = f"""\
UNWIND $rows AS r
CALL db.index.fulltext.queryNodes('{BANDS_INDEX}', r[1]) YIELD node
RETURN r[0] AS article, node.id AS id, node.published AS published, left(node.sketch, {EXACT}) AS sketch"""
"""Articles that have a band in common with each row's article: it and perhaps copies of it."""

_PRINT = """\
  a.id AS id, a.published AS published, a.outlet AS outlet, a.author AS author, a.origin AS origin,
  a.story AS story, a.storyOrigin AS storyOrigin, a.chain AS chain"""

PRINTS = f"""\
UNWIND $rows AS r
MATCH (a:Article {{id: r[0]}})
RETURN a.bands AS bands, a.sketch AS sketch,
{_PRINT}"""

PRINTS_OF_CHAINS = f"""\
UNWIND $rows AS r
MATCH (a:Article {{chain: r[0]}})
RETURN a.bands AS bands, a.sketch AS sketch,
{_PRINT}"""

MEMBERS_OF_CHAINS = f"""\
UNWIND $rows AS r
MATCH (a:Article {{chain: r[0]}})
RETURN left(a.sketch, {EXACT}) AS sketch,
{_PRINT}"""
"""As much of the prints as it takes to place articles that are known to hang together."""

PLACE = """\
UNWIND $rows AS r
MATCH (a:Article {id: r[0]})
SET a.story = r[1], a.chain = r[2], a.storyOrigin = r[3]"""

CLAIM_SHAPE = """\
WITH c, c.article AS article
MATCH (a:Article {id: article})
OPTIONAL MATCH (c)-[r:SUBJECT|OBJECT|RECIPIENT]->(x:Actor)
RETURN c.id AS id, c.relation AS relation, c.polarity AS polarity, c.modality AS modality, c.attributed AS attributed,
  c.denied AS denied, c.superseded AS superseded, c.outlet AS outlet,
  a.storyOrigin AS origin, article, c.published AS published, type(r) AS role, x.id AS actor"""

SHAPES_OF_ARTICLES = f"""\
UNWIND $rows AS row
MATCH (c:Claim {{article: row[0]}})
WHERE c.relation IS NOT NULL
{CLAIM_SHAPE}"""

SHAPES_OF_CLAIMS = f"""\
UNWIND $rows AS row
MATCH (c:Claim {{id: row[0]}})
{CLAIM_SHAPE}"""

CLAIMS_OF_SUBJECTS = """\
UNWIND $rows AS row
MATCH (s:Actor {id: row[0]})<-[:SUBJECT]-(c:Claim)
WHERE c.relation = row[1]
RETURN DISTINCT c.id AS id"""

ACTORS_OF_ARTICLES = """\
UNWIND $rows AS r
MATCH (:Article {id: r[0]})-[:NAMES]->(a:Actor)
RETURN DISTINCT a.id AS id"""

ACTORS = """\
UNWIND $rows AS r
MATCH (a:Actor {id: r[0]})
RETURN a.id AS id, a.name AS name, a.country AS country, a.code AS code, a.roles AS roles, a.aliases AS aliases,
  a.wikidata AS wikidata"""

PROFILES = """\
UNWIND $rows AS r
MATCH (a:Actor {id: r[0]})<-[n:NAMES]-(:Article)
RETURN DISTINCT a.id AS id, n.profile AS profile"""

DELETE_ACTORS = "UNWIND $rows AS r MATCH (a:Actor {id: r[0]}) DETACH DELETE a"
DELETE_ARTICLES = "UNWIND $rows AS r MATCH (a:Article {id: r[0]}) DETACH DELETE a"
DELETE_OWNED = tuple(
    f"UNWIND $rows AS r MATCH (n:{label} {{article: r[0]}}) DETACH DELETE n" for label in ARTICLE_OWNED
)

# both ends first: from one end alone the embedded engine reads all edges of an actor that has thousands
DERIVED_OF_PAIRS = """\
UNWIND $rows AS row
MATCH (s:Actor {id: row[0]})
MATCH (t:Actor {id: row[1]})
MATCH (s)-[e]->(t)
RETURN s.id AS subject, type(e) AS relation, t.id AS target, properties(e) AS properties"""

DELETE_DERIVED = """\
UNWIND $rows AS row
MATCH (s:Actor {id: row[0]})
MATCH (t:Actor {id: row[2]})
MATCH (s)-[e]->(t)
WHERE type(e) = row[1]
DELETE e"""


def fill_derived(name: str) -> str:
    """Gives some derived edges the empty list that they lack; run it until it fills none."""
    assert name in DERIVED_LISTS
    return (
        f"MATCH (:Actor)-[r]->(:Actor) WHERE r.derived AND r.{name} IS NULL WITH r LIMIT 10000 "
        f"SET r.{name} = [] RETURN count(*) AS filled"
    )


def fill_list(label: str, name: str) -> str:
    """Gives some nodes the empty list that they lack; run it until it fills none."""
    assert name in NODE_PROPERTIES[label]
    return f"MATCH (n:{label}) WHERE n.{name} IS NULL WITH n LIMIT 10000 SET n.{name} = [] RETURN count(*) AS filled"


WIPED = (*ARTICLE_OWNED, "Article", "Actor")
"""Labels in the order in which they are wiped: those last that others have most relationships to. A state that is named
in every article has hundreds of thousands, more than a small server can take out in one transaction."""


def wipe(label: str) -> str:
    """Takes out some nodes of a label; run it until it takes none."""
    return f"MATCH (n:{label}) WITH n LIMIT 500 DETACH DELETE n RETURN count(*) AS gone"


@cache
def create_node(label: str, carried: Sequence[str] = ()) -> str:
    """Makes nodes from rows ``[properties..., then for each carried relationship: other id, its properties...]``."""
    assert label in NODE_PROPERTIES
    place = len(NODE_PROPERTIES[label])
    matches, ties = [], []
    for type_ in carried:
        other = EDGE_TYPES[type_][1]
        matches.append(f"MATCH (x{place}:{other} {{id: r[{place}]}})")
        ties.append(f"CREATE (n)-[:{type_}{_map(EDGE_PROPERTIES[type_], place + 1)}]->(x{place})")
        place += 1 + len(EDGE_PROPERTIES[type_])
    made = f"CREATE (n:{label}{_map(NODE_PROPERTIES[label], 0)})"
    return "\n".join(["UNWIND $rows AS r", *matches, made, *ties])


@cache
def create_edge(type_: str) -> str:
    """Makes relationships from rows ``[start id, end id, properties...]``."""
    start, end = EDGE_TYPES[type_]
    return _create_edge(start, type_, EDGE_PROPERTIES[type_], end)


@cache
def create_derived(relation: str) -> str:
    """Makes derived edges from rows ``[subject id, target id, properties...]``."""
    assert relation in relation_types()
    return _create_edge("Actor", relation, DERIVED_PROPERTIES, "Actor")


@cache
def create_actor(kind_label: str) -> str:
    """Makes actors of one kind. The second label is given at creation: it cannot be added later."""
    assert kind_label in KIND_LABELS.values()
    return f"UNWIND $rows AS r\nCREATE (a:Actor:{kind_label}{_map(NODE_PROPERTIES['Actor'], 0)})"


UPDATE_ACTORS = "UNWIND $rows AS r\nMATCH (a:Actor {id: r[0]})\nSET " + ", ".join(
    f"a.{name} = r[{place}]" for place, name in enumerate(NODE_PROPERTIES["Actor"][1:], start=1)
)


def _create_edge(start: str, type_: str, properties: Sequence[str], end: str) -> str:
    return (
        f"UNWIND $rows AS r\nMATCH (a:{start} {{id: r[0]}})\nMATCH (b:{end} {{id: r[1]}})\n"
        f"CREATE (a)-[:{type_}{_map(properties, 2)}]->(b)"
    )


def _map(properties: Sequence[str], first: int) -> str:
    if not properties:
        return ""
    return " {" + ", ".join(f"`{name}`: r[{place}]" for place, name in enumerate(properties, start=first)) + "}"
