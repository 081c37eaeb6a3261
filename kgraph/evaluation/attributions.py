"""Who said it, in which words, with which cue: predicted attributions against a gold set of whole articles.

Spans are compared as sets of words; quotation marks, commas and stops never decide.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kgraph.evaluation.scores import Measure, measured, part

Ranges = tuple[tuple[int, int], ...]
Words = frozenset[int]  # numbers of the words of a text
ROLES = ("source", "cue", "content")
_QUOTATION_MARKS = re.compile('["“”]')


@dataclass(frozen=True, slots=True)
class PredictedAttribution:
    """Character ranges of the gold's text."""

    source: Ranges
    cue: Ranges
    content: Ranges


GoldArticle = Mapping[str, Any]
Predictions = Mapping[str, Sequence[PredictedAttribution]]


@dataclass(frozen=True, slots=True)
class _Attribution:
    """The words of the three roles, and the chunks that they stand in."""

    source: Words
    cue: Words
    content: Words
    chunks: Mapping[str, frozenset[Words]]
    direct: bool = False

    def words(self, role: str) -> Words:
        found: Words = getattr(self, role)
        return found


class _Text:
    """A text as numbered words; a range of characters becomes the set of the words that it touches."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.words: list[str] = []
        self._word_at: dict[int, int] = {}
        for number, match in enumerate(re.finditer(r"\w+", text)):
            self.words.append(match.group().lower())
            self._word_at.update(dict.fromkeys(range(*match.span()), number))

    def touched(self, ranges: Iterable[Sequence[Any]]) -> Words:
        at = self._word_at
        return frozenset(at[c] for start, end, *_ in ranges for c in range(int(start), int(end)) if c in at)

    def without_that(self, content: Words) -> Words:
        """A leading "that" belongs to the content for some and to the cue for others."""
        return content - {first} if content and self.words[first := min(content)] == "that" else content

    def is_direct(self, content: Iterable[Sequence[Any]]) -> bool:
        """Whether a double quotation mark stands in the content or right beside it."""
        return any(
            _QUOTATION_MARKS.search(self.text, max(0, int(start) - 1), int(end) + 1) for start, end, *_ in content
        )

    def attribution(self, roles: Mapping[str, Iterable[Sequence[Any]]]) -> _Attribution:
        ranges = {role: list(roles.get(role) or ()) for role in ROLES}
        chunks = {role: frozenset(self._chunks(role, ranges[role])) for role in ROLES}
        return _Attribution(
            source=self.touched(ranges["source"]),
            cue=self.touched(ranges["cue"]),
            content=self.touched(ranges["content"]),
            chunks=chunks,
            direct=self.is_direct(ranges["content"]),
        )

    def _chunks(self, role: str, ranges: Iterable[Sequence[Any]]) -> Iterator[Words]:
        for one in ranges:
            words = self.touched([one])
            if role == "content":
                words = self.without_that(words)
            if words:
                yield words

    def compared(self, attribution: _Attribution, role: str) -> Words:
        words = attribution.words(role)
        return self.without_that(words) if role == "content" else words


@dataclass(slots=True)
class _Tally:
    """``found`` of ``gold``, ``right`` of ``predicted``."""

    found: int = 0
    gold: int = 0
    right: int = 0
    predicted: int = 0

    def measure(self, name: str) -> Measure:
        return measured(name, right=self.right, predicted=self.predicted, found=self.found, gold=self.gold)


def score_attributions(gold: Sequence[GoldArticle], predictions: Predictions) -> tuple[Measure, ...]:
    """The whole attribution first, then the recall of direct and indirect speech, then each role by four rules."""
    everything = _tallies(gold, predictions, None)
    direct, indirect = (_tallies(gold, predictions, kind)["attribution"] for kind in (True, False))
    whole = everything.pop("attribution")
    return (
        whole.measure("attribution"),
        part("attribution of direct speech", direct.found, direct.gold),
        part("attribution of indirect speech", indirect.found, indirect.gold),
        *(tally.measure(name) for name, tally in everything.items()),
    )


def overlap(left: Words, right: Words) -> float:
    """Intersection over union."""
    union = len(left | right)
    return len(left & right) / union if union else 0.0


def _tallies(gold: Sequence[GoldArticle], predictions: Predictions, direct: bool | None) -> dict[str, _Tally]:
    """``direct`` keeps only gold attributions of that kind; every prediction is then still right if the whole gold
    has it."""
    tallies = {f"{rule} {role}": _Tally() for rule in ("token", "exact", "chunk", "overlap") for role in ROLES}
    tallies["attribution"] = _Tally()
    for article in gold:
        text = _Text(article["text"])
        everyone = [text.attribution(roles) for roles in article["attributions"]]
        whole = [text.attribution(_roles(one)) for one in predictions.get(article["id"], ())]
        predicted = [one for one in whole if one.cue or one.content]
        kept = [direct is None or one.direct == direct for one in everyone]
        wanted = [one for one, keep in zip(everyone, kept, strict=True) if keep]
        for role in ROLES:
            _add_tokens(tallies[f"token {role}"], role, wanted, everyone, predicted)
            _add_exact(tallies[f"exact {role}"], role, text, wanted, everyone, predicted)
            _add_chunks(tallies[f"chunk {role}"], role, wanted, everyone, whole)
        _add_aligned(tallies, text, everyone, kept, predicted)
    return tallies


def _roles(one: PredictedAttribution) -> Mapping[str, Ranges]:
    return {"source": one.source, "cue": one.cue, "content": one.content}


_Many = Sequence[_Attribution]


def _add_tokens(tally: _Tally, role: str, wanted: _Many, everyone: _Many, predicted: _Many) -> None:
    """Words in the role, whichever attribution they stand in."""
    given, gold, all_gold = (
        frozenset(word for one in many for word in one.words(role)) for many in (predicted, wanted, everyone)
    )
    tally.found += len(given & gold)
    tally.gold += len(gold)
    tally.right += len(given & all_gold)
    tally.predicted += len(given)


def _add_exact(tally: _Tally, role: str, text: _Text, wanted: _Many, everyone: _Many, predicted: _Many) -> None:
    """All the role's words of an attribution, no more and no less."""
    given, gold, all_gold = (
        Counter(words for one in many if (words := text.compared(one, role))) for many in (predicted, wanted, everyone)
    )
    tally.found += (gold & given).total()
    tally.gold += gold.total()
    tally.right += (all_gold & given).total()
    tally.predicted += given.total()


def _add_chunks(tally: _Tally, role: str, wanted: _Many, everyone: _Many, predicted: _Many) -> None:
    """Every piece of a role on its own."""
    given, gold, all_gold = (
        frozenset(chunk for one in many for chunk in one.chunks[role]) for many in (predicted, wanted, everyone)
    )
    tally.found += len(given & gold)
    tally.gold += len(gold)
    tally.right += len(given & all_gold)
    tally.predicted += len(given)


def _add_aligned(
    tallies: Mapping[str, _Tally], text: _Text, everyone: _Many, kept: Sequence[bool], predicted: _Many
) -> None:
    """Attributions side by side: each role on its own, and the attribution as a whole."""
    for role in ROLES:
        tally = tallies[f"overlap {role}"]
        tally.gold += sum(keep and bool(one.words(role)) for one, keep in zip(everyone, kept, strict=True))
        tally.predicted += sum(bool(one.words(role)) for one in predicted)
    tallies["attribution"].gold += sum(kept)
    tallies["attribution"].predicted += len(predicted)
    for g, p in _aligned(everyone, predicted):
        gold, prediction = everyone[g], predicted[p]
        right = {
            "overlap source": bool(gold.source & prediction.source),
            "overlap cue": bool(gold.cue & prediction.cue),
            "overlap content": overlap(text.without_that(gold.content), text.without_that(prediction.content)) >= 0.5,
        }
        right["attribution"] = (
            (right["overlap source"] or not (gold.source or prediction.source))
            and (right["overlap cue"] or not prediction.cue)
            and right["overlap content"]
        )
        for name, is_right in right.items():
            tallies[name].right += is_right
            tallies[name].found += is_right and kept[g]


def _aligned(gold: _Many, predicted: _Many) -> Iterator[tuple[int, int]]:
    """One to one, the most words shared first: of the cue, then of the content, then of the source. A prediction
    without a cue is aligned by its content."""
    candidates = []
    for g, wanted in enumerate(gold):
        for p, given in enumerate(predicted):
            cue, content = len(wanted.cue & given.cue), len(wanted.content & given.content)
            if cue:
                candidates.append((-cue, -content, -len(wanted.source & given.source), g, p))
            elif not given.cue and overlap(wanted.content, given.content) >= 0.5:
                candidates.append((0, -content, 0, g, p))
    taken_gold: set[int] = set()
    taken_predicted: set[int] = set()
    for *_, g, p in sorted(candidates):
        if g not in taken_gold and p not in taken_predicted:
            taken_gold.add(g)
            taken_predicted.add(p)
            yield g, p
