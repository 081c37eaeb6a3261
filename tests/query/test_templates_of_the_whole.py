"""What the templates about the graph itself answer on the small world: does it hold together, and how large is it."""

from __future__ import annotations

from pathlib import Path

from kgraph.graph import delta
from kgraph.query import Catalogue, answer
from kgraph.store import open_store
from tests.query.conftest import Ask
from tests.query.small_world import small_world


def test_integrity(ask: Ask) -> None:
    checks = ask("integrity", "check broken example")
    assert len(checks) == 16
    assert {row[1:] for row in checks} == {(0, None)}


def test_integrity_finds_what_is_broken(tmp_path: Path, catalogue: Catalogue) -> None:
    store = open_store(str(tmp_path / "broken.graph"))
    store.prepare()
    store.apply([delta(telling) for telling in small_world()])
    store.write("MATCH (c:Claim {predicate: 'criticise'})-[e:EVIDENCE]->() DELETE e")
    store.write("MATCH (c:Claim {predicate: 'arm'}) SET c.denied = false")
    store.write("MATCH (c:Claim {predicate: 'threaten'}) SET c.relation = 'WARNS'")
    store.write("MATCH (a:Article) WHERE a.title = 'Correction on drones' DETACH DELETE a")
    rows = answer(store, catalogue.get("integrity")).rows.rows
    store.close()
    assert {row[0]: row[1] for row in rows if row[1]} == {
        "a claim with a denial is marked as denied": 1,
        "every claim belongs to an article": 1,
        "every claim has its evidence": 1,
        "every relation rests on a claim": 1,
        "every sentence belongs to its article": 4,
    }


def test_stats(ask: Ask) -> None:
    rows = {row[:2]: row[2:] for row in ask("stats", "part what count first last")}
    assert rows["articles", "all"] == (6, "2021-03-01", "2021-03-09")
    assert rows["articles", "outlets"] == (3, None, None)
    assert rows["articles", "stories"] == (5, None, None)
    assert rows["sentences", "all"] == (24, None, None)
    assert rows["claims", "all"] == (23, "2021-03-01", "2021-03-09")
    assert rows["claims", "on the word of somebody"][0] == 8
    assert rows["claims", "denied"][0] == 4
    assert rows["claims", "negated"][0] == 1
    assert rows["claims by modality", "demanded"][0] == 1
    assert rows["actors by kind", "unnamed"][0] == 3
    assert rows["relations by type", "SENDS"] == (2, "2021-03-01", "2021-03-02")
