"""Refuse Cypher that could write, before it reaches an engine. Strict rather than clever: what is not known to read
is refused. (The store runs what passes in a READ transaction and rolls it back; this is the first of the two locks,
and on an engine that does not enforce READ transactions the only one that says why.)

>>> check_read_only("MATCH (a:Actor) RETURN a.name")
>>> check_read_only("MATCH (a:Actor) /* tidy */ DETACH DELETE a")
Traceback (most recent call last):
kgraph.errors.UsageError: line 1: DETACH writes, and only reading is allowed here; kgraph cypher --write runs it
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kgraph.errors import UsageError
from kgraph.query.tokens import Kind, Token, tokens

# fmt: off
WRITES = frozenset(
    (
        "ALTER", "CREATE", "DEALLOCATE", "DELETE", "DENY", "DETACH", "DROP", "DRYRUN", "ENABLE", "FOREACH",
        "GRANT", "IMPORT", "INSERT", "LOAD", "MERGE", "REALLOCATE", "REMOVE", "RENAME", "REVOKE", "SET",
        "TERMINATE", "TRUNCATE", "UPDATE", "UPSERT",
    )
)
# fmt: on
OPENERS = frozenset(("CALL", "FILTER", "LET", "MATCH", "OPTIONAL", "RETURN", "SHOW", "UNWIND", "WITH"))
"""Every reading statement starts with one of these."""

PROCEDURES = frozenset(
    (
        "db.awaitindexes",
        "db.index.fulltext.querynodes",
        "db.index.fulltext.queryrelationships",
        "db.info",
        "db.labels",
        "db.ping",
        "db.propertykeys",
        "db.relationshiptypes",
        "db.schema.nodetypeproperties",
        "db.schema.reltypeproperties",
        "db.schema.visualization",
        "dbms.components",
    )
)
"""Procedures that only read, in lower case. A CALL of any other is refused."""


def check_read_only(cypher: str) -> None:
    """Raises: UsageError naming the line when the statement writes, changes the schema, calls an unknown procedure,
    is more than one statement, or cannot be read."""
    for reading in _readings(cypher):
        _check(_statement(list(tokens(reading))))


def _readings(cypher: str) -> Iterator[str]:
    r"""The text as it stands and as engines read it that resolve ``\u0027`` before they look for quotation marks."""
    escape = re.compile(r"\\u+([0-9a-fA-F]{4})")
    yield cypher
    if escape.search(cypher):
        yield escape.sub(lambda m: chr(int(m[1], 16)), cypher)
        paired = re.compile(r"(\\\\)|" + escape.pattern)  # "\\u0027" is a backslash and then u0027
        yield paired.sub(lambda m: m[1] or chr(int(m[2], 16)), cypher)


def _statement(found: list[Token]) -> list[Token]:
    """The one statement: without closing semicolons, without CYPHER options and EXPLAIN or PROFILE before it."""
    while found and found[-1].text == ";" and found[-1].kind is Kind.SIGN:
        found.pop()
    if not found:
        raise UsageError("there is no statement", hint="try: MATCH (a:Actor) RETURN a.name LIMIT 5")
    if extra := next((t for t in found if t.kind is Kind.SIGN and t.text == ";"), None):
        raise UsageError("more than one statement", place=f"line {extra.line}", hint="run them one at a time")
    start = 0
    if found[0].word == "CYPHER":
        start = next((i for i, t in enumerate(found) if t.word in OPENERS | WRITES | {"EXPLAIN", "PROFILE"}), 1)
    while start < len(found) and found[start].word in ("EXPLAIN", "PROFILE"):
        start += 1
    return found[start:]


def _check(statement: list[Token]) -> None:
    # writes first, so that the message names the word that matters
    for index, token in enumerate(statement):
        if token.word in WRITES and not _is_a_name(statement, index):
            raise UsageError(
                f"{token.word} writes, and only reading is allowed here",
                place=f"line {token.line}",
                hint="'kgraph cypher --write' runs it",
            )
        if token.word == "CALL" and not _is_a_name(statement, index):
            _check_call(statement, index)
    if not statement or statement[0].word not in OPENERS:
        word = statement[0].text if statement else "nothing"
        place = f"line {statement[0].line}" if statement else None
        raise UsageError(
            f"a reading statement cannot start with {word!r}", place=place, hint="start with MATCH or WITH"
        )


def _is_a_name(statement: list[Token], index: int) -> bool:
    """Whether the word is a property (``n.set``) or a label (``:Set``), where no clause can begin. After a number
    (``1.SET``) a full stop may end the number instead."""
    if index < 2:
        return False
    before, further = statement[index - 1], statement[index - 2]
    return before.kind is Kind.SIGN and before.text in (".", ":") and further.kind is not Kind.NUMBER


def _check_call(statement: list[Token], index: int) -> None:
    """A subquery, ``CALL { ... }`` or ``CALL (x) { ... }``, is read word by word; a procedure must be known."""
    following = statement[index + 1 :]
    if following and following[0].kind is Kind.SIGN and following[0].text in ("{", "("):
        return
    name = ""
    for token in following:
        if token.kind not in (Kind.WORD, Kind.NAME) and token.text != ".":
            break
        if name and not name.endswith(".") and token.text != ".":
            break  # CALL db.labels YIELD label
        name += token.text
    if name.lower() not in PROCEDURES:
        raise UsageError(
            f"the procedure {name or 'without a name'} is not known to read only",
            place=f"line {statement[index].line}",
            hint="'kgraph cypher --write' runs it",
        )
