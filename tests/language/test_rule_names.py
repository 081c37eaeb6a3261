"""docs/language.md has every rule name that the code can emit, and each of its examples is read as it says."""

import ast
import re
from pathlib import Path

import pytest

from kgraph.extract import SpacyExtractor
from kgraph.output.claims import in_words
from kgraph.output.views import views_of
from kgraph.reading import article

ROOT = Path(__file__).resolve().parents[2]
_ROW = re.compile(r"^\| `(?P<rule>[\w+-]+)` \| [^|]+ \| (?P<text>[^|]+) \| (?P<claim>[^|]+) \|$", re.MULTILINE)
_PLAIN = " [asserted; said by the article itself]"
_NAMES = {"construction", "rule"}  # variables, attributes and keywords that hold a rule's name


@pytest.fixture(scope="module")
def extractor():
    return SpacyExtractor()


def _rows():
    page = (ROOT / "docs" / "language.md").read_text(encoding="utf-8")
    return [(match["rule"], match["text"].strip(), match["claim"].strip()) for match in _ROW.finditer(page)]


def _parts(rule):
    """ "copula-relative" is "copula" and "relative"; "nominal+reverse" is "nominal" and "reverse"."""
    for part in rule.split("+"):
        if part.startswith("copula-"):
            yield "copula"
            yield from _parts(part.removeprefix("copula-"))
        elif part.startswith("gerund-after-"):
            yield "gerund-after-"
        elif part:
            yield part


@pytest.mark.parametrize(("rule", "text", "claim"), _rows(), ids=[row[0] for row in _rows()])
def test_the_example_of_a_rule_is_read_by_it(extractor, rule, text, claim):
    found = next(extractor.extract([article(text, published="2020-10-02")]))
    told = [in_words(view).removesuffix(_PLAIN) for view in views_of(found) if view.rule == rule]
    assert claim in told


def test_the_page_and_the_code_have_the_same_names():
    documented = {part for rule, _, _ in _rows() for part in _parts(rule)}
    emitted = {part for name in _emitted() for part in _parts(name)}
    assert documented == emitted


def test_what_is_read_in_the_tables_has_only_documented_names(extractor):
    text = (ROOT / "tests" / "claims" / "sentences.txt").read_text(encoding="utf-8")
    sentences = [block.splitlines()[0] for block in text.split("\n> ")[1:]]
    documented = {part for rule, _, _ in _rows() for part in _parts(rule)}
    for found in extractor.extract(article(sentence, published="2020-10-02") for sentence in sentences):
        for claim in found.claims:
            assert claim.rule
            assert set(_parts(claim.rule)) <= documented, claim.rule


def _emitted():
    for room in ("clauses", "claims"):
        for path in sorted((ROOT / "kgraph" / room).glob("*.py")):
            tree = ast.parse(path.read_text(encoding="utf-8"))
            for node in ast.walk(tree):
                for value in _values(node, paired=room == "clauses"):
                    yield from _texts(value)


def _values(node, *, paired):
    """The expressions that become a rule's name."""
    if isinstance(node, (ast.Assign, ast.AugAssign)):
        targets = node.targets if isinstance(node, ast.Assign) else [node.target]
        for target in targets:
            if isinstance(target, ast.Tuple) and isinstance(node.value, ast.Tuple):
                yield from (v for t, v in zip(target.elts, node.value.elts, strict=True) if _is_name(t))
            elif _is_name(target):
                yield node.value
    elif isinstance(node, ast.Call):
        yield from (keyword.value for keyword in node.keywords if keyword.arg in _NAMES)
        if isinstance(node.func, ast.Name) and node.func.id == "Predication" and len(node.args) > 3:
            yield node.args[3]
    elif paired and isinstance(node, ast.Return) and isinstance(node.value, (ast.Tuple, ast.IfExp)):
        pairs = [node.value] if isinstance(node.value, ast.Tuple) else [node.value.body, node.value.orelse]
        pairs = [pair.elts for pair in pairs if isinstance(pair, ast.Tuple)]
        yield from (elements[1] for elements in pairs if len(elements) == 2)  # (heads, name)


def _is_name(target):
    return str(getattr(target, "id", getattr(target, "attr", None))).lower() in _NAMES  # RULE, of a module


def _texts(value):
    if isinstance(value, ast.IfExp):  # the condition is no name
        yield from (*_texts(value.body), *_texts(value.orelse))
    elif isinstance(value, (ast.BoolOp, ast.JoinedStr)):
        yield from (text for part in value.values for text in _texts(part))
    elif isinstance(value, ast.BinOp):
        yield from (*_texts(value.left), *_texts(value.right))
    elif isinstance(value, ast.Constant) and isinstance(value.value, str):
        yield value.value.strip("+") if not value.value.endswith("-") else value.value
