"""Where the words of a Cypher statement stand: in which subquery, clause, part and item, in which brackets.

>>> from kgraph.query.tokens import tokens
>>> text = Text(list(tokens("MATCH (a) WITH a.x AS x, count(*) AS n WHERE n > 2 RETURN x")))
>>> [(p.keyword, p.part, p.item) for p in text.places][-5:-1]
[('WITH', 'WHERE', 0), ('WITH', 'WHERE', 0), ('WITH', 'WHERE', 0), ('RETURN', '', 0)]
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from kgraph.query.tokens import Kind, Token

CLAUSES = frozenset(("CALL", "MATCH", "OPTIONAL", "RETURN", "UNION", "UNWIND", "WITH", "FINISH"))
PARTS = frozenset(("WHERE", "ORDER", "SKIP", "OFFSET", "LIMIT"))
_OPEN, _CLOSE = ("(", "[", "{"), (")", "]", "}")


@dataclass(slots=True)
class Place:
    """Where a token stands: in which statement or subquery, which clause of it, which part and item of that."""

    frame: int
    clause: int
    keyword: str
    part: str
    item: int


@dataclass(slots=True)
class _Frame:
    """A statement, or a subquery in braces, while its tokens are walked through."""

    number: int
    depth: int
    clause: int = 0
    keyword: str = ""
    part: str = ""
    item: int = 0


@dataclass(slots=True)
class Text:
    """Tokens with the place of each and the bracket that closes each open one."""

    tokens: list[Token]
    places: list[Place] = field(init=False)
    closed: dict[int, int] = field(init=False)

    def __post_init__(self) -> None:
        self.places, self.closed = [], {}
        frames = [_Frame(0, 0)]
        opened: list[int] = []
        made = 1
        for index, token in enumerate(self.tokens):
            sign = token.text if token.kind is Kind.SIGN else ""
            frame = frames[-1]
            if sign in _CLOSE and opened:
                self.closed[opened.pop()] = index
                if len(frames) > 1 and len(opened) < frame.depth:
                    frames.pop()
                    frame = frames[-1]
            elif len(opened) == frame.depth:
                self._advance(frame, index)
                frame.item += sign == ","
            self.places.append(Place(frame.number, frame.clause, frame.keyword, frame.part, frame.item))
            if sign in _OPEN:
                opened.append(index)
                if sign == "{" and self._is_subquery(index):
                    frames.append(_Frame(made, len(opened)))
                    made += 1

    def _advance(self, frame: _Frame, index: int) -> None:
        """Begin the clause or the part that the token opens, if it opens one."""
        if index and self.tokens[index - 1].text in (".", ":"):
            return
        word = self.tokens[index].word
        if word in CLAUSES and not (word == "WITH" and self.word(index - 1) in ("STARTS", "ENDS")):
            frame.clause, frame.keyword, frame.part, frame.item = frame.clause + 1, word, "", 0
        elif word in PARTS:
            frame.part, frame.item = word, 0

    def _is_subquery(self, index: int) -> bool:
        if self.word(index - 1) in ("EXISTS", "COUNT", "COLLECT", "CALL"):
            return True
        return self.word(index + 1) in CLAUSES and self.sign(index + 2) != ":"

    def word(self, index: int) -> str:
        return self.tokens[index].word if 0 <= index < len(self.tokens) else ""

    def sign(self, index: int) -> str:
        inside = 0 <= index < len(self.tokens) and self.tokens[index].kind is Kind.SIGN
        return self.tokens[index].text if inside else ""

    def is_text(self, index: int) -> bool:
        return 0 <= index < len(self.tokens) and self.tokens[index].kind is Kind.STRING

    def words(self, wanted: frozenset[str] | set[str]) -> Iterator[int]:
        """Places of these words, where they are no property, label or type."""
        for index, token in enumerate(self.tokens):
            if token.word in wanted and self.sign(index - 1) not in (".", ":"):
                yield index

    def calls(self, wanted: frozenset[str] | set[str]) -> Iterator[int]:
        return (index for index in self.words(wanted) if self.sign(index + 1) == "(")

    def dotted(self, index: int) -> str:
        """The name with full stops that begins here, in small letters: ``db.index.fulltext.querynodes``."""
        name = ""
        for token in self.tokens[index:]:
            if not (token.text == "." if name and not name.endswith(".") else token.kind is Kind.WORD):
                break
            name += token.text.lower()
        return name

    def enclosing(self, index: int) -> Iterator[str]:
        """The functions in whose arguments a token stands."""
        for opened, closed in self.closed.items():
            if opened < index < closed and self.sign(opened) == "(":
                yield self.word(opened - 1)

    def innermost(self, index: int) -> str:
        """The bracket in which a token stands."""
        around = [opened for opened, closed in self.closed.items() if opened < index < closed]
        return self.sign(max(around)) if around else ""
