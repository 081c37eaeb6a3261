"""Forms of Cypher that one of our two stores refuses, or answers otherwise than the other, and what to write instead.

Every form was tried on Neo4j 5.26 and on the embedded engine. What is found is told, not refused: a statement for one
store alone may use what that store has.

>>> [(f.line, f.form) for f in findings("MATCH p = shortestPath((a)-[*]-(b)) RETURN p")]
[(1, 'shortestPath'), (1, 'a path without a longest length')]
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from kgraph.query.places import CLAUSES, PARTS, Text
from kgraph.query.tokens import Kind, Token, tokens

_AGGREGATES = frozenset("COUNT SUM AVG MIN MAX COLLECT STDEV STDEVP PERCENTILECONT PERCENTILEDISC".split())
_ROUNDED = frozenset(("AVG", "STDEV", "STDEVP", "PERCENTILECONT"))
_COMPARING_WORDS = frozenset("AND OR XOR NOT IN IS STARTS ENDS CONTAINS WHEN".split())
_COMPARING_SIGNS = frozenset(("=", "<>", "<", ">", "<=", ">=", "=~"))
_BEFORE_A_NAME = frozenset(("AS", "BY", "DISTINCT", "IN", "RETURN", "WITH", "AND", "OR", "NOT", "WHERE"))
_MOMENTS = frozenset(("DATETIME", "LOCALDATETIME", "TIME", "LOCALTIME"))


@dataclass(frozen=True, slots=True)
class Finding:
    """What stands in ``line`` that is not the same everywhere, and the ``portable`` form."""

    line: int
    form: str
    portable: str

    def __str__(self) -> str:
        return f"{self.form}: {self.portable}"


def findings(cypher: str) -> list[Finding]:
    """The forms that are not portable, in the order of their lines.

    Raises: UsageError, with the line, for text that cannot be cut into words.
    """
    text = Text(list(tokens(cypher)))
    return sorted((finding for rule in RULES for finding in rule(text)), key=lambda f: f.line)


def _found(text: Text, index: int, form: str, portable: str) -> Finding:
    return Finding(text.tokens[index].line, form, portable)


def _shortest(text: Text) -> Iterator[Finding]:
    portable = "write MATCH p = (a)-[:T*..6]-(b) WHERE ... ORDER BY length(p) LIMIT 1"
    for index in text.calls({"SHORTESTPATH", "ALLSHORTESTPATHS"}):
        yield _found(text, index, text.tokens[index].text, portable)
    for index in text.words({"SHORTEST"}):
        if text.sign(index - 1) == "=" or text.word(index - 1) in ("MATCH", "ALL", "ANY"):
            yield _found(text, index, "SHORTEST", portable)


def _endless(text: Text) -> Iterator[Finding]:
    """``-[*]-``, ``-[:T*2..]-``, ``->+``, ``(...)+``, ``{1,}``."""
    portable = "bound it: *..6; a graph of news has hubs, and not every store stops in time"
    form = "a path without a longest length"
    for opened, closed in text.closed.items():
        if text.sign(opened) == "[" and text.sign(opened - 1) == "-":
            for index in range(opened + 1, closed):
                if text.sign(index) == "*" and not _is_bounded(text.tokens[index + 1 : closed]):
                    yield _found(text, index, form, portable)
        if text.sign(opened) == "{" and [t.text for t in text.tokens[closed - 1 : closed]] == [","]:
            yield _found(text, opened, form, portable)
    for index in range(1, len(text.tokens)):
        behind = text.sign(index - 1) + text.sign(index)
        if (
            behind in ("->+", "->*", "-+", "-*", ")+", ")*")
            and text.sign(index + 1) == "("
            and _is_pattern(text, index)
        ):
            yield _found(text, index, form, portable)


def _is_bounded(after: Sequence[Token]) -> bool:
    shown = [t.text for t in after[:3]]
    numbers = [t.kind is Kind.NUMBER for t in after[:3]]
    if numbers[:1] == [True]:
        return shown[1:2] != [".."] or numbers[2:3] == [True]
    return shown[:1] == [".."] and numbers[1:2] == [True]


def _is_pattern(text: Text, index: int) -> bool:
    return text.places[index].keyword in ("MATCH", "OPTIONAL") and text.places[index].part == ""


def _aggregates(text: Text) -> Iterator[int]:
    """Calls that aggregate; ``COUNT { ... }`` is a subquery and does not."""
    return text.calls(_AGGREGATES)


def _aggregate_in_predicate(text: Text) -> Iterator[Finding]:
    portable = "give the aggregate a name in WITH and compare the name in the next clause"
    seen: set[tuple[int, int, str, int]] = set()
    for index in _aggregates(text):
        here = text.places[index]
        key = (here.frame, here.clause, here.part, here.item)
        if here.part == "ORDER" or key in seen:
            continue
        if here.part == "WHERE" or any(_compares(text, other) for other in _beside(text, index)):
            seen.add(key)
            yield _found(text, index, f"the aggregate {text.tokens[index].text} in a comparison", portable)


def _beside(text: Text, index: int) -> Iterator[int]:
    """Tokens of the same item, outside of every aggregate's arguments."""
    here = text.places[index]
    inside = [(i + 1, text.closed.get(i + 1, i + 1)) for i in _aggregates(text)]
    for other, place in enumerate(text.places):
        if place == here and not any(start <= other <= end for start, end in inside):
            yield other


def _compares(text: Text, index: int) -> bool:
    token = text.tokens[index]
    return token.word in _COMPARING_WORDS or (token.kind is Kind.SIGN and token.text in _COMPARING_SIGNS)


def _unordered(text: Text) -> Iterator[Finding]:
    """``collect`` of rows in no order, where the order of the list can be seen."""
    portable = "put WITH ... ORDER BY before it, or write COLLECT { MATCH ... RETURN x ORDER BY x }"
    ordered = {(p.frame, p.clause) for p in text.places if p.part == "ORDER"}
    for index in text.calls({"COLLECT"}):
        here = text.places[index]
        if (here.frame, here.clause - 1) in ordered or set(text.enclosing(index)) & {"SIZE"}:
            continue
        if not _only_searched(text, index):
            yield _found(text, index, "collect of rows in no order", portable)


def _only_searched(text: Text, index: int) -> bool:
    """Whether the list gets a name, and every use of the name asks what is in it, not where."""
    end = text.closed.get(index + 1, index)
    if text.word(index - 1) == "IN":
        return True
    if text.word(end + 1) != "AS" or text.places[index].keyword == "RETURN":
        return False
    name = text.tokens[end + 2].text
    for use in range(end + 3, len(text.tokens)):
        if text.tokens[use].text != name or text.sign(use - 1) == ".":
            continue
        if text.word(use - 1) == "AS":
            return True  # another thing has the name from here on
        if not _is_search(text, use):
            return False
    return True


def _is_search(text: Text, index: int) -> bool:
    """After IN or UNWIND, inside size(), or handed on by WITH under its name."""
    if text.word(index - 1) in ("IN", "UNWIND") or text.word(index - 2) == "SIZE":
        return True
    alone = text.sign(index + 1) in (",", "") and (text.sign(index - 1) == "," or text.word(index - 1) == "WITH")
    return text.places[index].keyword == "WITH" and alone


def _names_in_no_order(text: Text) -> Iterator[Finding]:
    for index in text.calls({"KEYS", "LABELS"}):
        if text.word(index - 1) not in ("IN", "UNWIND") and "SIZE" not in text.enclosing(index):
            name = text.tokens[index].text
            portable = f"write COLLECT {{ UNWIND {name}(n) AS x RETURN x ORDER BY x }}"
            yield _found(text, index, f"{name}() comes in no order", portable)
    for opened, closed in text.closed.items():
        if text.sign(opened) == "[" and _is_pattern_comprehension(text, opened, closed):
            portable = "write COLLECT { MATCH (a)-->(b) RETURN b.name ORDER BY b.name }"
            yield _found(text, opened, "a pattern comprehension comes in no order", portable)


def _is_pattern_comprehension(text: Text, opened: int, closed: int) -> bool:
    first = opened + 1 if text.sign(opened + 1) == "(" else opened + 3 if text.sign(opened + 2) == "=" else None
    if first is None or text.sign(first) != "(" or first not in text.closed:
        return False
    has_bar = any(text.sign(i) == "|" for i in range(text.closed[first], closed))
    return text.sign(text.closed[first] + 1) in ("-", "<-", "->") and has_bar


def _last_digits(text: Text) -> Iterator[Finding]:
    for index in text.calls(_ROUNDED):
        if "ROUND" not in text.enclosing(index):
            name = text.tokens[index].text
            yield _found(text, index, f"the last digits of {name}", f"write round({name}(...), 6)")


def _moments_as_text(text: Text) -> Iterator[Finding]:
    for index in text.calls({"TOSTRING"}):
        if text.word(index + 2) in _MOMENTS:
            yield _found(text, index, "a moment as text", "return the value itself: clients write it alike")


def _full_text(text: Text) -> Iterator[Finding]:
    for index in text.words({"DB"}):
        if not text.dotted(index).startswith("db.index.fulltext.query"):
            continue
        opened = next((i for i in range(index, len(text.tokens)) if text.sign(i) == "("), len(text.tokens))
        if text.is_text(opened + 1):
            portable = "pass it as a parameter: the stores name their indexes themselves"
            yield _found(text, opened + 1, "the name of a full-text index", portable)
        if text.is_text(opened + 3) and text.tokens[opened + 3].text[:1] in ("*", "?"):
            portable = "begin with a letter: wild cards at the end only"
            yield _found(text, opened + 3, "a search word that begins with a wild card", portable)
        for shown in text.words({"SCORE"}):
            if text.places[shown].keyword == "RETURN" and text.places[shown].part == "":
                yield _found(text, shown, "the score of a search", "order by score, then id; never show it")


def _dynamic_names(text: Text) -> Iterator[Finding]:
    portable = "write a statement for each label or type, from a list of your own"
    for index, token in enumerate(text.tokens):
        if text.sign(index - 1) == ":" and token.kind is Kind.PARAMETER and text.innermost(index) in ("(", "["):
            yield _found(text, index, "a label or type from a parameter", portable)


def _look_up_by_another(text: Text) -> Iterator[Finding]:
    """``MATCH (k:Claim {id: d.claim})``: one of the stores does not find it by its index, or finds nothing."""
    for index in text.words({"MATCH"}):
        end = next((i for i in range(index + 1, len(text.tokens)) if text.word(i) in CLAUSES | PARTS), len(text.tokens))
        for other in range(index, end - 3):
            value, dot = text.tokens[other + 1], text.sign(other + 2)
            if text.sign(other) == ":" and text.innermost(other) == "{" and value.kind is Kind.WORD and dot == ".":
                portable = f"write WITH {value.text}.{text.tokens[other + 3].text} AS x before MATCH, and x here"
                yield _found(text, other + 1, "a look-up by a property of something else", portable)


def _loose_types(text: Text) -> Iterator[Finding]:
    """What the embedded engine takes and Neo4j refuses."""
    for index in text.words({"LIMIT", "SKIP"}):
        if text.is_text(index + 1):
            yield _found(text, index, f"{text.tokens[index].text} of a text", "write a number")
    for index in text.calls({"EXISTS"}):
        if text.sign(index + 3) == ".":
            yield _found(text, index, "exists(n.name)", "write n.name IS NOT NULL")
    for index in text.words({"TRUE", "FALSE"}):
        if (text.sign(index - 1) == "+" and text.is_text(index - 2)) or (
            text.sign(index + 1) == "+" and text.is_text(index + 2)
        ):
            yield _found(text, index, "a text and a truth value added up", "write toString(...) around the value")
    for index, token in enumerate(text.tokens):
        if token.text == "=~" and text.is_text(index + 1) and not _is_regular(text.tokens[index + 1].text):
            yield _found(text, index + 1, "a pattern that is not closed", "mend the regular expression")


def _is_regular(pattern: str) -> bool:
    try:
        re.compile(pattern.replace("\\\\", "\\"))
    except re.error as error:
        return not any(word in str(error) for word in ("unterminated", "unbalanced", "missing )", "nothing to repeat"))
    return True


def _of_one_store(text: Text) -> Iterator[Finding]:
    for index in text.words({"CYPHER"}):
        if index == 0:
            yield _found(text, index, "the prefix CYPHER", "leave it out: the embedded engine refuses it")
    for index in text.words({"LET", "FILTER"}):
        begins = text.sign(index - 1) in (")", "]", "}") or text.word(index - 1) not in _BEFORE_A_NAME
        goes_on = text.sign(index + 2) == "=" if text.word(index) == "LET" else bool(text.word(index + 1))
        if begins and goes_on and text.word(index + 1) not in CLAUSES | PARTS | {"AS"} and text.sign(index - 1) != ",":
            yield _found(text, index, f"the clause {text.tokens[index].text}", "write WITH ... or WITH ... WHERE ...")
    for index in text.words({"NULLS"}):
        if text.word(index + 1) in ("FIRST", "LAST"):
            yield _found(text, index, "NULLS FIRST and LAST", "order by x IS NULL, then by x")
    for index in text.words({"APOC", "GDS"}):
        if text.sign(index + 1) == ".":
            yield _found(text, index, text.dotted(index), "write it in plain Cypher: a plain Neo4j has no plug-ins")
    for index in text.calls({"ID", "ELEMENTID"}):
        yield _found(text, index, f"{text.tokens[index].text}() differs between stores", "use the property n.id")


RULES: Sequence[Callable[[Text], Iterator[Finding]]] = (
    _shortest,
    _endless,
    _aggregate_in_predicate,
    _unordered,
    _names_in_no_order,
    _last_digits,
    _moments_as_text,
    _full_text,
    _dynamic_names,
    _look_up_by_another,
    _loose_types,
    _of_one_store,
)
