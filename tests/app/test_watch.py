"""`kgraph watch`: what is new goes in once, and what was seen is remembered."""

import json
import os
import signal
import subprocess
import sys
import time

import pytest
from click.testing import CliRunner

from kgraph.cli.root import root
from tests.reading import files
from tests.reading.test_addresses import site  # noqa: F401  # a fixture


@pytest.fixture
def kgraph(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("kgraph.reading.news.SETTLED", 0.0)
    for name in [name for name in os.environ if name.startswith("KGRAPH_")]:
        monkeypatch.delenv(name)
    (tmp_path / "in").mkdir()
    return lambda *args, **options: CliRunner().invoke(root, list(args), **options)


def articles(kgraph):
    found = kgraph("cypher", "MATCH (a:Article) RETURN a.title AS title, a.url AS url ORDER BY url, title")
    return [json.loads(line) for line in found.stdout.splitlines()]


def test_a_file_of_a_folder_is_read_once_and_again_when_it_changes(kgraph, tmp_path):
    assert "ingested" not in kgraph("watch", "in", "--once").stderr
    (tmp_path / "in" / "a.txt").write_text("Norway accused Chile of lying.")
    assert "ingested 1 article" in kgraph("watch", "in", "--once").stderr
    assert "ingested" not in kgraph("watch", "in", "--once").stderr
    (tmp_path / "in" / "a.txt").write_text("Norway accused Peru of lying twice.")
    (tmp_path / "in" / "b.pdf").write_text("no PDF")
    again = kgraph("watch", "in", "--once")
    assert (again.exit_code, "ingested 1 article" in again.stderr) == (3, True)
    assert kgraph("watch", "in", "--once").exit_code == 0
    assert "b.pdf" in kgraph("notes").stdout


def test_an_entry_of_a_feed_is_read_once_and_its_page_fetched_once(kgraph, site):  # noqa: F811
    first = files.rss([files.rss_item(1, body="Short.")]).replace(b"https://post.example/", f"{site.url}/".encode())
    site.says("/feed", first, Content_Type="application/rss+xml", ETag='"1"')
    site.says("/1", files.page("First row").encode(), Content_Type="text/html")
    command = ("watch", f"{site.url}/feed", "--once", "--pages", "--allow-private")
    assert "ingested 1 article" in kgraph(*command).stderr
    assert "ingested" not in kgraph(*command).stderr
    assert site.asked[-1][1]["If-None-Match"] == '"1"'
    both = [files.rss_item(2, body="Long.", title="Second row"), files.rss_item(1, body="Short.")]
    site.says("/feed", files.rss(both).replace(b"https://post.example/", f"{site.url}/".encode()))
    site.says("/2", files.page("Second row").encode(), Content_Type="text/html")
    assert "ingested 1 article" in kgraph(*command).stderr
    assert [row["title"] for row in articles(kgraph)] == ["First row", "Second row"]
    assert [path for path, _ in site.asked].count("/1") == 1


def test_a_graph_that_is_in_use_is_waited_for_and_nothing_is_lost(kgraph, tmp_path):
    from kgraph.api import open_graph

    (tmp_path / "in" / "a.txt").write_text("Norway accused Chile of lying.")
    with open_graph("kgraph.graph"):
        assert kgraph("watch", "in", "--once").exit_code == 4
    assert "ingested 1 article" in kgraph("watch", "in", "--once").stderr


@pytest.mark.end_to_end
@pytest.mark.skipif(os.name == "nt", reason="a signal is not Ctrl-C there")
def test_it_stays_until_ctrl_c(kgraph, tmp_path):
    command = [sys.executable, "-m", "kgraph", "watch", "in", "--pause", "0.2"]
    process = subprocess.Popen(command, cwd=tmp_path, stderr=subprocess.PIPE, text=True)
    (tmp_path / "in" / "a.txt").write_text("Norway accused Chile of lying.")
    assert process.stderr is not None
    assert "ingested 1 article" in process.stderr.readline()
    (tmp_path / "in" / "b.txt").write_text("Peru accused Chile of lying.")
    assert "ingested 1 article" in process.stderr.readline()
    begun = time.monotonic()
    process.send_signal(signal.SIGINT)
    said = process.communicate(timeout=30)[1]
    assert (process.returncode, said) == (0, "stopped; 2 articles read\n")
    assert time.monotonic() - begun < 5
