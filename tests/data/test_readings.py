"""The readings beside the texts quote their texts exactly and are built from their sources."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml

from tools import build_reading as builder

HERE = Path(__file__).parent
SOURCES = sorted(HERE.glob("*/source/*.yaml"))
names = pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.stem)


def _reading(source: Path) -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load((source.parent.parent / source.name).read_text(encoding="utf-8"))
    return loaded


def _text(source: Path) -> str:
    return (source.parent.parent / f"{source.stem}.txt").read_text(encoding="utf-8")


def test_every_text_has_a_reading_and_every_reading_a_text() -> None:
    """Three retellings, six short texts, and the development articles, of which some are held out."""
    counts = Counter(source.parent.parent.name for source in SOURCES)
    assert counts["news"] == 6
    assert counts["retold"] == 3
    assert set(counts) == {"news", "retold", "development", "held_out"}
    texts = {path.with_suffix("").relative_to(HERE) for path in HERE.glob("*/*.txt")}
    assert texts == {source.parent.parent.relative_to(HERE) / source.stem for source in SOURCES}


@names
def test_a_built_reading_is_up_to_date(source: Path) -> None:
    target, content = builder.build_file(source)
    assert target.read_text(encoding="utf-8") == content


@names
def test_every_offset_quotes_the_text(source: Path) -> None:
    reading, text = _reading(source), _text(source)
    quotes = [(row["span"], row["text"]) for row in reading["sentences"]]
    quotes += [(claim["span"], claim["ev"]) for claim in reading["claims"]]
    for section in ("actors", "places", "events"):
        quotes += [(mention["span"], mention["text"]) for row in reading[section] for mention in row["mentions"]]
    assert [words for (start, end), words in quotes if text[start:end] != words] == []


@names
def test_sentences_leave_no_words_out(source: Path) -> None:
    reading, text = _reading(source), _text(source)
    assert " ".join(row["text"] for row in reading["sentences"]).split() == text.split()


@names
def test_every_text_says_that_it_is_fictional(source: Path) -> None:
    assert _text(source).rstrip().splitlines()[-1].startswith("This article is fictional")


@names
def test_the_publication_date_is_a_date_and_the_file_is_named(source: Path) -> None:
    doc = _reading(source)["doc"]
    assert doc["published"].isoformat()
    assert doc["file"] == f"{source.stem}.txt"
    assert _text(source).startswith(doc["title"])


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"ev": "France accused Italy of"}, "has no 'France accused Italy of'"),
        ({"subj": "ITA"}, "subj 'ITA' is neither actor nor claim"),
        ({"modality": "certain"}, "modality 'certain'"),
        ({"content": "C09"}, "unknown 'C09'"),
        ({"chain": ["nobody"]}, "unknown 'nobody'"),
        ({"denied_by": ["FRA"]}, "denied_by"),
        ({"tense": "past"}, "unknown field"),
        ({"s": 7}, "no sentence 7; there are 2"),
        ({"obj": "independence"}, "obj 'independence' is neither actor nor claim"),
    ],
)
def test_a_source_that_does_not_fit_its_text_is_refused(change: dict[str, Any], message: str) -> None:
    france = {"id": "FRA", "name": "France", "kind": "country", "iso3": "FRA", "mentions": [[0, "France", "name"]]}
    claim = {"id": "C01", "s": 0, "tier": 1, "subj": "FRA", "pred": "accuse", "ev": "France accused Spain"}
    source = {"doc": {"title": "x"}, "actors": [france], "claims": [{**claim, **change}]}
    with pytest.raises(builder.ReadingError, match=message):
        builder.build(source, builder.Text("France accused Spain. Spain shrugged."))


def test_offsets_and_stance_are_filled_in() -> None:
    france = {"id": "FRA", "name": "France", "kind": "country", "iso3": "FRA", "mentions": [[1, "France", "name"]]}
    claims = [
        {"id": "C01", "s": 1, "tier": 1, "subj": "FRA", "pred": "deny", "content": "C02", "ev": "France denies"},
        {"id": "C02", "s": 1, "tier": 1, "subj": "FRA", "pred": "send", "denied_by": ["FRA"], "ev": "sending arms"},
    ]
    reading = builder.build(
        {"doc": {}, "actors": [france], "claims": claims}, builder.Text("Arms move.\n\nFrance denies sending arms.")
    )
    assert [claim["span"] for claim in reading["claims"]] == [[12, 25], [26, 38]]
    assert reading["claims"][1]["stance"] == {"author": "CT+", "FRA": "CT-"}
