"""What the driver says when something goes wrong, in one line with the next step."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

from neo4j import exceptions as driver

from kgraph.errors import KgraphError, StoreError, UsageError

_LINE = re.compile(r"\(?,?\s*\bline (\d+), column \d+(?: \(offset: \d+\))?\)?")


@contextmanager
def told(address: str, *, database: str | None = None, seconds: float | None = None) -> Iterator[None]:
    """Raises StoreError for what the server does not do, UsageError for Cypher that it does not understand.
    ``seconds``: the limit that a statement was given."""
    try:
        yield
    except (driver.Neo4jError, driver.DriverError) as error:
        raise translated(error, address, database, seconds) from error


def translated(
    error: Exception, address: str, database: str | None = None, seconds: float | None = None
) -> KgraphError:
    code = getattr(error, "code", None) or ""
    if "WriteOnReadOnly" in code or code.endswith("Security.Forbidden"):
        hint = "nothing was changed; ask whoever keeps it up, or name another graph with --graph"
        return StoreError("only reading is allowed there", place=address, hint=hint)
    if isinstance(error, driver.AuthError) or ".Security." in code:
        return StoreError(
            "the server refuses this user or password", place=address, hint="set KGRAPH_USER and KGRAPH_PASSWORD"
        )
    if isinstance(error, driver.ServiceUnavailable | driver.SessionExpired):
        if "://" not in address:
            hint = "it may lack memory: ask something narrower, or give it more: ARCADEDB_NATIVE_ISOLATE_ARGS=-Xmx2g"
            return StoreError("the graph's engine gave up", place=address, hint=hint)
        return StoreError("no graph server answers there", place=address, hint="start it, or check the address")
    if "TransactionTimedOut" in code:
        hint = "ask something narrower, or allow more with --timeout SECONDS"
        limit = f"{seconds:g} seconds" if seconds else "it may"
        return StoreError(f"the statement takes longer than {limit}", place=address, hint=hint)
    if "DatabaseNotFound" in code:
        return StoreError(f"no database named {database!r}", place=address, hint="leave --database out for the default")
    if isinstance(error, driver.ConfigurationError):
        hint = "write bolt://HOST:PORT or neo4j://HOST:PORT"
        return UsageError(_first_line(error), place=address, hint=hint)
    if "ConstraintValidation" in code:
        return UsageError(_first_line(error), place=address, hint="an id stands once; change the statement")
    if code.startswith("Neo.ClientError.Statement") or isinstance(error, driver.ResultError):
        return _bad_cypher(error)
    if isinstance(error, driver.TransientError):
        return StoreError(f"the server is busy: {_first_line(error)}", place=address, hint="try again")
    if code.startswith("Neo.ClientError"):
        return StoreError(_first_line(error), place=address, hint="see the server's log")
    if "://" not in address:
        from kgraph.store.embedded import refused

        return refused(address, _first_line(error))
    return StoreError(f"the server failed: {_first_line(error)}", place=address, hint="see the server's log")


def _bad_cypher(error: Exception) -> UsageError:
    message = _first_line(error)
    line = _LINE.search(message)
    place = f"Cypher line {line[1]}" if line else "Cypher"
    hint = "give the parameter a value" if "parameter" in message.casefold() else "mend the statement"
    return UsageError(_LINE.sub("", message).rstrip(" ,"), place=place, hint=hint)


def _first_line(error: Exception) -> str:
    said = error.message if isinstance(error, driver.Neo4jError) else next(iter(error.args), None)
    message = said or str(error) or type(error).__name__
    # Neo4j lists every keyword that it would have taken: "expected a graph pattern, 'FOREACH', ..."
    first = re.sub(r": expected .*?(?= \(line|$)", "", str(message).strip().splitlines()[0])
    return first if len(first) <= 240 else first[:237] + "..."
