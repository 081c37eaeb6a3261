"""Which drafts are claims, and which words only frame the event in their complement."""

from __future__ import annotations

from kgraph.claims.context import Context, Draft
from kgraph.clauses import Predication
from kgraph.model import MentionKind

# verbs that say nothing between actors by themselves
_EMPTY = frozenset(
    "be have do seem appear become remain keep stay get go come make take give put bring happen occur begin start "
    "continue try want need like use include involve base concern regard date total amount".split()
)


def is_claim(context: Context, draft: Draft) -> bool:
    predication = draft.predication
    lemma = predication.lemma
    known = (
        draft.sense is not None
        or (lemma, predication.kind) in context.lexicon.cues
        or (lemma, "verb") in context.lexicon.denials
    )
    if predication.kind == "noun":
        if draft.sense is None and not any(c.kind == "that" for c in predication.complements):
            return False  # a reporting noun without its clause: "hostile remarks"
        return bool(draft.subject) and _stands_alone(context, draft)
    if known:
        cue = context.lexicon.cues.get((lemma, "verb"))
        unspoken = predication.passive and not draft.subject and cue is not None and cue.relation in (None, "SAYS")
        named = any(context.at(head) for head in predication.object)
        if unspoken and (predication.complements or not named):
            return False  # "is believed to have sent", "it was reported": nobody speaks
        bare = draft.theme is not None and context.tree.kid(predication.head, "nsubjpass") is not None
        return bool(draft.subject) or bool(draft.object) or bare
    if lemma in _EMPTY or _only_frames(context, draft):
        return False
    if predication.passive and not draft.subject:
        # "A red line has been crossed": nobody is named, and something is said all the same
        told = draft.theme is not None and context.tree.kid(predication.head, "nsubjpass") is not None
        return bool(draft.object) or told
    acted = draft.object or draft.recipient or draft.theme is not None
    return bool(draft.subject and (acted or predication.obliques or predication.complements))


def _only_frames(context: Context, draft: Draft) -> bool:
    """ "continued to", "failed to", "gave an order": the word only frames the event in its complement."""
    operators = context.lexicon.operators.get(draft.predication.lemma, ())
    if not operators or any(operator.yields for operator in operators):
        return False
    if draft.predication.complements and any(operator.effect != "light" for operator in operators):
        # "let its patrols cross": who lets somebody do something has a part in it
        return draft.predication.lemma != "let" or not draft.subject
    if draft.object or draft.recipient or not all(operator.effect == "light" for operator in operators):
        return False
    # "expressed preoccupation": a light verb with a noun that is no event of its own says something
    nouns = [context.tree.lemma[head] for head in draft.predication.object]
    return not nouns or any(noun in context.lexicon.nouns for noun in nouns)


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
    if predication.lemma not in ("express", "voice", "show", "convey", "register", "signal"):
        return None
    noun = predication.object[0]
    return None if context.at(noun) else context.tree.lemma[noun]
