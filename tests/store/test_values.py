"""Values in and out, errors in one line, locks."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from threading import Timer

import pytest
from neo4j.exceptions import AuthError, ClientError, ConfigurationError, ServiceUnavailable, TransientError
from neo4j.spatial import CartesianPoint
from neo4j.time import Date, DateTime, Duration, Time

from kgraph.errors import KgraphError, StoreError, UsageError
from kgraph.store.failures import translated
from kgraph.store.locks import Lock
from kgraph.store.values import plain, stored


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (None, None),
        (True, True),
        ("x", "x"),
        (1.5, 1.5),
        (Date(2020, 10, 2), "2020-10-02"),
        (DateTime(2020, 10, 2, 8, 30, 0, tzinfo=UTC), "2020-10-02T08:30:00.000000000+00:00"),
        (Time(8, 30), "08:30:00.000000000"),
        (Duration(days=3), "P3D"),
        (date(2020, 10, 2), "2020-10-02"),
        (datetime(2020, 10, 2, tzinfo=UTC), "2020-10-02T00:00:00+00:00"),
        (CartesianPoint((1, 2)), [1.0, 2.0]),
        ([Date(2020, 1, 1), ["x", None]], ["2020-01-01", ["x", None]]),
        ({"day": Date(2020, 1, 1)}, {"day": "2020-01-01"}),
    ],
)
def test_values_come_out_as_json_has_them(value: object, expected: object) -> None:
    assert plain(value) == expected


def test_dates_go_in_as_dates_in_the_order_of_the_names() -> None:
    properties = {"id": "c", "published": "2020-10-02", "timeStart": None}
    row = stored(properties, ("published", "id", "timeStart", "theme"), frozenset({"published", "timeStart"}))
    assert row == [date(2020, 10, 2), "c", None, None]


def server_says(code: str, message: str) -> Exception:
    return ClientError._hydrate_neo4j(code=code, message=message)


@pytest.mark.parametrize(
    ("error", "kind", "words"),
    [
        (AuthError("no"), StoreError, "refuses this user or password"),
        (ServiceUnavailable("down"), StoreError, "no graph server answers there"),
        (server_says("Neo.ClientError.Database.DatabaseNotFound", "x"), StoreError, "no database named 'news'"),
        (ConfigurationError("bad scheme"), UsageError, "bad scheme"),
        (TransientError("deadlock"), StoreError, "busy"),
        (
            server_says("Neo.ClientError.Statement.SyntaxError", "Invalid input (line 3, column 1 (offset: 9))"),
            UsageError,
            "Cypher line 3: Invalid input; mend the statement",
        ),
        (
            server_says("Neo.ClientError.Statement.SyntaxError", "Unexpected input 'RETUR' at line 1, column 12"),
            UsageError,
            "Cypher line 1",
        ),
        (
            server_says("Neo.ClientError.Statement.ParameterMissing", "Expected parameter(s): x"),
            UsageError,
            "parameter",
        ),
        (server_says("Neo.DatabaseError.General.UnknownError", "boom\nstack"), StoreError, "the server failed: boom"),
    ],
)
def test_what_the_driver_says_becomes_one_line(error: Exception, kind: type[KgraphError], words: str) -> None:
    found = translated(error, "bolt://db.example", "news")
    assert type(found) is kind
    assert words in str(found)
    assert "\n" not in str(found)


def test_a_lock_is_held_by_one(tmp_path: Path) -> None:
    one, other = Lock(tmp_path / "lock"), Lock(tmp_path / "lock")
    assert one.try_acquire()
    assert not other.try_acquire()
    assert other.holder() == "this program itself"
    one.release()
    assert other.try_acquire()
    other.release()


def test_a_lock_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="cannot be written"):
        Lock(tmp_path / "missing" / "lock").try_acquire()


def test_a_lock_is_waited_for_while_another_program_is_just_ending(tmp_path: Path) -> None:
    one, other = Lock(tmp_path / "lock"), Lock(tmp_path / "lock")
    assert one.try_acquire()
    assert not other.acquire(patience=0.1)
    ending = Timer(0.2, one.release)
    ending.start()
    assert other.acquire(patience=10)
    ending.join()
    other.release()


def test_an_engine_of_a_folder_that_gives_up_may_lack_memory() -> None:
    error = translated(ServiceUnavailable("closed"), "news.graph")
    assert "news.graph: the graph's engine gave up; it may lack memory" in str(error)
    assert "-Xmx" in str(error)
