"""A real server with every setting of docker-compose.yml, and what Browser does when somebody logs in to it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from kgraph.store import open_store
from tests.browser.test_in_browser import log_in
from tests.deployment.test_compose import SERVICES
from tests.own_server import OwnServer, own_server

pytestmark = [pytest.mark.neo4j, pytest.mark.slow]


def settings() -> dict[str, str]:
    """As the image translates its variables: NEO4J_server_memory_heap_max__size is server.memory.heap.max_size."""
    found = {}
    for name, value in SERVICES["neo4j"]["environment"].items():
        if not name.startswith("NEO4J_AUTH"):
            words = name.removeprefix("NEO4J_").split("__")
            found["_".join(word.replace("_", ".") for word in words)] = str(value)
    return found


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OwnServer]:
    with own_server(tmp_path_factory.mktemp("compose") / "neo4j", settings=settings()) as server:
        yield server


def test_neo4j_knows_every_setting_and_has_its_value(server: OwnServer) -> None:
    """It validates strictly: with an unknown name, or a value of another kind, it would not have come up."""
    store = open_store(server.uri)
    try:
        names = list(settings())
        rows = store.rows(
            "SHOW SETTINGS YIELD name, value WHERE name IN $names RETURN name, value", {"names": names}
        ).rows
    finally:
        store.close()
    plain = {str(name): _plain(str(value)) for name, value in rows}
    assert plain == {name: _plain(value) for name, value in settings().items()}


def _plain(value: str) -> str:
    """Neo4j writes 1G as 1.00GiB."""
    return value.replace(".00", "").replace("iB", "").upper()


@pytest.mark.parametrize("wrong", ["server.memory.heap.max_sise=1G", "server.memory.pagecache.size=much"])
def test_a_wrong_setting_would_be_found(wrong: str, tmp_path: Path) -> None:
    with (
        pytest.raises(AssertionError, match="no Neo4j: "),
        own_server(tmp_path / "neo4j", settings=dict([wrong.split("=")])),
    ):
        pass


@pytest.mark.browser
def test_who_logs_in_is_greeted_with_colours_and_the_guide(server: OwnServer, page) -> None:
    """The kit's own command, as it stands in the file, serves both on the port that the greeting names."""
    command = [sys.executable, "-m", "kgraph", *SERVICES["kit"]["command"]]
    command[command.index("0.0.0.0")] = "127.0.0.1"  # nobody else's business while tests run
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as kit:
        try:
            assert kit.stdout
            assert "localhost%3A7475" in kit.stdout.readline()
            page.goto(f"http://127.0.0.1:{server.http}/browser/?dbms=bolt://neo4j@127.0.0.1:{server.bolt}")
            log_in(page, server.password)
            page.wait_for_selector("text=This is a graph of who says what about whom")
            page.wait_for_selector("text=node.Country")
        finally:
            kit.terminate()
