"""Whether a predicate is denied by a word beside it: "not", "never", "no", "neither", "without", "instead of"."""

from __future__ import annotations

from kgraph.claims.context import Context, Draft

_NEGATIVE = frozenset(
    {"not", "n't", "n’t", "never", "no", "neither", "nor", "nobody", "none", "nothing", "hardly", "scarcely"}
)
# "at no point", "in no way", "under no circumstances", "on no account"
_OCCASIONS = frozenset("point time stage way circumstance account condition case event mean means".split())
_TURNING = frozenset("choose decide opt resolve rule vote".split())  # against doing it
_TALKING = frozenset({"argue", "frighten", "reason", "scare", "talk"})  # somebody out of doing it
_AFTER_NOT = frozenset({"one", "a", "an", "all", "every", "any", "many", "even"})  # "not even Sudan claims"


def negated(context: Context, draft: Draft) -> bool:
    """Whether "not", "never", "no", "neither", "without" or a counterfactual has the predicate in its scope."""
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
    arguments = draft.predication.subject
    if draft.predication.kind != "copula":
        arguments += draft.predication.object
    count += any(_is_nobody(context, argument) for argument in arguments)
    count += any(_is_no_person(context, head) for _, head in draft.predication.obliques)
    count += _fronted(context, head)
    count += is_counterfactual(context, head) and not (draft.chain and not _is_past_result(context, head))
    count += draft.relation == "CONVICTS" and _found_not_guilty(context, head)
    if draft.predication.construction == "ellipsis":
        count += tree.lower[head - 1] in ("nor", "neither")
    if draft.predication.kind == "noun" and draft.predication.carrier is None:
        count += any(tree.lower[c] in ("no", "without") for c in tree.kids(head, "det", "neg"))
    return count % 2 == 1


def _is_nobody(context: Context, argument: int) -> bool:
    """ "no soldier", "neither side", "nobody", "not a single shot", "not one bullet", "not all rebels"."""
    tree = context.tree
    if tree.lower[argument] in ("neither", "nobody", "none", "nothing"):
        return True
    if any(tree.lower[c] == "nobody" for c in tree.kids(argument, "poss")):
        return True  # "needs nobody's permission"
    if any(tree.lower[c] in ("no", "neither") for c in tree.kids(argument, "det", "preconj", "neg")):
        return True
    before = [t for t in tree.subtree(argument) if t < argument]
    return any(tree.lower[t] == "not" and tree.lower[t + 1] in _AFTER_NOT for t in before)


def _is_no_person(context: Context, argument: int) -> bool:
    """ "fired on nobody", "spoke to no one", "sold arms to none of them"; "for no reason" denies nothing."""
    tree = context.tree
    if tree.lower[argument] == "one":
        return any(tree.lower[c] == "no" for c in tree.kids(argument, "det", "neg"))
    return tree.lower[argument] in ("nobody", "none")


def _found_not_guilty(context: Context, verb: int) -> bool:
    """ "The jury found him not guilty", "found him innocent": whom it convicts, he is not."""
    tree = context.tree
    judged = [t for t in tree.kids(verb, "oprd", "acomp") if tree.lower[t] in ("guilty", "innocent")]
    return any(tree.lower[t] == "innocent" or "not" in tree.lower[max(verb, t - 2) : t] for t in judged)


def _fronted(context: Context, head: int) -> bool:
    """ "At no point did they attack", "will under no circumstances withdraw"."""
    tree = context.tree
    over = (head, *tree.kids(head, "aux"))  # "at no point did": the phrase may hang on the auxiliary
    nouns = [noun for token in over for child in tree.kids(token, "prep") for noun in tree.kids(child, "pobj")]
    return any(
        tree.lemma[noun] in _OCCASIONS and any(tree.lower[c] == "no" for c in tree.kids(noun, "det", "neg"))
        for noun in nouns
    )


def is_counterfactual(context: Context, verb: int) -> bool:
    """ "Had they imposed tariffs, Russia would have lost", "if they had": supposed because it did not happen."""
    tree = context.tree
    while tree.dep[verb] == "conj" and tree.pos[tree.head[verb]] == "VERB":
        verb = tree.head[verb]
    had = next((c for c in tree.kids(verb, "aux") if tree.lower[c] == "had"), None)
    subject = tree.kid(verb, "nsubj", "nsubjpass", "expl")
    inverted = had is not None and subject is not None and had < subject
    # "Had Chad checked the seals, none of this would have happened": the parser may take it for what is said
    hung = tree.dep[verb] == "advcl" or (tree.dep[verb] == "ccomp" and inverted and verb < tree.head[verb])
    if not hung or had is None:
        return False
    marked = any(tree.lower[c] == "if" for c in tree.kids(verb, "mark"))
    main = {tree.lower[c] for c in tree.kids(tree.head[verb], "aux")}
    return (inverted or marked) and bool(main & {"would", "could", "might", "'d", "’d"})


def _is_past_result(context: Context, verb: int) -> bool:
    """ "Would have lost", and not "said that if they had done it, they would be punished"."""
    tree = context.tree
    return any(tree.lower[aux] == "have" for aux in tree.kids(tree.head[verb], "aux"))


def negatives(context: Context, token: int) -> int:
    tree = context.tree
    found = sum(
        1
        for c in tree.children[token]
        if (tree.dep[c] == "neg" or (tree.dep[c] in ("advmod", "preconj") and tree.lower[c] in _NEGATIVE))
        and not (c > token and tree.words[c - 1] == ",")  # "attacked Somalia, not Uganda"
        and tree.lower[c + 1 : c + 2] != ["until"]  # "not until Chad attacked did they flee"
    )
    # "no longer", "not only": the first ends it, the second does not deny it
    if any(tree.lower[c] == "only" and c and tree.lower[c - 1] == "not" for c in tree.children[token]):
        return 0
    longer = any(
        tree.lower[c] == "longer" and any(tree.lower[g] == "no" for g in tree.children[c]) for c in tree.children[token]
    )
    return found + (1 if longer and not found else 0)


def _without(context: Context, head: int) -> bool:
    """ "without attacking", "instead of attacking", "rather than attack", "stopped short of attacking"."""
    tree = context.tree
    up = tree.head[head]
    if (
        tree.dep[head] == "pcomp"
        and tree.lower[up] == "of"
        and "short" in (tree.lower[up - 1], tree.lower[tree.head[up]])
    ):
        return True
    above = tree.head[up]
    if tree.dep[head] == "pcomp" and tree.lower[up - 1] == "not" and tree.words[up - 2] == ",":
        return True  # "guilty of killing him, not of robbing him"
    if tree.dep[head] == "pcomp" and tree.lower[up] == "from" and "far" in (tree.lower[up - 1], tree.lower[above]):
        return True  # "far from attacking"
    if tree.dep[head] == "pcomp" and tree.lower[up] == "of" and tree.lower[up - 1] == "out":
        return tree.lemma[tree.head[up - 1]] in _TALKING or tree.lemma[above] in _TALKING
    if tree.dep[head] == "pcomp" and tree.lower[up] in ("without", "of"):
        return tree.lower[up] == "without" or tree.lower[tree.head[up]] == "instead" or tree.lower[up - 1] == "instead"
    if tree.dep[head] == "pcomp" and tree.lower[up] == "against":
        return tree.lemma[above] in _TURNING  # "voted against condemning Iran"
    if any(tree.lower[mark] == "than" for mark in tree.kids(head, "mark")):  # "would rather send troops than talk"
        return any(tree.lower[word] in ("rather", "sooner") for word in tree.kids(up, "advmod"))
    return any(tree.lower[c] == "than" and tree.lower[c - 1] == "rather" for c in range(max(1, head - 2), head))
