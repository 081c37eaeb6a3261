"""A template file that breaks a rule is refused with its file, the line, and the mend."""

from __future__ import annotations

from pathlib import Path

import pytest

from kgraph.errors import DataError
from kgraph.query import Type, parse_template, read_template

GOOD = """\
// Who says it
//
// One sentence about
// the rows.
//
// Parameters
//   actor (actor): who says it
//   min_claims (integer = 2): at least so many
//   words (list = ["a", "b"]): any of these
//   limit (integer = 25): at most so many rows
//
// Columns
//   name (string): who
//   claims (integer): how many
//
// Example
//   kgraph query sample --actor Ankara

MATCH (a:Actor)<-[:SAID_BY]-(c:Claim)
WHERE ($actor IS NULL OR a.id = $actor) AND NOT a.name IN $words
WITH a, count(c) AS claims
WHERE claims >= $min_claims
RETURN a.name AS name, claims
ORDER BY claims DESC, a.id
LIMIT $limit;
"""
PATH = Path("mine/sample.cypher")


def test_a_header_is_read() -> None:
    template = parse_template(GOOD, path=PATH)
    assert (template.name, template.title) == ("sample", "Who says it")
    assert template.description == "One sentence about the rows."
    assert [(p.name, p.type, p.default) for p in template.parameters] == [
        ("actor", Type.ACTOR, None),
        ("min_claims", Type.INTEGER, 2),
        ("words", Type.LIST, ["a", "b"]),
        ("limit", Type.INTEGER, 25),
    ]
    assert [p.option for p in template.parameters][1] == "--min-claims"
    assert [(c.name, c.type) for c in template.columns] == [("name", Type.STRING), ("claims", Type.INTEGER)]
    assert template.example == "kgraph query sample --actor Ankara"
    assert template.cypher.startswith("MATCH")
    assert template.cypher.endswith("LIMIT $limit")


def test_windows_line_ends_and_a_byte_order_mark_do_no_harm() -> None:
    assert parse_template("\ufeff" + GOOD.replace("\n", "\r\n"), path=PATH).title == "Who says it"


@pytest.mark.parametrize(
    ("before", "after", "line", "message"),
    [
        ("// Who says it\n", "MATCH (a)\n", 1, "the first line is not a title"),
        ("// One sentence about\n// the rows.\n", "//\n//\n", 2, "there is no description"),
        ("// Parameters", "// Parameter", 6, "'Parameter' is not a section; did you mean 'Parameters'?"),
        ("(actor): who", "(actr): who", 7, "no type 'actr'; did you mean 'actor'?"),
        ("   actor (actor)", "   actor actor", 7, "cannot read 'actor actor: who says it'"),
        ("(integer = 2)", "(integer = two)", 8, "the default of --min-claims is a whole number, not 'two'"),
        ("   min_claims (", "   actor (", 8, "'actor' is declared twice"),
        ("   min_claims (", "   format (", 8, "'format' is an option of the command line"),
        ("// Example\n", "// Columns\n", 16, "a second section Columns"),
        ("name (string)", "name (actor)", 13, "the column 'name' needs a plain type"),
        ("kgraph query sample", "kgraph query other", 17, "there is no example of one line"),
        ("= $actor)", "= $actr)", 20, "$actr is not declared; did you mean 'actor'?"),
        (">= $min_claims", ">= 2", 8, "'min_claims' is declared and never used"),
        ("a.name AS name", "a.name AS nam", 23, "RETURN gives 'nam', not declared; did you mean 'name'?"),
        ("a.name AS name", "a.name", 23, "the column number 1 of RETURN has no name"),
        ("a.name AS name, claims", "claims", 13, "the column 'name' is not in RETURN"),
        ("a.name AS name, claims", "claims, a.name AS name", 23, "RETURN has the columns in another order"),
        ("RETURN a.name AS name, claims", "SET a.seen = 1\nRETURN a.name AS name, claims", 23, "SET writes"),
        ("a.id = $actor", "a.id = 'open", 20, "a string is not closed"),
    ],
)
def test_what_is_wrong_is_said_with_its_line(before: str, after: str, line: int, message: str) -> None:
    assert before in GOOD
    with pytest.raises(DataError) as caught:
        parse_template(GOOD.replace(before, after, 1), path=PATH)
    assert caught.value.place == f"{PATH}:{line}"
    assert caught.value.message.startswith(message)
    assert caught.value.hint


def test_columns_of_every_part_of_a_union_are_checked() -> None:
    union = GOOD.replace("ORDER BY claims DESC, a.id\n", "UNION\nMATCH (b) RETURN b.name AS title, 1 AS claims\n")
    with pytest.raises(DataError, match="RETURN gives 'title'"):
        parse_template(union, path=PATH)


def test_a_return_inside_a_subquery_is_not_the_templates() -> None:
    inner = GOOD.replace("WITH a, count(c) AS claims", "WITH a, COUNT { MATCH (a)--(b) RETURN b.x AS other } AS claims")
    assert parse_template(inner, path=PATH).columns


def test_a_file_that_is_no_text_or_has_an_odd_name(tmp_path: Path) -> None:
    odd = tmp_path / "Who Says.cypher"
    odd.write_text(GOOD)
    with pytest.raises(DataError, match="small letters"):
        read_template(odd)
    binary = tmp_path / "sample.cypher"
    binary.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(DataError, match="cannot be read"):
        read_template(binary)
