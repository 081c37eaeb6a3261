"""Addresses: fetched politely, never from this machine or the local network unless the user says so."""

import socket
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from kgraph.errors import InputError
from kgraph.reading.fetch import AGENT, Fetcher, is_public
from kgraph.reading.limits import Limits
from tests.reading import files
from tests.reading.heard import Heard

WHOLE = f"{files.TITLE}\n\n{files.TEXT}"


class Site(ThreadingHTTPServer):
    """Answers by a table, and keeps what it was asked."""

    daemon_threads = True

    def __init__(self):
        super().__init__(("127.0.0.1", 0), _Handler)
        self.answers = {}
        self.asked = []
        self.url = f"http://127.0.0.1:{self.server_port}"

    def says(self, path, body=b"", status=200, pause=0.0, **headers):
        self.answers[path] = (status, {name.replace("_", "-"): value for name, value in headers.items()}, body, pause)


class _Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        self.server.asked.append((self.path, dict(self.headers)))
        status, headers, body, pause = self.server.answers.get(self.path, (404, {}, b"", 0.0))
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        for part in [body] if not pause else [body[at : at + 1] for at in range(len(body))]:
            try:
                self.wfile.write(part)
            except OSError:
                return
            time.sleep(pause)

    def log_message(self, *_):
        pass


@pytest.fixture
def site(monkeypatch):
    monkeypatch.setattr("kgraph.reading.fetch.PAUSE", 0.0)
    monkeypatch.setattr(Fetcher.__init__, "__kwdefaults__", {"allow_private": False, "pause": 0.0})
    server = Site()
    thread = threading.Thread(target=server.serve_forever, args=(0.05,))
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


def test_a_page_is_fetched_with_our_name(site):
    site.says("/1", files.page().encode(), Content_Type="text/html; charset=utf-8")
    (found,) = Heard(f"{site.url}/1", allow_private=True).articles
    assert (found.text, found.url, found.outlet) == (WHOLE, f"{site.url}/1", "The Harbour Post")
    assert [(path, headers["User-Agent"]) for path, headers in site.asked] == [("/robots.txt", AGENT), ("/1", AGENT)]


@pytest.mark.parametrize(
    ("path", "kind", "data"),
    [
        ("/feed", "application/rss+xml", files.rss([files.rss_item()])),
        ("/a.csv", "application/octet-stream", files.csv_table()),
        ("/x", "application/pdf", files.one_column()),
        ("/a.jsonl.gz", "application/gzip", files.PACKERS[".gz"](files.json_line())),
    ],
)
def test_an_address_may_give_any_form(site, path, kind, data):
    site.says(path, data, Content_Type=kind)
    assert Heard(f"{site.url}{path}", allow_private=True).texts == [WHOLE]


def test_of_a_feed_the_pages_are_fetched_when_that_is_asked_for(site):
    items = [files.rss_item(n, body="<p>A short summary of it.</p>") for n in (1, 2)]
    feed = files.rss(items).replace(b"https://post.example/", f"{site.url}/".encode())
    site.says("/feed", feed, Content_Type="application/rss+xml")
    site.says("/1", files.page().encode(), Content_Type="text/html")
    assert Heard(f"{site.url}/feed", allow_private=True).texts == [f"{files.TITLE}\n\nA short summary of it."] * 2
    heard = Heard(f"{site.url}/feed", allow_private=True, pages=True)
    assert heard.texts == [WHOLE, f"{files.TITLE}\n\nA short summary of it."]
    assert heard.articles[0].ref == "post-1"
    assert heard.notes == [
        f"{site.url}/2: the server answers 404 Not Found; check the address, or try later; "
        "the feed's own words were read"
    ]


def test_what_robots_txt_forbids_is_not_fetched(site):
    site.says("/robots.txt", b"User-agent: *\nDisallow: /private\n")
    site.says("/private/1", files.page().encode())
    heard = Heard(f"{site.url}/private/1", allow_private=True)
    assert heard.lines == [f"{site.url}/private/1: its robots.txt asks not to read it; save the page and give the file"]
    assert [path for path, _ in site.asked] == ["/robots.txt"]


def test_an_address_of_this_machine_is_refused(site):
    site.says("/1", files.page().encode())
    for url in (
        f"{site.url}/1",
        f"http://localhost:{site.server_port}/1",
        f"http://[::ffff:127.0.0.1]:{site.server_port}/1",
    ):
        (line,) = Heard(url).lines
        assert "is an address of this machine or of the local network; allow that with --allow-private" in line
    assert not site.asked


def test_so_is_a_redirect_to_one(site, monkeypatch):
    """The site plays a public one; what it leads on to is looked up for what it is."""
    site.says("/1", status=302, Location="http://10.0.0.1/secret")
    real = Fetcher._checked_address

    def as_public(self, host, port, named):
        return "127.0.0.1" if port == site.server_port else real(self, host, port, named)

    monkeypatch.setattr(Fetcher, "_checked_address", as_public)
    (line,) = Heard(f"{site.url}/1").lines
    assert line.startswith(f"{site.url}/1: 10.0.0.1 is an address of this machine or of the local network")


def test_so_is_a_name_that_leads_to_one(monkeypatch):
    monkeypatch.setattr(
        socket,
        "getaddrinfo",
        lambda *_, **__: [
            (socket.AF_INET, socket.SOCK_STREAM, 6, "", (a, 80)) for a in ("93.184.216.34", "192.168.1.1")
        ],
    )
    (line,) = Heard("http://post.example/1").lines
    assert "post.example is an address of this machine" in line


def test_a_redirect_to_a_file_is_refused_and_rings_end(site):
    site.says("/1", status=302, Location="file:///etc/passwd")
    site.says("/2", status=301, Location="/2")
    heard = Heard(f"{site.url}/1", f"{site.url}/2", allow_private=True)
    assert heard.lines[0].startswith(
        f"{site.url}/1: is no address that can be read (it leads on to file:///etc/passwd)"
    )
    assert heard.lines[1].startswith(f"{site.url}/2: leads on more than 5 times; give where it ends, or if it is meant")


def test_no_answer_is_longer_than_the_limits(site):
    site.says("/1", b"x" * 300_000)
    site.says("/2", b"x" * 500, pause=0.05)
    limits = {"seconds": 1, "bytes": 100_000}
    heard = Heard(f"{site.url}/1", f"{site.url}/2", allow_private=True, limits=limits)
    assert heard.lines[0].startswith(f"{site.url}/1: is more than 100,000 bytes for one article")
    assert heard.lines[1].startswith(f"{site.url}/2: took more than 1 seconds; try later")


def test_what_is_not_there_is_named(site):
    heard = Heard(f"{site.url}/none", "http://127.0.0.1:9/x", "http:///x", "http://[zz/", allow_private=True)
    assert heard.lines[0].startswith(f"{site.url}/none: the server answers 404 Not Found")
    assert heard.lines[1].startswith("http://127.0.0.1:9/x: cannot be fetched (")
    assert all("is no address that can be read" in line for line in heard.lines[2:])


def test_a_host_is_not_asked_twice_in_a_row_without_a_pause(site):
    site.says("/1", b"x")
    fetcher = Fetcher(Limits(), allow_private=True, pause=0.3)
    begun = time.monotonic()
    for _ in range(2):
        fetcher.get(f"{site.url}/1")
    assert time.monotonic() - begun >= 0.6


def test_a_server_says_that_nothing_is_new(site):
    site.says("/1", b"x", ETag='"1"')
    fetcher = Fetcher(Limits(), allow_private=True)
    stamps = fetcher.get(f"{site.url}/1").stamps
    site.says("/1", status=304)
    assert fetcher.get(f"{site.url}/1", known=stamps).unchanged
    assert site.asked[-1][1]["If-None-Match"] == '"1"'


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("93.184.216.34", True),
        ("2606:2800:220:1:248:1893:25c8:1946", True),
        ("127.0.0.1", False),
        ("10.1.2.3", False),
        ("169.254.169.254", False),
        ("0.0.0.0", False),
        ("100.64.0.1", False),
        ("224.0.0.1", False),
        ("::1", False),
        ("fe80::1", False),
        ("fd00::1", False),
        ("::ffff:192.168.0.1", False),
        ("2002:7f00:1::", False),
        ("64:ff9b::7f00:1", False),
    ],
)
def test_which_addresses_are_public(address, public):
    assert is_public(address) is public


def test_a_port_or_name_that_cannot_be_is_an_error_of_ours():
    fetcher = Fetcher(Limits(), allow_private=True)
    for url in ("http://a:99999/", "http://xn--/", f"http://{'a' * 300}.example/", "http://a\x00b/"):
        with pytest.raises(InputError):
            fetcher.get(url)
