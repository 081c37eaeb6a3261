"""The stories of a whole corpus at once: for a check of a graph, and for an export that no graph stands behind.

Bands are numbers in an array and sketches lie in a file meanwhile, so that an article takes less than a kilobyte of
memory.
"""

from __future__ import annotations

import tempfile
from array import array
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import combinations

import numpy as np
import numpy.typing as npt

from kgraph.stories.gather import Place, Sets, placed
from kgraph.stories.prints import EXACT, Print, number_of

_PARTS = 16  # of the bands, sorted one after the other


def places(prints: Iterable[Print]) -> dict[str, Place]:
    """The place of every article among these, each of which comes once."""
    with Corpus() as corpus:
        for one in prints:
            corpus.add(one)
        return corpus.places()


class Corpus:
    """Prints are added, then asked for their places."""

    def __init__(self) -> None:
        self._prints: list[Print] = []  # without bands and sketch
        self._bands, self._owners = array("Q"), array("I")
        self._sketches = tempfile.TemporaryFile()  # noqa: SIM115, closed on leaving the block
        self._starts = array("Q")

    def __enter__(self) -> Corpus:
        return self

    def __exit__(self, *error: object) -> None:
        self._sketches.close()

    def add(self, one: Print) -> None:
        for band in one.probes():
            self._bands.append(number_of(band))
            self._owners.append(len(self._prints))
        self._starts.append(self._sketches.tell())
        self._sketches.write(one.sketch.encode("ascii", "replace"))
        self._prints.append(replace(one, bands=(), sketch=one.sketch[:EXACT]))

    def places(self) -> dict[str, Place]:
        self._starts.append(self._sketches.tell())
        sets = Sets()
        for run in self._runs():
            for one, other in combinations(run, 2):
                self._join(sets, one, other)
        by_id = {one.article: one for one in self._prints}
        found: dict[str, Place] = {}
        for members in sets.groups(by_id):
            found |= placed([by_id[member] for member in members])
        return found

    def _join(self, sets: Sets, one: int, other: int) -> None:
        left, right = self._prints[one], self._prints[other]
        if sets.find(left.article) == sets.find(right.article):
            return
        is_copy = left.exact == right.exact
        if not is_copy and left.is_near(right):
            is_copy = self._whole(one).is_copy(self._whole(other))
        if is_copy:
            sets.join(left.article, right.article)

    def _whole(self, number: int) -> Print:
        start, end = self._starts[number], self._starts[number + 1]
        self._sketches.seek(start)
        return replace(self._prints[number], sketch=self._sketches.read(end - start).decode("ascii"))

    def _runs(self) -> Iterator[list[int]]:
        """The articles of each band that several have."""
        bands, owners = np.array(self._bands, np.uint64), np.array(self._owners, np.int64)
        for part in range(_PARTS):
            chosen = np.nonzero(bands % np.uint64(_PARTS) == part)[0]
            yield from _equal_runs(bands[chosen], owners[chosen])


def _equal_runs(bands: npt.NDArray[np.uint64], owners: npt.NDArray[np.int64]) -> Iterator[list[int]]:
    order = np.argsort(bands, kind="stable")
    bands, owners = bands[order], owners[order]
    ends = np.append(np.nonzero(bands[1:] != bands[:-1])[0] + 1, len(bands))
    start = 0
    for end in ends:
        if end - start > 1:
            yield list(dict.fromkeys(owners[start:end].tolist()))
        start = end
