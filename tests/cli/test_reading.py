"""ingest, extract, load and what looks after a graph: counts, failures, exit codes, and nothing twice."""

import json
import os

import pytest
from click.testing import CliRunner

from kgraph.cli.root import root

FIRST = "Russia accused Turkey of sending fighters to Libya. Turkey denied it.\n"
SECOND = "Iran supports Iraq.\n"


@pytest.fixture
def kgraph(monkeypatch, tmp_path):
    """Runs a command in a folder with two articles and no graph."""
    monkeypatch.chdir(tmp_path)
    for name in [name for name in os.environ if name.startswith("KGRAPH_")]:
        monkeypatch.delenv(name)
    (tmp_path / "first.txt").write_text(FIRST)
    (tmp_path / "second.txt").write_text(SECOND)
    return lambda *args, **options: CliRunner().invoke(root, list(args), **options)


def test_reading_twice_changes_nothing(kgraph):
    first = kgraph("ingest", "first.txt", "second.txt", "--published", "2020-10-02")
    assert first.exit_code == 0, first.stderr
    assert "ingested 2 articles into kgraph.graph" in first.stderr
    again = kgraph("ingest", "first.txt", "second.txt", "--published", "2020-10-02")
    assert "ingested 0 articles into kgraph.graph · 2 known already" in again.stderr
    assert kgraph("verify").exit_code == 0


def test_an_input_that_fails_is_named_and_the_others_are_in(kgraph):
    result = kgraph("ingest", "first.txt", "missing.txt", "second.txt")
    assert result.exit_code == 3
    assert result.stderr.count("missing.txt") == 1
    assert "ingested 2 articles" in result.stderr


def test_extract_prints_a_record_a_line_in_the_order_of_the_input(kgraph):
    result = kgraph("extract", "second.txt", "first.txt")
    assert [json.loads(line)["article"]["text"][:4] for line in result.stdout.splitlines()] == ["Iran", "Russ"]


def test_extract_by_two_processes_prints_the_same(kgraph):
    one = kgraph("extract", "first.txt", "second.txt", "--published", "2020-10-02")
    two = kgraph("extract", "first.txt", "second.txt", "--published", "2020-10-02", "--jobs", "2")
    assert (two.exit_code, two.stdout) == (0, one.stdout)


def test_extract_shows_claims_with_their_speaker_and_denial(kgraph):
    shown = kgraph("extract", "-", "--format", "table", input=FIRST).stdout
    assert "Turkey SENDS fighters to Libya\n  alleged · said by Russia · DENIED by Turkey" in shown


def test_what_was_extracted_can_be_loaded(kgraph, tmp_path):
    (tmp_path / "records.jsonl").write_text(kgraph("extract", "first.txt", "second.txt").stdout)
    result = kgraph("load", "records.jsonl")
    assert (result.exit_code, "ingested 2 articles" in result.stderr) == (0, True)
    assert "2 known already" in kgraph("load", "-", input=(tmp_path / "records.jsonl").read_text()).stderr


def test_a_broken_record_is_bad_data_with_its_line(kgraph, tmp_path):
    first, second = kgraph("extract", "first.txt", "second.txt").stdout.splitlines()
    (tmp_path / "records.jsonl").write_text(f"{first}\n{{not json\n{second}\n")
    result = kgraph("load", "records.jsonl")
    assert result.exit_code == 5
    assert "records.jsonl:2" in result.stderr
    assert "ingested 2 articles" in result.stderr  # the others go on


def test_fields_of_json_input_may_have_other_names(kgraph, tmp_path):
    (tmp_path / "in.jsonl").write_text(json.dumps({"body": FIRST, "day": "2020-10-02"}) + "\n")
    result = kgraph("extract", "in.jsonl", "--field", "text=body", "--field", "published=day")
    assert json.loads(result.stdout)["article"]["published"] == "2020-10-02"


def test_a_field_without_an_equals_sign_is_usage(kgraph):
    assert kgraph("extract", "first.txt", "--field", "text").exit_code == 2


def test_actors_of_one_s_own_are_known(kgraph, tmp_path):
    (tmp_path / "own.csv").write_text("name,aliases,kind,country,code\nGrey Coast,the Greys,armed-group,LBY,LBYREB\n")
    result = kgraph("extract", "-", "--actors", "own.csv", input="The Greys attacked Turkey.\n")
    assert "armed-group:grey-coast" in [actor["id"] for actor in json.loads(result.stdout)["actors"]]


def test_a_list_of_actors_that_comes_later_or_changes_is_heeded(kgraph, tmp_path):
    (tmp_path / "first.txt").write_text("The Greys attacked Turkey, Moscow said.\n")
    kgraph("ingest", "first.txt")
    for name in ("Grey Coast", "Grey Shore"):
        (tmp_path / "own.csv").write_text(f"name,aliases,kind,country,code\n{name},the Greys,armed-group,LBY,LBYREB\n")
        assert "ingested 1 article" in kgraph("ingest", "first.txt", "--actors", "own.csv").stderr
        assert "1 known already" in kgraph("ingest", "first.txt", "--actors", "own.csv").stderr
        found = kgraph("cypher", "MATCH (a:ArmedGroup) RETURN a.name AS name")
        assert [json.loads(line)["name"] for line in found.stdout.splitlines()] == [name]


def test_a_forgotten_article_is_gone_and_comes_back_by_reading_it(kgraph):
    kgraph("ingest", "first.txt", "second.txt")
    (first, *_) = [json.loads(line) for line in kgraph("query", "articles").stdout.splitlines()]
    assert kgraph("forget", first["article_id"]).exit_code == 0
    assert len(kgraph("query", "articles").stdout.splitlines()) == 1
    assert kgraph("forget", first["article_id"]).exit_code == 1
    assert kgraph("verify").exit_code == 0


def test_a_graph_is_made_anew_from_its_journal(kgraph):
    kgraph("ingest", "first.txt", "second.txt")
    kgraph("cypher", "--write", "MATCH (c:Claim) SET c.text = 'changed'")
    spoilt = kgraph("verify")
    assert spoilt.exit_code == 5
    assert json.loads(spoilt.stdout.splitlines()[0])["check"]
    assert "2 articles" in kgraph("rebuild").stderr
    assert kgraph("verify").exit_code == 0


def test_a_broken_record_is_named_when_the_graph_is_made_anew(kgraph, tmp_path):
    kgraph("ingest", "first.txt", "second.txt")
    records = tmp_path / "kgraph.graph" / "journal" / "records.jsonl"
    records.write_bytes(records.read_bytes().replace(b"Iran supports", b"Iran suppurts", 1))
    result = kgraph("rebuild")
    assert result.exit_code == 5
    assert "1 article," in result.stderr
    assert "article.sha256" in result.stderr


def test_status_and_stats_and_notes_say_what_there_is(kgraph):
    kgraph("ingest", "first.txt")
    facts = {row["what"]: row["value"] for row in map(json.loads, kgraph("status").stdout.splitlines())}
    assert facts["articles"] == 1
    assert kgraph("stats").exit_code == 0
    assert kgraph("notes").exit_code in (0, 1)


def test_notes_name_what_could_not_be_read(kgraph):
    kgraph("ingest", "first.txt", "missing.txt")
    assert "missing.txt" in kgraph("notes", "--format", "csv").stdout


def test_an_empty_answer_names_how_much_was_searched(kgraph):
    kgraph("ingest", "second.txt", "--published", "2020-10-02")
    result = kgraph("query", "who-accuses-whom")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "1 article" in result.stderr
    assert "2020-10-02" in result.stderr
