"""Clefts: "It was Kenya that attacked Somalia" says that Kenya did, and "it was not Kenya that did" that it did not."""

from __future__ import annotations

from kgraph.clauses.voice import own_subject
from kgraph.parsing import Tree


def cleft(tree: Tree, verb: int) -> None:
    """Give the verb behind "that" the one whom the cleft names for its subject, and "not" with him."""
    be, that = tree.head[verb], own_subject(tree, verb)
    named = be if tree.dep[verb] == "relcl" else tree.kid(be, "attr")
    if named == be:
        be = tree.head[named]
    if (
        that is None
        or named is None
        or tree.lower[that] not in ("that", "who")
        or tree.pos[that] not in ("PRON", "SCONJ")
    ):
        return
    it = tree.kid(be, "nsubj")
    clause = tree.dep[verb] in ("ccomp", "relcl", "advcl") and tree.dep[named] == "attr" and named < that < verb
    if (
        not clause
        or tree.lemma[be] != "be"
        or it is None
        or tree.lower[it] != "it"
        or tree.pos[named] not in ("PROPN", "NOUN")
    ):
        return
    if tree.subtree(verb)[0] != that or tree.kid(be, "aux") is not None:
        return
    if tree.pos[named] == "NOUN" and not any(tree.lower[det] == "the" for det in tree.kids(named, "det")):
        return  # "it was a war that killed thousands" tells what the war was
    for word in tree.kids(be, "neg"):
        tree.attach(word, verb, "neg")
    tree.take_place(verb, be)
    tree.attach(that, verb, "mark")
    tree.attach(named, verb, tree.dep[that] if tree.dep[that] == "nsubjpass" else "nsubj")
    tree.attach(be, verb, "dep")
    tree.pos[be] = "X"
