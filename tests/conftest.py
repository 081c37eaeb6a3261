"""Fixtures for everybody: an empty, prepared graph in the embedded engine, fast, and one in a Neo4j server.

Tests marked ``neo4j`` run where KGRAPH_TEST_NEO4J names a server (``make test`` starts one where it can), tests marked
``browser`` where KGRAPH_TEST_BROWSER names a page of Neo4j Browser (it does so too) and Chromium is on the PATH, tests
marked ``compose`` where docker-compose is, ``ray`` where Ray is, ``newer_neo4j`` where there is a JDK 21, which Debian
has not. Elsewhere they are left out, and one loud line at the end says so; with CI set that is an error.
"""

from __future__ import annotations

import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from kgraph.store import open_store
from kgraph.store.bolt import BoltStore
from kgraph.store.locks import Lock
from tools.neo4j_server import java_home

NEO4J, PAGE = "KGRAPH_TEST_NEO4J", "KGRAPH_TEST_BROWSER"
_CHROMIUMS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
CHROMIUM = os.environ.get("KGRAPH_TEST_CHROMIUM") or next(filter(None, map(shutil.which, _CHROMIUMS)), None)
_HINTS = {
    "neo4j": f"install Java 17 and Maven for `make test`, or set {NEO4J}=bolt://USER:PASSWORD@HOST:PORT, a server that "
    "may be emptied",
    "browser": "install Java 17, Maven and Chromium for `make test`, or name a Chromium with KGRAPH_TEST_CHROMIUM and "
    f"a page with {PAGE}=http://HOST:7474/browser/",
    "compose": "install docker-compose, which needs no container engine for this",
    "ray": "pip install 'kgraph[ray]'",
    "newer_neo4j": "install a JDK 21 or newer below /usr/lib/jvm; Neo4j 5.26 is tested without",
}
_WHERE = {
    "neo4j": "ON NEO4J",
    "browser": "ON NEO4J BROWSER",
    "compose": "WITH DOCKER-COMPOSE",
    "ray": "ON A RAY CLUSTER",
    "newer_neo4j": "ON NEO4J 2026",
}
_left_out = pytest.StashKey[dict[str, int]]()


def missing() -> list[str]:
    """Which of the parts that tests are marked with is not here."""
    there = {"neo4j": os.environ.get(NEO4J), "browser": os.environ.get(PAGE) and CHROMIUM}
    there["compose"] = shutil.which("docker-compose")
    there["ray"] = find_spec("ray")
    there["newer_neo4j"] = os.environ.get(NEO4J) and java_home(21)
    return [mark for mark, found in there.items() if not found]


def pytest_configure(config: pytest.Config) -> None:
    config.stash[_left_out] = {}
    if os.environ.get("CI") and (marks := [mark for mark in missing() if mark != "newer_neo4j"]):
        raise pytest.UsageError(f"CI is set and nothing may be left out here: {_HINTS[marks[0]]}")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    for mark in missing():
        wanting = [item for item in items if item.get_closest_marker(mark)]
        config.stash[_left_out][mark] = len(wanting)
        config.hook.pytest_deselected(items=wanting)
        items[:] = [item for item in items if item not in wanting]


def pytest_sessionfinish(session: pytest.Session) -> None:
    if (told := getattr(session.config, "workeroutput", None)) is not None:  # one of several processes
        told["left_out"] = session.config.stash[_left_out]


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any) -> None:
    node.config.stash[_left_out] |= getattr(node, "workeroutput", {}).get("left_out", {})  # each process has all tests


def pytest_terminal_summary(terminalreporter: Any, config: pytest.Config) -> None:
    for mark, count in config.stash[_left_out].items():
        if count:
            terminalreporter.write_sep("!", f"NOT TRIED {_WHERE[mark]}: {count} tests left out", red=True, bold=True)
            terminalreporter.write_line(_HINTS[mark], red=True)


@pytest.fixture(scope="module")
def neo4j_server() -> Iterator[BoltStore]:
    """A prepared store on the server, which is this module's alone: the tests' processes take turns."""
    port = urlsplit(os.environ[NEO4J]).port
    turn = Lock(Path(tempfile.gettempdir()) / f"kgraph-tests-neo4j-{port}.lock")
    while not turn.try_acquire():
        time.sleep(0.2)
    store = open_store(os.environ[NEO4J])
    store.prepare()
    store.wipe()
    yield store
    store.wipe()
    store.close()
    turn.release()


@pytest.fixture
def neo4j_store(neo4j_server: BoltStore) -> Iterator[BoltStore]:
    """As ``embedded_store``, on the server."""
    yield neo4j_server
    neo4j_server.wipe()


@pytest.fixture(scope="session")
def _session_store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[BoltStore]:
    store = open_store(str(tmp_path_factory.mktemp("embedded") / "test.graph"))
    store.prepare()
    yield store
    store.close()


@pytest.fixture
def embedded_store(_session_store: BoltStore) -> Iterator[BoltStore]:
    """An empty prepared store: one engine for the whole session, emptied after each test."""
    yield _session_store
    _session_store.wipe()


@pytest.fixture(params=["embedded", pytest.param("neo4j", marks=pytest.mark.neo4j)])
def each_store(request: pytest.FixtureRequest) -> BoltStore:
    """Every store that there is, one after the other, empty and prepared."""
    found: BoltStore = request.getfixturevalue(f"{request.param}_store")
    return found
