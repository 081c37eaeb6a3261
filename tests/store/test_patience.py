"""A statement that takes too long is let go of, and the store goes on."""

from __future__ import annotations

import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from kgraph import ctrl_c
from kgraph.errors import StoreError, UsageError
from kgraph.settings import load
from kgraph.store import open_store
from kgraph.store.bolt import BoltStore
from kgraph.store.patience import Patience

# a product of two long lists, of which nothing comes out
ENDLESS = "UNWIND range(1, 30000) AS x UNWIND range(1, 30000) AS y WITH x, y WHERE x * y = -1 RETURN x"
COMMAND = [sys.executable, "-m", "kgraph", "cypher"]


def test_what_ends_in_time_gives_its_value_or_its_error() -> None:
    patience = Patience(5)
    assert patience.run(lambda: 3, place="here") == 3
    with pytest.raises(ZeroDivisionError):
        patience.run(lambda: 1 // 0, place="here")
    assert not patience.has_runaway


def test_what_takes_too_long_is_let_go_of(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kgraph.store.patience._GRACE", 0)
    patience = Patience(0.2)
    with pytest.raises(StoreError, match=r"here: the statement takes longer than 0\.2 seconds; .*--timeout SECONDS"):
        patience.run(lambda: time.sleep(3), place="here")
    assert patience.has_runaway


@pytest.fixture
def graph(tmp_path: Path) -> str:
    store = open_store(str(tmp_path / "news.graph"))
    store.prepare()
    store.close()
    return str(tmp_path / "news.graph")


@pytest.mark.end_to_end
def test_a_product_of_everything_ends_with_one_line_and_leaves_the_graph_whole(graph: str) -> None:
    asked = [*COMMAND, ENDLESS, "--graph", graph, "--timeout", "1"]
    done = subprocess.run(asked, capture_output=True, text=True, timeout=60)
    assert done.returncode == 4
    assert "the statement takes longer than 1 seconds; ask something narrower" in done.stderr
    store = open_store(graph, read_only=True)
    assert store.rows("MATCH (k:KGraph) RETURN count(k) AS n").rows == ((1,),)
    store.close()


@pytest.mark.end_to_end
@pytest.mark.skipif(sys.platform == "win32", reason="signals of another kind")
def test_ctrl_c_ends_a_long_statement_at_once(graph: str) -> None:
    with subprocess.Popen([*COMMAND, ENDLESS, "--graph", graph], stderr=subprocess.PIPE, text=True) as asked:
        while not (Path(graph) / "lock").stat().st_size:  # the engine is up
            time.sleep(0.1)
        time.sleep(4)
        asked.send_signal(signal.SIGINT)
        started = time.monotonic()
        _, errors = asked.communicate(timeout=60)
    assert asked.returncode == 130
    assert "interrupted" in errors
    assert time.monotonic() - started < 5


@pytest.mark.neo4j
def test_a_server_ends_the_statement_itself(neo4j_store: BoltStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(neo4j_store._patience, "seconds", 0.5)
    with pytest.raises(StoreError, match="the statement takes longer than"):
        neo4j_store.rows(ENDLESS.replace("30000", "60000"))
    monkeypatch.setattr(neo4j_store._patience, "seconds", None)
    assert neo4j_store.rows("RETURN 1 AS n").rows == ((1,),)


def test_a_time_limit_is_a_number(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KGRAPH_TIMEOUT", "soon")
    with pytest.raises(UsageError, match="timeout is a number of seconds, not 'soon'"):
        load()


def seven() -> int:
    time.sleep(0.5)
    return 7


@pytest.fixture
def kept() -> Iterator[None]:
    before = signal.getsignal(signal.SIGINT)
    ctrl_c.keep()
    yield
    signal.signal(signal.SIGINT, before)


def test_ctrl_c_that_a_library_swallowed_ends_the_next_statement(kept: None) -> None:
    with suppress(BaseException):  # as a bare "except" of somebody's does
        signal.raise_signal(signal.SIGINT)
    started = time.monotonic()
    with pytest.raises(KeyboardInterrupt):
        Patience().run(lambda: time.sleep(5), place="news.graph")
    assert time.monotonic() - started < 3
    assert Patience().run(seven, place="news.graph") == 7  # and only that one


def test_ctrl_c_that_ended_a_statement_does_not_end_the_next(kept: None) -> None:
    threading.Timer(0.4, signal.raise_signal, [signal.SIGINT]).start()
    with pytest.raises(KeyboardInterrupt):
        Patience().run(lambda: time.sleep(5), place="news.graph")
    assert Patience().run(seven, place="news.graph") == 7
