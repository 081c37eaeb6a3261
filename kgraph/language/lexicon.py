"""The lexicon of one language, read from its folder of TOML files: pure, cached, checked entry by entry."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from types import MappingProxyType
from typing import Any, TypeVar

from kgraph.errors import DataError
from kgraph.language.build import NounClasses, Raw, cue, denial, noun_class, operator, plain_senses, sense, title, topic
from kgraph.language.entries import Cue, DenialCue, Operator, Sense, Title, Topic

Entry = TypeVar("Entry", Sense, Operator)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What a language's words do. Keys are lemmas in lower case; senses stand most specific first."""

    lang: str
    verbs: Mapping[str, tuple[Sense, ...]]
    nouns: Mapping[str, tuple[Sense, ...]]
    cues: Mapping[tuple[str, str], Cue]
    denials: Mapping[tuple[str, str], DenialCue]
    topics: Mapping[str, Topic]
    operators: Mapping[str, tuple[Operator, ...]]
    classes: NounClasses  # what "@weapon" means in a frame
    titles: Mapping[str, Title]
    judgements: frozenset[str]  # what is called so is denied: "called the report false"
    lemmas: Mapping[str, str]  # forms of verbs whose lemma small models get wrong: "waged" is "wage"


@cache
def load_lexicon(lang: str = "en") -> Lexicon:
    """The packaged lexicon of ``lang``.

    Raises: DataError with file and entry when a data file breaks a rule.
    """
    folder = files(__package__).joinpath(lang)
    if not folder.is_dir():
        raise DataError(f"no lexicon for the language {lang!r}", hint="use 'en'")
    classes = _classes(folder)
    denials = _unique(denial(raw) for raw in _raw(folder, "denials"))
    return Lexicon(
        lang=lang,
        verbs=_by_lemma([*(sense(raw, "verb", classes) for raw in _raw(folder, "verbs_")), *_plain(folder)]),
        nouns=_by_lemma([sense(raw, "noun", classes) for raw in _raw(folder, "nouns_")]),
        cues=_unique(cue(raw) for raw in _raw(folder, "cues_")),
        denials=denials,
        judgements=frozenset().union(*(cue.predicative for cue in denials.values())),
        topics=MappingProxyType({raw.lemma: topic(raw) for raw in _raw(folder, "topics")}),
        operators=_by_lemma([operator(raw) for raw in _raw(folder, "operators")]),
        classes=classes,
        titles=MappingProxyType({entry.lemma: entry for entry in _titles(folder)}),
        lemmas=MappingProxyType(
            {form: lemma for _, tables in _tables(folder, "lemmas") for form, lemma in tables["verb"].items()}
        ),
    )


def _raw(folder: Traversable, prefix: str) -> Iterator[Raw]:
    for name, tables in _tables(folder, prefix):
        for lemma, entries in tables.items():
            if not isinstance(entries, list):
                raise DataError("one pair of brackets", place=f"{name}: [{lemma}]", hint="write two: [[lemma]]")
            for fields in entries:
                yield Raw(name, lemma, fields)


def _plain(folder: Traversable) -> Iterator[Sense]:
    for name, tables in _tables(folder, "plain_verbs"):
        for relation, entries in tables.items():
            yield from plain_senses(name, relation, entries)


def _classes(folder: Traversable) -> NounClasses:
    return MappingProxyType(
        {
            name: noun_class(Raw(file, name, fields))
            for file, tables in _tables(folder, "noun_classes")
            for name, fields in tables.items()
        }
    )


def _titles(folder: Traversable) -> Iterator[Title]:
    for name, tables in _tables(folder, "titles"):
        for section, fields in tables.items():
            yield from title(name, section, fields)


def _tables(folder: Traversable, prefix: str) -> Iterator[tuple[str, dict[str, Any]]]:
    for path in sorted(folder.iterdir(), key=lambda found: found.name):
        if path.name.startswith(prefix) and path.name.endswith(".toml"):
            try:
                yield path.name, tomllib.loads(path.read_text(encoding="utf-8"))
            except tomllib.TOMLDecodeError as error:
                raise DataError(str(error), place=path.name, hint="mend the file") from error


def _by_lemma(entries: list[Entry]) -> Mapping[str, tuple[Entry, ...]]:
    found: dict[str, list[Entry]] = {}
    for entry in entries:
        found.setdefault(entry.lemma, []).append(entry)
    return MappingProxyType(
        {lemma: tuple(sorted(group, key=lambda entry: -entry.specificity)) for lemma, group in found.items()}
    )


Keyed = TypeVar("Keyed", Cue, DenialCue)


def _unique(entries: Iterator[Keyed]) -> Mapping[tuple[str, str], Keyed]:
    found: dict[tuple[str, str], Keyed] = {}
    for entry in entries:
        key = (entry.lemma, entry.pos)
        if key in found:
            raise DataError("stands twice", place=entry.place, hint=f"it is also at {found[key].place}")
        found[key] = entry
    return MappingProxyType(found)
