"""What is a copy and what is not, on short texts."""

from __future__ import annotations

from dataclasses import replace
from functools import reduce

import pytest

from kgraph.errors import DataError
from kgraph.graph import delta
from kgraph.model import Article, Extraction, ExtractorInfo
from kgraph.stories import places, print_in, print_of
from kgraph.stories.sketch import Sketch, sketch_of
from tests.stories.writing import OTHER, REPORT, REWORDED, article

WHOLE = article(REPORT, title="Kenya accuses Norway over trawlers")
MANY = [f"{line} That is what item {number} says about town {number * 7}." for number in range(5) for line in OTHER]
CHANGES = {
    "Kenya": "Ghana",
    "Norway": "Spain",
    "Norwegian": "Spanish",
    "Lamu": "Keta",
    "Mombasa": "Accra",
    "Nairobi": "Tema",
    "Joseph": "Kofi",
    "Otieno": "Mensah",
    "forty": "thirty",
    "9,000": "4,000",
    "2011": "2015",
    "Tuesday": "Monday",
}
AGAIN = [reduce(lambda line, change: line.replace(*change), CHANGES.items(), line) for line in REPORT]
NEXT_DAY = REWORDED[:2] + REPORT[3:] + REWORDED[2:]
AROUND = ["Share this", "Sign up for our newsletter", "Read more: Ten walks by the sea"]


@pytest.mark.parametrize(
    ("what", "other"),
    [
        ("another headline", article(REPORT, title="Trawlers off Lamu", outlet="Fjord Daily")),
        ("no headline", article(REPORT, outlet="Fjord Daily")),
        ("cut", article(REPORT[:4], title="Kenya accuses Norway", outlet="Fjord Daily")),
        ("half rewritten", article(REWORDED[:2] + REPORT[:6] + REWORDED[2:], outlet="Fjord Daily")),
        ("a dateline", article(["MOMBASA (Agency) - " + REPORT[0], *REPORT[1:]], outlet="Fjord Daily")),
        ("another byline", article(["By Jo Ek, Agency", *REPORT], outlet="Fjord Daily")),
        ("what a site puts around it", article([*REPORT[:6], *AROUND], outlet="Fjord Daily")),
        ("background", article([*REPORT, *OTHER[2:4]], outlet="Fjord Daily")),
        ("three days later", article(REPORT[1:], outlet="Fjord Daily", published="2024-05-10")),
    ],
)
def test_this_is_a_copy(what: str, other: Article) -> None:
    assert story_of(WHOLE, other) == 1, what
    assert story_of(other, WHOLE) == 1, what


@pytest.mark.parametrize(
    ("what", "other"),
    [
        ("another report of it", article(REWORDED, outlet="Fjord Daily")),
        ("a shared quotation", article([*REWORDED, REPORT[2]], outlet="Fjord Daily")),
        ("a follow-up with background", article([*OTHER[:4], REPORT[5]], outlet="Fjord Daily")),
        ("a round-up of many reports", article([*MANY, *REPORT[:2]], outlet="Fjord Daily")),
        ("what the same outlet made of it the next day", article(NEXT_DAY, published="2024-05-08")),
        ("a form filled in again", article(AGAIN, outlet="Fjord Daily")),
        ("another event", article(OTHER, outlet="Fjord Daily")),
        ("nearly the same, in another month", article(REPORT[1:], outlet="Fjord Daily", published="2024-08-07")),
        ("nearly the same, nobody knows when", article(REPORT[1:], outlet="Fjord Daily", published=None)),
    ],
)
def test_this_is_no_copy(what: str, other: Article) -> None:
    assert story_of(WHOLE, other) == 2, what
    assert story_of(other, WHOLE) == 2, what


def story_of(*articles: Article) -> int:
    return len({place.story for place in places(map(print_of, articles)).values()})


def test_an_exact_copy_is_one_whenever_it_appears() -> None:
    for published in ("2031-01-01", None):
        assert story_of(WHOLE, article(REPORT, title="From our archive", published=published)) == 1


def test_near_copies_without_a_date_are_copies_of_each_other() -> None:
    assert story_of(article(REPORT, published=None), article(REPORT[1:], published=None)) == 1


def test_a_text_of_a_few_words_is_the_same_only_as_a_whole() -> None:
    said = ["Click the picture to see more."]
    assert story_of(article(said, title="Storm"), article(said, title="Election")) == 2
    assert story_of(article(said, title="Storm"), article(said, title="Storm", outlet="Fjord Daily")) == 1


def test_the_same_figures_and_names_make_no_copy() -> None:
    ours = ["Otieno said in Mombasa on Tuesday that 2 ships of Norway fished 40 miles off Lamu.", *REWORDED[1:]]
    assert story_of(WHOLE, article(ours, outlet="Fjord Daily")) == 2


def test_a_long_report_is_known_by_a_sample_of_it() -> None:
    long = [
        f"{line} It was the {n * 37 + k}th such case in {n + 1900}." for n in range(30) for k, line in enumerate(OTHER)
    ]
    sketch, _ = sketch_of(article(long))
    assert sketch.count > len(sketch.shingles)
    assert story_of(article(long), article(long[:100], outlet="Fjord Daily")) == 1


def test_a_print_is_read_back_from_the_properties_of_its_node() -> None:
    told = replace(WHOLE, origin="The Associated Press", author="A. Writer")
    (node, *_) = delta(Extraction(ExtractorInfo("x", "1", "none"), told)).nodes
    assert print_in(node.properties) == print_of(told)
    sketch, _ = sketch_of(WHOLE)
    assert Sketch.loads(sketch.dumps()).dumps() == sketch.dumps()


def test_a_sketch_that_somebody_changed_is_named() -> None:
    one, other = print_of(WHOLE), replace(print_of(article(REPORT[1:])), sketch="x")
    with pytest.raises(DataError, match="rebuild"):
        one.is_copy(other)
