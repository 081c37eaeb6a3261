"""Asking: actors by any of their names, what was searched when nothing was found, parameters by forgiving names."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from kgraph.errors import DataError, UsageError
from kgraph.ports import GraphStore, Rows
from kgraph.query import Catalogue, answer, find_actor


@pytest.mark.parametrize(
    "typed", ["Ardia", "Velm", "velm", "VELM", "the Republic of Ardia", "country:ARD", "Républic of Ardia"]
)
def test_an_actor_is_found_by_any_of_its_names(store: GraphStore, typed: str) -> None:
    assert find_actor(store, typed).id == "country:ARD"


def test_an_unknown_actor_is_answered_with_near_names(store: GraphStore) -> None:
    with pytest.raises(UsageError) as caught:
        find_actor(store, "Ardya")
    assert str(caught.value) == (
        "no actor called 'Ardya' in this graph; did you mean 'Ardia'? ('kgraph actors list' shows all)"
    )
    with pytest.raises(UsageError, match="did you mean 'Ilse Maren'"):
        find_actor(store, "Maren")
    with pytest.raises(UsageError, match="no actor called '!!' in this graph; 'kgraph actors"):
        find_actor(store, "!!")


class TwoGeorgias:
    """A store in which one name means two actors."""

    def rows(self, cypher: str, parameters: Mapping[str, Any] | None = None) -> Rows:
        if "keys" in cypher:
            return Rows(("id", "name", "claims"), (("country:GEO", "Georgia", 12), ("place:georgia", "Georgia", 1)))
        return Rows(())


def test_of_several_actors_the_one_with_most_claims_is_taken_and_the_others_are_told() -> None:
    found = find_actor(TwoGeorgias(), "Georgia")  # type: ignore[arg-type]
    assert found.id == "country:GEO"
    assert found.remark("Georgia") == (
        "'Georgia' taken as Georgia (country:GEO, 12 claims); it also names Georgia (place:georgia, 1 claim)"
    )


def test_messages_tell_how_a_name_was_understood(catalogue: Catalogue) -> None:
    found = answer(TwoGeorgias(), catalogue.get("timeline"), {"actor": "Georgia"})  # type: ignore[arg-type]
    assert len(found.messages) == 1
    assert found.parameters["actor"] == "country:GEO"


def test_no_rows_say_what_was_searched(store: GraphStore, catalogue: Catalogue) -> None:
    def searched(name: str, **values: object) -> str:
        return answer(store, catalogue.get(name), values).searched

    assert searched("who-accuses-whom", accuser="Sorn") == (
        "nothing found; searched 6 articles published from 2021-03-01 to 2021-03-09, asked with --accuser Borland"
    )
    assert searched("timeline", actor="Two officials", since="2021-03-08") == (
        "nothing found; searched 1 article published on 2021-03-09, asked with --actor two officials --since 2021-03-08"
    )
    assert searched("articles", since="2022") == "nothing found; searched no article, asked with --since 2022-01-01"
    assert searched("who-accuses-whom") == ""


def test_columns_come_from_the_header_when_there_are_no_rows(store: GraphStore, catalogue: Catalogue) -> None:
    template = catalogue.get("articles")
    rows = answer(store, template, {"since": "2022"}).rows
    assert rows.columns == tuple(c.name for c in template.columns)


def test_parameters_are_found_however_they_are_joined(store: GraphStore, catalogue: Catalogue) -> None:
    template = catalogue.get("corroborated")
    for name in ("min_origins", "min-origins", "--min-origins"):
        assert len(answer(store, template, {name: "3"}).rows) == 1
    with pytest.raises(UsageError) as caught:
        answer(store, template, {"min_origin": 3})
    assert str(caught.value) == (
        "corroborated has no parameter 'min_origin'; did you mean 'min_origins'? "
        "(it takes --actor, --relation, --min-origins, --limit)"
    )


def test_a_hostile_name_is_a_name_and_nothing_else(store: GraphStore, catalogue: Catalogue) -> None:
    with pytest.raises(UsageError, match="no actor called"):
        answer(store, catalogue.get("timeline"), {"actor": "x' OR 1=1 //"})
    assert answer(store, catalogue.get("search"), {"text": "' OR true //"}).rows.rows == ()


def test_columns_that_are_not_the_headers_are_the_templates_fault(catalogue: Catalogue) -> None:
    class Other:
        def rows(self, cypher: str, parameters: Mapping[str, Any] | None = None) -> Rows:
            return Rows(("x",), ((1,),))

    with pytest.raises(DataError, match="mend its Columns"):
        answer(Other(), catalogue.get("stats"))  # type: ignore[arg-type]
