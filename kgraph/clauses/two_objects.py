"""Two objects of one verb: "promised *the rebels* an amnesty and two ministries", "offered *it* help with gas".

Whoever gets something stands first and is the dative; small parsers make two objects of the two, the gift an adverb,
the receiver part of the gift's name, or the gift a verb. Only the tree is changed.
"""

from __future__ import annotations

from kgraph.clauses.voice import DITRANSITIVE, is_passive
from kgraph.language import Lexicon
from kgraph.parsing import Tree

_GIVING = frozenset("award deny give grant lend offer owe pledge promise".split())
_WHEN = frozenset({"DATE", "TIME"})
_RECEIVERS = frozenset({"GPE", "ORG", "NORP", "PERSON"})


def two_objects(tree: Tree, verb: int, lexicon: Lexicon) -> None:
    """Tell the receiver from what he is given or promised."""
    if tree.lemma[verb] not in DITRANSITIVE - {"teach", "tell"} or is_passive(tree, verb):
        return
    _gift_as_adverb(tree, verb)
    _gift_as_verb(tree, verb, lexicon)
    _receiver_in_gift(tree, verb)
    objects = [child for child in tree.kids(verb, "dobj") if child > verb]
    if len(objects) == 2 and tree.kid(verb, "dative") is None and _stand_together(tree, objects):
        tree.dep[objects[0]] = "dative"


def _stand_together(tree: Tree, objects: list[int]) -> bool:
    return tree.subtree(objects[0])[-1] + 1 == tree.subtree(objects[1])[0]


def _gift_as_adverb(tree: Tree, verb: int) -> None:
    """ "have not given these people one dinar"."""
    receiver = tree.kid(verb, "dative")
    if receiver is None or tree.kid(verb, "dobj") is not None or tree.pos[receiver] == "ADP":
        return
    for noun in tree.kids(verb, "npadvmod"):
        right_behind = tree.subtree(noun)[0] == tree.subtree(receiver)[-1] + 1
        if noun > receiver and right_behind and tree.pos[noun] == "NOUN" and tree.ent[noun] not in _WHEN:
            tree.dep[noun] = "dobj"
            return


def _gift_as_verb(tree: Tree, verb: int, lexicon: Lexicon) -> None:
    """ "promised it help with gas supplies": nothing that it shall do, but help."""
    for gift in tree.kids(verb, "ccomp"):
        receiver = tree.kid(gift, "nsubj")
        bare = tree.tag[gift] in ("VB", "VBP") and tree.kid(gift, "aux", "mark", "dobj") is None
        if receiver != verb + 1 or gift != verb + 2 or not bare or tree.pos[receiver] != "PRON":
            continue
        if tree.lemma[verb] in _GIVING and tree.lower[gift] in lexicon.nouns:
            tree.pos[gift], tree.tag[gift], tree.lemma[gift] = "NOUN", "NN", tree.lower[gift]
            tree.attach(receiver, verb, "dative")
            tree.dep[gift] = "dobj"


def _receiver_in_gift(tree: Tree, verb: int) -> None:
    """ "promised Hungary help with gas": a name right behind the verb, taken for part of what is given."""
    gift, name = tree.kid(verb, "dobj"), verb + 1
    if tree.lemma[verb] not in _GIVING or gift is None or gift < name + 1 or tree.kid(verb, "dative") is not None:
        return
    before = [child for child in tree.children[gift] if child < gift]
    if before[:1] != [name] or tree.pos[name] != "PROPN" or tree.pos[gift] != "NOUN":
        return
    if tree.dep[name] in ("compound", "nmod") and tree.ent[name] in _RECEIVERS:
        tree.attach(name, verb, "dative")
