"""The template reference is what the headers say, and the examples are commands that hold."""

from __future__ import annotations

import shlex
from pathlib import Path

import pytest

from kgraph.query import Template, load_catalogue
from kgraph.query.reference import reference
from kgraph.query.values import typed

DOCS = Path(__file__).parents[2] / "docs"


def test_the_reference_is_up_to_date() -> None:
    written = (DOCS / "templates.md").read_text(encoding="utf-8")
    assert written == reference(load_catalogue()), "run: python -m kgraph.query.reference > docs/templates.md"


@pytest.mark.parametrize("template", load_catalogue(), ids=lambda t: t.name)
def test_the_example_is_a_command_that_holds(template: Template) -> None:
    words = shlex.split(template.example)
    assert words[:3] == ["kgraph", "query", template.name]
    for option, value in zip(words[3::2], words[4::2], strict=True):
        if option != "--format":
            assert typed(template.parameter(option), value) is not None
            assert option == template.parameter(option).option


def test_the_template_in_the_how_to_is_sound(tmp_path: Path) -> None:
    page = (DOCS / "how-to" / "write-a-template.md").read_text(encoding="utf-8")
    text = page.split("```cypher\n")[1].split("```")[0]
    (tmp_path / "first-seen.cypher").write_text(text, encoding="utf-8")
    assert load_catalogue(tmp_path).get("first-seen").parameters
