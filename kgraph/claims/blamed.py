"""Statements about somebody that blame him: "said that Peru was behind the attack", "said the rebels were to blame".

Nobody is the agent of "is responsible": the claim says only what somebody is, and who says so accuses him.
"""

from __future__ import annotations

from collections.abc import Iterable

from kgraph.claims.context import Context, Draft
from kgraph.claims.denied import kin
from kgraph.claims.targets import who
from kgraph.clauses.voice import subjects
from kgraph.mentions import Spotted
from kgraph.model import Modality, Polarity
from kgraph.ontology import quad_of

_RESPONSIBLE = frozenset({"responsible", "guilty", "complicit", "culpable", "liable"})
_FINITE = frozenset({"is", "are", "was", "were", "been", "'s", "'re"})
_WRONGS = frozenset(
    "blast blaze collapse crash crime crisis damage death delay deterioration disaster escalation explosion failure "
    "famine fire leak loss massacre outage shortage tragedy".split()
)
_HARMFUL = frozenset({"ASSAULT", "COERCE", "SANCTION", "REJECT", "PROTEST"})


def blame(context: Context, drafts: Iterable[Draft]) -> None:
    """Turn statements that somebody is to blame into accusations; contents must be in place."""
    for draft in drafts:
        if draft.relation != "SAYS" or draft.said is None or draft.polarity is Polarity.NEGATIVE:
            continue
        if draft.modality not in (Modality.ASSERTED, Modality.REPORTED):
            continue
        if any(content.predication.kind != "copula" for content in draft.content):
            continue
        own = kin(draft.subject)
        blamed = [s for s in _blamed(context, draft) if s.actor is not None and s.actor.id not in own]
        if blamed:
            draft.relation, draft.sense = "ACCUSES", None
            draft.plover, draft.mode, draft.cameo, draft.quad = "ACCUSE", "allege", "112", quad_of("ACCUSE")
            draft.object, draft.recipient = blamed, []
            draft.rule += "+blamed"


def _blamed(context: Context, draft: Draft) -> list[Spotted]:
    """The subject of "be responsible" in the clause that is said, where it is said for certain."""
    tree = context.tree
    for clause in tree.kids(draft.head, "ccomp"):
        if tree.lemma[clause] != "be" or tree.kid(clause, "neg") is not None or tree.lower[clause] not in _FINITE:
            continue
        if any(tree.lower[aux] not in ("has", "have", "had") for aux in tree.kids(clause, "aux")):
            continue
        if any(tree.lower[mark] != "that" for mark in tree.kids(clause, "mark")):
            continue
        if _is_blame(context, clause):
            return who(context, subjects(tree, clause))
    return []


def _is_blame(context: Context, verb: int) -> bool:
    tree = context.tree
    for judged in tree.kids(verb, "acomp", "attr"):
        if tree.lower[judged] in _RESPONSIBLE:
            what = [noun for p in tree.kids(judged, "prep") for noun in tree.kids(p, "pobj")]
            return not what or any(_is_wrong(context, noun) for noun in what)  # not "responsible for defence"
    if any(tree.lower[word] == "blame" for word in tree.kids(verb, "xcomp", "ccomp", "attr")):
        return True
    behind = [noun for p in tree.kids(verb, "prep") if tree.lower[p] == "behind" for noun in tree.kids(p, "pobj")]
    return any(_is_wrong(context, noun) for noun in behind)


def _is_wrong(context: Context, noun: int) -> bool:
    """An attack, a failure, a death: something that somebody can be blamed for."""
    lemma = context.tree.lemma[noun]
    return lemma in _WRONGS or any(sense.plover in _HARMFUL for sense in context.lexicon.nouns.get(lemma, ()))
