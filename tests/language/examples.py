"""Every sentence of the lexicon with what must, or must not, be read in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from kgraph.language import Cue, DenialCue, Operator, Sense, load_lexicon
from kgraph.model import Attribution, Claim, Extraction, Polarity
from tests.language.expectation import holds, shown

Entry = Sense | Cue | DenialCue | Operator


@dataclass(frozen=True, slots=True)
class Case:
    """One sentence of one entry. ``expect``: what must be read, empty where the entry must not be read."""

    entry: Entry
    text: str
    expect: tuple[str, ...]

    @property
    def wide(self) -> bool:
        return isinstance(self.entry, Cue) and self.entry.breadth == "wide"

    def faults(self, extraction: Extraction) -> list[str]:
        """What is missing, or what should not be there; empty when all is well."""
        if self.expect:
            return [line for line in self.expect if not holds(line, extraction)]
        return _unwanted(self.entry, extraction)


def entries() -> Iterator[Entry]:
    lexicon = load_lexicon()
    for table in (lexicon.verbs, lexicon.nouns, lexicon.operators):
        yield from chain.from_iterable(table.values())
    yield from lexicon.cues.values()
    yield from lexicon.denials.values()


def cases() -> Iterator[Case]:
    for entry in entries():
        for example in entry.yes:
            yield Case(entry, example.text, example.expectations)
        for text in entry.no:
            yield Case(entry, text, ())


def _unwanted(entry: Entry, extraction: Extraction) -> list[str]:
    claims = extraction.claims
    if isinstance(entry, Sense):
        found = [entry.relation is not None and c.relation == entry.relation for c in claims]
    elif isinstance(entry, DenialCue):
        found = [c.relation == "DENIES" for c in claims]
    elif isinstance(entry, Operator):
        found = [_operated(entry, c) for c in claims]
    else:
        return [a.cue.text for a in _attributions(extraction) if a.cue is not None and _is_cue(entry, a.cue.text)]
    return [line for line, wrong in zip(shown(extraction), found, strict=True) if wrong]


def _operated(entry: Operator, claim: Claim) -> bool:
    if entry.effect in ("light", "reverse"):
        return claim.relation is not None and claim.predicate.startswith(f"{entry.lemma} ")
    if entry.negative and claim.polarity is Polarity.NEGATIVE:
        return True
    return entry.modality is not None and claim.modality.value == entry.modality


def _attributions(extraction: Extraction) -> Iterator[Attribution]:
    yield from extraction.attributions
    for claim in extraction.claims:
        yield from claim.attribution


def _is_cue(entry: Cue, words: str) -> bool:
    return words.casefold().startswith(entry.lemma.split()[0][:4])
