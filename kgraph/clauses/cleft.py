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
    negations = tree.kids(be, "neg")
    _into_the_clause(tree, verb, be, that, named, "nsubjpass" if tree.dep[that] == "nsubjpass" else "nsubj", negations)


def cleft_object(tree: Tree, verb: int) -> None:
    """ "It was Libya that Tunisia condemned", "it was to Libya that Tunisia sent troops": whom or where to."""
    be, subject, that = tree.head[verb], own_subject(tree, verb), tree.subtree(verb)[0]
    if tree.dep[verb] == "relcl" and tree.dep[be] == "attr":
        be = tree.head[be]
    if tree.dep[verb] not in ("ccomp", "advcl", "relcl") or tree.lemma[be] != "be" or tree.lower[that] != "that":
        return
    it = tree.kid(be, "nsubj")
    plain = it is not None and tree.lower[it] == "it" and tree.kid(be, "aux", "acomp") is None
    if not plain or subject is None or subject <= that or be > that:
        return
    named, preposition = tree.kid(be, "attr"), tree.kid(be, "prep")
    lacking = all(tree.lower[thing] == "that" for thing in tree.kids(verb, "dobj"))
    if named is not None and not (tree.pos[named] == "PROPN" and lacking):
        return
    moved = preposition if named is None else named
    if moved is None or moved > that:
        return
    negations = [*tree.kids(be, "neg"), *tree.kids(moved, "neg")]
    _into_the_clause(tree, verb, be, that, moved, "prep" if named is None else "dobj", negations)


def _into_the_clause(tree: Tree, verb: int, be: int, that: int, moved: int, dep: str, negations: list[int]) -> None:
    """Make the clause behind "that" the whole sentence, with what the cleft set before it, and its "not"."""
    for word in negations:
        tree.attach(word, verb, "neg")
    tree.take_place(verb, be)
    tree.attach(that, verb, "mark")
    tree.attach(moved, verb, dep)
    tree.attach(be, verb, "dep")
    tree.pos[be] = "X"
