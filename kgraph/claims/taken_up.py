"""Whose word the sentence before was, told behind it: "Ethiopia bombed the camp. So says Sudan.", "That, at least, is
what Sudan says."."""

from __future__ import annotations

from collections.abc import Iterator

from kgraph.claims.context import Context, Said
from kgraph.claims.targets import who
from kgraph.claims.unsure import is_tale
from kgraph.clauses.reporter import reporting
from kgraph.model import Modality

_LONGEST = 16  # tokens of a sentence that says nothing else
_POINTING = frozenset({"that", "this", "such"})


def taken_up(context: Context, found: list[Said]) -> Iterator[Said]:
    """An attribution of the sentence before, where nobody answers for it yet."""
    tree = context.tree
    for number, (start, end) in enumerate(tree.sentences):
        if number == 0 or end - start > _LONGEST:
            continue
        first, last = tree.sentences[number - 1]
        if tree.paragraph_of[first] != tree.paragraph_of[start] or any(said.tokens & {first} for said in found):
            continue
        if any(first <= said.head < last for said in found) or tree.words[first] in ('"', "“"):
            continue  # "Sudan said it was ready. That is what the mediators say too."
        verb = _verb(context, start, end)
        speaker = None if verb is None else tree.kid(verb, "nsubj") or tree.kid(verb, "dobj")
        if verb is None or speaker is None:
            continue
        sources = [] if is_tale(tree, verb) else who(context, [speaker]) or [context.described(speaker)]
        while last > first + 1 and tree.pos[last - 1] in ("PUNCT", "SPACE"):
            last -= 1
        yield Said(
            head=verb,
            cue=(verb, verb + 1),
            sources=sources,
            content=[(first, last)],
            tokens=frozenset(range(first, last)),
            modality=Modality.REPORTED,
            relation="SAYS",
        )


def _verb(context: Context, start: int, end: int) -> int | None:
    """The reporting verb of a sentence that only says whose word it was."""
    tree = context.tree
    root = next((t for t in range(start, end) if tree.dep[t] == "ROOT"), start)
    at = start + (tree.lower[start] in ("or", "and"))
    reports = reporting(tree, root, context.lexicon) is not None
    if tree.lower[at] == "so" or (reports and tree.lower[root + 1] == "so"):
        reports = reports or is_tale(tree, root)
        return root if reports and tree.kid(root, "neg", "ccomp", "xcomp", "attr", "conj") is None else None
    subject = tree.kid(root, "nsubj")
    if tree.lemma[root] != "be" or subject is None or tree.lower[subject] not in _POINTING:
        return None
    clause = tree.kid(root, "ccomp")
    what = clause is not None and any(tree.lower[c] == "what" for c in tree.children[clause] if c < clause)
    if clause is None or not what or tree.kid(root, "neg") is not None or tree.kid(clause, "neg", "ccomp") is not None:
        return None
    return clause if reporting(tree, clause, context.lexicon) is not None else None
