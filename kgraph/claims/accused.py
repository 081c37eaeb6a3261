"""Who is accused, where no list knows him: "accused the crew of smuggling", "its neighbour of arming", "each other"."""

from __future__ import annotations

from collections.abc import Iterable

from kgraph.claims.context import Context, Draft
from kgraph.mentions import RECIPROCAL, Spotted
from kgraph.model import MentionKind

_NOUNS = frozenset({"NOUN", "PROPN"})
_WHEN = frozenset({"DATE", "TIME"})


def is_reciprocal(found: Iterable[Spotted]) -> bool:
    """ "Each other": each of those who act, the others of them."""
    return any(spotted.method == RECIPROCAL for spotted in found)


def describe_the_blamed(context: Context, draft: Draft) -> None:
    """ "an incident that Vientiane has blamed on poachers": whoever is blamed is somebody."""
    predication = draft.predication
    on = [h for h in predication.at("on") if context.tree.pos[h] in _NOUNS and context.tree.ent[h] not in _WHEN]
    if predication.lemma == "blame" and predication.kind == "verb" and on and not predication.passive:
        draft.object, draft.recipient = [context.described(head) for head in on], []


def describe_the_accused(context: Context, draft: Draft, direct: list[int]) -> None:
    """ "accused the crew of smuggling", "its neighbour of arming": whoever is accused of a deed is somebody, though no
    list knows him and nobody can say which neighbour."""
    sense, predication = draft.sense, draft.predication
    if sense is None or predication.kind != "verb" or not direct:
        return
    charged = sense.relation == "ACCUSES" and any(c.preposition == "of" for c in predication.complements)
    # "blamed the guards for the death of a shepherd": not the shepherd is blamed
    behind = [context.tree.lower[c] for c in context.tree.kids(direct[0], "prep")]
    blamed = predication.lemma == "blame" and (predication.at("for") or "for" in behind)
    if not charged and not blamed:
        return
    if not draft.object:
        draft.object = [context.described(head) for head in direct if context.tree.pos[head] == "NOUN"]
    for spotted in draft.object:
        if spotted.actor is None and spotted.kind is MentionKind.NOMINAL:
            spotted.actor = context.nameless(spotted.start, spotted.end)


def their_talks(context: Context, draft: Draft, noun: int) -> list[Spotted]:
    """ "Kenya and Somalia postponed their talks": each of them turns the other down."""
    owner = context.tree.kid(noun, "poss")
    mutual = any(sense.mutual for sense in context.lexicon.nouns.get(context.tree.lemma[noun], ()))
    if owner is None or not mutual or len(draft.subject) < 2:
        return []
    theirs = context.at(owner)
    ids = {s.actor.id for s in theirs if s.actor is not None}
    return theirs if len(ids) > 1 and ids == draft.actors() else []
