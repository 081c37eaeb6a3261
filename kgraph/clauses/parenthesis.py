"""A phrase between commas that parts a verb from its object: "seized, in the course of the operation, six rifles".

Official prose is full of it, and small parsers take the object for an apposition, a date or the next verb's subject.
Only the tree is changed. The sentences are in ``tests/claims/sentences_matters.txt``.
"""

from __future__ import annotations

from kgraph.language import Lexicon
from kgraph.parsing import Tree

_BEGINNING = frozenset({"DT", "CD", "PRP$"})
_COMPLETED = ("dobj", "ccomp", "xcomp", "oprd", "nsubjpass")
_SUBORDINATING = frozenset({"if", "unless", "when", "although", "though", "while", "because"})
_LOST = frozenset({"appos", "dep", "npadvmod"})


def object_behind_parenthesis(tree: Tree, verb: int, lexicon: Lexicon) -> None:
    """Give ``verb`` the object that stands behind a phrase between commas."""
    if tree.kid(verb, *_COMPLETED) is not None or not _takes_object(tree, verb, lexicon):
        return
    start = _behind_parenthesis(tree, verb)
    if start is None or tree.tag[start] not in _BEGINNING:
        return
    noun = next((up for up in (start, *tree.ancestors(start)) if tree.pos[up] in ("NOUN", "PROPN")), None)
    if noun is None or tree.subtree(noun)[0] != start or tree.ent[noun] in ("DATE", "TIME"):
        return
    if tree.dep[noun] == "appos" and tree.ent[tree.head[noun]] in ("GPE", "DATE"):
        return  # "met, in Paris, the capital, with"
    if tree.dep[noun] in _LOST and verb in tree.ancestors(noun):
        tree.attach(noun, verb, "dobj")
    elif tree.dep[noun] == "nsubj" and tree.head[noun] > noun and (cc := tree.kid(noun, "cc")) is not None:
        following = tree.head[noun]  # "seized, on Monday, six rifles and burned a hut"
        if noun < cc < following and tree.head[following] in (verb, tree.head[verb]):
            tree.attach(noun, verb, "dobj")
            tree.attach(cc, verb, "cc")
            tree.attach(following, verb, "conj")


def clause_around_aside(tree: Tree, verb: int, lexicon: Lexicon) -> None:
    """ "If the talks fail, the miners say, they will block the road": the condition was hung on the saying."""
    main = tree.head[verb]
    if tree.dep[verb] != "parataxis" or (tree.lemma[verb], "verb") not in lexicon.cues or main < verb:
        return
    for clause in tree.kids(verb, "advcl"):
        if clause < verb and any(tree.lower[mark] in _SUBORDINATING for mark in tree.kids(clause, "mark", "advmod")):
            tree.attach(clause, main, "advcl")


def _takes_object(tree: Tree, verb: int, lexicon: Lexicon) -> bool:
    cue = lexicon.cues.get((tree.lemma[verb], "verb"))
    if cue is not None and "noun" in cue.content:
        return True
    senses = lexicon.verbs.get(tree.lemma[verb], ())
    return any("object" in sense.target[:1] and not (sense.prep or sense.particle) for sense in senses)


def _behind_parenthesis(tree: Tree, verb: int) -> int | None:
    """The token behind ", in 2022," where that phrase is all that follows the verb."""
    _, end = tree.sentence(verb)
    preposition = verb + 2
    if preposition >= end or tree.words[verb + 1] != "," or tree.dep[preposition] != "prep":
        return None
    if tree.head[preposition] != verb:
        return None
    noun = tree.kid(preposition, "pobj")
    if noun is None:
        return None
    comma = next((t for t in range(noun + 1, end) if tree.words[t] == ","), None)
    inside = range(preposition, comma or 0)
    if comma is None or comma + 1 >= end or any(tree.pos[t] in ("VERB", "AUX") for t in inside):
        return None
    return comma + 1
