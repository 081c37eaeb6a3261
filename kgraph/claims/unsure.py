"""Hedges that name nobody: "suspected rebels burned a bus", "the story goes that", "if the ministry is right".

What they hedge is not the article's own word, and nobody else's either.
"""

from __future__ import annotations

from kgraph.claims.context import Context, Draft
from kgraph.model import Modality
from kgraph.parsing import Tree

_TALES = frozenset("account argument legend myth rumor rumour saying story tale theory".split())
_TRUE = frozenset("accurate correct credible genuine right true truthful".split())


def alleged_noun(context: Context, noun: int) -> Modality | None:
    """ "The alleged attack", "a suspected strike", by the adjective's own modality."""
    for child in context.tree.kids(noun, "amod"):
        cue = context.lexicon.cues.get((context.tree.lower[child], "adj"))
        if cue is not None and "noun" in cue.content:
            return Modality(cue.modality)
    return None


def by_alleged(context: Context, draft: Draft) -> Modality | None:
    """ "The alleged attack by Chad killed nine", "suspected rebels burned a bus": whether they did it is open."""
    if draft.predication.kind != "verb":
        return None
    return next(filter(None, (alleged_noun(context, head) for head in draft.predication.subject)), None)


def is_tale(tree: Tree, verb: int) -> bool:
    """ "The theory goes that": people say so."""
    subject = tree.kid(verb, "nsubj")
    return tree.lemma[verb] in ("go", "run") and subject is not None and tree.lemma[subject] in _TALES


def is_if_true(tree: Tree, head: int) -> bool:
    """ "If the ministry is right, Iran shipped drones and paid for them": as true as what the ministry says."""
    while tree.dep[head] == "conj" and tree.pos[tree.head[head]] in ("VERB", "AUX"):
        head = tree.head[head]
    for clause in tree.kids(head, "advcl"):
        if any(tree.lower[mark] == "if" for mark in tree.kids(clause, "mark")):
            words = {tree.lemma[c] for c in tree.kids(clause, "acomp")}
            believed = [c for c in tree.kids(clause, "xcomp") if tree.lemma[c] == "believe"]
            if words & _TRUE or believed:
                return True
    return False


def is_left_open(tree: Tree, head: int) -> bool:
    """ "It depends on whether China attacks and Japan answers": neither is told as done."""
    while tree.dep[head] == "conj" and tree.pos[tree.head[head]] in ("VERB", "AUX"):
        head = tree.head[head]
    return any(tree.lower[mark] == "whether" for mark in tree.kids(head, "mark"))
