"""`kgraph ingest` that is killed, stopped, or finds the disk full, and is run again: nothing lost, nothing twice."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kgraph.store import open_journal, open_store
from tests.store.dump import dump

pytestmark = [
    pytest.mark.end_to_end,
    pytest.mark.skipif(os.name == "nt", reason="no SIGKILL there"),
]

KILLS = int(os.environ.get("KGRAPH_KILLS", "10"))  # make soak: 100
FULL = (300, 6_000, 7_000, 8_000)  # kilobytes
TO_A_GRAPH = 2  # kills, one after the other, before the run that may end
ARTICLES = 320  # five batches: a run that is stopped behind the first has work left
NAMES = ("Norway", "Chile", "Peru", "Kenya", "Ghana", "Nepal", "Oman", "Malta", "Japan", "Egypt")


def sentence(number: int) -> str:
    one, other, third = (NAMES[(number * step + step) % len(NAMES)] for step in (1, 3, 7))
    return (
        f"{one} accused {other} on Friday of sending {number + 2} ships to the coast. {other} denied the accusation. "
        f"{third} urged both to meet in the capital, and its minister said that {one} had threatened it."
    )


@pytest.fixture(scope="module")
def inbox(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Many short articles in several files, and some that cannot be read."""
    folder = tmp_path_factory.mktemp("exactly-once")
    (folder / "in").mkdir()
    for file in range(4):
        lines = [
            json.dumps({"text": sentence(n), "url": f"https://post.example/{n}", "date": "2024-05-03"})
            for n in range(file, ARTICLES, 4)
        ]
        lines.insert(20, '{"text": "broken')
        (folder / "in" / f"{file}.jsonl").write_text("\n".join(lines))
    (folder / "in" / "a.pdf").write_text("no PDF at all")
    (folder / "in" / "empty.txt").write_text("")
    return folder


def ingest(inbox: Path, graph: str, *more: str) -> subprocess.Popen[str]:
    clean = {name: value for name, value in os.environ.items() if not name.startswith("KGRAPH_")}
    command = [sys.executable, "-m", "kgraph", "ingest", "in", "--graph", graph, *more]
    return subprocess.Popen(command, cwd=inbox, env=clean, stderr=subprocess.PIPE, text=True)


def finished(process: subprocess.Popen[str]) -> str:
    said = process.communicate(timeout=300)[1]
    assert process.returncode == 3, said  # some inputs cannot be read
    assert "Traceback" not in said
    return said


def state(inbox: Path, graph: str) -> Any:
    """Every node, property and edge, every line of the journal, every note but for its time."""
    folder = inbox / graph
    store, journal = open_store(str(folder)), open_journal(str(folder))
    try:
        notes = sorted((n.code, n.place, n.message, n.source, n.how) for n in journal.run_notes())
        lines = sorted((folder / "journal" / "records.jsonl").read_bytes().splitlines())
        return dump(store), lines, notes
    finally:
        store.close()
        journal.close()


@pytest.fixture(scope="module")
def undisturbed(inbox: Path) -> Any:
    """What a run leaves that nobody disturbs, and how long it takes."""
    begun = time.monotonic()
    finished(ingest(inbox, "undisturbed.graph"))
    took = time.monotonic() - begun
    found = state(inbox, "undisturbed.graph")
    assert len(found[1]) == ARTICLES
    assert len(found[2]) == 6
    return found, took


@pytest.mark.slow
@pytest.mark.parametrize("number", range(-(-KILLS // TO_A_GRAPH)))
def test_a_killed_run_goes_on_as_if_nothing_had_been(inbox: Path, undisturbed: Any, number: int) -> None:
    expected, took = undisturbed
    chance = random.Random(number)
    graph = f"killed-{number}.graph"
    moments = []
    for _ in range(TO_A_GRAPH):
        process = ingest(inbox, graph)
        moments.append(chance.uniform(0.3, 1.0) * took)
        time.sleep(moments[-1])
        process.kill()
        process.communicate()
    finished(ingest(inbox, graph))
    found = state(inbox, graph)
    assert found[1] == expected[1], moments
    assert found[2] == expected[2], moments
    assert found[0] == expected[0], moments


def test_ctrl_c_ends_it_within_two_seconds_and_says_how_to_go_on(inbox: Path, undisturbed: Any) -> None:
    expected, _ = undisturbed
    graph = "stopped.graph"
    records = inbox / graph / "journal" / "records.jsonl"
    slow = slowness()
    process = ingest(inbox, graph)
    while not records.exists() or not records.stat().st_size:
        assert process.poll() is None
        time.sleep(0.02)
    begun = time.monotonic()
    process.send_signal(signal.SIGINT)
    said = process.communicate(timeout=60)[1]
    took = time.monotonic() - begun
    assert process.returncode == 130, said
    assert "interrupted; what was done is kept, run the same command again to go on" in said
    assert took < 2.0 * max(slow, slowness()), took
    assert 0 < len(records.read_bytes().splitlines()) < ARTICLES
    finished(ingest(inbox, graph))
    assert state(inbox, graph) == expected


def slowness() -> float:
    """How much slower than an idle machine this one is now: others work on it."""
    begun, spent = time.monotonic(), time.process_time()
    while time.process_time() - spent < 0.2:
        pass
    return max(1.0, (time.monotonic() - begun) / 0.2)


def test_ctrl_c_ends_a_run_that_waits_for_its_input(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "kgraph", "ingest", "-", "--input-format", "jsonl", "--graph", "g"]
    process = subprocess.Popen(command, cwd=tmp_path, stdin=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    while not (tmp_path / "g" / "journal" / "index.sqlite").exists() and process.poll() is None:
        time.sleep(0.1)
    time.sleep(3)
    slow = slowness()
    begun = time.monotonic()
    process.send_signal(signal.SIGINT)
    process.wait(timeout=30)
    took = time.monotonic() - begun
    assert took < 2.0 * max(slow, slowness())
    assert process.returncode == 130


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of its own, in memory."""
    place = tmp_path / "disk"
    place.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(place)]
    if sys.platform != "linux" or subprocess.run(command, capture_output=True).returncode:
        pytest.skip("no disk of our own can be made here")
    yield place
    subprocess.run(["umount", "--lazy", str(place)], check=True)


def test_a_full_disk_is_one_line_and_the_next_run_goes_on(inbox: Path, undisturbed: Any, small_disk: Path) -> None:
    """At several sizes: it is full while the engine starts, while the graph is prepared, while it is written."""
    expected, _ = undisturbed
    graph = str(small_disk / "g")
    for size in FULL:
        subprocess.run(["mount", "-o", f"remount,size={size}k", str(small_disk)], check=True)
        process = ingest(inbox, graph)
        said = process.communicate(timeout=300)[1]
        assert "Traceback" not in said, said
        assert process.returncode == 4, (size, said)
        assert "make room, then run the same command again" in said.splitlines()[-1]
    subprocess.run(["mount", "-o", "remount,size=200m", str(small_disk)], check=True)
    finished(ingest(inbox, graph))
    assert state(inbox, graph) == expected


def test_of_two_runs_at_once_the_second_is_told_who_has_the_graph(inbox: Path, undisturbed: Any) -> None:
    expected, _ = undisturbed
    first = ingest(inbox, "two.graph")
    lock = inbox / "two.graph" / "lock"
    while not lock.exists() or not lock.read_text():
        time.sleep(0.02)
    second = ingest(inbox, "two.graph")
    said = second.communicate(timeout=60)[1]
    assert second.returncode == 4, said
    assert f"process {first.pid}" in said
    finished(first)
    assert state(inbox, "two.graph") == expected
