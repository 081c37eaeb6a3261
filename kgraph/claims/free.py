"""Quotations without a cue of their own, in a paragraph where somebody was just quoted: the same speaker goes on."""

from __future__ import annotations

from kgraph.claims.context import Context, Said
from kgraph.claims.quotations import Quotation
from kgraph.claims.ranges import merge


def free_quotations(context: Context, found: list[Said], quotes: list[Quotation]) -> list[Said]:
    """A quotation without a cue of its own, in a paragraph where somebody was just quoted, is the same speaker's."""
    tree = context.tree
    for quote in quotes:
        inside = set(range(quote.start, quote.end))
        if quote.end - quote.start < 4 or any(said.tokens & inside and said.head not in quote for said in found):
            continue
        if not any(tree.pos[t] in ("VERB", "AUX") for t in range(quote.start, quote.end)):
            continue
        before = [
            said
            for said in found
            if said.quoted
            and said.sources
            and tree.paragraph_of[said.head] == tree.paragraph_of[quote.start]
            and said.head < quote.start
        ]
        if not before:
            continue
        last = max(before, key=lambda said: said.head)
        last.content = merge([*last.content, (quote.start, quote.end)])
        last.tokens |= set(range(quote.start, quote.end))
    return found
