"""Words from articles never run, never hide and never break a line, whatever they are shown in."""

import csv
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgraph.errors import UsageError
from kgraph.output.cells import json_text, markdown, plain, spreadsheet, tab_separated, terminal
from kgraph.output.writers import FORMATS, write
from kgraph.ports import Rows


@pytest.mark.parametrize("words", ["=1+1", "+1", "-2+3", "@SUM(A1)", "\t=1", " =1", "＝1", "\r=1"])
def test_a_spreadsheet_gets_no_formula(words):
    assert spreadsheet(words).startswith("'")


@pytest.mark.parametrize(("value", "cell"), [(-3, "-3"), (-0.5, "-0.5"), ("-", "-"), ("+", "+"), ("a=b", "a=b")])
def test_numbers_and_polarities_stay_as_they_are(value, cell):
    assert spreadsheet(value) == cell


def test_a_terminal_gets_no_escape_sequence_and_no_turned_line():
    assert terminal("a\x1b[31mb\u202ec\x9bd") == "a�[31mb�c�d"


def test_markdown_gets_no_bar_link_or_html():
    assert markdown("a|b [x](http://y) <script>") == "a\\|b \\[x\\](http://y) &lt;script&gt;"


@given(st.text())
def test_a_tsv_cell_is_one_line_without_tabs(words):
    cell = tab_separated(words)
    assert not set(cell) & {"\t", "\n", "\r"}


texts = st.text(st.characters(exclude_categories=["Cs"]))
cells = st.none() | texts | st.integers() | st.booleans() | st.lists(texts, max_size=3)
tables = st.lists(st.tuples(cells, cells), max_size=5).map(lambda rows: Rows(("one", "two"), tuple(rows)))


def written(rows, format):
    stream = io.StringIO(newline="")
    write(rows, stream, format=format)
    return stream.getvalue()


@given(tables)
def test_json_says_what_the_rows_say(rows):
    assert json.loads(written(rows, "json")) == rows.dicts()


@given(tables)
def test_json_lines_have_one_line_a_row_for_every_reader(rows):
    lines = written(rows, "jsonl").splitlines()  # cuts at every line end that Unicode knows
    assert [json.loads(line) for line in lines] == rows.dicts()


@given(tables)
def test_csv_keeps_the_table_s_shape(rows):
    read = list(csv.reader(io.StringIO(written(rows, "csv"), newline="")))
    assert len(read) == 1 + len(rows)
    assert all(len(row) == 2 for row in read)


@given(tables)
def test_tsv_and_markdown_have_a_line_a_row(rows):
    assert written(rows, "tsv").count("\n") == 1 + len(rows)
    assert written(rows, "md").count("\n") == 2 + len(rows)


@given(tables)
def test_a_table_can_be_drawn_of_anything(rows):
    assert "\x1b" not in written(rows, "table")


@given(st.text())
def test_json_never_writes_what_a_terminal_obeys(words):
    assert not [c for c in json_text(words) if ord(c) < 32 or 0x7F <= ord(c) < 0xA0 or 0xD800 <= ord(c) < 0xE000]


def test_lists_and_truth_are_words():
    assert plain(["Ankara", "Baku"]) == "Ankara, Baku"
    assert (plain(True), plain(None)) == ("yes", "")


def test_what_does_not_fit_beside_the_others_goes_under_its_row(monkeypatch):
    monkeypatch.setenv("COLUMNS", "40")
    wide = Rows(("who", "standing", "quote"), (("Lorvik", "alleged", "word " * 20), ("Meridia", "denied", None)))
    lines = [line.split() for line in written(wide, "table").splitlines()]
    assert lines[0] == ["who", "standing"]
    assert lines[2] == ["Lorvik", "alleged"]
    assert lines[3][:2] == ["quote", "word"]
    assert lines[-1] == ["Meridia", "denied"]


def test_a_format_that_is_none_names_those_that_are():
    with pytest.raises(UsageError, match="table, json"):
        write(Rows(("a",)), io.StringIO(), format="xml")


def test_every_format_is_written():
    for format in FORMATS:
        assert "Ankara" in written(Rows(("who",), (("Ankara",),)), format)
