"""Fixtures for everybody: an empty, prepared graph in the embedded engine, fast."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from kgraph.store import open_store
from kgraph.store.bolt import BoltStore


@pytest.fixture(scope="session")
def _session_store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[BoltStore]:
    store = open_store(str(tmp_path_factory.mktemp("embedded") / "test.graph"))
    store.prepare()
    yield store
    store.close()


@pytest.fixture
def embedded_store(_session_store: BoltStore) -> Iterator[BoltStore]:
    """An empty prepared store: one engine for the whole session, emptied after each test."""
    yield _session_store
    _session_store.wipe()
