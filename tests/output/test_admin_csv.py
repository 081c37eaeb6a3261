"""The files for neo4j-admin: they hold the graph, and the real importer makes the same of them as the driver."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from kgraph import record
from kgraph.cli.root import root
from kgraph.errors import StoreError, UsageError
from kgraph.graph.schema import EDGE_PROPERTIES, LAYOUT, LISTS, NODE_PROPERTIES
from kgraph.output.admin_csv import BETWEEN, COMMAND, _cell, write_admin_csv
from kgraph.store import open_store
from kgraph.store.bolt import BoltStore
from tests.own_server import own_server
from tests.query.small_world import small_world
from tests.store.dump import dump, expected


def rows(folder: Path, name: str) -> list[dict[str, str]]:
    with open(folder / f"{name}.csv", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_a_null_an_empty_text_and_a_list_are_told_apart() -> None:
    cells = [_cell(value) for value in (None, "", 'say "no"\n', True, 0.25, ["a,b", "c"], [])]
    assert cells == ["", '""', '"say ""no""\n"', "true", "0.25", f'"a,b{BETWEEN}c"', ""]
    assert _cell([f"a{BETWEEN}b"]) == '"a b"'


def test_every_node_and_every_relationship_is_written_once(tmp_path: Path) -> None:
    extractions = list(small_world())
    made = write_admin_csv(extractions, tmp_path / "csv")
    nodes, edges = expected(extractions)
    assert sum(made.nodes.values()) == len(nodes)
    assert sum(made.relationships.values()) == len(edges)
    assert {f"Claim {row['id:ID(Claim)']}" for row in rows(tmp_path / "csv", "Claim")} == {
        id_ for id_ in nodes if id_.startswith("Claim ")
    }
    assert "Actor;Country".split(";") in [row[":LABEL"].split(BETWEEN) for row in rows(tmp_path / "csv", "Actor")]


def test_every_property_has_the_type_of_its_values(tmp_path: Path) -> None:
    extractions = list(small_world())
    write_admin_csv(extractions, tmp_path / "csv")
    headers = {path.stem: path.read_text().partition("\n")[0].split(",") for path in (tmp_path / "csv").glob("*.csv")}
    for label, names in NODE_PROPERTIES.items():
        told = [field.partition(":")[0] for field in headers[label] if not field.startswith(":")]
        assert told == list(names)
    for type_, names in EDGE_PROPERTIES.items():
        if type_ in headers:
            assert [field.partition(":")[0] for field in headers[type_][2:]] == list(names)
    lists = {
        (label, field.removesuffix(":string[]"))
        for label in NODE_PROPERTIES
        for field in headers[label]
        if "[]" in field
    }
    assert lists == set(LISTS)


def test_a_folder_with_something_in_it_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(UsageError, match="is not empty; name a new folder"):
        write_admin_csv(small_world(), tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_the_command_takes_record_files_and_the_last_text_of_a_url(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    lines = [record.dumps(extraction) + "\n" for extraction in small_world()]
    (tmp_path / "records.jsonl").write_text("".join(lines + lines), encoding="utf-8")
    done = CliRunner().invoke(root, ["export", "neo4j-admin", "records.jsonl", "-o", "csv"])
    assert done.exit_code == 0, done.output
    assert len(rows(tmp_path / "csv", "Article")) == len(lines)
    assert "run: sh csv/import.sh" in done.output
    nowhere = CliRunner().invoke(root, ["export", "neo4j-admin", "-o", "more"])
    assert (nowhere.exit_code, "there are no records" in nowhere.output) == (2, True)


def test_there_must_be_something_to_finish(embedded_store: BoltStore) -> None:
    embedded_store.write("MATCH (k:KGraph) SET k.version = 99")
    try:
        with pytest.raises(StoreError, match=r"holds kgraph\.graph/1 version 99; 'kgraph export neo4j-admin'"):
            embedded_store.finish_import()
    finally:
        embedded_store.write("MATCH (k:KGraph) SET k.version = $version", {"version": LAYOUT})


@pytest.fixture
def imported(tmp_path: Path) -> Iterator[str]:
    """A server of its own, started with what the script imports."""
    write_admin_csv(small_world(), tmp_path / "csv")
    with own_server(tmp_path / "neo4j", script=tmp_path / "csv" / COMMAND) as server:
        yield server.uri
    assert (tmp_path / "csv" / "import.report").is_file()  # not where somebody happened to be


@pytest.mark.neo4j
@pytest.mark.slow
def test_the_real_importer_makes_the_graph_that_the_driver_makes(imported: str, monkeypatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    for _ in range(2):
        done = CliRunner().invoke(root, ["neo4j", "bootstrap", "--graph", imported, "--journal", "j"])
        assert done.exit_code == 0, done.output
    store = open_store(imported)
    try:
        assert dump(store) == expected(small_world())
        constraints = store.rows("SHOW CONSTRAINTS YIELD labelsOrTypes RETURN labelsOrTypes[0] AS label").rows
        assert {row[0] for row in constraints} == set(NODE_PROPERTIES)
    finally:
        store.close()
