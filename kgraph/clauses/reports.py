"""Reports and conditions whose clause small parsers hang elsewhere: "There were reports that Chad had bombed the camp".

Only the tree is changed. The sentences are in ``tests/claims/sentences_unsaid.txt``.
"""

from __future__ import annotations

from kgraph.clauses.nominal import ELICITING
from kgraph.language import Lexicon
from kgraph.parsing import Tree

_REACTIONS = frozenset(
    "anger condemnation criticism denial fury outcry outrage protest rebuke rebuttal refutation reply reprimand "
    "response retort".split()
)
_FEW = frozenset({"little", "no", "scant"})
_CONDITIONAL = frozenset({"assuming", "provided", "providing", "supposing"})


def there_are_reports(tree: Tree, verb: int, lexicon: Lexicon) -> None:
    """ "There was speculation that Chad had bombed it": the clause is what is speculated."""
    if tree.lemma[verb] not in ("be", "remain") or tree.kid(verb, "expl") is None:
        return
    noun, clause = tree.kid(verb, "attr", "nsubj"), tree.kid(verb, "ccomp", "advcl")
    if noun is None:
        return
    few = any(tree.lower[word] in _FEW for word in tree.kids(noun, "det", "neg", "amod"))
    if few and tree.lemma[noun] == "doubt":  # "there is little doubt that": nobody is said to doubt it
        for said in tree.kids(noun, "acl"):
            tree.attach(said, verb, "ccomp")
    if few or clause is None or clause < noun or tree.kid(noun, "acl") is not None:
        return
    known = (tree.lemma[noun], "noun") in lexicon.cues or (tree.lemma[noun], "noun") in lexicon.denials
    if known and any(tree.lower[mark] == "that" for mark in tree.kids(clause, "mark")):
        tree.attach(clause, noun, "acl")


def let_it_be_known(tree: Tree, verb: int) -> None:
    """ "Sudan let it be known that Chad had bombed it": Sudan says so, and allows nothing."""
    known = tree.kid(verb, "ccomp", "xcomp")
    if tree.lower[verb + 1 : verb + 4] != ["it", "be", "known"] or known != verb + 3 or tree.lemma[verb] != "let":
        return
    clause = tree.kid(known, "ccomp")
    if clause is not None:
        tree.lemma[verb], tree.dep[known] = "announce", "dep"
        tree.pos[known] = "X"
        tree.attach(clause, verb, "ccomp")


def provided_that(tree: Tree, verb: int) -> None:
    """ "Provided that Iran frees them", "assuming it does": a condition, and nobody's deed."""
    clause, main = tree.kid(verb, "ccomp"), tree.head[verb]
    if tree.lower[verb] not in _CONDITIONAL or tree.dep[verb] not in ("advcl", "prep") or clause is None:
        return
    if tree.kid(verb, "nsubj", "aux", "dobj") is None and tree.subtree(verb)[0] == verb < clause:
        tree.attach(clause, main, "advcl")
        tree.attach(verb, clause, "mark")
        tree.pos[verb], tree.lower[verb] = "SCONJ", "provided"


def reaction(tree: Tree, verb: int) -> None:
    """ "Sudan said Chad had bombed it, drawing a denial from Chad": the saying draws it, by the author's word."""
    content = tree.head[verb]
    report, thing = tree.head[content], tree.kid(verb, "dobj")
    if tree.dep[verb] != "advcl" or tree.tag[verb] != "VBG" or thing is None or tree.dep[content] != "ccomp":
        return
    if tree.lemma[verb] in ELICITING and tree.lemma[thing] in _REACTIONS and report < content < verb:
        tree.attach(verb, report, "advcl")
