"""The exact words of a claim: from its subject to the end of its arguments, without the clauses coordinated with it."""

from __future__ import annotations

from kgraph.claims.context import Context, Draft
from kgraph.clauses.voice import own_subject
from kgraph.parsing.apposed import takes_up


def evidence_of(context: Context, draft: Draft) -> tuple[int, int]:
    """Token range inside one sentence (a quotation over several sentences makes it longer)."""
    tree, predication = context.tree, draft.predication
    top = predication.carrier if predication.carrier is not None else predication.head
    first_of, last_of = tree.sentence(predication.head)
    tokens = {t for t in _clause(context, top) if first_of <= t < last_of}
    # the subject of a gerund or infinitive stands outside its words: "accused Turkey of sending fighters"
    outside = (
        draft.predication.kind == "verb" and tree.tag[draft.head] in ("VBG", "VB") and own_subject(tree, top) is None
    )
    for spotted in (*(() if outside else draft.subject), *draft.object, *draft.recipient):
        if first_of <= spotted.head < last_of and abs(spotted.head - predication.head) <= 60:
            tokens |= set(range(max(spotted.start, first_of), min(spotted.end, last_of)))
    start, end = min(tokens), max(tokens) + 1
    if tree.lower[start] == "that" and tree.dep[start] == "mark":
        start += 1
    while end - 1 > start and tree.pos[end - 1] in ("PUNCT", "SPACE", "CCONJ"):
        end -= 1
    while start < end - 1 and tree.pos[start] in ("PUNCT", "SPACE", "CCONJ"):
        start += 1
    return start, end


def _clause(context: Context, top: int) -> list[int]:
    tree = context.tree
    out, stack = [], [top]
    while stack:
        token = stack.pop()
        out.append(token)
        for child in tree.children[token]:
            dep = tree.dep[child]
            if dep == "conj" and tree.pos[child] in ("VERB", "AUX") and tree.pos[token] in ("VERB", "AUX"):
                continue  # the next verb is the next claim
            if (
                dep == "relcl"
                and child > top
                and any(tree.words[t] == "," for t in range(max(token, child - 3), child))
            ):
                continue  # ", which is denied by": another claim
            if child > top and takes_up(tree, child):
                continue
            if dep == "parataxis" and child > token and (tree.lemma[child], "verb") in context.lexicon.cues:
                continue  # ", residents said": where it ends the clause it is none of its words
            if dep in ("cc", "punct") and token == top and child > top:
                continue
            stack.append(child)
    return out
