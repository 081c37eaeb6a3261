"""Stories in a graph: on every store, after any history, every article stands where all of them together put it, and
derived edges count origins."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kgraph import app
from kgraph.graph import delta
from kgraph.model import Actor, ActorKind, Article, Extraction
from kgraph.store.bolt import BoltStore
from kgraph.store.journal import FileJournal
from tests.query.telling import Telling
from tests.store.dump import dump, expected
from tests.store.histories import histories, lived
from tests.stories.writing import OTHER, REPORT, REWORDED, article

KENYA = Actor("country:KEN", "Kenya", ActorKind.COUNTRY, country="KEN")
NORWAY = Actor("country:NOR", "Norway", ActorKind.COUNTRY, country="NOR")
PERU = Actor("country:PER", "Peru", ActorKind.COUNTRY, country="PER")
DAYS = ("2024-05-03", "2024-05-07", "2024-05-20", "2024-06-02", None)


def reading(of: Article, accused: Actor = NORWAY) -> Extraction:
    """An extraction of the article in which Kenya accuses somebody, in its first words."""
    told = Telling(of.outlet or "", of.published, of.text.split("\n\n")[:1])
    told.id, told.starts, words = of.id, [0], told.sentences[0]
    told.claim(0, "accuse", "ACCUSES", words[:20], subject=[(words[:5], KENYA)], object=[(words[:9], accused)])
    return replace(told.extraction(), article=of)


def story(
    paragraphs: Sequence[str], outlet: str | None, published: str | None = "2024-05-07", origin: str | None = None
) -> Extraction:
    return reading(article(list(paragraphs), outlet=outlet, published=published, origin=origin))


def edge(store: BoltStore) -> dict[str, object]:
    rows = store.rows("MATCH (:Actor {id: 'country:KEN'})-[e:ACCUSES]->(:Actor) RETURN properties(e) AS e").rows
    found: dict[str, object] = rows[0][0]
    return found


def told(store: BoltStore) -> dict[str, tuple[str, str | None]]:
    rows = store.rows("MATCH (a:Article) RETURN a.outlet AS outlet, a.story AS story, a.storyOrigin AS origin").rows
    return {outlet: (story, origin) for outlet, story, origin in rows}


WIRE = story(REPORT, "Fjord Daily", "2024-05-06", "Continental Press")
CUT = story(REPORT[:5], "The Harbour Post")
OWN = story(REWORDED, "Evening Ledger")


def test_outlets_that_print_one_report_are_one_origin(each_store: BoltStore) -> None:
    each_store.apply([delta(CUT)])
    each_store.apply([delta(WIRE), delta(OWN)])
    assert told(each_store)["The Harbour Post"] == told(each_store)["Fjord Daily"]
    found = edge(each_store)
    assert (found["claims"], found["outlets"], found["origins"]) == (3, 3, 2)
    assert found["originNames"] == ["Continental Press", "Evening Ledger"]
    assert found["originClaims"] == [2, 1]
    assert dump(each_store) == expected([WIRE, CUT, OWN])


def test_a_copy_that_is_forgotten_leaves_the_others_as_if_it_had_never_come(each_store: BoltStore) -> None:
    each_store.apply([delta(one) for one in (WIRE, CUT, OWN)])
    each_store.forget(WIRE.article.id)
    assert told(each_store)["The Harbour Post"][1] == "The Harbour Post"
    assert edge(each_store)["originNames"] == ["Evening Ledger", "The Harbour Post"]
    assert dump(each_store) == expected([CUT, OWN])
    each_store.apply([delta(WIRE)])
    assert dump(each_store) == expected([WIRE, CUT, OWN])


LONG = REPORT + OTHER


def test_when_the_link_of_a_chain_goes_its_ends_part(each_store: BoltStore) -> None:
    first, middle, last = (
        story(LONG[start:end], f"Outlet {start}", f"2024-05-0{start + 1}") for start, end in ((0, 8), (3, 11), (6, 14))
    )
    each_store.apply([delta(first), delta(last)])
    each_store.apply([delta(middle)])
    assert len({story for story, _ in told(each_store).values()}) == 1
    each_store.forget(middle.article.id)
    assert len({story for story, _ in told(each_store).values()}) == 2
    assert dump(each_store) == expected([first, last])


def test_a_date_that_comes_later_parts_what_was_one(each_store: BoltStore) -> None:
    undated, later = story(REPORT, "Fjord Daily", None), story(REPORT[1:], "The Harbour Post", None)
    each_store.apply([delta(undated), delta(later)])
    assert len({story for story, _ in told(each_store).values()}) == 1
    dated = replace(later, article=replace(later.article, published="2024-05-07"))
    each_store.apply([delta(dated)])
    assert dump(each_store) == expected([undated, dated])
    assert len({story for story, _ in told(each_store).values()}) == 2


@st.composite
def copies(draw: st.DrawFn) -> Extraction:
    """Parts of three reports: some are copies, some nearly; each accuses one of two."""
    start, size = draw(st.integers(0, 8)), draw(st.integers(2, 8))
    body = draw(st.sampled_from([LONG, OTHER + REWORDED, REWORDED + REPORT]))[start : start + size] or OTHER
    made = article(
        body,
        outlet=draw(st.sampled_from([None, "Fjord Daily", "The Harbour Post", "AFP"])),
        published=draw(st.sampled_from(DAYS)),
        origin=draw(st.sampled_from([None, None, "Reuters"])),
    )
    return reading(made, draw(st.sampled_from([NORWAY, PERU])))


POOL = st.lists(copies(), min_size=2, max_size=8, unique_by=lambda one: one.article.id)
LAWS = settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@LAWS
@given(data=st.data())
def test_after_any_history_the_stories_are_those_of_the_articles(each_store: BoltStore, data: st.DataObject) -> None:
    pool = data.draw(POOL)
    there = lived(each_store, data.draw(histories(pool, together=4)))
    assert dump(each_store) == expected(there)


def test_a_rebuilt_graph_has_the_same_stories_and_verifies(each_store: BoltStore, tmp_path: Path) -> None:
    journal = FileJournal(tmp_path / "journal")
    app.load([OWN, CUT, WIRE], store=each_store, journal=journal)
    before = dump(each_store)
    app.rebuild(store=each_store, journal=journal)
    assert dump(each_store) == before
    assert app.verify(store=each_store, journal=journal).findings == ()
    each_store.write("MATCH (a:Article {outlet: 'The Harbour Post'}) SET a.story = 'st_other'")
    ((kind, where, found),) = app.verify(store=each_store, journal=journal).findings
    assert (kind, where) == ("stories", CUT.article.id)
    assert "story is 'st_other'" in found
    journal.close()
