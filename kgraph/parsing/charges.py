"""What somebody is charged with: "accused the crew of smuggling sugar", "accused by UN experts of sending arms".

The small parser hangs the charge on the noun before it. It is no part of that noun's phrase: whoever is accused, or
accuses, is called by the words before it.
"""

from __future__ import annotations

from kgraph.parsing.tree import Tree

CHARGING = frozenset({"accuse", "suspect", "convict", "acquit", "absolve", "warn", "cure"})
_ARGUMENTS = frozenset({"dobj", "nsubjpass", "pobj", "conj"})
_ADJECTIVES = frozenset("existing ongoing remaining growing pending mounting standing outstanding rising".split())
_STEPS = 8


def is_charge(tree: Tree, preposition: int) -> bool:
    """Whether an "of" below a charging verb opens what is charged: a gerund stands behind it."""
    if tree.lower[preposition] != "of" or gerund_behind(tree, preposition) is None:
        return False
    return _charging(tree, preposition) is not None


def gerund_behind(tree: Tree, preposition: int) -> int | None:
    """The verb of the charge: "of arming rebels", also where it was taken for an adjective or a noun ("smuggling")."""
    if (clause := tree.kid(preposition, "pcomp")) is not None:
        return clause
    if (bare := tree.kid(preposition, "pobj")) == preposition + 1 and tree.tag[bare] == "VBG":
        return bare  # "accused the government of lying"
    token = preposition + 1
    if token >= len(tree) or not tree.lower[token].endswith("ing") or tree.lower[token] in _ADJECTIVES:
        return None
    noun = tree.head[token]
    modifies = tree.dep[token] in ("amod", "compound", "nmod") and noun > token and tree.head[noun] == preposition
    return token if modifies and tree.pos[token] != "PROPN" else None


def _charging(tree: Tree, preposition: int) -> int | None:
    """The verb of charging in whose argument the preposition stands."""
    at = preposition
    for _ in range(_STEPS):
        up = tree.head[at]
        if up == at:
            return None
        if tree.pos[up] == "VERB":
            argument = at == preposition or tree.dep[at] in ("dobj", "nsubjpass", "agent", "prep")
            return up if argument and tree.lemma[up] in CHARGING and up < preposition else None
        if at != preposition and tree.dep[at] not in (*_ARGUMENTS, "prep", "agent"):
            return None
        at = up
    return None


def charges(tree: Tree, verb: int) -> list[int]:
    """The prepositions below a charging verb that open a charge."""
    if tree.lemma[verb] not in CHARGING:
        return []
    return [t for t in tree.subtree(verb) if t > verb and is_charge(tree, t) and _charging(tree, t) == verb]
