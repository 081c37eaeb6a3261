"""A template as a favourite of Neo4j Browser: its title first, then what can be changed, then a statement that runs as
it is. Browser keeps ``:param`` of its own per user, so values stand in the statement.
"""

from __future__ import annotations

import datetime

from kgraph.query.template import Default, Parameter, Template
from kgraph.query.tokens import Kind, tokens


def favourite(template: Template) -> str:
    """The text of a ``.cypher`` file to drop on Neo4j Browser; it ends with a semicolon and a line feed."""
    lines = [f"// {template.title}", "//", *(f"// {line}" for line in _wrapped(template.description))]
    if template.parameters:
        lines += ["//", "// To ask something narrower, put a value in the place of:"]
        lines += [f"//   {_told(parameter)}" for parameter in template.parameters]
    return "\n".join([*lines, f"{with_values(template)};", ""])


def with_values(template: Template) -> str:
    """The statement with the default of every parameter in its place, marked so that it can be found and changed."""
    cypher = template.cypher
    defaults = {p.name: p.default for p in template.parameters}
    for token in reversed([t for t in tokens(cypher) if t.kind is Kind.PARAMETER]):
        value = f"{literal(defaults[token.text])} /* {token.text} */"
        cypher = cypher[: token.start] + value + cypher[token.end :]
    return cypher


def literal(value: Default) -> str:
    r"""A value as Cypher writes it.

    >>> literal(None), literal(True), literal(25), literal(["it's", "C:\\x"])
    ('null', 'true', '25', "['it\\'s', 'C:\\\\x']")
    """
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return repr(value)
    if isinstance(value, list):
        return "[" + ", ".join(map(literal, value)) + "]"
    text = value.isoformat() if isinstance(value, datetime.date) else value
    escaped = text.replace("\\", "\\\\").replace("'", "\\'").replace("\n", "\\n").replace("\r", "\\r")
    return f"'{escaped}'"


def _told(parameter: Parameter) -> str:
    example = _EXAMPLES.get(parameter.type.value)
    return f"/* {parameter.name} */  {parameter.description}" + (f", such as {example}" if example else "")


_EXAMPLES = {"actor": "'country:TUR' or 'Turkey'", "date": "'2024-05-01'"}


def _wrapped(text: str) -> list[str]:
    from textwrap import wrap

    return wrap(text, 100)
