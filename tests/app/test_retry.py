"""What could not be used is named, counted, and read again, alone and as it was read."""

import json
import os

import pytest
from click.testing import CliRunner

from kgraph.cli.root import root


@pytest.fixture
def kgraph(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    for name in [name for name in os.environ if name.startswith("KGRAPH_")]:
        monkeypatch.delenv(name)
    return lambda *args, **options: CliRunner().invoke(root, list(args), **options)


def facts(result):
    return [(row["what"], row["value"]) for row in map(json.loads, result.stdout.splitlines())]


def test_what_failed_is_counted_named_and_read_again_with_the_options_of_then(kgraph, tmp_path):
    (tmp_path / "good.csv").write_text("story\nNorway accused Chile of lying.\n")
    (tmp_path / "bad.csv").write_text("tale\nPeru accused Kenya of lying.\n")
    (tmp_path / "empty.txt").write_text("")
    first = kgraph("ingest", "good.csv", "bad.csv", "empty.txt", "--field", "text=story", "--published", "2024-05-03")
    assert first.exit_code == 3
    status = kgraph("status")
    assert ("articles", 1) in facts(status)
    assert ("inputs not used", 2) in facts(status)
    assert ("  because", "is empty (1)") in facts(status)
    assert "'kgraph ingest --retry' reads them again" in status.stderr
    (tmp_path / "bad.csv").write_text("story\nPeru accused Kenya of lying.\n")
    again = kgraph("ingest", "--retry")
    assert again.exit_code == 3
    assert "ingested 1 article" in again.stderr
    assert "good.csv" not in again.stderr
    rows = [
        json.loads(line)
        for line in kgraph(
            "cypher", "MATCH (a:Article) RETURN a.published AS day, a.title AS title"
        ).stdout.splitlines()
    ]
    assert [row["day"] for row in rows] == ["2024-05-03", "2024-05-03"]
    assert ("inputs not used", 1) in facts(kgraph("status"))
    (tmp_path / "empty.txt").write_text("Ghana denied it.")
    assert kgraph("ingest", "--retry").exit_code == 0
    assert ("inputs not used", 0) in facts(kgraph("status"))
    assert not kgraph("status").stderr


def test_a_retry_takes_other_options_and_no_names(kgraph, tmp_path):
    (tmp_path / "long.txt").write_text("Norway accused Chile of lying. " * 20)
    assert kgraph("ingest", "long.txt", "--max-bytes", "100").exit_code == 3
    assert kgraph("ingest", "--retry").exit_code == 3
    assert kgraph("ingest", "--retry", "long.txt").exit_code == 2
    again = kgraph("ingest", "--retry", "--max-bytes", "100000")
    assert (again.exit_code, "ingested 1 article" in again.stderr) == (0, True)


def test_reading_an_input_again_settles_what_was_noted_of_it(kgraph, tmp_path):
    (tmp_path / "a.jsonl").write_text('{"text": "Norway accused Chile of lying."}\n{"text": \n{"text": 7}\n')
    for _ in range(2):
        kgraph("ingest", "a.jsonl")
        assert ("inputs not used", 2) in facts(kgraph("status"))
    (tmp_path / "a.jsonl").write_text('{"text": "Norway accused Chile of lying."}\n')
    kgraph("ingest", "a.jsonl")
    assert ("inputs not used", 0) in facts(kgraph("status"))


def test_nothing_to_retry_is_nothing_done(kgraph, tmp_path):
    (tmp_path / "a.txt").write_text("Norway accused Chile of lying.")
    kgraph("ingest", "a.txt")
    again = kgraph("ingest", "--retry")
    assert (again.exit_code, "ingested 0 articles" in again.stderr) == (0, True)
