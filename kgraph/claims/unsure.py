"""Hedges that name nobody: "suspected rebels burned a bus", "the story goes that", "if the ministry is right".

What they hedge is not the article's own word, and nobody else's either.
"""

from __future__ import annotations

from kgraph.claims.context import Context, Draft
from kgraph.claims.polarity import negatives
from kgraph.model import Modality
from kgraph.parsing import Tree

_TALES = frozenset("account argument legend myth rumor rumour saying story tale theory".split())
_EVIDENCE = frozenset("basis clue confirmation evidence hint indication proof reason sign suggestion trace".split())
_SCANT = frozenset("no little scant insufficient few".split())
_LACK = frozenset({"lack", "absence", "shortage"})
_POINTING_TO = frozenset("assume believe confirm conclude fear imply indicate prove show suggest suspect think".split())
_WITHHOLDING = frozenset({"cease", "decline", "fail", "quit", "refuse", "stop"})
_WOULD = frozenset({"could", "may", "might", "would"})
_OPPOSING = frozenset("advise argue be campaign lean lobby plead speak".split())
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


def is_alternative(tree: Tree, draft: Draft) -> bool:
    """ "Either Kenya or Uganda attacked it", "Kenya, or possibly Uganda, did": of none of the two is it told."""
    several = len(draft.predication.subject) > 1 and draft.predication.kind == "verb"
    return several and any(tree.lower[cc] == "or" for head in draft.predication.subject for cc in tree.kids(head, "cc"))


def is_near(tree: Tree, head: int) -> bool:
    """ "Came close to attacking", "is against arming them": not done, or not said to be."""
    preposition = tree.head[head]
    if tree.dep[head] != "pcomp":
        return False
    above = tree.head[preposition]
    if tree.lower[preposition] == "to":
        return tree.lower[above] in ("close", "closer", "near", "nearer")
    return tree.lower[preposition] == "against" and tree.lemma[above] in _OPPOSING


def is_supposed(tree: Tree, head: int) -> bool:
    """ "Suppose that Somalia attacks", "imagine it attacked": only in somebody's mind."""
    above = tree.head[head]
    bidden = tree.lower[above] in ("imagine", "suppose") and tree.kid(above, "nsubj", "aux") is None
    return tree.dep[head] == "ccomp" and bidden


def is_doubted(context: Context, verb: int) -> bool:
    """ "Few believe that", "nobody thinks that": whoever they are, they do not say so."""
    tree = context.tree
    subject = tree.kid(verb, "nsubj")
    believing = tree.lemma[verb] in _POINTING_TO | {"expect"}
    few = subject is not None and tree.lower[subject] in ("few", "nobody", "none")
    if believing and few:
        return True
    if tree.lemma[verb] == "doubt":
        return not few and not negatives(context, verb)
    proving = tree.lemma[verb] in _POINTING_TO - {"believe", "fear", "suspect", "think"}
    return proving and any(tree.lower[aux] in _WOULD for aux in tree.kids(verb, "aux"))  # "would prove that"


def is_excluded(context: Context, verb: int) -> bool:
    """ "Ruled out that Chad had done it": it did not, by the word of whoever says so."""
    return _rules_out(context.tree, verb) and not negatives(context, verb)


def _rules_out(tree: Tree, verb: int) -> bool:
    out = any(tree.lower[particle] == "out" for particle in tree.kids(verb, "prt"))
    return tree.lemma[verb] == "exclude" or (tree.lemma[verb] == "rule" and out)


def is_withheld(context: Context, verb: int) -> bool:
    """ "Would neither confirm nor deny", "did not deny", "has not ruled out", "declined to deny": what it is about is
    left open, neither told nor denied."""
    tree = context.tree
    lemma = tree.lemma[verb]
    if lemma not in ("deny", "confirm") and not _rules_out(tree, verb):
        return False
    while not negatives(context, verb):
        above = tree.head[verb]
        if tree.dep[verb] == "xcomp" and tree.lemma[above] in _WITHHOLDING:
            return True  # "stopped denying it" too
        joined = tree.dep[verb] == "conj" and any(tree.lower[cc] in ("or", "nor") for cc in tree.kids(above, "cc"))
        if not joined or above == verb:
            return False
        verb = above
    return True


def is_unproven(context: Context, head: int) -> bool:
    """ "There is no sign that Kenya did it", "found little proof that", "saw no reason to believe that", "nothing
    suggests that": it may not have been done at all."""
    tree = context.tree
    while tree.dep[head] == "conj" and tree.pos[tree.head[head]] in ("VERB", "AUX"):
        head = tree.head[head]
    if tree.dep[head] not in ("acl", "relcl", "ccomp") or tree.lower[tree.subtree(head)[0]] != "that":
        return False
    noun = tree.head[head]
    if tree.lemma[noun] == "be" and (there := tree.kid(noun, "attr")) is not None:
        noun = there  # "there is no proof that": hung on "is"
    if tree.pos[noun] == "VERB" and tree.lemma[noun] in _POINTING_TO:  # "nothing to suggest that", "no reason to think"
        if tree.dep[noun] not in ("relcl", "acl"):
            return False
        noun = tree.head[noun]
        if tree.lower[noun] == "nothing":
            return True
    if tree.lemma[noun] not in _EVIDENCE or (tree.lemma[noun] == "reason" and tree.head[head] == noun):
        return False  # "the reason that it attacked": it did
    if any(tree.lower[child] in _SCANT for child in tree.kids(noun, "det", "amod", "neg")):
        return True
    above = tree.head[noun]
    if tree.dep[noun] == "pobj":
        return tree.lower[above] == "without" or tree.lemma[tree.head[above]] in _LACK
    return tree.pos[above] in ("VERB", "AUX") and negatives(context, above) > 0
