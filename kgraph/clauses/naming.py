"""Names that somebody gives: "called the envoy a fool" is no telephone call."""

from __future__ import annotations

from kgraph.clauses.phrases import free_relative
from kgraph.clauses.predication import Predication
from kgraph.parsing import Tree

_ARTICLES = frozenset({"a", "an", "the"})


def names_behind(tree: Tree, verb: int) -> list[int]:
    """What somebody is called: "called the envoy a very stupid man", "calling them fools", "called it shameful"."""
    if tree.lemma[verb] != "call" or free_relative(tree, verb) is not None:
        return []  # "what he called Chile's aggression": the name is all there is
    found = []
    for noun in tree.kids(verb, "dobj", "oprd", "acomp", "attr"):
        # a second phrase right behind the first, taken for an apposition without its comma
        second = [child for child in tree.kids(noun, "appos") if _is_second_phrase(tree, noun, child)]
        found += second or ([noun] if noun > verb and tree.dep[noun] != "dobj" else [])
    for clause in tree.kids(verb, "ccomp", "xcomp"):
        if tree.kid(clause, "nsubj") is not None and tree.kid(clause, "aux", "mark") is None:
            found.append(clause)
    objects = [child for child in tree.kids(verb, "dobj") if child > verb]
    return sorted({*found, *objects[1:]})


def names_somebody(tree: Tree, predication: Predication) -> bool:
    """Whether this calling gives a name: there is one, or what is called stands in front ("also called Q-West")."""
    verb = predication.head
    if names_behind(tree, verb):
        return True
    return predication.passive or (tree.dep[verb] in ("acl", "conj", "advcl") and tree.lower[verb - 1] == "also")


def _is_second_phrase(tree: Tree, noun: int, child: int) -> bool:
    start = tree.subtree(child)[0]
    return start > noun and tree.words[start - 1] not in (",", "-", "–", "—", "(") and tree.lower[start] in _ARTICLES
