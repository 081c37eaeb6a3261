"""The model's own rule lemmatizer, asked once for each word, part of speech and morphology.

spaCy remembers what its rules made of a word, but not the far more frequent words that are left as they are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import numpy
from spacy.attrs import LEMMA, MORPH, ORTH, POS  # type: ignore[import-not-found]
from spacy.lang.en.lemmatizer import EnglishLemmatizer
from spacy.language import Language
from spacy.tokens import Doc

_NAME = "kgraph_lemmas"


def look_up_lemmas(nlp: Language) -> None:
    """Put this in the place of the pipeline's lemmatizer, where that is the English one with rules."""
    if nlp.has_pipe("lemmatizer") and "lemmatizer" not in nlp.disabled and _is_known(nlp.get_pipe("lemmatizer")):
        nlp.add_pipe(_NAME, after="lemmatizer")
        nlp.disable_pipe("lemmatizer")


def _is_known(lemmatizer: Any) -> bool:
    return type(lemmatizer) is EnglishLemmatizer and lemmatizer.mode == "rule"


@Language.factory(_NAME, assigns=["token.lemma"])
def _lemmas(nlp: Language, name: str) -> LookedUpLemmas:
    return LookedUpLemmas(nlp.get_pipe("lemmatizer"))


class LookedUpLemmas:
    """An EnglishLemmatizer that remembers every word."""

    def __init__(self, lemmatizer: Any) -> None:
        self.lemmatizer, self.strings = lemmatizer, lemmatizer.vocab.strings
        self._known: dict[tuple[int, int, int], int] = {}

    def __call__(self, doc: Doc) -> Doc:
        lemmas, known = [], self._known
        for at, (word, pos, morph, there) in enumerate(doc.to_array([ORTH, POS, MORPH, LEMMA]).tolist()):
            if there and not self.lemmatizer.overwrite:
                lemmas.append(there)
                continue
            key = (word, pos, morph)
            if key not in known:
                known[key] = self.strings.add(self.lemmatizer.lemmatize(doc[at])[0])
            lemmas.append(known[key])
        return doc.from_array([LEMMA], numpy.array(lemmas, dtype="uint64")) if lemmas else doc  # type: ignore[arg-type]

    def pipe(self, stream: Iterable[Doc], *, batch_size: int) -> Iterator[Doc]:
        return map(self, stream)
