"""Claims with their PLOVER types: composition, and whom what is done is aimed at."""

from __future__ import annotations

from pathlib import Path

import pytest

from kgraph.extract import SpacyExtractor
from kgraph.graph import with_governments_as_countries
from tests.claims.test_sentences import article
from tests.claims.told import line

_TABLE = Path(__file__).parent / "codes.txt"


@pytest.fixture(scope="module")
def extractor() -> SpacyExtractor:
    return SpacyExtractor()


def _cases() -> list[tuple[str, list[str]]]:
    cases: list[tuple[str, list[str]]] = []
    for row in _TABLE.read_text(encoding="utf-8").splitlines():
        if row.startswith("> "):
            cases.append((row[2:], []))
        elif row.startswith("= "):
            cases[-1][1].append(row[2:])
    return cases


@pytest.mark.parametrize(("sentence", "expected"), _cases())
def test_the_codes_of_a_sentence(extractor: SpacyExtractor, sentence: str, expected: list[str]) -> None:
    (read,) = extractor.extract([article(sentence, published="2020-10-02")])
    read = with_governments_as_countries(read)
    assert [f"{line(read, claim)} | {claim.plover or '-'}" for claim in read.claims] == expected
