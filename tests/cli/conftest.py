"""The small world of the query tests, in a folder, and commands run on it."""

import pytest
from click.testing import CliRunner

from kgraph.cli.root import root
from kgraph.graph import delta
from kgraph.store import open_store
from tests.query.small_world import small_world

COUNTING = """\
// Counts the claims
//
// How many claims are at least so sure.
//
// Parameters
//   at_least (number = 0): the least confidence
//   actor (actor): only claims that this actor makes
//
// Columns
//   claims (integer): how many
//
// Example
//   kgraph query counting --at-least 0.5

MATCH (c:Claim)
WHERE c.confidence >= $at_least
  AND ($actor IS NULL OR EXISTS { MATCH (c)-[:SUBJECT]->(a:Actor) WHERE a.id = $actor })
WITH count(c) AS claims
WHERE claims > 0
RETURN claims
"""


@pytest.fixture(scope="session")
def world(tmp_path_factory):
    """A graph in a folder, made once: nothing here writes to it but what takes it back."""
    folder = tmp_path_factory.mktemp("world") / "world.graph"
    store = open_store(str(folder))
    store.prepare()
    store.apply([delta(extraction) for extraction in small_world()])
    store.close()
    return folder


@pytest.fixture
def kgraph(world, monkeypatch, tmp_path):
    """Runs a command on the small world, in an empty folder."""
    monkeypatch.chdir(tmp_path)
    for name in ("KGRAPH_JOURNAL", "KGRAPH_QUERIES", "KGRAPH_PASSWORD", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("KGRAPH_GRAPH", str(world))
    return lambda *args, **options: CliRunner().invoke(root, list(args), **options)


@pytest.fixture
def own_templates(tmp_path):
    folder = tmp_path / "own"
    folder.mkdir()
    (folder / "counting.cypher").write_text(COUNTING, encoding="utf-8")
    return str(folder)
