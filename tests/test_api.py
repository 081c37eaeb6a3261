"""kgraph from Python: the examples of the docstrings run, and the verbs are those of the command line."""

import doctest
import importlib
from pathlib import Path

import pytest

import kgraph
from kgraph.ports import Rows

TEXT = """\
A quarrel about mercenaries

Russia accused Turkey of sending mercenaries to Libya. Turkey denied it.
"""


@pytest.fixture
def places(tmp_path, monkeypatch):
    """What the examples use: a text in a file, a folder for a graph, and a working folder that is empty."""
    monkeypatch.chdir(tmp_path)
    for name in ("KGRAPH_GRAPH", "KGRAPH_JOURNAL", "KGRAPH_QUERIES"):
        monkeypatch.delenv(name, raising=False)
    file = tmp_path / "my-article.txt"
    file.write_text(TEXT, encoding="utf-8")
    return {"file": str(file), "folder": str(tmp_path / "news.graph"), "kgraph": kgraph, "Rows": Rows}


@pytest.mark.parametrize("module", ["kgraph.api", "kgraph.api.graph", "kgraph.api.inputs", "kgraph.api.result"])
def test_the_examples_are_true(module, places):
    found = importlib.import_module(module)
    failures, tried = doctest.testmod(found, extraglobs=places, optionflags=doctest.ELLIPSIS)
    assert failures == 0
    assert tried or module == "kgraph.api.graph"


def test_the_page_on_python_is_true(places):
    Path("my-article.txt").write_text(
        "Greece accused Serbia of shipping rocket launchers to Libya. Serbia denied it.\n", encoding="utf-8"
    )
    page = Path(__file__).parents[1] / "docs" / "python.md"
    failures, tried = doctest.testfile(str(page), module_relative=False)
    assert (failures, tried > 5) == (0, True)


@pytest.mark.parametrize(
    "module",
    ["kgraph.output.cells", "kgraph.output.claims", "kgraph.cli.common", "kgraph.cli.shell", "kgraph.ids"],
)
def test_the_small_examples_are_true(module):
    failures, tried = doctest.testmod(importlib.import_module(module))
    assert (failures, tried > 0) == (0, True)


def test_the_verbs_run_from_reading_to_forgetting(places):
    with kgraph.open(places["folder"]) as graph:
        report = graph.ingest(places["file"], published="2024-05-03", outlet="The Harbour Post")
        assert (report.articles, report.failed) == (1, [])
        (row,) = graph.query("who-accuses-whom")
        assert (row["accuser"], row["accused"]) == (["Russia"], ["Turkey"])
        (article,) = graph.articles()
        claims = list(graph.claims(relation="SENDS"))
        assert [kgraph.in_words(claim) for claim in claims] == [
            "Turkey SENDS mercenaries to Libya [alleged; said by Russia; denied by Turkey]"
        ]
        assert not graph.verify().findings
        assert graph.forget(article["article_id"])
        assert not graph.query("articles")
    with kgraph.open(places["folder"]) as graph:
        assert graph.cypher("MATCH (n:Claim) RETURN count(n) AS claims")[0] == {"claims": 0}


def test_an_answer_is_a_frame_where_pandas_is():
    pandas = pytest.importorskip("pandas")
    frame = kgraph.Result(Rows(("a", "b"), ((1, "x"), (2, "y")))).frame()
    assert isinstance(frame, pandas.DataFrame)
    assert frame.to_dict("list") == {"a": [1, 2], "b": ["x", "y"]}


def test_an_answer_is_a_sequence():
    result = kgraph.Result(Rows(("a",), ((1,), (2,))))
    assert list(result) == [{"a": 1}, {"a": 2}]
    assert result[1:] == [{"a": 2}]
    assert bool(kgraph.Result(Rows(("a",)))) is False


def test_an_input_that_is_not_there_raises_or_is_told(tmp_path):
    with pytest.raises(kgraph.InputError, match=r"nothing\.txt"):
        list(kgraph.read_articles(tmp_path / "nothing.txt"))
    told = []
    assert list(kgraph.read_articles(tmp_path / "nothing.txt", on_error=told.append)) == []
    assert len(told) == 1


def test_a_broken_record_is_named_by_line(tmp_path):
    (tmp_path / "r.jsonl").write_text('{"schema": "none"}\n')
    with pytest.raises(kgraph.DataError, match=r"r\.jsonl:1"):
        list(kgraph.read_records(tmp_path / "r.jsonl"))
