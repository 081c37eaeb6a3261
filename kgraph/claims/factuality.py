"""Is it real: polarity, modality and tense of a draft, by what stands on it and over it.

From the predicate up to the root: its own auxiliaries and negation, then every word it completes ("agreed to",
"called for", "refused to", "if"). The innermost unreal word decides: in "said it plans to send", the sending is
intended. A relative clause or a finite reason clause is climbed out of without taking what stands above: in "vowed to
punish those who attacked", the attack is real. Values after FactBank (Sauri and Pustejovsky 2009).
"""

from __future__ import annotations

from kgraph.claims.arranged import arranged, had_to, was_custom
from kgraph.claims.context import Context, Draft, Said
from kgraph.claims.copulas import DUE
from kgraph.claims.governors import FUTURE, RAISING, Governor, governors, operator_of
from kgraph.claims.hearsay import hearsay
from kgraph.claims.own_modality import auxiliary, own_modality
from kgraph.claims.polarity import negated, negatives
from kgraph.claims.unsure import (
    is_alternative,
    is_doubted,
    is_excluded,
    is_withheld,
)
from kgraph.clauses.phrases import free_relative
from kgraph.clauses.voice import is_passive
from kgraph.model import UNREAL, Modality, Polarity
from kgraph.parsing.charges import CHARGING

_ASKED = frozenset({"demand", "urge", "ask", "reverse"})  # "did not ask X to leave": nothing is said of the leaving
# "does not think that he should resign": thinks that he should not (Horn 1978)
NEGATION_RAISED = frozenset("think believe suppose imagine expect reckon feel".split())
_DISPUTED = frozenset({"contest", "dispute", "doubt", "question"})
_DEPENDING = frozenset({"bank", "bet", "condition", "count", "depend", "hinge", "rely"})
_SETTING_OUT = frozenset(
    "come drive enter fly gear go head intend march meet plan prepare return set travel want".split()
)
_OF_THOSE_WHO_DID = frozenset("first second third last latest only few many one".split())
_NAMING = frozenset("brand call condemn decry denounce describe dismiss dub label".split())
_CLEARING = frozenset({"absolve", "acquit", "clear", "exculpate", "exonerate"})
_PREVENTED = frozenset({"prevent", "stop", "keep", "prohibit", "bar", "dissuade", "discourage", "deter"})


def judge(context: Context, draft: Draft, chain: list[Said], unsourced: Modality | None = None) -> None:
    """Set polarity, modality and tense of ``draft``. ``chain``: who answers for it, outermost first; ``unsourced``: the
    modality of a report that names nobody ("it was reported that")."""
    # "PUTIN: We will not": the colon says it, whatever stands round it
    if context.tree.pos[draft.head] == "PUNCT" or draft.rule == "according-to":
        draft.modality = _by_chain(draft, chain) or Modality.ASSERTED
        return
    draft.polarity = Polarity.NEGATIVE if negated(context, draft) else Polarity.POSITIVE
    draft.tense = tense(context, draft.head)
    unreal, flipped = _governed(context, draft)
    if flipped:
        draft.polarity = Polarity.NEGATIVE if draft.polarity is Polarity.POSITIVE else Polarity.POSITIVE
    if draft.predication.kind == "copula" and any(c.kind == "if" for c in draft.predication.complements):
        unreal = unreal or Modality.CONDITIONAL  # "if they disarm, he is ready to talk"
    rumoured = hearsay(context, draft) or unsourced
    own = own_modality(context, draft, reported=bool(chain))
    if unreal is None and (names_only(context, draft) or naming_verb(context, draft) is not None):
        unreal = Modality.EVALUATION
    if draft.predicate == DUE:
        unreal = unreal or Modality.INTENDED
    if rumoured is Modality.ALLEGED and draft.rule.startswith("gerund-after-") and chain and not _charges(chain[-1]):
        unreal = unreal or Modality.ALLEGED  # "said it had arrested two men suspected of smuggling arms"
    if unreal is None and draft.polarity is Polarity.POSITIVE and is_alternative(context.tree, draft):
        unreal = Modality.CONDITIONAL
    unreal = unreal or own or _for_a_purpose(context, draft)
    draft.modality = unreal or _by_chain(draft, chain) or rumoured or _by_form(context, draft)


def _charges(said: Said) -> bool:
    return said.modality is Modality.ALLEGED


def _by_chain(draft: Draft, chain: list[Said]) -> Modality | None:
    if chain and draft.head in chain[-1].described:
        return Modality.REPORTED  # "urged them to spare a school where many shelter": they do, as the asker says
    return chain[-1].modality if chain else None


def names_only(context: Context, draft: Draft) -> bool:
    """ "what he called reckless statements": a word for a thing, not a deed."""
    return draft.predication.kind == "verb" and free_relative(context.tree, draft.head) is not None


def naming_verb(context: Context, draft: Draft) -> int | None:
    """ "denounced what he called T's aggression", "branded it a tale told by spies": the verb that gives a thing the
    name of this event, or the name that this participle belongs to."""
    tree = context.tree
    verb = tree.head[draft.head]
    if draft.predication.kind == "noun":
        return verb if free_relative(tree, verb) == draft.head else None
    if tree.dep[draft.head] == "acl" and free_relative(tree, verb := tree.head[tree.head[draft.head]]) is not None:
        # "what it said was evidence that they had burned it"
        over = tree.head[verb] if tree.lemma[verb] == "be" else verb
        if free_relative(tree, verb) == tree.head[draft.head] and tree.kid(draft.head, "mark") is not None:
            return over
    verb = tree.head[draft.head]
    finite = tree.kid(draft.head, "aux", "mark", "nsubj") is not None  # "a claim that they had burned it"
    if tree.dep[draft.head] != "acl" or tree.tag[draft.head] != "VBN" or finite:
        return None
    name, namer = verb, tree.head[verb]
    if tree.lower[namer] == "as":
        namer = tree.head[namer]
    named = [child for child in tree.kids(namer, "dobj", "oprd", "attr", "prep") if child > namer]
    given = name in named[1:] or tree.head[name] in named[1:]
    return namer if tree.lemma[namer] in _NAMING and given else None


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


# -- modality --------------------------------------------------------------------------------------------------------


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
        if is_withheld(context, governor.token) or (governor.link == "that" and is_doubted(context, governor.token)):
            unreal = unreal or Modality.CONDITIONAL
            break
        if governor.preposition == "on" and context.tree.lemma[governor.token] in _DEPENDING:
            unreal = unreal or Modality.CONDITIONAL  # "conditioned aid on Iran freeing them"
            break
        if governor.link == "that" and is_excluded(context, governor.token):
            flips += 1
            break
        operator = operator_of(context, governor)
        if operator is not None and had_to(context.tree, draft, governor.token, operator):
            continue
        if governor.link == "noun" and _is_joined(context, governor):
            break
        if governor.preposition == "of" and _is_cleared(context, _judging(context, governor.token)):
            flips += 1
        if operator is not None:
            if operator.negative:
                flips += 1
            if operator.modality is not None and Modality(operator.modality) in UNREAL:
                unreal = unreal or Modality(operator.modality)
        elif governor.link == "noun" and governor.preposition:
            break  # "sanctions because of its drilling", "after the attack": the event stands by itself
        elif context.tree.lemma[governor.token] in _PREVENTED and governor.preposition == "from":
            flips += 1
        elif governor.link in ("purpose", "infinitive") and _claims_to_have(context, governor):
            break
        elif governor.link == "purpose" and (
            was_custom(context.tree, governor.token) or _is_shown(context, draft, governor)
        ):
            continue
        elif (planned := arranged(context.tree, governor.token, governor.clause)) is not None:
            unreal = unreal or planned
        elif governor.link == "purpose" and governor.token not in _raised(context, governor):
            unreal = unreal or Modality.PURPOSE
        if governor.link == "that" and negatives(context, governor.token):
            if context.tree.lemma[governor.token] in NEGATION_RAISED:
                flips += 1
            elif context.tree.lemma[governor.token] == "doubt":
                break
            elif context.tree.lemma[governor.token] in _DISPUTED and is_passive(context.tree, governor.token):
                continue  # "it is not disputed that": it is so
            else:
                unreal = unreal or Modality.CONDITIONAL  # "did not say that": nobody has said it
        if operator is not None and operator.effect not in _ASKED and governor.link in ("infinitive", "gerund", "noun"):
            flips += negatives(context, governor.token) + _no(context, governor.token)
        if operator is not None and operator.modality is None and not operator.negative:
            unreal = unreal or auxiliary(context, governor.token)  # "will be forced to halt deliveries"
        if governor.link in ("that", "infinitive") and unreal is not None:
            break
        if governor.link == "that" and _is_speech(context, governor.token):
            break  # "declined to say where they were held": only the saying was declined
        if governor.preposition == "of" and context.tree.lemma[governor.token] in CHARGING:
            break  # "refused to accuse Iran of arming them": only the accusing is refused
    return unreal, flips % 2 == 1


def _for_a_purpose(context: Context, draft: Draft) -> Modality | None:
    """ "a jet to meet rebels", "troops to guard the mine": what it is for. "The first country to sign" has signed, and
    a plot by rebels is no plot to make rebels."""
    governor = next(governors(context, draft), None)
    if governor is None or governor.link != "infinitive" or operator_of(context, governor) is not None:
        return None
    tree, noun = context.tree, governor.token
    if tree.pos[noun] != "NOUN" or tree.lower[tree.head[noun]] == "by":
        return None
    did = any(tree.lower[c] in _OF_THOSE_WHO_DID for c in tree.kids(noun, "amod", "nummod", "det", "advmod"))
    return None if did else Modality.PURPOSE


def _is_speech(context: Context, verb: int) -> bool:
    cue = context.lexicon.cues.get((context.tree.lemma[verb], "verb"))
    return cue is not None and cue.breadth == "narrow" and cue.relation == "SAYS"


def _no(context: Context, noun: int) -> int:
    # "has no plans to attack"
    return int(any(context.tree.lower[c] == "no" for c in context.tree.kids(noun, "det", "neg")))


def _judging(context: Context, token: int) -> int:
    """ "Cleared the officer of the murder": the verb, where the charge was hung on the one whom it judges."""
    tree = context.tree
    above = tree.head[token]
    return above if tree.dep[token] == "dobj" and tree.lemma[above] in _CLEARING else token


def _is_cleared(context: Context, verb: int) -> bool:
    """ "found Lopez innocent of stealing", "cleared him of it", "was not guilty of it": he did not steal."""
    tree = context.tree
    judged = [verb, *tree.kids(verb, "oprd", "acomp")]
    if any(tree.lower[word] == "guilty" for word in judged):
        return any(tree.lower[word] == "guilty" and "not" in tree.lower[max(0, word - 2) : word] for word in judged)
    return tree.lemma[verb] in _CLEARING or any(tree.lower[word] == "innocent" for word in judged)


def _claims_to_have(context: Context, governor: Governor) -> bool:
    """ "Claims to have destroyed the tanks", "the claim to have": told of what is past."""
    tree = context.tree
    told = any((tree.lemma[governor.token], pos) in context.lexicon.cues for pos in ("verb", "noun"))
    return told and any(tree.lower[aux] == "have" for aux in tree.kids(governor.clause, "aux"))


def _is_joined(context: Context, governor: Governor) -> bool:
    """ "seek to join Russia's war on Chad": the war goes on whoever joins it."""
    owner = context.tree.kid(governor.clause, "poss")
    joined = context.tree.lemma[governor.token] in ("join", "aid", "assist", "back", "finance", "fund", "support")
    return joined and owner is not None and context.tree.tag[owner] != "PRP$"


def _is_shown(context: Context, draft: Draft, governor: Governor) -> bool:
    """ "left their classes to protest at the ban": whoever does it protests by it; who only goes somewhere to protest
    may never do so."""
    return (
        draft.predication.lemma == "protest"
        and governor.clause == draft.head
        and context.tree.tag[governor.token] in ("VBD", "VBZ", "VBP", "VBN")
        and context.tree.lemma[governor.token] not in _SETTING_OUT
    )


def _raised(context: Context, governor: Governor) -> set[int]:
    return {governor.token} if context.tree.lemma[governor.token] in RAISING else set()


# -- tense -----------------------------------------------------------------------------------------------------------


def tense(context: Context, head: int) -> str | None:
    """ "past", "present", "future" or None (infinitives, participles, nouns)."""
    tree = context.tree
    words = {tree.lower[c] for c in tree.kids(head, "aux", "auxpass")}
    if words & FUTURE or words & {"would"}:
        return "future"
    if words & {"has", "have", "had", "was", "were", "did"} or tree.tag[head] == "VBD":
        return "past"
    if tree.tag[head] in ("VBZ", "VBP") or words & {"is", "are", "do", "does"}:
        return "present"
    return None
