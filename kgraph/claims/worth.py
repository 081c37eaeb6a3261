"""Which drafts are claims, and which words only frame the event in their complement."""

from __future__ import annotations

from kgraph.claims.context import Context, Draft
from kgraph.claims.denied import CLAIM_NOUNS
from kgraph.claims.hearsay import SHOWING, only_pretends
from kgraph.clauses import Predication
from kgraph.model import UNREAL, ActorKind, MentionKind

# verbs that say nothing between actors by themselves
_EMPTY = frozenset(
    "be have do seem appear become remain keep stay get go come make take give put bring happen occur begin start "
    "continue try want need like use include involve base concern regard date total amount".split()
)
# of these, verbs that say something with a thing for their object: "needs permission", "took a bribe", "keep its ships"
_FULL_WITH_OBJECT = frozenset("do get give have keep make need put take use want".split())
_IDIOMS = frozenset(
    "part place care time effect note sense way use shape advantage step turn lead precedence right chance reason "
    "trouble problem intention idea plan difficulty doubt access opportunity impact influence choice option rise "
    "birth thought look say bearing".split()
)
# a deed that is done to nobody: "the clerk vanished", "Brazil will retaliate"; a posture or a course is none
_POSTURES = frozenset(
    "speak talk fall rise sit stand lie live stay wait look sound feel grow increase decrease drop climb last exist "
    "matter work arrive seem differ vary behave suffer hope think dream sleep wake know laugh cry smile crawl "
    "bluff count act".split()
)
# "after the arrest of two bishops": somebody known suffers it, whoever did it
_SUFFERED = frozenset("ABDUCTS ARRESTS ATTACKS BOMBS CONVICTS EXPELS KILLS RELEASES SEIZES".split())
_AFTER = frozenset({"after", "following", "since"})
EXPRESSING = frozenset({"express", "voice", "show", "convey", "register", "signal"})
_LETTING = frozenset({"let", "allow", "permit"})
# who may not do something is in somebody's hands: "was not allowed to see a lawyer", "had been prevented from voting"
_HINDERED = frozenset({"allow", "bar", "block", "forbid", "permit", "prevent", "prohibit", "stop"})
_DECIDING = frozenset({"prepare", "refrain", "vote"})  # a deed of its own beside the one to come: "voted to impose"
_COMPLETING = frozenset({"infinitive", "gerund", "that"})


def refusal(context: Context, draft: Draft) -> str | None:
    """Why a draft is no claim, in words for ``kgraph extract --explain``; None when it is one."""
    predication = draft.predication
    lemma = predication.lemma
    if predication.kind == "noun":
        return _refused_noun(context, draft)
    if _is_credit(context, draft):
        return "who wrote the article"
    if lemma in SHOWING and only_pretends(context.tree, draft.head):
        return "what a picture is said to show stands in its complement"
    known = (
        draft.sense is not None
        or draft.relation is not None
        or (lemma, predication.kind) in context.lexicon.cues
        or (lemma, "verb") in context.lexicon.denials
    )
    if known:
        return _refused_known(context, draft)
    if lemma in _EMPTY and not _is_full(context, draft):
        return "says nothing between actors by itself"
    if _is_anonymity(context, draft):
        return "how a source wants to be called"
    if _is_state(context, draft):
        return "outside the lexicon, and a state of nobody known"
    if _only_frames(context, draft):
        return "only frames the event in its complement"
    unknown = "no frame of the lexicon fits" if lemma in context.lexicon.verbs else "outside the lexicon"
    if predication.passive and not draft.subject:
        # "A red line has been crossed": nobody is named, and something is said all the same
        told = draft.theme is not None and context.tree.kid(predication.head, "nsubjpass") is not None
        return None if draft.object or told else f"{unknown}, and nobody known in it"
    if not draft.subject:
        return f"{unknown}, and nobody known who does it"
    acted = draft.object or draft.recipient or draft.theme is not None
    if acted or predication.obliques or predication.complements or _is_deed(context, draft):
        return None
    return f"{unknown}, and done to nobody"


def _is_deed(context: Context, draft: Draft) -> bool:
    """ "The clerk has vanished", "the officers refused orders to advance": what somebody does, if to nobody."""
    acting = any(s.actor is not None and s.actor.kind is not ActorKind.PLACE for s in draft.subject)
    verb = draft.predication.kind == "verb" and not draft.predication.passive
    bound = draft.predication.construction not in ("gerund", "participle", "no-subject")
    return acting and verb and bound and draft.predication.lemma not in _POSTURES


def _is_full(context: Context, draft: Draft) -> bool:
    """ "Needs permission", "took a bribe": somebody known, and a thing that is no event of its own."""
    lemma, tree = draft.predication.lemma, context.tree
    if lemma == "take" and draft.predication.passive:  # "six were taken to hospital"
        away = any(tree.lower[word] == "away" for word in tree.kids(draft.head, "advmod", "prt"))
        if (away or draft.predication.at("to")) and (draft.theme or draft.object):
            return True
    if lemma not in _FULL_WITH_OBJECT or not any(s.actor is not None for s in draft.subject):
        return False
    if lemma == "do" and any(tree.lower[head] in ("it", "this", "that") for head in draft.predication.object):
        return True  # "the militia did it"
    if draft.predication.particle is not None or (lemma == "use" and draft.predication.construction != "active"):
        return False  # "asked to take down the film", "urged to stop using salt"
    things = [head for head in draft.predication.object if tree.pos[head] in ("NOUN", "PROPN")]
    if lemma == "have":  # "has the ability to attack"
        things = [head for head in things if tree.kid(head, "acl", "ccomp") is None]
    return any(tree.lemma[head] not in context.lexicon.nouns and tree.lemma[head] not in _IDIOMS for head in things)


def _is_anonymity(context: Context, draft: Draft) -> bool:
    """ "who declined to be named", "on condition that he not be identified"."""
    tree = context.tree
    infinitive = tree.tag[draft.head] == "VBN" and any(tree.lower[c] == "be" for c in tree.kids(draft.head, "auxpass"))
    return draft.predication.lemma in ("name", "identify", "quote") and draft.predication.passive and infinitive


def _is_credit(context: Context, draft: Draft) -> bool:
    """ "(Reporting by Ana Lopes; Editing by Ben Okot)"."""
    tree, head = context.tree, draft.head
    opens = head == tree.sentence(head)[0] or tree.words[head - 1] in ("(", ";")
    return (
        draft.predication.lemma in ("report", "write", "edit")
        and opens
        and tree.words[head][:1].isupper()
        and tree.lower[head + 1 : head + 2] == ["by"]
    )


def _is_state(context: Context, draft: Draft) -> bool:
    """ "Its persons are invented", "the shops are shuttered": a present passive without agent, of nobody named."""
    words = {context.tree.lower[c] for c in context.tree.kids(draft.head, "aux", "auxpass")}
    if not draft.predication.passive or draft.subject or not words or not words <= {"is", "are", "'re", "’re", "'s"}:
        return False
    known = [s.actor for s in (*draft.object, *draft.recipient) if s.actor is not None]
    return all(actor.kind is ActorKind.UNNAMED and actor.country is None for actor in known)


def _refused_noun(context: Context, draft: Draft) -> str | None:
    denial = (
        draft.predication.lemma,
        "noun",
    ) in context.lexicon.denials  # what it denies is found later, or it is none
    if draft.sense is None and not denial and not any(c.kind == "that" for c in draft.predication.complements):
        return "a noun whose frame does not fit, or that reports without its clause"  # "hostile remarks"
    if not draft.subject:
        suffered = draft.relation in _SUFFERED and draft.object and draft.predication.object
        return None if suffered else "an event noun, and nobody known whose it is"
    return None if _stands_alone(context, draft) else "an event noun, and nobody and nothing known that it is done to"


def _refused_known(context: Context, draft: Draft) -> str | None:
    predication = draft.predication
    cue = context.lexicon.cues.get((predication.lemma, "verb"))
    unspoken = predication.passive and not draft.subject and cue is not None and cue.relation in (None, "SAYS")
    named = any(context.at(head) for head in predication.object)
    if unspoken and not _is_known_thing(context, draft) and (predication.complements or not named):
        return "said by nobody: the words below it stand as hearsay"  # "is believed to have sent", "it was reported"
    bare = draft.theme is not None and context.tree.kid(predication.head, "nsubjpass") is not None
    return None if draft.subject or draft.object or bare else "nobody known in it"


def _is_known_thing(context: Context, draft: Draft) -> bool:
    """ "The report could not be confirmed", "shots were heard": a thing of which somebody tells, and no hearsay."""
    tree, predication = context.tree, draft.predication
    subject = tree.kid(draft.head, "nsubjpass")
    if subject is None or tree.pos[subject] != "NOUN" or predication.complements or predication.lemma == "assure":
        return False
    if tree.kid(subject, "acl", "relcl", "ccomp") is not None:
        return False  # "the story that rebels had fled was repeated"
    return tree.lemma[subject] in CLAIM_NOUNS or tree.lemma[subject] not in context.lexicon.nouns


def _only_frames(context: Context, draft: Draft) -> bool:
    """ "continued to", "failed to", "gave an order": the word only frames the event in its complement."""
    operators = context.lexicon.operators.get(draft.predication.lemma, ())
    if not operators or any(operator.yields for operator in operators):
        return False
    completed = any(c.kind in _COMPLETING for c in draft.predication.complements)  # not "while", "if", "because"
    if completed and any(operator.effect != "light" for operator in operators):
        # "let its patrols cross": who lets somebody do something has a part in it
        lemma = draft.predication.lemma
        if draft.predication.passive:
            return lemma not in _HINDERED
        return lemma not in _LETTING | _DECIDING or not draft.subject
    if not all(operator.effect == "light" for operator in operators):
        return not _has_patient(draft)
    if draft.object or draft.recipient:
        return False
    # "expressed preoccupation": a light verb with a noun that is no event of its own says something
    nouns = [context.tree.lemma[head] for head in draft.predication.object]
    return not nouns or any(noun in context.lexicon.nouns for noun in nouns)


def _has_patient(draft: Draft) -> bool:
    """ "Foiled a plot", "the captain has been suspended": something, or somebody who is known, is under the word."""
    known = any(s.actor is not None for s in (*draft.object, *draft.recipient))
    return known or draft.theme is not None or bool(draft.predication.obliques and draft.subject)


def told_as_fact(context: Context, draft: Draft) -> bool:
    """Whether an event noun that nobody owns is said to have happened: "after the arrest of two bishops". "The law
    forbids the arrest of envoys", "a deal on the release of prisoners" tell of none."""
    if draft.predication.kind != "noun" or draft.subject or draft.modality in UNREAL:
        return True
    above = context.tree.head[draft.head]
    after = context.tree.dep[draft.head] == "pobj" and context.tree.lower[above] in _AFTER
    cue = context.lexicon.denials.get((context.tree.lemma[above], "verb"))
    denied = cue is not None and not cue.predicative  # "the killing of nine was denied"
    return (after or denied) and not draft.rule.endswith("+reverse")


def _stands_alone(context: Context, draft: Draft) -> bool:
    """An event noun is a claim of its own when it has an agent beside it and something it is done to, or both sides."""
    predication = draft.predication
    if draft.relation in ("ALLY_OF", "MEMBER_OF") and not draft.object:
        return False
    if predication.carrier is not None:
        return True
    if draft.sense is not None and draft.sense.mutual and len(draft.subject) > 1:
        return True
    if predication.construction == "nominal" and all(s.kind is MentionKind.ADJECTIVE for s in draft.subject):
        return bool(draft.object or draft.recipient)
    return bool(
        draft.object or draft.recipient or predication.obliques or draft.sense is None or draft.place or draft.theme
    )


def emotion(context: Context, predication: Predication) -> str | None:
    """ "expressed preoccupation", "voiced unease": the noun says what is expressed."""
    if predication.lemma not in EXPRESSING:
        return None
    noun = predication.object[0]
    return None if context.at(noun) else context.tree.lemma[noun]
