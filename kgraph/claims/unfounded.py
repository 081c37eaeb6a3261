"""Phrases that deny: "there is no truth in the claim that", "had nothing to do with", "is far from true".

Who says the phrase denies what stands beside it; where nobody says it, nobody vouches for the claim.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kgraph.claims.context import Context, Draft

_POINTING = frozenset({"it", "this", "that"})
_SHORT = 5  # tokens of "a complete and utter lie"
_REACH = 6  # steps from the words of the phrase up to their verb


@dataclass(frozen=True, slots=True)
class Unfounded:
    """``saying``: the speech act of the one who says so, None when nobody does; ``claims``: what is said of;
    ``points_back``: "that is not true", of what was told before."""

    saying: Draft | None
    claims: tuple[Draft, ...]
    points_back: bool = False


def unfounded(context: Context, drafts: list[Draft]) -> Iterator[Unfounded]:
    """Every denying phrase of the text with its speaker and the claims it denies."""
    phrases = [lemma.split() for lemma, pos in context.lexicon.denials if pos == "phrase"]
    for start in _found(context, phrases):
        verb = _verb(context, start)
        if verb is None:
            continue
        below = set(context.tree.subtree(verb)) - {verb}
        saying = _saying(drafts, verb)
        claims = tuple(
            d
            for d in drafts
            if d.head in below and d is not saying and d.said is None and (saying is None or saying.said in d.chain)
        )
        if saying is not None or claims:
            pointing = any(context.tree.lower[t] in _POINTING for t in context.tree.kids(verb, "nsubj"))
            yield Unfounded(saying, claims, pointing)
    yield from _dismissals(context, drafts)


def _dismissals(context: Context, drafts: list[Draft]) -> Iterator[Unfounded]:
    """'"A lie," the minister said.', '"Nonsense!" he replied.': a quotation that is nothing but a word of denying."""
    tree = context.tree
    judging = context.lexicon.denials[("be", "verb")].predicative | {"nonsense", "rubbish"}
    for draft in drafts:
        if draft.said is None or not draft.said.quoted or draft.relation != "SAYS" or not draft.said.sources:
            continue
        start, end = draft.said.content[0]
        short = end - start <= _SHORT and not any(tree.pos[t] in ("VERB", "AUX") for t in range(start, end))
        if short and judging & {tree.lemma[t] for t in range(start, end)}:
            yield Unfounded(draft, (), points_back=True)


def _found(context: Context, phrases: list[list[str]]) -> Iterator[int]:
    words = context.tree.lower
    firsts = {phrase[0] for phrase in phrases}
    for at, word in enumerate(words):
        if word in firsts and any(words[at : at + len(phrase)] == phrase for phrase in phrases):
            yield at


def _verb(context: Context, token: int) -> int | None:
    tree = context.tree
    for steps, up in enumerate(tree.ancestors(token)):
        if steps > _REACH:
            return None
        if tree.pos[up] in ("VERB", "AUX") and tree.lemma[up] in ("be", "have", "find", "see"):
            return up
    return None


def _saying(drafts: list[Draft], verb: int) -> Draft | None:
    over = [d for d in drafts if d.said is not None and d.said.sources and verb in d.said.tokens and d.head != verb]
    return min(over, key=lambda d: len(d.said.tokens) if d.said else 0) if over else None
