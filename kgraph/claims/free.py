"""Quotations without a cue of their own: whoever spoke last in the paragraph goes on.

A paragraph that is nothing but a quotation goes on for the one who was quoted in the paragraph before.
"""

from __future__ import annotations

from kgraph.claims.context import Context, Said
from kgraph.claims.quotations import Quotation
from kgraph.claims.ranges import merge
from kgraph.model import ActorKind

_PEOPLE = frozenset({ActorKind.PERSON, ActorKind.OFFICE, ActorKind.UNNAMED})
_SHOWING = frozenset({"show", "find", "indicate", "reveal", "suggest", "imply"})  # figures do, and say nothing
_SHORTEST = 4  # tokens: fewer are an echo or a name


def free_quotations(context: Context, found: list[Said], quotes: list[Quotation]) -> list[Said]:
    """``found``, with every quotation that nobody has said yet given to the speaker before it."""
    tree = context.tree
    for quote in quotes:
        inside = set(range(quote.start, quote.end))
        if len(inside) < _SHORTEST or any(said.tokens & inside and said.head not in quote for said in found):
            continue
        if not any(tree.pos[t] in ("VERB", "AUX") for t in inside):
            continue
        last = _speaker_before(context, found, quote)
        if last is None:
            context.refuse(quote.start, "a quotation, and it is not certain whose", "attribution")
        else:
            last.content = merge([*last.content, (quote.start, quote.end)])
            last.tokens |= inside
    return found


def _speaker_before(context: Context, found: list[Said], quote: Quotation) -> Said | None:
    tree = context.tree
    here = tree.paragraph_of[quote.start]
    spoken = [said for said in found if said.sources and said.tokens and said.head < quote.start]
    before = [said for said in spoken if said.quoted and tree.paragraph_of[said.head] == here]
    before = before or [said for said in spoken if _reports_before(context, said, quote)]
    if not before and _nothing_else(context, quote):
        before = [said for said in spoken if said.quoted and tree.paragraph_of[said.head] == here - 1]
        if len({said.sources[0].start for said in before}) > 1:
            return None  # two speakers: it could be either
    return max(before, key=lambda said: said.head, default=None)


def _reports_before(context: Context, said: Said, quote: Quotation) -> bool:
    """Somebody is reported in the sentence before the quotation: 'She said the road was open. "We wait."'"""
    tree = context.tree
    first = tree.sentence_of[quote.start]
    says = said.relation == "SAYS" and tree.lemma[said.head] not in _SHOWING
    near = says and first - tree.sentence_of[said.head] <= 1
    opens = tree.words[quote.start][:1].isupper() and quote.start - 1 <= tree.sentences[first][0] + 1
    person = any(source.actor is not None and source.actor.kind in _PEOPLE for source in said.sources)
    return near and opens and person and tree.paragraph_of[said.head] == tree.paragraph_of[quote.start]


def _nothing_else(context: Context, quote: Quotation) -> bool:
    tree = context.tree
    start, end = tree.paragraphs[tree.paragraph_of[quote.start]]
    if any(tree.words[t] == ":" for t in range(quote.start, min(quote.start + 4, quote.end))):
        return False  # "“DIALLO: Not at all.”": the next speaker of a transcript
    return all(tree.pos[t] in ("PUNCT", "SPACE") for t in (*range(start, quote.start), *range(quote.end, end)))
