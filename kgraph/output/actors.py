"""The actors of a graph as rows: a list with what each is in, and everything about one."""

from __future__ import annotations

from typing import Any

from kgraph.ports import GraphStore, Rows

COLUMNS = ("name", "kind", "country", "code", "claims", "as_subject", "as_speaker", "denies", "id")

_WHERE = {"kind": "a.kind = $kind", "country": "a.country = $country"}
_COUNTS = """
WITH a,
     COUNT { (a)<-[:SUBJECT|OBJECT|RECIPIENT]-(:Claim) } AS claims,
     COUNT { (a)<-[:SUBJECT]-(:Claim) } AS as_subject,
     COUNT { (a)<-[:SAID_BY]-(:Claim) } AS as_speaker,
     COUNT { (a)<-[:DENIED_BY]-(:Claim) } AS denies
RETURN a.name AS name, a.kind AS kind, a.country AS country, a.code AS code, claims, as_subject, as_speaker, denies,
       a.id AS id
ORDER BY claims + as_speaker + denies DESC, name, id
"""


def actors_in(
    store: GraphStore, *, kind: str | None = None, country: str | None = None, limit: int | None = None
) -> Rows:
    """Actors with the number of claims they are in, the busiest first."""
    parameters: dict[str, Any] = {
        name: value for name, value in (("kind", kind), ("country", country)) if value is not None
    }
    lines = ["MATCH (a:Actor)"]
    if parameters:
        lines.append("WHERE " + " AND ".join(_WHERE[name] for name in parameters))
    lines.append(_COUNTS.strip())
    if limit is not None:
        lines.append("LIMIT toInteger($limit)")
        parameters["limit"] = limit
    return Rows(COLUMNS, store.rows("\n".join(lines), parameters).rows)


_ACTOR = """
MATCH (a:Actor {id: $id})
RETURN a.name AS name, a.kind AS kind, a.country AS country, a.code AS code, a.roles AS roles, a.aliases AS aliases,
       a.wikidata AS wikidata, a.id AS id
"""
_WORDS = """
MATCH (m:Mention)-[:REFERS_TO]->(a:Actor {id: $id})
WITH m.text AS words, count(m) AS mentions
RETURN words, mentions
ORDER BY mentions DESC, words
LIMIT 20
"""
_RELATIONS = """
MATCH (a:Actor {id: $id})-[r]->(b:Actor)
WHERE r.derived = true
RETURN type(r) AS relation, b.name AS name, r.claims AS claims, r.asserted AS asserted, r.denied AS denied
ORDER BY claims DESC, relation, name
LIMIT 20
"""


def actor_in(store: GraphStore, id: str) -> dict[str, Any]:
    """Everything about one actor; ``called`` is what the articles call it, ``acts_on`` its strongest edges."""
    found = store.rows(_ACTOR, {"id": id}).dicts()
    if not found:
        return {}
    words = store.rows(_WORDS, {"id": id}).dicts()
    relations = store.rows(_RELATIONS, {"id": id}).dicts()
    called = [f"{row['words']} ({row['mentions']})" for row in words]
    return {**found[0], "called": called, "acts_on": [_edge_in_words(row) for row in relations]}


def _edge_in_words(row: dict[str, Any]) -> str:
    """An edge with its standing: "ACCUSES Turkey (2 claims, alleged, 1 denied)"."""
    claims = f"{row['claims']} claim{'' if row['claims'] == 1 else 's'}"
    standing = "asserted" if row["asserted"] else "alleged"
    denied = f", {row['denied']} denied" if row["denied"] else ""
    return f"{row['relation']} {row['name']} ({claims}, {standing}{denied})"
