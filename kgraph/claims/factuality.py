"""Is it real: polarity, modality and tense of a draft, by what stands on it and over it.

From the predicate up to the root: its own auxiliaries and negation, then every word it completes ("agreed to",
"called for", "refused to", "if"). The innermost unreal word decides: in "said it plans to send", the sending is
intended. A relative clause or a finite reason clause is climbed out of without taking what stands above: in "vowed to
punish those who attacked", the attack is real. Values after FactBank (Sauri and Pustejovsky 2009).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kgraph.claims.context import Context, Draft, Said
from kgraph.clauses.phrases import free_relative
from kgraph.clauses.voice import is_passive
from kgraph.language import Operator
from kgraph.model import UNREAL, Modality, Polarity

_NEGATIVE = frozenset(
    {"not", "n't", "n’t", "never", "no", "neither", "nor", "nobody", "none", "nothing", "hardly", "scarcely"}
)
_FUTURE = frozenset({"will", "'ll", "’ll", "shall", "wo"})
_POSSIBLE = frozenset({"may", "might", "could", "can", "ca"})
_OBLIGATION = frozenset({"should", "must", "ought", "needs"})
_REAL_CLAUSE = frozenset(
    {"because", "since", "after", "as", "when", "while", "although", "though", "whereas", "once", "before"}
)
_CONDITION = frozenset({"if", "unless", "provided", "lest", "should", "whether"})
# the clause below stands or falls with these: "is said to have sent", "appears to have attacked"
_RAISING = frozenset(
    "appear seem say report believe think know allege understand happen prove find turn see estimate".split()
)
_ALLEGEDLY = frozenset({"allegedly", "purportedly", "supposedly", "ostensibly"})
_REPORTEDLY = frozenset({"reportedly", "apparently", "probably", "presumably", "possibly", "perhaps", "likely"})
_ASKED = frozenset({"demand", "urge", "ask", "reverse"})  # "did not ask X to leave": nothing is said of the leaving
_PREVENTED = frozenset({"prevent", "stop", "keep", "prohibit", "bar", "dissuade", "discourage", "deter"})


@dataclass(frozen=True, slots=True)
class Governor:
    """A word above a predicate: ``token``, the token of the clause below it, and how the clause hangs on it."""

    token: int
    clause: int
    link: str  # that, infinitive, gerund, noun, condition, purpose, relative, reason
    preposition: str | None = None


def judge(context: Context, draft: Draft, chain: list[Said], unsourced: Modality | None = None) -> None:
    """Set polarity, modality and tense of ``draft``. ``chain``: who answers for it, outermost first; ``unsourced``: the
    modality of a report that names nobody ("it was reported that")."""
    draft.polarity = Polarity.NEGATIVE if negated(context, draft) else Polarity.POSITIVE
    draft.tense = tense(context, draft.head)
    unreal, flipped = _governed(context, draft)
    if flipped:
        draft.polarity = Polarity.NEGATIVE if draft.polarity is Polarity.POSITIVE else Polarity.POSITIVE
    hearsay = _hearsay(context, draft) or unsourced
    own = _own_modality(context, draft, reported=bool(chain))
    if unreal is None and names_only(context, draft):
        unreal = Modality.EVALUATION
    draft.modality = unreal or own or _by_chain(draft, chain) or hearsay or _by_form(context, draft)


def _by_chain(draft: Draft, chain: list[Said]) -> Modality | None:
    return chain[-1].modality if chain else None


def names_only(context: Context, draft: Draft) -> bool:
    """ "what he called reckless statements": a word for a thing, not a deed."""
    return draft.predication.kind == "verb" and free_relative(context.tree, draft.head) is not None


def _hearsay(context: Context, draft: Draft) -> Modality | None:
    """ "is believed to have sent", "reportedly sent": somebody says so, nobody is named."""
    tree = context.tree
    words = {tree.lower[c] for c in tree.kids(draft.head, "advmod")}
    if words & _ALLEGEDLY:
        return Modality.ALLEGED
    if words & _REPORTEDLY:
        return Modality.REPORTED
    for governor in governors(context, draft):
        cue = context.lexicon.cues.get((tree.lemma[governor.token], "verb"))
        if governor.link in ("infinitive", "that", "purpose") and cue is not None and is_passive(tree, governor.token):
            return Modality.ALLEGED if cue.modality == "alleged" else Modality.REPORTED
        if governor.link not in ("infinitive", "that", "purpose"):
            return None
    return None


def _by_form(context: Context, draft: Draft) -> Modality:
    predication = draft.predication
    if predication.kind == "noun" and predication.carrier is None and not _existential(context, draft.head):
        return Modality.PRESUPPOSED
    if predication.construction == "participle" and context.tree.pos[context.tree.head[draft.head]] in (
        "NOUN",
        "PROPN",
    ):
        owner = context.tree.kid(context.tree.head[draft.head], "poss")
        return Modality.PRESUPPOSED if owner is not None else Modality.ASSERTED
    return Modality.ASSERTED


def _existential(context: Context, noun: int) -> bool:
    tree = context.tree
    verb = tree.head[noun]
    return (
        tree.dep[noun] in ("attr", "nsubj")
        and tree.pos[verb] in ("VERB", "AUX")
        and (tree.dep[noun] == "nsubj" or tree.kid(verb, "expl") is not None)
    )


# -- polarity --------------------------------------------------------------------------------------------------------


def negated(context: Context, draft: Draft) -> bool:
    """Whether "not", "never", "no", "neither" or "without" has the predicate in its scope."""
    tree = context.tree
    head = draft.head
    tokens = [head, *([draft.predication.carrier] if draft.predication.carrier is not None else [])]
    count = sum(_negatives(context, token) for token in tokens)
    if _without(context, head):
        count += 1
    if tree.dep[head] == "conj" and tree.pos[tree.head[head]] in ("VERB", "AUX") and not count:
        # "did not attack or bomb": under "or" the negation goes on
        first = tree.head[head]
        joined = any(tree.lower[c] in ("or", "nor") for c in tree.kids(first, "cc"))
        count += joined and _negatives(context, first)
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


def _negatives(context: Context, token: int) -> int:
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


# -- modality --------------------------------------------------------------------------------------------------------


def _hedge(context: Context, noun: int) -> Modality | None:
    """ "the alleged attack", "a suspected strike", "the so-called liberation"."""
    tree = context.tree
    for child in tree.kids(noun, "amod"):
        cue = context.lexicon.cues.get((tree.lower[child], "adj"))
        if cue is not None and "noun" in cue.content:
            return Modality(cue.modality)
    before = tree.lower[max(0, noun - 5) : noun]
    if "called" in before and before[max(0, before.index("called") - 2)] == "so":
        return Modality.EVALUATION
    return None


def _own_modality(context: Context, draft: Draft, *, reported: bool) -> Modality | None:
    tree = context.tree
    head = draft.predication.carrier if draft.predication.carrier is not None else draft.head
    if _is_question(context, head):
        return Modality.CONDITIONAL
    if draft.predication.kind == "noun" and (hedge := _hedge(context, draft.head)) is not None:
        return hedge
    while True:
        words = [tree.lower[c] for c in tree.kids(head, "aux")]
        if words or tree.dep[head] != "conj" or tree.pos[tree.head[head]] not in ("VERB", "AUX"):
            break
        if tree.kid(head, "nsubj", "nsubjpass") is not None or tree.tag[head] not in ("VB", "VBN"):
            break
        head = tree.head[head]  # "will arm and train": one auxiliary for both
    perfect = "have" in words and tree.tag[head] == "VBN"
    for word in words:
        if word in _FUTURE:
            return Modality.INTENDED
        if word in ("would", "'d", "’d"):
            return Modality.INTENDED if reported and not perfect else Modality.CONDITIONAL
        if word in _POSSIBLE:
            return Modality.CONDITIONAL
        if word in _OBLIGATION:
            return Modality.DEMANDED
    if (
        tree.lower[head] != "been"
        and any(tree.lower[c] == "going" for c in [tree.head[head]])
        and tree.dep[head] == "xcomp"
    ):
        return Modality.INTENDED
    return None


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


def _governed(context: Context, draft: Draft) -> tuple[Modality | None, bool]:
    """(the innermost unreal modality from above, whether an odd number of words from above says it did not happen)."""
    unreal: Modality | None = None
    flips = 0
    for governor in governors(context, draft):
        if governor.link in ("relative", "reason"):
            break
        if governor.link == "condition":
            unreal = unreal or Modality.CONDITIONAL
            break
        operator = operator_of(context, governor)
        if operator is not None:
            if operator.negative:
                flips += 1
            if operator.modality is not None and Modality(operator.modality) in UNREAL:
                unreal = unreal or Modality(operator.modality)
        elif governor.link == "noun" and governor.preposition:
            break  # "sanctions because of its drilling", "after the attack": the event stands by itself
        elif context.tree.lemma[governor.token] in _PREVENTED and governor.preposition == "from":
            flips += 1
        elif governor.link == "purpose" and governor.token not in _raised(context, governor):
            unreal = unreal or Modality.PURPOSE
        if governor.link == "that" and _negatives(context, governor.token) and unreal is None:
            unreal = Modality.CONDITIONAL  # "did not say that": nobody has said it
        if operator is not None and operator.effect not in _ASKED and governor.link in ("infinitive", "gerund", "noun"):
            flips += _negatives(context, governor.token) + _no(context, governor.token)
            if operator.effect in ("pass", "light"):
                unreal = unreal or _auxiliary(context, governor.token)
        if governor.link in ("that", "infinitive") and unreal is not None:
            break
    return unreal, flips % 2 == 1


def _no(context: Context, noun: int) -> int:
    # "has no plans to attack"
    return int(any(context.tree.lower[c] == "no" for c in context.tree.kids(noun, "det", "neg")))


def _auxiliary(context: Context, token: int) -> Modality | None:
    words = {context.tree.lower[c] for c in context.tree.kids(token, "aux")}
    if words & _FUTURE:
        return Modality.INTENDED
    if words & (_POSSIBLE | {"would"}):
        return Modality.CONDITIONAL
    return Modality.DEMANDED if words & _OBLIGATION else None


def _raised(context: Context, governor: Governor) -> set[int]:
    return {governor.token} if context.tree.lemma[governor.token] in _RAISING else set()


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


def _is_indicative(context: Context, clause: int) -> bool:
    tree = context.tree
    words = {tree.lower[child] for child in tree.kids(clause, "aux", "auxpass")}
    if words & (_FUTURE | _POSSIBLE | _OBLIGATION | {"would", "'d", "’d", "be"}):
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
    particles = {tree.lower[child] for child in tree.kids(governor.token, "prt", "prep")}
    if operator.particle and operator.particle not in particles:
        return False
    if not operator.takes or governor.link in operator.takes or governor.preposition in operator.takes:
        return True
    return governor.link == "purpose" and "infinitive" in operator.takes


def governors(context: Context, draft: Draft) -> Iterator[Governor]:
    """The words that the predicate completes, from the inside out."""
    tree = context.tree
    at = draft.predication.carrier if draft.predication.carrier is not None else draft.head
    for _ in range(12):
        while tree.dep[at] == "conj" and tree.pos[tree.head[at]] == tree.pos[at]:
            at = tree.head[at]
        up, dep = tree.head[at], tree.dep[at]
        if up == at:
            return
        preposition = None
        if tree.pos[up] in ("ADP", "SCONJ") and dep in ("pcomp", "pobj"):
            preposition, up = tree.lower[up], tree.head[up]
        if tree.pos[at] in ("NOUN", "PROPN"):
            link = "noun"
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


def _link(context: Context, clause: int, dep: str, preposition: str | None) -> str:
    tree = context.tree
    marks = {tree.lower[c] for c in tree.kids(clause, "mark", "advmod", "aux")}
    if dep == "relcl":
        return "infinitive" if tree.tag[clause] == "VB" and "to" in marks else "relative"
    if dep == "acl":
        if tree.tag[clause] == "VB":
            return "infinitive"
        return "that" if marks & {"that"} else "relative"
    if marks & _CONDITION and dep in ("advcl", "ccomp"):
        return "condition"
    if dep == "advcl":
        if "to" in marks and tree.tag[clause] == "VB":
            return "purpose"
        return "reason"
    if preposition is not None:
        return "gerund"
    if "to" in marks or (tree.tag[clause] == "VB" and dep == "xcomp"):
        up = tree.head[clause]
        operators = context.lexicon.operators.get(tree.lemma[up], ())
        known = any("infinitive" in operator.takes for operator in operators)
        known = known or tree.pos[up] == "ADJ" or tree.lemma[up] in _RAISING
        return "infinitive" if known or dep == "ccomp" else "purpose"
    return "gerund" if tree.tag[clause] == "VBG" and dep == "xcomp" else "that"


# -- tense -----------------------------------------------------------------------------------------------------------


def tense(context: Context, head: int) -> str | None:
    """ "past", "present", "future" or None (infinitives, participles, nouns)."""
    tree = context.tree
    words = {tree.lower[c] for c in tree.kids(head, "aux", "auxpass")}
    if words & _FUTURE or words & {"would"}:
        return "future"
    if words & {"has", "have", "had", "was", "were", "did"} or tree.tag[head] == "VBD":
        return "past"
    if tree.tag[head] in ("VBZ", "VBP") or words & {"is", "are", "do", "does"}:
        return "present"
    return None
