"""The extraction record: written and read without loss, and refused with the field and the value when it is wrong."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgraph import ids, record
from kgraph.errors import DataError
from kgraph.model import (
    Actor,
    ActorKind,
    Article,
    Attribution,
    Change,
    Claim,
    Denial,
    Evidence,
    Extraction,
    ExtractorInfo,
    Granularity,
    Mention,
    MentionKind,
    Modality,
    Note,
    Polarity,
    Sentence,
    Span,
    Stance,
    StanceValue,
    TimeInterval,
)
from tests.strategies import extractions

TEXT = "Vareno accused Ostmark of arming rebels on Friday. Ostmark denied it 🕊️."
ARTICLE = ids.article_id(TEXT, outlet=None, url=None)
SCHEMA = json.loads((Path(__file__).parents[1] / "docs" / "record.schema.json").read_text(encoding="utf-8"))


def _extraction() -> Extraction:
    """Two claims, the second denying the first; every kind of field is filled."""

    def span(words: str) -> Span:
        return Span(TEXT.index(words), TEXT.index(words) + len(words), words)

    accused, friday, denied = span("Vareno accused Ostmark"), span("Friday"), span("Ostmark denied it")
    vareno, ostmark, again = (
        Mention(name, at, at + len(words), words, MentionKind.NAME, actor, "exact", 0.9)
        for name, at, words, actor in [
            ("m_1", 0, "Vareno", "country:VAR"),
            ("m_2", 15, "Ostmark", "country:OST"),
            ("m_3", 51, "Ostmark", "country:OST"),
        ]
    )
    accusation = Claim(
        id="c_1",
        predicate="accuse",
        relation="ACCUSES",
        subject=(vareno.id,),
        evidence=Evidence(0, accused.start, accused.end, accused.text),
        object=(ostmark.id,),
        theme=span("arming rebels"),
        plover="ACCUSE",
        cameo="112",
        quad=3,
        modality=Modality.REPORTED,
        stance=(Stance("author", StanceValue.UNKNOWN),),
        time=TimeInterval("2020-10-02", "2020-10-02", "Friday", Granularity.DAY, (friday.start, friday.end)),
        attribution=(Attribution((vareno.id,), span("accused"), ((0, 49),)),),
        denied_by=(Denial(again.id, "c_2"),),
    )
    denial = Claim(
        id="c_2",
        predicate="deny",
        relation="DENIES",
        subject=(again.id,),
        evidence=Evidence(1, denied.start, denied.end, denied.text),
        content=("c_1",),
        polarity=Polarity.POSITIVE,
    )
    return Extraction(
        extractor=ExtractorInfo("kgraph", "1.0", "none"),
        article=Article(ARTICLE, TEXT, published="2020-10-03", sha256=ids.text_sha256(TEXT)),
        sentences=(Sentence(0, 0, 50), Sentence(1, 51, len(TEXT))),
        actors=(Actor("country:VAR", "Vareno", ActorKind.COUNTRY), Actor("country:OST", "Ostmark", ActorKind.COUNTRY)),
        mentions=(vareno, ostmark, again),
        claims=(accusation, denial),
        attributions=(Attribution((vareno.id, ostmark.id), None, ((0, 5),), quoted=True, addressee=(again.id,)),),
        notes=(Note("x", "left out", 0, 3),),
    )


@given(extractions())
def test_what_is_written_is_read_back_the_same(extraction: Extraction) -> None:
    line = record.dumps(extraction)
    assert record.loads(line) == extraction
    assert record.dumps(record.loads(line)) == line
    assert record.from_dict(record.to_dict(extraction)) == extraction


@given(extractions())
def test_a_record_is_one_line_of_utf8(extraction: Extraction) -> None:
    line = record.dumps(extraction)
    assert len(line.splitlines()) == 1
    assert record.loads(line.encode("utf-8")) == extraction


@pytest.mark.parametrize("line_end", ["\n", "\r", "\x85", "\u2028", "\u2029"])
def test_line_ends_in_the_text_do_not_end_the_record(line_end: str) -> None:
    text = f"A{line_end}B"
    extraction = Extraction(ExtractorInfo("k", "1", "m"), Article(ids.article_id(text, outlet=None, url=None), text))
    line = record.dumps(extraction)
    assert line.splitlines() == [line]
    assert record.loads(line) == extraction


@given(extractions())
def test_drawn_extractions_keep_every_promise(extraction: Extraction) -> None:
    assert not list(record.faults(extraction))


def test_the_record_is_written_as_the_design_has_it() -> None:
    data = record.to_dict(_extraction())
    assert list(data) == [
        "schema", "extractor", "article", "sentences", "actors", "mentions", "claims", "attributions", "notes",
    ]  # fmt: skip
    claim = data["claims"][0]
    assert claim["attribution"][0]["source"] == "m_1"  # one source is an id
    assert data["attributions"][0]["source"] == ["m_1", "m_2"]  # several are a list
    assert claim["denied_by"] == [{"actor": "m_3", "claim": "c_2", "inferred": False}]
    assert claim["time"] == {
        "start": "2020-10-02", "end": "2020-10-02", "text": "Friday", "granularity": "day", "at": [43, 49],
    }  # fmt: skip
    assert claim["evidence"] == {"sentence": 0, "start": 0, "end": 22, "quote": "Vareno accused Ostmark"}


def test_fields_of_a_newer_minor_version_are_left_out() -> None:
    data = record.to_dict(_extraction())
    data["schema"] = "kgraph.extraction/1.4"
    data["weather"] = "fair"
    data["claims"][0]["mood"] = {"value": 1}
    assert record.from_dict(data) == _extraction()


def test_fields_with_a_default_may_be_missing() -> None:
    minimal = {
        "schema": record.SCHEMA,
        "extractor": {"name": "k", "version": "1", "model": "m"},
        "article": {"id": ARTICLE, "text": TEXT},
        "sentences": [{"index": 0, "start": 0, "end": 50}],
        "claims": [
            {"id": "c_1", "predicate": "accuse", "evidence": {"sentence": 0, "start": 0, "end": 6, "quote": "Vareno"}}
        ],
    }
    (claim,) = record.from_dict(minimal).claims
    assert (claim.relation, claim.subject, claim.polarity, claim.modality) == (None, (), "+", "asserted")


WRONG: list[tuple[str, Any, str]] = [
    # where, what stands there, what the error says
    ("schema", "kgraph.extraction/2", "schema is \"kgraph.extraction/2\", not 'kgraph.extraction/1'"),
    ("schema", None, "schema is null, not a string"),
    ("extractor", [], "extractor is [], not an object"),
    ("article.text", 7, "article.text is 7, not a string"),
    ("article.text", "half \ud83d", 'article.text is "half \\ud83d", not a string'),
    ("article.title", "Elsewhere", 'article.title is "Elsewhere": the text begins with its title'),
    ("article.published", "yesterday", 'article.published is "yesterday": a date is written 2020-10-02'),
    ("article.published", "2020-02-30", 'article.published is "2020-02-30": a date'),
    ("article.sha256", "0" * 64, "the text is another one"),
    ("article.id", "a_1", f'article.id is "a_1": the id of this text, outlet and URL is {ARTICLE}'),
    ("article.outlet", "Straits Wire", f'article.id is "{ARTICLE}": the id of this text, outlet and URL is a_'),
    ("sentences", {}, "sentences is {}, not a list"),
    ("sentences.1.index", 5, "sentences[1].index is 5: sentences are numbered in order"),
    ("sentences.1.end", 900, "sentences[1] is [51, 900]: the text has"),
    ("actors.0", "Vareno", 'actors[0] is "Vareno", not an object'),
    ("actors.0.kind", "dragon", 'actors[0].kind is "dragon", not one of country person'),
    ("actors.1.id", "country:VAR", "actors[1].id is"),
    ("actors.0.id", "", 'actors[0].id is "": it names nothing'),
    ("actors.0.id", "person:vareno", 'actors[0].id is "person:vareno": it begins with the actor\'s kind, country:'),
    ("actors.0.roles", "minister", 'actors[0].roles is "minister", not a list of strings'),
    ("mentions.1.start", 1.5, "mentions[1].start is 1.5, not a whole number"),
    ("mentions.1.start", True, "mentions[1].start is true, not a whole number"),
    ("mentions.1.start", 14, "mentions[1].text is \"Ostmark\": the text has ' Ostmark' at 14..22"),
    ("mentions.1.text", "Ostland", 'mentions[1].text is "Ostland": the text has'),
    ("mentions.1.actor", "country:NOO", "no actor of this record has that id"),
    ("mentions.1.score", 1.01, "mentions[1].score is 1.01, not a number from 0 to 1"),
    ("mentions.1.id", "m_1", 'mentions[1].id is "m_1": the same id stands before'),
    ("claims.0.polarity", "maybe", 'claims[0].polarity is "maybe", not one of + -'),
    ("claims.0.modality", [], "claims[0].modality is [], not one of asserted reported"),
    ("claims.0.subject", ["m_9"], 'claims[0].subject is "m_9": no mention of this record has that id'),
    ("claims.0.subject", "m_1", 'claims[0].subject is "m_1", not a list of strings'),
    ("claims.0.quad", "3", 'claims[0].quad is "3", not a whole number'),
    ("claims.0.quad", 5, "claims[0].quad is 5: a quad class is 0 to 4"),
    ("claims.0.theme.text", "feeding rebels", 'claims[0].theme.text is "feeding rebels": the text has'),
    ("claims.0.evidence", None, "claims[0].evidence is null, not an object"),
    ("claims.0.evidence.quote", "Vareno praised", 'claims[0].evidence.quote is "Vareno praised": the text has'),
    ("claims.0.evidence.sentence", 1, "claims[0].evidence.sentence is 1: the quote begins in another sentence"),
    ("claims.0.evidence.sentence", 2, "claims[0].evidence.sentence is 2: there are 2 sentences"),
    ("claims.0.time.at", [43], "claims[0].time.at is [43], not two offsets"),
    ("claims.0.time.start", "Friday", 'claims[0].time.start is "Friday": a date is written'),
    ("claims.0.time.end", "2019-01-01", "the time ends before it starts"),
    ("claims.0.time.granularity", "eon", "not one of day week"),
    ("claims.0.stance.0.holder", "m_9", "claims[0].stance[0].holder"),
    ("claims.0.stance.0.value", "CT", "claims[0].stance[0].value"),
    ("claims.0.attribution.0.source", 3, "claims[0].attribution[0].source is 3, not a mention's id, a list"),
    ("claims.0.attribution.0.source", "m_9", 'claims[0].attribution[0].source is "m_9": no mention'),
    ("claims.0.attribution.0.content.0.end", 900, "claims[0].attribution[0].content[0] is [0, 900]"),
    ("claims.0.attribution.0.quoted", "yes", 'quoted is "yes", not true or false'),
    ("claims.0.denied_by.0.claim", "c_9", "claims[0].denied_by[0].claim is"),
    ("claims.0.denied_by.0.actor", "m_9", "claims[0].denied_by[0].actor is"),
    ("claims.1.id", "", 'claims[1].id is "": it names nothing'),
    ("claims.1.id", "c_1", 'claims[1].id is "c_1": the same id stands before'),
    ("claims.1.content", ["c_9"], 'claims[1].content is "c_9": no claim of this record has that id'),
    ("claims.0.confidence", -1, "claims[0].confidence is -1, not a number from 0 to 1"),
    ("attributions.0.addressee", ["m_9"], 'attributions[0].addressee is "m_9": no mention'),
    ("notes.0.end", 900, "notes[0] is [0, 900]"),
]


@pytest.mark.parametrize(("where", "value", "says"), WRONG)
def test_a_wrong_field_is_named_with_its_line_and_value(where: str, value: Any, says: str) -> None:
    data = record.to_dict(_extraction())
    _put(data, where.split("."), value)
    with pytest.raises(DataError) as caught:
        record.from_dict(data, place="records.jsonl:7")
    message = str(caught.value)
    assert message.startswith("records.jsonl:7: ")
    assert says in message
    assert "; " in message  # the next step
    assert "\n" not in message


@pytest.mark.parametrize("where", ["schema", "extractor.name", "article.id", "mentions.0.kind", "claims.0.evidence"])
def test_a_missing_field_is_named(where: str) -> None:
    data = record.to_dict(_extraction())
    *path, last = where.split(".")
    del _at(data, path)[last]
    name = where.replace(".0.", "[0].")
    with pytest.raises(DataError, match=f"{name} is missing".replace("[", r"\[").replace("]", r"\]")):
        record.from_dict(data)


@pytest.mark.parametrize("line", ["", "{", "[]", "null", '"x"', '{"schema": 1', "[" * 100_000])
def test_a_line_that_is_no_record_is_refused(line: str) -> None:
    with pytest.raises(DataError, match=r"^records\.jsonl:2: "):
        record.loads(line, place="records.jsonl:2")


def test_not_a_number_is_not_a_score() -> None:
    line = record.dumps(_extraction()).replace('"score":0.9', '"score":NaN', 1)
    with pytest.raises(DataError, match=r"mentions\[0\]\.score"):
        record.loads(line)


@given(extractions(), st.data())
def test_a_value_of_any_wrong_kind_is_a_data_error(extraction: Extraction, data: st.DataObject) -> None:
    """Nothing but a DataError comes out of a broken record, whatever is put wherever."""
    broken = record.to_dict(extraction)
    path = data.draw(st.sampled_from(list(_paths(broken))))
    _put(broken, path, data.draw(st.sampled_from([None, True, -1, 1e300, "\udc00", [], {}, ["x"], {"start": 0}])))
    error = _error(broken)
    assert error is None or "\n" not in error


# ---- the JSON Schema in docs/ ----


def _strict(schema: Any) -> Any:
    """The schema with unknown fields forbidden: it then must name every field that is written."""
    if isinstance(schema, dict):
        strict = {name: _strict(value) for name, value in schema.items()}
        return strict | {"additionalProperties": False} if "properties" in schema else strict
    return [_strict(item) for item in schema] if isinstance(schema, list) else schema


VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)
STRICT = jsonschema.Draft202012Validator(_strict(copy.deepcopy(SCHEMA)))


def test_the_schema_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


@given(extractions())
def test_the_schema_names_every_field_that_is_written(extraction: Extraction) -> None:
    STRICT.validate(record.to_dict(extraction))


def test_the_schema_lists_the_models_values() -> None:
    found = {tuple(node["enum"]) for node in _nodes(SCHEMA) if "enum" in node}
    enums = (ActorKind, MentionKind, Polarity, Modality, StanceValue, Granularity, Change)
    assert found == {tuple(member.value for member in enum) for enum in enums}


@pytest.mark.parametrize("path", [("article", "text"), ("claims", 0, "evidence"), ("mentions", 0, "kind")])
def test_the_schema_requires_what_the_reader_requires(path: tuple[str | int, ...]) -> None:
    data: Any = record.to_dict(_extraction())
    *upper, last = path
    del _at(data, upper)[last]
    assert not VALIDATOR.is_valid(data)


def test_what_the_schema_does_not_require_the_reader_does_not_either() -> None:
    whole = record.to_dict(_extraction())
    for path in _paths(whole):
        data = copy.deepcopy(whole)
        parent = _at(data, path[:-1])
        if isinstance(parent, list):
            continue
        del parent[path[-1]]
        required = not VALIDATOR.is_valid(data)
        error = _error(data)
        assert required == (error is not None and "is missing" in error), (path, error)


@pytest.mark.parametrize("value", [None, True, 3.5, -1, 5, "", "words", [], {}, [1], {"a": 1}, [None]], ids=repr)
def test_what_the_schema_refuses_the_reader_refuses_too(value: object) -> None:
    whole = record.to_dict(_extraction())
    for path in _paths(whole):
        data = copy.deepcopy(whole)
        _at(data, path[:-1])[path[-1]] = value
        if not VALIDATOR.is_valid(data):
            assert _error(data) is not None, (path, value)


def _error(data: Any) -> str | None:
    """What is wrong with a record, as its error says it."""
    try:
        record.from_dict(data)
    except DataError as error:
        return str(error)
    return None


def _nodes(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
    for item in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _nodes(item)


def test_a_government_acts_for_a_country_of_its_record() -> None:
    data = record.to_dict(_extraction())
    government = {"id": "organisation:government-of-vareno", "name": "Government of Vareno", "kind": "organisation"}
    data["actors"].append({**government, "acts_for": "country:VAR"})
    assert record.from_dict(data).actors[-1].acts_for == "country:VAR"
    data["actors"][-1]["acts_for"] = "country:NOWHERE"
    with pytest.raises(DataError, match=r"actors\[2\]\.acts_for"):
        record.from_dict(data)


def _paths(value: Any) -> Iterator[list[Any]]:
    """Every place inside a record, as the keys that lead there."""
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, item in items:
        yield [key]
        yield from ([key, *path] for path in _paths(item))


def _at(data: Any, path: Any) -> Any:
    for key in path:
        data = data[int(key) if isinstance(data, list) else key]
    return data


def _put(data: Any, path: Any, value: Any) -> None:
    parent = _at(data, path[:-1])
    parent[int(path[-1]) if isinstance(parent, list) else path[-1]] = value
