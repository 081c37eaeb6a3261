"""Bad input through the installed command: one clear line with the place and the next step, the right exit code, no
traceback, and the rest of the work goes on."""

import json
import os
import shutil
import socket
import subprocess
import sys
import sysconfig
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

pytestmark = pytest.mark.end_to_end

INSTALLED = str(Path(sysconfig.get_path("scripts")) / "kgraph")

GOOD = "Greece accused Turkey of sending ships. Ankara denied the accusation.\n"
PAGE = "<!doctype html><html><body><nav><a href='/'>Home</a> <a href='/w'>World</a></nav></body></html>"


@dataclass(frozen=True)
class Said:
    """What a run of kgraph left behind."""

    code: int
    out: str
    err: str

    def line(self, words: str) -> str:
        """The one line of stderr with these words."""
        found = [line for line in self.err.splitlines() if words in line]
        assert len(found) == 1, self.err
        return found[0]


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "good.txt").write_text(GOOD)
    return tmp_path


def kgraph(*arguments: str, folder: Path, stdin: bytes = b"", before: Sequence[str] = (), **environment: str) -> Said:
    clean = {name: value for name, value in os.environ.items() if not name.startswith("KGRAPH_")}
    ran = subprocess.run(
        [*before, INSTALLED, *arguments],
        cwd=folder,
        input=stdin,
        capture_output=True,
        timeout=300,
        env=clean | {"PYTHONPATH": str(Path(__file__).parents[2]), "PYTHONUTF8": "1"} | environment,
    )
    said = Said(ran.returncode, ran.stdout.decode(), ran.stderr.decode())
    assert "Traceback" not in said.err, said.err
    return said


@pytest.fixture(scope="module")
def ready(tmp_path_factory):
    """A folder with a small graph in it, for questions."""
    folder = tmp_path_factory.mktemp("ready")
    (folder / "good.txt").write_text(GOOD)
    assert kgraph("ingest", "good.txt", folder=folder).code == 0
    return folder


def refused(said: Said, code: int, *words: str) -> None:
    """Nothing on stdout, one line on stderr that has the words, this exit code."""
    assert said.code == code, said.err
    assert not said.out
    lines = said.err.strip().splitlines()
    assert len(lines) == 1, said.err
    for word in words:
        assert word in lines[0]


# -- articles ----------------------------------------------------------------------------------------------------


def test_every_bad_article_is_named_in_one_line_and_the_good_ones_are_read(folder):
    (folder / "empty.txt").write_text("")
    (folder / "binary.txt").write_bytes(bytes(range(256)) * 20)
    (folder / "paper.pdf").write_bytes(b"%PDF-1.7\n%....")
    (folder / "long.txt").write_bytes(b"A long text. " * 4_000_000)
    (folder / "page.html").write_text(PAGE)
    (folder / "dated.txt").write_text(f"Date: 31 Smarch 2023\n\n{GOOD}")
    (folder / "lines.jsonl").write_text(
        '{"text": "Iran accused Israel."}\n{"text": "broken\n{"text": "China met India."}\n'
    )
    (folder / "nothing").mkdir()
    bad = ["empty.txt", "binary.txt", "paper.pdf", "long.txt", "page.html", "nothing", "vanished.txt", "*.xml"]
    said = kgraph("extract", *bad, "dated.txt", "lines.jsonl", "good.txt", "--format", "jsonl", folder=folder)
    assert said.code == 3
    articles = [json.loads(line)["article"] for line in said.out.splitlines()]
    assert [article["text"] for article in articles] == [
        GOOD.strip(),
        "Iran accused Israel.",
        "China met India.",
        GOOD.strip(),
    ]
    assert articles[0]["published"] is None
    for place, words in {
        "empty.txt": "is empty; give a file with an article in it",
        "binary.txt": "is a binary file, not text; take its text out",
        "paper.pdf": "is no PDF that can be read",
        "long.txt": "is more than 10 MB for one article; split it into articles, or raise the limit with --max-bytes",
        "page.html": "no article found in the page; save the article's text as .txt",
        "nothing": "no articles in this folder; kgraph reads .txt",
        "vanished.txt": "is not there; check the path",
        "*.xml": "no file matches; check the pattern",
        "dated.txt": "date: '31 Smarch 2023' is no date of the calendar; the article was read without a date",
        "lines.jsonl:2": "not JSON (",
    }.items():
        assert f"{place}: {words}" in said.line(f" {place}: ")
    assert len(said.err.strip().splitlines()) == 10, said.err


def test_a_text_over_the_limit_is_read_when_the_limit_is_raised(folder):
    said = kgraph("extract", "good.txt", "--max-bytes", "20", "--format", "jsonl", folder=folder)
    refused(said, 3, "good.txt: is more than 20 bytes")
    said = kgraph("extract", "good.txt", "--max-bytes", "2000", "--format", "jsonl", folder=folder)
    assert (said.code, len(said.out.splitlines())) == (0, 1)


def test_a_file_that_is_not_in_the_encoding_the_user_names_is_refused(folder):
    (folder / "old.txt").write_bytes("Café owners in Paris accused Lyon.".encode("cp1252"))
    refused(
        kgraph("extract", "old.txt", "--encoding", "utf-8", folder=folder), 3, "old.txt: is not in utf-8 (byte 4); "
    )
    refused(kgraph("extract", "old.txt", "--encoding", "utf-99", folder=folder), 3, "no encoding is named 'utf-99'; ")
    found = kgraph("extract", "old.txt", "--format", "jsonl", folder=folder)
    assert found.code == 0
    assert json.loads(found.out)["article"]["text"].startswith("Café")


def test_a_file_without_permission_is_named_and_the_others_are_read(folder):
    (folder / "secret.txt").write_text(GOOD)
    (folder / "secret.txt").chmod(0)
    before: list[str] = []
    if os.geteuid() == 0:  # root may read everything, unless it lays its powers down
        setpriv = shutil.which("setpriv")
        if setpriv is None:
            pytest.skip("runs as root, and there is no setpriv")
        before = [setpriv, "--bounding-set=-all", "--inh-caps=-all"]
    said = kgraph("extract", "secret.txt", "good.txt", "--format", "jsonl", folder=folder, before=before)
    assert (said.code, len(said.out.splitlines())) == (3, 1)
    assert "secret.txt: no permission to read it; check the file and its permissions" in said.err


def test_ingest_keeps_what_was_good(folder):
    said = kgraph("ingest", "good.txt", "vanished.txt", folder=folder)
    assert said.code == 3
    assert "vanished.txt: is not there; check the path" in said.line("vanished.txt")
    assert "1 article" in said.line("ingested")
    assert kgraph("ingest", "vanished.txt", folder=folder).code == 3


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--published", "soon"], "--published: 'soon' is no date; write it as 2020-10-02"),
        (["--field", "words=body"], "an article has no field 'words'; fields: text, "),
    ],
)
def test_a_flag_that_makes_no_sense_is_a_usage_error(folder, arguments, words):
    refused(kgraph("extract", "good.txt", *arguments, folder=folder), 2, words)


def test_a_list_of_actors_that_is_broken_is_bad_data(folder):
    (folder / "mine.csv").write_text("name,aliases,kind,country,code\nGondor,,wizard,GON,\n")
    said = kgraph("extract", "good.txt", "--actors", "mine.csv", folder=folder)
    refused(said, 5, "mine.csv:2", "wizard")
    said = kgraph("extract", "good.txt", "--actors", "gone.csv", folder=folder)
    assert said.code in (2, 3, 5)
    assert "gone.csv" in said.err


def test_a_broken_record_is_told_with_line_field_and_value(folder):
    record = kgraph("extract", "good.txt", "--format", "jsonl", folder=folder).out
    broken = json.loads(record)
    broken["claims"][0]["polarity"] = "maybe"
    (folder / "records.jsonl").write_text(record + json.dumps(broken) + "\n")
    said = kgraph("load", "records.jsonl", folder=folder)
    assert said.code == 5, said.err
    assert "records.jsonl:2" in said.line("records.jsonl:2")
    assert "polarity" in said.err
    assert "maybe" in said.err


# -- questions ---------------------------------------------------------------------------------------------------


def test_a_template_that_is_not_there_is_answered_with_one_that_is(ready):
    said = kgraph("query", "who-acuses", folder=ready)
    refused(said, 2, "who-acuses", "did you mean", "who-accuses-whom")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["timeline", "--limit", "many"], ["--limit is a whole number, not 'many'; try: --limit 25"]),
        (["timeline", "--since", "soon"], ["--since", "'soon'", "2020-10-02"]),
        (["claims-by", "--actr", "Turkey"], ["claims-by has no parameter 'actr'; its parameters: --actor, "]),
        (["claims-by", "--actor", "Turkye"], ["no actor called 'Turkye' in this graph; did you mean 'Turkey'? ("]),
    ],
)
def test_a_parameter_that_is_wrong_is_named(ready, arguments, words):
    said = kgraph("query", *arguments, folder=ready)
    refused(said, 2, *words)


def test_cypher_with_a_mistake_is_one_line(ready):
    said = kgraph("cypher", "MATCH (a:Actor RETURN a", folder=ready)
    refused(said, 2, "Cypher: ", "line 1:", "mend the statement")


def test_cypher_that_writes_is_refused_without_the_flag(ready):
    said = kgraph("cypher", "MATCH (a:Actor) DETACH DELETE a", folder=ready)
    refused(said, 2, "--write")
    assert '"n": 0' not in kgraph("cypher", "MATCH (a:Actor) RETURN count(a) AS n", folder=ready).out


def test_a_template_of_ones_own_that_is_broken_is_told_with_its_file(ready, tmp_path):
    (tmp_path / "mine.cypher").write_text("// Mine\nMATCH (a:Actor) DELETE a\n")
    said = kgraph("queries", "check", "--queries", str(tmp_path), folder=ready)
    assert said.code == 5, said
    assert "mine.cypher" in said.err + said.out


def test_a_setting_that_is_none_is_told_with_its_file(folder):
    (folder / "kgraph.toml").write_text('grpah = "x"\n')
    refused(kgraph("status", folder=folder), 2, "kgraph.toml: no setting named 'grpah'; known settings: ")


# -- graphs ------------------------------------------------------------------------------------------------------


def test_a_graph_that_is_not_there_is_not_made_by_a_question(folder):
    said = kgraph("query", "who-accuses-whom", folder=folder)
    refused(said, 4, "kgraph.graph: ", "kgraph ingest")
    assert not (folder / "kgraph.graph").exists()


def test_a_folder_that_is_no_graph_is_left_alone(folder):
    (folder / "photos").mkdir()
    (folder / "photos" / "a.jpg").write_text("x")
    refused(kgraph("ingest", "good.txt", "--graph", "photos", folder=folder), 4, "photos: is not a kgraph graph")
    assert os.listdir(folder / "photos") == ["a.jpg"]


HOLD = """
import sys
from kgraph.store import open_store
store = open_store("kgraph.graph")
print("held", flush=True)
sys.stdin.read()
store.close()
"""


def test_a_graph_that_another_process_holds_is_told_with_the_way_out(ready):
    path = {"PYTHONPATH": str(Path(__file__).parents[2])}
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLD],
        cwd=ready,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={**os.environ, **path},
    )
    try:
        assert holder.stdout is not None
        assert holder.stdout.readline().strip() == b"held"
        said = kgraph("query", "who-accuses-whom", folder=ready)
        refused(said, 4, "kgraph.graph: the graph is in use by", "kgraph serve")
    finally:
        holder.communicate(timeout=60)
    assert kgraph("query", "who-accuses-whom", folder=ready).code == 0


@pytest.fixture
def server(tmp_path) -> Iterator[str]:
    """The address of a Bolt server that asks for a password."""
    command = [INSTALLED, "serve", "--graph", "served.graph", "--port", "0"]
    path = {"PYTHONPATH": str(Path(__file__).parents[2]), "PYTHONUNBUFFERED": "1"}
    process = subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, env={**os.environ, **path}, text=True)
    try:
        assert process.stdout is not None
        address = next(word for line in process.stdout for word in line.split() if word.startswith("bolt://"))
        yield address
    finally:
        process.terminate()
        process.communicate(timeout=60)


def test_a_server_that_refuses_the_password_is_told_with_the_way_out(folder, server):
    said = kgraph("query", "who-accuses-whom", "--graph", server, folder=folder, KGRAPH_PASSWORD="wrong-password")
    refused(said, 4, f"{server}: the server refuses this user or password; set KGRAPH_USER and KGRAPH_PASSWORD")
    assert "wrong-password" not in said.err


def test_a_server_that_is_not_there_is_told_soon(folder):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    begun = time.monotonic()
    said = kgraph("ingest", "good.txt", "--graph", f"bolt://127.0.0.1:{port}", folder=folder)
    assert said.code == 4, said.err
    assert f"bolt://127.0.0.1:{port}: no graph server answers there; start it, or check the address" in said.err
    assert time.monotonic() - begun < 60


def test_an_address_that_is_none_is_a_usage_error(folder):
    said = kgraph("query", "who-accuses-whom", "--graph", "http://localhost:7474", folder=folder)
    refused(said, 2, "no graph server speaks http://", "bolt")
