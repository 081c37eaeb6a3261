"""Two people side by side, each with his title: "Foreign Minister Ana Lopes and *counterpart Rui Costa* talked".

Small parsers list the title of the second alone and make his name an apposition of the first. Only the tree is changed.
"""

from __future__ import annotations

from kgraph.parsing.tree import Tree


def mend_beside(tree: Tree) -> None:
    """Mend ``tree`` in place."""
    for title in range(len(tree)):
        if tree.lower[title] == "ex" and title + 2 < len(tree) and tree.words[title + 1] == "-":
            _former(tree, title)
        if tree.dep[title] == "conj" and tree.tag[title] == "NN":
            _second_person(tree, title)


def _former(tree: Tree, ex: int) -> None:
    """ "Jails ex-minister": the parser makes three objects of it."""
    noun = ex + 2
    if tree.head[ex] == tree.head[noun] and tree.pos[noun] in ("NOUN", "PROPN") and tree.dep[ex] == tree.dep[noun]:
        tree.attach(ex, noun, "amod")
        tree.attach(ex + 1, noun, "punct")


def _second_person(tree: Tree, title: int) -> None:
    first = tree.head[title]
    if tree.pos[first] != "PROPN" or first > title or title + 1 >= len(tree):
        return
    name = title + 1
    while name + 1 < len(tree) and tree.dep[name] == "compound" and tree.head[name] > name:
        name = tree.head[name]
    if any(tree.pos[t] != "PROPN" or tree.ent[t] != "PERSON" for t in range(title + 1, name + 1)):
        return
    verb = tree.head[name]
    if tree.dep[name] == "nsubj" and tree.dep[first] == "dobj" and tree.head[verb] == tree.head[first]:
        tree.attach(first, verb, "nsubj")  # "said that Karaca and counterpart Beketov talked", without "that"
    elif tree.dep[name] != "appos" or verb != first:
        return
    tree.attach(name, first, "conj")
    for token in (title, *[c for c in tree.children[title] if c < title]):
        tree.attach(token, name, "compound" if token == title else tree.dep[token])
