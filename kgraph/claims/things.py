"""Things that are acted upon: "condemned the attacks", "boycotted the vote", "shelled a hospital".

They are nobody, so their mention has no actor and makes no edge; but the claim says what was condemned, boycotted or
shelled, and a claim whose target is only words is no claim without a target.
"""

from __future__ import annotations

from kgraph.claims.context import Context, Draft
from kgraph.clauses.phrases import noun_phrase
from kgraph.mentions import Spotted
from kgraph.model import MentionKind

# "may prove the worst mistake": what it is, not what it does
_LIKE_BEING = frozenset("become constitute include involve mark mean prove reflect remain represent".split())
THING = "thing"  # how such a mention was found
# what these do is done with the thing, to somebody else: "sent arms" has no target in the arms
_HANDLED = frozenset({"SENDS", "AIDS", "ARMS", "TRADES", "SAYS", "SIGNS", "AGREES", "PROMISES", "DEMANDS", "ASKS"})


def add_things(context: Context, drafts: list[Draft]) -> None:
    """Give coded claims whose target is a thing a mention of it as their object, and of everything beside it:
    "destroyed two bridges, a depot and a launcher"."""
    for draft in drafts:
        if draft.plover is None or draft.relation in _HANDLED or not draft.subject or draft.said is not None:
            continue
        if draft.sense is not None and (draft.sense.object or _is_topic(draft)):
            continue  # "lifted the blockade": the noun belongs to the predicate
        heads = _done_to(context, draft)
        if not heads:
            continue
        if not draft.object and not draft.recipient:
            phrase = draft.theme if heads == draft.predication.object else noun_phrase(context.tree, heads[0])
            first = None if phrase is None else _thing(context, heads[0], phrase)
            draft.object = [] if first is None else [first]
        if draft.object and not draft.recipient:
            draft.object = [*draft.object, *_beside(context, draft, heads)]


def acting_thing(context: Context, draft: Draft) -> list[Spotted]:
    """A mention of the thing that acts: "*the lease* breached the treaty", "*the draft* does not mention Chad". It is
    nobody, and what it does is said of it and of no unnamed somebody."""
    tree, predication = context.tree, draft.predication
    heads = predication.subject[:1]
    finite = (
        predication.kind == "verb"
        and predication.lemma not in _LIKE_BEING
        and predication.construction == "active"
        and not predication.passive
    )
    if not finite or tree.dep[draft.head] == "relcl" or not heads or tree.pos[heads[0]] != "NOUN":
        return []
    if tree.is_headline(draft.head):
        return []
    if not any(tree.pos[head] in ("NOUN", "PROPN") for head in predication.object):
        return []
    lemma = tree.lemma[heads[0]]
    if lemma in context.lexicon.nouns or (lemma, "noun") in context.lexicon.cues:
        return []  # "the arrest angered Chad": an event, with a claim of its own
    start, end = noun_phrase(tree, heads[0])
    end = next((t for t in range(heads[0], end) if tree.words[t] == ","), end)  # "the pact, signed in May, allows"
    thing = _thing(context, heads[0], (start, end))
    return [] if thing is None else [thing]


def _done_to(context: Context, draft: Draft) -> tuple[int, ...]:
    """The objects; in "set fire to two cars" the cars, for the fire belongs to the predicate."""
    heads, sense = draft.predication.object, draft.sense
    if heads and sense is not None and context.tree.lemma[heads[0]] in sense.complement:
        return draft.predication.at(*sense.target) or heads
    return heads


def _is_topic(draft: Draft) -> bool:
    """ "A and B discussed the harvest": with each other."""
    return draft.sense is not None and draft.sense.mutual and len(draft.subject) > 1


def _beside(context: Context, draft: Draft, heads: tuple[int, ...]) -> list[Spotted]:
    """The things of a list that no object stands for yet, where an object is of that list ("mobilised troops and tanks
    against Peru": Peru is not)."""
    phrases = {head: noun_phrase(context.tree, head) for head in heads}
    meant = {
        head
        for head, (start, end) in phrases.items()
        if any(start <= s.head < end for s in (*draft.object, *draft.subject))
    }
    if not meant:
        return []
    things = (_thing(context, head, phrase) for head, phrase in phrases.items() if head not in meant)
    return [thing for thing in things if thing is not None]


def _thing(context: Context, head: int, phrase: tuple[int, int]) -> Spotted | None:
    tree = context.tree
    if tree.pos[head] not in ("NOUN", "PROPN") or not phrase[0] <= head < phrase[1]:
        return None
    spotted = Spotted(
        start=phrase[0], end=phrase[1], head=head, kind=MentionKind.NOMINAL, actor=None, method=THING, score=0.5
    )
    context.mentions.add(spotted)
    return spotted
