"""The dependency tree of a Doc as plain lists: quick to walk, and open to repair without touching the Doc.

Token numbers are the Doc's. Everything above this room reads the tree, never the Doc's own heads.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc

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
        ranges = doc.user_data.get("kgraph.paragraphs") or [(0, len(doc))]
        tokens = list(doc)
        return cls(
            doc.text if text is None else text,
            [token.text for token in tokens],
            idx=[token.idx for token in tokens],
            lemma=[token.lemma_.lower() for token in tokens],
            pos=[token.pos_ for token in tokens],
            tag=[token.tag_ for token in tokens],
            dep=[token.dep_ for token in tokens],
            head=[token.head.i for token in tokens],
            ent=[token.ent_type_ for token in tokens],
            sentences=[(sent.start, sent.end) for sent in doc.sents] if doc.has_annotation("SENT_START") else [],
            paragraphs=ranges,
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
        if self.words[last] in _CLOSING and self.words[start] not in _CLOSING | _OPENING:
            last -= 1  # "Navy chief 'blamed Spain'"
        return end - start <= 25 and self.words[last] not in _SENTENCE_END

    def sentence(self, token: int) -> tuple[int, int]:
        return self.sentences[self.sentence_of[token]]
