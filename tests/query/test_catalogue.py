"""Templates are found by forgiving names; a folder of the user's own comes first."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from kgraph.errors import UsageError
from kgraph.query import load_catalogue
from tests.query.test_header import GOOD


@pytest.mark.parametrize(
    "typed", ["who-accuses-whom", "who_accuses_whom", "Who accuses whom", "who-accuses-whom.cypher"]
)
def test_a_name_is_found_however_it_is_joined(typed: str) -> None:
    assert load_catalogue().get(typed).name == "who-accuses-whom"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("who-acuses-whom", "who-accuses-whom"), ("contradiction", "contradictions"), ("denies", "who-denies-what")],
)
def test_an_unknown_name_is_answered_with_the_nearest(typed: str, meant: str) -> None:
    with pytest.raises(UsageError) as caught:
        load_catalogue().get(typed)
    assert str(caught.value) == f"no query named {typed!r}; did you mean {meant!r}? ('kgraph queries list' shows all)"


def test_a_folder_of_ones_own_comes_first(tmp_path: Path) -> None:
    (tmp_path / "sample.cypher").write_text(GOOD)
    (tmp_path / "stats.cypher").write_text(GOOD.replace("query sample", "query stats"))
    catalogue = load_catalogue(tmp_path)
    assert catalogue.get("sample").title == "Who says it"
    assert catalogue.get("stats").title == "Who says it"
    assert catalogue.get("actor").title == "Who somebody is in this graph"
    assert len(catalogue) == len(load_catalogue()) + 1


def test_a_folder_without_templates_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"holds no \.cypher file"):
        load_catalogue(tmp_path)
    with pytest.raises(UsageError, match="is not a folder"):
        load_catalogue(tmp_path / "nowhere")


def test_asking_starts_light() -> None:
    heavy = "{'neo4j', 'arcadedb', 'spacy', 'networkx', 'click', 'rich'}"
    code = f"import sys, kgraph.query; kgraph.query.load_catalogue().get('stats'); print({heavy} & set(sys.modules))"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "set()\n"
