"""What a claim is about where it names nobody it is done to: "signed *a peace accord*", "called for *restraint*".

The last to fill the theme: it takes part in no decision, it only keeps the words of what was signed, called for or
warned of. A claim that says "Turkey warns" and not of what is half a claim.
"""

from __future__ import annotations

from collections.abc import Iterable

from kgraph.claims.context import Context, Draft
from kgraph.claims.worth import EXPRESSING
from kgraph.clauses.phrases import NOMINAL, noun_phrase, prepositional
from kgraph.parsing import Tree

# what stands behind these completes the word before; behind "in", "after", "under" stands where and when
_COMPLETING = frozenset("about across against at for into of on over through to toward towards upon with".split())
_OF_A_NOUN = frozenset({"about", "against", "for", "on", "over", "to"})  # "the demand for an explanation"
_ABOUT = frozenset({"about", "at", "for", "over", "with"})  # "voiced dismay over the ruling"
_WHEN = frozenset({"DATE", "TIME", "PERCENT"})
_NOBODY = frozenset({"one", "nobody", "anybody", "anyone"})
_BETWEEN = frozenset({"RB", "RP"})  # "warned again of", "gave in to"


def add_matters(context: Context, drafts: Iterable[Draft]) -> None:
    """Give claims without object and recipient the words that complete their predicate as theme."""
    for draft in drafts:
        if draft.object or draft.recipient or not draft.subject:
            continue
        if (felt := _felt_about(context.tree, draft)) is not None:
            draft.theme = felt
        elif draft.predication.carrier is not None:
            if draft.theme is None or _inside(draft.theme, noun_phrase(context.tree, draft.head)):
                draft.theme = noun_phrase(context.tree, draft.head)  # "signed accord": "a 1991 peace accord"
        elif draft.theme is None and not _says_a_clause(draft):
            draft.theme = _object(context, draft) or _what(context.tree, draft) or _behind(context.tree, draft)


def _felt_about(tree: Tree, draft: Draft) -> tuple[int, int] | None:
    """ "Expressed regret at the decision": the regret is in the predicate, and what is regretted stands behind it."""
    predication = draft.predication
    verb = draft.head if predication.carrier is None else predication.carrier
    nouns = predication.object if predication.carrier is None else (draft.head,)
    named = [noun for noun in nouns if tree.lemma[noun] in draft.predicate.split()[1:]]
    if tree.lemma[verb] not in EXPRESSING or not named:
        return None
    wanted = draft.sense.target if draft.sense is not None and predication.carrier is None else _ABOUT
    phrases = (*prepositional(tree, verb), *prepositional(tree, named[0]))
    about = [noun for word, noun in phrases if word in wanted and noun > named[0]]
    return _phrase(tree, about[0]) if about else None


def _says_a_clause(draft: Draft) -> bool:
    """What is said, denied or asked in a clause is its content."""
    said = draft.said is not None and draft.said.whole
    return said or draft.relation == "DENIES" or draft.predication.kind == "copula" or draft.predication.passive


def _inside(inner: tuple[int, int], outer: tuple[int, int]) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def _object(context: Context, draft: Draft) -> tuple[int, int] | None:
    """ "Is considering a ban on fish": its own noun, of which another claim speaks."""
    tree = context.tree
    heads = [h for h in draft.predication.object if tree.pos[h] in ("NOUN", "PROPN") and h > draft.head]
    return noun_phrase(tree, heads[0]) if heads and not context.at(heads[0]) else None


def _what(tree: Tree, draft: Draft) -> tuple[int, int] | None:
    """ "Would not defend what Norway neglected": a free relative stands for a noun."""
    for complement in draft.predication.complements:
        words = tree.subtree(complement.head)
        first = words[0]
        if complement.kind == "that" and tree.lower[first] == "what" and draft.head < first:
            return first, words[-1] + 1
    return None


def _behind(tree: Tree, draft: Draft) -> tuple[int, int] | None:
    """The noun phrase behind the preposition that the predicate needs, or that follows it at once."""
    sense, predication = draft.sense, draft.predication
    if sense is not None and sense.prep and (heads := predication.at(sense.prep)):
        return _phrase(tree, heads[0])
    wanted = _OF_A_NOUN if predication.kind == "noun" else _COMPLETING
    for word, noun in predication.obliques:
        # "the demand of Chad for an explanation"
        wished = word == "for" and predication.kind == "noun" and tree.head[noun] > draft.head
        if word in wanted and (wished or _follows(tree, draft.head, noun)):
            return _phrase(tree, noun)
    return None


def _follows(tree: Tree, head: int, noun: int) -> bool:
    """Whether the preposition of ``noun`` stands right behind the word that it completes."""
    preposition = tree.head[noun]
    between = range(head + 1, preposition)
    return head < preposition and all(tree.tag[token] in _BETWEEN for token in between)


def _phrase(tree: Tree, noun: int) -> tuple[int, int] | None:
    plain = tree.pos[noun] in NOMINAL and tree.pos[noun] != "PRON" and tree.lemma[noun] not in _NOBODY
    return noun_phrase(tree, noun) if plain and tree.ent[noun] not in _WHEN else None
