"""Objects that stand elsewhere: "neither confirm nor deny *the move*", "*a plan* that Peru has vowed to prevent"."""

from __future__ import annotations

from kgraph.clauses.phrases import NOMINAL, conjuncts
from kgraph.language import Lexicon
from kgraph.parsing import Tree

_ALTERNATIVE = frozenset({"nor", "or"})
_RELATIVE = frozenset({"which", "that", "whom"})
_COMPLETING = ("xcomp", "ccomp")


def shared_object(tree: Tree, verb: int, lexicon: Lexicon) -> tuple[int, ...]:
    """The object of the verb that follows at once, where this one has nothing of its own (right node raising).

    "Confirm nor deny the move", "of arming and training rebels"; not "met and signed a pact", "fled and joined them":
    behind "and" the verb must be one that takes an object.
    """
    last = next((c for c in tree.kids(verb, "conj") if c == verb + 2 and tree.tag[c] == tree.tag[verb]), None)
    if (
        last is None
        or tree.dep[verb + 1] != "cc"
        or any(child > last and tree.pos[child] != "PUNCT" for child in tree.children[verb])
    ):
        return ()
    if tree.lower[verb + 1] not in _ALTERNATIVE and not takes_object(tree, verb, lexicon):
        return ()
    return tuple(
        noun for child in tree.kids(last, "dobj") for noun in conjuncts(tree, child) if tree.pos[child] in NOMINAL
    )


def takes_object(tree: Tree, verb: int, lexicon: Lexicon) -> bool:
    """Whether the lexicon knows the verb with an object, as the deed done to it."""
    senses = lexicon.verbs.get(tree.lemma[verb], ())
    if any(sense.mutual for sense in senses):
        return False
    plain = [s for s in senses if not (s.prep or s.particle or s.inverse) and s.relation not in ("MOVES", "VISITS")]
    return any("object" in s.target or s.theme == "object" or not s.target for s in plain)


def fronted_noun(tree: Tree, verb: int, noun: int) -> int:
    """The noun that "which" stands for where its verb completes that of the clause: "which it vowed to prevent", "that
    Kyiv says Iran supplied", "whom it accused Chad of arming"."""
    accused = tree.head[tree.head[verb]]
    if tree.dep[verb] == "pcomp" and tree.dep[accused] == "relcl" and tree.lower[noun] in _RELATIVE:
        return tree.head[accused]
    if tree.lower[noun] not in _RELATIVE or noun > verb or tree.dep[verb] not in _COMPLETING:
        return noun
    up = tree.head[verb]
    while tree.dep[up] in _COMPLETING:
        up = tree.head[up]
    return tree.head[up] if tree.dep[up] == "relcl" and noun < up else noun
