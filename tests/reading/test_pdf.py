"""PDFs made line by line: columns, words that a line cuts, running heads, paragraphs over pages."""

import time

import pytest

from tests.reading import files
from tests.reading.files import lines_of, pdf
from tests.reading.heard import Heard


@pytest.fixture(autouse=True)
def inbox(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


LEFT = (
    "Vareno accused Ostmark on Friday of sending weapons to the rebels. Ostmark denied the accusation and said that it "
    "had sent nobody to the hills that lie between"
)
RIGHT = (
    "the two countries. The minister of Vareno called that untrue and demanded an answer. Ostmark has warned its "
    "neighbour against any attack on its soldiers at the border."
)


def column(text, x, top=700.0):
    return [(x, top - 12 * n, line) for n, line in enumerate(lines_of(text, 36))]


def read(inbox, data):
    (inbox / "a.pdf").write_bytes(data)
    heard = Heard("a.pdf")
    assert not heard.errors
    (found,) = heard.articles
    return found


@pytest.mark.parametrize("order", ["columns", "rows"])
def test_columns_are_read_one_after_the_other(inbox, order):
    lines = [*column(LEFT, 50.0), *column(RIGHT, 320.0)]
    if order == "rows":
        lines.sort(key=lambda line: (-line[1], line[0]))
    found = read(inbox, pdf([[(50.0, 740.0, "A row over weapons"), *lines]]))
    assert found.text == f"A row over weapons\n\n{LEFT} {RIGHT}"


def test_a_word_that_a_line_cuts_is_whole_again_and_a_compound_stays_one(inbox):
    lines = [
        "The govern-",
        "ment of Vareno has accused its long-standing well-",
        "known neighbour of it. The well-known minister denied",
        "that the govern-",
        "ment had said so and that it would.",
    ]
    found = read(inbox, pdf([[(50.0, 700.0 - 12 * n, line) for n, line in enumerate(lines)]]))
    assert "The government of Vareno" in found.text
    assert "long-standing well-known neighbour" in found.text
    assert "that the government had said so" in found.text


def test_running_heads_and_page_numbers_are_no_text(inbox):
    pages = []
    texts = [
        "Vareno accused Ostmark of sending weapons over the border and",
        "hills into the north. Ostmark denied it.",
        "Its minister said no.",
    ]
    for number, text in enumerate(texts, 1):
        head = [(50.0, 780.0, f"The Harbour Post, 3 May 2024, page {number}")]
        pages.append([*head, (50.0, 700.0, text), (300.0, 20.0, str(number))])
    found = read(inbox, pdf(pages))
    assert found.text == f"{texts[0]} {texts[1]}\n\n{texts[2]}"


def test_a_gap_between_lines_parts_paragraphs(inbox):
    found = read(inbox, files.one_column())
    assert found.text == f"{files.TITLE}\n\n{files.TEXT}"
    assert (found.title, found.published) == (files.TITLE, None)


def test_the_name_of_a_template_is_no_title(inbox):
    found = read(inbox, pdf([[(50.0, 700.0, "Ankara has denied that it sent any fighters.")]], title="Layout_v3.indd"))
    assert found.title is None


def test_a_scan_and_a_broken_file_are_named(inbox):
    (inbox / "a.pdf").write_bytes(pdf([[]]))
    (inbox / "b.pdf").write_bytes(files.one_column()[:200])
    (inbox / "c.pdf").write_text("This is text under a wrong name.")
    heard = Heard("a.pdf", "b.pdf", "c.pdf")
    assert heard.lines[0] == "a.pdf: has no text in it; it may be a scan: have its text recognised first"
    assert heard.lines[1].startswith("b.pdf: is no PDF that can be read (")
    assert heard.lines[2].startswith("c.pdf: is no PDF that can be read (")


def test_pages_and_seconds_are_limited_and_it_is_said(inbox, monkeypatch):
    (inbox / "a.pdf").write_bytes(pdf([[(50.0, 700.0, f"Ankara denied that on page {n}.")] for n in range(9)]))
    heard = Heard("a.pdf", limits={"pages": 3})
    assert "page 2." in heard.texts[0]
    assert "page 3." not in heard.texts[0]
    assert heard.lines[0].startswith("a.pdf: has more than 3 pages; only the first 3 were read, or if it is meant")
    clock = iter(range(0, 1_000_000, 100))
    monkeypatch.setattr(time, "monotonic", lambda: next(clock))
    assert Heard("a.pdf").lines[0].startswith("a.pdf: takes more than 60 seconds; save its text as .txt, or if it is")
