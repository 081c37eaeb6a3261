"""What a rumour or report is of: "reports of Chad arming rebels", "talk of troops attacking Goma".

Small parsers take the deed for a noun with its adjectives. Only the tree is changed. The sentences are in
``tests/claims/sentences_unsaid.txt``.
"""

from __future__ import annotations

from kgraph.parsing.tree import Tree

_TOLD = frozenset("accusation account allegation claim news report rumor rumour speculation story talk".split())
_GERUND = ("acl", "amod", "compound")
_DOERS = frozenset({"NOUN", "PROPN", "PRON"})


def mend_reports(tree: Tree) -> None:
    """Mend ``tree`` in place."""
    for noun in range(len(tree)):
        if tree.lemma[noun] in _TOLD and tree.pos[noun] in ("NOUN", "PROPN"):
            _talk_of(tree, noun)
            _deed_behind_of(tree, noun)


def _talk_of(tree: Tree, noun: int) -> None:
    """ "There was talk of a deal", "amid talk that": a rumour, where no article stands before it; no meeting."""
    if tree.tag[noun] != "NN" or tree.lower[noun] != "talk" or noun + 1 >= len(tree):
        return
    if tree.lower[noun + 1] in ("of", "that") and tree.kid(noun, "det", "poss", "nummod") is None:
        tree.lemma[noun] = "rumour"


def _deed_behind_of(tree: Tree, noun: int) -> None:
    for of in tree.kids(noun, "prep"):
        if tree.lower[of] != "of":
            continue
        below = {*tree.subtree(of), *tree.kids(noun, "acl")}
        gerund = next((t for t in sorted(below) if t > of + 1 and _is_gerund(tree, t)), None)
        if gerund is None or tree.pos[gerund - 1] not in _DOERS:
            return
        doer, thing = gerund - 1, tree.head[gerund] if tree.head[gerund] > gerund else None
        if tree.head[doer] in (of, gerund, thing):
            tree.attach(gerund, of, "pcomp")
            tree.pos[gerund] = "VERB"
            tree.attach(doer, gerund, "nsubj")
            if thing is not None:
                tree.attach(thing, gerund, "dobj")
        return


def _is_gerund(tree: Tree, token: int) -> bool:
    return tree.tag[token] == "VBG" and tree.dep[token] in _GERUND
