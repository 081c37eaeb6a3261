"""The model's own rules for parts of speech and morphology, looked up instead of matched.

Nearly all of these rules look at one token: its tag, its label and, of some words, the word. So what they say of such
a token is asked of spaCy's matcher once. A text with a token or a sequence that other rules speak of is left to spaCy.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import numpy
from spacy.attrs import DEP, IS_SPACE, LEMMA, LOWER, MORPH, POS, TAG  # type: ignore[import-not-found]
from spacy.language import Language
from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc

_NAME = "kgraph_attributes"
_SET = [POS, MORPH, LEMMA]
_LOOKS_AT = {"TAG", "DEP", "LOWER", "IS_SPACE"}

Key = tuple[int, int, int]
"""Tag, label, and the word where a rule names it, else 0."""


def look_up_attributes(nlp: Language) -> None:
    """Put this in the place of the pipeline's attribute ruler."""
    there = nlp.has_pipe("attribute_ruler") and "attribute_ruler" not in nlp.disabled
    if there and isinstance(nlp.get_pipe("attribute_ruler"), AttributeRuler):
        nlp.add_pipe(_NAME, after="attribute_ruler")
        nlp.disable_pipe("attribute_ruler")


def _looks_at_one_token(pattern: list[dict[str, Any]]) -> bool:
    word = pattern[0].get("LOWER", "")
    return len(pattern) == 1 and pattern[0].keys() <= _LOOKS_AT and (isinstance(word, str) or word.keys() == {"IN"})


def _words(pattern: list[dict[str, Any]]) -> list[str]:
    word = pattern[0].get("LOWER", {"IN": []})
    return [word] if isinstance(word, str) else list(word["IN"])


@Language.factory(_NAME, assigns=["token.pos", "token.morph", "token.lemma"])
def _attributes(nlp: Language, name: str) -> LookedUpAttributes:
    return LookedUpAttributes(nlp.get_pipe("attribute_ruler"))


class LookedUpAttributes:
    """An AttributeRuler that remembers what its rules say of a token."""

    def __init__(self, ruler: Any) -> None:
        self.ruler, self.vocab = ruler, ruler.vocab
        self.words: set[int] = set()
        self.others = Matcher(self.vocab)
        for number, pattern in enumerate(pattern for rule in ruler.patterns for pattern in rule["patterns"]):
            if _looks_at_one_token(pattern):
                self.words.update(map(self.vocab.strings.add, _words(pattern)))
            else:
                self.others.add(str(number), [pattern])
        self._known: dict[Key, tuple[int, ...] | None] = {}

    def __call__(self, doc: Doc) -> Doc:
        if not len(doc):
            return doc
        rows = None if self._is_special(doc) else self._rows(doc)
        if rows is None:
            done: Doc = self.ruler(doc)
            return done
        return doc.from_array(_SET, numpy.array(rows, dtype="uint64"))  # type: ignore[arg-type]

    def pipe(self, stream: Iterable[Doc], *, batch_size: int) -> Iterator[Doc]:
        return map(self, stream)

    def _is_special(self, doc: Doc) -> bool:
        return bool(
            doc.to_array([IS_SPACE]).any()
            or doc.has_annotation("POS")
            or doc.has_annotation("LEMMA")
            or self.others(doc, allow_missing=True)
        )

    def _rows(self, doc: Doc) -> list[tuple[int, ...]] | None:
        """Part of speech, morphology and lemma of every token; None when a rule sets something else."""
        rows = []
        for tag, dep, word in doc.to_array([TAG, DEP, LOWER]).tolist():
            key = (tag, dep, word if word in self.words else 0)
            row = self._known[key] if key in self._known else self._learn(key)
            if row is None:
                return None
            rows.append(row)
        return rows

    def _learn(self, key: Key) -> tuple[int, ...] | None:
        """What the rules say of a token; "x" is a word that no rule names."""
        tag, dep, word = (self.vocab.strings[number] if number else "" for number in key)
        alone = Doc(self.vocab, words=[word or "x"], tags=[tag], deps=[dep], heads=[0])
        if self.others(alone, allow_missing=True):
            return None
        before = alone.to_array([TAG, DEP]).tolist()
        alone = self.ruler(alone)
        set_others = alone.to_array([TAG, DEP]).tolist() != before
        self._known[key] = None if set_others else tuple(alone.to_array(_SET)[0].tolist())
        return self._known[key]
