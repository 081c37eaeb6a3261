"""Claims read with the real model, construction by construction: the tables are ``sentences*.txt``."""

from pathlib import Path

import pytest

from kgraph.extract import SpacyExtractor
from kgraph.reading import article
from tests.claims.told import told


@pytest.fixture(scope="module")
def extractor():
    return SpacyExtractor()


def _cases():
    tables = sorted(Path(__file__).parent.glob("sentences*.txt"))
    text = "\n".join(table.read_text(encoding="utf-8") for table in tables)
    cases = []
    for block in text.split("\n> ")[1:]:
        sentence, *lines = block.strip().splitlines()
        reasons = [line[2:] for line in lines if line.startswith("x ")]
        marks = [pytest.mark.xfail(strict=True, reason=reasons[0])] if reasons else []
        expected = [line[2:] for line in lines if line.startswith("= ")]
        cases.append(pytest.param(sentence, expected, id=sentence, marks=marks))
    return cases


@pytest.mark.parametrize(("sentence", "expected"), _cases())
def test_the_claims_of_a_sentence(extractor, sentence, expected):
    text = article(sentence, published="2020-10-02")
    assert told(next(extractor.extract([text]))) == expected
