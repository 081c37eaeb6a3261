"""Why an article was read as it was, sentence by sentence. Made only for somebody who asks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from kgraph.model import Extraction


@dataclass(frozen=True, slots=True)
class Branch:
    """A line of a sentence's tree: how deep it stands, its label and its words, small words gathered round their head.

    ``was``: where the parser had hung it, when a rule has mended the tree.
    """

    depth: int
    label: str
    words: str
    was: str | None = None


@dataclass(frozen=True, slots=True)
class Refusal:
    """A candidate that came to nothing: its word, what it would have been ("claim", "denial" ...), and why not."""

    word: str
    what: str
    why: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """What stands behind one sentence: characters ``start`` to ``end`` of the article's text."""

    start: int
    end: int
    tree: tuple[Branch, ...]
    refused: tuple[Refusal, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """An extraction with its reasons. ``entries``: claim id -> place of the lexicon's entry that gave its relation."""

    extraction: Extraction
    sentences: tuple[Sentence, ...] = ()
    entries: Mapping[str, str] = field(default_factory=dict)
