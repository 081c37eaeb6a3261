"""Words that small parsers take for something else: a month for part of a name, a verb for an adjective, a complaint's
"of" for part of the accused.

Only the tree is changed. The sentences are in ``tests/claims/sentences.txt``.
"""

from __future__ import annotations

from kgraph.clauses.voice import own_subject
from kgraph.parsing import Tree

_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
_CALENDAR = _DAYS | frozenset(
    "january february march april may june july august september october november december".split()
)
_CHARGING = frozenset({"accuse", "suspect", "convict", "acquit", "absolve", "warn", "cure"})


def mend_misread(tree: Tree, token: int) -> None:
    """Mend what stands with the verb ``token``."""
    if tree.pos[token] == "VERB":
        _calendar_name(tree, token)
        _accused_of(tree, token)


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


def _accused_of(tree: Tree, verb: int) -> None:
    """ "accuses Thai marines of seizing a ferry": what they are accused of belongs to the verb, and they did it."""
    if tree.lemma[verb] not in _CHARGING:
        return
    for noun in tree.kids(verb, "dobj", "nsubjpass"):
        for preposition in tree.kids(noun, "prep"):
            if tree.lower[preposition] == "of" and tree.kid(preposition, "pcomp") is not None and preposition > noun:
                tree.attach(preposition, verb, "prep")


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
