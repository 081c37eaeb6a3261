"""Noun phrases: conjuncts, lists, what stands behind prepositions."""

from __future__ import annotations

from collections.abc import Iterator

from kgraph.parsing import Tree

NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "X", "SYM"})
_NUMBERS = "zero one two three four five six seven eight nine ten eleven twelve".split()
_TELLING = frozenset({"ask", "assure", "inform", "show", "teach", "tell"})  # "what he told reporters": them, not it
_NOT_ONLY = frozenset({"all", "alone", "every", "exactly", "just", "merely", "only", "simply"})
NO_ARGUMENT = frozenset({"according", "unlike"})  # who says it, and who does not do it
_LIST_MARKS = frozenset({",", "and", "or", "&", ";", "nor", "both", "either", "as", "well"})


def conjuncts(tree: Tree, noun: int) -> tuple[int, ...]:
    """``noun`` and the nouns coordinated with it, in text order.

    >>> # "Ankara and Baku denied it": both; "Russia, China and Iran": the parser takes the middle one for an apposition
    """
    out = [noun]
    stack = [noun]
    while stack:
        at = stack.pop()
        for child in tree.children[at]:
            listed = tree.dep[child] == "conj" or (tree.dep[child] == "appos" and _is_list(tree, at, child))
            if listed and tree.pos[child] in NOMINAL and not _is_not_meant(tree, child):
                out.append(child)
                stack.append(child)
    if len(out) > 1 and _is_not_meant(tree, noun) and any(tree.lower[c] == "but" for c in tree.kids(noun, "cc")):
        out.remove(noun)
    return tuple(sorted(out))


def _is_not_meant(tree: Tree, noun: int) -> bool:
    """ "Libya and Egypt, but not Morocco", "not Libya but Egypt"."""
    first = tree.subtree(noun)[0]
    denied = first if tree.lower[first] == "not" else first - 1
    return denied >= 0 and tree.lower[denied] == "not" and tree.lower[denied + 1] not in _NOT_ONLY


def _is_list(tree: Tree, noun: int, apposed: int) -> bool:
    # "Russia, China and Iran": an apposition that has a conjunct of its own, bare names on both sides
    members = _members(tree, apposed)
    if len(members) > 2 and _are_alike(tree, noun, members):
        return True
    if not tree.kids(apposed, "conj") or tree.pos[noun] != "PROPN" or tree.pos[apposed] != "PROPN":
        return False
    return all(tree.lower[i] in _LIST_MARKS or tree.dep[i] != "det" for i in range(noun + 1, apposed))


def _members(tree: Tree, first: int) -> list[int]:
    out, stack = [], [first]
    while stack:
        out.append(stack.pop())
        stack += tree.kids(out[-1], "conj", "appos")
    return out


def _are_alike(tree: Tree, noun: int, members: list[int]) -> bool:
    """ "Peru, the Netherlands, Chile and Oman", "three units, four trucks, a tunnel and a depot": names, or counted
    things of which the first are not as many as the others ("three men, a nurse, a cook and a guard")."""
    if tree.pos[noun] == "PROPN":
        return all(tree.pos[member] == "PROPN" for member in members)
    counts = {tree.lower[number] for number in tree.kids(noun, "nummod")}
    listed = all(tree.pos[member] == "NOUN" and tree.kid(member, "nummod", "det") is not None for member in members)
    return bool(counts) and listed and not counts & {str(len(members)), *_NUMBERS[len(members) : len(members) + 1]}


def prepositional(tree: Tree, token: int) -> Iterator[tuple[str, int]]:
    """(preposition, head of its noun phrase) for every prepositional phrase that hangs on ``token``."""
    for child in tree.children[token]:
        if tree.lower[child] in NO_ARGUMENT:
            continue  # "according to Vondra": a source, no argument
        if is_ruled_out(tree, child):  # "not to Libya but to Egypt"
            for instead in tree.kids(child, "conj"):
                yield from behind(tree, instead, tree.lower[instead])
            continue
        if tree.dep[child] in ("prep", "agent", "dative") and tree.pos[child] in (
            "ADP",
            "SCONJ",
            "PART",
            "VERB",
            "ADV",
        ):
            yield from behind(tree, child, tree.lower[child])


def is_ruled_out(tree: Tree, preposition: int) -> bool:
    """ "an allegation about Chad, not about his own country": the phrase says who is not meant."""
    return tree.lower[preposition - 1 : preposition] == ["not"] and any(
        child == preposition - 1 for child in tree.kids(preposition, "neg", "advmod", "preconj")
    )


def behind(tree: Tree, preposition: int, word: str) -> Iterator[tuple[str, int]]:
    """The noun phrases behind one preposition, also behind a doubled or coordinated one ("in and around Aleppo")."""
    for child in tree.children[preposition]:
        if tree.dep[child] in ("pobj", "pcomp") and tree.pos[child] in NOMINAL:
            for noun in conjuncts(tree, child):
                yield word, noun
        elif (tree.dep[child] == "prep" and tree.pos[child] in ("ADP", "SCONJ")) or (
            tree.dep[child] == "conj" and tree.pos[child] == "ADP"
        ):  # "from near Aleppo", "out of Syria", "in and around Aleppo"
            yield from behind(tree, child, tree.lower[child])


def noun_phrase(tree: Tree, head: int, *, clauses: bool = False) -> tuple[int, int]:
    """(first, last + 1) token of the phrase around ``head``: modifiers and prepositional phrases, without relative
    clauses, appositions after a comma and conjuncts unless ``clauses``."""
    first = last = head
    stack = [head]
    while stack:
        at = stack.pop()
        first, last = min(first, at), max(last, at)
        for child in tree.children[at]:
            dep = tree.dep[child]
            if (
                dep in ("relcl", "cc", "conj", "punct", "appos", "preconj")
                and at == head
                and not clauses
                and child > at
            ):
                continue
            if dep in ("relcl", "advcl", "ccomp") and not clauses:
                continue
            stack.append(child)
    while last > first and tree.pos[last] in ("PUNCT", "SPACE", "CCONJ"):
        last -= 1
    return first, last + 1


def free_relative(tree: Tree, verb: int) -> int | None:
    """ "denounced what he called Turkey's statements": the noun that the clause around ``verb`` calls something.

    The verb has "what" for its object and a naming complement; None for any other clause.
    """
    if not any(tree.lower[c] == "what" for c in tree.children[verb] if c < verb) or tree.lemma[verb] in _TELLING:
        return None
    for child in tree.children[verb]:
        if child < verb:
            continue
        if tree.dep[child] in ("oprd", "ccomp", "xcomp", "attr", "dobj") and tree.pos[child] in ("NOUN", "PROPN"):
            return child
        if tree.dep[child] == "prep" and tree.lower[child] == "as":
            return tree.kid(child, "pobj")
        if tree.dep[child] in ("ccomp", "xcomp") and tree.pos[child] in ("AUX", "VERB"):  # "considered to be the entry"
            return tree.kid(child, "attr", "nsubj")
    return None
