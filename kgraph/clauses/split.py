"""Subjects that small parsers cut in two: a list whose last name stands apart, a description before its names."""

from __future__ import annotations

from kgraph.clauses.voice import PASSIVE_SUBJECT, SUBJECT
from kgraph.parsing import Tree

_WHERE = frozenset({"near", "outside", "inside", "off", "around", "above", "below", "behind", "across"})


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
    before = min(tree.subtree(last))
    if last == noun or tree.dep[before] != "det" or before < 1 or tree.lower[before - 1] != "and":
        return
    above, dep = tree.head[head], tree.dep[head]
    tree.attach(noun, noun if above == head else above, dep)
    tree.attach(last, head, "amod")
    tree.attach(head, noun, "conj")
