"""The tests' own Neo4j: without Java the tests go on and say so, in CI they do not; nobody's folder is wiped."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
SAY = [sys.executable, "-c", "import os; print('ran', os.environ.get('KGRAPH_TEST_NEO4J'))"]


def tool(*words: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """Runs it where no program is found: neither Java nor Maven."""
    kept = {name: value for name, value in os.environ.items() if name not in ("CI", "JAVA_HOME", "KGRAPH_TEST_NEO4J")}
    return subprocess.run(
        [sys.executable, "-m", "tools.neo4j_server", *words],
        cwd=ROOT,
        env=kept | {"PATH": ""} | variables,
        capture_output=True,
        text=True,
        check=False,
    )


def test_without_java_the_command_runs_and_it_is_said(tmp_path: Path) -> None:
    done = tool("run", *SAY, KGRAPH_NEO4J_HOME=str(tmp_path / "neo4j"))
    assert (done.returncode, done.stdout.strip()) == (0, "ran None")
    assert "NO NEO4J FOR THE TESTS: Java 17 or newer is not installed" in done.stderr


def test_in_ci_a_missing_server_is_an_error(tmp_path: Path) -> None:
    done = tool("run", *SAY, CI="true", KGRAPH_NEO4J_HOME=str(tmp_path / "neo4j"))
    assert (done.returncode, done.stdout) == (1, "")


def test_a_server_that_is_named_is_used() -> None:
    address = "bolt://neo4j:secret@127.0.0.1:1"
    done = tool("run", *SAY, KGRAPH_TEST_NEO4J=address)
    assert (done.returncode, done.stdout.strip(), done.stderr) == (0, f"ran {address}", "")


def test_a_folder_of_something_else_is_not_wiped(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Dear reader")
    done = tool("wipe", KGRAPH_NEO4J_HOME=str(tmp_path))
    assert done.returncode == 1
    assert "somebody else's folder" in done.stderr
    assert (tmp_path / "letter.txt").exists()
