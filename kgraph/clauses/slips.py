"""Slips of small parsers around one verb: "kidnapped up to 16", "found Lopez guilty of", "called Friday on Chile".

Only the tree is changed. The sentences are in ``tests/claims/sentences_slips.txt``.
"""

from __future__ import annotations

from kgraph.clauses.voice import own_subject
from kgraph.language import Lexicon
from kgraph.parsing import Tree

_FINDING = frozenset({"find", "declare", "deem", "hold", "judge", "prove", "pronounce", "rule"})
_GUILTY = frozenset({"guilty", "liable", "complicit", "culpable", "innocent", "responsible"})
_LETTING = frozenset("allow ask compel enable force invite order permit persuade require urge".split())
_RECEIVING = frozenset(
    "applaud arrest attack criticise criticize greet host join kill meet praise shoot thank train welcome".split()
)
_PRESS = frozenset({"press", "news", "media"})

_ACCOUNTS = frozenset({"account", "charge", "claim", "report", "view"})


def mend_slips(tree: Tree, verb: int, lexicon: Lexicon) -> None:
    """Mend what stands with the verb ``verb``."""
    _up_to(tree, verb)
    _found_guilty(tree, verb)
    _called_on_a_day(tree, verb)
    _beyond_relative(tree, verb, lexicon)
    _welcomed_doing(tree, verb)
    _as_well_as(tree, verb)


def plural_as_verb(tree: Tree, verb: int, lexicon: Lexicon) -> None:
    """ "a series of airstrikes": a plural that was tagged a verb where only a noun can stand."""
    if tree.tag[verb] == "VBZ" and tree.dep[verb] in ("pobj", "dobj") and tree.lower[verb][:-1] in lexicon.nouns:
        tree.pos[verb], tree.tag[verb], tree.lemma[verb] = "NOUN", "NNS", tree.lower[verb][:-1]


def purports_to(tree: Tree, verb: int) -> None:
    """ "A video purports to show soldiers": a rare verb, taken for a plural with its subject as the first half."""
    if tree.lower[verb] not in ("purport", "purports") or tree.pos[verb] == "VERB":
        return
    said = tree.kid(verb, "relcl", "acl", "xcomp")
    subject = next((c for c in tree.kids(verb, "compound", "nmod", "nsubj") if c == verb - 1), None)
    if said is None or subject is None or tree.lower[verb + 1] != "to":
        return
    if tree.lower[said + 1 : said + 2] == ["that"]:
        return  # a clause of its own, which is nobody's word either way
    for child in list(tree.children[verb]):
        if child < subject:
            tree.attach(child, subject, tree.dep[child])
    tree.attach(subject, verb, "nsubj")
    tree.attach(said, verb, "xcomp")
    tree.pos[verb], tree.tag[verb], tree.lemma[verb] = "VERB", "VBZ", "purport"


def press_release(tree: Tree, noun: int) -> None:
    """ "A press release by the party": a paper, and nobody is set free."""
    if tree.lemma[noun] == "release" and any(tree.lower[c] in _PRESS for c in tree.kids(noun, "compound", "nmod")):
        tree.lemma[noun] = "press-release"


def _up_to(tree: Tree, verb: int) -> None:
    """ "kidnapped up to 16 engineers": a limit of the number, no particle of the verb."""
    up, to = verb + 1, verb + 2
    if to + 1 >= len(tree) or tree.lower[up : to + 1] != ["up", "to"] or tree.tag[to + 1] != "CD":
        return
    noun = tree.kid(to, "pobj")
    if noun is None or tree.head[to] not in (verb, up) or tree.kid(verb, "dobj") is not None:
        return
    tree.attach(noun, verb, "dobj")
    for word in (up, to):
        tree.attach(word, to + 1, "quantmod")


def _found_guilty(tree: Tree, verb: int) -> None:
    """ "found Lopez guilty of stealing": the one found guilty is the object, and he stole."""
    if tree.lemma[verb] not in _FINDING:
        return
    for judged in tree.kids(verb, "ccomp", "xcomp", "oprd", "acomp"):
        if tree.lower[judged] not in _GUILTY:
            continue
        found = tree.kid(judged, "nsubj")
        if found is not None and verb < found < judged:
            tree.attach(found, verb, "dobj")
        if tree.kid(verb, "dobj", "nsubjpass") is None:
            continue
        tree.attach(judged, verb, "oprd")
        tree.pos[judged] = "ADJ"
        for charge in tree.kids(judged, "prep"):
            tree.attach(charge, verb, "prep")


def _called_on_a_day(tree: Tree, verb: int) -> None:
    """ "A Chilean paper called Friday on Peruvians to unite": the verb of the sentence, taken for a participle."""
    noun, day = tree.head[verb], verb + 1
    if tree.lemma[verb] != "call" or tree.dep[verb] != "acl" or tree.head[noun] != noun or day + 1 >= len(tree):
        return
    if tree.ent[day] != "DATE" or tree.lower[day + 1] not in ("on", "for") or own_subject(tree, verb) is not None:
        return
    tree.attach(verb, verb, "ROOT")
    tree.tag[verb] = "VBD"
    tree.attach(noun, verb, "nsubj")
    tree.attach(day, verb, "npadvmod")


def _beyond_relative(tree: Tree, verb: int, lexicon: Lexicon) -> None:
    """ "allowed refugees who had lived in Chile to return": the infinitive completes the allowing, not the living."""
    inner = tree.head[verb]
    if tree.tag[verb] != "VB" or tree.dep[verb] not in ("advcl", "xcomp") or tree.dep[inner] != "relcl":
        return
    noun = tree.head[inner]
    matrix = tree.head[noun]
    if tree.dep[noun] != "dobj" or tree.lemma[matrix] not in _LETTING or tree.kid(matrix, "xcomp") is not None:
        return
    takes = {word for operator in lexicon.operators.get(tree.lemma[inner], ()) for word in operator.takes}
    if "infinitive" not in takes and any(tree.lower[c] == "to" for c in tree.kids(verb, "aux")):
        tree.attach(verb, matrix, "xcomp")


def _welcomed_doing(tree: Tree, verb: int) -> None:
    """ "welcomed soldiers visiting from Kenya": the soldiers are welcomed, and what they do says which."""
    if tree.lemma[verb] not in _RECEIVING or tree.kid(verb, "dobj") is not None:
        return
    for clause in tree.kids(verb, "ccomp"):
        noun = tree.kid(clause, "nsubj")
        if tree.tag[clause] == "VBG" and noun is not None and verb < noun and tree.kid(clause, "aux", "mark") is None:
            tree.attach(noun, verb, "dobj")
            tree.attach(clause, noun, "acl")
            return


def _as_well_as(tree: Tree, verb: int) -> None:
    """ "met with the opposition, as well as Turkish bodies": a noun that was made a second verb."""
    for noun in tree.kids(verb, "conj"):
        if tree.pos[noun] not in ("NOUN", "PROPN"):
            continue
        start = tree.subtree(noun)[0]
        if tree.lower[max(0, start - 3) : start] != ["as", "well", "as"]:
            continue
        before = [n for p in tree.kids(verb, "prep") for n in tree.kids(p, "pobj")] + tree.kids(verb, "dobj")
        nearest = max((n for n in before if n < start), default=None)
        if nearest is not None:
            tree.attach(noun, nearest, "conj")


def disputes_that_account(tree: Tree, verb: int) -> None:
    """ "The colonel disputes that account": a verb with its object, taken for a noun with a clause."""
    clause = tree.kid(verb, "relcl")
    if tree.tag[verb] != "VBZ" or clause != verb + 2 or tree.lower[verb + 1] != "that" or clause is None:
        return
    doer = next((c for c in tree.kids(verb, "compound") if c == verb - 1), None)
    if doer is None or tree.lower[clause] not in _ACCOUNTS or tree.kid(clause, "dobj", "ccomp") is not None:
        return
    for word in [c for c in tree.kids(verb, "det", "amod") if c < doer]:
        tree.attach(word, doer, tree.dep[word])
    tree.attach(doer, verb, "nsubj")
    tree.attach(clause, verb, "dobj")
    tree.attach(verb + 1, clause, "det")
    tree.pos[verb], tree.pos[clause], tree.tag[clause] = "VERB", "NOUN", "NN"
