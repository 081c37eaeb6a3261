"""What somebody is called, and what is put or made clear: the complement of a verb that small parsers lose.

"Called the motion cruel", "described reports that A had left as untrue", "made clear that", "put it to him that".
Only the tree is changed. The sentences are in ``tests/claims/sentences_named.txt``.
"""

from __future__ import annotations

from kgraph.language import Lexicon
from kgraph.parsing import Tree

_CALLING = frozenset("call brand label deem dub term".split())
_MARKS = frozenset({'"', "“", "``", "‘", "'"})
_CLEAR = frozenset({"clear", "plain"})
_PHRASE = frozenset({"det", "poss", "amod", "nmod", "compound", "nummod"})


def mend_called(tree: Tree, verb: int, lexicon: Lexicon) -> None:
    """Give the verb ``verb`` the complement that it has."""
    if tree.lemma[verb] in _CALLING:
        _called(tree, verb, lexicon)
    if (tree.lemma[verb], "verb") in lexicon.denials:
        _called_as(tree, verb, lexicon)
    if (tree.lemma[verb], "verb") in lexicon.denials or (tree.lemma[verb], "verb") in lexicon.cues:
        _clause_of_pronoun(tree, verb)
    _made_clear(tree, verb)
    _put_it(tree, verb)


def _called(tree: Tree, verb: int, lexicon: Lexicon) -> None:
    """ "Called the motion cruel", "called his account fiction", 'called the charge "an insult"': the object and what it
    is called were made one noun phrase."""
    called = tree.kid(verb, "oprd", "dobj", "ccomp")
    if called is None or called < verb:
        return
    beside = tree.kid(called, "appos")
    if tree.dep[called] == "dobj" and beside is not None and _opens_quoted(tree, tree.subtree(beside)[0]):
        tree.attach(beside, verb, "oprd")
        return
    cue = lexicon.denials.get((tree.lemma[verb], "verb"))
    that = tree.kid(called, "det")
    judged_so = cue is not None and tree.lemma[called] in cue.predicative and tree.dep[called] == "dobj"
    if judged_so and that == verb + 1 == called - 1 and tree.lower[that] in ("that", "this"):
        tree.attach(that, verb, "dobj")  # "called that nonsense"
        tree.pos[that], tree.dep[called] = "PRON", "oprd"
        return
    judged = tree.pos[called] == "ADJ" or (cue is not None and tree.lemma[called] in cue.predicative)
    before = [c for c in tree.kids(called, "compound", "nmod") if c < called]
    if not before or tree.dep[called] == "ccomp" or not (judged or _opens_quoted(tree, called)):
        return
    noun = before[-1]
    if tree.pos[noun] not in ("NOUN", "PROPN") or any(tree.words[t] in (",", "-") for t in range(noun + 1, called)):
        return
    for child in list(tree.children[called]):
        if child < noun and tree.dep[child] in _PHRASE:
            tree.attach(child, noun, tree.dep[child])
    tree.attach(noun, verb, "dobj")
    tree.dep[called] = "oprd"


def _opens_quoted(tree: Tree, token: int) -> bool:
    return tree.words[token] in _MARKS or tree.words[token - 1] in _MARKS


def _called_as(tree: Tree, verb: int, lexicon: Lexicon) -> None:
    """ "Described reports that officers had left as untrue": what the reports are called was hung on the clause that
    tells what they say."""
    judging = lexicon.judgements
    _shifted(tree, verb, judging)
    noun = tree.kid(verb, "dobj")
    if noun is None or noun < verb or not tree.kids(noun, "acl", "relcl", "ccomp", "prep"):
        return
    for token in tree.subtree(noun):
        if token <= noun or tree.lower[token] != "as" or tree.head[token] == verb:
            continue
        clause = tree.head[token]
        if tree.dep[token] == "mark" and tree.lower[clause] in judging and tree.kid(clause, "nsubj", "dobj") is None:
            tree.attach(token, verb, "prep")  # "described reports that it flew as fabricated"
            tree.attach(clause, token, "pobj")
            tree.pos[clause], tree.tag[clause], tree.lemma[clause] = "ADJ", "JJ", tree.lower[clause]
            return
        behind = tree.subtree(token)
        if {tree.lemma[t] for t in behind} & judging and not any(tree.pos[t] in ("VERB", "AUX") for t in behind):
            tree.attach(token, verb, "prep")
            return


def _shifted(tree: Tree, verb: int, judging: frozenset[str]) -> None:
    """'Dismissed as "pure fantasy" a claim that', "dismissed as false a claim by": the long object stands behind."""
    if tree.kid(verb, "dobj") is not None:
        return
    for as_ in tree.kids(verb, "prep"):
        word = tree.kid(as_, "pobj")
        if tree.lower[as_] != "as" or word is None or as_ < verb:
            continue
        behind = next((t for t in tree.kids(word, "appos") if tree.lemma[word] in judging), None)
        if behind is not None:
            tree.attach(behind, verb, "dobj")
            return
        before = next((t for t in tree.kids(word, "amod") if tree.lemma[t] in judging and t == as_ + 1), None)
        article = tree.kid(word, "det")
        if before is not None and article is not None and before < article:
            tree.attach(before, as_, "pobj")
            tree.attach(word, verb, "dobj")
            return


def _clause_of_pronoun(tree: Tree, verb: int) -> None:
    """'Denied this in a letter: "We were not there."': what stands behind the colon was hung on the pronoun."""
    pronoun = tree.kid(verb, "dobj")
    if pronoun is None or tree.lower[pronoun] not in ("it", "this", "that"):
        return
    for clause in tree.kids(pronoun, "acl", "relcl", "ccomp"):
        if any(tree.words[t] == ":" for t in range(pronoun, clause)):
            tree.attach(clause, verb, "parataxis")


def _made_clear(tree: Tree, verb: int) -> None:
    """ "Made clear that", "made it plain that": one word with the verb, and the clause says what is made clear."""
    if tree.lemma[verb] != "make":
        return
    clear = next((t for t in range(verb + 1, min(verb + 4, len(tree))) if tree.lower[t] in _CLEAR), None)
    if clear is None or not {tree.lower[t] for t in range(verb + 1, clear)} <= {"it", "very", "quite"}:
        return
    end = tree.sentence(verb)[1]
    if not any(tree.lower[t] == "that" for t in range(clear + 1, min(clear + 6, end))):
        return
    for child in tree.kids(clear, "ccomp", "advcl"):
        tree.attach(child, verb, "ccomp")
    for it in [t for t in range(verb + 1, clear) if tree.lower[t] == "it"]:
        tree.attach(it, verb, "expl")
    tree.attach(clear, verb, "prt")
    tree.pos[clear], tree.lower[clear] = "ADV", "clear"


def _put_it(tree: Tree, verb: int) -> None:
    """ "Put it to the witness that he had lied", "as the general put it": "it" stands for what is said."""
    it = tree.kid(verb, "dobj")
    if tree.lemma[verb] != "put" or it != verb + 1 or tree.lower[it] != "it" or it + 1 >= len(tree):
        return
    if tree.lower[it + 1] not in ("to", ",", ":", ".") and tree.pos[it + 1] != "ADV":
        return  # "put it on the shelf"
    for preposition in tree.kids(verb, "prep", "dative"):
        for person in tree.kids(preposition, "pobj"):
            for clause in tree.kids(person, "relcl", "acl", "ccomp"):
                if tree.lower[preposition] == "to" and any(tree.lower[m] == "that" for m in tree.kids(clause, "mark")):
                    tree.attach(clause, verb, "ccomp")
    tree.dep[it] = "prt"
