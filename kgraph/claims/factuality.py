"""Is it real: polarity, modality and tense of a draft, by what stands on it and over it.

From the predicate up to the root: its own auxiliaries and negation, then every word it completes ("agreed to",
"called for", "refused to", "if"). The innermost unreal word decides: in "said it plans to send", the sending is
intended. A relative clause or a finite reason clause is climbed out of without taking what stands above: in "vowed to
punish those who attacked", the attack is real. Values after FactBank (Sauri and Pustejovsky 2009).
"""

from __future__ import annotations

from kgraph.claims.arranged import arranged, had_to, is_to_come, was_custom
from kgraph.claims.context import Context, Draft, Said
from kgraph.claims.copulas import DUE
from kgraph.claims.governors import FUTURE, OBLIGATION, POSSIBLE, RAISING, Governor, governors, operator_of
from kgraph.claims.headlines import is_in_quotes
from kgraph.claims.polarity import negated, negatives
from kgraph.claims.unsure import (
    alleged_noun,
    by_alleged,
    is_doubted,
    is_excluded,
    is_if_true,
    is_left_open,
    is_near,
    is_supposed,
    is_tale,
    is_unproven,
    is_withheld,
)
from kgraph.clauses.phrases import free_relative
from kgraph.clauses.voice import is_imperative, is_passive
from kgraph.model import UNREAL, Modality, Polarity
from kgraph.parsing import Tree
from kgraph.parsing.charges import CHARGING

_ALLEGEDLY = frozenset({"allegedly", "purportedly", "supposedly", "ostensibly"})
_REPORTEDLY = frozenset({"reportedly", "apparently", "probably", "presumably", "possibly", "perhaps", "likely"})
_ASKED = frozenset({"demand", "urge", "ask", "reverse"})  # "did not ask X to leave": nothing is said of the leaving
# "does not think that he should resign": thinks that he should not (Horn 1978)
NEGATION_RAISED = frozenset("think believe suppose imagine expect reckon feel".split())
_DISPUTED = frozenset({"contest", "dispute", "doubt", "question"})
_NOT_QUITE = frozenset({"nearly", "almost"})
# "arrested for attacking a bank", "charged with insulting the king": nothing is proved yet
_SUSPECTED = frozenset({"arrest", "charge", "detain", "hold", "indict", "investigate", "prosecute", "question", "sue"})
_OVERTURNING = frozenset("annul appeal contest overrule overturn quash reverse vacate void".split())
_PROCEEDINGS = frozenset(
    "arrest charge complaint detention extradition indictment inquiry investigation lawsuit probe prosecution trial "
    "warrant".split()
)
_SPEAKING = frozenset({"hear", "learn", "speak", "talk", "tell"})
_DEPENDING = frozenset({"bank", "bet", "condition", "count", "depend", "hinge", "rely"})
_PUNISHED = frozenset(
    "ban bar blacklist boycott censure deport designate expel penalise penalize punish sanction suspend target".split()
)
_SETTING_OUT = frozenset(
    "come drive enter fly gear go head intend march meet plan prepare return set travel want".split()
)
_SUPPOSED = frozenset({"scenario", "hypothesis"})
_OF_THOSE_WHO_DID = frozenset("first second third last latest only few many one".split())
_ANY, _ANYBODY = frozenset({"any", "whichever"}), frozenset({"anyone", "anybody", "whoever"})
_CONCLUDING = frozenset("assume believe claim conclude say suggest suppose think".split())
_MISTAKEN = frozenset("absurd false incorrect misleading mistake mistaken naive untrue wrong".split())
_NAMING = frozenset("brand call condemn decry denounce describe dismiss dub label".split())
_MOCK = frozenset("fake feigned hypothetical imaginary make-believe mock pretend sham simulated".split())
_CLEARING = frozenset({"absolve", "acquit", "clear", "exculpate", "exonerate"})
_PREVENTED = frozenset({"prevent", "stop", "keep", "prohibit", "bar", "dissuade", "discourage", "deter"})


def judge(context: Context, draft: Draft, chain: list[Said], unsourced: Modality | None = None) -> None:
    """Set polarity, modality and tense of ``draft``. ``chain``: who answers for it, outermost first; ``unsourced``: the
    modality of a report that names nobody ("it was reported that")."""
    if (
        context.tree.pos[draft.head] == "PUNCT" or draft.rule == "according-to"
    ):  # "PUTIN: We will not": the colon says it, whatever stands round it
        draft.modality = _by_chain(draft, chain) or Modality.ASSERTED
        return
    draft.polarity = Polarity.NEGATIVE if negated(context, draft) else Polarity.POSITIVE
    draft.tense = tense(context, draft.head)
    unreal, flipped = _governed(context, draft)
    if flipped:
        draft.polarity = Polarity.NEGATIVE if draft.polarity is Polarity.POSITIVE else Polarity.POSITIVE
    if draft.predication.kind == "copula" and any(c.kind == "if" for c in draft.predication.complements):
        unreal = unreal or Modality.CONDITIONAL  # "if they disarm, he is ready to talk"
    hearsay = _hearsay(context, draft) or unsourced
    own = _own_modality(context, draft, reported=bool(chain))
    if unreal is None and (names_only(context, draft) or naming_verb(context, draft) is not None):
        unreal = Modality.EVALUATION
    if draft.predicate == DUE:
        unreal = unreal or Modality.INTENDED
    if hearsay is Modality.ALLEGED and draft.rule.startswith("gerund-after-") and chain and not _charges(chain[-1]):
        unreal = unreal or Modality.ALLEGED  # "said it had arrested two men suspected of smuggling arms"
    unreal = unreal or own or _for_a_purpose(context, draft)
    draft.modality = unreal or _by_chain(draft, chain) or hearsay or _by_form(context, draft)


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
        over = (
            tree.head[verb] if tree.lemma[verb] == "be" else verb
        )  # "what it said was evidence that they had burned it"
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


def _hearsay(context: Context, draft: Draft) -> Modality | None:
    """ "is believed to have sent", "reportedly sent": somebody says so, nobody is named."""
    tree = context.tree
    words = {tree.lower[c] for c in tree.kids(draft.head, "advmod")}
    if words & _ALLEGEDLY or is_in_quotes(tree, draft.head):
        return Modality.ALLEGED
    if words & _REPORTEDLY:
        return Modality.REPORTED
    for governor in governors(context, draft):
        if governor.link == "infinitive" and tree.lemma[governor.token] in ("appear", "seem"):
            return Modality.REPORTED  # as "apparently" says
        if governor.link == "gerund" and tree.lemma[governor.token] in _SUSPECTED | {"accuse", "suspect"}:
            return Modality.ALLEGED
        if governor.preposition == "for" and _is_tried(tree, governor.token):
            return Modality.ALLEGED
        if governor.preposition in ("about", "of") and tree.lemma[governor.token] in _SPEAKING:
            return Modality.REPORTED  # "spoke of Iran arming rebels"
        if governor.preposition == "for" and tree.lemma[governor.token] in _PUNISHED:
            return Modality.ALLEGED  # "sanctioned Iran for arming rebels"
        if governor.preposition == "for" and _is_under_fire(tree, governor.token):
            return Modality.ALLEGED  # "came under fire for arming rebels"
        if governor.link == "that" and is_tale(tree, governor.token):
            return Modality.ALLEGED
        cue = context.lexicon.cues.get((tree.lemma[governor.token], "verb"))
        if governor.link in ("infinitive", "that", "purpose") and cue is not None and is_passive(tree, governor.token):
            return Modality.ALLEGED if cue.modality == "alleged" else Modality.REPORTED
        if governor.link not in ("infinitive", "that", "purpose"):
            return None
    return None


def _is_tried(tree: Tree, noun: int) -> bool:
    """ "Faces trial for attacking a church"; a conviction that is overturned proves nothing either."""
    overturned = tree.lemma[noun] in ("conviction", "sentence") and tree.lemma[tree.head[noun]] in _OVERTURNING
    return overturned or tree.lemma[noun] in _PROCEEDINGS


def _is_under_fire(tree: Tree, verb: int) -> bool:
    under = [noun for p in tree.kids(verb, "prep") if tree.lower[p] == "under" for noun in tree.kids(p, "pobj")]
    return any(tree.lemma[noun] in ("attack", "criticism", "fire", "pressure", "scrutiny") for noun in under)


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


def _own_modality(context: Context, draft: Draft, *, reported: bool) -> Modality | None:
    tree = context.tree
    head = draft.predication.carrier if draft.predication.carrier is not None else draft.head
    if any(tree.lower[mark] == "than" for mark in tree.kids(head, "mark")):
        return _auxiliary(context, tree.head[head])  # "would rather expel the envoy than release them"
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
            unreal = unreal or _auxiliary(context, governor.token)  # "will be forced to halt deliveries"
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


def _auxiliary(context: Context, token: int) -> Modality | None:
    words = {context.tree.lower[c] for c in context.tree.kids(token, "aux")}
    if words & FUTURE:
        return Modality.INTENDED
    if words & (POSSIBLE | {"would"}):
        return Modality.CONDITIONAL
    return Modality.DEMANDED if words & OBLIGATION else None


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
