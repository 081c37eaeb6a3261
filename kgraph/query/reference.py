"""The template reference, docs/templates.md, written from the headers: python -m kgraph.query.reference."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from kgraph.query.catalogue import load_catalogue
from kgraph.query.template import Default, Parameter, Template
from kgraph.query.values import as_sent

_OPENING = """\
<!-- Written by `python -m kgraph.query.reference` from the headers in queries/; change those, not this. -->

# Query templates

Questions with a name. `kgraph query NAME` asks one, `kgraph query NAME --help` explains it, `kgraph queries show NAME`
prints its Cypher. Every template answers without parameters: what is not given restricts nothing. An actor may be
given by any of its names ("Ankara" finds Turkey), a date as a day, a month or a year.

In every answer `status` says how a claim stands: `asserted` by the article itself; `reported`, `alleged` or `quoted`
on somebody's word (`speaker`, outermost first); `presupposed` when it is taken for granted; `demanded`, `urged`,
`intended`, `conditional`, `purpose` or `evaluation` when nobody says that it has happened; then `negated` when it is
said not to be so, `denied` when somebody denies it (`denied_by`), and `retracted` or `corrected` when the article says
that it was taken back or put right. A speaker called `somebody` is one whom the
text does not name.

Templates of your own: [how to write one](how-to/write-a-template.md).
"""


def reference(templates: Iterable[Template]) -> str:
    """The whole page, in Markdown."""
    known = list(templates)
    contents = "\n".join(f"- [{t.name}](#{t.name}): {_small(t.title)}" for t in known)
    return "\n".join([_OPENING, contents, "", *("\n".join(_section(t)) for t in known)]).rstrip() + "\n"


def _section(template: Template) -> Iterator[str]:
    yield f"## {template.name}\n\n**{template.title}.** {template.description}\n"
    yield f"```\n{template.example}\n```\n"
    yield "| parameter | type | default | |\n|---|---|---|---|"
    yield from (f"| `{p.option}` | {p.type} | {_default(p)} | {_cell(p.description)} |" for p in template.parameters)
    yield "\n| column | type | |\n|---|---|---|"
    yield from (f"| `{c.name}` | {c.type} | {_cell(c.description)} |" for c in template.columns)
    yield ""


def _default(parameter: Parameter) -> str:
    value: Default = as_sent(parameter.default)
    return "" if value is None else f"`{value if isinstance(value, str) else json.dumps(value)}`"


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def _small(title: str) -> str:
    return title[:1].lower() + title[1:]


if __name__ == "__main__":
    print(reference(load_catalogue()), end="")
