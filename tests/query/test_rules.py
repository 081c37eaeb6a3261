"""What holds for every template of kgraph's own: bounded, ordered, and the same thing said in the same words."""

from __future__ import annotations

import re

import pytest

from kgraph.model import UNREAL
from kgraph.ontology import relations
from kgraph.query import Catalogue, Template, Type, check_read_only, load_catalogue
from kgraph.query.tokens import tokens

TEMPLATES = list(load_catalogue())
each = pytest.mark.parametrize("template", TEMPLATES, ids=lambda t: t.name)

STATUS = """
CASE WHEN c.modality = 'asserted' AND c.attributed THEN 'reported' ELSE c.modality END
+ CASE WHEN c.polarity = '-' THEN ', negated' ELSE '' END
+ CASE WHEN c.denied THEN ', denied' ELSE '' END
+ CASE WHEN c.superseded IS NOT NULL THEN ', ' + c.superseded ELSE '' END AS status
"""
SPEAKER = """
CASE
  WHEN size(said) > 0 THEN
    CASE WHEN said[0].order > 0 THEN 'somebody, citing ' ELSE '' END + reduce(
      words = said[0].name, i IN range(1, size(said) - 1) |
      words + CASE WHEN said[i].order = said[i - 1].order THEN ' and ' ELSE ', citing ' END + said[i].name)
  WHEN c.attributed THEN 'somebody'
END AS speaker
"""


def one_line(text: str) -> str:
    return " ".join(text.split())


@each
def test_it_has_a_limit_and_a_total_order(template: Template) -> None:
    limit = template.parameter("limit")
    assert limit.type is Type.INTEGER
    assert isinstance(limit.default, int)
    assert 10 <= limit.default <= 100
    last = template.cypher[template.cypher.rindex("RETURN") :]
    assert "ORDER BY" in last


@each
def test_what_restricts_nothing_is_null(template: Template) -> None:
    for parameter in template.parameters:
        if parameter.type in (Type.ACTOR, Type.STRING, Type.DATE):
            assert parameter.default is None


@each
def test_no_pattern_runs_without_bound(template: Template) -> None:
    for bound in re.findall(r"\[[^\]]*\*([^\]]*)\]", template.cypher):
        assert re.fullmatch(r"\d?\.\.\d", bound), bound


@each
def test_a_claim_is_never_shown_without_how_it_stands(template: Template) -> None:
    columns = {c.name for c in template.columns}
    if "quote" in columns:
        assert columns & {"status"}, template.name
        assert columns & {"speaker", "chain"}
        assert columns & {"denied_by", "against", "denied"}
    if "status" in columns and "quote" in columns:
        assert one_line(STATUS) in one_line(template.cypher)
    if "speaker" in columns:
        assert one_line(SPEAKER) in one_line(template.cypher)


@each
def test_unreal_is_the_same_everywhere(template: Template) -> None:
    for listed in re.findall(r"modality IN (\[[^\]]*\])", template.cypher):
        words = set(re.findall(r"'([^']+)'", listed))
        assert words in ({m.value for m in UNREAL}, {"asserted", "presupposed"})


@each
def test_relations_are_those_of_the_ontology(template: Template) -> None:
    known = set(relations()) | {"SUBJECT", "OBJECT", "RECIPIENT", "SAID_BY", "DENIED_BY"}
    assert set(re.findall(r"'([A-Z][A-Z_]+)'", template.cypher)) <= known


def test_every_relation_can_be_walked(catalogue: Catalogue) -> None:
    """A new relation in the ontology must be added to the patterns of these templates."""
    for name in ("ego", "path"):
        patterns = re.findall(r"-\[\w*:((?:[A-Z_]+\s*\|\s*)+[A-Z_]+)\]", catalogue.get(name).cypher)
        assert patterns
        for pattern in patterns:
            assert sorted(re.split(r"\s*\|\s*", pattern)) == sorted(relations())


def test_friendly_and_hostile_are_the_groups_of_the_ontology(catalogue: Catalogue) -> None:
    cypher = catalogue.get("allies-and-rivals").cypher
    lists = [
        set(re.findall(r"'([A-Z_]+)'", listed)) for listed in re.findall(r"IN (\[[^\]]*'[A-Z_]+'[^\]]*\])", cypher)
    ]
    hostile = {n for n, r in relations().items() if r.group == "hostile"}
    friendly = {n for n, r in relations().items() if r.group == "cooperative"} | {"ALLY_OF"}
    mutual = {n for n, r in relations().items() if r.mutual}
    assert lists == [friendly | hostile, mutual, hostile]


@each
def test_nothing_is_looked_up_by_a_property_inside_a_pattern(template: Template) -> None:
    """MATCH (k:Claim {id: d.claim}) finds nothing on the embedded engine once it has an index to use."""
    assert not re.findall(r"\(\w*(?::\w+)* \{\w+: \w+\.\w+", template.cypher)


@each
def test_it_only_reads(template: Template) -> None:
    check_read_only(template.text)
    assert list(tokens(template.cypher))


@each
def test_its_file_fits_the_page(template: Template) -> None:
    assert not [line for line in template.text.splitlines() if len(line) > 120]
    assert template.text.startswith("// ")
    assert "\t" not in template.text
