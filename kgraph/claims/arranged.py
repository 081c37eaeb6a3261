"""What is arranged, was the custom, or had to be done: "is to send", "used to send", "had to send"."""

from __future__ import annotations

from kgraph.claims.context import Draft
from kgraph.language import Operator
from kgraph.model import Modality
from kgraph.parsing import Tree


def arranged(tree: Tree, above: int, clause: int) -> Modality | None:
    """ "Chad is to send troops", "the plan is to send them"; what "was to have been done" was not."""
    if tree.lemma[above] != "be" or tree.dep[clause] not in ("xcomp", "ccomp"):
        return None
    words = [tree.lower[aux] for aux in tree.kids(clause, "aux", "auxpass")]
    if "to" not in words or tree.kid(above, "acomp", "attr", "expl") is not None:
        return None
    supposed = "have" in words or any(tree.lower[mark] in ("if", "unless") for mark in tree.kids(above, "mark"))
    return Modality.CONDITIONAL if supposed else Modality.INTENDED


def was_custom(tree: Tree, above: int) -> bool:
    """ "Chad used to send troops": it did, then."""
    return (
        tree.tag[above] == "VBD" and tree.lower[above : above + 2] == ["used", "to"] and tree.kid(above, "dobj") is None
    )


def had_to(tree: Tree, draft: Draft, above: int, operator: Operator) -> bool:
    """ "The police had to let them go": they did. Who says that somebody "had to" may mean that he still has to."""
    if operator.effect != "obligation" or tree.lower[above] != "had" or draft.chain:
        return False
    helping = {tree.lower[aux] for aux in tree.kids(above, "aux")}
    return tree.kid(above, "neg") is None and helping <= {"has", "have", "'ve", "’ve"}


def is_to_come(tree: Tree, verb: int) -> bool:
    """ "Sudan to expel envoy": a headline's future, with nothing above it."""
    top = (
        tree.head[verb] == verb
        or tree.dep[verb] == "parataxis"
        or (tree.dep[verb] == "ccomp" and tree.is_headline(verb))
    )
    marked = tree.tag[verb] == "VB" and any(tree.lower[aux] == "to" for aux in tree.kids(verb, "aux"))
    return top and marked and tree.kid(verb, "nsubj", "nsubjpass") is not None
