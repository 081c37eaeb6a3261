"""The prompt: statements up to ';', commands with ':', completion by place."""

import pytest
from prompt_toolkit.completion import CompleteEvent
from prompt_toolkit.document import Document

from kgraph.cli.prompt import CypherCompleter, is_whole
from kgraph.cli.shell import split_statements, statements


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["MATCH (n)", "RETURN n;"], ["MATCH (n)\nRETURN n"]),
        (["RETURN 1; RETURN 2;"], ["RETURN 1", "RETURN 2"]),
        (["RETURN ';' AS a;"], ["RETURN ';' AS a"]),
        (["RETURN 'it\\'s; so' AS a;"], ["RETURN 'it\\'s; so' AS a"]),
        (["MATCH (n) // all; of them", "RETURN n;"], ["MATCH (n) // all; of them\nRETURN n"]),
        (["RETURN /* a;b", "c */ 1;"], ["RETURN /* a;b\nc */ 1"]),
        (["MATCH (n:`a;b`) RETURN n;"], ["MATCH (n:`a;b`) RETURN n"]),
        ([":help", "RETURN 1;"], [":help", "RETURN 1"]),
        (["MATCH (n", ":Actor) RETURN n;"], ["MATCH (n\n:Actor) RETURN n"]),
        (["RETURN 1"], ["RETURN 1"]),
        ([";;", ""], []),
    ],
)
def test_a_statement_ends_with_a_semicolon_that_is_not_quoted(lines, expected):
    assert list(statements(lines)) == expected


def test_pieces_keep_every_character():
    text = "a; 'b;c' \"d;\" /* ; */ e"
    assert ";".join(split_statements(text)) == text


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("", True),
        (":help", True),
        ("RETURN 1;", True),
        ("RETURN 1", False),
        ("RETURN ';", False),
        ("RETURN ';';", True),
    ],
)
def test_enter_sends_what_is_whole(text, whole):
    assert is_whole(text) is whole


COMPLETER = CypherCompleter(
    labels=["Actor", "Article", "Claim"],
    types=["ACCUSES", "SAID_BY"],
    templates=["who-accuses-whom", "who-denies-what"],
    actors=["Turkey", "Tunisia"],
)


@pytest.mark.parametrize(
    ("typed", "choices"),
    [
        ("MATCH (a:A", ["Actor", "Article"]),
        ("MATCH (c)-[:S", ["SAID_BY"]),
        ("MATCH (c)-[:ACCUSES|S", ["SAID_BY"]),
        ("MATCH (a {name: 'Tu", ["Tunisia", "Turkey"]),
        ("MATCH (a)\nRET", ["RETURN"]),
        (":query who-d", ["who-denies-what"]),
        (":query claims-by actor=Tur", ["Turkey"]),
        (":q", [":queries", ":query", ":quit"]),
        ("", []),
    ],
)
def test_completion_fits_the_place(typed, choices):
    found = COMPLETER.get_completions(Document(typed), CompleteEvent())
    assert [completion.text for completion in found] == choices
