"""The words of a claim's evidence, read with the real model."""

import pytest

from kgraph.extract import SpacyExtractor
from kgraph.reading import article


@pytest.fixture(scope="module")
def extractor():
    return SpacyExtractor()


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        # the first word is in capitals and a hyphen follows: no dateline
        ("A Saudi-led force attacked the port of Aden.", "A Saudi-led force attacked the port of Aden"),
        ("NATO troops shelled the Libyan-held port.", "NATO troops shelled the Libyan-held port"),
        # a dateline is a paragraph of its own
        ("BOGOTA – Peru has expelled the Chilean envoy.", "Peru has expelled the Chilean envoy"),
    ],
)
def test_evidence_is_the_whole_clause_without_the_dateline(extractor, text, quote):
    assert quote in [claim.evidence.quote for claim in next(extractor.extract([article(text)])).claims]
