"""serve: up until it is told to stop, found by other commands, and gone without a trace."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from kgraph.cli.serve import greeting
from kgraph.errors import UsageError
from kgraph.store import Served, serve

ROOT = Path(__file__).parents[2]
URI = "bolt://localhost:7687"
ENDLESS = "UNWIND range(1, 30000) AS x UNWIND range(1, 30000) AS y WITH x, y WHERE x * y = -1 RETURN x"
COMMAND = [sys.executable, "-m", "kgraph"]


def test_the_greeting_has_what_a_client_needs():
    served = Served(Path("news.graph"), "bolt://127.0.0.1:7687", "root", Path("news.graph/password"), "kgraph")
    said = "\n".join(greeting(served, "http://localhost:5000", "http://localhost:7474/browser/?cmd=edit"))
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
