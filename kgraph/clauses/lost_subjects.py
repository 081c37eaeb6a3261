"""Subjects of reporting verbs that small parsers give to the words before: "..., and the Observatory reported that".

Only the tree is changed. The sentences are in ``tests/clauses/predications.txt`` and ``tests/claims``.
"""

from __future__ import annotations

from kgraph.clauses.phrases import NOMINAL, conjuncts
from kgraph.clauses.spoken import TOLD
from kgraph.clauses.voice import own_subject
from kgraph.language import Lexicon
from kgraph.parsing import Tree


def nobody_but(tree: Tree, verb: int) -> None:
    """ "Nobody but Sudan says so", "no country except Sudan": Sudan does."""
    nobody = own_subject(tree, verb)
    if nobody is None or nobody > verb:
        return
    none = tree.lower[nobody] in ("nobody", "none") or any(tree.lower[c] == "no" for c in tree.kids(nobody, "det"))
    but = nobody + 1
    if not none or tree.lower[but] not in ("but", "except", "save"):
        return
    exempt = tree.kid(nobody, "conj") if tree.dep[but] == "cc" else tree.kid(but, "pobj")
    if exempt is not None and but < exempt < verb and tree.pos[exempt] in NOMINAL:
        tree.attach(exempt, verb, tree.dep[nobody])
        tree.attach(nobody, exempt, "dep")


def lost_second_subject(tree: Tree, verb: int, lexicon: Lexicon) -> None:
    """ "Armenia accused X of arming its ally and the Observatory reported that": a reporting verb without a subject
    whose left neighbour is a conjunct of some object: that conjunct speaks."""
    if tree.tag[verb] not in ("VBD", "VBN", "VBZ", "VBP") or own_subject(tree, verb) is not None:
        return
    if tree.dep[verb] not in ("advcl", "acl", "conj", "ccomp", "dep") or (tree.lemma[verb], "verb") not in lexicon.cues:
        return
    if tree.kid(verb, "ccomp", "dobj") is None or tree.kid(verb, "aux", "auxpass", "mark", "agent") is not None:
        return
    if tree.kid(verb, "ccomp") is None and tree.lemma[verb] in TOLD:
        return  # "..., two diplomats and a minister told reporters": they say what stands before them
    noun = _phrase_before(tree, verb)
    if noun is None or tree.dep[noun] != "conj" or tree.pos[noun] not in ("PROPN", "NOUN"):
        return
    first = tree.head[noun]
    if not any(tree.dep[child] == "cc" for child in tree.children[first] if child < noun):
        return
    outer = next(
        (
            up
            for up in tree.ancestors(first)
            if tree.pos[up] == "VERB" and up < noun and own_subject(tree, up) is not None
        ),
        None,
    )
    root = verb if outer is None else _top_verb(tree, outer)
    if root == verb:
        return
    tree.attach(noun, verb, "nsubj")
    tree.attach(verb, root, "conj")
    tree.tag[verb] = "VBD" if tree.tag[verb] == "VBN" else tree.tag[verb]


def _phrase_before(tree: Tree, verb: int) -> int | None:
    """The head of the noun phrase that ends right before ``verb`` (adverbs between are passed over)."""
    at = verb - 1
    while at >= 0 and tree.pos[at] == "ADV":
        at -= 1
    if at < 0 or tree.sentence_of[at] != tree.sentence_of[verb]:
        return None
    for candidate in (at, *tree.ancestors(at)):
        if candidate >= verb or tree.pos[candidate] not in ("PROPN", "NOUN", "ADP"):
            return None
        if tree.pos[candidate] != "ADP" and tree.dep[candidate] == "conj" and max(tree.subtree(candidate)) < verb:
            return candidate
    return None


def _top_verb(tree: Tree, verb: int) -> int:
    for up in tree.ancestors(verb):
        if tree.pos[up] == "VERB" and own_subject(tree, up) is not None:
            verb = up
    return verb


def split_subject(tree: Tree, verb: int, lexicon: Lexicon) -> None:
    """ "The ministry said Minister A and his counterpart B met": the subject of the clause was cut in two, and its
    first part taken for the object of saying."""
    if (tree.lemma[verb], "verb") not in lexicon.cues:
        return
    clause, cut = tree.kid(verb, "ccomp"), tree.kid(verb, "dobj")
    if clause is None or cut is None or not verb < cut < clause:
        return
    rest = own_subject(tree, clause)
    if rest is None or tree.subtree(cut)[-1] + 1 != tree.subtree(rest)[0] or tree.pos[rest] != "PROPN":
        return
    last = conjuncts(tree, cut)[-1]
    tree.attach(cut, clause, "nsubj")
    tree.attach(rest, last, "appos")


def speaker_after_quotation(tree: Tree, verb: int, lexicon: Lexicon) -> None:
    """ "..., said the minister": an inverted subject that was taken for the object."""
    if (tree.lemma[verb], "verb") not in lexicon.cues or own_subject(tree, verb) is not None:
        return
    if tree.lower[verb] != "said" or verb == 0 or tree.lower[verb - 1] not in (",", '"', "”", "'", "’", "—", "–"):
        return
    after = [
        child
        for child in tree.kids(verb, "dobj", "attr", "npadvmod")
        if child > verb and tree.pos[child] in ("PROPN", "NOUN")
    ]
    if after:
        tree.dep[after[0]] = "nsubj"
