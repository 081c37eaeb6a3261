"""The signatures are those of datasketch, number by number, and meet as often as LSH promises."""

from __future__ import annotations

import numpy as np
import pytest
from datasketch import MinHash
from hypothesis import given, settings
from hypothesis import strategies as st

from kgraph.stories.minhash import PERMUTATIONS, ROWS, bands, hashed, runs_of, signature

NUMBERS = st.lists(st.integers(0, 2**32 - 1), min_size=1, max_size=400, unique=True)


@settings(max_examples=60, deadline=None)
@given(NUMBERS)
def test_a_signature_is_that_of_datasketch(numbers: list[int]) -> None:
    theirs = MinHash(num_perm=PERMUTATIONS, scheme="affine32", hashfunc=int)
    theirs.update_batch(numbers)
    assert signature(np.array(numbers, np.uint32)).tolist() == theirs.hashvalues.tolist()


def test_runs_of_words_are_numbered_alike_wherever_they_stand() -> None:
    one = runs_of(hashed("the ships left the port at dawn".split()))
    other = runs_of(hashed("it said the ships left the harbour".split()))
    assert len(one) == 5
    assert np.isin(one, other).tolist() == [True, True, False, False, False]


def test_the_order_of_the_words_counts() -> None:
    assert runs_of(hashed(["Oslo", "accused", "Nairobi"])) != runs_of(hashed(["Nairobi", "accused", "Oslo"]))


@pytest.mark.parametrize("likeness", [0.3, 0.5, 0.8])
def test_sets_meet_in_a_band_as_often_as_their_likeness_promises(likeness: float) -> None:
    draw = np.random.RandomState(3)
    met, takes = 0, 400
    for _ in range(takes):
        numbers = draw.randint(0, 2**32, 200, dtype=np.uint32)
        common, rest = np.split(numbers, [int(200 * likeness)])
        one, other = (np.concatenate([common, half]) for half in np.split(rest, [len(rest) // 2]))
        met += bool(np.isin(bands(signature(one)), bands(signature(other))).any())
    promised = 1 - (1 - likeness**ROWS) ** (PERMUTATIONS // ROWS)
    assert met / takes == pytest.approx(promised, abs=0.04)
