"""What somebody is charged with: an "of" that was taken for part of the accused, and gerunds taken for nouns.

Only the tree is changed. The sentences are in ``tests/claims/sentences.txt`` and ``sentences_voices.txt``.
"""

from __future__ import annotations

from kgraph.language import Lexicon
from kgraph.parsing import Tree
from kgraph.parsing.charges import charges, gerund_behind


def accused_of(tree: Tree, verb: int, lexicon: Lexicon) -> None:
    """ "accuses Thai marines of seizing a ferry", "accused by experts of sending arms", "accused its neighbour of
    arming rebels": what somebody is accused of belongs to the verb, and he did it; a gerund is a verb."""
    for preposition in charges(tree, verb):
        if tree.head[preposition] != verb:
            tree.attach(preposition, verb, "prep")
        gerund = gerund_behind(tree, preposition)
        if gerund is not None and (tree.dep[gerund] == "pcomp" or tree.head[gerund] == preposition):
            _whom_it_accused(tree, verb, gerund)
        if gerund is None or tree.dep[gerund] == "pcomp":
            continue
        if tree.head[gerund] == preposition:
            tree.attach(gerund, preposition, "pcomp")
            tree.pos[gerund] = "VERB"
            second = gerund + 2  # "of kidnapping and beating them": the second is no deed of whoever accuses
            joined = second < len(tree) and tree.head[second] == verb and tree.dep[gerund + 1] == "cc"
            if joined and tree.tag[second] == "VBG" and tree.kid(second, "aux") is None:
                tree.lemma[gerund] = _verb_of(tree.lower[gerund], lexicon) or tree.lemma[gerund]
                tree.attach(second, gerund, "conj")
                tree.attach(gerund + 1, gerund, "cc")
            continue
        if tree.pos[gerund] != "VERB":
            lemma = _verb_of(tree.lower[gerund], lexicon)
            if lemma is None:
                continue  # "accused of drilling rights abuses"
            tree.lemma[gerund], tree.pos[gerund], tree.tag[gerund] = lemma, "VERB", "VBG"
        noun = tree.head[gerund]
        tree.attach(gerund, preposition, "pcomp")
        tree.attach(noun, _second_gerund(tree, gerund, lexicon) or gerund, "dobj")


def _whom_it_accused(tree: Tree, verb: int, gerund: int) -> None:
    """ "Rebels, whom it accused Chad of arming": they were armed, and Chad is accused."""
    objects = tree.kids(verb, "dobj")
    if len(objects) != 2 or not objects[0] < verb < objects[1] < gerund or tree.kid(gerund, "dobj") is not None:
        return
    if tree.tag[objects[0]] in ("WP", "WDT"):
        tree.attach(objects[0], gerund, "dobj")


def _second_gerund(tree: Tree, gerund: int, lexicon: Lexicon) -> int | None:
    """ "Of arming and training rebels": the second, where it was taken for a noun beside the first."""
    second = gerund + 2
    if second >= len(tree) or tree.head[second] != gerund or tree.dep[second] != "conj":
        return None
    lemma = _verb_of(tree.lower[second], lexicon) if tree.lower[second].endswith("ing") else None
    if lemma is None:
        return None
    tree.lemma[second], tree.pos[second], tree.tag[second] = lemma, "VERB", "VBG"
    return second


def arming_and_training(tree: Tree, verb: int, lexicon: Lexicon) -> None:
    """ "Accused Chad of arming and training rebels": the second gerund was taken for part of the noun."""
    if tree.tag[verb] != "VBG" or tree.dep[verb] not in ("pcomp", "xcomp") or tree.kid(verb, "dobj") is not None:
        return
    second = verb + 2
    if second >= len(tree) or tree.dep[verb + 1] != "cc" or not tree.lower[second].endswith("ing"):
        return
    noun = tree.head[second]
    lemma = _verb_of(tree.lower[second], lexicon)
    if lemma is None or tree.dep[second] not in ("compound", "amod") or tree.head[noun] != verb:
        return
    tree.lemma[second], tree.pos[second], tree.tag[second] = lemma, "VERB", "VBG"
    tree.attach(second, verb, "conj")
    tree.attach(noun, second, "dobj")


def _verb_of(gerund: str, lexicon: Lexicon) -> str | None:
    """ "smuggling" is of "smuggle", "arming" of "arm", "shipping" of "ship"."""
    stem = gerund.removesuffix("ing")
    forms = (stem, stem + "e", stem[:-1] if stem[-2:-1] == stem[-1:] else stem)
    return next((form for form in forms if form in lexicon.verbs or form in lexicon.operators), None)
