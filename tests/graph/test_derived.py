"""From whom to whom claims go, and what they add up to."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kgraph.graph import ClaimShape, Summary, delta, derive, pairs, shapes_in
from kgraph.model import UNREAL, Modality
from tests.strategies import extractions

PLAIN = ClaimShape(
    "c", "ACCUSES", "+", "asserted", attributed=False, denied=False, outlet="Straits Wire", published="2024-05-03",
    origin="Straits Wire",
    subjects=("a",), objects=("b",),
)  # fmt: skip
KEY = ("a", "ACCUSES", "b")


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({}, [("a", "b")]),
        ({"objects": ("b", "c")}, [("a", "b"), ("a", "c")]),
        ({"objects": ("weapons",), "recipients": ("c",)}, [("a", "c")]),  # "sent drones to Russia"
        ({"objects": ("a",)}, []),  # never to itself
        ({"objects": ()}, []),
        ({"relation": "MEETS", "subjects": ("a", "b"), "objects": ()}, [("a", "b"), ("b", "a")]),
        ({"relation": "MEETS", "subjects": ("a", "b"), "objects": ("c",)}, [("a", "c"), ("b", "c")]),
        ({"relation": "ACCUSES", "subjects": ("a", "b"), "objects": ()}, []),  # not mutual
    ],
)
def test_from_whom_to_whom_a_claim_goes(change: dict[str, object], expected: list[tuple[str, str]]) -> None:
    assert list(pairs(replace(PLAIN, **change))) == expected  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "change",
    [{"polarity": "-"}, {"relation": None}, {"relation": "NO_SUCH"}, *({"modality": m} for m in sorted(UNREAL))],
)
def test_what_nobody_says_has_happened_makes_no_edge(change: dict[str, object]) -> None:
    assert derive([replace(PLAIN, **change)]) == {}  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("change", "asserted", "attributed"),
    [
        ({}, 1, 0),
        ({"modality": Modality.PRESUPPOSED}, 1, 0),
        ({"attributed": True}, 0, 1),
        ({"modality": Modality.REPORTED, "attributed": True}, 0, 1),
        ({"modality": Modality.ALLEGED}, 0, 1),  # "allegedly": nobody is named for it, and still not asserted
    ],
)
def test_asserted_and_attributed_are_counted_apart(change: dict[str, object], asserted: int, attributed: int) -> None:
    found = derive([replace(PLAIN, **change)])[KEY].properties()  # type: ignore[arg-type]
    assert (found["asserted"], found["attributed"], found["claims"]) == (asserted, attributed, 1)


def test_an_edge_counts_claims_denials_outlets_and_dates() -> None:
    claims = [
        PLAIN,
        replace(PLAIN, id="d", denied=True, published="2023-01-01"),
        replace(PLAIN, id="e", outlet="The Harbour Post", origin="AFP", published=None),
        replace(PLAIN, id="f", outlet=None, origin=None, attributed=True),
    ]
    assert derive(claims)[KEY].properties() == {
        "claims": 4, "asserted": 3, "attributed": 1, "denied": 1, "outlets": 2, "origins": 2,
        "outletNames": ["Straits Wire", "The Harbour Post"], "originNames": ["AFP", "Straits Wire"],
        "originClaims": [1, 2], "first": "2023-01-01", "last": "2024-05-03", "derived": True,
    }  # fmt: skip


def test_a_summary_is_read_back_from_its_edge() -> None:
    summary = derive([PLAIN, replace(PLAIN, id="d", denied=True)])[KEY]
    assert Summary.of(summary.properties()) == summary


@settings(max_examples=40, deadline=None)
@given(st.lists(extractions(), max_size=4).map(lambda drawn: list({e.article.id: e for e in drawn}.values())))
def test_edges_of_parts_add_up_to_the_edges_of_the_whole(drawn: list[object]) -> None:
    shapes = [list(shapes_in(delta(extraction))) for extraction in drawn]  # type: ignore[arg-type]
    whole = derive(shape for part in shapes for shape in part)
    added: dict[tuple[str, str, str], Summary] = {}
    for part in reversed(shapes):
        for key, summary in derive(part).items():
            added[key] = summary + added.get(key, Summary())
    assert added == whole


@settings(max_examples=60, deadline=None)
@given(extractions())
def test_edges_follow_from_the_claims_own_rule(extraction: object) -> None:
    claims = {claim.id: claim for claim in extraction.claims}  # type: ignore[attr-defined]
    for shape in shapes_in(delta(extraction)):  # type: ignore[arg-type]
        assert shape.makes_edge == claims[shape.id].makes_edge
