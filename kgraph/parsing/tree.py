"""The dependency tree of a Doc as plain lists: quick to walk, and open to repair without touching the Doc.

Token numbers are the Doc's. Everything above this room reads the tree, never the Doc's own heads.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from typing import Any

import numpy
from spacy.attrs import DEP, ENT_TYPE, HEAD, LEMMA, ORTH, POS, SENT_START, SPACY, TAG  # type: ignore[import-not-found]
from spacy.tokens import Doc

_ATTRS = [LEMMA, POS, TAG, DEP, ENT_TYPE, HEAD, SENT_START]
_CLOSING, _OPENING = frozenset({"'", "’", '"', "”"}), frozenset({"‘", "“"})
_SENTENCE_END = frozenset({".", "!", "?", ":", ";", '"', "”", "'", "’", "…"})


class Tree:
    """Words, tags, heads and children of one article."""

    __slots__ = (
        "children",
        "dep",
        "ent",
        "head",
        "idx",
        "lemma",
        "lower",
        "paragraph_of",
        "paragraphs",
        "pos",
        "sentence_of",
        "sentences",
        "tag",
        "text",
        "words",
    )

    def __init__(
        self,
        text: str,
        words: Sequence[str],
        *,
        idx: Sequence[int],
        lemma: Sequence[str],
        pos: Sequence[str],
        tag: Sequence[str],
        dep: Sequence[str],
        head: Sequence[int],
        ent: Sequence[str],
        sentences: Sequence[tuple[int, int]],
        paragraphs: Sequence[tuple[int, int]],
    ) -> None:
        self.text = text
        self.words, self.idx = list(words), list(idx)
        self.lower = [word.lower() for word in words]
        self.lemma, self.pos, self.tag, self.dep = list(lemma), list(pos), list(tag), list(dep)
        self.head, self.ent = list(head), list(ent)
        self.sentences, self.paragraphs = list(sentences), list(paragraphs)
        self.sentence_of = [0] * len(self.words)
        for number, (start, end) in enumerate(self.sentences):
            self.sentence_of[start:end] = [number] * (end - start)
        self.paragraph_of = [-1] * len(self.words)
        for number, (start, end) in enumerate(self.paragraphs):
            self.paragraph_of[start:end] = [number] * (end - start)
        self.children: list[list[int]] = [[] for _ in self.words]
        for i, h in enumerate(self.head):
            if h != i and pos[i] != "SPACE":  # white space between paragraphs is nobody's child
                self.children[h].append(i)

    @classmethod
    def of(cls, doc: Doc, text: str | None = None) -> Tree:
        """The tree of a parsed Doc. ``text`` is the article's text when it differs from the Doc's in line breaks."""
        words, spaces = words_and_spaces(doc)
        lemma, pos, tag, dep, ent, *numbers = doc.to_array(_ATTRS).T
        head, first = (column.astype("int64") for column in numbers)
        strings = doc.vocab.strings
        return cls(
            doc.text if text is None else text,
            words,
            idx=list(accumulate(map(_with_space, words, spaces), initial=0))[: len(words)],
            lemma=[word.lower() for word in _texts(strings, lemma)],
            pos=_texts(strings, pos),
            tag=_texts(strings, tag),
            dep=_texts(strings, dep),
            head=(head + numpy.arange(len(words))).tolist(),
            ent=_texts(strings, ent),
            sentences=_sentences(first.tolist()) if doc.has_annotation("SENT_START") else [],
            paragraphs=doc.user_data.get("kgraph.paragraphs") or [(0, len(doc))],
        )

    def __len__(self) -> int:
        return len(self.words)

    def attach(self, token: int, head: int, dep: str) -> None:
        """Hang ``token`` under ``head``: how a known parser error is repaired.

        Nothing is hung below itself: two repairs that each want the other's place would make a ring without an end.
        """
        if head != token and token in self.ancestors(head):
            return
        old = self.head[token]
        if old != token:
            self.children[old].remove(token)
        self.head[token], self.dep[token] = head, dep
        if head != token:
            self.children[head].append(token)
            self.children[head].sort()

    def take_place(self, token: int, other: int) -> None:
        """Hang ``token`` where ``other`` hangs, so that ``other`` can be hung below it."""
        above, dep = self.head[other], self.dep[other]
        self.attach(token, token if above == other else above, dep)

    def kids(self, token: int, *deps: str) -> list[int]:
        """Children of ``token`` with one of the labels, in text order."""
        dep = self.dep
        return [child for child in self.children[token] if dep[child] in deps]

    def kid(self, token: int, *deps: str) -> int | None:
        dep = self.dep
        for child in self.children[token]:
            if dep[child] in deps:
                return child
        return None

    def subtree(self, token: int) -> list[int]:
        """``token`` and everything below it, in text order."""
        out, stack = [], [token]
        while stack:
            i = stack.pop()
            out.append(i)
            stack.extend(self.children[i])
        out.sort()
        return out

    def ancestors(self, token: int) -> Iterator[int]:
        """From the head of ``token`` up to the root."""
        seen = {token}
        while (up := self.head[token]) not in seen:
            yield up
            seen.add(up)
            token = up

    def span(self, tokens: Sequence[int]) -> tuple[int, int]:
        """Character offsets from the first to the last of the tokens, white space and closing marks trimmed."""
        first, last = min(tokens), max(tokens)
        while last > first and self.pos[last] == "SPACE":
            last -= 1
        while first < last and self.pos[first] == "SPACE":
            first += 1
        return self.idx[first], self.idx[last] + len(self.words[last])

    def is_headline(self, token: int) -> bool:
        """Whether the token stands in a paragraph of a few words that does not end like a sentence."""
        number = self.paragraph_of[token]
        if number < 0:
            return False
        start, end = self.paragraphs[number]
        last = end - 1
        if self.words[last] in _CLOSING and last > start:
            last -= 1  # "Navy chief 'blamed Spain'"
        return end - start <= 25 and self.words[last] not in _SENTENCE_END

    def sentence(self, token: int) -> tuple[int, int]:
        return self.sentences[self.sentence_of[token]]


def words_and_spaces(doc: Doc) -> tuple[list[str], list[bool]]:
    """The words of a Doc, and whether a space follows each. Far quicker than one Token after the other."""
    orth, spaces = doc.to_array([ORTH, SPACY]).T
    return _texts(doc.vocab.strings, orth), spaces.astype(bool).tolist()


def _texts(strings: Any, column: Any) -> list[str]:
    numbers = column.tolist()
    known = {number: strings[number] if number else "" for number in set(numbers)}
    return [known[number] for number in numbers]


def _with_space(word: str, space: bool) -> int:
    return len(word) + space


def _sentences(first: list[int]) -> list[tuple[int, int]]:
    """Ranges of tokens, from the column that marks with 1 what begins a sentence."""
    starts = [i for i, mark in enumerate(first) if mark == 1 or i == 0]
    return list(pairwise([*starts, len(first)]))
