"""Who is let do something: "allowed the refugees to return", "gave permission for Egypt to use the port"."""

from __future__ import annotations

from kgraph.claims.context import Context, Draft
from kgraph.claims.targets import same_actors, who
from kgraph.clauses.control import subject_of
from kgraph.mentions import Spotted

_PERMITTING = frozenset({"allow", "permit"})


def permit(context: Context, draft: Draft) -> None:
    """ "Turkey allowed the refugees to return": whoever lets somebody do something gives in to him (CAMEO 08)."""
    predication = draft.predication
    if predication.lemma not in _PERMITTING or predication.passive or not draft.subject:
        return
    clauses = [c.head for c in predication.complements if c.kind == "infinitive"]
    let = [s for clause in clauses[:1] for s in who(context, subject_of(context.tree, clause)[0])]
    let = [s for s in let if s.actor is not None and not same_actors(draft.subject, [s])]
    if let:
        draft.relation, draft.object, draft.recipient = "CONCEDES", let, []


def for_somebody_to(context: Context, noun: int) -> list[Spotted]:
    """ "Gave permission for Egypt to use the port": the subject of the infinitive stands behind "for"."""
    tree = context.tree
    clauses = [
        clause
        for clause in tree.kids(noun, "acl", "relcl", "advcl", "ccomp")
        if any(tree.lower[mark] == "for" for mark in tree.kids(clause, "mark"))
    ]
    return [s for clause in clauses for subject in tree.kids(clause, "nsubj") for s in who(context, [subject])]
