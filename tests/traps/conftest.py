"""One reader for all traps; ``read`` gives claims as lines (tests/claims/told.py), ``extraction`` everything."""

import pytest

from kgraph.extract import SpacyExtractor
from kgraph.reading import article
from tests.claims.told import told

FRIDAY = "2020-10-02"


@pytest.fixture(scope="session")
def _extractor():
    return SpacyExtractor()


@pytest.fixture
def extraction(_extractor):
    return lambda text, **about: next(_extractor.extract([article(text, **{"published": FRIDAY} | about)]))


@pytest.fixture
def read(extraction):
    return lambda text, **about: told(extraction(text, **about))
