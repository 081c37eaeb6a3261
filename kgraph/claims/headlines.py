"""Quotation marks in headlines: "Navy chief 'blamed Spain'" is somebody's word, and the headline does not say whose."""

from __future__ import annotations

from kgraph.parsing import Tree

_MARKS = frozenset({"'", "‘", "’", '"', "“", "”", "``", "''"})


def is_in_quotes(tree: Tree, token: int) -> bool:
    """Whether a headline puts the token between marks."""
    if not tree.is_headline(token):
        return False
    start, end = tree.paragraphs[tree.paragraph_of[token]]
    before = sum(tree.words[t] in _MARKS for t in range(start, token))
    return before % 2 == 1 and any(tree.words[t] in _MARKS for t in range(token + 1, end))
