"""Careful readings of whole articles against what is read: floors a little under what was reached.

``tests/data/retold`` tells one story three times with other actors, another order and other words; ``tests/data/news``
is held out: no rule was written for it. The seed article may not be committed: it is read where KGRAPH_GOLD names its
folder.
"""

import os
from pathlib import Path

import pytest

from kgraph.evaluation import SetScore, evaluate
from kgraph.extract import SpacyExtractor

DATA = Path(__file__).parent.parent / "data"


@pytest.fixture(scope="module")
def extractor():
    return SpacyExtractor()


def _scores(folder: Path, extractor, only=None) -> list[SetScore]:
    return list(evaluate(folder, lambda _: extractor, only=only, resamples=0))


@pytest.fixture(scope="module")
def retold(extractor):
    return _scores(DATA / "retold", extractor)


def test_the_same_story_in_other_words_is_read_as_well(retold):
    matched = [score.counts["matched"] for score in retold]
    assert min(matched) >= 45
    assert max(matched) - min(matched) <= 3
    assert all(score.counts["tier 1 matched"] >= 23 for score in retold)
    assert all(score.measure("claims").precision >= 0.85 for score in retold)


def test_no_retold_story_has_a_hard_error(retold):
    """No lost negation, lost holder, unreal thing shown as fact, or exchanged agents."""
    assert [score.counts["hard errors"] for score in retold] == [0, 0, 0]


def test_no_denial_is_made_up(retold):
    assert all(score.measure("denied by").precision == 1.0 for score in retold)


def test_held_out_news_is_read(extractor):
    scores = _scores(DATA / "news", extractor)
    matched = sum(score.counts["matched"] for score in scores)
    edges = sum(score.counts["edges"] for score in scores)
    gold = sum(score.measure("claims").n for score in scores)
    assert matched / gold >= 0.68
    assert matched / edges >= 0.68
    assert all(score.measure("polarity").recall == 1.0 for score in scores)


@pytest.mark.gold
def test_the_seed_article(extractor):
    folder = os.environ.get("KGRAPH_GOLD")
    if not folder:
        pytest.skip("KGRAPH_GOLD does not name the folder of the gold sets: the seed article was not read")
    (score,) = _scores(Path(folder), extractor, only=["seed"])
    assert score.counts["matched"] >= 51
    assert score.counts["tier 1 matched"] >= 28
    assert score.measure("claims").precision >= 0.9
    assert score.measure("denied by").recall == score.measure("denied by").precision == 1.0
    assert score.counts["hard errors"] == 0
