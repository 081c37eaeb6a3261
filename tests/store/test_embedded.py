"""The embedded graph's folder: made, found, locked, shared, private."""

from __future__ import annotations

import json
import os
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from kgraph import app
from kgraph.errors import StoreError, UsageError
from kgraph.graph import delta
from kgraph.store import open_journal, open_store, serve
from tests.store.dump import dump, expected
from tests.store.test_contract import accusation

COUNT = "MATCH (c:Claim) RETURN count(c) AS n"


def in_another_process(code: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=120, check=False)


def test_what_was_written_is_there_after_opening_again(tmp_path: Path) -> None:
    graph = str(tmp_path / "news.graph")
    store = open_store(graph)
    store.prepare()
    store.apply([delta(accusation())])
    store.close()
    again = open_store(graph, read_only=True)
    assert again.rows(COUNT).rows == ((1,),)
    assert again.address == graph
    again.close()


def test_reading_a_graph_that_is_not_there_names_the_next_step(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="there is no graph; 'kgraph ingest"):
        open_store(str(tmp_path / "none.graph"), read_only=True)
    assert not (tmp_path / "none.graph").exists()


def test_a_folder_of_something_else_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "holiday.jpg").write_bytes(b"")
    with pytest.raises(StoreError, match="is not a kgraph graph"):
        open_store(str(tmp_path))


@pytest.mark.parametrize(
    ("read_only", "own", "expected"), [(False, None, "-Xmx640m"), (True, None, "None"), (False, "-Xmx2g", "-Xmx2g")]
)
def test_whoever_writes_bounds_the_engines_memory(tmp_path: Path, read_only, own, expected, monkeypatch) -> None:
    open_store(str(tmp_path / "news.graph")).close()
    for variable in ("ARCADEDB_NATIVE_ISOLATE_ARGS", "ARCADEDB_JVM_ARGS"):
        monkeypatch.delenv(variable, raising=False)
    if own:
        monkeypatch.setenv("ARCADEDB_NATIVE_ISOLATE_ARGS", own)
    code = (
        f"import os; from kgraph.store import open_store; s = open_store('news.graph', read_only={read_only}); "
        "s.rows('RETURN 1'); s.close(); print(os.environ.get('ARCADEDB_NATIVE_ISOLATE_ARGS'))"
    )
    found = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, timeout=120)
    assert found.stdout.strip() == expected, found.stderr


def test_only_the_owner_can_read_the_password(tmp_path: Path) -> None:
    open_store(str(tmp_path / "news.graph")).close()
    password = (tmp_path / "news.graph" / "password").read_text().strip()
    for file in (tmp_path / "news.graph").rglob("*"):
        if file.is_file() and password.encode() in file.read_bytes():
            assert file.name == "password"
            assert os.name == "nt" or stat.S_IMODE(file.stat().st_mode) == 0o600


def test_opening_a_graph_is_quiet(tmp_path: Path) -> None:
    graph = str(tmp_path / "news.graph")
    run = in_another_process(f"from kgraph.store import open_store; s = open_store({graph!r}); s.prepare(); s.close()")
    assert (run.returncode, run.stdout, run.stderr) == (0, "", "")


def test_a_second_process_is_told_who_has_the_graph_and_the_way_out(tmp_path: Path) -> None:
    graph = str(tmp_path / "news.graph")
    store = open_store(graph)
    run = in_another_process(f"from kgraph.store import open_store; open_store({graph!r})")
    store.close()
    last = run.stderr.strip().splitlines()[-1]
    assert graph in last
    assert f"in use by process {os.getpid()}" in last
    assert "kgraph serve" in last
    open_store(graph).close()


def test_opening_twice_in_one_program_says_so(tmp_path: Path) -> None:
    store = open_store(str(tmp_path / "news.graph"))
    with pytest.raises(StoreError, match="this program itself"):
        open_store(str(tmp_path / "news.graph"))
    store.close()


def test_a_graph_whose_process_was_killed_opens_again(tmp_path: Path) -> None:
    graph = str(tmp_path / "news.graph")
    told = "from tests.store.test_contract import accusation; from kgraph.graph import delta"
    run = in_another_process(
        f"import os; from kgraph.store import open_store; {told}; s = open_store({graph!r}); s.prepare(); "
        "s.apply([delta(accusation())]); os.kill(os.getpid(), 9)"
    )
    assert run.returncode != 0
    store = open_store(graph)
    assert store.rows(COUNT).rows == ((1,),)
    store.close()


def test_a_served_graph_is_reached_by_its_folder_and_by_its_address(tmp_path: Path) -> None:
    graph = str(tmp_path / "news.graph")
    with serve(graph, port=0) as served:
        code = (
            "from kgraph.store import open_store; from kgraph.graph import delta; "
            "from tests.store.test_contract import accusation; "
            f"s = open_store({graph!r}); s.prepare(); s.apply([delta(accusation())]); s.close()"
        )
        assert in_another_process(code).returncode == 0
        password = served.password_file.read_text().strip()
        store = open_store(served.uri, user=served.user, password=password, database=served.database)
        assert store.rows(COUNT).rows == ((1,),)
        store.close()
        with pytest.raises(StoreError, match="refuses this user or password"):
            open_store(served.uri, user=served.user, password="wrong", database=served.database)
    store = open_store(graph)
    assert store.rows(COUNT).rows == ((1,),)
    store.close()


def test_a_note_of_serving_that_outlived_its_process_is_ignored(tmp_path: Path) -> None:
    graph = tmp_path / "news.graph"
    open_store(str(graph)).close()
    (graph / "served.json").write_text(json.dumps({"uri": "bolt://127.0.0.1:1"}))
    open_store(str(graph)).close()


def test_a_port_that_is_taken_is_named(tmp_path: Path) -> None:
    with (
        serve(str(tmp_path / "one.graph"), port=0) as served,
        pytest.raises(StoreError, match="is taken"),
        serve(str(tmp_path / "two.graph"), port=int(served.uri.rpartition(":")[2])),
    ):
        pass


@pytest.mark.parametrize(
    ("uri", "kind", "message"),
    [
        ("bolt://127.0.0.1:1", StoreError, "no graph server answers there"),
        ("neo4j://127.0.0.1:1", StoreError, "no graph server answers there"),
        ("http://127.0.0.1:7474", UsageError, "no graph server speaks http://"),
        ("bolt://someone:secret@127.0.0.1:1", StoreError, "no graph server answers there"),
    ],
)
def test_a_server_that_is_not_there_is_one_line_without_the_password(
    uri: str, kind: type[Exception], message: str
) -> None:
    with pytest.raises(kind, match=message) as caught:
        open_store(uri)
    assert "secret" not in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_server_has_its_journal_in_the_users_own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kgraph.store.opening.data_folder", lambda: tmp_path)
    journal = open_journal("bolt://me:secret@db.example:7688")
    assert journal.folder == tmp_path / "journals" / "db.example-7688"
    journal.close()


def test_a_database_of_somebody_else_is_refused(tmp_path: Path) -> None:
    store = open_store(str(tmp_path / "news.graph"))
    store.write("CREATE (:Article {id: 'theirs'})")
    with pytest.raises(StoreError, match="holds Article nodes that kgraph did not make"):
        store.prepare()
    store.close()


def test_writing_without_preparing_is_refused(tmp_path: Path) -> None:
    store = open_store(str(tmp_path / "news.graph"))
    with pytest.raises(StoreError, match="is not a kgraph"):
        store.apply([delta(accusation())])
    store.close()


def test_a_graph_of_another_version_is_refused(tmp_path: Path) -> None:
    store = open_store(str(tmp_path / "news.graph"))
    store.prepare()
    store.write("MATCH (k:KGraph) SET k.version = 99")
    store.close()
    again = open_store(str(tmp_path / "news.graph"))
    with pytest.raises(StoreError, match="version 99"):
        again.prepare()
    again.close()


def test_without_an_engine_the_way_to_a_server_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kgraph.store.embedded.ENGINES", ("no_such_engine",))
    with pytest.raises(StoreError, match="no embedded engine for this machine"):
        open_store(str(tmp_path / "news.graph"))


def test_a_large_graph_is_emptied_by_beginning_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kgraph.store.bolt.MANY_CLAIMS", 0)
    store = open_store(str(tmp_path / "news.graph"))
    store.prepare()
    store.apply([delta(accusation())])
    store.wipe()
    assert dump(store) == ({}, [])
    store.apply([delta(accusation())])
    assert dump(store) == expected([accusation()])
    store.close()
    again = open_store(str(tmp_path / "news.graph"))
    assert dump(again) == expected([accusation()])
    again.close()


def test_a_damaged_engine_says_how_to_begin_anew_and_the_journal_has_all(tmp_path: Path) -> None:
    graph = tmp_path / "news.graph"
    store, journal = open_store(str(graph)), open_journal(str(graph))
    app.load([accusation()], store=store, journal=journal)
    store.close()
    (graph / "engine" / "databases" / "kgraph" / "configuration.json").write_bytes(b"")
    with pytest.raises(StoreError, match=r"remove .*databases and run 'kgraph rebuild'"):
        open_store(str(graph))
    shutil.rmtree(graph / "engine" / "databases")
    store = open_store(str(graph))
    app.rebuild(store=store, journal=journal)
    assert dump(store) == expected([accusation()])
    store.close()
    journal.close()


def test_a_takedown_leaves_no_word_in_any_file(tmp_path: Path) -> None:
    graph = str(tmp_path / "news.graph")
    store, journal = open_store(graph), open_journal(graph)
    taken, kept = accusation("Straits Xylograph"), accusation("The Harbour Post")
    app.load([taken, kept], store=store, journal=journal)
    assert app.forget(taken.article.id, store=store, journal=journal, purge=True)
    assert dump(store) == expected([kept])
    assert app.verify(store=store, journal=journal).findings == ()
    store.close()
    journal.close()
    for file in (tmp_path / "news.graph").rglob("*"):
        assert not file.is_file() or b"xylograph" not in file.read_bytes().lower(), file


def test_the_engine_is_imported_whole_before_the_driver_is(tmp_path: Path) -> None:
    """Side by side, the driver's pandas and the engine's numpy can each see half of the other."""
    done = in_another_process(
        "import sys\n"
        "from kgraph.store import embedded, opening\n"
        "seen = []\n"
        "def background(module):\n"
        "    seen.append(('arcadedb' in sys.modules or 'arcadedb_embedded' in sys.modules, 'neo4j' in sys.modules))\n"
        "    thread = embedded.import_in_background(module)\n"
        "    thread.join()\n"
        "    return thread\n"
        "opening.import_in_background = background\n"
        f"opening.open_store({str(tmp_path / 'news.graph')!r}).close()\n"
        "print(seen)\n"
    )
    assert done.stdout.strip() == "[(True, False)]", done.stderr
