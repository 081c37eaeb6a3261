"""Where somebody stands: "Egypt's answer is that Sudan armed them", "the minister's view remains that"."""

from __future__ import annotations

from collections.abc import Iterator

from kgraph.claims.content import clause_words
from kgraph.claims.context import Context, Said
from kgraph.claims.targets import who
from kgraph.model import Modality

_STANDPOINTS = frozenset(
    "account answer argument assessment assertion belief case charge claim complaint contention conviction defence "
    "defense excuse explanation line message opinion point position reply response statement story suspicion theory "
    "verdict version view".split()
)


def standpoints(context: Context) -> Iterator[Said]:
    """An attribution for every standpoint that a clause with "that" spells out; it is its owner's."""
    tree = context.tree
    for noun, lemma in enumerate(tree.lemma):
        verb = tree.head[noun]
        if lemma not in _STANDPOINTS or tree.dep[noun] != "nsubj" or tree.lemma[verb] not in ("be", "remain"):
            continue
        owner, clause = tree.kid(noun, "poss"), tree.kid(verb, "ccomp")
        if owner is None or clause is None or clause < verb or tree.kid(verb, "neg") is not None:
            continue
        if not any(tree.lower[mark] == "that" for mark in tree.kids(clause, "mark")):
            continue
        sources = who(context, [owner])
        if sources:
            start, end = clause_words(context, clause, verb)
            yield Said(
                head=noun,
                cue=(noun, noun + 1),
                sources=sources,
                content=[(start, end)],
                tokens=frozenset(range(start, end)),
                modality=Modality.REPORTED,
                relation="SAYS",
            )
