"""serve: up until it is told to stop, found by other commands, and gone without a trace."""

import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest
from neo4j import GraphDatabase
from neo4j.exceptions import Neo4jError

from kgraph.cli.serve import greeting, is_loopback
from kgraph.errors import StoreError, UsageError
from kgraph.graph import delta
from kgraph.store import Served, open_store, serve
from tests.store.dump import dump
from tests.store.test_contract import accusation

ROOT = Path(__file__).parents[2]
URI = "bolt://localhost:7687"
ENDLESS = "UNWIND range(1, 30000) AS x UNWIND range(1, 30000) AS y WITH x, y WHERE x * y = -1 RETURN x"
COMMAND = [sys.executable, "-m", "kgraph"]
WRITES = (
    "CREATE (:Mention {id: 'new'})",
    "MATCH (c:Claim) SET c.denied = true",
    "MATCH (c:Claim) DETACH DELETE c",
    "CREATE INDEX FOR (c:Claim) ON (c.theme)",
    "EXPLAIN CREATE INDEX FOR (c:Claim) ON (c.theme)",
    "CREATE (:Brandnew)",
    "MATCH (c:Claim), (a:Actor) CREATE (c)-[:BRANDNEW]->(a)",
)


def test_the_greeting_has_what_a_client_needs():
    folder = Path("news.graph")
    served = Served(folder, "bolt://127.0.0.1:7687", "root", folder / "password", "kgraph", folder / "serve.log")
    kit = ("http://localhost:5000", "http://localhost:7474/browser/?cmd=edit")
    said = "\n".join(greeting(served, *kit))
    assert "read-only" not in said
    assert "sesame   (shown this once)" in "\n".join(greeting(served, *kit, password="sesame"))
    for words in (
        "http://localhost:5000",
        "?cmd=edit",
        "bolt://127.0.0.1:7687",
        "root",
        "news.graph/password",
        "Neo4j Browser",
        "Ctrl-C",
    ):
        assert words in said


@pytest.mark.skipif(sys.platform == "win32", reason="signals of another kind")
@pytest.mark.parametrize("stop", [signal.SIGINT, signal.SIGTERM])
def test_it_serves_others_until_it_is_stopped(world, stop):
    args = [*COMMAND, "serve", "--graph", str(world), "--port", "0"]
    with subprocess.Popen(args, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as served:
        try:
            said = [served.stdout.readline() for _ in range(5)]
            assert "bolt://127.0.0.1:" in said[1]
            asked = subprocess.run(
                [*COMMAND, "stats", "--graph", str(world)], cwd=ROOT, capture_output=True, text=True, timeout=60
            )
            assert asked.returncode == 0, asked.stderr
            served.send_signal(stop)
            _, errors = served.communicate(timeout=30)
        finally:
            served.kill()
    assert served.returncode == 0
    assert "stopped" in errors
    assert not (world / "served.json").exists()


def test_a_server_cannot_be_served(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UsageError, match=r"bolt://localhost:7687 is a server already; .*--graph DIR"), serve(URI):
        pass
    assert not list(tmp_path.iterdir())


@pytest.mark.skipif(sys.platform == "win32", reason="signals of another kind")
def test_it_stops_and_loses_nothing_while_a_statement_runs_away(world):
    args = [*COMMAND, "serve", "--graph", str(world), "--port", "0"]
    with subprocess.Popen(args, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as served:
        try:
            for _ in range(5):
                served.stdout.readline()
            asked = [*COMMAND, "cypher", ENDLESS, "--graph", str(world), "--timeout", "0.5"]
            done = subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, timeout=60)
            assert (done.returncode, "takes longer than 0.5 seconds" in done.stderr) == (4, True), done.stderr
            asked = [*COMMAND, "stats", "--graph", str(world)]
            assert subprocess.run(asked, cwd=ROOT, capture_output=True, timeout=60).returncode == 0
            served.send_signal(signal.SIGINT)
            served.communicate(timeout=60)
        finally:
            served.kill()
    assert served.returncode == 0
    again = subprocess.run([*COMMAND, "stats", "--graph", str(world)], cwd=ROOT, capture_output=True, timeout=60)
    assert again.returncode == 0, again.stderr


PRODUCTS = [
    ENDLESS,
    "UNWIND range(1, 30000) AS x UNWIND range(1, 30000) AS y RETURN sum(x * y)",
    "MATCH (a), (b), (c), (d) WHERE a.id + b.id + c.id = d.id RETURN count(*)",
    "MATCH path = (:Actor)-[*1..40]-(x) WHERE x.id = '' RETURN count(path)",
    "MATCH (a) CALL { WITH a MATCH (b), (c) WHERE a.id + b.id = c.id RETURN count(*) AS n } RETURN sum(n)",
    "UNWIND range(1, 30000) AS x UNWIND range(1, 30000) AS y CREATE (:Foreign {x: x, y: y})",
]


@pytest.fixture(scope="module")
def one_second(tmp_path_factory):
    """A graph with something in it, served with a limit of a second, and a client like Browser, without one."""
    graph = str(tmp_path_factory.mktemp("served") / "news.graph")
    store = open_store(graph)
    store.prepare()
    store.apply([delta(accusation(f"Outlet {number}")) for number in range(40)])
    store.close()
    with serve(graph, port=0, timeout=1) as served:
        auth = (served.user, served.password_file.read_text().strip())
        with GraphDatabase.driver(served.uri, auth=auth) as driver:
            yield graph, driver


@pytest.mark.parametrize("statement", PRODUCTS)
def test_a_statement_without_an_end_is_ended_whoever_asked(one_second, statement):
    graph, driver = one_second
    before = driver.execute_query("MATCH (n) RETURN count(n) AS n").records
    begun = time.monotonic()
    with pytest.raises(Neo4jError) as ended, driver.session() as session, session.begin_transaction() as tx:
        tx.run(statement).consume()
    assert ended.value.code == "Neo.ClientError.Transaction.TransactionTimedOut"
    assert time.monotonic() - begun < 20
    assert driver.execute_query("MATCH (n) RETURN count(n) AS n").records == before
    store = open_store(graph)
    with pytest.raises(StoreError, match="takes longer than it may; ask something narrower"):
        store.rows(ENDLESS)
    store.close()


def test_the_limit_is_that_of_the_one_who_opens_the_folder(tmp_path):
    graph = str(tmp_path / "news.graph")
    with serve(graph, port=0, timeout=0.5):
        pass
    store = open_store(graph)
    assert store.rows("UNWIND range(1, 3000000) AS x WITH x WHERE x = -1 RETURN x").rows == ()
    store.close()


@pytest.mark.parametrize(
    ("host", "loopback"), [("127.0.0.1", True), ("::1", True), ("localhost", True), ("0.0.0.0", False), ("db", False)]
)
def test_only_loopback_needs_no_warning(host, loopback):
    assert is_loopback(host) is loopback


def test_read_only_lets_nobody_write(tmp_path):
    graph = str(tmp_path / "news.graph")
    with pytest.raises(StoreError, match="there is no graph"), serve(graph, port=0, read_only=True):
        pass
    store = open_store(graph)
    store.prepare()
    store.apply([delta(accusation())])
    before = dump(store)
    store.close()
    with serve(graph, port=0, read_only=True) as served:
        assert served.first
        store = open_store(graph)
        for statement in WRITES:
            with pytest.raises(StoreError, match="only reading is allowed there; nothing was changed"):
                store.write(statement)
        with pytest.raises(StoreError, match="only reading is allowed there; nothing was changed"):
            store.apply([delta(accusation("The Harbour Post"))])
        with pytest.raises(StoreError, match="only reading is allowed there; nothing was changed"):
            store.forget(accusation().article.id)
        assert dump(store) == before
        store.close()
    store = open_store(graph)
    assert dump(store) == before
    store.apply([delta(accusation("The Harbour Post"))])  # afterwards it is written to as ever
    assert dump(store) != before
    store.close()
    log = tmp_path / "news.graph" / "serve.log"
    assert "read-only" in log.read_text()
    assert log.read_text().splitlines()[-1].endswith("stopped")
    if sys.platform != "win32":
        assert log.stat().st_mode & 0o777 == 0o600
    with serve(graph, port=0) as again:
        assert not again.first


def test_it_can_be_reached_from_elsewhere_only_when_asked_to(tmp_path):
    """127.0.0.2 is this machine too, but not the address that it listens on."""
    graph = str(tmp_path / "news.graph")
    for host, reached in (("127.0.0.1", False), ("0.0.0.0", True)):
        with serve(graph, port=0, host=host) as served:
            assert served.uri.startswith("bolt://127.0.0.1:")
            port = int(served.uri.rpartition(":")[2])
            with socket.socket() as other:
                assert (other.connect_ex(("127.0.0.2", port)) == 0) is reached
