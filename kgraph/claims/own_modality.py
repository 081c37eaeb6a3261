"""How a predicate stands by its own words: its auxiliaries, "nearly", "the alleged attack", a question, a scenario."""

from __future__ import annotations

from kgraph.claims.arranged import is_to_come
from kgraph.claims.context import Context, Draft
from kgraph.claims.governors import FUTURE, OBLIGATION, POSSIBLE
from kgraph.claims.unsure import alleged_noun, by_alleged, is_if_true, is_left_open, is_near, is_supposed, is_unproven
from kgraph.clauses.voice import is_imperative
from kgraph.model import Modality

_NOT_QUITE = frozenset({"nearly", "almost"})
_SUPPOSED = frozenset({"scenario", "hypothesis"})
_CONCLUDING = frozenset("assume believe claim conclude say suggest suppose think".split())
_MISTAKEN = frozenset("absurd false incorrect misleading mistake mistaken naive untrue wrong".split())
_MOCK = frozenset("fake feigned hypothetical imaginary make-believe mock pretend sham simulated".split())
_ANY, _ANYBODY = frozenset({"any", "whichever"}), frozenset({"anyone", "anybody", "whoever"})


def own_modality(context: Context, draft: Draft, *, reported: bool) -> Modality | None:
    tree = context.tree
    head = draft.predication.carrier if draft.predication.carrier is not None else draft.head
    if any(tree.lower[mark] == "than" for mark in tree.kids(head, "mark")):
        return auxiliary(context, tree.head[head])  # "would rather expel the envoy than release them"
    if _is_question(context, head) or _is_supposed(context, head) or is_left_open(tree, head) or is_near(tree, head):
        return Modality.CONDITIONAL
    if (
        _of_any(context, head)
        or _is_mistaken(context, head)
        or is_if_true(context.tree, head)
        or is_unproven(context, head)
    ):
        return Modality.CONDITIONAL
    if is_imperative(context.tree, head):
        return Modality.DEMANDED
    if is_to_come(tree, head):
        return Modality.INTENDED
    if draft.predication.kind == "noun" and (hedge := _hedge(context, draft.head)) is not None:
        return hedge
    if not reported and (hedge := by_alleged(context, draft)) is not None:
        return hedge
    if tree.lower[head - 1] in _NOT_QUITE and tree.head[head - 1] == head and tree.dep[head - 1] == "advmod":
        return Modality.CONDITIONAL  # "the jets nearly collided"
    if draft.tense != "past" and (_in_a_scenario(context, head) or (draft.said is None and _depends(context, head))):
        return Modality.CONDITIONAL
    while True:
        words = [tree.lower[c] for c in tree.kids(head, "aux")]
        if words or tree.dep[head] != "conj" or tree.pos[tree.head[head]] not in ("VERB", "AUX"):
            break
        if tree.kid(head, "nsubj", "nsubjpass") is not None or tree.tag[head] not in ("VB", "VBN"):
            break
        head = tree.head[head]  # "will arm and train": one auxiliary for both
    perfect = "have" in words and tree.tag[head] == "VBN"
    for word in words:
        if word in FUTURE:
            return Modality.INTENDED
        if word in ("would", "'d", "’d"):
            return Modality.INTENDED if reported and not perfect else Modality.CONDITIONAL
        if word in POSSIBLE:
            return Modality.CONDITIONAL
        if word in OBLIGATION:
            return Modality.DEMANDED
    if (
        tree.lower[head] != "been"
        and any(tree.lower[c] == "going" for c in [tree.head[head]])
        and tree.dep[head] == "xcomp"
    ):
        return Modality.INTENDED
    return None


def _hedge(context: Context, noun: int) -> Modality | None:
    """ "the alleged attack", "a suspected strike", "the so-called liberation"."""
    tree = context.tree
    if (alleged := alleged_noun(context, noun)) is not None:
        return alleged
    if any(tree.lower[child] in _MOCK for child in tree.kids(noun, "amod", "compound")):
        return Modality.CONDITIONAL
    before = tree.lower[max(0, noun - 5) : noun]
    if "called" in before and before[max(0, before.index("called") - 2)] == "so":
        return Modality.EVALUATION
    return None


def _is_mistaken(context: Context, head: int) -> bool:
    """ "It would be wrong to conclude that Chad did it": whoever writes it does not hold it to be so."""
    tree = context.tree
    for up in tree.ancestors(head):
        if tree.lemma[up] in _CONCLUDING and tree.tag[up] == "VB":
            judged = [tree.head[up], *tree.kids(tree.head[up], "acomp", "attr")]
            return any(tree.lemma[word] in _MISTAKEN for word in judged)
    return False


def _of_any(context: Context, head: int) -> bool:
    """ "any government that attacks Chile", "anyone who": whether there is one stays open."""
    tree = context.tree
    noun = tree.head[head]
    if tree.dep[head] not in ("relcl", "acl"):
        return False  # "any state attacking Kenya" too
    article = tree.kid(noun, "det")
    return tree.lower[noun] in _ANYBODY or (article is not None and tree.lower[article] in _ANY)


def _is_supposed(context: Context, head: int) -> bool:
    """ "Invading Kenya would end the talks": what would have consequences has not happened."""
    tree = context.tree
    if is_supposed(tree, head):
        return True
    if tree.dep[head] != "csubj" or tree.tag[head] != "VBG" or tree.kid(head, "aux", "nsubj") is not None:
        return False
    return bool({tree.lower[aux] for aux in tree.kids(tree.head[head], "aux")} & (FUTURE | POSSIBLE | {"would"}))


def _in_a_scenario(context: Context, head: int) -> bool:
    """ "A second scenario is a bargain: the vote is postponed", "under this scenario, the funds flow again"."""
    tree = context.tree
    start, _ = tree.sentence(head)
    while start and tree.words[start - 1] == ":":  # the parser may end the sentence there
        start, _ = tree.sentence(start - 1)
    for noun in (t for t in range(start, head) if tree.lemma[t] in _SUPPOSED):
        if ":" in tree.words[noun:head] or (
            tree.dep[noun] == "pobj" and tree.lower[tree.head[noun]] in ("in", "under")
        ):
            return True
    return False


def _depends(context: Context, head: int) -> bool:
    """ "If the port is closed, the agency halts its deliveries": what stands beside a condition stands under it."""
    tree = context.tree
    if tree.tag[head] not in ("VBZ", "VBP", "VBN") or tree.lemma[head] in context.lexicon.operators:
        return False
    marks = [mark for clause in tree.kids(head, "advcl") for mark in tree.kids(clause, "mark")]
    return any(tree.lower[mark] in ("if", "unless") for mark in marks)


def _is_question(context: Context, head: int) -> bool:
    tree = context.tree
    start, end = tree.sentence(head)
    last = next(
        (
            t
            for t in range(end - 1, start, -1)
            if tree.pos[t] not in ("SPACE",) and tree.words[t] not in ('"', "”", "'", "’")
        ),
        start,
    )
    return tree.words[last] == "?"


def auxiliary(context: Context, token: int) -> Modality | None:
    words = {context.tree.lower[c] for c in context.tree.kids(token, "aux")}
    if words & FUTURE:
        return Modality.INTENDED
    if words & (POSSIBLE | {"would"}):
        return Modality.CONDITIONAL
    return Modality.DEMANDED if words & OBLIGATION else None
