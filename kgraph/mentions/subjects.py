"""Whose act a clause is: its subject, said or understood. "accused Turkey of sending", "urged NATO to face", "hopes
to win"."""

from __future__ import annotations

from kgraph.mentions.scene import Scene

_OBJECT_CONTROL = frozenset(
    """urge ask tell order force compel oblige persuade convince encourage allow permit enable invite instruct
    advise warn press push lead help cause require call beg implore authorise authorize command direct teach
    train""".split()
)
_ACCUSING = frozenset({"of", "from", "for"})
_CLAUSES = frozenset({"xcomp", "advcl", "conj", "pcomp", "acl", "dep", "ccomp"})


def clause_verb(scene: Scene, token: int) -> int | None:
    """The verb of the clause that a token stands in; for a verb the verb above it."""
    tree = scene.tree
    for above in tree.ancestors(token):
        if tree.pos[above] in ("VERB", "AUX") and tree.dep[above] not in ("aux", "auxpass", "amod"):
            return above
    return None


def understood_subject(scene: Scene, verb: int, depth: int = 0) -> list[int]:
    """The heads that a verb's subject is, said or understood; empty when it is nobody's."""
    tree = scene.tree
    said = tree.kids(verb, "nsubj", "nsubjpass")
    if said:
        return _antecedent(scene, verb, said[0])
    if depth > 5 or tree.dep[verb] not in _CLAUSES:
        return []
    above = tree.head[verb]
    if tree.dep[verb] == "pcomp" and tree.pos[above] in ("ADP", "SCONJ"):
        holder = tree.head[above]
        objects = tree.kids(holder, "dobj")
        if objects and tree.lower[above] in _ACCUSING and objects[0] < above:
            return objects[:1]
        above = holder
    if tree.dep[verb] == "acl":
        return [above] if tree.pos[above] in ("NOUN", "PROPN") and tree.tag[verb] == "VBG" else []
    if tree.dep[verb] == "xcomp" and tree.lemma[above] in _OBJECT_CONTROL:
        objects = tree.kids(above, "dobj", "dative", "nsubjpass")
        if objects:
            return objects[:1]
    if tree.pos[above] in ("VERB", "AUX"):
        return understood_subject(scene, above, depth + 1)
    return []


def _antecedent(scene: Scene, verb: int, subject: int) -> list[int]:
    """The noun that "who" and "which" stand for."""
    tree = scene.tree
    if tree.tag[subject] in ("WP", "WDT") and tree.dep[verb] == "relcl":
        return [tree.head[verb]]
    return [subject]
