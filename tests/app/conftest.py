"""A small graph to work on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kgraph.store import open_journal
from kgraph.store.journal import FileJournal


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[FileJournal]:
    found = open_journal("unused", folder=tmp_path / "journal")
    yield found
    found.close()
