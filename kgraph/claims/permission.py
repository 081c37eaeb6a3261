"""Who is let do something, and who will not do it: "allowed the refugees to return", "gave permission for Egypt to use
the port", "declined to resign"."""

from __future__ import annotations

from kgraph.claims.context import Context, Draft
from kgraph.claims.targets import same_actors, who
from kgraph.clauses import Predication
from kgraph.clauses.control import subject_of
from kgraph.mentions import Spotted

_TELLING = frozenset("answer comment confirm discuss disclose elaborate give identify name reveal say specify".split())
_PERMITTING = frozenset({"allow", "let", "permit"})


def permit(context: Context, draft: Draft) -> None:
    """ "Turkey allowed the refugees to return": whoever lets somebody do something gives in to him (CAMEO 08).

    Those whom no list knows ("will not allow thugs to rule") are let all the same, and nothing is conceded to them.
    """
    tree, predication = context.tree, draft.predication
    if predication.lemma not in _PERMITTING or predication.passive or not draft.subject:
        return
    if draft.sense is not None and draft.object:
        return
    clauses = [c.head for c in predication.complements if c.kind in ("infinitive", "purpose", "that")]
    heads = [head for clause in clauses[:1] for head in subject_of(tree, clause)[0] if head > predication.head]
    known = [s for s in who(context, heads) if s.actor is not None]
    let = [s for s in known if not same_actors(draft.subject, [s])]
    if let and draft.sense is None and predication.lemma != "let":
        draft.relation = "CONCEDES"
    if not known:
        let = [context.described(head) for head in heads if tree.pos[head] == "NOUN"]
    if let:
        draft.object, draft.recipient = let, []


def _is_silence(context: Context, clause: int) -> bool:
    """ "declined to be named", "declined to comment": no demand is turned down."""
    tree = context.tree
    return tree.kid(clause, "auxpass") is not None or tree.lemma[clause] in _TELLING


def for_somebody_to(context: Context, noun: int) -> list[Spotted]:
    """ "Gave permission for Egypt to use the port": the subject of the infinitive stands behind "for"."""
    tree = context.tree
    clauses = [
        clause
        for clause in tree.kids(noun, "acl", "relcl", "advcl", "ccomp")
        if any(tree.lower[mark] == "for" for mark in tree.kids(clause, "mark"))
    ]
    return [s for clause in clauses for subject in tree.kids(clause, "nsubj") for s in who(context, [subject])]


def refused_relation(context: Context, predication: Predication) -> str | None:
    """ "declined to resign", "balked at meeting the envoy": whoever will not do it says no, as a refusal does."""
    if predication.kind != "verb" or predication.passive or not predication.complements:
        return None
    if any(_is_silence(context, complement.head) for complement in predication.complements):
        return None
    kinds = {complement.preposition or complement.kind for complement in predication.complements}
    for operator in context.lexicon.operators.get(predication.lemma, ()):
        if operator.effect == "refuse" and operator.pos == "verb" and kinds & set(operator.takes):
            return operator.yields
    return None
