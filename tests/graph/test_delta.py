"""What an extraction becomes in the graph."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings

from kgraph.errors import DataError
from kgraph.graph import Decisions, delta, record_hash
from kgraph.graph.schema import EDGE_PROPERTIES, EDGE_TYPES, KIND_LABELS, NODE_PROPERTIES, relation_types
from kgraph.model import Actor, ActorKind, Edge, Extraction, GraphDelta, Modality
from tests.query.telling import Telling
from tests.strategies import extractions

VARENO = Actor("country:VAR", "Vareno", ActorKind.COUNTRY, country="VAR")
OSTMARK = Actor("country:OST", "Ostmark", ActorKind.COUNTRY, country="OST")
ILIC = Actor("person:mara-ilic", "Mara Ilić", ActorKind.PERSON, roles=("minister",))

TEXT = ["Talks fail", "Mara Ilić said Vareno sent mercenaries to Ostmark.", "Ostmark denied it."]


def telling() -> tuple[Telling, str, str]:
    told = Telling("Straits Wire", "2024-05-03", list(TEXT))
    sent = told.claim(
        1, "send", "SENDS", "sent mercenaries to Ostmark", subject=[("Vareno", VARENO)],
        object=[("mercenaries", None)], recipient=[("Ostmark", OSTMARK)], said_by=[("said", [("Mara Ilić", ILIC)])],
        modality=Modality.REPORTED, theme="mercenaries",
    )  # fmt: skip
    denial = told.claim(2, "deny", "DENIES", "denied", subject=[("Ostmark", OSTMARK)], content=(sent,))
    told.deny(sent, 2, ("Ostmark", OSTMARK), denial)
    return told, sent, denial


def edges(found: GraphDelta, type_: str) -> list[Edge]:
    return [edge for edge in found.edges if edge.type == type_]


def test_a_claim_keeps_its_words_and_its_place() -> None:
    told, sent, _ = telling()
    node = next(n for n in delta(told.extraction()).nodes if n.id == sent)
    assert node.properties["text"] == "sent mercenaries to Ostmark"
    assert told.text[int(str(node.properties["start"])) : int(str(node.properties["end"]))] == node.properties["text"]
    assert (node.properties["attributed"], node.properties["denied"]) == (True, True)


def test_the_speaker_the_denier_and_the_content_are_relationships() -> None:
    told, sent, denial = telling()
    found = delta(told.extraction())
    (said,) = edges(found, "SAID_BY")
    assert (said.start[1], said.end[1], said.properties["cue"], said.properties["as"]) == (
        sent, ILIC.id, "said", "Mara Ilić",
    )  # fmt: skip
    (denied,) = edges(found, "DENIED_BY")
    assert (denied.end[1], denied.properties) == (OSTMARK.id, {"inferred": False, "claim": denial})
    (content,) = edges(found, "CONTENT")
    assert (content.start[1], content.end[1]) == (denial, sent)


def test_who_denies_a_claim_is_never_its_speaker() -> None:
    told = Telling("Straits Wire", "2024-05-03", list(TEXT))
    sent = told.claim(
        2, "send", "SENDS", "denied it", subject=[("Ostmark", OSTMARK)], said_by=[("denied", [("Ostmark", OSTMARK)])],
        modality=Modality.ALLEGED,
    )  # fmt: skip
    denial = told.claim(2, "deny", "DENIES", "denied", subject=[("Ostmark", OSTMARK)], content=(sent,))
    told.deny(sent, 2, ("Ostmark", OSTMARK), denial)
    found = delta(told.extraction())
    assert edges(found, "SAID_BY") == []
    assert [edge.end[1] for edge in edges(found, "DENIED_BY")] == [OSTMARK.id]
    assert next(n for n in found.nodes if n.id == sent).properties["attributed"] is True


def test_a_mention_that_nobody_could_be_named_for_makes_no_actor() -> None:
    told, _, _ = telling()
    found = delta(told.extraction())
    assert not edges(found, "OBJECT")
    assert {node.id for node in found.nodes if node.label == "Actor"} == {
        VARENO.id, OSTMARK.id, ILIC.id, "media:straits-wire",
    }  # fmt: skip


def test_evidence_over_two_sentences_stands_on_both() -> None:
    told, sent, _ = telling()
    extraction = told.extraction()
    claim = next(claim for claim in extraction.claims if claim.id == sent)
    end = claim.evidence.end + len(". Ostmark")
    longer = replace(claim, evidence=replace(claim.evidence, end=end, quote=told.text[claim.evidence.start : end]))
    claims = tuple(longer if other.id == sent else other for other in extraction.claims)
    one, two = [e for e in edges(delta(replace(extraction, claims=claims)), "EVIDENCE") if e.start[1] == sent]
    assert told.text[int(str(one.properties["start"])) : int(str(one.properties["end"]))].endswith("Ostmark.")
    assert told.text[int(str(two.properties["start"])) : int(str(two.properties["end"]))] == "Ostmark"


def test_the_label_belongs_to_the_claim_not_to_the_actor() -> None:
    fighters = Actor("armed-group:hill-brigade", "Hill Brigade", ActorKind.ARMED_GROUP)
    told = Telling("Straits Wire", None, ["Talks fail", "Vareno praised the jihadists."])
    told.claim(1, "praise", "PRAISES", "praised", subject=[("Vareno", VARENO)], object=[("jihadists", fighters)])
    found = delta(told.extraction())
    assert edges(found, "OBJECT")[0].properties["as"] == "jihadists"
    assert next(n for n in found.nodes if n.id == fighters.id).properties["name"] == "Hill Brigade"


def test_an_actor_named_twice_in_one_role_stands_there_once() -> None:
    told = Telling("Straits Wire", None, ["Talks fail", "Vareno and Varenian officials agreed."])
    told.claim(1, "agree", "AGREES", "agreed", subject=[("Vareno", VARENO), ("Varenian", VARENO)])
    assert [edge.properties["as"] for edge in edges(delta(told.extraction()), "SUBJECT")] == ["Vareno"]


def test_a_merged_actor_enters_at_projection() -> None:
    told, _, _ = telling()
    decisions = Decisions(merged={OSTMARK.id: VARENO.id}, aliases={VARENO.id: ("The Two",)})
    found = delta(told.extraction(), decisions=decisions)
    ids = {node.id for node in found.nodes if node.label == "Actor"}
    assert OSTMARK.id not in ids
    node = next(n for n in found.nodes if n.id == VARENO.id)
    assert node.properties["keys"] == ["ostmark", "two", "vareno"]
    assert record_hash(told.extraction(), decisions) != record_hash(told.extraction())


def test_merges_in_a_circle_are_refused() -> None:
    told, _, _ = telling()
    circle = Decisions(merged={VARENO.id: OSTMARK.id, OSTMARK.id: VARENO.id})
    with pytest.raises(DataError, match="circle"):
        delta(told.extraction(), decisions=circle)


def test_an_actor_of_no_kind_is_refused() -> None:
    told = Telling("Straits Wire", None, ["Talks fail", "Vareno left."])
    told.claim(1, "leave", None, "left", subject=[("Vareno", replace(VARENO, id="Q42"))])
    with pytest.raises(DataError, match="Q42"):
        delta(told.extraction())


def test_a_name_too_long_for_any_index_is_refused() -> None:
    told, _, _ = telling()
    extraction = told.extraction()
    article = replace(extraction.article, url="https://example.org/" + "x" * 9000)
    with pytest.raises(DataError, match="9,020 characters"):
        delta(replace(extraction, article=article))


@given(extractions())
@settings(max_examples=60, deadline=None)
def test_every_delta_keeps_to_the_schema(extraction: Extraction) -> None:
    found = delta(extraction)
    there = {(node.label, node.id) for node in found.nodes}
    assert len(there) == len(found.nodes)
    for node in found.nodes:
        assert tuple(node.properties) == NODE_PROPERTIES[node.label]
        assert (node.kind_label in KIND_LABELS.values()) == (node.label == "Actor")
    for edge in found.edges:
        assert (edge.start[0], edge.end[0]) == EDGE_TYPES[edge.type]
        assert set(edge.properties) == set(EDGE_PROPERTIES[edge.type])
        assert {edge.start, edge.end} <= there
    assert delta(extraction) == found


def test_no_name_is_both_a_label_and_a_relationship_type() -> None:
    labels = {label.casefold() for label in (*NODE_PROPERTIES, *KIND_LABELS.values(), "KGraph")}
    types = [name.casefold() for name in (*EDGE_TYPES, *relation_types())]
    assert len(types) == len(set(types))
    assert not labels & set(types)
