"""The small world in a real embedded store, once for all tests of this room, and the templates to ask it with."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from kgraph.graph import delta
from kgraph.ports import GraphStore
from kgraph.query import Catalogue, answer, load_catalogue
from kgraph.store import open_store
from tests.query.small_world import small_world

Ask = Callable[..., list[Any]]


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    return load_catalogue()


@pytest.fixture(scope="session")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[GraphStore]:
    opened = open_store(str(tmp_path_factory.mktemp("query") / "small-world.graph"))
    opened.prepare()
    tellings = small_world()
    random.Random(3).shuffle(tellings)  # the order in which articles come must not show
    opened.apply([delta(telling) for telling in tellings])
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Iterator[GraphStore]:
    opened = open_store(str(tmp_path_factory.mktemp("query") / "empty.graph"))
    opened.prepare()
    yield opened
    opened.close()


@pytest.fixture
def ask(store: GraphStore, catalogue: Catalogue) -> Ask:
    """ask("who-accuses-whom", "accuser accused", accuser="Velm"): the rows, as tuples of these columns."""

    def asked(name: str, columns: str, **values: object) -> list[Any]:
        rows = answer(store, catalogue.get(name), values).rows.dicts()
        return [tuple(plain(row[column]) for column in columns.split()) for row in rows]

    return asked


def plain(value: object) -> object:
    """A list as words between commas, a date as written."""
    if isinstance(value, list):
        return ", ".join(map(str, value))
    return value if value is None or isinstance(value, str | int | float | bool) else str(value)[:10]
