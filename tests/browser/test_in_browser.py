"""What a user does in Neo4j Browser, on Neo4j and on a folder that is served: log in, set the colours, click, look."""

from __future__ import annotations

import json
import os
from urllib.parse import urlsplit

import pytest

from kgraph.graph import delta
from kgraph.output.browser import GUIDE, STYLE, KitServer, Login, favourite, kit
from kgraph.query.answer import answer
from kgraph.query.catalogue import load_catalogue
from kgraph.store import open_store, serve
from tests.conftest import NEO4J, PAGE
from tests.query.small_world import small_world

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.timeout(300)]

RUN = '[data-testid="editor-Run"]'
HOSTILE, COUNTRY = "rgb(193, 39, 45)", "rgb(0, 114, 178)"


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    """A folder with the small world, kept up; what logs in to it, with the password."""
    folder = tmp_path_factory.mktemp("served") / "world.graph"
    store = open_store(str(folder))
    store.prepare()
    store.apply([delta(extraction) for extraction in small_world()])
    store.close()
    with serve(str(folder), port=0) as up:
        yield Login(os.environ[PAGE], up.uri, up.user, up.database), up.password_file.read_text().strip()


@pytest.fixture(scope="module")
def neo4j(neo4j_server):
    neo4j_server.apply([delta(extraction) for extraction in small_world()])
    parts = urlsplit(os.environ[NEO4J])
    return Login(os.environ[PAGE], f"bolt://{parts.hostname}:{parts.port}", str(parts.username)), str(parts.password)


@pytest.fixture(params=["served", pytest.param("neo4j", marks=pytest.mark.neo4j)])
def logged_in(request, page):
    """Browser with the guide open and logged in, and where the kit is."""
    login, password = request.getfixturevalue(request.param)
    with KitServer() as server:
        server.files |= kit(load_catalogue(), login, served=server.address)
        page.goto(login.playing(f"{server.address}/{GUIDE}"))
        page.wait_for_selector("pre.runnable")
        log_in(page, password)
        yield page, server


def log_in(page, password: str) -> None:
    """Browser tries without a password first, and shows the form again when that has failed."""
    page.wait_for_selector("input[type=password]")
    page.wait_for_timeout(3_000)
    page.locator("input[type=password]").last.fill(password)
    page.locator("[data-testid=connect]").last.click()
    page.wait_for_selector("text=Nice to meet you")


def run(page, statement: str) -> None:
    """Put a statement of the guide into the editor by a click, and run it."""
    page.locator("pre.runnable", has_text=statement).first.click()
    page.wait_for_function(
        "words => document.querySelector('.view-lines')?.innerText.includes(words)", arg=statement.split()[0]
    )
    page.locator(RUN).first.click()


def test_the_guide_sets_the_colours_and_draws_who_accuses_whom(logged_in):
    page, server = logged_in
    run(page, f":style {server.address}/{STYLE}")
    page.wait_for_selector("text=node.Country")
    run(page, "WHERE r.derived")
    page.wait_for_selector("svg .node")
    fills = page.locator("svg .node circle.b-outline").evaluate_all("all => all.map(c => getComputedStyle(c).fill)")
    captions = page.locator("svg .node text").all_text_contents()
    assert COUNTRY in fills
    assert any("Ardia" in caption for caption in captions), captions
    chips = page.locator('[data-testid="property-details-overview-relationship-type-ACCUSES"]')
    chips.wait_for()
    assert chips.evaluate("chip => getComputedStyle(chip).backgroundColor") == HOSTILE


def test_a_link_fills_the_editor_and_the_table_has_the_rows_of_kgraph(request, page):
    login, password = request.getfixturevalue("served")
    template = load_catalogue().get("most-accused")
    page.goto(login.editing(favourite(template)))
    log_in(page, password)
    page.locator(RUN).first.click()
    page.wait_for_selector("td.relatable__table-cell")
    heads = page.locator("th[role=columnheader]").all_inner_texts()
    rows = [row.locator("td").all_inner_texts() for row in page.locator("tr.relatable__table-body-row").all()]
    store = open_store(login.address, user=login.user, password=password, database=login.database, read_only=True)
    expected = answer(store, template, {}).rows
    store.close()
    assert heads == list(expected.columns)
    assert [[cell.strip().strip('"') for cell in row[-len(heads) :]] for row in rows] == [
        [value if isinstance(value, str) else json.dumps(value) for value in row] for row in expected.rows
    ]


def test_a_favourite_that_is_dropped_stands_under_its_title(request, page):
    login, password = request.getfixturevalue("served")
    files = kit(load_catalogue(), login)
    page.goto(login.editing("RETURN 1"))
    log_in(page, password)
    drop(page, "who-accuses-whom.cypher", files["favourites/who-accuses-whom.cypher"])
    page.locator('[data-testid="navigationFavorites"]').click()
    page.wait_for_selector("text=Who accuses whom, and of what")


def drop(page, name: str, text: str) -> None:
    file = page.evaluate_handle(
        "([name, text]) => { const d = new DataTransfer(); d.items.add(new File([text], name)); return d }",
        [name, text],
    )
    page.dispatch_event("body", "dragenter", {"dataTransfer": file})
    for target in page.locator("[data-testid=main]").all():
        target.dispatch_event("drop", {"dataTransfer": file})
    page.locator("text=Save to favorites").first.click()
