"""Quotations without quotation marks: "Macron reported: A red line has been crossed. I urge ..."

The colon opens. The rest of the sentence is the speaker's; following sentences of the paragraph are too while somebody
says "I" or "we" in them; the next named speaker or the next paragraph closes. A colon that ends its paragraph opens
the next one: its quotation, or the whole of it.
"""

from __future__ import annotations

from kgraph.claims.context import Context
from kgraph.claims.quotations import Quotation, entire
from kgraph.claims.ranges import Range
from kgraph.claims.speakers import FIRST_PERSON

_NEAR = 12  # tokens from the cue to its colon


def colon_content(context: Context, cue: int, quotes: list[Quotation]) -> list[Range]:
    """Token ranges of what follows the colon after the cue. A colon before a quotation in its line is left to it."""
    tree = context.tree
    if block := _next_paragraph(context, cue, quotes):
        return block
    _start, end = tree.sentence(cue)
    colon = next((t for t in range(cue + 1, min(end, cue + _NEAR)) if tree.words[t] == ":"), None)
    if colon is None or any(tree.pos[t] in ("VERB", "AUX") for t in range(cue + 1, colon)):
        return []
    if any(q.start - 1 <= t < q.end for t in (colon + 1, colon + 2) for q in quotes):
        return []
    stop = _next_speaker(context, colon + 1, end)
    paragraph = tree.paragraph_of[cue]
    number = tree.sentence_of[cue] + 1
    while stop == end and number < len(tree.sentences):
        a, b = tree.sentences[number]
        if tree.paragraph_of[a] != paragraph or not _goes_on(context, a, b):
            break
        stop = end = b
        number += 1
    while stop > colon + 1 and tree.pos[stop - 1] in ("PUNCT", "SPACE", "CCONJ"):
        stop -= 1
    return [(colon + 1, stop)] if stop > colon + 1 else []


def _next_paragraph(context: Context, cue: int, quotes: list[Quotation]) -> list[Range]:
    """ "The mayor wrote on his page:" and then, on a line of its own, what he wrote."""
    tree = context.tree
    number = tree.paragraph_of[cue]
    if number < 0 or number + 1 >= len(tree.paragraphs):
        return []
    last = tree.paragraphs[number][1] - 1
    if tree.words[last] != ":" or tree.dep[cue] != "ROOT" or tree.sentence_of[cue] != tree.sentence_of[last]:
        return []
    if tree.kid(cue, "ccomp", "dobj") is not None:
        return []  # "said the law has three parts:"
    start, end = tree.paragraphs[number + 1]
    first = next((q for q in quotes if q.start - start in (0, 1)), None)
    return [(start, end)] if first is None else [(q.start, q.end) for q in entire(quotes, first)]


def _next_speaker(context: Context, start: int, end: int) -> int:
    """Where ", and he added that" takes the word back."""
    tree = context.tree
    for token in range(start + 1, end):
        verb = (tree.lemma[token], "verb") in context.lexicon.cues and tree.pos[token] == "VERB"
        if not verb or tree.dep[token] != "conj" or tree.kid(token, "ccomp") is None:
            continue
        subject = tree.kid(token, "nsubj")
        if subject is not None and tree.lower[subject] not in FIRST_PERSON and subject > start:
            return min(tree.subtree(subject))
    return end


def _goes_on(context: Context, start: int, end: int) -> bool:
    return any(
        context.tree.lower[t] in FIRST_PERSON and context.tree.pos[t] in ("PRON", "DET") for t in range(start, end)
    )
