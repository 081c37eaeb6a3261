"""Sentences that are none: words out of order, as a broken scan or a scraper leaves them. Nothing is read in them.

Told by what English cannot have: "the of", "who which", three finite verbs or four countries side by side. One such
pair may be a slip or a title; two in a sentence, or a row, are not.
"""

from __future__ import annotations

from collections.abc import Iterator

from kgraph.claims.context import Context
from kgraph.model import ActorKind, Note

_ARTICLES = frozenset({"a", "an", "the"})
_NEVER_BEHIND_ONE = _ARTICLES | frozenset("and by does for had has have of or that to was were which who with".split())
_LINKS = frozenset({"who", "which", "that", "by", "of"})
_NEVER_BEHIND_THOSE = frozenset({"who", "of", "by", "and"})  # "of which", "that that" are English
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_VERBS, _COUNTRIES = 3, 4  # so many side by side
_ENOUGH = 2


def garbled_sentences(context: Context) -> set[int]:
    """The numbers of the garbled sentences; each gets a note."""
    tree = context.tree
    out = set()
    for number, (start, end) in enumerate(tree.sentences):
        if _faults(context, start, end) < _ENOUGH:
            continue
        out.add(number)
        a, b = tree.span(range(start, end))
        context.notes.append(Note("garbled-sentence", "the words are out of order; nothing was read here", a, b))
    return out


def _faults(context: Context, start: int, end: int) -> int:
    words = context.tree.lower
    faults = 0
    for token in range(start, end - 1):
        word, following = words[token], words[token + 1]
        if word in _ARTICLES:
            faults += following in _NEVER_BEHIND_ONE
        elif word in _LINKS:
            faults += following in _NEVER_BEHIND_THOSE
    return faults + _ENOUGH * any(_rows(context, start, end))


def _rows(context: Context, start: int, end: int) -> Iterator[bool]:
    tree = context.tree
    verbs = countries = 0
    for token in range(start, end):
        finite = tree.tag[token] in _FINITE and tree.pos[token] == "VERB" and tree.lower[token].isalpha()
        verbs = verbs + 1 if finite else 0
        countries = countries + 1 if tree.pos[token] == "PROPN" and _is_country(context, token) else 0
        yield verbs >= _VERBS or countries >= _COUNTRIES


def _is_country(context: Context, token: int) -> bool:
    return any(
        s.actor is not None and s.actor.kind is ActorKind.COUNTRY and s.end - s.start == 1 for s in context.at(token)
    )
