"""The first lock: nothing that could write passes, and reading is not got in the way of."""

from __future__ import annotations

import pytest

from kgraph.errors import UsageError
from kgraph.query import check_read_only

READS = [
    "MATCH (a:Actor) RETURN a.name",
    "match (a) return a limit 3;",
    "MATCH (a) RETURN a ; ; // done",
    "OPTIONAL MATCH (a) WHERE a.name = 'DELETE me' RETURN a",
    'MATCH (a {name: "CREATE; DROP"}) RETURN a',
    "MATCH (a) // then SET nothing\nRETURN a",
    "MATCH (a) /* MERGE\n DELETE */ RETURN a",
    "MATCH (a:Set) WHERE a.delete = 1 RETURN a.set AS `create`",
    "MATCH ()-[r:CREATE]->() RETURN r",
    "MATCH (a) RETURN a.name AS n UNION MATCH (b) RETURN b.id AS n",
    "CALL { MATCH (a) RETURN a UNION MATCH (b) RETURN b AS a } RETURN a",
    "MATCH (c) CALL (c) { MATCH (c)--(d) RETURN count(d) AS n } RETURN n",
    "CALL db.labels() YIELD label RETURN label",
    "CALL db.labels",
    "CALL `db`.`labels`()",
    "CALL DB.Labels() YIELD label",
    "CYPHER 5 MATCH (a) RETURN a",
    "CYPHER runtime = slotted MATCH (a) RETURN a",
    "EXPLAIN MATCH (a) RETURN a",
    "PROFILE MATCH (a) RETURN a",
    "SHOW INDEXES",
    "UNWIND [1, 2.5, 1e3, 0xff] AS x RETURN x",
    "MATCH (a) WHERE a.name STARTS WITH $set RETURN a.x[1..3]",
    "RETURN 'it\\'s' AS t, \"a \\\" b\" AS u",
    "RETURN 'caf\\u00e9' AS t",
    "MATCH (a) WHERE a.`odd``name` = 1 RETURN a",
    "RETURN COUNT { (a:Actor) } AS n, date('2020-10-02') AS d",
    "MATCH (a)\r\nRETURN a",
]


@pytest.mark.parametrize("cypher", READS)
def test_reading_passes(cypher: str) -> None:
    check_read_only(cypher)


WRITES = [
    "CREATE (a:Actor)",
    "create (a)",
    "CrEaTe(a)",
    "MERGE (a:Actor {id: 1})",
    "MATCH (a) SET a.x = 1",
    "MATCH (a)SET a.x=1",
    "MATCH (a)\n\tSET\n a:Label",
    "MATCH (a) REMOVE a.x",
    "MATCH (a) DELETE a",
    "MATCH (a) DETACH DELETE a",
    "MATCH (a)/**/DETACH/**/DELETE/**/a",
    "MATCH (a) // harmless\nDELETE a",
    "MATCH (a) WHERE a.x = '//' DELETE a",
    "MATCH (a) WHERE a.x = '/*' DELETE a //*/",
    "MATCH (a) WHERE a.x = 'it\\'s' DELETE a // '",
    'MATCH (a) WHERE a.x = "\\\\" DELETE a // "',
    "MATCH (`a``) RETURN 1 //`) DELETE `a``) RETURN 1 //`",
    "FOREACH (x IN [1] | CREATE (:A))",
    "MATCH (a) FOREACH (x IN [1] | SET a.x = x)",
    "CALL { CREATE (a) RETURN a } RETURN a",
    "MATCH (c) CALL (c) { SET c.x = 1 } RETURN c",
    "MATCH (c) CALL (c) { WITH c DELETE c } IN TRANSACTIONS RETURN 1",
    "LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line",
    "CREATE INDEX FOR (a:Actor) ON (a.name)",
    "CREATE CONSTRAINT x IF NOT EXISTS FOR (a:A) REQUIRE a.id IS UNIQUE",
    "DROP INDEX x",
    "ALTER USER neo4j SET PASSWORD 'x'",
    "GRANT ROLE reader TO a",
    "EXPLAIN CREATE INDEX FOR (a:Actor) ON (a.name)",
    "EXPLAIN DROP CONSTRAINT x",
    "PROFILE MATCH (a) DELETE a",
    "CYPHER 5 CREATE (a)",
    "CYPHER 25 INSERT (a:Actor)",
    "CYPHER planner=cost EXPLAIN CREATE (a)",
    "MATCH (a) RETURN a; CREATE (b)",
    "MATCH (a) RETURN a;MATCH (b) RETURN b",
    "CALL db.createLabel('x')",
    "CALL apoc.cypher.runWrite('CREATE (a)', {})",
    "CALL `apoc`.`periodic`.`commit`('x')",
    "CALL dbms.killQuery('1')",
    "MATCH (a) CALL db.index.fulltext.createNodeIndex('a', ['b'], ['c']) RETURN 1",
    "CALL",
    "WITH 1.SET a.x = 1 RETURN a",
    "MATCH (a) WHERE a.x = 1SET a.x = 2",
    "MATCH (a) WHERE a.x = 0o1SET a.x = 2",
    # unicode escapes: as a keyword, and as a quotation mark that closes the string in engines that resolve them first
    "\\u0043REATE (a)",
    "MATCH (a) \\u0053ET a.x = 1",
    "MATCH (a) WHERE a.x = '\\u0027 DELETE a // '",
    "MATCH (a) WHERE a.x = '\\uu0027 DELETE a // '",
    'MATCH (a) WHERE a.x = "\\u0022 SET a.x = 1 // " RETURN a',
    "MATCH (`a\\u0060) DELETE a //`) RETURN 1",
    "RETURN 1 // \\u000a CREATE (a)",
    # line ends on which engines differ: a comment for one is a clause for another
    "RETURN 1 // \r CREATE (a)",
    "RETURN 1 // \u2028 CREATE (a)",
    "MATCH (a) // \x85 ' \n DELETE a // '",
    "MATCH (a) S\u200bET a.x = 1",
    "BEGIN",
    "TRUNCATE TYPE Actor",
    "DEFINE FUNCTION x",
    "",
    "   // nothing\n",
    ";",
    "MATCH (a) RETURN 'open",
    "MATCH (a) RETURN a /* open",
    "MATCH (`a) RETURN a",
    "EXPLAIN",
    "CYPHER 5",
]


@pytest.mark.parametrize("cypher", WRITES)
def test_what_could_write_is_refused(cypher: str) -> None:
    with pytest.raises(UsageError):
        check_read_only(cypher)


def test_the_message_names_the_word_the_line_and_the_way_out() -> None:
    with pytest.raises(UsageError) as caught:
        check_read_only("MATCH (a)\n// tidy up\nDETACH DELETE a")
    assert str(caught.value) == (
        "line 3: DETACH writes, and only reading is allowed here; 'kgraph cypher --write' runs it"
    )


def test_a_variable_named_like_a_clause_needs_backticks() -> None:
    with pytest.raises(UsageError):
        check_read_only("MATCH (set) RETURN set")
    check_read_only("MATCH (`set`) RETURN `set`")
