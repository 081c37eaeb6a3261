"""What every template does alike, on the small world and on an empty graph."""

from __future__ import annotations

import datetime

import pytest

from kgraph.ports import GraphStore
from kgraph.query import Catalogue, Type, answer

NAMES = """
actor allies-and-rivals articles attribution-chain changed-position claims-about claims-between claims-by co-mentions
contradictions corroborated coverage demands-and-threats ego event-table evidence integrity labels-used most-accused
most-cited-sources outlet-profile path relations-between search single-source stats stories timeline unnamed-sources
who-accuses-whom who-denies-what who-sends-what
""".split()


def test_these_are_the_templates(catalogue: Catalogue) -> None:
    assert catalogue.names == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_a_template_answers_without_parameters(name: str, store: GraphStore, catalogue: Catalogue) -> None:
    template = catalogue.get(name)
    found = answer(store, template)
    assert len(found.rows) > 0
    assert not found.searched
    assert found.rows.columns == tuple(c.name for c in template.columns)


@pytest.mark.parametrize("name", NAMES)
def test_columns_hold_what_their_type_says(name: str, store: GraphStore, catalogue: Catalogue) -> None:
    template = catalogue.get(name)
    kinds = {
        Type.STRING: str,
        Type.INTEGER: int,
        Type.NUMBER: int | float,
        Type.DATE: str,
        Type.BOOLEAN: bool,
        Type.LIST: list,
    }
    for row in answer(store, template).rows.dicts():
        for column in template.columns:
            value = row[column.name]
            assert value is None or isinstance(value, kinds[column.type]), (column.name, value)
            if column.type is Type.DATE and value is not None:
                datetime.date.fromisoformat(value)


@pytest.mark.parametrize("name", NAMES)
def test_a_template_bears_an_empty_graph(name: str, empty: GraphStore, catalogue: Catalogue) -> None:
    found = answer(empty, catalogue.get(name))
    if name not in ("stats", "integrity"):  # these count, and count nothing
        assert found.rows.rows == ()
        assert found.searched == "nothing found; searched an empty graph (kgraph ingest adds articles)"


@pytest.mark.parametrize("name", NAMES)
def test_one_row_is_the_first_of_many(name: str, store: GraphStore, catalogue: Catalogue) -> None:
    template = catalogue.get(name)
    many, one = answer(store, template), answer(store, template, {"limit": 1})
    assert one.rows.rows == many.rows.rows[:1]
