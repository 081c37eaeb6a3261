"""A Ray cluster of two nodes gives the records of one machine, byte for byte, also when a worker or a node dies."""

import gzip
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from benchmarks.corpus import articles
from kgraph.api import cluster_records, extract
from kgraph.app import cluster as on_cluster
from kgraph.errors import UsageError
from kgraph.record import dumps
from kgraph.settings import Settings

COMMAND = (sys.executable, "-m", "kgraph", "extract")
WORKER = b"ray::MapWorker"


@pytest.fixture(scope="module")
def cluster():
    """Two nodes of one core each, started for these tests; nothing is reported to Ray's makers."""
    pytest.importorskip("ray")
    os.environ["RAY_USAGE_STATS_ENABLED"] = "0"
    from ray.cluster_utils import Cluster

    started = Cluster(initialize_head=True, head_node_args={"num_cpus": 1, "include_dashboard": False})
    started.add_node(num_cpus=1)
    yield started
    started.shutdown()


@pytest.fixture(scope="module")
def news(tmp_path_factory):
    """Some inputs of several forms: 40 articles in a file, a packed one, a text, and three that are broken."""
    folder = tmp_path_factory.mktemp("news")
    told = [{"text": s.text, "title": s.title, "date": s.published, "source": s.outlet} for s in articles(50)]
    lines = [json.dumps(each) for each in told]
    (folder / "many.jsonl").write_text("\n".join([*lines[:20], "{broken", *lines[20:40]]))
    (folder / "packed.jsonl.gz").write_bytes(gzip.compress("\n".join(lines[40:]).encode()))
    (folder / "one.txt").write_text("Title: Troops\nDate: no day\n\nTurkey accused Greece of sending troops to Cyprus.")
    (folder / "empty.txt").write_text("")
    return folder


@pytest.fixture(scope="module")
def local(news):
    """What one process reads in them, and what it says of those that it cannot read."""
    told = []
    records = [dumps(found) for found in extract(news, on_error=lambda error: told.append(str(error)))]
    assert len(records) == 51
    assert len(told) == 3
    return records, sorted(told)


def read_on(address, news, told):
    return cluster_records(news, address=address, settings=Settings(), on_error=lambda error: told.append(str(error)))


@pytest.mark.ray
@pytest.mark.slow
class TestTwoNodes:
    def test_the_same_records_in_the_same_order_and_the_same_complaints(self, cluster, news, local):
        told = []
        records = list(read_on(cluster.address, news, told))
        assert (records, sorted(told)) == local

    def test_the_command_prints_them(self, cluster, news, local):
        done = subprocess.run([*COMMAND, str(news), f"--ray={cluster.address}"], capture_output=True, text=True)
        assert done.returncode == 3  # some inputs could not be read
        assert done.stdout.splitlines() == local[0]
        assert [line.removeprefix("kgraph: ") for line in sorted(done.stderr.splitlines())] == local[1]

    def test_a_worker_that_is_killed_loses_nothing(self, cluster, news, local):
        records = read_on(cluster.address, news, [])
        first = next(records)
        os.kill(workers()[0], signal.SIGKILL)
        assert [first, *records] == local[0]

    def test_a_node_that_goes_away_loses_nothing(self, cluster, news, local):
        node = cluster.add_node(num_cpus=1)
        records = read_on(cluster.address, news, [])
        first = next(records)
        cluster.remove_node(node, allow_graceful=False)
        assert [first, *records] == local[0]


def workers():
    """The processes that hold an extractor."""
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        found = [int(path.parent.name) for path in Path("/proc").glob("[0-9]*/cmdline") if WORKER in _command(path)]
        if found:
            return found
        time.sleep(0.1)
    raise AssertionError("no worker")


def _command(path):
    try:
        return path.read_bytes()
    except OSError:  # it has ended meanwhile
        return b""


class TestBadInput:
    @pytest.mark.parametrize("address", ["articles", "news.jsonl", "host:", "ray://host"])
    def test_what_is_no_address_is_told_from_one(self, address):
        with pytest.raises(UsageError, match=r"no address of a Ray cluster; write --ray=host:port"):
            on_cluster.check_address(address)

    @pytest.mark.parametrize("address", ["local", "auto", "host:6379", "ray://host:10001", "[::1]:6379"])
    def test_what_is_one(self, address):
        on_cluster.check_address(address)

    @pytest.mark.ray
    def test_a_cluster_that_is_not_there_is_said_to_be_so_at_once(self, tmp_path):
        (tmp_path / "one.txt").write_text("Turkey accused Greece.")
        started = time.monotonic()
        with pytest.raises(UsageError, match="no Ray cluster answers; 'ray start --head' starts one"):
            list(read_on("127.0.0.1:9", tmp_path, []))
        assert time.monotonic() - started < 30

    @pytest.mark.parametrize("source", ["-", "https://news.example/1"])
    def test_only_files_are_read(self, source):
        with pytest.raises(UsageError, match="a cluster reads files; save it first"):
            list(read_on("local", source, []))

    def test_without_the_library_the_extra_is_named(self, tmp_path, monkeypatch):
        monkeypatch.setitem(sys.modules, "ray", None)
        (tmp_path / "one.txt").write_text("Turkey accused Greece.")
        with pytest.raises(UsageError, match=r"pip install 'kgraph\[ray\]'"):
            list(read_on("local", tmp_path, []))


class Breaking:
    """Fails on one text."""

    def extract(self, articles):
        from kgraph.model import Extraction, ExtractorInfo

        for article in articles:
            if article.text == "bad":
                raise RuntimeError("it broke")
            yield Extraction(ExtractorInfo("breaking", "1", "none"), article)


def test_an_article_that_breaks_the_extractor_is_told_and_the_others_go_on(monkeypatch):
    import pickle

    from kgraph.model import Article

    monkeypatch.setattr("gc.freeze", lambda: None)  # a worker does it for good, and this process is none
    given = [Article("a_1", "good"), Article("a_2", "bad", title="Bad news"), Article("a_3", "good")]
    rows = on_cluster._Extracting(Breaking, os.getcwd())._records(given)
    assert [kind for kind, _ in rows] == ["record", "error", "record"]
    assert str(pickle.loads(rows[1][1])) == "Bad news: the extractor failed: RuntimeError: it broke"
