"""The lexicon is its own test suite: every entry's sentences, read by the extractor.

One run of the extractor for all sentences of a breadth; one test for each sentence. What is not read yet stands in
``known_misses.toml`` by class.
"""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

import pytest

from kgraph.language import load_lexicon
from kgraph.model import Extraction
from kgraph.reading import article
from tests.language.examples import Case, cases
from tests.language.expectation import holds, parse, shown

MISSES = tomllib.loads((Path(__file__).parent / "known_misses.toml").read_text(encoding="utf-8"))
KNOWN = {text: reason for reason, found in MISSES.items() for text in found["sentences"]}


@cache
def _read(wide: bool) -> dict[str, Extraction]:
    extractor = pytest.importorskip("kgraph.extract", reason="no extractor: the lexicon's sentences were not read")
    reader = extractor.SpacyExtractor(attribution="wide" if wide else "narrow")
    texts = list(dict.fromkeys(case.text for case in cases() if case.wide is wide))
    return dict(zip(texts, reader.extract([article(text) for text in texts]), strict=True))


def _parameters():
    seen = set()
    for case in cases():
        key = (case.entry.place, case.text, case.expect)
        if key not in seen:
            seen.add(key)
            known = KNOWN.get(case.text)
            marks = [pytest.mark.xfail(strict=True, reason=known)] if known else []
            yield pytest.param(case, marks=marks, id=f"{case.entry.place} {case.text}")


@pytest.mark.parametrize("case", list(_parameters()))
def test_a_sentence_of_the_lexicon_is_read_as_its_entry_says(case: Case):
    extraction = _read(case.wide)[case.text]
    assert not case.faults(extraction), "\n".join(["read:", *shown(extraction)])


def test_every_known_miss_is_a_sentence_of_the_lexicon():
    assert set(KNOWN) <= {case.text for case in cases()}


def test_a_known_miss_stands_under_one_class():
    sentences = [text for found in MISSES.values() for text in found["sentences"]]
    assert len(sentences) == len(set(sentences))


@pytest.fixture(scope="module")
def reader():
    return pytest.importorskip("kgraph.extract").SpacyExtractor()


@pytest.mark.parametrize("name", sorted(load_lexicon().classes))
def test_a_class_of_nouns_makes_the_frame_that_its_sentence_shows(name: str, reader):
    """The same verb with a noun of the class, and with one that is none."""
    entry = load_lexicon().classes[name]
    (example,) = entry.yes
    relation = parse(example.expect).predicate
    within = next(reader.extract([article(example.text)]))
    assert holds(example.expect, within), "\n".join(["read:", *shown(within)])
    for text in entry.no:
        without = next(reader.extract([article(text)]))
        assert relation not in {claim.relation for claim in without.claims}, "\n".join(["read:", *shown(without)])
