"""Copies are found and near misses left alone, on pairs that were written before there was a matcher. docs/accuracy.md
has the figures; the floors are the issue's."""

from __future__ import annotations

import random

import pytest

from benchmarks import stories
from kgraph.stories import places

PRECISION, RECALL = 0.98, 0.9


@pytest.fixture(scope="module", params=["development", "held_out"])
def half(request: pytest.FixtureRequest):
    return stories.pairs_of(request.param), stories.prints_of(request.param)


@pytest.mark.parametrize("judge", [stories.alone, stories.together])
def test_copies_are_found_and_near_misses_left_alone(half, judge) -> None:
    score = judge(*half)
    right, found = score.precision
    assert right / found >= PRECISION
    right, there = score.recall
    assert right / there >= RECALL


def test_the_order_of_arrival_does_not_matter(half) -> None:
    _, prints = half
    several = list(prints.values())
    expected = places(several)
    for seed in range(5):
        random.Random(seed).shuffle(several)
        assert places(several) == expected


def test_intervals() -> None:
    low, high = stories.wilson(9, 10)
    assert (round(low, 3), round(high, 3)) == (0.596, 0.982)
    assert stories.wilson(0, 0) == (0.0, 1.0)
