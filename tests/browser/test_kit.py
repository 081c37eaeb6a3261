"""The kit as files and as a server: what it writes, what it escapes, what it refuses."""

from __future__ import annotations

import http.client
import re
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from click.testing import CliRunner

from kgraph.cli.root import root
from kgraph.errors import StoreError, UsageError
from kgraph.graph import delta
from kgraph.graph.schema import EDGE_TYPES, KIND_LABELS, NODE_LABELS
from kgraph.ontology import relations
from kgraph.output.browser import GUIDE, STYLE, KitServer, Login, favourite, kit, write_kit
from kgraph.output.browser.favourites import with_values
from kgraph.output.browser.pictures import PICTURES, Picture
from kgraph.query.answer import answer
from kgraph.query.catalogue import load_catalogue
from kgraph.query.header import parse_template
from kgraph.query.tokens import Kind, tokens
from kgraph.store.bolt import BoltStore
from tests.query.small_world import small_world

LOGIN = Login("http://localhost:7474/browser/", "bolt://localhost:7687", "neo4j", "news")
HOSTILE = """\
// </pre><script>alert(1)</script>
//
// A title that would like to be more.
//
// Parameters
//   name (string = "it's \\ */ MATCH"): a text
//
// Columns
//   id (string): an id
//
// Example
//   kgraph query stats

MATCH (a:Actor) WHERE a.name = $name RETURN a.id AS id
"""


def test_every_favourite_gives_the_rows_of_its_template(embedded_store: BoltStore) -> None:
    fill(embedded_store)
    for template in load_catalogue():
        columns = [column.name for column in template.columns]
        shown = embedded_store.rows(with_values(template), columns=columns)
        assert shown == answer(embedded_store, template, {}).rows, template.name


@pytest.mark.neo4j
def test_every_favourite_gives_the_rows_of_its_template_on_neo4j(neo4j_store: BoltStore) -> None:
    fill(neo4j_store)
    for template in load_catalogue():
        shown = neo4j_store.rows(with_values(template))
        assert shown.rows == answer(neo4j_store, template, {}).rows.rows, template.name


def fill(store: BoltStore) -> None:
    store.apply([delta(extraction) for extraction in small_world()])


def test_a_favourite_begins_with_its_title_and_has_no_parameter_left() -> None:
    for template in load_catalogue():
        text = favourite(template)
        assert text.startswith(f"// {template.title}\n")
        assert ":param" not in text
        assert not [token for token in tokens(text) if token.kind is Kind.PARAMETER]
        assert text.rstrip().endswith(";")


def test_text_in_a_template_stays_text() -> None:
    template = parse_template(HOSTILE.replace("kgraph query stats", "kgraph query evil"), path=Path("evil.cypher"))
    assert r"'it\'s \\ */ MATCH' /* name */" in with_values(template)
    files = kit([template], LOGIN)
    assert "<script>" not in files["bookmarks.html"]


def test_the_style_has_every_label_and_every_type() -> None:
    style = kit([], LOGIN)[STYLE]
    for name in {*NODE_LABELS, *KIND_LABELS.values()}:
        assert f"node.{name} {{" in style
    for name in {*EDGE_TYPES, *relations()}:
        assert f"relationship.{name} {{" in style
    assert len(set(re.findall(r"relationship.(?:ACCUSES|MEETS|URGES|SAYS|SENDS) \{\n  color: (#\w+)", style))) == 5


def test_the_guide_has_several_slides_and_escapes_its_statements() -> None:
    guide = kit(load_catalogue(), LOGIN, served="http://localhost:1")[GUIDE]
    assert guide.count('<slide class="row-fluid">') == 8
    assert "-[r]-&gt;(b:Actor)" in guide
    assert ":style http://localhost:1/kgraph.grass" in guide
    assert ":style" not in kit(load_catalogue(), LOGIN)[GUIDE]


def test_a_link_fills_in_the_login_and_no_password() -> None:
    asked = parse_qs(urlsplit(LOGIN.editing("MATCH (a) RETURN a.x + 1 AS n")).query)
    assert asked == {
        "dbms": ["bolt://neo4j@localhost:7687"],
        "db": ["news"],
        "cmd": ["edit"],
        "arg": ["MATCH (a) RETURN a.x + 1 AS n"],
    }
    assert "+" not in LOGIN.editing("a b")


def test_the_server_answers_pages_of_other_origins_and_has_nothing_else() -> None:
    with KitServer() as server:
        server.files |= kit([], LOGIN, served=server.address)
        asked = http.client.HTTPConnection(urlsplit(server.address).netloc, timeout=10)
        for method, path, status in [
            ("OPTIONS", f"/{GUIDE}", 204),
            ("GET", f"/{GUIDE}", 200),
            ("HEAD", f"/{STYLE}", 200),
            ("GET", "/../../etc/passwd", 404),
            ("GET", "/%2e%2e/pyproject.toml", 404),
            ("POST", f"/{GUIDE}", 501),
        ]:
            asked.request(method, path)
            answered = asked.getresponse()
            answered.read()
            assert answered.status == status, (method, path)
            if status < 300:
                assert answered.headers["Access-Control-Allow-Origin"] == "*"
                assert answered.headers["Access-Control-Allow-Headers"] == "*"
            asked.close()


def test_a_port_that_is_taken_is_named() -> None:
    with KitServer() as server:
        port = urlsplit(server.address).port
        with pytest.raises(StoreError, match=f"port {port} is taken; choose another with --kit-port"):
            KitServer(port)


def test_the_command_writes_the_kit(tmp_path: Path) -> None:
    done = CliRunner().invoke(root, ["browser", "export", str(tmp_path / "kit"), "--graph", "neo4j://jo:se@db:7687"])
    assert done.exit_code == 0, done.output
    assert (tmp_path / "kit/favourites/who-accuses-whom.cypher").is_file()
    bookmarks = (tmp_path / "kit/bookmarks.html").read_text(encoding="utf-8")
    assert "neo4j%3A%2F%2Fjo%40db%3A7687" in bookmarks
    assert "jo%3Ase" not in bookmarks


def test_a_folder_is_no_server_to_open(tmp_path: Path) -> None:
    done = CliRunner().invoke(root, ["browser", "open", "--graph", str(tmp_path)])
    assert done.exit_code == 2
    assert "is a folder, not a server; 'kgraph serve' keeps a folder up" in done.output


def test_a_place_that_cannot_be_written_to_is_named(tmp_path: Path) -> None:
    (tmp_path / "kit").write_text("", encoding="utf-8")
    with pytest.raises(UsageError, match=r"kit: cannot be written .*; name another folder"):
        write_kit(tmp_path / "kit", kit([], LOGIN))


@pytest.mark.parametrize("picture", PICTURES, ids=[p.name for p in PICTURES])
def test_what_is_meant_to_be_drawn_returns_something_to_draw(picture: Picture, embedded_store: BoltStore) -> None:
    fill(embedded_store)
    assert re.search(r"RETURN p(, q)?$|RETURN p\n", picture.cypher)
    assert len(embedded_store.rows(picture.cypher)) > 0
