"""Every form that the two stores do not take alike: found in its line, and not where it only looks like it."""

from __future__ import annotations

import pytest

from kgraph.errors import UsageError
from kgraph.query.catalogue import load_catalogue
from kgraph.query.portable import findings

BAD = {
    "shortestPath": "MATCH p = shortestPath((a)-[:ACCUSES*..4]-(b)) RETURN length(p) AS n",
    "SHORTEST": "MATCH p = SHORTEST 1 (a)-[:ACCUSES*..4]-(b) RETURN length(p) AS n",
    "a path without a longest length": "MATCH (a)-[:ACCUSES*]->(b) RETURN a.id AS id",
    "the aggregate count in a comparison": "MATCH (a:Actor) WITH count(*) > 30 AND true AS many RETURN many",
    "the aggregate collect in a comparison": "MATCH (a) WITH a ORDER BY a.id RETURN collect(a.x)[0] IS NOT NULL AS t",
    "the aggregate max in a comparison": "MATCH (a) RETURN max(a.name) STARTS WITH 'c' AS t",
    "collect of rows in no order": "MATCH (a:Actor) RETURN collect(a.name) AS names",
    "labels() comes in no order": "MATCH (a:Actor) RETURN labels(a) AS labels",
    "keys() comes in no order": "MATCH (a:Actor) RETURN keys(a) AS names",
    "a pattern comprehension comes in no order": "MATCH (a) RETURN [(a)-[:ACCUSES]->(b) | b.name] AS names",
    "the last digits of avg": "MATCH (c:Claim) RETURN avg(c.confidence) AS mean",
    "the last digits of stDev": "MATCH (c:Claim) RETURN stDev(c.confidence) AS spread",
    "a moment as text": "RETURN toString(datetime($at)) AS at",
    "the name of a full-text index": "CALL db.index.fulltext.queryNodes('texts', $q) YIELD node RETURN node.id AS id",
    "a search word that begins with a wild card": (
        "CALL db.index.fulltext.queryNodes($name, '*gas') YIELD node RETURN node.id AS id"
    ),
    "the score of a search": (
        "CALL db.index.fulltext.queryNodes($name, $q) YIELD node, score RETURN node.id AS id, score ORDER BY score"
    ),
    "a label or type from a parameter": "MATCH (a:$label) RETURN a.id AS id",
    "a look-up by a property of something else": (
        "UNWIND $denials AS d MATCH (k:Claim {id: d.claim}) RETURN k.id AS id"
    ),
    "LIMIT of a text": "MATCH (a:Actor) RETURN a.id AS id LIMIT '2'",
    "exists(n.name)": "MATCH (a:Actor) WHERE exists(a.country) RETURN a.id AS id",
    "a text and a truth value added up": "RETURN 'is ' + true AS t",
    "a pattern that is not closed": "MATCH (a:Actor) WHERE a.name =~ 'Rus[' RETURN a.id AS id",
    "the prefix CYPHER": "CYPHER 5 MATCH (a:Actor) RETURN a.id AS id",
    "the clause LET": "MATCH (a:Actor) LET n = a.name RETURN n",
    "the clause FILTER": "MATCH (a:Actor) FILTER a.kind = 'person' RETURN a.id AS id",
    "NULLS FIRST and LAST": "MATCH (a:Actor) RETURN a.id AS id ORDER BY a.country NULLS LAST",
    "apoc.text.join": "MATCH (a:Actor) RETURN apoc.text.join(a.aliases, ', ') AS names",
    "elementId() differs between stores": "MATCH (a:Actor) RETURN elementId(a) AS id",
}
GOOD = [
    "MATCH p = (a:Actor)-[:ACCUSES*..6]-(b:Actor) WHERE a.id <> b.id RETURN length(p) AS n ORDER BY n LIMIT 1",
    "MATCH (a)-[:ACCUSES*2]->(b)<-[r:DENIES*1..3]-(c) RETURN a.id AS id",
    "MATCH p = (a)-[:ACCUSES]->{1,3}(b) RETURN a.id AS id",
    "MATCH (a:Actor) WITH count(*) AS n RETURN n > 30 AS many",
    "MATCH (a:Actor) RETURN count(CASE WHEN a.kind = 'person' THEN 1 END) AS persons, sum(a.n) + count(*) AS all",
    "MATCH (a:Actor) WHERE COUNT { (a)-[:ACCUSES]->() } > 3 RETURN a.id AS id",
    "MATCH (a:Actor) WITH a ORDER BY a.name, a.id RETURN collect(a.name) AS names",
    "MATCH (a:Actor) RETURN COLLECT { MATCH (a)-->(b) RETURN b.name ORDER BY b.name } AS names",
    "MATCH (a:Actor) WITH collect(a.id) AS ids MATCH (b:Actor) WHERE b.id IN ids RETURN b.id AS id",
    "MATCH (a:Actor) RETURN size(collect(DISTINCT a.kind)) AS kinds",
    "MATCH (a:Actor) WHERE 'Person' IN labels(a) RETURN [n IN a.aliases | toLower(n)] AS names",
    "MATCH (c:Claim) RETURN round(avg(c.confidence), 6) AS mean, toString(c.tellings) AS tellings",
    "CALL db.index.fulltext.queryNodes($index, $q) YIELD node, score RETURN node.id AS id ORDER BY score DESC, id",
    "UNWIND $denials AS d WITH d.claim AS id MATCH (k:Claim {id: id}) RETURN {claim: k.id, name: k.text} AS k",
    "MATCH (a:Actor {id: $id}) RETURN a {.name, kind: $kind} AS a",
    "MATCH (a:Actor) WHERE a.exists IS NULL AND a.name =~ 'R[ou].*' RETURN a.filter AS filter, a.let AS let LIMIT 2",
    "MATCH (a:Actor) RETURN 'is ' + toString(true) AS t, a.id AS id ORDER BY a.country IS NULL, a.country",
]


@pytest.mark.parametrize(("form", "cypher"), BAD.items(), ids=list(BAD))
def test_a_form_that_is_not_portable_is_named_in_its_line(form: str, cypher: str) -> None:
    found = findings(f"// A title\n\n{cypher}")
    assert [(f.line, f.form) for f in found] == [(3, form)]
    assert found[0].portable


@pytest.mark.parametrize("cypher", GOOD)
def test_the_portable_form_is_let_be(cypher: str) -> None:
    assert findings(cypher) == []


def test_a_label_computed_from_a_value_is_refused_with_its_line() -> None:
    with pytest.raises(UsageError, match="line 2: a label or type cannot come from a value"):
        findings("MATCH (a)\nMATCH (a)-[:$(type)]->(b) RETURN b.id AS id")


def test_every_template_of_kgraph_is_portable() -> None:
    assert {t.name: found for t in load_catalogue() if (found := findings(t.text))} == {}
