"""Our figures are those of the scorers beside the gold sets, to the last digit that they print.

Runs only where KGRAPH_GOLD names the folder of the gold sets.
"""

from __future__ import annotations

import json
import random
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from kgraph import record
from kgraph.evaluation import Kind, Projection, Reading, gold_sets, hard_errors
from kgraph.evaluation.attributions import score_attributions
from kgraph.evaluation.events import score_events
from kgraph.evaluation.readings import score_readings
from kgraph.evaluation.scores import Measure
from kgraph.evaluation.sets import GoldSet
from kgraph.evaluation.who import score_who
from kgraph.model import Actor, ActorKind, Article, Extraction, ExtractorInfo, Mention, MentionKind
from tests.evaluation.gold_scorers import (
    GOLD,
    attribution_json,
    edge_json,
    event_json,
    needs_gold,
    number_after,
    run_scorer,
    scorer,
    spoiled_attributions,
    spoiled_edges,
    spoiled_events,
    write_lines,
)
from tests.strategies import extractions

pytestmark = needs_gold

EVENT_SETS = ["petr1_unit", "petr2_gsr", "plover_gsr", "re3d_public"]


def _set(name: str) -> GoldSet:
    assert GOLD is not None
    return next(gold_sets(GOLD, only=[name]))


def _rounded(measure: Measure) -> dict[str, Any]:
    assert measure.precision is not None
    assert measure.recall is not None
    assert measure.f1 is not None
    return {"P": round(measure.precision, 3), "R": round(measure.recall, 3), "F1": round(measure.f1, 3)}


@pytest.mark.parametrize("seed", range(2))
@pytest.mark.parametrize("name", EVENT_SETS)
def test_events(name: str, seed: int, tmp_path: Path) -> None:
    gold = _set(name)
    predicted = spoiled_events(gold.entries, random.Random(seed))
    gold_file = write_lines(tmp_path / "gold.jsonl", gold.entries)
    rows = [{"id": i, "events": [event_json(event) for event in events]} for i, events in predicted.items()]
    theirs = json.loads(run_scorer("score_events", gold_file, write_lines(tmp_path / "pred.jsonl", rows), "--json"))
    ours = score_events(gold.entries, predicted)
    figures = {key: value for key, value in theirs.items() if isinstance(value, dict)}
    assert [measure.name for measure in ours.measures] == list(figures)
    for measure in ours.measures:
        figure = figures[measure.name]
        assert _rounded(measure) == {key: figure[key] for key in ("P", "R", "F1")}, measure.name
        if measure.interval is not None:
            assert [round(bound, 3) for bound in measure.interval] == figure["F1_ci95"]
            assert round(ours.counts[f"partial {measure.name}"], 3) == figure["partial"]
    assert ours.measures[0].n == theirs["gold_dyads"]
    counts = ours.counts
    assert (counts["unjudged"], counts["reversed"], counts["predicted"]) == (
        theirs["unjudged_predictions"], theirs["reversed"], theirs["predicted_events"],
    )  # fmt: skip


@pytest.mark.parametrize("seed", range(2))
@pytest.mark.parametrize("name", ["gum_news", "polnear_dev"])
def test_attributions(name: str, seed: int) -> None:
    gold = _set(name)
    predicted = spoiled_attributions(gold.entries, random.Random(seed))
    rows = {i: {"id": i, "attributions": [*map(attribution_json, found)]} for i, found in predicted.items()}
    module = scorer("score_attrib")
    theirs = module.score(gold.entries, rows, None)
    ours = {measure.name: measure for measure in score_attributions(gold.entries, predicted)}
    names = {"token": "tok", "exact": "exact", "chunk": "chunk", "overlap": "olap"}
    for rule, their_rule in names.items():
        for role in ("source", "cue", "content"):
            measure = ours[f"{rule} {role}"]
            assert (measure.precision, measure.recall, measure.f1) == pytest.approx(theirs[their_rule, role])
    whole = ours["attribution"]
    assert (whole.precision, whole.recall, whole.f1) == pytest.approx(theirs["att", ""])
    for subset in ("direct", "indirect"):
        recall = module.score(gold.entries, rows, subset)["att", ""][1]
        assert ours[f"attribution of {subset} speech"].recall == pytest.approx(recall)


@pytest.mark.parametrize("seed", range(12))
def test_readings_and_hard_errors(seed: int, tmp_path: Path) -> None:
    gold = _set("seed")
    entry = dict(gold.entries[0])
    edges = spoiled_edges(entry, random.Random(seed))
    rows = [edge_json(edge) for edge in edges]
    printed = run_scorer("score_claims", gold.place, write_lines(tmp_path / "pred.jsonl", rows))
    measures, _ = score_readings([(Reading(entry), edges)])
    ours = {measure.name: measure for measure in measures}
    claims = ours["claims"]
    assert (_part(claims), claims.n) == number_after("recall all", printed)
    assert claims.precision == pytest.approx(number_after("precision", printed)[0] / len(edges))
    for name, label in {
        "claims of tier 1": "tier1",
        "whole chain": "chain exact",
        "innermost holder": "innermost holder",
        "innermost holder where there is one": "where gold has a holder",
        "polarity": "polarity",
        "time": "time",
        "denied by": "denied_by",
    }.items():
        assert (_part(ours[name]), ours[name].n) == number_after(label, printed), name
    theirs = scorer("score_records").hard([entry], {0: [{"obj": None, **row} for row in rows]}, lambda _: 0)
    found = [error.kind.name.lower() for error in hard_errors(Reading(entry), edges)]
    assert {kind: found.count(kind) for kind in theirs} == dict(theirs)


def _part(measure: Measure) -> int:
    assert measure.recall is not None
    return round(measure.recall * measure.n)


@given(extractions())
@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_an_extraction_is_seen_as_the_scorers_see_it(extraction: Extraction) -> None:
    """Events, attributions and edges of any record, also where the gold's text has other white space."""
    module = scorer("score_records")
    raw = json.loads(record.dumps(extraction))
    for gold_text in (extraction.article.text, extraction.article.text.replace("\n\n", "\n") + "\n"):
        theirs, ours = module.Record(raw, gold_text), Projection(extraction, gold_text)
        events, left_out = module.events(theirs)
        assert [event_json(event) for event in ours.events()] == events
        assert ours.left_out() == left_out
        assert [attribution_json(one) for one in ours.attributions()] == module.attributions(theirs)
        assert [edge_json(edge) for edge in ours.edges()] == [_edge(edge) for edge in module.edges(theirs, None)]


def _edge(edge: Mapping[str, Any]) -> dict[str, Any]:
    """Their edge with the spans that could be found only."""
    return {key: value for key, value in edge.items() if not (key == "span" and value is None)}


@pytest.mark.parametrize("seed", range(3))
def test_who(seed: int, tmp_path: Path) -> None:
    gold = _set("gum_news_who")
    draw = random.Random(seed)
    read = {entry["id"]: _with_mentions(entry, draw) for entry in gold.entries}
    printed = run_scorer("score_who", write_lines(tmp_path / "r.jsonl", map(record.to_dict, read.values())), gold.place)
    mentions = {i: Projection(e, e.article.text).mentions() for i, e in read.items()}
    lines = {line.split(" P/R/F1 ")[0].strip(): line.split(" P/R/F1 ")[1] for line in printed.splitlines()}
    for measure in score_who(gold.entries, mentions):
        assert measure.precision is not None
        assert measure.recall is not None
        assert measure.f1 is not None
        figures = "/".join(f"{100 * value:.1f}" for value in (measure.precision, measure.recall, measure.f1))
        assert lines[measure.name].startswith(f"{figures}  of {measure.n},")


def _with_mentions(entry: Mapping[str, Any], draw: random.Random) -> Extraction:
    """The gold's mentions, some on the wrong actor, some cut at the front, some lost."""
    actors = {f"person:{m['cluster']}" for m in entry["mentions"]}
    mentions = []
    for number, gold in enumerate(entry["mentions"]):
        if draw.random() < 0.2:
            continue
        cut = draw.choice([0, 0, 4]) if gold["end"] - gold["start"] > 8 else 0
        start, end = gold["start"] + cut, gold["end"]
        right = f"person:{gold['cluster']}"
        actor = draw.choice([right, right, right, draw.choice(sorted(actors)), None])
        kind = draw.choice([MentionKind.NAME, MentionKind.NOMINAL, MentionKind.PRONOUN])
        mentions.append(Mention(f"m_{number}", start, end, entry["text"][start:end], kind, actor))
    return Extraction(
        ExtractorInfo("k", "1", "m"),
        Article(entry["id"], entry["text"]),
        actors=tuple(Actor(i, i, ActorKind.PERSON) for i in sorted(actors)),
        mentions=tuple(mentions),
    )


def test_every_kind_of_set_is_there() -> None:
    assert GOLD is not None
    assert {gold_set.kind for gold_set in gold_sets(GOLD)} == set(Kind)


@pytest.mark.slow
def test_what_kgraph_reads_is_scored_the_same(tmp_path: Path) -> None:
    """Both run the extractor on its own: the scorers through ``kgraph extract``, we in this process."""
    from kgraph.api import extractor
    from kgraph.evaluation import EvalSettings, evaluate
    from kgraph.ports import Extractor
    from kgraph.reading import article
    from kgraph.settings import Settings

    def extractor_for(asked: EvalSettings) -> Extractor:
        return extractor(Settings(actors=str(asked.actors) if asked.actors else None, attribution=asked.attribution))

    assert GOLD is not None
    sets = ["petr1_unit", "petr2_gsr", "gum_news", "seed"]
    run_scorer("score_records", "--only", ",".join(sets), "--out", tmp_path, "--kgraph", f"{sys.executable} -m kgraph")
    theirs = json.loads((tmp_path / "scores.json").read_text())
    ours = {score.name: score for score in evaluate(GOLD, extractor_for, only=sets, article=article)}
    for name in ("petr1_unit", "petr2_gsr"):
        figures = {key: value for key, value in theirs[name].items() if isinstance(value, dict) and "F1" in value}
        assert {m.name: _rounded(m) for m in ours[name].measures} == {
            key: {part: value[part] for part in ("P", "R", "F1")} for key, value in figures.items()
        }
        assert ours[name].counts["reversed"] == theirs[name]["reversed"]
        assert round(ours[name].counts["unjudged per sentence"], 3) == theirs[name]["unjudged_per_sentence"]
    whole = ours["gum_news"].measure("attribution")
    assert [*_rounded(whole).values()] == theirs["gum_news"]["ATT"]
    seed = theirs["seed"]
    for label, name in {
        "recall": "claims",
        "tier1": "claims of tier 1",
        "chain": "whole chain",
        "time": "time",
    }.items():
        assert round(100 * (ours["seed"].measure(name).recall or 0), 1) == seed[label]
    hard = {kind: ours["seed"].counts[f"hard: {kind.replace('_', ' ')}"] for kind in seed["hard_errors"]}
    assert hard == seed["hard_errors"]
