"""Files of every kind through ``read``: what comes out, and what is told about what does not."""

import json
import os

import pytest

from kgraph import record
from kgraph.errors import UsageError
from kgraph.reading import article
from kgraph.reading.forms import READABLE
from tests.reading.heard import Heard


@pytest.fixture
def inbox(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


TEXT = "Ankara has denied that it sent fighters.\n\nBaku denied it too."


def test_a_text_file_is_stored_as_it_stands(inbox):
    (inbox / "a.txt").write_text(TEXT + "\n")
    (found,) = Heard("a.txt").articles
    assert (found.text, found.title, found.published, found.lang) == (TEXT, None, None, "en")


@pytest.mark.parametrize(
    "head",
    [
        "Title: A denial\nDate: 2 October 2020\nOutlet: The Harbour Post\n"
        "URL: https://post.example/1\nAuthor: Ada Lind\n\n",
        "headline: A denial\r\npublished: 2020-10-02\r\nsource: The Harbour Post\r\nlink: https://post.example/1\r\n"
        "byline: Ada Lind\r\nSection: World\r\n\r\n",
        "---\ntitle: A denial\ndate: 2020-10-02\noutlet: The Harbour Post\nurl: https://post.example/1\n"
        "author: [Ada Lind]\ntags: [x]\n---\n",
        "\ufeff---\r\ntitle: 'A denial'\r\ndate: 2 Oct 2020\r\nsource: The Harbour Post\r\nlink: https://post.example/1\r\n"
        "authors: Ada Lind\r\n---\r\n\r\n",
    ],
)
@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_a_header_gives_title_date_outlet_address_and_author(inbox, head, name):
    (inbox / name).write_text(head + TEXT, newline="")
    heard = Heard(name)
    (found,) = heard.articles
    assert not heard.errors
    assert found.text == f"A denial\n\n{TEXT}"
    assert (found.title, found.published, found.outlet) == ("A denial", "2020-10-02", "The Harbour Post")
    assert (found.url, found.author) == ("https://post.example/1", "Ada Lind")


@pytest.mark.parametrize(
    "first", ["Minister: we sent nobody", "Turkey: a denial\nBaku: another", "Note:\nthis is text"]
)
def test_a_line_with_a_colon_is_no_header_unless_it_is_named_like_one(inbox, first):
    (inbox / "a.txt").write_text(f"{first}\n\n{TEXT}")
    assert Heard("a.txt").texts == [f"{first}\n\n{TEXT}"]


def test_a_short_first_line_without_a_full_stop_is_the_headline(inbox):
    (inbox / "a.txt").write_text(f"Two capitals deny it\n\n{TEXT}")
    (found,) = Heard("a.txt").articles
    assert (found.title, found.text) == ("Two capitals deny it", f"Two capitals deny it\n\n{TEXT}")


def test_markdown_loses_its_signs(inbox):
    (inbox / "a.md").write_text(
        "# A **denial**\n\n> Ankara [denied](http://x.example) it_self_.\n\n* one\n\n---\n\nEnd."
    )
    (found,) = Heard("a.md").articles
    assert found.text == "A denial\n\nAnkara denied it_self_.\n\n- one\n\nEnd."
    assert found.title == "A denial"


PAGE = """<!doctype html><html lang="en-GB"><head><title>A denial | The Harbour Post</title>
<meta property="og:site_name" content="The Harbour Post"><meta property="og:title" content="A denial">
<meta property="article:published_time" content="2020-10-02T08:00:00Z">
<link rel="canonical" href="https://post.example/1"><script>alert("Moscow accused Paris")</script></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/w">World</a></li></ul></nav>
<article><h1>A denial</h1><p>Ankara has denied on Friday that it sent any fighters to the disputed region.</p>
<p>“We have sent nobody,” the foreign minister told reporters in the capital, and Baku denied it too.</p></article>
<aside><h3>Most read</h3><a href="/2">Ten ways to cook fish</a></aside>
<footer>© The Harbour Post</footer></body></html>"""


def test_a_page_gives_its_article_and_nothing_of_its_menus(inbox):
    (inbox / "a.html").write_text(PAGE)
    (found,) = Heard("a.html").articles
    assert found.text.split("\n\n") == [
        "A denial",
        "Ankara has denied on Friday that it sent any fighters to the disputed region.",
        "“We have sent nobody,” the foreign minister told reporters in the capital, and Baku denied it too.",
    ]
    assert (found.title, found.published, found.outlet) == ("A denial", "2020-10-02", "The Harbour Post")
    assert (found.url, found.lang) == ("https://post.example/1", "en")


STORY = "<h1>A denial</h1><p>Vareno accused Ostmark of arming rebels in the hills. Ostmark denied it on Friday.</p>"


@pytest.mark.parametrize(
    ("page", "date"),
    [
        ("<article>{story}</article><footer>Saved 2024-05-03</footer>", None),
        ("<article>{story}</article><aside><time datetime='2019-01-01'>1 Jan</time></aside>", None),
        ("<header><div class='date'>3 May 2024</div></header><article>{story}</article>", None),
        ("<nav><time datetime='2024-05-03'>today</time></nav><article>{story}</article>", None),
        ("<article><header><time datetime='2020-10-02'>x</time></header>{story}</article>", "2020-10-02"),
        ("<header><h1>A denial</h1><time datetime='2020-10-02'>x</time></header>{story}", "2020-10-02"),
        ("<article>{story}<footer><time datetime='2020-10-02'>x</time></footer></article>", "2020-10-02"),
    ],
)
def test_a_pages_date_is_the_articles_and_not_one_of_its_margins(inbox, page, date):
    (inbox / "a.html").write_text(f"<html><body>{page.format(story=STORY)}</body></html>")
    (found,) = Heard("a.html").articles
    assert found.published == date


@pytest.mark.parametrize(
    "page",
    [
        "<html><body><nav><a href='/'>Home</a> <a href='/x'>World news</a></nav></body></html>",
        "<html></html>",
        "<html><body><script>" + "x" * 1000 + "</script></body></html>",
        "<html>" + "<div>" * 5000 + "</html>",
        "<!doctype html>" + "<" * 3000,
    ],
)
def test_a_page_without_an_article_is_named(inbox, page):
    (inbox / "a.html").write_text(page)
    heard = Heard("a.html")
    assert not heard.articles
    assert heard.lines[0].startswith("a.html: no article found in the page; save ")


def test_a_page_made_to_keep_the_reader_busy_is_refused(inbox):
    (inbox / "a.html").write_text("<html><body>" + '<a href="x">y</a> ' * 50_000)
    assert Heard("a.html").lines[0].startswith("a.html: has more than 40000 tags")


def test_a_page_cannot_make_the_reader_open_files(inbox):
    (inbox / "secret").write_text("The password is swordfish.")
    doctype = f'<?xml version="1.0"?><!DOCTYPE html [<!ENTITY x SYSTEM "{(inbox / "secret").as_uri()}">]>'
    (inbox / "a.html").write_text(
        f"{doctype}<html><body><p>He told us that this &x; was not so at all.</p></body></html>"
    )
    assert "swordfish" not in "".join(Heard("a.html").texts)


ROWS = [
    {"id": 7, "text": TEXT, "title": "A denial", "date": "2020-10-02", "source": "The Harbour Post", "url": "u:1"},
    {
        "_id": "x",
        "content": TEXT,
        "headline": "A denial",
        "publishedAt": "2020-10-02",
        "source": {"name": "The Harbour Post"},
    },
    {"guid": "g", "body": ["Ankara has denied that it sent fighters.", "Baku denied it too."], "title": "A denial"},
]


@pytest.mark.parametrize("name", ["a.jsonl", "a.ndjson", "a.json", "no-suffix"])
def test_json_lines_are_articles_by_any_usual_field_name(inbox, name):
    (inbox / name).write_text("\n".join(map(json.dumps, ROWS)) + "\n\n")
    heard = Heard(name)
    assert not heard.errors
    assert heard.texts == [f"A denial\n\n{TEXT}"] * 3
    assert [found.ref for found in heard.articles] == ["7", "x", "g"]
    assert [found.outlet for found in heard.articles] == ["The Harbour Post", "The Harbour Post", None]
    assert [found.published for found in heard.articles] == ["2020-10-02", "2020-10-02", None]


@pytest.mark.parametrize("value", [ROWS, {"articles": ROWS}, {"status": "ok", "results": ROWS}])
def test_a_json_file_holds_a_list_or_an_object_with_one(inbox, value):
    (inbox / "a.json").write_text(json.dumps(value))
    assert Heard("a.json").texts == [f"A denial\n\n{TEXT}"] * 3


def test_fields_are_named_by_the_user(inbox):
    (inbox / "a.jsonl").write_text(json.dumps({"text": "Not this.", "doc": {"words": TEXT}, "when": 20201002}))
    (found,) = Heard("a.jsonl", fields={"text": "doc.words", "date": "when"}).articles
    assert (found.text, found.published) == (TEXT, "2020-10-02")
    with pytest.raises(UsageError, match="no field 'words'"):
        Heard("a.jsonl", fields={"words": "text"})


def test_a_page_inside_json_is_read_as_a_page(inbox):
    (inbox / "a.jsonl").write_text(json.dumps({"id": 1, "html": PAGE, "title": "A denial"}))
    (found,) = Heard("a.jsonl").articles
    assert (found.outlet, found.ref, found.text.count("\n\n")) == ("The Harbour Post", "1", 2)


def test_records_give_back_the_very_articles_they_hold(inbox):
    from kgraph.model import Extraction, ExtractorInfo

    first = article(TEXT, title="A denial", outlet="The Harbour Post", url="u:1", published="2020-10-02", ref="7")
    line = record.dumps(Extraction(ExtractorInfo("x", "1", "m"), first))
    (inbox / "a.jsonl").write_text(line + "\n")
    (inbox / "a.json").write_text(json.dumps([json.loads(line)], indent=1))
    assert Heard("a.jsonl", "a.json").articles == [first, first]


def test_a_broken_line_is_told_by_its_number_and_the_rest_is_read(inbox):
    lines = [
        '{"text": "One."}',
        '{"text": "Two"',
        "[1]",
        '{"title": "Three"}',
        '{"text": ""}',
        "[" * 100_000,
        '{"text": "Six."}',
    ]
    (inbox / "a.jsonl").write_text("\n".join(lines))
    heard = Heard("a.jsonl")
    assert heard.texts == ["One.", "Six."]
    assert heard.lines == [
        "a.jsonl:2: not JSON (expecting ',' delimiter, column 15); mend or remove the line; the others are read",
        'a.jsonl:3: is a list, not an object; an article is {"text": "...", "title": ...}',
        "a.jsonl:4: no field text or body or content; name the field with --field text=NAME (fields here: title)",
        "a.jsonl:5: its text is empty; name the field with --field text=NAME (fields here: text)",
        "a.jsonl:6: not JSON (nested too deeply); mend or remove the line; the others are read",
    ]


def test_standard_input_is_recognised_by_its_beginning():
    assert Heard("-", stdin=TEXT.encode()).texts == [TEXT]
    assert Heard("-", stdin=PAGE.encode()).texts[0].startswith("A denial\n\nAnkara")
    assert len(Heard("-", stdin="\n".join(map(json.dumps, ROWS)).encode()).articles) == 3
    assert Heard("-", stdin=b"").lines == ["standard input: is empty; give a file with an article in it"]
    assert Heard("-", stdin=b'{"text": "One."}', input_format="text").texts == ['{"text": "One."}']


def test_json_lines_on_standard_input_may_be_longer_than_one_article_may_be():
    lines = b"\n".join(json.dumps({"text": f"Article {n}."}).encode() for n in range(50))
    assert len(Heard("-", stdin=lines, max_bytes=200).articles) == 50


def test_the_flag_gives_a_date_only_where_the_file_does_not(inbox):
    (inbox / "a.txt").write_text(f"Date: 2019-01-01\n\n{TEXT}")
    (inbox / "b.txt").write_text(TEXT)
    found = Heard("a.txt", "b.txt", published="2 Oct 2020", outlet="The Quay").articles
    assert [(one.published, one.outlet) for one in found] == [("2019-01-01", "The Quay"), ("2020-10-02", "The Quay")]
    with pytest.raises(UsageError, match="--published: 'soon' is no date"):
        Heard("a.txt", published="soon")


def test_an_article_whose_date_is_none_is_read_without_a_date(inbox):
    (inbox / "a.txt").write_text(f"Date: 31 Smarch 2020\n\n{TEXT}")
    heard = Heard("a.txt", published="2020-10-02")
    assert [found.published for found in heard.articles] == [None]
    assert heard.lines[0].startswith("a.txt: date: '31 Smarch 2020' is no date of the calendar; the article was read")


def test_broken_front_matter_is_told_with_its_line_and_the_text_is_read(inbox):
    (inbox / "a.md").write_text(f"---\ntitle: a: b: c\n---\n{TEXT}")
    (inbox / "b.md").write_text(f"---\ndate: 2020-13-45\n---\n{TEXT}")
    heard = Heard("a.md", "b.md")
    assert heard.texts == [TEXT, TEXT]
    assert heard.lines[0].startswith("a.md:2: front matter is not YAML (")
    assert heard.lines[1].startswith("b.md: ")


def test_a_folder_is_read_in_order_without_what_is_hidden(inbox):
    for name in ("b.txt", "a.txt", "sub/c.txt", ".hidden/d.txt", ".e.txt", "sub/notes.docx", "sub/.f.md"):
        path = inbox / "in" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"This is {name}.")
    (inbox / "in" / "loop").symlink_to(inbox / "in")
    heard = Heard("in", "in/a.txt")
    assert heard.texts == ["This is a.txt.", "This is b.txt.", "This is sub/c.txt."]
    assert heard.notes == [f"in: 1 file left out (.docx); kgraph reads {READABLE}"]
    assert not heard.errors


def test_a_pattern_names_files(inbox):
    for name in ("b.txt", "a.txt", "x/c.txt"):
        (inbox / name).parent.mkdir(exist_ok=True)
        (inbox / name).write_text(f"This is {name}.")
    assert Heard("*.txt").texts == ["This is a.txt.", "This is b.txt."]
    assert Heard("**/*.txt").texts == ["This is a.txt.", "This is b.txt.", "This is x/c.txt."]
    assert Heard("*.html").lines == ["*.html: no file matches; check the pattern and the folder"]


def test_every_bad_input_is_one_line_and_the_rest_goes_on(inbox):
    (inbox / "empty.txt").write_text("")
    (inbox / "blank.txt").write_text(" \n\u200b\n")
    (inbox / "header.txt").write_text("Title: Only a title\n\n")
    (inbox / "binary.txt").write_bytes(bytes(range(256)) * 10)
    (inbox / "paper.pdf").write_bytes(b"%PDF-1.7\n...")
    (inbox / "long.txt").write_text("word " * 1000)
    (inbox / "broken.json").write_text('{"text": "One.",\n "title" "x"}')
    (inbox / "nothing.json").write_text("[]")
    (inbox / "folder").mkdir()
    (inbox / "folder" / "x.docx").write_text("x")
    (inbox / "good.txt").write_text(TEXT)
    names = [
        "empty.txt",
        "blank.txt",
        "header.txt",
        "binary.txt",
        "paper.pdf",
        "long.txt",
        "broken.json",
        "nothing.json",
    ]
    heard = Heard(*names, "folder", "vanished.txt", "goood.txt", "ftp://post.example/1", "good.txt", max_bytes=4000)
    assert heard.texts == [TEXT]
    for line, (name, words) in zip(
        heard.lines,
        [
            ("empty.txt", "is empty"),
            ("blank.txt", "is empty"),
            ("header.txt", "is empty"),
            ("binary.txt", "is a binary file, not text"),
            ("paper.pdf", "is no PDF that can be read"),
            ("long.txt", "is more than 4,000 bytes for one article; split it into articles, or raise the limit"),
            ("broken.json:2", "not JSON (expecting ':' delimiter, column 10)"),
            ("nothing.json", "is empty"),
            ("folder", "no articles in this folder (1 other file); kgraph reads .txt"),
            ("vanished.txt", "is not there; check the path"),
            ("goood.txt", "is not there; did you mean 'good.txt'?"),
            ("ftp://post.example/1", "is an address of a kind that is not fetched"),
        ],
        strict=True,
    ):
        assert line.startswith(f"{name}: {words}")
        assert "\n" not in line


def test_a_file_in_another_encoding_than_the_user_says_is_refused(inbox):
    (inbox / "a.txt").write_bytes("café".encode("cp1252"))
    (inbox / "a.jsonl").write_bytes(b'{"text": "One."}\n{"text": "caf\xe9"}\n{"text": "Two."}')
    heard = Heard("a.txt", "a.jsonl", encoding="utf-8")
    assert heard.texts == ["One.", "Two."]
    assert [line.split(";")[0] for line in heard.lines] == [
        "a.txt: is not in utf-8 (byte 4)",
        "a.jsonl:2: is not in utf-8",
    ]


def test_a_guessed_encoding_is_noted(inbox):
    (inbox / "a.txt").write_bytes("Russia’s word was “no”, and the ministry in Paris said so too.".encode("cp1252"))
    heard = Heard("a.txt")
    assert heard.texts == ["Russia’s word was “no”, and the ministry in Paris said so too."]
    assert heard.notes == ["a.txt: read as cp1252; name another with --encoding if letters look wrong"]


def test_no_permission_is_one_line(inbox, monkeypatch):
    def refuse(path, *_):
        raise PermissionError(13, "Permission denied", path)

    (inbox / "a.txt").write_text(TEXT)
    monkeypatch.setattr("builtins.open", refuse)
    assert Heard("a.txt").lines == ["a.txt: no permission to read it; check the file and its permissions"]


def test_an_unknown_format_is_a_usage_error():
    with pytest.raises(UsageError, match="no input format 'docx'"):
        Heard("-", input_format="docx")


def test_a_pipe_can_be_read(inbox):
    os.mkfifo(inbox / "pipe")
    import threading

    writer = threading.Thread(target=lambda: (inbox / "pipe").write_text(TEXT))
    writer.start()
    assert Heard("pipe").texts == [TEXT]
    writer.join()
