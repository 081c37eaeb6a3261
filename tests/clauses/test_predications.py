"""Who does what in a clause: every construction on trees written down in ``predications.txt``; no parser runs."""

from pathlib import Path

import pytest

from kgraph.clauses import predications, repair
from kgraph.language import load_lexicon
from kgraph.parsing import Tree
from tests.clauses.trees import tree


def _cases() -> list:
    return list(_read())


def _read():
    text = Path(__file__).with_name("predications.txt").read_text(encoding="utf-8")
    for block in text.split("\n> ")[1:]:
        sentence, *lines = block.strip().splitlines()
        expected = [line[2:] for line in lines if line.startswith("= ")]
        yield pytest.param("\n".join(line for line in lines if not line.startswith("= ")), expected, id=sentence)


def _in_words(found, of: Tree) -> str:
    def words(heads):
        return " + ".join(of.words[head] for head in heads)

    name = f"{found.lemma} {found.particle}" if found.particle else found.lemma
    return f"{words(found.subject)} | {name} | {words(found.object)} | {found.construction}"


@pytest.mark.parametrize(("rows", "expected"), _cases())
def test_the_predications_of_a_sentence(rows, expected):
    parsed = tree(rows)
    repair(parsed, load_lexicon())
    # event nouns come and go with the lexicon; they have tests of their own
    found = [p for p in predications(parsed, load_lexicon()) if p.kind != "noun"]
    assert [_in_words(p, parsed) for p in found] == expected


def test_repair_changes_nothing_the_second_time():
    for case in _cases():
        parsed = tree(case.values[0])
        repair(parsed, load_lexicon())
        once = (list(parsed.head), list(parsed.dep))
        repair(parsed, load_lexicon())
        assert (parsed.head, parsed.dep) == once
