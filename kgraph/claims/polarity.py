"""Whether a predicate is denied by a word beside it: "not", "never", "no", "neither", "without", "instead of"."""

from __future__ import annotations

from kgraph.claims.context import Context, Draft

_NEGATIVE = frozenset(
    {"not", "n't", "n’t", "never", "no", "neither", "nor", "nobody", "none", "nothing", "hardly", "scarcely"}
)


def negated(context: Context, draft: Draft) -> bool:
    """Whether "not", "never", "no", "neither" or "without" has the predicate in its scope."""
    tree = context.tree
    head = draft.head
    tokens = [head, *([draft.predication.carrier] if draft.predication.carrier is not None else [])]
    count = sum(negatives(context, token) for token in tokens)
    if _without(context, head):
        count += 1
    if tree.dep[head] == "conj" and tree.pos[tree.head[head]] in ("VERB", "AUX") and not count:
        # "did not attack or bomb": under "or" the negation goes on
        first = tree.head[head]
        joined = any(tree.lower[c] in ("or", "nor") for c in tree.kids(first, "cc"))
        count += joined and negatives(context, first)
    for argument in (
        *draft.predication.subject,
        *(draft.predication.object if draft.predication.kind != "copula" else ()),
    ):
        if any(tree.lower[c] in ("no", "neither") for c in tree.kids(argument, "det", "preconj", "neg")) or tree.lower[
            argument
        ] in (
            "nobody",
            "none",
            "nothing",
        ):
            count += 1
            break
    if draft.predication.kind == "noun" and draft.predication.carrier is None:
        count += any(tree.lower[c] in ("no", "without") for c in tree.kids(head, "det", "neg"))
    return count % 2 == 1


def negatives(context: Context, token: int) -> int:
    tree = context.tree
    found = sum(
        1
        for c in tree.children[token]
        if tree.dep[c] == "neg" or (tree.dep[c] in ("advmod", "preconj") and tree.lower[c] in _NEGATIVE)
    )
    # "no longer", "not only": the first ends it, the second does not deny it
    if any(tree.lower[c] == "only" and c and tree.lower[c - 1] == "not" for c in tree.children[token]):
        return 0
    longer = any(
        tree.lower[c] == "longer" and any(tree.lower[g] == "no" for g in tree.children[c]) for c in tree.children[token]
    )
    return found + (1 if longer and not found else 0)


def _without(context: Context, head: int) -> bool:
    """ "without attacking", "instead of attacking", "rather than attack"."""
    tree = context.tree
    up = tree.head[head]
    if tree.dep[head] == "pcomp" and tree.lower[up] in ("without", "of"):
        return tree.lower[up] == "without" or tree.lower[tree.head[up]] == "instead" or tree.lower[up - 1] == "instead"
    return any(tree.lower[c] == "than" and tree.lower[c - 1] == "rather" for c in range(max(1, head - 2), head))
