"""The demo articles on both stores: the same graph, and the same answer to every question, down to type and order."""

from __future__ import annotations

import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import kgraph
from kgraph import app
from kgraph.api import extractor, read_articles
from kgraph.errors import KgraphError
from kgraph.graph import delta
from kgraph.model import Extraction
from kgraph.query import Catalogue, Template, Type, answer
from kgraph.settings import Settings
from kgraph.store import open_journal, open_store
from kgraph.store.bolt import BoltStore
from tests.store.dump import dump, expected

pytestmark = [pytest.mark.neo4j, pytest.mark.slow]

ARTICLES = Path(kgraph.__file__).parent / "demo" / "articles"
ODD = [
    "",
    " ",
    "'",
    '"',
    "\\",
    "\\'",
    "it's",
    "Côte d'Ivoire",
    "ΑΒΓ",
    "日本",
    "🙂",
    "%_*?[a-z]",
    "${x}",
    "null",
    "a" * 3000,
]
DATES = ["1900-01-01", "2014-03", "2020", "2024-02-29", "2999-12-31"]


@pytest.fixture(scope="module")
def extractions() -> list[Extraction]:
    return list(extractor(Settings()).extract(read_articles(str(ARTICLES))))


@pytest.fixture(scope="module")
def here(extractions: list[Extraction], tmp_path_factory: pytest.TempPathFactory) -> Iterator[BoltStore]:
    """The embedded store, into which they came the other way round, and one by one."""
    store = open_store(str(tmp_path_factory.mktemp("parity") / "demo.graph"))
    store.prepare()
    for extraction in reversed(extractions):
        store.apply([delta(extraction)])
    yield store
    store.close()


@pytest.fixture(scope="module")
def there(extractions: list[Extraction], neo4j_server: BoltStore) -> BoltStore:
    neo4j_server.apply([delta(extraction) for extraction in extractions])
    return neo4j_server


def test_the_graphs_are_equal_in_every_node_and_edge(
    extractions: list[Extraction], here: BoltStore, there: BoltStore
) -> None:
    assert dump(here) == dump(there) == expected(extractions)


def test_every_documented_example_answers_alike(here: BoltStore, there: BoltStore, catalogue: Catalogue) -> None:
    for template in catalogue:
        agree(template, _given(template), here, there)


def test_every_edge_of_every_parameter_answers_alike(here: BoltStore, there: BoltStore, catalogue: Catalogue) -> None:
    for template in catalogue:
        agree(template, {}, here, there)
        for parameter in template.parameters:
            for value in _edges(parameter.type, parameter.name):
                agree(template, {parameter.name: value}, here, there)


def test_they_are_equal_after_forgetting_and_coming_back(
    extractions: list[Extraction], here: BoltStore, there: BoltStore
) -> None:
    gone, rest = extractions[::3], [e for n, e in enumerate(extractions) if n % 3]
    for store in (here, there):
        for extraction in gone:
            assert store.forget(extraction.article.id)
    assert dump(here) == dump(there) == expected(rest)
    here.apply([delta(extraction) for extraction in gone])
    for extraction in reversed(gone):
        there.apply([delta(extraction)])
    assert dump(here) == dump(there) == expected(extractions)


def test_they_are_equal_after_both_are_made_anew_from_a_journal(
    extractions: list[Extraction], here: BoltStore, there: BoltStore, catalogue: Catalogue, tmp_path: Path
) -> None:
    for store, name in ((here, "here"), (there, "there")):
        journal = open_journal(store.address, folder=tmp_path / name)
        app.load(extractions, store=store, journal=journal)
        assert app.rebuild(store=store, journal=journal, batch=5).articles == len(extractions)
        journal.close()
    assert dump(here) == dump(there) == expected(extractions)
    for template in catalogue:
        agree(template, {}, here, there)


def _given(template: Template) -> dict[str, object]:
    """The parameters of the example in the header."""
    words = shlex.split(template.example)[3:]
    given = dict(zip(words[::2], words[1::2], strict=True))
    given.pop("--format", None)
    return {template.parameter(option).name: value for option, value in given.items()}


def _edges(kind: Type, name: str) -> list[object]:
    if kind is Type.INTEGER:
        return [0, 1, 2, 1_000_000] if name == "limit" else [0, 1, 50]
    if kind is Type.NUMBER:
        return [0, 0.5, 1]
    return {
        Type.ACTOR: ["Athens", "the Greek government", "Nobody At All", *ODD[2:11]],
        Type.STRING: ["ACCUSES", "accuses", "the", *ODD],
        Type.DATE: list(DATES),
        Type.BOOLEAN: [True, False],
        Type.LIST: [[], ["ACCUSES"], ODD[2:9]],
    }[kind]


def agree(template: Template, values: dict[str, object], here: BoltStore, there: BoltStore) -> None:
    one, other = (_told(template, values, store) for store in (here, there))
    assert one == other, (template.name, values)


def _told(template: Template, values: dict[str, object], store: BoltStore) -> Any:
    """Columns and rows with the type of every value; or what is wrong with the question."""
    try:
        found = answer(store, template, values)
    except KgraphError as error:
        return type(error).__name__, str(error)
    rows = [[(type(value).__name__, value) for value in row] for row in found.rows.rows]
    return found.rows.columns, rows, found.searched, found.messages
