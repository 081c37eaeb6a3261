"""The documents hold together: links lead somewhere, everything is listed, examples of files are well formed."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
_LINK = re.compile(r"\]\(([^)#\s]+)(#[^)\s]*)?\)")


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_link_leads_to_a_file(path):
    links = [match[1] for match in _LINK.finditer(path.read_text(encoding="utf-8"))]
    gone = [link for link in links if not link.startswith(("http:", "https:")) and not (path.parent / link).exists()]
    assert not gone


def test_every_document_is_listed_in_the_index():
    index = (ROOT / "docs" / "index.md").read_text(encoding="utf-8")
    listed = {(ROOT / "docs" / match[1]).resolve() for match in _LINK.finditer(index)}
    below = {path for path in (ROOT / "docs").rglob("*.md") if path.name != "index.md"}
    assert below <= listed


def test_the_first_screen_says_how_to_see_it_and_how_to_read_an_article_of_ones_own():
    screen = (ROOT / "README.md").read_text(encoding="utf-8").splitlines()[:36]
    text = "\n".join(screen)
    for command in (
        "git clone",
        "make demo",
        ".venv/bin/kgraph ingest my-article.txt",
        ".venv/bin/kgraph query who-accuses-whom",
        "pip install .",
        r".venv\Scripts\pip install .",
        "make test",
    ):
        assert command in text
