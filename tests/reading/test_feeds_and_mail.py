"""Feeds, messages and web archives."""

import pytest

from tests.reading import files
from tests.reading.heard import Heard

WHOLE = f"{files.TITLE}\n\n{files.TEXT}"


@pytest.fixture(autouse=True)
def inbox(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("data", [files.rss([files.rss_item()]), files.atom()])
@pytest.mark.parametrize("name", ["a.rss", "a.xml", "a", "a.txt"])
def test_an_entry_has_what_the_feed_says_of_it(inbox, data, name):
    (inbox / name).write_bytes(data)
    heard = Heard(name)
    (found,) = heard.articles
    assert (found.text, found.title, found.author) == (WHOLE, files.TITLE, "Ada Lind")
    assert (found.url, found.outlet, found.published) == (
        "https://post.example/1",
        "The Harbour Post",
        "2024-05-03T08:00:00+00:00",
    )
    assert not heard.errors


def test_the_fullest_text_of_an_entry_is_read_without_its_teaser(inbox):
    item = (
        "<item><title>Talks &amp;amp; threats</title><description>Ankara &lt;b&gt;denied&lt;/b&gt; it all. "
        "[&amp;#8230;]</description><link>https://post.example/2</link></item>"
    )
    bare = "<item><title>Baku denied it.</title></item><item><link>x</link></item>"
    (inbox / "a.rss").write_bytes(files.rss([item, bare]))
    heard = Heard("a.rss")
    assert heard.texts == ["Talks & threats\n\nAnkara denied it all.", "Baku denied it."]
    assert heard.lines == ["a.rss[3]: has no text in it; the feed gives neither title nor summary"]


def test_a_broken_feed_is_read_as_far_as_it_goes(inbox):
    data = files.rss([files.rss_item(1), files.rss_item(2)]).replace(b"A summary.", b"R&D &nbsp; said so &")
    (inbox / "a.rss").write_bytes(data[: data.index(b"post-2")])
    assert Heard("a.rss").texts[0] == WHOLE
    (inbox / "b.xml").write_text("<?xml version='1.0'?><catalogue><book/></catalogue>")
    assert Heard("b.xml").lines[0].startswith("b.xml: is XML, but no feed (it begins with <catalogue>)")
    (inbox / "c.rss").write_bytes(files.rss([]))
    assert Heard("c.rss").lines == ["c.rss: has no entries; give a feed with articles in it"]


def test_a_feed_cannot_blow_itself_up_or_open_files(inbox):
    (inbox / "secret").write_text("swordfish")
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    kinds = f'<!DOCTYPE rss [<!ENTITY l0 "ha">{laughs}<!ENTITY x SYSTEM "{(inbox / "secret").as_uri()}">]>'
    item = "<item><title>One &l9; &x;</title><description>Ankara denied it.</description></item>"
    body = f"<rss version='2.0'><channel>{item}</channel></rss>"
    (inbox / "a.rss").write_text(f"<?xml version='1.0'?>{kinds}{body}")
    heard = Heard("a.rss")
    assert "swordfish" not in "".join(heard.texts)
    assert sum(map(len, heard.texts)) < 1_000


def test_a_feed_without_end_is_cut_and_says_so(inbox):
    (inbox / "a.rss").write_bytes(files.rss([files.rss_item(n) for n in range(30)]))
    heard = Heard("a.rss", limits={"entries": 10})
    assert len(heard.articles) == 10
    assert heard.lines[0].startswith("a.rss: has more than 10 entries; the others were left out, or if it is meant")


def test_an_entry_without_end_is_refused(inbox):
    (inbox / "a.rss").write_bytes(b"<rss><channel><item><title>x</title>" + b"<a/>" * 500_000)
    assert Heard("a.rss", max_bytes=100_000).lines[0].startswith("a.rss: is more than 100,000 bytes for one article")


def test_a_head_without_end_is_refused(inbox):
    (inbox / "a.eml").write_bytes(
        b"MIME-Version: 1.0\nSubject: " + b"=?utf-8?q?a?= " * 100_000 + b"\n\nNorway denied it."
    )
    assert Heard("a.eml").lines == ["a.eml: has a head of more than 64,000 bytes; save its text as .txt"]
    (inbox / "b.eml").write_bytes(
        b"MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n" + b"--x\n\nx\n" * 100_000
    )
    assert Heard("b.eml").lines == ["b.eml: has more than 1,000 parts; save its text as .txt"]


def test_a_newsletter_is_its_senders_and_a_letter_its_writers(inbox):
    (inbox / "a.eml").write_bytes(files.message())
    (inbox / "b.eml").write_bytes(files.message(letter=False))
    letter, other = Heard("a.eml", "b.eml").articles
    assert (letter.text, letter.outlet, letter.author) == (WHOLE, "The Harbour Post", None)
    assert (other.text, other.outlet, other.author) == (WHOLE, None, "The Harbour Post")
    assert (letter.published, letter.ref) == ("2024-05-03T08:00:00+00:00", "1@post.example")


def test_a_message_of_html_alone_is_read_as_a_page_or_by_its_words(inbox):
    (inbox / "a.eml").write_bytes(files.message(html=files.page()))
    (inbox / "b.eml").write_bytes(
        files.message(html="<table><tr><td>Baku denied it.</td><td>So there.</td></tr></table>")
    )
    assert Heard("a.eml", "b.eml").texts == [WHOLE, f"{files.TITLE}\n\nBaku denied it.\n\nSo there."]


def test_a_mailbox_is_read_message_by_message(inbox):
    long = files.message(text="From the hills they came.\n\n" + "word " * 5_000)
    box = files.mbox([files.message(), long, b"Subject: nothing\n\n", files.message(text="From Vareno came a denial.")])
    (inbox / "a.mbox").write_bytes(box)
    heard = Heard("a.mbox", max_bytes=10_000)
    assert heard.texts == [WHOLE, f"{files.TITLE}\n\nFrom Vareno came a denial."]
    assert [line.split(";")[0] for line in heard.lines] == [
        "a.mbox:2: is more than 10,000 bytes for one article",
        "a.mbox:3: has no text in it",
    ]


@pytest.mark.parametrize("make", [files.warc, files.warc_gz])
def test_a_web_archive_gives_the_article_of_each_page(inbox, make):
    pages = {f"https://post.example/{n}": files.page(f"Row number {n}").encode() for n in range(3)}
    pages["https://post.example/menu"] = b"<html><body><a href='/'>Home</a></body></html>"
    (inbox / "a.warc.gz").write_bytes(make(pages))
    heard = Heard("a.warc.gz")
    assert [found.url for found in heard.articles] == list(pages)[:3]
    assert [found.title for found in heard.articles] == ["Row number 0", "Row number 1", "Row number 2"]
    assert heard.notes == ["a.warc.gz: 1 of 4 pages gave no article (the last: a.warc.gz: https://post.example/menu)"]


def test_pictures_and_errors_in_a_web_archive_are_no_pages(inbox):
    page = files.page().encode()
    (inbox / "a.warc").write_bytes(
        files.warc({"https://p.example/1": page}, status="404 Not Found")
        + files.warc({"https://p.example/2": page}, kind="image/png")
    )
    assert Heard("a.warc").lines == ["a.warc: holds no pages; give a WARC with responses in it"]


def test_of_a_web_archive_that_is_cut_what_is_whole_is_read(inbox):
    data = files.warc({f"https://post.example/{n}": files.page().encode() for n in range(2)})
    (inbox / "a.warc").write_bytes(data[:-200])
    heard = Heard("a.warc")
    assert heard.texts == [WHOLE]
    assert "is damaged at record" in heard.lines[0]


def test_a_page_too_long_is_named_and_the_next_is_read(inbox):
    pages = {"https://p.example/1": b"<html>" + b"x" * 300_000, "https://p.example/2": files.page().encode()}
    (inbox / "a.warc").write_bytes(files.warc(pages))
    heard = Heard("a.warc", max_bytes=100_000)
    assert heard.texts == [WHOLE]
    assert heard.notes[0].startswith("a.warc: 1 of 2 pages gave no article")
