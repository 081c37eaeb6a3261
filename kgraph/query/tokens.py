"""Cut Cypher into words, names, strings and signs, each with its line. Knows no grammar; never guesses: text whose
cutting could differ between two engines is refused.

>>> [t.text for t in tokens("MATCH (a) // set\\nRETURN a.name")]
['MATCH', '(', 'a', ')', 'RETURN', 'a', '.', 'name']
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from kgraph.errors import UsageError


class Kind(Enum):
    WORD = "word"  # a keyword or a bare name
    NAME = "name"  # a `quoted name`, without its backticks
    STRING = "string"  # without its quotation marks
    NUMBER = "number"
    PARAMETER = "parameter"  # without the $
    SIGN = "sign"


@dataclass(frozen=True, slots=True)
class Token:
    kind: Kind
    text: str
    line: int
    start: int
    end: int

    @property
    def word(self) -> str:
        """Upper case, for a bare word; empty for everything else, so that a `quoted` keyword is never one."""
        return self.text.upper() if self.kind is Kind.WORD else ""


# One alternative a kind. A comment ends at the line feed; strings and `names` may run over lines. A number that runs
# into letters ("1SET") and zero-width characters match nothing: engines cut them differently.
_PATTERN = re.compile(
    r"""
      (?P<space>\s+)
    | (?P<line>//[^\n]*)
    | (?P<block>/\*.*?\*/)
    | (?P<string>'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")
    | (?P<name>`(?:[^`]|``)*`)
    | (?P<parameter>\$(?:[^\W]\w*|`(?:[^`]|``)*`))
    | (?P<number>(?:0[xX][0-9a-fA-F]+|0o[0-7]+|\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)(?!\w))
    | (?P<word>[^\W\d]\w*)
    | (?P<sign>\.\.|<=|>=|<>|=~|->|<-|\+=|\|\||::|/(?!\*)|[-+*%^=<>()\[\]{},.:;|&!?])
    """,
    re.VERBOSE | re.DOTALL,
)
# Some engines end a line here and others do not: the same text would be a comment in one and a clause in the other.
_ODD_LINE_ENDS = re.compile("[\r\v\f\x1c-\x1e\x85\u2028\u2029]")


def tokens(cypher: str) -> Iterator[Token]:
    """Raises: UsageError, with the line, for text that is not closed or not Cypher."""
    text = cypher.replace("\r\n", "\n")
    if odd := _ODD_LINE_ENDS.search(text):
        place = f"line {text.count(chr(10), 0, odd.start()) + 1}"
        raise UsageError(f"an unusual line end (U+{ord(odd.group()):04X})", place=place, hint="use plain line ends")
    position, line = 0, 1
    while position < len(text):
        match = _PATTERN.match(text, position)
        if match is None:
            raise UsageError(_cannot_read(text, position), place=f"line {line}", hint="close it or take it out")
        kind, piece = match.lastgroup or "", match.group()
        if kind not in ("space", "line", "block"):
            yield Token(Kind(kind), _bare(kind, piece), line, position, match.end())
        line += piece.count("\n")
        position = match.end()


def _bare(kind: str, piece: str) -> str:
    if kind == "string":
        return piece[1:-1]
    if kind == "name":
        return piece[1:-1].replace("``", "`")
    if kind == "parameter":
        return piece[2:-1].replace("``", "`") if piece.startswith("$`") else piece[1:]
    return piece


def _cannot_read(text: str, position: int) -> str:
    if text.startswith("$(", position):
        return "a label or type cannot come from a value: write a statement for each of them"
    opened = {"'": "a string", '"': "a string", "`": "a `name`"}.get(text[position])
    if opened is None and text.startswith("/*", position):
        opened = "a comment"
    return f"{opened} is not closed" if opened else f"cannot read {text[position]!r}"
