"""Several processes read what one would have read, in the same order, and say why when they cannot start."""

from functools import partial

import pytest

from benchmarks.corpus import articles
from kgraph.api import extract
from kgraph.app.parallel import ParallelExtractor
from kgraph.errors import UsageError
from kgraph.model import Article, Extraction, ExtractorInfo, Note
from kgraph.record import dumps


class Counting:
    """Notes how long every text is."""

    info = ExtractorInfo("counting", "1", "none")

    def extract(self, articles):
        for article in articles:
            yield Extraction(self.info, article, notes=(Note("length", str(len(article.text))),))


def without_model(name):
    raise UsageError(f"no model {name!r}")


ARTICLES = [Article(f"a_{n}", "x" * n) for n in range(70)]


def test_extractions_come_in_the_order_of_the_articles():
    found = list(ParallelExtractor(Counting, jobs=2).extract(iter(ARTICLES)))
    assert found == list(Counting().extract(ARTICLES))


def test_only_a_few_batches_are_under_way():
    taken = []

    def articles():
        for number in range(10_000):
            taken.append(number)
            yield Article(f"a_{number}", "x")

    reading = ParallelExtractor(Counting, jobs=1).extract(articles())
    next(reading)
    assert len(taken) < 100
    reading.close()


def test_nothing_in_is_nothing_out():
    assert list(ParallelExtractor(Counting, jobs=2).extract([])) == []


def test_a_worker_that_cannot_start_says_why():
    with pytest.raises(UsageError, match="no model 'xx'"):
        list(ParallelExtractor(partial(without_model, "xx"), jobs=1).extract(ARTICLES))


def test_it_is_known_by_the_extractor_it_runs():
    assert ParallelExtractor(Counting, jobs=2).info == Counting.info


@pytest.mark.slow
def test_the_real_reader_gives_the_same_bytes_with_any_number_of_processes_and_in_any_order(tmp_path):
    for number, story in enumerate(articles(40)):
        (tmp_path / f"{number}.txt").write_text(f"Title: {story.title}\nDate: {story.published}\n\n{story.text}")
    files = sorted(tmp_path.iterdir())
    alone = [dumps(found) for found in extract(*files)]
    assert len(alone) == 40
    for jobs in (2, 8):
        assert [dumps(found) for found in extract(*files, jobs=jobs)] == alone
    assert [dumps(found) for found in extract(*reversed(files), jobs=2)] == alone[::-1]
