"""The closed list of relations holds what the graph, the store and the lexicon rely on."""

import re

import pytest

from kgraph.ontology import GROUPS, cameo_codes, plover_of_cameo, plover_types, quad_of, relations


@pytest.mark.parametrize("name", relations())
def test_a_relation_is_one_upper_case_word_with_a_gloss(name):
    relation = relations()[name]
    assert re.fullmatch(r"[A-Z]+(_[A-Z]+)*", name)
    assert relation.name == name
    assert relation.gloss
    assert relation.group in GROUPS


@pytest.mark.parametrize("name", relations())
def test_codes_of_a_relation_exist_and_agree(name):
    relation = relations()[name]
    assert relation.cameo is None or relation.cameo in cameo_codes()
    assert relation.quad == quad_of(relation.plover)
    if relation.mode:
        assert relation.mode in plover_types()[relation.plover].modes
    if relation.plover and relation.cameo:
        assert plover_of_cameo(relation.cameo)[0] == relation.plover


def test_the_relations_that_others_name_are_there():
    wanted = [
        "ACCUSES",
        "CRITICIZES",
        "INVESTIGATES",
        "SUES",
        "DENIES",
        "SAYS",
        "CLAIMS_RESPONSIBILITY",
        "ASKS",
        "DEMANDS",
        "URGES",
        "AGREES",
        "PROMISES",
        "MEETS",
        "VISITS",
        "HOSTS",
        "CALLS",
        "NEGOTIATES",
        "MEDIATES",
        "SUPPORTS",
        "PRAISES",
        "SIGNS",
        "RECOGNIZES",
        "COOPERATES",
        "TRADES",
        "AIDS",
        "ARMS",
        "SENDS",
        "DEPLOYS",
        "MOVES",
        "RELEASES",
        "WITHDRAWS",
        "APOLOGIZES",
        "CONCEDES",
        "REJECTS",
        "VETOES",
        "THREATENS",
        "WARNS",
        "PROTESTS",
        "SANCTIONS",
        "EXPELS",
        "ARRESTS",
        "SEIZES",
        "RESTRICTS",
        "ATTACKS",
        "BOMBS",
        "KILLS",
        "ABDUCTS",
        "FIGHTS",
        "WORRIES",
        "ALLY_OF",
        "MEMBER_OF",
    ]
    assert set(wanted) <= set(relations())


def test_saying_is_not_an_event():
    for name in ("SAYS", "DENIES", "WORRIES", "CLAIMS_RESPONSIBILITY"):
        assert relations()[name].plover is None
        assert relations()[name].quad is None
        assert relations()[name].group == "speech"


def test_meeting_and_fighting_are_mutual_and_accusing_is_not():
    assert relations()["MEETS"].mutual
    assert relations()["FIGHTS"].mutual
    assert not relations()["ACCUSES"].mutual
