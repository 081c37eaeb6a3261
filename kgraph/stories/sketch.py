"""What is kept of a report to tell its copies: a sample of its shingles, and the names and figures that it gives. Pure.

What is sampled has the smallest hashes, so that the same words are in the samples of all reports that have them, and
the share of one report that stands in another can be estimated from two samples; up to ``SAMPLE`` shingles it is exact.
"""

from __future__ import annotations

import base64
import re
import struct
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from kgraph.errors import DataError
from kgraph.ids import digest
from kgraph.model import Article
from kgraph.stories.body import body, words_of
from kgraph.stories.minhash import SHINGLE, Hashes, Marks, are_in, bands, distinct, hashed, mixed, runs_of, signature

SAMPLE = 320  # shingles
LITTLE = 25  # words; a shorter body says too little
FRAME = 4  # words
MOST_FRAMES = 96
FEW = 8  # shingles with a name or figure; where there are fewer, all are keyed
NONE = np.empty(0, np.uint32)
_FIGURES = frozenset(
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
    "nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion "
    "dozen dozens hundreds thousands millions first second third fourth fifth".split()
)
_WORD = re.compile(r"(\w+(?:['’.,]\w+)*)")
_DIGIT = re.compile(r"\d")
_POSSESSIVE = re.compile(r"['’]s$")
_BEGIN = re.compile(r"[.!?:\"“‘(]|['’] *$")


@dataclass(frozen=True, slots=True)
class Sketch:
    """``exact``: the same for the same body; ``count``: of its shingles; ``shingles``: a sample of them, and ``told``:
    which of these stand outside quotations; ``names`` and ``figures``: what is particular about this report;
    ``frames``: runs of words around names and figures, whatever these are, and ``filled``: the same with them."""

    exact: str
    count: int
    shingles: Hashes
    told: Marks
    names: Hashes
    figures: Hashes
    frames: Hashes
    filled: Hashes

    def dumps(self) -> str:
        """One word of ASCII, equal for equal sketches."""
        parts = (self.shingles, self.names, self.figures, self.frames, self.filled, _packed(self.told))
        head = np.array([self.count, *map(len, parts)], np.uint32)
        packed = np.concatenate([head, *parts]).astype("<u4").tobytes()
        return f"{self.exact}.{base64.b64encode(packed).decode('ascii')}"

    @staticmethod
    def loads(line: str) -> Sketch:
        """Raises: ValueError for what ``dumps`` did not write."""
        exact, _, packed = line.partition(".")
        values = np.frombuffer(base64.b64decode(packed, validate=True), "<u4").astype(np.uint32)
        count, *lengths = map(int, values[:7])
        ends = np.cumsum([7, *lengths])
        if len(lengths) != 6 or ends[-1] != len(values):
            raise ValueError("a sketch of another length")
        shingles, *others, bits = [values[start:end] for start, end in pairwise(ends)]
        told = np.unpackbits(bits.astype("<u4").view(np.uint8))[: len(shingles)].astype(np.bool_)
        return Sketch(exact, count, shingles, told, *others)


def _packed(marks: Marks) -> Hashes:
    """Truth values as bits."""
    bits = np.packbits(marks)
    return np.frombuffer(bits.tobytes().ljust(-(-len(bits) // 4) * 4, b"\0"), "<u4")


def sketch_of(article: Article) -> tuple[Sketch, list[int]]:
    """The sketch of an article, and the keys of which its copies are likely to have one too, that of exact copies
    first."""
    words = _words(body(article))
    if len(words.texts) < LITTLE:
        exact = digest("text", " ".join(words_of(article.text)).casefold())
        return Sketch(exact, 0, NONE, np.empty(0, np.bool_), NONE, NONE, NONE, NONE), [int(exact, 16)]
    exact = digest("body", " ".join(words.texts))
    hashes = hashed(words.texts)
    names, figures = np.array(words.names), np.array(words.figures)
    is_particular = names | figures
    runs = runs_of(hashes)
    found = distinct(runs)
    frames, filled = frames_in(hashes, is_particular)
    sample = sample_of(found)
    told = distinct(runs[~touched(np.array(words.quoted), SHINGLE)])
    sketch = Sketch(
        exact,
        len(found),
        sample,
        are_in(sample, told),
        names=distinct(hashes[names]),
        figures=distinct(hashes[figures]),
        frames=frames,
        filled=filled,
    )
    particular = runs[touched(is_particular, SHINGLE)]
    keyed = distinct(particular) if len(particular) >= FEW else found
    return sketch, [int(exact, 16), *map(int, bands(signature(keyed)))]


class _Words(NamedTuple):
    """The words of a text as they are compared, and which of them are names, figures, and somebody's own words."""

    texts: list[str]
    names: list[bool]
    figures: list[bool]
    quoted: list[bool]


def _words(paragraphs: Iterable[str]) -> _Words:
    found = _Words([], [], [], [])
    for paragraph in paragraphs:
        parts, quoted = _WORD.split(paragraph), False
        for before, word in zip(parts[::2], parts[1::2], strict=False):
            plain = word.isalpha() and word.islower()  # nearly all
            text = word if plain else _POSSESSIVE.sub("", word).casefold()
            is_figure = text in _FIGURES or not (plain or _DIGIT.search(word) is None)
            quoted = quoted if before == " " else _is_quoted(before, quoted)
            found.texts.append(text)
            found.quoted.append(quoted)
            found.figures.append(is_figure)
            found.names.append(not (plain or is_figure) and word[0].isupper() and not _begins(before))
    return found


def _is_quoted(before: str, quoted: bool) -> bool:
    """Whether a word stands in a quotation, by what stands before it and whether the word before did."""
    for mark in before:
        if mark in "“‘„«":
            quoted = True
        elif mark in "”’»":
            quoted = False
        elif mark == '"':
            quoted = not quoted
    return quoted


def _begins(before: str) -> bool:
    """Whether a word stands where any word has a capital, by what stands before it."""
    return before != " " and (not before or _BEGIN.search(before) is not None)


def touched(marks: Marks, size: int) -> Marks:
    """Which runs of words hold one that is marked: "talks had failed" says little of which talks."""
    runs = max(len(marks) - size + 1, 1)
    return np.array(np.logical_or.reduce([marks[place : place + runs] for place in range(size)]))


def frames_in(hashes: Hashes, is_particular: Marks) -> tuple[Hashes, Hashes]:
    """The frames of a text and what fills them: "kills at least # people" and "kills at least 31 people"."""
    chosen = touched(is_particular, FRAME)
    frames = runs_of(np.where(is_particular, np.uint32(0), hashes), FRAME)[chosen]
    both = distinct((frames.astype(np.uint64) << np.uint64(32)) | runs_of(hashes, FRAME)[chosen])
    frames, filled = (both >> np.uint64(32)).astype(np.uint32), both.astype(np.uint32)
    kinds = mixed(distinct(frames))
    if len(kinds) > MOST_FRAMES:
        chosen = mixed(frames) <= np.partition(kinds, MOST_FRAMES - 1)[MOST_FRAMES - 1]
        frames, filled = frames[chosen], filled[chosen]
    return frames, filled


def sample_of(found: Hashes) -> Hashes:
    if len(found) <= SAMPLE:
        return found
    return np.sort(found[np.argsort(mixed(found), kind="stable")[:SAMPLE]])


@lru_cache(maxsize=4096)
def loaded(line: str) -> Sketch:
    """The sketch that ``dumps`` wrote.

    Raises: DataError for another line.
    """
    try:
        return Sketch.loads(line)
    except (ValueError, struct.error) as error:
        message = f"what an article keeps to tell its copies is broken in the graph: {line[:30]!r}"
        raise DataError(message, hint="`kgraph rebuild` makes the graph anew") from error
