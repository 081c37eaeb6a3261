"""Processes that die in the middle of their work, and several at once: nothing lost, nothing twice."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from kgraph import app, record
from kgraph.model import Extraction
from kgraph.store import open_journal, open_store
from tests.app.fakes import readings
from tests.store.dump import dump, expected

COUNT = 500


@pytest.fixture(params=["embedded", pytest.param("neo4j", marks=pytest.mark.neo4j)])
def graph(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The name of an empty graph that nobody has open."""
    if request.param == "neo4j":
        request.getfixturevalue("neo4j_store")
        yield os.environ["KGRAPH_TEST_NEO4J"]
    else:
        yield str(tmp_path / "news.graph")


def written(told: Sequence[Extraction], file: Path) -> str:
    file.write_text("".join(f"{record.dumps(extraction)}\n" for extraction in told), encoding="utf-8")
    return str(file)


def loading(graph: str, records: str, journal: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "kgraph", "load", records, "--graph", graph, "--journal", str(journal)]
    return subprocess.Popen(command, stderr=subprocess.PIPE, text=True)


def size(file: Path) -> int:
    return file.stat().st_size if file.exists() else 0


@pytest.mark.skipif(os.name == "nt", reason="no SIGKILL there")
def test_what_a_killed_process_began_the_next_one_ends(graph: str, tmp_path: Path) -> None:
    told = readings(COUNT)
    records, journal = written(told, tmp_path / "records.jsonl"), tmp_path / "journal"
    for pause in (0.0, 0.05, 0.2):
        before = size(journal / "records.jsonl")
        process = loading(graph, records, journal)
        while size(journal / "records.jsonl") == before and process.poll() is None:
            time.sleep(0.002)
        time.sleep(pause)
        process.kill()
        process.communicate()
    process = loading(graph, records, journal)
    said = process.communicate()[1]
    assert process.returncode == 0, said
    check(graph, journal, told)
    assert len((journal / "records.jsonl").read_bytes().splitlines()) == COUNT


def check(graph: str, journal: Path, told: Sequence[Extraction]) -> None:
    store, kept = open_store(graph), open_journal(graph, folder=journal)
    try:
        assert dump(store) == expected(told)
        assert app.verify(store=store, journal=kept).findings == ()
    finally:
        store.close()
        kept.close()


@pytest.mark.neo4j
@pytest.mark.parametrize("graph", ["neo4j"], indirect=True)
def test_two_processes_write_to_one_server(graph: str, tmp_path: Path) -> None:
    told = readings(200)  # all about the same two actors and their one derived edge
    halves = [written(told[n::2], tmp_path / f"{n}.jsonl") for n in range(2)]
    processes = [loading(graph, half, tmp_path / f"journal-{n}") for n, half in enumerate(halves)]
    for process in processes:
        said = process.communicate()[1]
        assert process.returncode == 0, said
    store = open_store(graph)
    try:
        assert dump(store) == expected(told)
    finally:
        store.close()
