"""Subjects that small parsers cut in two: a list whose last name stands apart, a description before its names."""

from __future__ import annotations

from kgraph.clauses.voice import PASSIVE_SUBJECT, SUBJECT, own_subject
from kgraph.parsing import Tree

_WHERE = frozenset({"near", "outside", "inside", "off", "around", "above", "below", "behind", "across"})

_BEING_SOMEWHERE = frozenset("appear begin come hang hide lie live rest rise run sit stand wait".split())


def place_in_front(tree: Tree, verb: int) -> None:
    """ "Near Aden, two strikes destroyed a depot": a capital letter makes a name of the preposition, and a second
    subject of the place."""
    found = [child for child in tree.kids(verb, *SUBJECT, *PASSIVE_SUBJECT) if child < verb]
    place = found[0] if len(found) == 2 else verb
    start, _ = tree.sentence(verb)
    if place == verb or start == place or tree.lower[start] not in _WHERE or tree.head[start] != place:
        return
    if tree.lower[max(_inner(tree, place)) + 1] != ",":
        return
    tree.attach(place, verb, "prep")
    tree.attach(start, verb, "prep")
    tree.attach(place, start, "pobj")
    tree.pos[start], tree.tag[start] = "ADP", "IN"


def one_subject(tree: Tree, verb: int) -> None:
    """ "Traders, clerics, and Peru condemned it": the last of a list. "Old foes Kenya and Peru have renewed": a plural
    in front of the names that it describes."""
    found = [child for child in tree.kids(verb, *SUBJECT, *PASSIVE_SUBJECT) if child < verb]
    if len(found) != 2 or tree.pos[found[1]] != "PROPN":
        return
    first, second = found
    between = [tree.lower[t] for t in range(max(_inner(tree, first)) + 1, min(tree.subtree(second)))]
    if "and" in {tree.lower[c] for c in tree.kids(first, "cc")} and set(between) <= {",", "and"}:
        tree.attach(second, first, "conj")
    elif not between and tree.tag[first] == "NNS" and not tree.kids(first, "cc") and tree.kids(second, "conj"):
        tree.attach(first, second, "nmod")


def inverted_by_place(tree: Tree, verb: int) -> None:
    """ "In the office hangs a photograph": it hangs there, and nobody hangs it."""
    start, _ = tree.sentence(verb)
    noun = tree.kid(verb, "dobj")
    if tree.lemma[verb] not in _BEING_SOMEWHERE or tree.tag[verb] not in ("VBZ", "VBD", "VBP") or noun is None:
        return
    if tree.dep[start] == "prep" and tree.head[start] == verb and own_subject(tree, verb) is None and noun > verb:
        tree.dep[noun] = "nsubj"


def subject_behind_aside(tree: Tree, verb: int) -> None:
    """ "According to the letter, seen by the Post, a dealer paid them": the dealer was taken for the Post's apposition,
    and the clause has no subject."""
    if tree.dep[verb] != "ROOT" or tree.tag[verb] not in ("VBD", "VBZ", "VBP") or own_subject(tree, verb) is not None:
        return
    opening = tree.kid(verb, "prep", "advcl")
    if opening is None or opening > verb:
        return
    for noun in (t for t in tree.subtree(opening) if tree.dep[t] == "appos"):
        phrase = tree.subtree(noun)
        closed = all(tree.pos[t] in ("PUNCT", "ADV", "AUX") for t in range(phrase[-1] + 1, verb))
        aside = any(tree.dep[up] in ("acl", "relcl") for up in tree.ancestors(noun))
        if closed and aside and phrase[0] > 0 and tree.words[phrase[0] - 1] == ",":
            tree.attach(noun, verb, "nsubj")
            return


def clause_behind_source(tree: Tree, verb: int) -> None:
    """ "According to papers leaked to the Post, a dealer sold them": read as a phrase without a clause, whose last name
    is a dealer who was sold."""
    noun = tree.head[verb]
    start, _ = tree.sentence(verb)
    if tree.lower[start] != "according" or tree.head[start] != start or tree.tag[verb] != "VBD":
        return
    opened = tree.words[min(tree.subtree(noun)) - 1] == ","
    if tree.dep[verb] in ("acl", "relcl") and tree.dep[noun] == "appos" and noun < verb and opened:
        tree.attach(verb, verb, "ROOT")
        tree.attach(noun, verb, "nsubj")
        tree.attach(start, verb, "prep")


def _inner(tree: Tree, noun: int) -> list[int]:
    """The words of a phrase, without the comma and conjunction at its end."""
    words = list(tree.subtree(noun))
    while len(words) > 1 and tree.lower[words[-1]] in (",", "and"):
        words.pop()
    return words


def own_determiner(tree: Tree, noun: int) -> None:
    """ "Fiji and the once poor Togo welcomed it", read as "(Fiji and the poor) Togo": no determiner stands inside a
    compound, so what is before it is a phrase of its own."""
    head = tree.head[noun]
    if tree.dep[noun] != "nmod" or tree.pos[noun] not in ("NOUN", "PROPN") or tree.pos[head] != "PROPN" or head < noun:
        return
    last = noun
    while (following := tree.kid(last, "conj")) is not None and following < head:
        last = following
    if last == noun:
        return
    before = min(tree.subtree(last))
    if tree.dep[before] != "det" or before < 1 or tree.lower[before - 1] != "and":
        return
    tree.take_place(noun, head)
    tree.attach(last, head, "amod")
    tree.attach(head, noun, "conj")
