"""kgraph stories through the installed command: files in, one story out, and what rests on it counted once."""

import json

import pytest

from tests.end_to_end.test_bad_input import kgraph
from tests.stories.writing import REPORT, REWORDED

OWN = [
    "Kenya accused Norway of theft at sea after a plane of its coast guard met strangers in a storm.",
    "Nobody in the harbour of Lamu had seen them, and the fishermen there laughed when they heard of it.",
    "A skipper, Hassan Ali, said that big ships come every spring and are gone before anybody can count them.",
]

pytestmark = pytest.mark.end_to_end


@pytest.fixture
def folder(tmp_path):
    """A report of an agency in three papers, whole, cut and half rewritten, and a paper's own report."""
    (tmp_path / "in").mkdir()
    texts = {
        "agency": ("Continental Wire", "2024-05-06", ["MOMBASA (Continental Press) - " + REPORT[0], *REPORT[1:]]),
        "cut": ("The Harbour Post", "2024-05-08", REPORT[:4]),
        "rewritten": ("Fjord Daily", "2024-05-07", REPORT[:5] + REWORDED[1:]),
        "own": ("Evening Ledger", "2024-05-07", OWN),
    }
    for name, (outlet, published, paragraphs) in texts.items():
        lines = [f"Title: Trawlers: {name}", f"Date: {published}", f"Outlet: {outlet}", "", "\n\n".join(paragraphs)]
        (tmp_path / "in" / f"{name}.txt").write_text("\n".join(lines))
    return tmp_path


def rows(*command, folder):
    said = kgraph(*command, folder=folder)
    return [json.loads(line) for line in said.out.splitlines()]


def test_copies_are_one_story_and_corroborate_nothing(folder):
    assert kgraph("ingest", "in", folder=folder).code == 0
    (story,) = rows("stories", folder=folder)
    assert (story["articles"], story["origin"], story["title"]) == (3, "Continental Press", "Trawlers: agency")
    assert story["outlets"] == ["Continental Wire", "Fjord Daily", "The Harbour Post"]
    assert (story["first"], story["last"]) == ("2024-05-06", "2024-05-08")
    told = rows("query", "articles", "--story", story["story"], folder=folder)
    assert {row["origin"] for row in told} == {"Continental Press"}
    found = [row for row in rows("query", "corroborated", folder=folder) if row["relation"] == "ACCUSES"]
    assert [(row["origins"], len(row["outlets"])) for row in found] == [(2, 4)]

    own = next(row for row in rows("query", "articles", folder=folder) if row["outlet"] == "Evening Ledger")
    (alone,) = rows("stories", "--article", own["article_id"], folder=folder)
    assert (alone["articles"], alone["origin"]) == (1, "Evening Ledger")

    agency = next(row for row in told if row["outlet"] == "Continental Wire")
    assert kgraph("forget", agency["article_id"], folder=folder).code == 0
    (story,) = rows("stories", "--limit", "1", folder=folder)
    assert (story["articles"], story["origin"]) == (2, "Fjord Daily")
    assert kgraph("verify", folder=folder).code == 0


def test_nothing_found_says_what_was_searched(folder):
    kgraph("ingest", "in/own.txt", folder=folder)
    said = kgraph("stories", folder=folder)
    assert (said.code, said.out) == (1, "")
    assert "searched 1 article" in said.line("nothing found")
