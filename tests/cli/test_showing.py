"""doctor, demo and eval: what a newcomer runs first."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from kgraph.cli import demo, doctor
from kgraph.cli.root import root


def run(*args):
    return CliRunner().invoke(root, list(args))


@pytest.fixture(autouse=True)
def empty_folder(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("KGRAPH_GRAPH", raising=False)


def test_a_sound_installation_is_exit_code_zero():
    result = run("doctor")
    assert result.exit_code == 0
    assert [json.loads(line)["state"] for line in result.stdout.splitlines()] == ["ok"] * 5


def test_a_model_that_is_not_there_comes_with_its_mend():
    result = run("doctor", "--model", "xx_none_sm")
    assert result.exit_code == 5
    assert "pip install xx-none-sm" in result.stdout


def test_an_engine_that_is_not_there_comes_with_its_mend(monkeypatch):
    monkeypatch.setattr(doctor, "find_spec", lambda name: None if name.startswith("arcadedb") else object())
    finding = doctor._engine(None)
    assert finding.exit_code == 4
    assert "Neo4j server" in finding.mend


def test_broken_templates_come_with_their_mend(tmp_path):
    (tmp_path / "bad.cypher").write_text("RETURN 1")
    result = run("doctor", "--queries", str(tmp_path))
    assert result.exit_code == 5
    assert "bad.cypher" in result.stdout


def test_the_demo_shows_accusations_and_ends_with_what_to_type_next():
    result = run("demo")
    assert result.exit_code == 0, result.stderr
    for words in ("Who accuses whom", "denied_by", "speaker", "Greece", "fictional"):
        assert words in result.stdout
    last = [line.strip() for line in result.stdout.splitlines()[-2:]]
    assert last[0].endswith("kgraph ingest my-article.txt")
    assert last[1].endswith("kgraph query who-accuses-whom")
    again = run("demo")
    assert "all known already" in again.stdout


def test_a_venv_that_make_made_is_named_by_its_path(monkeypatch, tmp_path):
    script = tmp_path / ".venv" / "bin" / "kgraph"
    script.parent.mkdir(parents=True)
    script.touch()
    monkeypatch.setattr("sys.executable", str(script.parent / "python"))
    monkeypatch.setattr("shutil.which", lambda name: None)
    assert demo.command_to_type() == str(Path(".venv/bin/kgraph"))


def test_a_kgraph_on_the_path_is_named_plainly(monkeypatch, tmp_path):
    script = tmp_path / "anywhere" / "bin" / "kgraph"
    script.parent.mkdir(parents=True)
    script.touch()
    monkeypatch.setattr("sys.executable", str(script.parent / "python"))
    monkeypatch.setattr("shutil.which", lambda name: str(script))
    assert demo.command_to_type() == "kgraph"


def test_eval_scores_the_readings_that_lie_in_the_tests():
    folder = Path(__file__).parents[1] / "data" / "retold"
    result = run("eval", str(folder), "--resamples", "0")
    assert result.exit_code == 0, result.stderr
    assert {"set", "measure", "precision", "recall", "f1", "n"} <= set(json.loads(result.stdout.splitlines()[0]))


def test_eval_of_a_folder_without_gold_says_so(tmp_path):
    result = run("eval", str(tmp_path))
    assert result.exit_code in (1, 2)
    assert str(tmp_path) in result.stderr
