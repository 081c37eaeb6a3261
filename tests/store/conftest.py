"""``store``: every store that there is, one after the other."""

from __future__ import annotations

import pytest

from kgraph.store.bolt import BoltStore


@pytest.fixture
def store(each_store: BoltStore) -> BoltStore:
    return each_store
