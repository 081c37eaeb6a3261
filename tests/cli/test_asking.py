"""Asking: templates with their own options, Cypher that only reads, claims and actors, networks."""

import csv
import io
import json

import pytest


def lines(result):
    assert result.exit_code == 0, result.stderr
    return [json.loads(line) for line in result.stdout.splitlines()]


class TestQuery:
    def test_a_template_s_parameters_are_options(self, kgraph, own_templates):
        (row,) = lines(kgraph("query", "counting", "--queries", own_templates, "--actor", "Velm"))
        assert row == {"claims": 13}

    @pytest.mark.parametrize(
        "given", [["--at-least", "0.5"], ["--at_least=0.5"], ["-p", "at_least=0.5"], ["--param", "at-least=0.5"]]
    )
    def test_a_parameter_can_be_given_in_several_ways(self, kgraph, own_templates, given):
        (row,) = lines(kgraph("query", "counting", *given, "--queries", own_templates))
        assert row["claims"] > 13

    def test_a_parameter_that_is_none_says_which_there_are(self, kgraph, own_templates):
        result = kgraph("query", "counting", "--queries", own_templates, "--acter", "Velm")
        assert result.exit_code == 2
        assert "counting has no parameter 'acter'" in result.stderr
        assert "--at-least, --actor" in result.stderr

    def test_a_value_of_another_type_is_one_line(self, kgraph, own_templates):
        result = kgraph("query", "counting", "--queries", own_templates, "--at-least", "many")
        assert (result.exit_code, result.stderr.count("\n")) == (2, 1)
        assert "--at-least is a number, not 'many'" in result.stderr

    def test_a_query_that_is_none_names_the_nearest(self, kgraph):
        result = kgraph("query", "who-acuses-whom")
        assert result.exit_code == 2
        assert "did you mean 'who-accuses-whom'" in result.stderr

    def test_an_actor_that_is_none_names_the_nearest(self, kgraph):
        result = kgraph("query", "claims-by", "--actor", "Ardea")
        assert result.exit_code == 2
        assert "'Ardia'" in result.stderr

    def test_its_help_has_the_template_s_parameters(self, kgraph, own_templates):
        result = kgraph("query", "counting", "--queries", own_templates, "--help")
        assert result.exit_code == 0
        assert "Counts the claims" in result.stdout
        assert "--at-least" in result.stdout

    def test_without_rows_it_says_what_was_searched(self, kgraph):
        result = kgraph("query", "who-accuses-whom", "--since", "2030-01-01")
        assert (result.exit_code, result.stdout) == (1, "")
        assert "searched" in result.stderr

    def test_names_are_completed_and_their_options_too(self, kgraph):
        from click.shell_completion import ShellComplete

        from kgraph.cli.root import root

        complete = ShellComplete(root, {}, "kgraph", "_KGRAPH_COMPLETE").get_completions
        assert "who-accuses-whom" in [item.value for item in complete(["query"], "who")]
        assert "--accuser" in [item.value for item in complete(["query", "who-accuses-whom"], "--acc")]


class TestCypher:
    COUNT = "MATCH (a:Article) RETURN count(a) AS articles"

    def test_it_answers(self, kgraph):
        assert lines(kgraph("cypher", self.COUNT)) == [{"articles": 6}]

    def test_a_dash_is_standard_input(self, kgraph):
        assert lines(kgraph("cypher", "-", input=self.COUNT)) == [{"articles": 6}]

    def test_a_file_is_read(self, kgraph, tmp_path):
        (tmp_path / "q.cypher").write_text(self.COUNT)
        assert lines(kgraph("cypher", "--file", "q.cypher")) == [{"articles": 6}]

    def test_parameters_are_json_or_text(self, kgraph):
        result = kgraph("cypher", "RETURN $n + 1 AS n, $t AS t", "-p", "n=1", "-p", "t=it's")
        assert lines(result) == [{"n": 2, "t": "it's"}]

    @pytest.mark.parametrize("statement", ["CREATE (:Actor {id: 'x'})", "MATCH (a:Actor) DETACH DELETE a"])
    def test_writing_is_refused(self, kgraph, statement):
        result = kgraph("cypher", statement)
        assert result.exit_code == 2
        assert "--write" in result.stderr
        assert lines(kgraph("cypher", self.COUNT)) == [{"articles": 6}]

    def test_writing_is_done_when_asked_for(self, kgraph):
        assert kgraph("cypher", "--write", "CREATE (:Scratch {id: 'x'})").exit_code == 0
        assert lines(kgraph("cypher", "--write", "MATCH (s:Scratch) DELETE s RETURN 1 AS gone")) == [{"gone": 1}]

    @pytest.mark.parametrize("args", [[], ["RETURN 1", "--file", "q"]])
    def test_one_statement_is_wanted(self, kgraph, args):
        assert kgraph("cypher", *args).exit_code == 2

    def test_a_mistake_is_one_line(self, kgraph):
        result = kgraph("cypher", "MATCH (a RETURN a")
        assert (result.exit_code, result.stderr.count("\n")) == (2, 1)


class TestShell:
    def test_statements_come_from_a_pipe(self, kgraph):
        script = "MATCH (a:Article)\nRETURN count(a) AS articles;\n:query who-accuses-whom limit=1\n:quit\nRETURN 1;\n"
        first, second = lines(kgraph("shell", input=script))
        assert first == {"articles": 6}
        assert second["accuser"]

    def test_a_pipe_stops_at_the_first_mistake(self, kgraph):
        result = kgraph("shell", input="RETURN nothing;\nRETURN 1 AS one;\n")
        assert (result.exit_code, result.stdout) == (2, "")

    def test_help_names_the_commands(self, kgraph):
        assert ":queries" in kgraph("shell", input=":help\n").stdout


class TestClaims:
    def test_every_claim_has_its_speaker_denials_and_words(self, kgraph):
        rows = lines(kgraph("claims", "list", "--relation", "SENDS", "--by", "Ilse Maren"))
        assert [(row["said_by"], row["denied_by"], row["modality"]) for row in rows] == [
            (["Ilse Maren"], ["Ardia", "Borland"], "alleged"),
            (["Ilse Maren", "intelligence reports"], ["Ardia"], "reported"),
        ]
        assert all(row["quote"] in row["sentence"] for row in rows)

    def test_a_table_shows_them_too(self, kgraph):
        result = kgraph("claims", "list", "--relation", "SENDS", "--format", "table")
        assert "alleged · said by Ilse Maren · DENIED by Ardia, Borland\n  “sending drones" in result.stdout
        assert "said by Ilse Maren, citing intelligence reports" in result.stdout

    def test_a_demand_is_no_deed(self, kgraph):
        result = kgraph("claims", "list", "--modality", "demanded", "--format", "csv")
        (row,) = csv.DictReader(io.StringIO(result.stdout))
        assert row["modality"] == "demanded"
        assert "demanded, not a deed" in kgraph("claims", "list", "--modality", "demanded", "-f", "md").stdout

    @pytest.mark.parametrize(
        ("wanted", "count"),
        [
            (["--denied", "--outlet", "the harbour post"], 1),
            (["--until", "2021-03-01"], 5),
            (["--since", "2021-03-09"], 2),
            (["--words", "GRAIN"], 2),
            (["--limit", "2"], 2),
            (["--actor", "Sorn", "--relation", "DENIES"], 1),
        ],
    )
    def test_they_can_be_chosen(self, kgraph, wanted, count):
        assert len(lines(kgraph("claims", "list", *wanted))) == count

    def test_none_is_exit_code_one_and_says_what_was_searched(self, kgraph):
        result = kgraph("claims", "list", "--words", "no such words")
        assert (result.exit_code, result.stdout) == (1, "")
        assert "nothing found; searched 6 articles published from 2021-03-01 to 2021-03-09" in result.stderr

    def test_one_is_shown_whole(self, kgraph):
        id = lines(kgraph("claims", "list", "--denied", "--limit", "1"))[0]["id"]
        card = kgraph("claims", "show", id, "--format", "table").stdout
        for words in ("said by", "Ilse Maren (“accused”)", "denied by", "Ardia, Borland", "on Sunday", id):
            assert words in card

    def test_an_id_that_is_none_is_one_line(self, kgraph):
        result = kgraph("claims", "show", "c_none")
        assert (result.exit_code, result.stderr.count("\n")) == (2, 1)


class TestActors:
    def test_they_are_listed(self, kgraph):
        rows = lines(kgraph("actors", "list", "--kind", "country"))
        assert [row["name"] for row in rows] == ["Ardia", "Calvia", "Borland"]

    def test_one_is_found_by_any_name(self, kgraph):
        (row,) = lines(kgraph("actors", "show", "Velm"))
        assert row["id"] == "country:ARD"
        assert "SENDS Red Dunes (3 claims, alleged, 3 denied)" in row["acts_on"]


class TestNetwork:
    def test_analyze_ranks_actors(self, kgraph):
        rows = lines(kgraph("analyze", "--limit", "2"))
        assert len(rows) == 2
        assert rows[0]["pagerank"] >= rows[1]["pagerank"]

    def test_a_path_says_what_is_only_alleged(self, kgraph):
        rows = lines(kgraph("path", "Ilse Maren", "Red Dunes", "--count", "1"))
        sends = [row for row in rows if row["relation"] == "SENDS"]
        assert [(row["from"], row["to"], row["standing"]) for row in sends] == [
            ("Ardia", "Red Dunes", "alleged, denied")
        ]

    def test_no_path_is_said(self, kgraph):
        result = kgraph("path", "Ilse Maren", "The Harbour Post")
        assert result.exit_code == 1
        assert "no path" in result.stderr

    def test_graphml_is_written(self, kgraph, tmp_path):
        assert kgraph("export", "graphml", "-o", "out.graphml").exit_code == 0
        assert b"(alleged, denied)" in (tmp_path / "out.graphml").read_bytes()

    def test_graphml_goes_to_stdout(self, kgraph):
        assert b"<graphml" in kgraph("export", "graphml").stdout_bytes


def test_a_graph_that_is_not_there_is_exit_code_four(kgraph):
    result = kgraph("stats", "--graph", "nothing.graph")
    assert (result.exit_code, result.stderr.count("\n")) == (4, 1)
    assert "nothing.graph" in result.stderr


def test_a_file_of_ones_own_is_checked_for_both_stores(kgraph, tmp_path):
    (tmp_path / "mine.cypher").write_text("// Mine\nMATCH (a:Actor)\nRETURN collect(a.name) AS names\n")
    done = kgraph("queries", "check", "mine.cypher")
    assert done.exit_code == 5
    assert done.stdout.startswith("mine.cypher:3: collect of rows in no order: put WITH ... ORDER BY before it")
    assert "1 file: 0 cannot be used, 1 form that" in done.stderr


def test_a_file_that_writes_is_named_and_the_others_are_checked(kgraph, tmp_path):
    (tmp_path / "a.cypher").write_text("MATCH (a:Actor)\nDETACH DELETE a\n")
    (tmp_path / "b.cypher").write_text("MATCH (a:Actor) RETURN a.id AS id LIMIT '2'\n")
    done = kgraph("queries", "check", ".")
    assert done.exit_code == 5
    assert "a.cypher:2: DETACH writes" in done.stderr
    assert done.stdout == "b.cypher:1: LIMIT of a text: write a number\n"


def test_a_file_that_is_not_there_cannot_be_checked(kgraph):
    done = kgraph("queries", "check", "none.cypher")
    assert done.exit_code == 2
    assert "none.cypher: is not there" in done.stderr
