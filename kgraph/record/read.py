"""A record read back into an extraction. Every value is checked; what is wrong is named by place, field and value.

Fields that this version does not know are left out (a newer minor version may have written them); another major
version is refused.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TypeVar

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
    Supersession,
    TimeInterval,
)
from kgraph.record.check import faults
from kgraph.record.write import SCHEMA

_READABLE = re.compile(rf"{re.escape(SCHEMA)}(\.\d+)?")
_AGAIN = "write the record anew with 'kgraph extract'"
_HALF_CHARACTER = re.compile("[\ud800-\udfff]")  # JSON can write half of a pair; UTF-8 and every graph refuse it

T = TypeVar("T")
E = TypeVar("E", bound=StrEnum)


def from_dict(data: object, *, place: str | None = None) -> Extraction:
    """The extraction that a record holds.

    Raises: DataError with the place, the field and its value, for a value of the wrong kind, a quote that does not
    stand at its offsets, or an id that refers to nothing.
    """
    record = _Object.of(data, "", place)
    _check_schema(record)
    extraction = Extraction(
        extractor=record.one("extractor", _read_info),
        article=record.one("article", _read_article),
        sentences=record.all("sentences", _read_sentence),
        actors=record.all("actors", _read_actor),
        mentions=record.all("mentions", _read_mention),
        claims=record.all("claims", _read_claim),
        attributions=record.all("attributions", _read_attribution),
        notes=record.all("notes", _read_note),
    )
    for fault in faults(extraction):
        raise DataError(f"{fault.field} is {_shown(fault.value)}: {fault.message}", place=place, hint=_AGAIN)
    return extraction


def _shown(value: object) -> str:
    """A value as an error shows it: JSON, cut when it is long."""
    try:
        shown = json.dumps(value, ensure_ascii=_HALF_CHARACTER.search(str(value)) is not None)
    except (TypeError, ValueError):
        shown = repr(value)
    shown = " ".join(shown.split())  # Unicode has line ends that JSON leaves as they are
    return shown if len(shown) <= 80 else shown[:77] + "..."


@dataclass(frozen=True, slots=True)
class _Object:
    """A JSON object and where it stands, so that whatever is wrong in it can be named in full."""

    fields: Mapping[str, Any]
    path: str
    place: str | None

    @classmethod
    def of(cls, value: object, path: str, place: str | None) -> _Object:
        if not isinstance(value, dict):
            raise _wrong(value, path or "the record", "an object", place)
        return cls(value, path, place)

    def name(self, field: str) -> str:
        return f"{self.path}.{field}" if self.path else field

    def fail(self, field: str, wanted: str) -> DataError:
        if field not in self.fields:
            return DataError(f"{self.name(field)} is missing", place=self.place, hint=f"give {wanted}")
        return _wrong(self.fields[field], self.name(field), wanted, self.place)

    def text(self, field: str) -> str:
        value = self.fields.get(field)
        if not _is_text(value):
            raise self.fail(field, "a string")
        return str(value)

    def text_or(self, field: str, default: str) -> str:
        return self.text(field) if field in self.fields else default

    def text_or_none(self, field: str) -> str | None:
        value = self.fields.get(field)
        if value is not None and not _is_text(value):
            raise self.fail(field, "a string or null")
        return None if value is None else str(value)

    def whole(self, field: str) -> int:
        value = self.fields.get(field)
        if not isinstance(value, int) or isinstance(value, bool):
            raise self.fail(field, "a whole number")
        return value

    def whole_or_none(self, field: str) -> int | None:
        return None if self.fields.get(field) is None else self.whole(field)

    def share(self, field: str, default: float) -> float:
        """A number from 0 to 1 (NaN is none)."""
        value = self.fields.get(field, default)
        if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1:
            raise self.fail(field, "a number from 0 to 1")
        return value

    def flag(self, field: str) -> bool:
        value = self.fields.get(field, False)
        if not isinstance(value, bool):
            raise self.fail(field, "true or false")
        return value

    def choice(self, field: str, choices: type[E], default: E | None = None) -> E:
        value = self.fields.get(field, default)
        try:
            return choices(value)
        except ValueError:
            raise self.fail(field, "one of " + " ".join(choices)) from None

    def texts(self, field: str) -> tuple[str, ...]:
        value = self.fields.get(field, [])
        if not isinstance(value, list) or not all(_is_text(item) for item in value):
            raise self.fail(field, "a list of strings")
        return tuple(value)

    def one(self, field: str, read: Callable[[_Object], T]) -> T:
        if field not in self.fields:
            raise self.fail(field, "an object")
        return read(_Object.of(self.fields[field], self.name(field), self.place))

    def one_or_none(self, field: str, read: Callable[[_Object], T]) -> T | None:
        return None if self.fields.get(field) is None else self.one(field, read)

    def all(self, field: str, read: Callable[[_Object], T]) -> tuple[T, ...]:
        value = self.fields.get(field, [])
        if not isinstance(value, list):
            raise self.fail(field, "a list")
        name = self.name(field)
        return tuple(read(_Object.of(item, f"{name}[{n}]", self.place)) for n, item in enumerate(value))


def _is_text(value: object) -> bool:
    return isinstance(value, str) and (value.isascii() or not _HALF_CHARACTER.search(value))


def _wrong(value: object, field: str, wanted: str, place: str | None) -> DataError:
    return DataError(f"{field} is {_shown(value)}, not {wanted}", place=place, hint=f"mend the field, or {_AGAIN}")


def _check_schema(record: _Object) -> None:
    found = record.text("schema")
    if not _READABLE.fullmatch(found):
        raise DataError(
            f"schema is {_shown(found)}, not {SCHEMA!r}",
            place=record.place,
            hint=f"use the kgraph that wrote it, or {_AGAIN}",
        )


def _read_info(data: _Object) -> ExtractorInfo:
    return ExtractorInfo(data.text("name"), data.text("version"), data.text("model"))


def _read_article(data: _Object) -> Article:
    return Article(
        id=data.text("id"),
        text=data.text("text"),
        title=data.text_or_none("title"),
        url=data.text_or_none("url"),
        outlet=data.text_or_none("outlet"),
        published=data.text_or_none("published"),
        lang=data.text_or_none("lang"),
        author=data.text_or_none("author"),
        sha256=data.text_or("sha256", ""),
        ref=data.text_or_none("ref"),
        origin=data.text_or_none("origin"),
    )


def _read_sentence(data: _Object) -> Sentence:
    return Sentence(data.whole("index"), data.whole("start"), data.whole("end"))


def _read_actor(data: _Object) -> Actor:
    return Actor(
        id=data.text("id"),
        name=data.text("name"),
        kind=data.choice("kind", ActorKind),
        country=data.text_or_none("country"),
        roles=data.texts("roles"),
        code=data.text_or_none("code"),
        wikidata=data.text_or_none("wikidata"),
        aliases=data.texts("aliases"),
        acts_for=data.text_or_none("acts_for"),
    )


def _read_mention(data: _Object) -> Mention:
    return Mention(
        id=data.text("id"),
        start=data.whole("start"),
        end=data.whole("end"),
        text=data.text("text"),
        kind=data.choice("kind", MentionKind),
        actor=data.text_or_none("actor"),
        method=data.text_or("method", ""),
        score=data.share("score", 0.0),
    )


def _read_claim(data: _Object) -> Claim:
    return Claim(
        id=data.text("id"),
        predicate=data.text("predicate"),
        relation=data.text_or_none("relation"),
        subject=data.texts("subject"),
        evidence=data.one("evidence", _read_evidence),
        object=data.texts("object"),
        recipient=data.texts("recipient"),
        theme=data.one_or_none("theme", _read_span),
        content=data.texts("content"),
        plover=data.text_or_none("plover"),
        mode=data.text_or_none("mode"),
        cameo=data.text_or_none("cameo"),
        quad=data.whole_or_none("quad"),
        polarity=data.choice("polarity", Polarity, Polarity.POSITIVE),
        modality=data.choice("modality", Modality, Modality.ASSERTED),
        stance=data.all("stance", _read_stance),
        tense=data.text_or_none("tense"),
        time=data.one_or_none("time", _read_time),
        place=data.texts("place"),
        attribution=data.all("attribution", _read_attribution),
        denied_by=data.all("denied_by", _read_denial),
        superseded_by=data.all("superseded_by", _read_supersession),
        confidence=data.share("confidence", 1.0),
        rule=data.text_or("rule", ""),
    )


def _read_evidence(data: _Object) -> Evidence:
    return Evidence(data.whole("sentence"), data.whole("start"), data.whole("end"), data.text("quote"))


def _read_span(data: _Object) -> Span:
    return Span(data.whole("start"), data.whole("end"), data.text("text"))


def _read_stance(data: _Object) -> Stance:
    return Stance(data.text("holder"), data.choice("value", StanceValue))


def _read_time(data: _Object) -> TimeInterval:
    at = data.fields.get("at")
    if not (isinstance(at, list) and len(at) == 2 and all(type(offset) is int for offset in at)):
        raise data.fail("at", "two offsets [start, end]")
    return TimeInterval(
        start=data.text_or_none("start"),
        end=data.text_or_none("end"),
        text=data.text("text"),
        granularity=data.choice("granularity", Granularity),
        at=(at[0], at[1]),
    )


def _read_denial(data: _Object) -> Denial:
    return Denial(data.text("actor"), data.text("claim"), data.flag("inferred"))


def _read_supersession(data: _Object) -> Supersession:
    return Supersession(data.text_or_none("claim"), data.choice("how", Change))


def _read_attribution(data: _Object) -> Attribution:
    return Attribution(
        sources=_read_sources(data),
        cue=data.one_or_none("cue", _read_span),
        content=data.all("content", lambda span: (span.whole("start"), span.whole("end"))),
        quoted=data.flag("quoted"),
        addressee=data.texts("addressee"),
    )


def _read_sources(data: _Object) -> tuple[str, ...]:
    source = data.fields.get("source")
    if source is None or isinstance(source, str):
        return () if source is None else (source,)
    if isinstance(source, list) and all(_is_text(mention) for mention in source):
        return tuple(source)
    raise data.fail("source", "a mention's id, a list of them, or null")


def _read_note(data: _Object) -> Note:
    return Note(data.text("code"), data.text("message"), data.whole_or_none("start"), data.whole_or_none("end"))
