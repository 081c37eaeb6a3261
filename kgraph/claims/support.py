"""Help that a phrase beside the deed tells: "struck the town in support of the army", "took it with the help of Iran".

Whoever does the deed supports those "in support of" whom he does it, and is supported by those "with the help of" whom.
The support is as real as the deed: what is only planned is supported in plan only.
"""

from __future__ import annotations

from collections.abc import Container, Iterable

from kgraph.claims.context import Context, Draft
from kgraph.claims.targets import same_actors, who
from kgraph.clauses import Predication
from kgraph.clauses.phrases import conjuncts
from kgraph.mentions import Spotted
from kgraph.model import Polarity

_GIVEN = frozenset({"support", "solidarity", "aid", "defence", "defense"})  # in
_TAKEN = frozenset({"support", "help", "backing", "assistance", "aid"})  # with
RULE = "beside-the-deed"


def supports(context: Context, drafts: Iterable[Draft]) -> list[tuple[Draft, Draft]]:
    """(claim of the support, claim of the deed beside which it is told)."""
    deeds = {d.predication.carrier or d.head: d for d in drafts if d.subject and d.predication.kind in ("verb", "noun")}
    known = {draft.head for draft in drafts}
    found = []
    for preposition in range(len(context.tree)):
        noun = _help(context, preposition)
        deed = None if noun is None or noun in known else deeds.get(_verb_above(context, preposition, deeds))
        if noun is not None and deed is not None and (draft := _claim(context, preposition, noun, deed)) is not None:
            found.append((draft, deed))
    return found


def as_real(drafts: Iterable[Draft], pairs: Iterable[tuple[Draft, Draft]]) -> list[Draft]:
    """``drafts`` with support as real as the deed beside it: modality and tense are the deed's, and beside what did not
    happen there is none."""
    gone: set[int] = set()
    for draft, deed in pairs:
        draft.modality, draft.tense = deed.modality, deed.tense
        if deed.polarity is Polarity.NEGATIVE:
            gone.add(id(draft))
    return [draft for draft in drafts if id(draft) not in gone]


def _help(context: Context, preposition: int) -> int | None:
    tree = context.tree
    words = {"in": _GIVEN, "with": _TAKEN}.get(tree.lower[preposition])
    noun = None if words is None else tree.kid(preposition, "pobj")
    return noun if noun is not None and words is not None and tree.lemma[noun] in words else None


def _verb_above(context: Context, preposition: int, deeds: Container[int]) -> int:
    tree = context.tree
    for up in tree.ancestors(preposition):
        # "launched strikes dropping 90 bombs in support of the army": beside the deed that the strikes are
        if tree.pos[up] in ("VERB", "AUX") and (up in deeds or tree.dep[up] != "acl"):
            return up
    return -1


def _claim(context: Context, preposition: int, noun: int, deed: Draft) -> Draft | None:
    others = _others(context, preposition, noun)
    if not others or same_actors(deed.subject, others):
        return None
    given = context.tree.lower[preposition] == "in"
    return Draft(
        predication=Predication(noun, "noun", context.tree.lemma[noun], RULE),
        sense=None,
        predicate=context.tree.lemma[noun],
        relation="SUPPORTS",
        subject=list(deed.subject) if given else others,
        object=others if given else list(deed.subject),
        rule=RULE,
    )


def _others(context: Context, preposition: int, noun: int) -> list[Spotted]:
    tree = context.tree
    allowed = ("of", "with", "for") if tree.lower[preposition] == "in" else ("of", "from")
    heads = [
        other
        for inner in tree.kids(noun, "prep")
        if tree.lower[inner] in allowed
        for first in tree.kids(inner, "pobj")
        for other in conjuncts(tree, first)
    ]
    found = who(context, heads)
    return found or [context.described(head) for head in heads if tree.tag[head] == "NNS"]
