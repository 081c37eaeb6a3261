"""What is no English prose, through the installed command: noted, and read only when forced."""

import json

import pytest

from tests.end_to_end.test_bad_input import GOOD, kgraph, refused

pytestmark = pytest.mark.end_to_end


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "good.txt").write_text(GOOD)
    return tmp_path


def test_what_is_no_prose_is_noted_and_read_only_when_forced(folder):
    (folder / "mixed.txt").write_text(
        f"GREECE ACCUSES TURKEY OF SENDING SHIPS\n\n{GOOD}\nLe ministre a dit que la Grèce ment et que c'est un fait.\n"
    )
    said = kgraph("ingest", "mixed.txt", folder=folder)
    assert (said.code, "2 notes" in said.line("ingested")) == (0, True)
    notes = [json.loads(line) for line in kgraph("notes", folder=folder).out.splitlines()]
    assert sorted(note["code"] for note in notes) == ["capitals", "other-language"]
    assert any("a paragraph in French is not read" in note["message"] for note in notes)
    forced = kgraph("ingest", "mixed.txt", "--everything", folder=folder)
    assert "ingested 1 article" in forced.line("ingested")
    assert kgraph("notes", folder=folder).code == 1


def test_an_article_in_another_language_says_why_it_has_no_claim(folder):
    (folder / "french.txt").write_text("Le ministre a dit que la Grèce ment et que les faits sont là depuis mardi.\n")
    said = kgraph("extract", "french.txt", "--format", "table", folder=folder)
    assert (said.code, said.out) == (0, "")
    assert "a paragraph in French is not read" in said.line("no claim in")


def test_a_switch_that_is_neither_true_nor_false_is_told(folder):
    refused(kgraph("extract", "good.txt", folder=folder, KGRAPH_EVERYTHING="perhaps"), 2, "everything is true or false")
