"""What stands over a predicate: the words that it completes, from the inside out, and what each does to it.

"agreed to send", "called for the release", "refused to withdraw", "if they attack", "in order to": a verb's
complement stands or falls with the verb, a relative clause or a reason does not.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kgraph.claims.context import Context, Draft
from kgraph.language import Operator
from kgraph.parsing import Tree

FUTURE = frozenset({"will", "'ll", "’ll", "shall", "wo"})
POSSIBLE = frozenset({"may", "might", "could", "can", "ca"})
OBLIGATION = frozenset({"should", "must", "ought", "needs"})
_CONDITION = frozenset({"if", "unless", "provided", "lest", "should", "whether"})
_AWAITING = frozenset({"before", "until", "till", "once", "when", "after", "soon"})
_WHEN = frozenset({"after", "amid", "despite", "during", "following", "since"})
# the clause below stands or falls with these: "is said to have sent", "appears to have attacked"
RAISING = frozenset(
    "appear seem say report believe think know allege understand happen prove find turn see estimate".split()
)


@dataclass(frozen=True, slots=True)
class Governor:
    """A word above a predicate: ``token``, the token of the clause below it, and how the clause hangs on it."""

    token: int
    clause: int
    link: str  # that, infinitive, gerund, noun, time, condition, purpose, relative, reason
    preposition: str | None = None


def governors(context: Context, draft: Draft) -> Iterator[Governor]:
    """The words that the predicate completes, from the inside out."""
    tree = context.tree
    at = draft.predication.carrier if draft.predication.carrier is not None else draft.head
    for _ in range(12):
        while tree.dep[at] == "conj" and tree.pos[tree.head[at]] == tree.pos[at]:
            at = tree.head[at]
        up, dep = tree.head[at], tree.dep[at]
        if any(tree.words[t] == ";" for t in range(min(at, up), max(at, up))):
            return  # "an officer said so; his superiors have not confirmed it": beside it too
        if up == at or dep == "parataxis" or _is_aside(tree, at):
            return  # "it will not answer, its chief promised": beside the clause, not in it
        preposition = None
        if tree.pos[up] in ("ADP", "SCONJ") and dep in ("pcomp", "pobj"):
            preposition, up = tree.lower[up], tree.head[up]
        if tree.pos[at] in ("NOUN", "PROPN"):
            link = "time" if preposition in _WHEN else "noun"  # "stopped after the arrest": the talks, not the arrest
            if tree.dep[at] not in ("dobj", "pobj", "nsubjpass", "attr") and not preposition:
                return
        else:
            link = _link(context, at, dep, preposition)
        if tree.lower[up] == "order" and up and tree.lower[up - 1] == "in":  # "in order to"
            up = tree.head[tree.head[up]]
            link = "purpose"
        if tree.lemma[up] == "be" and link == "that" and (adjective := tree.kid(up, "acomp")) is not None:
            yield Governor(adjective, at, link)  # "it is possible that"
        yield Governor(up, at, link, preposition)
        at = up


def _is_aside(tree: Tree, clause: int) -> bool:
    """ "Had they imposed tariffs, as Peru proposed, Chile would have lost": Peru did propose them."""
    if tree.dep[clause] != "advcl" or all(tree.lower[mark] != "as" for mark in tree.kids(clause, "mark")):
        return False
    first = tree.subtree(clause)[0]
    return tree.lower[first] == "as" and first > 0 and tree.words[first - 1] == ","


def _link(context: Context, clause: int, dep: str, preposition: str | None) -> str:
    tree = context.tree
    marks = {tree.lower[c] for c in tree.kids(clause, "mark", "advmod", "aux")}
    if "should" in marks and not _is_inverted(tree, clause):
        marks.remove("should")  # "does not think that he should resign" is no condition, "should he resign" is one
    if dep == "relcl":
        # "a plan to attack", "a call for its troops to be sent"
        wanted = "to" in marks and (tree.tag[clause] == "VB" or _is_to_be(tree, clause))
        return "infinitive" if wanted else "relative"
    if dep == "acl":
        if tree.tag[clause] == "VB":
            return "infinitive"
        return "that" if marks & {"that"} else "relative"
    if {"as", "though"} <= marks and dep in ("advcl", "ccomp"):
        return "condition"  # "it looks as though Somalia attacked"
    if dep in ("advcl", "ccomp") and (marks & _CONDITION or _is_in_case(tree, clause)):
        return "condition"
    if dep == "advcl":
        if "to" in marks and tree.tag[clause] == "VB":
            return "purpose"
        return "condition" if _is_awaited(context, clause, marks) else "reason"
    if preposition is not None:
        return "gerund"
    if "to" in marks or (tree.tag[clause] == "VB" and dep == "xcomp"):
        up = tree.head[clause]
        operators = context.lexicon.operators.get(tree.lemma[up], ())
        known = any("infinitive" in operator.takes for operator in operators)
        known = known or tree.pos[up] == "ADJ" or tree.lemma[up] in RAISING
        return "infinitive" if known or dep == "ccomp" else "purpose"
    return "gerund" if tree.tag[clause] == "VBG" and dep == "xcomp" else "that"


def _is_in_case(tree: Tree, clause: int) -> bool:
    """ "In case Iran attacks", "as long as it attacks"; what went on "as long as supplies lasted" did."""
    if any(tree.lower[p : p + 2] == ["in", "case"] for p in tree.kids(clause, "prep", "mark")):
        return True
    long = next((m - 1 for m in tree.kids(clause, "mark", "advmod") if tree.lower[m] == "as" and m > 1), clause)
    lasting = tree.lower[long] == "long" and tree.lower[long - 1] in ("as", "so")
    return lasting and tree.tag[clause] in ("VBZ", "VBP")


def _is_to_be(tree: Tree, clause: int) -> bool:
    return any(tree.tag[word] == "VB" for word in tree.kids(clause, "auxpass"))


def _is_inverted(tree: Tree, clause: int) -> bool:
    subject = tree.kid(clause, "nsubj", "nsubjpass")
    should = next(c for c in tree.kids(clause, "mark", "advmod", "aux") if tree.lower[c] == "should")
    return subject is not None and should < subject


def _is_awaited(context: Context, clause: int, marks: set[str]) -> bool:
    """ "will not stop before the rebels surrender": a present tense under a future is still to come."""
    tree = context.tree
    if not marks & _AWAITING or tree.tag[clause] not in ("VBZ", "VBP", "VBN", "VB"):
        return False
    if {tree.lower[c] for c in tree.kids(clause, "aux", "auxpass")} & {"had", "was", "were", "did"}:
        return False
    main = {tree.lower[c] for c in tree.kids(tree.head[clause], "aux")}
    return bool(main & (FUTURE | POSSIBLE | OBLIGATION | {"would"}))


def operator_of(context: Context, governor: Governor) -> Operator | None:
    """The lexicon's entry for what the governing word does to the clause or event noun below it."""
    tree = context.tree
    found = [o for o in context.lexicon.operators.get(tree.lemma[governor.token], ()) if _applies(context, governor, o)]
    if governor.preposition is not None:  # "kept A from attacking" is another "keep" than "kept attacking"
        found = [o for o in found if governor.preposition in o.takes] or found
    if len(found) > 1 and governor.link != "noun":  # "wants to attack", "wants B to attack"
        control = "object" if tree.kid(governor.clause, "nsubj") is not None else "subject"
        found = [o for o in found if o.control == control] or found
    return found[0] if found else None


def effect_over(context: Context, draft: Draft) -> str | None:
    """What the word right over a draft does to it ("attempt", "fail"); None where no operator stands there."""
    above = next(governors(context, draft), None)
    operator = operator_of(context, above) if above is not None else None
    return operator.effect if operator is not None else None


def _is_indicative(context: Context, clause: int) -> bool:
    tree = context.tree
    words = {tree.lower[child] for child in tree.kids(clause, "aux", "auxpass")}
    if words & (FUTURE | POSSIBLE | OBLIGATION | {"would", "'d", "’d", "be"}):
        return False
    return tree.tag[clause] in ("VBD", "VBZ") or bool(words & {"has", "had", "was", "were", "is", "are", "have"})


def _applies(context: Context, governor: Governor, operator: Operator) -> bool:
    tree = context.tree
    cue = context.lexicon.cues.get((tree.lemma[governor.token], "verb"))
    if (
        governor.link == "that"
        and cue is not None
        and cue.modality == "reported"
        and _is_indicative(context, governor.clause)
    ):
        return False  # "insisted that Haiti attacked" says it, "insisted that Haiti attack" wants it
    if operator.object and tree.lemma[governor.clause] not in operator.object:
        return False
    particles = {tree.lower[child] for child in tree.kids(governor.token, "prt", "prep", "advmod")}
    if operator.particle and operator.particle not in particles:
        return False
    if not operator.takes or governor.link in operator.takes or governor.preposition in operator.takes:
        return True
    return governor.link == "purpose" and "infinitive" in operator.takes
