"""Whether two reports are copies of one text, as far as their sketches tell. Symmetric and pure."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from kgraph.stories.minhash import Hashes, Marks, are_in, distinct, mixed
from kgraph.stories.sketch import FEW, LITTLE, SAMPLE, Sketch

SHARED = 0.42  # of the shorter report's shingles: half of its sentences, and what other sentences have in common anyway
TOLD = 0.2  # of what stands outside quotations: two who heard the same speech quote it in the same words
ENOUGH = 0.85  # with the share of its names: words around every report of a site, or a form that is filled in again and
# again ("Weather in Hamar"), are the same without them
FILLED = 0.6  # of the frames in both: a count or a bulletin of another day has other figures and places in them
AGAIN = 0.8
LONGER = 0.2  # of the longer one's shingles: what is longer still is a round-up of several reports


@dataclass(frozen=True, slots=True)
class Likeness:
    """``shared``: the part of the shorter report's shingles that stand in the other, ``longer``: the part of the
    longer one's; ``told``: as ``shared``, outside quotations; ``names`` and ``figures``: the part of the shorter one's
    that the other has too; ``filled``: the part of the frames in both that hold the same names and figures."""

    shared: float
    longer: float
    told: float
    names: float
    figures: float
    filled: float


def alike(one: Sketch, other: Sketch) -> bool:
    """Whether one is a copy of the other: whole, cut, or half rewritten."""
    if one.exact == other.exact:
        return True
    if not one.count or not other.count:
        return False
    found = likeness(one, other)
    is_alike = found.shared >= SHARED and found.told >= TOLD and found.longer >= LONGER
    return is_alike and found.shared + found.names >= ENOUGH and found.filled >= FILLED


def is_the_same_again(one: Sketch, other: Sketch) -> bool:
    """Whether two texts of one outlet, of different days, are one: anything less is another issue of what recurs, or a
    report of what came next."""
    found = likeness(one, other)
    return min(found.shared, found.names, found.figures) >= AGAIN


def likeness(one: Sketch, other: Sketch) -> Likeness:
    """How much of two reports is the same."""
    small, large = sorted((one, other), key=lambda sketch: (sketch.count, sketch.exact))
    (left, left_told), (right, right_told) = _same_sample(small, large)
    common = are_in(left, right)
    both_told = are_in(left[left_told], right[right_told])
    return Likeness(
        shared=common.sum() / max(len(left), 1),
        longer=common.sum() / max(len(right), 1),
        told=both_told.sum() / len(both_told) if len(both_told) >= LITTLE else 1.0,
        names=_part(small.names, large.names),
        figures=_part(small.figures, large.figures),
        filled=_filled(small, large),
    )


def _same_sample(one: Sketch, other: Sketch) -> tuple[tuple[Hashes, Marks], tuple[Hashes, Marks]]:
    """The shingles of both, and which are told, below the same bound: what each would have kept if it were as long as
    the longer one."""
    bound = np.uint32(0xFFFFFFFF)
    for sketch in (one, other):
        if sketch.count > SAMPLE:
            bound = min(bound, mixed(sketch.shingles).max())

    def below(sketch: Sketch) -> tuple[Hashes, Marks]:
        chosen = mixed(sketch.shingles) <= bound
        return sketch.shingles[chosen], sketch.told[chosen]

    return below(one), below(other)


def _part(one: Hashes, other: Hashes) -> float:
    return float(are_in(one, other).sum() / len(one)) if len(one) else 1.0


def _filled(one: Sketch, other: Sketch) -> float:
    frames = distinct(one.frames)
    common = are_in(frames, distinct(other.frames)).sum()
    if common < FEW:
        return 1.0
    alike = distinct(one.frames[are_in(_pairs(one), _pairs(other))])
    return float(len(alike) / common)


def _pairs(sketch: Sketch) -> npt.NDArray[np.uint64]:
    return (sketch.frames.astype(np.uint64) << np.uint64(32)) | sketch.filled
