"""Who is meant by a pronoun or a noun phrase: mentions against a gold set of coreference chains.

Judged are the gold's pronouns and nominals whose chain has a name. A mention is right when the nearest name of its
actor lies on a name of the same chain.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kgraph.evaluation.scores import Measure, measured
from kgraph.model import Mention, MentionKind

GoldArticle = Mapping[str, Any]
GoldMention = Mapping[str, Any]

_PERSONAL = frozenset(["he", "she", "him", "her", "his", "hers", "himself", "herself"])
_PRONOUNS = _PERSONAL | frozenset(
    ["it", "its", "itself", "they", "them", "their", "theirs", "themselves", "who", "whom", "whose", "which"]
)
MEASURES = ("he / she", "all pronouns", "nominals")


@dataclass(slots=True)
class _Tally:
    right: int = 0
    resolved: int = 0
    gold: int = 0


def score_who(gold: Sequence[GoldArticle], mentions: Mapping[str, Sequence[Mention]]) -> tuple[Measure, ...]:
    """Precision over every resolved pronoun or nominal that is a gold mention, recall over the gold's. ``mentions``
    are by the gold's ids, with offsets of the gold's text."""
    tallies = {name: _Tally() for name in MEASURES}
    for article in gold:
        _add_article(tallies, article, mentions.get(article["id"], ()))
    return tuple(
        measured(name, right=t.right, predicted=t.resolved, found=t.right, gold=t.gold) for name, t in tallies.items()
    )


def kind_of(text: str) -> str:
    """pronoun, name or nominal, by the look of the words.

    >>> kind_of("their"), kind_of("the Hill Brigade"), kind_of("The minister")
    ('pronoun', 'name', 'nominal')
    """
    if text.lower() in _PRONOUNS:
        return "pronoun"
    words = re.findall(r"[\w’'-]+", text)
    if any(word[0].isupper() or word[0].isdigit() for word in words[1:]):
        return "name"
    return "name" if len(words) == 1 and words[0][0].isupper() else "nominal"


def _add_article(tallies: Mapping[str, _Tally], article: GoldArticle, mentions: Sequence[Mention]) -> None:
    chains: dict[object, list[GoldMention]] = defaultdict(list)
    for gold in article["mentions"]:
        if gold["cluster"] is not None and kind_of(gold["text"]) == "name":
            chains[gold["cluster"]].append(gold)
    names: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        if mention.actor and mention.kind is MentionKind.NAME:
            names[mention.actor].append(mention)
    for gold in article["mentions"]:
        kind = kind_of(gold["text"])
        if kind == "name":
            continue
        found = next((m for m in _candidates(kind, gold, mentions) if names.get(m.actor or "")), None)
        named = chains.get(gold["cluster"], [])
        right = bool(found and named and _lies_on(_nearest(names[found.actor or ""], gold), named))
        for name in _judged_as(kind, gold["text"]):
            tally = tallies[name]
            tally.gold += bool(named)
            tally.resolved += found is not None
            tally.right += right


def _judged_as(kind: str, text: str) -> Iterator[str]:
    yield "all pronouns" if kind == "pronoun" else "nominals"
    if text.lower() in _PERSONAL:
        yield "he / she"


def _candidates(kind: str, gold: GoldMention, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Mentions that stand for the gold's words: a pronoun's own, or a nominal with the same last word and half of
    the characters."""
    start, end = gold["start"], gold["end"]
    for mention in mentions:
        if not mention.actor:
            continue
        if kind == "pronoun":
            stands = (mention.start, mention.end) == (start, end)
        else:
            most = 2 * (end - max(mention.start, start)) >= end - start
            stands = mention.kind is not MentionKind.NAME and mention.end == end and mention.start < end and most
        if stands:
            yield mention


def _nearest(names: Sequence[Mention], gold: GoldMention) -> Mention:
    """The last name before the words, else the first one after them."""
    before = [name for name in names if name.start < gold["start"]]
    return max(before, key=lambda name: name.start) if before else min(names, key=lambda name: name.start)


def _lies_on(name: Mention, chain: Sequence[GoldMention]) -> bool:
    return any(name.start < gold["end"] and gold["start"] < name.end for gold in chain)
