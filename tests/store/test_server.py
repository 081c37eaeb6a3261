"""A Neo4j server that encrypts, dies and comes back, may only be read, or holds what others made."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import urlsplit

import pytest

from kgraph import app, record
from kgraph.errors import StoreError
from kgraph.graph import delta
from kgraph.graph.schema import LAYOUT
from kgraph.store import open_journal, open_store
from kgraph.store.bolt import BoltStore
from tests.app.fakes import readings
from tests.conftest import NEO4J
from tests.own_server import OwnServer, own_server
from tests.query.small_world import small_world
from tests.store.dump import dump, expected

pytestmark = [pytest.mark.neo4j, pytest.mark.slow]

COUNT = 300
FOREIGN = (
    "MATCH (n) WHERE n:Film OR n:Director OPTIONAL MATCH (n)-[r]->(m) RETURN labels(n), properties(n), type(r), m.name"
)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OwnServer]:
    """It takes what is encrypted and what is not; its certificate is nobody's but its own."""
    folder = tmp_path_factory.mktemp("server")
    about = ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1", "-days", "2"]
    files = ["-keyout", str(folder / "private.key"), "-out", str(folder / "public.crt")]
    make = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", *about, *files]
    subprocess.run(make, check=True, capture_output=True)
    settings = {
        "dbms.ssl.policy.bolt.enabled": "true",
        "dbms.ssl.policy.bolt.base_directory": str(folder),
        "dbms.ssl.policy.bolt.private_key": "private.key",
        "dbms.ssl.policy.bolt.public_certificate": "public.crt",
        "server.bolt.tls_level": "OPTIONAL",
    }
    with own_server(folder / "neo4j", settings=settings) as server:
        yield server


@pytest.fixture
def store(server: OwnServer) -> Iterator[BoltStore]:
    """Empty and prepared."""
    store = open_store(server.uri)
    store.prepare()
    store.wipe()
    yield store
    store.close()


def kgraph(*words: object, **variables: str) -> subprocess.CompletedProcess[str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("KGRAPH_", "SSL_"))}
    command = [sys.executable, "-m", "kgraph", *map(str, words)]
    return subprocess.run(command, env=kept | variables, capture_output=True, text=True, timeout=300)


def reconfigured(server: OwnServer, old: str, new: str) -> None:
    conf = server.home / "conf" / "neo4j.conf"
    conf.write_text(conf.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    server.resume()


# Encryption


def ask(server: OwnServer, scheme: str, **variables: str) -> subprocess.CompletedProcess[str]:
    address = f"{scheme}://127.0.0.1:{server.bolt}"
    return kgraph("cypher", "RETURN 1 AS one", "--graph", address, KGRAPH_PASSWORD=server.password, **variables)


@pytest.mark.parametrize("scheme", ["bolt+ssc", "neo4j+ssc", "bolt+s", "neo4j+s"])
def test_a_certificate_that_is_trusted_is_taken(server: OwnServer, scheme: str) -> None:
    done = ask(server, scheme, SSL_CERT_FILE=str(server.home.parent / "public.crt") if scheme.endswith("+s") else "")
    assert (done.returncode, done.stdout.strip()) == (0, '{"one": 1}'), done.stderr


@pytest.mark.parametrize("scheme", ["bolt", "neo4j"])
def test_one_that_is_not_is_one_line_with_the_way_out(server: OwnServer, scheme: str) -> None:
    done = ask(server, f"{scheme}+s")
    assert (done.returncode, done.stdout) == (4, "")
    (line,) = done.stderr.strip().splitlines()
    assert f"{scheme}+s://127.0.0.1:{server.bolt}: its certificate is not trusted (self" in line
    assert f"SSL_CERT_FILE, or write {scheme}+ssc://127.0.0.1:{server.bolt} to trust any" in line
    assert server.password not in line


@pytest.mark.parametrize("scheme", ["bolt+s", "neo4j+ssc"])
def test_a_server_that_does_not_encrypt_is_told_so(scheme: str) -> None:
    plain = urlsplit(os.environ[NEO4J])
    done = kgraph("cypher", "RETURN 1", "--graph", f"{scheme}://{plain.hostname}:{plain.port}", KGRAPH_PASSWORD="x")
    (line,) = done.stderr.strip().splitlines()
    assert f"the server does not encrypt; write {scheme.partition('+')[0]}://{plain.hostname}:{plain.port}" in line


def test_a_server_that_takes_only_what_is_encrypted_is_told_so(server: OwnServer) -> None:
    try:
        reconfigured(server, "tls_level=OPTIONAL", "tls_level=REQUIRED")
        for scheme in ("bolt", "neo4j"):
            (line,) = ask(server, scheme).stderr.strip().splitlines()
            assert f"the server wants an encrypted connection; write {scheme}+s://127.0.0.1:" in line
    finally:
        reconfigured(server, "tls_level=REQUIRED", "tls_level=OPTIONAL")


# Versions, others, read-only


@pytest.mark.parametrize(
    ("version", "way_out"), [(LAYOUT + 1, "upgrade kgraph"), (LAYOUT - 1, "'kgraph copy .* NEW' makes it anew")]
)
def test_a_graph_of_another_version_is_refused_and_stays_as_it_is(
    store: BoltStore, server: OwnServer, version: int, way_out: str
) -> None:
    store.write("MATCH (k:KGraph) SET k.version = $version", {"version": version})
    other = open_store(server.uri)
    try:
        with pytest.raises(StoreError, match=rf"version {version}; this kgraph writes .* version {LAYOUT}; {way_out}"):
            other.prepare()
        assert other.rows("MATCH (n) RETURN count(n)").rows == ((1,),)
    finally:
        other.close()
        store.write("MATCH (k:KGraph) SET k.version = $version", {"version": LAYOUT})


def test_what_others_made_is_never_touched(store: BoltStore, server: OwnServer, tmp_path: Path) -> None:
    store.write(
        "CREATE (f:Film {title: 'Nosferatu', id: 'country:ARD'})-[:BY {year: 1922}]->(:Director {name: 'Murnau'})"
    )
    store.write("CREATE INDEX their_own IF NOT EXISTS FOR (f:Film) ON (f.title)")
    theirs = store.rows(FOREIGN).rows
    extractions = list(small_world())
    journal = open_journal(server.uri, folder=tmp_path / "journal")
    try:
        app.load(extractions, store=store, journal=journal)
        assert store.rows(FOREIGN).rows == theirs
        assert app.forget(extractions[0].article.id, store=store, journal=journal)
        assert store.rows(FOREIGN).rows == theirs
        app.rebuild(store=store, journal=journal)
        assert store.rows(FOREIGN).rows == theirs
        assert len(store.rows("MATCH (c:Claim) RETURN c.id").rows) > 0
        store.wipe()
        assert store.rows(FOREIGN).rows == theirs
        assert store.rows("MATCH (n) RETURN count(n)").rows == ((3,),)  # theirs, and the mark
        assert store.rows("SHOW INDEXES YIELD name WHERE name = 'their_own' RETURN count(*)").rows == ((1,),)
    finally:
        journal.close()
        store.write("MATCH (n) WHERE n:Film OR n:Director DETACH DELETE n")
        store.write("DROP INDEX their_own")


def test_a_database_that_may_only_be_read_answers_and_refuses_in_one_line(
    store: BoltStore, server: OwnServer, tmp_path: Path
) -> None:
    store.apply([delta(extraction) for extraction in small_world()])
    before = dump(store)
    records = tmp_path / "records.jsonl"
    records.write_text("".join(f"{record.dumps(reading)}\n" for reading in readings(1)), encoding="utf-8")
    log = "server.default_listen_address=127.0.0.1"
    at = ("--graph", server.uri, "--journal", tmp_path / "journal")
    try:
        reconfigured(server, log, f"{log}\nserver.databases.read_only=neo4j")
        asked = kgraph("query", "who-accuses-whom", *at)
        assert (asked.returncode, "Ardia" in asked.stdout) == (0, True), asked.stderr
        assert "drones" in kgraph("query", "search", "--text", "drones", *at).stdout  # by the full-text index
        for words in (("load", records), ("cypher", "--write", "CREATE (:Film)"), ("wipe", "--yes")):
            done = kgraph(*words, *at)
            (line,) = done.stderr.strip().splitlines()
            assert (done.returncode, "only reading is allowed there; nothing was changed" in line) == (4, True), line
        assert dump(store) == before
    finally:
        reconfigured(server, f"{log}\nserver.databases.read_only=neo4j", log)


# Several writers, and a server that dies


def test_several_writers_lose_nothing_and_put_nothing_in_twice(store: BoltStore, server: OwnServer) -> None:
    """Five of them, all about the same two actors and their one derived edge; each takes back what it wrote last."""
    told, writers = readings(150), 5
    failed: list[BaseException] = []

    def write(number: int) -> None:
        own = open_store(server.uri)
        try:
            for reading in told[number::writers]:
                own.apply([delta(reading)])
            assert own.forget(told[number::writers][-1].article.id)
        except BaseException as error:
            failed.append(error)
        finally:
            own.close()

    threads = [Thread(target=write, args=(number,)) for number in range(writers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []
    assert dump(store) == expected(told[:-writers])


def test_a_server_that_dies_in_the_middle_of_an_ingest_has_all_of_it_in_the_end(
    store: BoltStore, server: OwnServer, tmp_path: Path
) -> None:
    articles, journal = tmp_path / "articles", tmp_path / "journal"
    articles.mkdir()
    for number in range(COUNT):
        text = f"Ardia accused Borland of sending {number + 2} tanks to the border. Borland denied it."
        (articles / f"{number:03}.txt").write_text(text, encoding="utf-8")
    words = ["ingest", str(articles), "--graph", server.uri, "--journal", str(journal), "--published", "2024-05-01"]
    first = subprocess.Popen([sys.executable, "-m", "kgraph", *words], stderr=subprocess.PIPE, text=True)
    while not (found := _count(store)) and first.poll() is None:
        time.sleep(0.02)
    assert found < COUNT
    server.kill()
    said = first.communicate(timeout=300)[1]
    assert first.returncode == 4, said
    assert "no graph server answers there; start it" in said.strip().splitlines()[-1]
    assert "Traceback" not in said
    server.resume()
    again = kgraph(*words)
    assert again.returncode == 0, again.stderr
    whole, kept = open_store(server.uri), open_journal(server.uri, folder=journal)
    try:
        extractions = list(kept.extractions())
        assert len(extractions) == COUNT
        assert dump(whole) == expected(extractions)
        assert app.verify(store=whole, journal=kept).findings == ()
        assert len((journal / "records.jsonl").read_bytes().splitlines()) == COUNT
    finally:
        whole.close()
        kept.close()


def _count(store: Any) -> int:
    return int(store.rows("MATCH (a:Article) RETURN count(a)").rows[0][0])
