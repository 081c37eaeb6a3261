"""Words that small parsers take for something else: a month for part of a name, a verb for an adjective, a complaint's
"of" for part of the accused.

Only the tree is changed. The sentences are in ``tests/claims/sentences.txt``.
"""

from __future__ import annotations

from kgraph.clauses.voice import own_subject
from kgraph.language import Lexicon
from kgraph.parsing import Tree
from kgraph.parsing.charges import charges, gerund_behind

_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
_CALENDAR = _DAYS | frozenset(
    "january february march april may june july august september october november december".split()
)


def mend_misread(tree: Tree, token: int, lexicon: Lexicon) -> None:
    """Mend what stands with the verb ``token``."""
    if tree.pos[token] == "VERB":
        _calendar_name(tree, token)
        accused_of(tree, token, lexicon)


def _calendar_name(tree: Tree, verb: int) -> None:
    """ "In March Thailand closed its border": the month is the date, the country acts."""
    if tree.tag[verb] not in ("VBD", "VBZ", "VBP") or own_subject(tree, verb) is not None:
        return
    for preposition in tree.kids(verb, "prep"):
        name = tree.kid(preposition, "pobj")
        if preposition > verb or name is None or name > verb or tree.pos[name] != "PROPN":
            continue
        day = next((c for c in tree.kids(name, "compound", "nmod") if tree.lower[c] in _CALENDAR), None)
        if day is None or any(tree.pos[t] not in ("ADV", "AUX") for t in range(name + 1, verb)):
            continue
        tree.attach(day, preposition, "pobj")
        tree.attach(name, verb, "nsubj")
        return


def day_in_front(tree: Tree, verb: int) -> None:
    """ "On Monday Mali sent troops": the day was taken for the first part of the subject behind it."""
    subject = own_subject(tree, verb)
    for preposition in tree.kids(verb, "prep"):
        day = preposition + 1
        if subject is None or day >= subject or tree.children[preposition] or tree.head[day] != subject:
            continue
        if tree.dep[day] == "compound" and tree.lower[day] in _DAYS:
            tree.attach(day, preposition, "pobj")
            tree.ent[day] = "DATE"


def accused_of(tree: Tree, verb: int, lexicon: Lexicon) -> None:
    """ "accuses Thai marines of seizing a ferry", "accused by experts of sending arms", "accused its neighbour of
    arming rebels": what somebody is accused of belongs to the verb, and he did it; a gerund is a verb."""
    for preposition in charges(tree, verb):
        if tree.head[preposition] != verb:
            tree.attach(preposition, verb, "prep")
        gerund = gerund_behind(tree, preposition)
        if gerund is None or tree.dep[gerund] == "pcomp":
            continue
        if tree.pos[gerund] != "VERB":
            lemma = _verb_of(tree.lower[gerund], lexicon)
            if lemma is None:
                continue  # "accused of drilling rights abuses"
            tree.lemma[gerund], tree.pos[gerund], tree.tag[gerund] = lemma, "VERB", "VBG"
        noun = tree.head[gerund]
        tree.attach(gerund, preposition, "pcomp")
        tree.attach(noun, gerund, "dobj")


def _verb_of(gerund: str, lexicon: Lexicon) -> str | None:
    """ "smuggling" is of "smuggle", "arming" of "arm", "shipping" of "ship"."""
    stem = gerund.removesuffix("ing")
    forms = (stem, stem + "e", stem[:-1] if stem[-2:-1] == stem[-1:] else stem)
    return next((form for form in forms if form in lexicon.verbs or form in lexicon.operators), None)


def verb_as_adjective(tree: Tree, verb: int) -> None:
    """ "signed an accord but boycotted elections": a second verb that was taken for an adjective of its object."""
    noun = tree.head[verb]
    if tree.dep[verb] != "amod" or tree.tag[verb] != "VBD" or tree.dep[noun] != "conj" or verb > noun:
        return
    beside = tree.head[noun]  # the first verb, or its object
    first = beside if tree.pos[beside] == "VERB" else tree.head[beside]
    if tree.pos[first] != "VERB" or tree.tag[first] != "VBD" or own_subject(tree, first) is None:
        return
    if tree.lower[verb - 1] not in ("but", "and", "yet", "then"):
        return
    tree.pos[verb] = "VERB"
    tree.attach(verb, first, "conj")
    tree.attach(noun, verb, "dobj")
    for child in tree.kids(noun, "npadvmod"):
        tree.attach(child, verb, "npadvmod")
