"""The pairs on which near copies are measured: what the table promises of its texts."""

from __future__ import annotations

import csv
from collections import Counter
from datetime import date
from difflib import SequenceMatcher
from functools import cache
from pathlib import Path

import pytest
import yaml

from kgraph import reading
from kgraph.model import Article
from tools import build_stories as builder

HOME = Path(__file__).parent / "stories"
SPLITS = ("development", "held_out")
TEXTS = sorted(
    path.relative_to(HOME).with_suffix("").as_posix() for split in SPLITS for path in HOME.glob(f"{split}/*.txt")
)


with (HOME / "pairs.csv").open(encoding="utf-8", newline="") as table:
    PAIRS = [builder.Pair(**row) for row in csv.DictReader(table)]
SAME = [pair for pair in PAIRS if pair.same == "yes"]
DIFFERENT = [pair for pair in PAIRS if pair.same == "no"]


@cache
def _article(name: str) -> Article:
    errors: list[Exception] = []
    (article,) = reading.read([str(HOME / f"{name}.txt")], on_error=errors.append)
    assert errors == []
    return article


def _body(article: Article) -> str:
    return article.text.removeprefix(article.title or "").strip()


def _day(published: str) -> date:
    return date.fromisoformat(published[:10])


def _sentences(name: str) -> list[list[str]]:
    """The sentences of a text's body, without what its site puts around all articles."""
    around = _boilerplate(name.split("/")[0])
    lines = [line for line in _body(_article(name)).splitlines() if line not in around]
    return [sentence.split() for line in lines for sentence in builder.sentences(line)]


@cache
def _boilerplate(split: str) -> frozenset[str]:
    sites = yaml.safe_load((HOME / "source" / split / "boilerplate.yaml").read_text(encoding="utf-8"))
    return frozenset(line for site in sites.values() for line in site.splitlines())


def _alike(left: list[str], right: list[str]) -> bool:
    matcher = SequenceMatcher(None, left, right, autojunk=False)
    return min(matcher.real_quick_ratio(), matcher.quick_ratio()) >= 0.7 and matcher.ratio() >= 0.7


def _taken(pair: builder.Pair) -> float:
    """The share of the shorter text's sentences that stand in the other, with few words changed."""
    sides = sorted((_sentences(f"{pair.split}/{side}") for side in (pair.left, pair.right)), key=len)
    return sum(any(_alike(one, other) for other in sides[1]) for one in sides[0]) / len(sides[0])


def test_the_texts_and_the_table_are_what_the_sources_say() -> None:
    built = builder.build()
    assert builder.stale(builder.files(built)) == []
    assert builder.counts(built) in (HOME / "README.md").read_text(encoding="utf-8")


def test_there_are_100_copies_and_200_near_misses_half_of_them_held_out() -> None:
    counts = Counter((pair.same, pair.split) for pair in PAIRS)
    for split in SPLITS:
        assert counts["yes", split] >= 50
        assert counts["no", split] >= 100
    assert len({frozenset((pair.left, pair.right)) for pair in PAIRS}) == len(PAIRS)
    assert all(pair.left != pair.right for pair in PAIRS)


def test_every_text_is_in_a_pair_of_its_split() -> None:
    used = {f"{pair.split}/{side}" for pair in PAIRS for side in (pair.left, pair.right)}
    assert used == set(TEXTS)


def test_no_event_and_no_text_is_in_both_splits() -> None:
    events = {split: {name.split("/")[1].split("-")[0] for name in TEXTS if name.startswith(split)} for split in SPLITS}
    assert not events["development"] & events["held_out"]
    sentences = {
        split: {" ".join(one) for name in TEXTS if name.startswith(split) for one in _sentences(name) if len(one) > 6}
        for split in SPLITS
    }
    assert not sentences["development"] & sentences["held_out"]


@pytest.mark.parametrize("name", TEXTS)
def test_a_text_is_read_with_its_header_and_says_that_it_is_fictional(name: str) -> None:
    article = _article(name)
    assert article.title
    assert article.outlet
    assert article.url
    assert article.published
    assert article.lang == "en"
    assert 120 <= len(article.text.split()) <= 450
    head = (HOME / f"{name}.txt").read_text(encoding="utf-8").partition("\n\n")[0]
    assert head.splitlines()[-1] == builder.FICTIONAL


def test_no_two_texts_are_equal() -> None:
    assert not [text for text, times in Counter(_body(_article(name)) for name in TEXTS).items() if times > 1]


@pytest.mark.parametrize("pair", SAME, ids=lambda pair: f"{pair.left} {pair.right}")
def test_copies_have_one_origin_and_come_within_three_days(pair: builder.Pair) -> None:
    """At least about half of the shorter text, counted in sentences."""
    days = sorted(_article(f"{pair.split}/{side}").published or "" for side in (pair.left, pair.right))
    assert (_day(days[1]) - _day(days[0])).days <= 3
    assert _taken(pair) >= 0.45


@pytest.mark.parametrize("pair", DIFFERENT, ids=lambda pair: f"{pair.left} {pair.right}")
def test_near_misses_share_less_than_a_third_unless_they_recur(pair: builder.Pair) -> None:
    if pair.kind != "recurring":
        assert _taken(pair) < 0.34


SOURCE = """
texts:
  a: {title: Old, date: 2001-02-03, outlet: The Post, text: "ROME, May 3 (Alto Press) - One. Two.\\nThree."}
  b: {from: a, title: New, date: 2001-02-04, outlet: Un, by: Eve, text: "{1.2} {1.1} More.\\n{2}", edits: {Three: Four}}
  c: {title: Else, date: 2001-02-04, outlet: Other, text: "Five."}
same: [a b rewritten]
different: [a c independent]
"""


def test_a_copy_takes_sentences_and_paragraphs_and_is_edited(tmp_path: Path) -> None:
    (tmp_path / "source" / "development").mkdir(parents=True)
    (tmp_path / "source" / "development" / "boat.yaml").write_text(SOURCE, encoding="utf-8")
    built = builder.build(tmp_path)
    head, _, body = built.texts["development/boat-b"].partition("\n\n")
    assert "URL: https://un.example/2001/02/04/new" in head.splitlines()
    assert "Author: Eve" in head.splitlines()
    assert body == "Two. One. More.\n\nFour.\n"
    assert builder.table(built.pairs).splitlines()[1:] == [
        "boat-a,boat-b,yes,rewritten,development",
        "boat-a,boat-c,no,independent,development",
    ]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("{2}", "{3}", "boat-b: nothing stands at"),
        ("{2}", "{+site}", "boat-b: nothing stands at"),
        ("{2}", "{two}", "boat-b: no reference"),
        ("Three: Four", "Six: Four", "boat-b: nothing to edit"),
        ("a c independent", "a d independent", "boat-d: no such text"),
        ("a b rewritten", "a c rewritten", "boat-a and boat-c are no copies"),
        ("a c independent", "a b independent", "boat-a and boat-b are copies"),
    ],
)
def test_a_source_that_does_not_fit_is_refused(tmp_path: Path, old: str, new: str, message: str) -> None:
    (tmp_path / "source" / "development").mkdir(parents=True)
    (tmp_path / "source" / "development" / "boat.yaml").write_text(SOURCE.replace(old, new), encoding="utf-8")
    with pytest.raises(builder.StoryError, match=message):
        builder.build(tmp_path)
