"""Sets of shingles as short signatures (MinHash), and signatures as keys that near copies are likely to share (LSH).

The numbers are those of datasketch 2 (``MinHash(num_perm=64, scheme="affine32")``, bands as in ``MinHashLSH``), and a
test compares them; docs/decisions/one-story-once.md says why they are worked out here.
"""

from __future__ import annotations

from functools import cache
from typing import TypeVar
from zlib import crc32

import numpy as np
import numpy.typing as npt

Hashes = npt.NDArray[np.uint32]
Marks = npt.NDArray[np.bool_]
Number = TypeVar("Number", np.uint32, np.uint64)

SHINGLE = 3  # words
PERMUTATIONS, ROWS = 64, 2
_SEED = 1
_ODD = np.uint32(0x9E3779B1)


def hashed(words: list[str]) -> Hashes:
    """A number for each word, the same on every machine."""
    return np.fromiter((crc32(word.encode("utf-8", "surrogatepass")) for word in words), np.uint32, len(words))


def runs_of(words: Hashes, size: int = SHINGLE) -> Hashes:
    """A number for each run of ``size`` words, in text order; a shorter text is one run."""
    count = max(len(words) - size + 1, 1)
    found = np.zeros(count, np.uint32)
    for place in range(min(size, len(words))):
        found = mixed(found * _ODD + words[place : place + count])
    return found


def distinct(values: npt.NDArray[Number]) -> npt.NDArray[Number]:
    """Each once, sorted. As ``np.unique``, and for a few hundred numbers five times faster."""
    values = np.sort(values)
    return values[np.append(True, values[1:] != values[:-1])] if len(values) else values


def are_in(values: npt.NDArray[Number], others: npt.NDArray[Number]) -> Marks:
    """Which values are among the others, which are sorted. As ``np.isin``, and faster for a few hundred."""
    if not len(others):
        return np.zeros(len(values), np.bool_)
    at = np.searchsorted(others, values)
    at[at == len(others)] = 0
    return np.asarray(others[at] == values)


def mixed(values: Hashes) -> Hashes:
    """MurmurHash3's finalizer: a bijection that leaves no pattern."""
    values = values ^ (values >> np.uint32(16))
    values = values * np.uint32(0x85EBCA6B)
    values = values ^ (values >> np.uint32(13))
    values = values * np.uint32(0xC2B2AE35)
    return values ^ (values >> np.uint32(16))


def signature(values: Hashes) -> Hashes:
    """The MinHash of a set that is not empty: for each permutation the least of its values."""
    factors, terms = _permutations()
    least: Hashes = (mixed(values)[:, None] * factors + terms).min(axis=0)
    return least


@cache
def _permutations() -> tuple[Hashes, Hashes]:
    draw = np.random.RandomState(_SEED)
    factors = draw.randint(0, 1 << 31, PERMUTATIONS, dtype=np.uint32) * np.uint32(2) + np.uint32(1)
    return factors, draw.randint(0, 1 << 32, PERMUTATIONS, dtype=np.uint32)


def bands(of: Hashes) -> npt.NDArray[np.uint64]:
    """A number for each band of a signature. Sets of likeness s share one with probability 1 - (1 - s^2)^32."""
    rows = of.reshape(-1, ROWS).astype(np.uint64)
    found = np.arange(len(rows), dtype=np.uint64)
    for column in rows.T:
        found = (found ^ column) * np.uint64(0x9E3779B97F4A7C15)
        found = found ^ (found >> np.uint64(29))
    return found
