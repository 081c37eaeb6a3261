"""A graph as a whole: copied to another store and back, backed up and restored, wiped."""

from __future__ import annotations

import io
import json
import os
import tarfile
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kgraph.cli.root import root
from kgraph.errors import DataError, StoreError, UsageError
from kgraph.model import Extraction
from kgraph.ports import RunNote
from kgraph.store import open_journal, open_store
from kgraph.store.backup import RECORDS, read_backup, write_backup
from kgraph.store.bolt import BoltStore
from tests.conftest import NEO4J
from tests.query.small_world import small_world
from tests.store.dump import dump, expected

NOTE = RunNote("2024-05-01T00:00:00", "empty", "b.txt", "there is no text in it")


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Runs a command in an empty folder."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    for name in ("KGRAPH_GRAPH", "KGRAPH_JOURNAL"):
        monkeypatch.delenv(name, raising=False)

    def invoke(*args: object, **options: str) -> Result:
        return CliRunner().invoke(root, list(map(str, args)), **options)

    return invoke


@pytest.fixture
def world(tmp_path: Path) -> tuple[str, list[Extraction]]:
    """A folder with the small world, of which one article was forgotten."""
    from kgraph import app

    folder, extractions = str(tmp_path / "world.graph"), list(small_world())
    store, journal = open_store(folder), open_journal(folder)
    app.load(extractions, store=store, journal=journal)
    app.forget(extractions[0].article.id, store=store, journal=journal)
    journal.note([NOTE])
    journal.close()
    store.close()
    return folder, extractions[1:]


def dumped(folder: str | Path):
    store = open_store(str(folder), read_only=True)
    try:
        return dump(store)
    finally:
        store.close()


def notes_of(folder: str | Path) -> list[RunNote]:
    journal = open_journal(str(folder))
    try:
        return list(journal.run_notes())
    finally:
        journal.close()


# Copy


def test_a_copy_is_the_same_graph_with_its_notes_and_twice_is_once(world, run, tmp_path: Path) -> None:
    folder, extractions = world
    assert run("copy", folder, "copy.graph").exit_code == 0
    again = run("copy", folder, "copy.graph")
    assert "0 articles, 0 claims" in again.stderr
    assert "there already" in again.stderr
    assert dumped("copy.graph") == dumped(folder) == expected(extractions)
    assert notes_of("copy.graph") == [NOTE]


@pytest.mark.neo4j
def test_a_graph_goes_to_neo4j_and_back(world, run, neo4j_store: BoltStore) -> None:
    folder, extractions = world
    there = run("copy", folder, os.environ[NEO4J], "--journal", "there")
    assert there.exit_code == 0, there.output
    assert dump(neo4j_store) == expected(extractions)
    back = run("copy", os.environ[NEO4J], "back.graph", "--from-journal", "there")
    assert back.exit_code == 0, back.output
    assert dumped("back.graph") == expected(extractions)


def test_what_cannot_be_copied_is_named(world, run, tmp_path: Path) -> None:
    folder, _ = world
    nowhere = run("copy", "none.graph", "copy.graph")
    assert (nowhere.exit_code, "none.graph: there is no graph" in nowhere.stderr) == (2, True)
    itself = run("copy", folder, folder)
    assert (itself.exit_code, "FROM and TO are the same graph" in itself.stderr) == (2, True)
    empty = run("copy", "bolt://localhost:1", "copy.graph")
    assert empty.exit_code == 4
    assert "there are no records to copy; a server's journal is where it was ingested" in empty.stderr


# Backup and restore


def test_a_restored_graph_is_the_same(world, run) -> None:
    folder, extractions = world
    made = run("backup", "b.tar.gz", "--graph", folder)
    assert made.exit_code == 0, made.output
    done = run("restore", "b.tar.gz", "--graph", "new.graph")
    assert done.exit_code == 0, done.output
    assert f"{len(extractions)} articles" in done.stderr
    assert dumped("new.graph") == expected(extractions)
    assert notes_of("new.graph") == [NOTE]


def test_a_backup_holds_only_whole_lines(world, tmp_path: Path) -> None:
    folder, _ = world
    with open(Path(folder) / "journal" / RECORDS, "ab") as journal:
        journal.write(b'{"schema": "kgraph.extr')  # somebody is writing
    write_backup(Path(folder) / "journal", tmp_path / "b.tar.gz")
    read_backup(tmp_path / "b.tar.gz", tmp_path / "restored")
    assert (tmp_path / "restored" / RECORDS).read_bytes().endswith(b"}\n")


def test_nothing_is_overwritten(world, run, tmp_path: Path) -> None:
    folder, extractions = world
    (tmp_path / "b.tar.gz").write_bytes(b"mine")
    taken = run("backup", "b.tar.gz", "--graph", folder)
    assert (taken.exit_code, "b.tar.gz: is there already" in taken.stderr) == (2, True)
    assert (tmp_path / "b.tar.gz").read_bytes() == b"mine"
    run("backup", "c.tar.gz", "--graph", folder)
    full = run("restore", "c.tar.gz", "--graph", folder)
    assert (full.exit_code, "name a new one" in full.stderr) == (2, True)
    assert dumped(folder) == expected(extractions)


def test_there_must_be_something_to_back_up(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="there are no records to back up"):
        write_backup(tmp_path, tmp_path / "b.tar.gz")


def _packed(path: Path, **members: bytes) -> Path:
    with tarfile.open(path, "w:gz") as tar:
        for name, data in members.items():
            info = tarfile.TarInfo(name.replace("_JSONL", ".jsonl").replace("_JSON", ".json").replace("UP", "../"))
            info.size = len(data)
            tar.addfile(info, io.BytesIO(data))
    return path


def _about(size: int = 3, sha256: str = "0" * 64, schema: str = "kgraph.backup/1") -> bytes:
    about = {"schema": schema, "made_at": "", "made_by": "", "sizes": {RECORDS: size}, "sha256": {RECORDS: sha256}}
    return json.dumps(about).encode()


@pytest.mark.parametrize(
    ("members", "message"),
    [
        ({"records_JSONL": b"{}\n"}, "is no backup of kgraph"),
        ({"backup_JSON": _about(schema="other/1"), "records_JSONL": b"{}\n"}, "is no backup of kgraph"),
        ({"backup_JSON": b"{", "records_JSONL": b"{}\n"}, r"its backup\.json cannot be read"),
        ({"backup_JSON": _about()}, r"records\.jsonl is not in it"),
        ({"backup_JSON": _about(size=9), "records_JSONL": b"{}\n"}, r"records\.jsonl has another size"),
        ({"backup_JSON": _about(), "records_JSONL": b"{}\n"}, r"the sum of records\.jsonl is another"),
        ({"backup_JSON": _about(), "UPrecords_JSONL": b"{}\n"}, r"records\.jsonl is not in it"),
    ],
)
def test_a_damaged_backup_restores_nothing(tmp_path: Path, members: dict[str, bytes], message: str) -> None:
    with pytest.raises(DataError, match=message):
        read_backup(_packed(tmp_path / "b.tar.gz", **members), tmp_path / "journal")
    assert not (tmp_path / RECORDS).exists()
    assert not list((tmp_path / "journal").glob("*")) if (tmp_path / "journal").exists() else True


def test_a_backup_that_was_cut_off_is_damaged(world, tmp_path: Path) -> None:
    write_backup(Path(world[0]) / "journal", tmp_path / "b.tar.gz")
    whole = (tmp_path / "b.tar.gz").read_bytes()
    (tmp_path / "b.tar.gz").write_bytes(whole[: len(whole) // 2])
    with pytest.raises(DataError, match="the backup is damaged"):
        read_backup(tmp_path / "b.tar.gz", tmp_path / "journal")
    with pytest.raises(UsageError, match="is not there"):
        read_backup(tmp_path / "none.tar.gz", tmp_path / "journal")


# Wipe


def test_wiping_asks_and_leaves_the_journal(world, run) -> None:
    folder, extractions = world
    refused = run("wipe", "--graph", folder, input="n\n")
    assert refused.exit_code == 1
    assert f"Take {len(extractions)} articles and" in refused.stderr
    assert dumped(folder) == expected(extractions)
    assert run("wipe", "--graph", folder, input="y\n").exit_code == 0
    assert dumped(folder) == ({}, [])
    assert run("rebuild", "--graph", folder).exit_code == 0
    assert dumped(folder) == expected(extractions)


def test_purging_leaves_no_text_behind(world, run) -> None:
    folder, extractions = world
    words = extractions[0].article.text[:40].encode()
    done = run("wipe", "--graph", folder, "--yes", "--purge")
    assert done.exit_code == 0, done.output
    assert dumped(folder) == ({}, [])
    holding = [path for path in Path(folder).rglob("*") if path.is_file() and words in path.read_bytes()]
    assert holding == []


@pytest.mark.neo4j
def test_nodes_of_others_stay(run, neo4j_store: BoltStore) -> None:
    neo4j_store.write("CREATE (:Film {title: 'Nosferatu'})-[:BY]->(:Director {name: 'Murnau'})")
    try:
        assert run("wipe", "--graph", os.environ[NEO4J], "--yes", "--journal", "j").exit_code == 0
        assert len(neo4j_store.rows("MATCH (f:Film)-[:BY]->(d) RETURN f.title AS title")) == 1
    finally:
        neo4j_store.write("MATCH (n) WHERE n:Film OR n:Director DETACH DELETE n")
