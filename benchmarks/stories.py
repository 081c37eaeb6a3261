"""One story, once: how many copies are found and how many near misses are taken for copies, on the committed pairs
(``tests/data/stories``), with intervals; and what it costs to look for them.

The pairs of one event are not independent, so beside Wilson's interval there is one over events (bootstrap: whole
events are drawn).
"""

from __future__ import annotations

import csv
import random
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from importlib import import_module
from math import sqrt
from pathlib import Path
from statistics import quantiles
from time import process_time
from unittest.mock import patch

from benchmarks.corpus import articles
from benchmarks.measuring import ROOT, Spread, pin_to_cores
from kgraph.graph import delta
from kgraph.reading import article, read
from kgraph.store import open_store
from kgraph.store import stories as planning
from kgraph.stories import Place, Print, places, print_of

PAIRS = ROOT / "tests" / "data" / "stories"
RESAMPLES = 2_000


@dataclass(frozen=True, slots=True)
class Pair:
    left: str
    right: str
    same: bool
    kind: str

    @property
    def event(self) -> str:
        """Of which event both are; pairs of two events are an event of their own."""
        one, other = (name.rpartition("-")[0] for name in (self.left, self.right))
        return one if one == other else f"{one} {other}"


@dataclass(frozen=True, slots=True)
class Score:
    """How often a judgement agrees with the table. ``found``: by pair."""

    found: Mapping[Pair, bool]

    def count(self, *, same: bool, found: bool) -> int:
        return sum(pair.same is same and said is found for pair, said in self.found.items())

    @property
    def precision(self) -> tuple[int, int]:
        right = self.count(same=True, found=True)
        return right, right + self.count(same=False, found=True)

    @property
    def recall(self) -> tuple[int, int]:
        right = self.count(same=True, found=True)
        return right, right + self.count(same=True, found=False)

    def wrong(self) -> list[Pair]:
        return [pair for pair, said in self.found.items() if pair.same is not said]


def pairs_of(split: str) -> list[Pair]:
    with (PAIRS / "pairs.csv").open(encoding="utf-8", newline="") as table:
        rows = [row for row in csv.DictReader(table) if row["split"] == split]
    return [Pair(row["left"], row["right"], row["same"] == "yes", row["kind"]) for row in rows]


def prints_of(split: str) -> dict[str, Print]:
    """The print of every text of a half, by its name."""
    found: dict[str, Print] = {}
    for path in sorted((PAIRS / split).glob("*.txt")):
        (one,) = read([str(path)], on_error=_raise)
        found[path.stem] = print_of(one)
    return found


def _raise(error: Exception) -> None:
    raise error


def alone(pairs: Iterable[Pair], prints: Mapping[str, Print]) -> Score:
    """Whether two articles are one story when nothing else is in the graph."""
    return Score({pair: _stories([prints[pair.left], prints[pair.right]]) == 1 for pair in pairs})


def _stories(prints: Sequence[Print]) -> int:
    return len({place.story for place in places(prints).values()})


def together(pairs: Iterable[Pair], prints: Mapping[str, Print]) -> Score:
    """Whether they are when all articles of the half are in it: a copy of a copy counts, for good and for ill."""
    found = places(prints.values())
    story = {name: found[one.article].story for name, one in prints.items()}
    return Score({pair: story[pair.left] == story[pair.right] for pair in pairs})


# Intervals


def wilson(right: int, of: int) -> tuple[float, float]:
    """95 % (Wilson 1927)."""
    if not of:
        return 0.0, 1.0
    z, share = 1.96, right / of
    middle = (share + z * z / (2 * of)) / (1 + z * z / of)
    half = z * sqrt(share * (1 - share) / of + z * z / (4 * of * of)) / (1 + z * z / of)
    return max(0.0, middle - half), min(1.0, middle + half)


def over_events(score: Score, measure: Callable[[Score], tuple[int, int]], *, seed: int = 1) -> tuple[float, float]:
    """95 of 100 draws of whole events lie between."""
    by_event: dict[str, dict[Pair, bool]] = defaultdict(dict)
    for pair, said in score.found.items():
        by_event[pair.event][pair] = said
    events, draw = list(by_event.values()), random.Random(seed)
    shares = []
    for _ in range(RESAMPLES):
        right = of = 0
        for event in draw.choices(events, k=len(events)):
            one, all_ = measure(Score(event))
            right, of = right + one, of + all_
        shares.append(right / of if of else 1.0)
    ends = quantiles(shares, n=40)
    return ends[0], ends[-1]


def main() -> None:
    for split in ("development", "held_out"):
        pairs, prints = pairs_of(split), prints_of(split)
        for name, judge in (("each pair alone", alone), ("all in one graph", together)):
            score = judge(pairs, prints)
            print(f"  {split}, {name}: {len(pairs)} pairs")
            for measure in ("precision", "recall"):
                right, of = getattr(score, measure)
                low, high = wilson(right, of)
                least, most = over_events(score, lambda one, name=measure: getattr(one, name))  # type: ignore[misc]
                print(
                    f"    {measure} {right / max(of, 1):.3f} ({right} of {of}; Wilson {low:.3f} to {high:.3f}, "
                    f"over events {least:.3f} to {most:.3f})"
                )
            by_kind: dict[str, int] = defaultdict(int)
            for pair in score.wrong():
                by_kind[f"{pair.kind} ({'missed' if pair.same else 'taken for copies'})"] += 1
            if by_kind:
                print("    wrong: " + ", ".join(f"{count} {kind}" for kind, count in sorted(by_kind.items())))
    cost()
    stored()


# Cost


def cost(count: int = 400, takes: int = 3) -> None:
    """What a print costs, and what datasketch takes for the same numbers."""
    pin_to_cores()
    made = [article(story.text, title=story.title, published=story.published) for story in articles(count)]
    words = sum(len(one.text.split()) for one in made)
    print(f"  {count} articles, {words / count:.0f} words each; milliseconds of the processor for an article:")
    for name, work in {"print": print_of, "MinHash of datasketch, its own hash": _datasketch}.items():
        if spent := [_timed(work, made) for _ in range(takes)]:
            print(f"    {name}: {Spread(tuple(1000 * one / count for one in spent))}")


def _timed(work: Callable[..., object], made: Sequence[object]) -> float:
    begun = process_time()
    for one in made:
        work(one)
    return process_time() - begun


def _datasketch(one: object) -> object:
    """The signature alone, from the words of the body."""
    from datasketch import MinHash

    from kgraph.stories.body import body, words_of

    words = [word.casefold() for paragraph in body(one) for word in words_of(paragraph)]  # type: ignore[arg-type]
    found = MinHash(num_perm=64, scheme="affine32")
    found.update_batch({" ".join(words[at : at + 3]).encode() for at in range(len(words) - 2)})
    return found


def stored(count: int = 240, rounds: int = 4, batch: int = 16) -> None:
    """What stories add to the writing of an article: batches with and without them by turns, into one graph."""
    from kgraph.api import extractor
    from kgraph.settings import Settings

    made = [article(story.text, title=story.title, published=story.published) for story in articles(count)]
    extractions = list(extractor(Settings()).extract(made))
    with_, without = [], []
    for turn in range(rounds):
        spent = {True: 0.0, False: 0.0}
        with tempfile.TemporaryDirectory() as folder:
            store = open_store(str(Path(folder) / "g"))
            store.prepare()
            for number, start in enumerate(range(0, count, batch)):
                told = (number + turn) % 2 == 0
                begun = process_time()
                with nullcontext() if told else _without_stories():
                    store.apply([delta(one) for one in extractions[start : start + batch]])
                spent[told] += process_time() - begun if number > 1 else 0.0
            store.close()
        with_.append(spent[True])
        without.append(spent[False])
    share = 1000 / (count / 2 - batch)
    more = Spread(tuple(share * (one - other) for one, other in zip(with_, without, strict=True)))
    print(f"    written with stories: {Spread(tuple(share * one for one in with_))}; more than without: {more}")


@contextmanager
def _without_stories() -> Iterator[None]:
    """Every article is its own story, and nothing is kept to compare it."""
    module = import_module("kgraph.graph.delta")
    with (
        patch.object(module, "print_of", lambda one: Print(one.id, (), "")),
        patch.object(module, "placed", lambda marks: {"": Place("", "", None)}),
        patch.object(
            planning, "plan", lambda tx, coming, going: planning.Plan({id_: Place(id_, id_, None) for id_ in coming})
        ),
    ):
        yield


if __name__ == "__main__":
    main()
