"""Ask a template of a graph: values typed, actors found by any of their names, and no answer without what was searched.

>>> answer(store, catalogue.get("who-accuses-whom"), {"actor": "Ankara"}).rows.dicts()[0]["accused"]   # doctest: +SKIP
['Turkey']
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from kgraph.errors import DataError
from kgraph.ports import GraphStore, Rows
from kgraph.query.actors import find_actor
from kgraph.query.template import Default, Template, Type
from kgraph.query.values import as_sent, typed

Sent = str | int | float | bool | list[str] | None

_SEARCHED = """
MATCH (a:Article)
WHERE ($since IS NULL OR a.published >= date($since))
  AND ($until IS NULL OR a.published <= date($until))
RETURN count(a) AS articles, min(a.published) AS first, max(a.published) AS last
"""


@dataclass(frozen=True, slots=True)
class Answer:
    """``searched`` says what was looked through when there are no rows, and is empty otherwise. ``messages``: what a
    person should know about how the question was understood (a name that several actors have)."""

    rows: Rows
    template: Template
    searched: str = ""
    messages: tuple[str, ...] = ()
    parameters: Mapping[str, Sent] = field(default_factory=dict)


def answer(store: GraphStore, template: Template, values: Mapping[str, object] | None = None) -> Answer:
    """The rows of the template for these values, under the columns of its header.

    Raises: UsageError for a parameter that is unknown or of another type, and for an actor that is not in the graph.
    """
    given = {template.parameter(name).name: value for name, value in (values or {}).items()}
    sent: dict[str, Sent] = {}
    shown: list[str] = []
    messages: list[str] = []
    for parameter in template.parameters:
        value: Default = typed(parameter, given.get(parameter.name))
        if parameter.type is Type.ACTOR and isinstance(value, str):
            actor = find_actor(store, value)
            messages += filter(None, [actor.remark(value)])
            sent[parameter.name] = actor.id
        else:
            sent[parameter.name] = as_sent(value)
        if given.get(parameter.name) is not None and parameter.name != "limit":
            shown.append(f"{parameter.option} {actor.name if parameter.type is Type.ACTOR else sent[parameter.name]}")
    rows = _in_order(store.rows(template.cypher, sent), template)
    searched = "" if rows.rows else _searched(store, sent, shown)
    return Answer(rows, template, searched, tuple(messages), sent)


def _in_order(rows: Rows, template: Template) -> Rows:
    """The rows under the header's columns: an engine may name none when there are no rows."""
    columns = tuple(c.name for c in template.columns)
    if not rows.rows or rows.columns == columns:
        return Rows(columns, rows.rows)
    if set(rows.columns) != set(columns):
        raise DataError(
            f"the graph answered with {', '.join(rows.columns)}", place=str(template.path), hint="mend its Columns"
        )
    places = [rows.columns.index(name) for name in columns]
    return Rows(columns, tuple(tuple(row[place] for place in places) for row in rows.rows))


def _searched(store: GraphStore, sent: Mapping[str, Sent], shown: list[str]) -> str:
    """How many articles were looked through, and of which dates."""
    asked = f", asked with {' '.join(shown)}" if shown else ""
    return f"nothing found; searched {articles_in(store, since=sent.get('since'), until=sent.get('until'))}{asked}"


def articles_in(store: GraphStore, *, since: Sent = None, until: Sent = None) -> str:
    """How many articles of the period a graph has, and of which dates: "5 articles published from ... to ..."."""
    found = store.rows(_SEARCHED, {"since": since, "until": until}).rows
    articles, first, last = found[0] if found else (0, None, None)
    if not articles:
        return "no article" if since or until else "an empty graph (kgraph ingest adds articles)"
    what = f"{articles:,} article{'' if articles == 1 else 's'}"
    if first is None:
        return what
    return what + (
        f" published on {_day(first)}" if first == last else f" published from {_day(first)} to {_day(last)}"
    )


def _day(value: object) -> str:
    return str(value)[:10]
