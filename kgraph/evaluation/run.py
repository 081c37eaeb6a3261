"""Run an extractor over gold sets and score what it reads."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from time import perf_counter
from typing import Protocol

from kgraph.errors import InputError
from kgraph.evaluation.attributions import score_attributions
from kgraph.evaluation.events import false_events, score_events
from kgraph.evaluation.hard_errors import HardErrorKind, hard_errors
from kgraph.evaluation.projection import Projection
from kgraph.evaluation.readings import Reading, missed, score_readings
from kgraph.evaluation.scores import Measure, SetScore
from kgraph.evaluation.sets import EvalSettings, GoldSet, GoldText, Kind, gold_sets
from kgraph.evaluation.who import score_who
from kgraph.ids import article_id, text_sha256
from kgraph.model import Article, Extraction
from kgraph.ports import Extractor

Extractions = Mapping[str, Extraction]
Projections = Mapping[str, Projection]


class ArticleMaker(Protocol):
    """Makes an article of a gold text, as the reading room does (``kgraph.reading.article``)."""

    def __call__(self, text: str, *, published: str | None, ref: str | None) -> Article: ...


def plain_article(text: str, *, published: str | None = None, ref: str | None = None) -> Article:
    """The text as it stands, uncleaned."""
    identity = article_id(text, outlet=None, url=None)
    return Article(identity, text, published=published, lang="en", sha256=text_sha256(text), ref=ref)


def evaluate(
    gold: Path,
    extractor_for: Callable[[EvalSettings], Extractor],
    *,
    only: Sequence[str] | None = None,
    article: ArticleMaker = plain_article,
    resamples: int = 500,
) -> Iterator[SetScore]:
    """Score an extractor on every gold set of a folder (or on one file), set by set.

    Args: extractor_for, makes the extractor that a set needs (called once for each setting); only, names of sets;
    article, how a gold text becomes an article; resamples, for the intervals of F1 (0: none).
    Raises: UsageError, DataError as ``gold_sets`` does.
    """
    extractors: dict[EvalSettings, Extractor] = {}
    for gold_set in gold_sets(gold, only=only):
        if gold_set.settings not in extractors:
            extractors[gold_set.settings] = extractor_for(gold_set.settings)
        started = perf_counter()
        extractions = _read(gold_set.texts, extractors[gold_set.settings], article)
        seconds = perf_counter() - started
        yield score(gold_set, extractions, seconds=seconds, resamples=resamples)


def score(gold_set: GoldSet, extractions: Extractions, *, seconds: float = 0.0, resamples: int = 500) -> SetScore:
    """Score extractions, given by the gold's ids. A text without one counts as read and empty."""
    texts = {text.ref: text.text for text in gold_set.texts}
    projections = {ref: Projection(extraction, texts[ref]) for ref, extraction in extractions.items()}
    scorers = {Kind.SAID: _said, Kind.WHO: _who, Kind.READING: _readings}
    if gold_set.kind is Kind.EVENTS:
        measures, counts, remarks = _events(gold_set, projections, resamples)
    else:
        measures, counts, remarks = scorers[gold_set.kind](gold_set, projections)
    general = {
        "without a record": float(len(gold_set.texts) - len(extractions)),
        "claims": float(sum(len(extraction.claims) for extraction in extractions.values())),
    }
    name, kind = gold_set.name, gold_set.kind.value
    return SetScore(name, kind, len(gold_set.texts), measures, general | counts, remarks, seconds)


def _read(texts: Sequence[GoldText], extractor: Extractor, article: ArticleMaker) -> Extractions:
    """The extraction of every text that can be read at all."""
    refs: list[str] = []

    def articles() -> Iterator[Article]:
        for text in texts:
            try:
                made = article(text.text, published=text.published, ref=text.ref)
            except InputError:
                continue  # an empty text; it is counted as without a record
            refs.append(text.ref)
            yield made

    extractions = list(extractor.extract(articles()))  # one for each article, in the same order
    return dict(zip(refs, extractions, strict=True))


Scored = tuple[tuple[Measure, ...], dict[str, float], tuple[str, ...]]


def _events(gold_set: GoldSet, projections: Projections, resamples: int) -> Scored:
    predictions = {ref: list(projection.events()) for ref, projection in projections.items()}
    scored = score_events(gold_set.entries, predictions, resamples=resamples)
    two_sided = {ref: [event for event in events if event.two_sided] for ref, events in predictions.items()}
    flood = score_events(gold_set.entries, two_sided, resamples=0).counts["unjudged"]
    wrong, statements = false_events(gold_set.entries, predictions)
    left_out: Counter[str] = sum((projection.left_out() for projection in projections.values()), Counter())
    counts = dict(scored.counts) | {
        "unjudged per sentence": flood / len(gold_set.entries),
        "unjudged per sentence, one-sided too": scored.counts["unjudged"] / len(gold_set.entries),
        **{f"left out: {reason}": float(count) for reason, count in sorted(left_out.items())},
    }
    if statements:
        counts["false events per mere statement"] = wrong / statements
    return scored.measures, counts, ()


def _said(gold_set: GoldSet, projections: Projections) -> Scored:
    predictions = {ref: projection.attributions() for ref, projection in projections.items()}
    measures = score_attributions(gold_set.entries, predictions)
    return measures, {"attributions": float(sum(map(len, predictions.values())))}, ()


def _who(gold_set: GoldSet, projections: Projections) -> Scored:
    mentions = {ref: projection.mentions() for ref, projection in projections.items()}
    return score_who(gold_set.entries, mentions), {}, ()


def _readings(gold_set: GoldSet, projections: Projections) -> Scored:
    readings = [
        (Reading(entry), list(projections[entry["id"]].edges()) if entry["id"] in projections else [])
        for entry in gold_set.entries
    ]
    measures, counts = score_readings(readings)
    errors = [error for reading, edges in readings for error in hard_errors(reading, edges)]
    counts |= {f"hard: {kind.value}": float(sum(error.kind is kind for error in errors)) for kind in HardErrorKind}
    remarks = [f"hard error, {error}" for error in errors]
    remarks += [remark for reading, edges in readings for remark in missed(reading, edges)]
    return measures, counts | {"hard errors": float(len(errors))}, tuple(remarks)
