"""The demo's articles: packaged, readable by the reader, dated, and each says that it is fictional."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest

from kgraph.demo import articles
from kgraph.errors import InputError
from kgraph.model import Article
from kgraph.reading import read


@pytest.fixture(scope="module")
def read_articles() -> list[Article]:
    problems: list[InputError] = []
    found = list(read([str(path) for path in articles()], on_error=problems.append))
    assert problems == []
    return found


def test_there_are_more_than_twenty_articles_in_all_formats(read_articles: list[Article]) -> None:
    assert len(read_articles) == 28
    assert {path.suffix for path in articles()} == {".txt", ".md", ".html", ".jsonl"}


def test_each_says_that_it_is_fictional(read_articles: list[Article]) -> None:
    assert [a.title for a in read_articles if "is fictional: its" not in a.text.splitlines()[-1]] == []


def test_each_has_a_title_a_date_and_an_outlet(read_articles: list[Article]) -> None:
    assert [a.id for a in read_articles if not (a.title and a.published and a.outlet)] == []
    years = {date.fromisoformat((a.published or "")[:10]).year for a in read_articles}
    assert min(years) == 2014
    assert max(years) == 2025


def test_addresses_belong_to_nobody(read_articles: list[Article]) -> None:
    assert [a.url for a in read_articles if a.url and ".example/" not in a.url] == []


def test_each_is_as_long_as_a_short_news_story(read_articles: list[Article]) -> None:
    assert [(a.title, len(a.text.split())) for a in read_articles if not 150 <= len(a.text.split()) <= 450] == []


def test_a_page_brings_no_menu_and_no_teaser(read_articles: list[Article]) -> None:
    text = "\n".join(a.text for a in read_articles)
    assert [
        w for w in ("Stars flee", "typewriter", "Front page", "Subscribe", "Contact the editors") if w in text
    ] == []


def test_the_running_story_is_told_by_six_outlets(read_articles: list[Article]) -> None:
    story = [a for a in read_articles if (a.published or "").startswith("2021")]
    outlets = Counter(a.outlet for a in story)
    assert len(story) == 13
    assert len(outlets) == 6


def test_the_wire_copy_repeats_the_agency_word_for_word(read_articles: list[Article]) -> None:
    by_title = {a.title: a for a in read_articles}
    wire = by_title["Greece accuses Serbia of shipping rocket launchers to Libya"].text.split("\n\n")
    copy = by_title["ROCKETS UNDER THE TRACTORS: Greece says Serbia shipped launchers to Libya"].text.split("\n\n")
    assert len(set(wire) & set(copy)) >= 4
