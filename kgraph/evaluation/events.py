"""Who did what to whom: predicted events against a gold set of sentences with source, target and type.

A gold event is counted once for each pair of its actors (a dyad). Where the gold of a sentence is complete, every
prediction is judged; else only predictions over the gold's two actors, and the others are counted as unjudged.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any

from kgraph.evaluation.codes import STATEMENT, quads_of, roots_of, type_of
from kgraph.evaluation.parties import (
    LEVELS_OF_CODED_GOLD,
    LEVELS_OF_SPAN_GOLD,
    MATCH,
    NONE,
    Party,
    parties,
    party_match,
    side_match,
)
from kgraph.evaluation.scores import Measure, harmonic, measured, share

RESAMPLES = 500


@dataclass(frozen=True, slots=True)
class PredictedEvent:
    """An event as an extraction gives it: any of the three codings may be there."""

    sources: tuple[Party, ...]
    targets: tuple[Party, ...]
    plover: tuple[str, ...] = ()
    cameo: str | None = None
    quad: int | None = None

    @property
    def two_sided(self) -> bool:
        return bool(self.sources and self.targets)

    @property
    def is_statement(self) -> bool:
        return not self.plover and (self.cameo or "01")[:2] == "01"


@dataclass(frozen=True, slots=True)
class _Event:
    """An event with everything that its coding implies."""

    sources: tuple[Party, ...]
    targets: tuple[Party, ...]
    types: frozenset[str]
    roots: frozenset[str]
    quads: frozenset[int]
    symmetric: bool = False


@dataclass(frozen=True, slots=True)
class _Counts:
    """What one sentence adds to a figure. ``found`` of the gold dyads, ``right`` of the judged predictions."""

    found: int = 0
    gold: int = 0
    right: int = 0
    judged: int = 0
    unjudged: int = 0
    reversed: int = 0
    predicted: int = 0

    def __add__(self, other: _Counts) -> _Counts:
        return _Counts(*(getattr(self, f.name) + getattr(other, f.name) for f in fields(self)))


@dataclass(frozen=True, slots=True)
class EventScore:
    measures: tuple[Measure, ...]
    counts: Mapping[str, float]


GoldSentence = Mapping[str, Any]
Predictions = Mapping[str, Sequence[PredictedEvent]]


def score_events(gold: Sequence[GoldSentence], predictions: Predictions, *, resamples: int = RESAMPLES) -> EventScore:
    """The figures of a gold set: dyads (both actors and the direction right) and dyads with their type, at every
    level of comparing actors. ``predictions`` are by the gold's ids."""
    coded = any(sentence.get("level") == "code" for sentence in gold[:1])
    kinds = _kinds(gold)
    measures: list[Measure] = []
    counts: dict[str, float] = {}
    for level in LEVELS_OF_CODED_GOLD if coded else LEVELS_OF_SPAN_GOLD:
        sentences = [_Sentence.of(sentence, predictions.get(sentence["id"], ()), level) for sentence in gold]
        for kind in kinds:
            if level.startswith("codes") and kind not in ("dyad", "triple"):
                continue
            per_sentence = [sentence.counts(kind) for sentence in sentences]
            total = sum(per_sentence, _Counts())
            name = kind + (f"@{level}" if coded or level == "codes" else "")
            main = kind == "triple" or (kind == "triple_quad" and "triple" not in kinds)
            measures.append(_measure(name, total, _interval(per_sentence, resamples) if main and resamples else None))
            if main:
                counts[f"partial {name}"] = share(sum(s.credit(kind) for s in sentences), max(1, total.gold))
            if kind == "dyad" and "unjudged" not in counts:
                counts |= {"unjudged": total.unjudged, "reversed": total.reversed, "predicted": total.predicted}
    if any(not sentence["events"] for sentence in gold):
        measures.append(_has_event(gold, predictions))
    return EventScore(tuple(measures), counts)


def false_events(gold: Sequence[GoldSentence], predictions: Predictions) -> tuple[int, int]:
    """Events predicted where the gold has a mere statement, and the number of those sentences."""
    calm = [s["id"] for s in gold if s["events"] and all(event.get("quad") == 0 for event in s["events"])]
    return sum(not event.is_statement for i in calm for event in predictions.get(i, ())), len(calm)


def _kinds(gold: Sequence[GoldSentence]) -> list[str]:
    events = [event for sentence in gold for event in sentence["events"]]
    kinds = ["dyad"]
    if any(event.get("plover") for event in events):
        kinds.append("triple")
    if any(event.get("cameo_root") for event in events):
        kinds.append("triple_cameo_root")
    return [*kinds, "triple_quad"]


def _measure(name: str, total: _Counts, interval: tuple[float, float] | None) -> Measure:
    m = measured(name, right=total.right, predicted=total.judged, found=total.found, gold=total.gold)
    return Measure(m.name, m.precision, m.recall, m.f1, m.n, interval)


def _interval(per_sentence: Sequence[_Counts], resamples: int) -> tuple[float, float]:
    """The middle 95 of 100 F1 values over sentences drawn with replacement; the draws are seeded."""
    draw = random.Random(1)
    rows = [(c.found, c.gold, c.right, c.judged) for c in per_sentence]
    values = []
    for _ in range(resamples):
        found = gold = right = judged = 0
        for _ in rows:
            row = rows[draw.randrange(len(rows))]
            found, gold, right, judged = found + row[0], gold + row[1], right + row[2], judged + row[3]
        values.append(harmonic(share(right, judged), share(found, gold)))
    values.sort()
    return values[int(0.025 * resamples)], values[int(0.975 * resamples)]


def _has_event(gold: Sequence[GoldSentence], predictions: Predictions) -> Measure:
    """Whether the sentence holds any event at all."""
    has_gold = [bool(sentence["events"]) for sentence in gold]
    has_predicted = [bool(_judgeable(sentence, predictions.get(sentence["id"], ()))) for sentence in gold]
    both = sum(g and p for g, p in zip(has_gold, has_predicted, strict=True))
    return measured("sentence_has_event", right=both, predicted=sum(has_predicted), found=both, gold=sum(has_gold))


# ---- one sentence ----


@dataclass(frozen=True, slots=True)
class _Pair:
    """A gold dyad beside a prediction: how far each side matches, and whether it is the dyad turned round."""

    gold: int
    prediction: int
    source: float
    target: float
    turned: bool

    @property
    def whole(self) -> bool:
        return self.source == MATCH and self.target == MATCH


Dyad = tuple[tuple[Party, ...], tuple[Party, ...]]


@dataclass(frozen=True, slots=True)
class _Sentence:
    """The gold dyads and the predictions of one sentence, compared at one level."""

    gold: tuple[_Event, ...]  # one for each dyad
    predictions: tuple[_Event, ...]
    pairs: tuple[_Pair, ...]
    complete: bool

    @classmethod
    def of(cls, sentence: GoldSentence, predicted: Sequence[PredictedEvent], level: str) -> _Sentence:
        dyads = [(event, dyad) for event in map(_gold_event, sentence["events"]) for dyad in _dyads(event)]
        predictions = _judgeable(sentence, predicted)
        pairs = tuple(
            _pair(g, event, dyad, p, prediction, level)
            for g, (event, dyad) in enumerate(dyads)
            for p, prediction in enumerate(predictions)
        )
        return cls(tuple(event for event, _ in dyads), predictions, pairs, bool(sentence.get("complete")))

    def counts(self, kind: str) -> _Counts:
        same = _SAME[kind]
        hits = [p for p in self.pairs if p.whole and same(self.predictions[p.prediction], self.gold[p.gold])]
        # several predictions may satisfy one dyad (both directions of a meeting): no penalty
        found, right = {p.gold for p in hits}, {p.prediction for p in hits}
        over_gold_actors = {p.prediction for p in self.pairs if p.whole or p.turned}
        predicted = len(self.predictions)
        return _Counts(
            found=len(found),
            gold=len(self.gold),
            right=len(right),
            judged=predicted if self.complete else len(over_gold_actors),
            unjudged=0 if self.complete else predicted - len(over_gold_actors),
            reversed=sum(p.turned and not p.whole for p in self.pairs),
            predicted=predicted,
        )

    def credit(self, kind: str) -> float:
        """For each gold dyad the best prediction's credit: a quarter for each actor, half for the type."""
        best = dict.fromkeys(range(len(self.gold)), 0.0)
        for pair in self.pairs:
            prediction, event = self.predictions[pair.prediction], self.gold[pair.gold]
            alike = 1.0 if _SAME[kind](prediction, event) else 0.5 if prediction.quads & event.quads else 0.0
            typed = 0.5 * alike if pair.source or pair.target else 0.0
            best[pair.gold] = max(best[pair.gold], 0.25 * pair.source + 0.25 * pair.target + typed)
        return sum(best.values())


_SAME: Mapping[str, Callable[[_Event, _Event], bool]] = {
    "dyad": lambda predicted, gold: True,
    "triple": lambda predicted, gold: bool(predicted.types & gold.types),
    "triple_cameo_root": lambda predicted, gold: bool(predicted.roots & gold.roots),
    "triple_quad": lambda predicted, gold: bool(predicted.quads & gold.quads),
}


def _gold_event(data: Mapping[str, Any]) -> _Event:
    types = data.get("plover") or ()
    return _implied(
        parties(data.get("source")),
        parties(data.get("target")),
        types=[types] if isinstance(types, str) else types,
        code=data.get("cameo") or data.get("cameo_root"),
        quad=data.get("quad"),
        symmetric=bool(data.get("symmetric")),
        is_gold=True,
    )


def _predicted_event(event: PredictedEvent) -> _Event:
    sides = [tuple(one for one in side if one.is_somebody) for side in (event.sources, event.targets)]
    return _implied(*sides, types=event.plover, code=event.cameo, quad=event.quad, symmetric=False, is_gold=False)


def _implied(
    sources: tuple[Party, ...],
    targets: tuple[Party, ...],
    *,
    types: Collection[str],
    code: str | None,
    quad: int | None,
    symmetric: bool,
    is_gold: bool,
) -> _Event:
    """A predicted event gets the codings that it does not give from those that it gives; a gold event only those of
    CAMEO's neutral roots."""
    root = str(code)[:2] if code else None
    if not types and code and not is_gold and (implied := type_of(str(code))):
        types = [implied]
    if not types and root in ("01", "02"):
        types = [STATEMENT if root == "01" else "REQUEST"]
    roots = frozenset({root}) if root else frozenset() if is_gold else roots_of(types)
    quads = quads_of(types) | ({quad} if quad is not None else set()) | ({0} if root == "02" else set())
    return _Event(sources, targets, frozenset(types), roots, quads or frozenset({0}), symmetric)


def _judgeable(sentence: GoldSentence, predicted: Sequence[PredictedEvent]) -> tuple[_Event, ...]:
    """The predictions that count. PLOVER leaves statements out, so they count only where the gold has neutral ones."""
    events = tuple(map(_predicted_event, predicted))
    if sentence.get("complete") or any(event.get("quad") == 0 for event in sentence["events"]):
        return events
    return tuple(event for event in events if event.types != {STATEMENT})


def _dyads(event: _Event) -> Iterator[Dyad]:
    if event.symmetric:
        yield event.sources, event.sources
        return
    for source in event.sources or (None,):
        for target in event.targets or (None,):
            yield ((source,) if source else ()), ((target,) if target else ())


def _pair(gold: int, event: _Event, dyad: Dyad, index: int, prediction: _Event, level: str) -> _Pair:
    sources, targets = dyad
    if event.symmetric:
        return _Pair(gold, index, *_mutual_match(prediction, sources, level), turned=False)
    turned = bool(
        sources
        and targets
        and side_match(prediction.sources, targets, level) == MATCH
        and side_match(prediction.targets, sources, level) == MATCH
    )
    source = side_match(prediction.sources, sources, level)
    return _Pair(gold, index, source, side_match(prediction.targets, targets, level), turned)


def _mutual_match(prediction: _Event, members: Sequence[Party], level: str) -> tuple[float, float]:
    """A mutual act ("A and B met") wants two of its members: side by side as sources, or one on each side."""

    def among(side: Sequence[Party]) -> set[int]:
        return {n for n, member in enumerate(members) if any(party_match(one, member, level) == MATCH for one in side)}

    left, right = among(prediction.sources), among(prediction.targets)
    both = len(left) > 1 if not prediction.targets else any(a != b for a in left for b in right)
    if both:
        return MATCH, MATCH
    return (MATCH, NONE) if left or right else (NONE, NONE)
