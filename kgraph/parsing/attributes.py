"""The model's own rules for parts of speech and morphology, looked up instead of matched.

Nearly all of these rules look at one token: its tag, its label and, of some words, the word. So what they say of such
a token is asked of spaCy's matcher once, and so is what they say of the few sequences that some name ("there is"). A
text with a token that rules of another kind speak of is left to spaCy.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
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
Row = tuple[int, ...]
"""Part of speech, morphology and lemma."""


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
        self.sequences, self.others = Matcher(self.vocab), Matcher(self.vocab)
        self._beginning = _Beginning(self.vocab)
        for number, pattern in enumerate(pattern for rule in ruler.patterns for pattern in rule["patterns"]):
            if _looks_at_one_token(pattern):
                self.words.update(map(self.vocab.strings.add, _words(pattern)))
            elif all(token.keys() <= _LOOKS_AT for token in pattern):
                self.sequences.add(str(number), [pattern])
                self._beginning.add(pattern[0])
            else:
                self.others.add(str(number), [pattern])
        self._known: dict[tuple[Key, ...], list[Row] | None] = {}

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
        annotated = doc.to_array([IS_SPACE, POS, LEMMA]).any()
        return bool(annotated or (len(self.others) and self.others(doc, allow_missing=True)))

    def _rows(self, doc: Doc) -> list[Row] | None:
        """A row for every token; None when a rule sets something else, or two sequences overlap."""
        rows: list[Row] = []
        tokens = doc.to_array([TAG, DEP, LOWER]).tolist()
        for tag, dep, word in tokens:
            found = self._said_of(((tag, dep, word if word in self.words else 0),))
            if found is None:
                return None
            rows += found
        done = 0
        for start, end in self._found(doc, tokens):
            found = self._said_of(tuple(map(tuple, tokens[start:end])))
            if found is None or start < done:
                return None
            rows[start:end] = found
            done = end
        return rows

    def _found(self, doc: Doc, tokens: Iterable[Sequence[int]]) -> list[tuple[int, int]]:
        if not self._beginning.is_in(tokens):
            return []
        return sorted({(start, end) for _, start, end in self.sequences(doc, allow_missing=True)})

    def _said_of(self, key: tuple[Key, ...]) -> list[Row] | None:
        return self._known[key] if key in self._known else self._learn(key)

    def _learn(self, key: tuple[Key, ...]) -> list[Row] | None:
        """What the rules say of tokens that stand alone; "x" is a word that no rule names."""
        tags, deps, words = (
            [self.vocab.strings[number] if number else "" for number in column] for column in zip(*key, strict=True)
        )
        alone = Doc(self.vocab, words=[word or "x" for word in words], tags=tags, deps=deps, heads=[0] * len(key))
        before = alone.to_array([TAG, DEP]).tolist()
        alone = self.ruler(alone)
        set_others = alone.to_array([TAG, DEP]).tolist() != before
        self._known[key] = None if set_others else list(map(tuple, alone.to_array(_SET).tolist()))
        return self._known[key]


class _Beginning:
    """Whether a text has a token that some pattern may begin with: asked of each word once, and of few texts more."""

    def __init__(self, vocab: Any) -> None:
        self.vocab = vocab
        self.labels: set[int] = set()
        self.words: set[str] = set()
        self.forms: list[re.Pattern[str]] = []
        self.anything = False  # a pattern that begins with something else
        self._known: dict[int, bool] = {}

    def add(self, first: dict[str, Any]) -> None:
        word = first.get("LOWER")
        if isinstance(word, str):
            self.words.add(word)
        elif word is not None and word.keys() == {"IN"}:
            self.words.update(word["IN"])
        elif word is not None and word.keys() == {"REGEX"}:
            self.forms.append(re.compile(word["REGEX"]))
        elif isinstance(first.get("DEP"), str):
            self.labels.add(self.vocab.strings.add(first["DEP"]))
        else:
            self.anything = True

    def is_in(self, tokens: Iterable[Sequence[int]]) -> bool:
        if self.anything:
            return True
        labels, known = self.labels, self._known
        return any(dep in labels or (known[w] if w in known else self._learn(w)) for _, dep, w in tokens)

    def _learn(self, word: int) -> bool:
        text = self.vocab.strings[word]
        self._known[word] = text in self.words or any(form.search(text) for form in self.forms)
        return self._known[word]
