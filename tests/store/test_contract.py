"""What every store must do, tried on each of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from threading import Thread

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kgraph.errors import UsageError
from kgraph.graph import Decisions, delta
from kgraph.graph.schema import LAYOUT
from kgraph.model import Actor, ActorKind, Article, Extraction, ExtractorInfo, Mention, MentionKind
from kgraph.ports import GraphStore
from kgraph.store.bolt import BoltStore
from tests.query.telling import Telling
from tests.store.dump import dump, expected
from tests.store.histories import histories, lived
from tests.strategies import articles, extractions

VARENO = Actor("country:VAR", "Vareno", ActorKind.COUNTRY, country="VAR")
OSTMARK = Actor("country:OST", "Ostmark", ActorKind.COUNTRY, country="OST")
ILIC = Actor("person:mara-ilic", "Mara Ilić", ActorKind.PERSON, country="VAR")


def accusation(outlet: str = "Straits Wire", published: str = "2024-05-03", **known: Actor) -> Extraction:
    told = Telling(outlet, published, ["Talks fail", f"Vareno accused Ostmark, {outlet} learned."])
    who, whom = known.get("who", VARENO), known.get("whom", OSTMARK)
    told.claim(1, "accuse", "ACCUSES", "accused", subject=[("Vareno", who)], object=[("Ostmark", whom)])
    return told.extraction()


def edge(store: GraphStore, relation: str = "ACCUSES") -> dict[str, object] | None:
    rows = store.rows(f"MATCH (:Actor)-[e:{relation}]->(:Actor) RETURN properties(e) AS e").rows
    return rows[0][0] if rows else None


# Applying and forgetting


def test_what_goes_in_is_there(store: BoltStore) -> None:
    told = accusation()
    store.apply([delta(told)])
    assert dump(store) == expected([told])


def test_twice_is_once(store: BoltStore) -> None:
    store.apply([delta(accusation())])
    store.apply([delta(accusation()), delta(accusation())])
    assert dump(store) == expected([accusation()])


def test_two_outlets_make_one_edge_that_counts_both(store: BoltStore) -> None:
    store.apply([delta(accusation("Straits Wire", "2024-05-03"))])
    store.apply([delta(accusation("The Harbour Post", "2024-04-01"))])
    found = edge(store)
    assert found is not None
    assert (found["claims"], found["asserted"], found["outlets"]) == (2, 2, 2)
    assert (found["first"], found["last"]) == ("2024-04-01", "2024-05-03")


def test_a_new_text_of_a_url_takes_the_place_of_the_old(store: BoltStore) -> None:
    old = accusation()
    new = Telling("Straits Wire", "2024-05-04", ["Talks fail", "Vareno denied it, Straits Wire learned."])
    new.claim(1, "deny", "DENIES", "denied", subject=[("Vareno", VARENO)])
    assert old.article.url == new.url
    store.apply([delta(old)])
    store.apply([delta(new.extraction())])
    assert dump(store) == expected([new.extraction()])


def test_a_newer_extractor_replaces_the_older_claims(store: BoltStore) -> None:
    old = accusation()
    newer = replace(old, extractor=ExtractorInfo("by-hand", "2", "none"), claims=())
    store.apply([delta(old)])
    store.apply([delta(newer)])
    assert edge(store) is None
    assert dump(store) == expected([newer])


def test_forgetting_leaves_no_orphan(store: BoltStore) -> None:
    one, other = accusation("Straits Wire"), accusation("The Harbour Post")
    store.apply([delta(one), delta(other)])
    assert store.forget(one.article.id)
    assert dump(store) == expected([other])
    assert store.forget(other.article.id)
    assert dump(store) == ({}, [])


def test_forgetting_what_is_not_there_says_so(store: BoltStore) -> None:
    assert not store.forget("a_nothing")


def test_an_actor_forgets_what_only_a_forgotten_article_knew(store: BoltStore) -> None:
    minister = replace(VARENO, aliases=("Republic of Vareno",), roles=("host of the talks",))
    plain, rich = accusation("Straits Wire"), accusation("The Harbour Post", who=minister)
    store.apply([delta(plain), delta(rich)])
    assert _aliases(store) == ["Republic of Vareno"]
    store.forget(rich.article.id)
    assert _aliases(store) == []


def _aliases(store: GraphStore) -> object:
    return store.rows("MATCH (a:Actor {id: 'country:VAR'}) RETURN a.aliases AS aliases").rows[0][0]


def test_actors_that_were_decided_to_be_one_are_one(store: BoltStore) -> None:
    merged = Decisions(
        merged={"country:OST": "country:EST"}, actors={"country:EST": replace(OSTMARK, id="country:EST")}
    )
    store.apply([delta(accusation("Straits Wire"))])
    store.apply([delta(accusation("Straits Wire"), decisions=merged)])
    rows = store.rows("MATCH (:Actor)-[:ACCUSES]->(b:Actor) RETURN b.id AS id").rows
    assert rows == (("country:EST",),)
    assert store.rows("MATCH (a:Actor {id: 'country:OST'}) RETURN a.id AS id").rows == ()


def test_an_actor_has_its_kind_as_a_second_label(store: BoltStore) -> None:
    store.apply([delta(accusation(who=ILIC))])
    rows = store.rows("MATCH (a:Person) RETURN a.name AS name, a.keys AS keys").rows
    assert rows == (("Mara Ilić", ["mara ilic"]),)


def _numbered(drawn: list[Extraction]) -> list[Extraction]:
    """Without the URLs, which would let one text replace another."""
    by_id = {e.article.id: e for e in drawn if e.article.url is None}
    return list(by_id.values())


NO_URL = articles().filter(lambda article: article.url is None)
LAWS = settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.filter_too_much],
)


@LAWS
@given(data=st.data())
def test_the_order_in_which_articles_come_does_not_matter(store: BoltStore, data: st.DataObject) -> None:
    drawn = _numbered(data.draw(st.lists(extractions(NO_URL), min_size=1, max_size=5)))
    order = data.draw(st.permutations(drawn))
    cut = data.draw(st.integers(0, len(order)))
    store.wipe()
    store.apply([delta(e) for e in order[:cut]])
    for extraction in order[cut:]:
        store.apply([delta(extraction)])
    assert dump(store) == expected(drawn)


@LAWS
@given(data=st.data())
def test_after_any_history_the_graph_is_that_of_its_articles(store: BoltStore, data: st.DataObject) -> None:
    pool = data.draw(st.lists(extractions(), min_size=1, max_size=5))
    there = lived(store, data.draw(histories(pool, together=3)))
    assert dump(store) == expected(there)


def test_a_text_that_comes_back_in_one_batch_is_the_current_one(store: BoltStore) -> None:
    at = "https://courier.example/1"
    first, second = (replace(e, article=replace(e.article, url=at)) for e in (accusation("One"), accusation("Two")))
    store.apply([delta(first), delta(second), delta(first)])
    assert dump(store) == expected([first])


def test_two_writers_at_once_lose_no_count(store: BoltStore) -> None:
    halves = [[accusation(f"Outlet {side}{n}") for n in range(6)] for side in "ab"]
    writers = [Thread(target=lambda half=half: [store.apply([delta(e)]) for e in half]) for half in halves]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert dump(store) == expected([e for half in halves for e in half])


# Preparing


def test_preparing_again_changes_nothing(store: BoltStore) -> None:
    fresh = BoltStore(store._driver, address=store.address, database=store._database)
    fresh.prepare()
    assert store.rows("MATCH (k:KGraph) RETURN k.schema AS schema, k.version AS version").rows == (
        ("kgraph.graph/1", LAYOUT),
    )


def test_an_id_stands_once(store: BoltStore) -> None:
    store.apply([delta(accusation())])
    with pytest.raises(UsageError):
        store.write("CREATE (:Claim {id: $id})", {"id": accusation().claims[0].id})


def test_sentences_are_found_by_their_words(store: BoltStore) -> None:
    store.apply([delta(accusation())])
    found = store.rows(
        "CALL db.index.fulltext.queryNodes('Sentence[text]', $words) YIELD node, score RETURN node.text AS text",
        {"words": "accused"},
    )
    assert [row[0] for row in found.rows] == ["Vareno accused Ostmark, Straits Wire learned."]


# Asking


def test_dates_come_back_as_iso_strings(store: BoltStore) -> None:
    store.apply([delta(accusation())])
    assert store.rows("MATCH (a:Article) RETURN a.published AS day").rows == (("2024-05-03",),)
    assert store.rows("MATCH (a:Article) WHERE a.published < date('2024-06-01') RETURN 1 AS one").rows == ((1,),)


def test_nodes_relationships_and_paths_come_back_as_dicts(store: BoltStore) -> None:
    store.apply([delta(accusation())])
    rows = store.rows("MATCH p = (a:Actor {id: 'country:VAR'})-[e:ACCUSES]->(b) RETURN a, e, p").rows
    ((actor, accuses, path),) = rows
    assert actor["_labels"] == ["Actor", "Country"]
    assert actor["name"] == "Vareno"
    assert (accuses["_type"], accuses["claims"]) == ("ACCUSES", 1)
    assert [node["id"] for node in path["nodes"]] == ["country:VAR", "country:OST"]
    assert [tie["_type"] for tie in path["relationships"]] == ["ACCUSES"]


def test_parameters_are_values_and_never_cypher(store: BoltStore) -> None:
    hostile = "x'}) DETACH DELETE a //"
    assert store.rows("MATCH (a:Actor {name: $name}) RETURN a.id AS id", {"name": hostile}).rows == ()
    assert store.rows("RETURN $value AS value", {"value": hostile}).rows == ((hostile,),)


def test_hostile_text_is_stored_as_it_is(store: BoltStore) -> None:
    words = "`}) MATCH (n) DETACH DELETE n; $x {id: 'a'} \\u0027 \N{FACE WITH TEARS OF JOY}"
    article = Article("a_1", words, outlet="'; DROP", published="2024-01-01")
    actor = Actor("person:`x`", words, ActorKind.PERSON, aliases=("', ", "$rows"))
    mention = Mention("m_1", 0, len(words), words, MentionKind.NAME, actor.id, "`", 1.0)
    told = Extraction(ExtractorInfo("x", "1", "y"), article, (), (actor,), (mention,))
    store.apply([delta(told)])
    assert dump(store) == expected([told])


def test_columns_have_names_even_without_rows(store: BoltStore) -> None:
    found = store.rows("MATCH (a:Actor) RETURN a.id AS id", columns=("id",))
    assert (found.columns, found.rows) == (("id",), ())


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE (:Actor {id: 'x'})",
        "MATCH (n) DETACH DELETE n",
        "MATCH (n) SET n.name = 'x'",
        "EXPLAIN CREATE INDEX FOR (n:Actor) ON (n.x)",
        "CALL db.labels() YIELD label CREATE (:Actor {id: label})",
    ],
)
def test_asking_never_writes(store: BoltStore, statement: str) -> None:
    store.apply([delta(accusation())])
    before = dump(store)
    with pytest.raises(UsageError):
        store.rows(statement)
    assert dump(store) == before


def test_a_statement_that_is_wrong_says_where(store: BoltStore) -> None:
    with pytest.raises(UsageError, match="line 2"):
        store.rows("MATCH (a:Actor)\nRETUR a.name")


def test_a_missing_parameter_is_named(store: BoltStore) -> None:
    with pytest.raises(UsageError, match="who"):
        store.rows("MATCH (a:Actor {id: $who}) RETURN a.id AS id")


def test_writing_is_possible_when_asked_for(store: BoltStore) -> None:
    store.apply([delta(accusation())])
    found = store.write("MATCH (a:Article) SET a.checked = $day RETURN a.checked AS day", {"day": date(2024, 5, 4)})
    assert found.rows == (("2024-05-04",),)
