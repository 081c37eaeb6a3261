"""Which gold sets a folder holds, and the articles of each.

=====================================  ==========  ===============================================================
file                                   kind        what it says
=====================================  ==========  ===============================================================
``gold_NAME.jsonl``                    events      sentences with source, target and type
``attributions_NAME.jsonl``            said        articles with source, cue and content of what is said
``entities_NAME.jsonl``                who         articles with mentions and the chains that they form
``NAME.yaml``, ``NAME_reading.yaml``   reading     a careful reading of one text, or a list of readings
=====================================  ==========  ===============================================================

Sets stand in the folder or one folder below. ``PREFIX_actors.csv`` beside ``gold_PREFIX_....jsonl`` is its own list of
actors. Sets named ``polnear_...`` follow the broad notion of attribution.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import Any

import yaml

from kgraph.errors import DataError, UsageError


class Kind(StrEnum):
    EVENTS = "events"
    SAID = "said"
    WHO = "who"
    READING = "reading"


@dataclass(frozen=True, slots=True)
class EvalSettings:
    """What a gold set asks of the extractor: a list of actors of its own, the breadth of attribution."""

    actors: Path | None = None
    attribution: str = "narrow"


@dataclass(frozen=True, slots=True)
class GoldText:
    """A text to be read; ``ref`` is its id in the set."""

    ref: str
    text: str
    published: str | None = None


@dataclass(frozen=True, slots=True)
class GoldSet:
    name: str
    kind: Kind
    place: Path
    entries: tuple[Mapping[str, Any], ...]
    texts: tuple[GoldText, ...]
    settings: EvalSettings


def gold_sets(gold: Path, *, only: Sequence[str] | None = None) -> Iterator[GoldSet]:
    """The sets of a folder (or the set of one file), events first. Files are opened when their turn comes.

    Raises: UsageError when there is none, or ``only`` names an unknown one; DataError for a broken file.
    """
    found = dict(_found(gold))
    if not found:
        raise UsageError("no gold set", place=str(gold), hint="name a folder with gold_*.jsonl, *.yaml ...")
    if unknown := [name for name in only or () if name not in found]:
        raise UsageError(f"no gold set named {unknown[0]!r}", place=str(gold), hint=f"there are {', '.join(found)}")
    for name, read in found.items():
        if only is None or name in only:
            yield read(name)


def _found(gold: Path) -> Iterator[tuple[str, Callable[[str], GoldSet]]]:
    if not gold.exists():
        raise UsageError("no such file or folder", place=str(gold), hint="name a gold set or a folder of them")
    places = [gold] if gold.is_file() else sorted([*gold.glob("*"), *gold.glob("*/*")])
    for prefix, suffix, read_file in (
        ("gold_", "", _read_events),
        ("attributions_", "", _read_said),
        ("entities_", "_who", _read_who),
    ):
        for place in places:
            if place.suffix == ".jsonl" and place.name.startswith(prefix):
                yield place.stem.removeprefix(prefix) + suffix, partial(read_file, place=place)
    for place in places:
        if place.suffix in (".yaml", ".yml") and (readings := _readings(place)):
            yield place.stem.removesuffix("_reading"), partial(_reading_set, place=place, readings=readings)


# ---- sets of JSON lines ----


def _read_events(name: str, place: Path) -> GoldSet:
    entries = list(_lines(place, {"id": str, "text": str, "events": list}))
    if max(Counter(entry["id"] for entry in entries).values(), default=0) > 1:
        # some public sets use one id for several sentences
        entries = [entry | {"id": f"{n:04d}#{entry['id']}"} for n, entry in enumerate(entries)]
    actors = place.parent / f"{name.split('_')[0]}_actors.csv"
    return _jsonl_set(name, Kind.EVENTS, place, entries, EvalSettings(actors if actors.is_file() else None))


def _read_said(name: str, place: Path) -> GoldSet:
    entries = list(_lines(place, {"id": str, "text": str, "attributions": list}))
    breadth = "wide" if name.startswith("polnear_") else "narrow"
    return _jsonl_set(name, Kind.SAID, place, entries, EvalSettings(attribution=breadth))


def _read_who(name: str, place: Path) -> GoldSet:
    entries = list(_lines(place, {"id": str, "text": str, "mentions": list}))
    return _jsonl_set(name, Kind.WHO, place, entries, EvalSettings())


def _jsonl_set(
    name: str, kind: Kind, place: Path, entries: Sequence[Mapping[str, Any]], settings: EvalSettings
) -> GoldSet:
    texts = tuple(GoldText(entry["id"], entry["text"], entry.get("date") or None) for entry in entries)
    return GoldSet(name, kind, place, tuple(entries), texts, settings)


def _lines(place: Path, wanted: Mapping[str, type]) -> Iterator[dict[str, Any]]:
    for number, line in enumerate(_text(place).split("\n"), 1):
        if not line.strip():
            continue
        where = f"{place}:{number}"
        try:
            entry = json.loads(line)
        except ValueError as error:
            raise DataError(f"not JSON: {error}", place=where, hint="mend or remove the line") from error
        for field, kind in wanted.items():
            if not isinstance(entry, dict) or not isinstance(entry.get(field), kind):
                raise DataError(f"no {field!r} in it", place=where, hint=f"give it as a {kind.__name__}")
        yield entry


# ---- careful readings ----


def _readings(place: Path) -> list[dict[str, Any]]:
    """The readings that a YAML file holds; none for other YAML, and for sources of readings without offsets."""
    try:
        data = yaml.safe_load(_text(place))
    except yaml.YAMLError as error:
        raise DataError("not YAML: " + " ".join(str(error).split()), place=str(place), hint="mend the file") from error
    documents = data if isinstance(data, list) else [data]
    return [document for document in documents if isinstance(document, dict) and _has_spans(document)]


def _has_spans(document: Mapping[str, Any]) -> bool:
    claims = document.get("claims")
    return isinstance(claims, list) and any(isinstance(claim, dict) and "span" in claim for claim in claims)


def _reading_set(name: str, place: Path, readings: Sequence[dict[str, Any]]) -> GoldSet:
    texts = []
    for number, reading in enumerate(readings):
        about = reading.get("doc") or {}
        published = reading.get("published") or about.get("published")
        text = _text(_text_of(place, reading.get("file") or about.get("file")))
        texts.append(GoldText(f"{name}#{number}", text, str(published) if published else None))
    entries = tuple(reading | {"id": text.ref} for reading, text in zip(readings, texts, strict=True))
    return GoldSet(name, Kind.READING, place, entries, tuple(texts), EvalSettings())


def _text_of(place: Path, file: str | None) -> Path:
    """The text that was read: the file that the reading names, else the one of its name, else article.txt."""
    names = [file, f"{file}.txt"] if file else [f"{place.stem.removesuffix('_reading')}.txt", "article.txt"]
    for name in names:
        if (path := place.parent / name).is_file():
            return path
    raise DataError("the text of the reading is not there", place=str(place), hint=f"put {names[0]} beside it")


def _text(place: Path) -> str:
    try:
        return place.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise DataError(f"cannot be read: {error}", place=str(place), hint="gold sets are UTF-8 files") from error
