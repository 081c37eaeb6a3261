"""Every form of input through the installed command: the same article comes out of each."""

import gzip
import json

import pytest

from tests.end_to_end.test_bad_input import kgraph
from tests.reading import files

pytestmark = pytest.mark.end_to_end

FORMS = {
    "a.txt": f"{files.TITLE}\n\n{files.TEXT}".encode(),
    "b.html": files.page().encode(),
    "c.jsonl": files.json_line() + b"\n",
    "d.csv": files.csv_table(),
    "d.tsv": files.csv_table("\t"),
    "e.rss": files.rss([files.rss_item()]),
    "f.atom": files.atom(),
    "g.eml": files.message(),
    "h.mbox": files.mbox([files.message(), files.message(html=files.page())]),
    "i.warc": files.warc({"https://post.example/1": files.page().encode()}),
    "j.warc.gz": files.warc_gz({"https://post.example/1": files.page().encode()}),
    "k.pdf": files.one_column(),
    "m.jsonl.gz": gzip.compress(files.json_line()),
    "n.jsonl.bz2": files.PACKERS[".bz2"](files.json_line()),
    "o.jsonl.xz": files.PACKERS[".xz"](files.json_line()),
    "p.jsonl.zst": files.zstd(files.json_line()),
    "q.zip": files.zipped({"news/a.txt": f"{files.TITLE}\n\n{files.TEXT}".encode(), "b.jsonl": files.json_line()}),
    "r.tar": files.tarred({"news/a.html": files.page().encode()}),
    "s.tgz": files.tarred({"b.jsonl": files.json_line()}, mode="w:gz"),
}
TWICE = {"h.mbox", "q.zip"}


@pytest.fixture
def folder(tmp_path):
    for name, data in (FORMS | {"l.parquet": files.parquet([json.loads(files.json_line())])}).items():
        (tmp_path / "in").mkdir(exist_ok=True)
        (tmp_path / "in" / name).write_bytes(data)
    return tmp_path


def test_every_form_gives_the_article_that_was_put_into_it(folder):
    said = kgraph("extract", "in", "--format", "jsonl", folder=folder)
    assert (said.code, said.err) == (0, "")
    records = [json.loads(line) for line in said.out.splitlines()]
    assert len(records) == len(FORMS) + 1 + len(TWICE)
    assert {record["article"]["text"] for record in records} == {f"{files.TITLE}\n\n{files.TEXT}"}
    told = [{claim["relation"] for claim in record["claims"]} for record in records]
    assert all({"ACCUSES", "DENIES"} <= relations for relations in told)
    dated = [record["article"] for record in records if record["article"]["published"]]
    assert len(dated) == len(records) - 3  # text and PDF name no date
    assert {article["published"][:10] for article in dated} == {"2024-05-03"}
    assert {article["outlet"] for article in dated} == {"The Harbour Post"}


def test_a_list_of_files_and_standard_input_name_and_are_inputs(folder):
    (folder / "list").write_text("in/a.txt\n\nin/c.jsonl\n")
    said = kgraph("extract", "--files-from", "list", "--format", "jsonl", folder=folder)
    assert (said.code, len(said.out.splitlines())) == (0, 2)
    packed = gzip.compress(files.mbox([files.message()]))
    said = kgraph("extract", "-", "--format", "jsonl", folder=folder, stdin=packed)
    assert (said.code, json.loads(said.out)["article"]["title"]) == (0, files.TITLE)


def test_the_input_format_speaks_of_what_is_in_a_packed_file(folder):
    (folder / "dump.gz").write_bytes(gzip.compress(files.csv_table()))
    said = kgraph("extract", "dump.gz", "--input-format", "csv", "--format", "jsonl", folder=folder)
    assert (said.code, json.loads(said.out)["article"]["title"]) == (0, files.TITLE)


def test_what_is_damaged_in_an_archive_is_named_and_the_rest_goes_into_the_graph(folder):
    members = {"a.txt": files.TEXT.encode(), "broken.pdf": b"%PDF-1.4\nno", "../../out.txt": b"x", "empty.txt": b""}
    (folder / "news.zip").write_bytes(files.zipped(members))
    said = kgraph("ingest", "news.zip", folder=folder)
    assert said.code == 3
    assert "ingested 1 article" in said.err
    assert said.line("news.zip/broken.pdf: is no PDF that can be read")
    assert said.line("news.zip/../../out.txt: names a place outside of the archive")
    assert said.line("news.zip/empty.txt: is empty")
    assert not (folder.parent / "out.txt").exists()
