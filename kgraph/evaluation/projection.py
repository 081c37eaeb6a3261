"""An extraction as the gold sets see it: events, attributions, or edges, in offsets of the gold's text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from kgraph.evaluation.align import Align, alignment
from kgraph.evaluation.attributions import PredictedAttribution, Ranges
from kgraph.evaluation.events import PredictedEvent
from kgraph.evaluation.hard_errors import NOT_SAID_TO_HAVE_HAPPENED
from kgraph.evaluation.parties import Party, party
from kgraph.evaluation.readings import Edge, Names
from kgraph.model import (
    Actor,
    ActorKind,
    Attribution,
    Claim,
    Extraction,
    Granularity,
    Mention,
    MentionKind,
    Modality,
    Polarity,
    TimeInterval,
)

# PLOVER's types for what is said and not yet done: "agreed to withdraw", "will sue unless".
_ANNOUNCED = frozenset(["AGREE", "CONCEDE", "REQUEST", "REJECT", "THREATEN"])
# Acts that several subjects do to each other: "A and B met".
_MUTUAL = frozenset(["CONSULT", "COOPERATE", "AGREE", "SUPPORT", "ASSAULT"])
_ANAPHORS = frozenset([MentionKind.PRONOUN, MentionKind.POSSESSIVE, MentionKind.FIRST_PERSON])
_DATE_WIDTH = {Granularity.YEAR: len("2020"), Granularity.MONTH: len("2020-10"), Granularity.WEEK: len("2020-W40")}
_STATEMENT = "010"


class Projection:
    """One extraction beside the gold's text of the same article."""

    def __init__(self, extraction: Extraction, gold_text: str) -> None:
        self.extraction = extraction
        self._align: Align = alignment(extraction.article.text, gold_text)
        self._actors = {actor.id: actor for actor in extraction.actors}
        self._mentions = {mention.id: mention for mention in extraction.mentions}
        self._contents = frozenset(content for claim in extraction.claims for content in claim.content)

    # ---- who did what to whom ----

    def events(self) -> Iterator[PredictedEvent]:
        """One claim, one event. A claim without a code is none; nor is what nobody says has happened (see
        ``left_out``)."""
        for claim in self.extraction.claims:
            if (coded := _coded(claim)) is None or self._why_no_event(claim) is not None:
                continue
            sources = tuple(self._party(mention) for mention in claim.subject)
            targets = tuple(self._party(mention) for mention in claim.recipient or claim.object)
            if _is_mutual(claim):
                targets = sources
            if sources or targets:
                yield replace(coded, sources=sources, targets=targets)

    def left_out(self) -> Counter[str]:
        """The coded claims that make no event, counted by their reason."""
        reasons = (self._why_no_event(claim) for claim in self.extraction.claims if _coded(claim))
        return Counter(reason for reason in reasons if reason is not None)

    def _why_no_event(self, claim: Claim) -> str | None:
        if claim.modality in NOT_SAID_TO_HAVE_HAPPENED and not self._is_announcement(claim):
            return claim.modality.value
        # to reject something is what a negative REJECT still is
        return "negative" if claim.polarity is Polarity.NEGATIVE and claim.plover != "REJECT" else None

    def _is_announcement(self, claim: Claim) -> bool:
        """An intended or conditional act that PLOVER codes as an announcement, unless somebody else tells it."""
        return (
            claim.modality in (Modality.INTENDED, Modality.CONDITIONAL)
            and claim.plover in _ANNOUNCED
            and claim.id not in self._contents
        )

    def _party(self, identity: str) -> Party:
        mention = self._mentions[identity]
        actor = self._actor_of(mention)
        text = actor.name if actor and mention.kind in _ANAPHORS else mention.text
        return party(text, (actor.code or actor.country) if actor else None)

    # ---- who said it ----

    def attributions(self) -> list[PredictedAttribution]:
        """The attributions of claims, and those whose content holds no claim. Elements with one cue are one."""
        merged: dict[object, tuple[list[tuple[int, int]], Ranges, list[tuple[int, int]]]] = {}
        everywhere = [*self.extraction.attributions, *(a for c in self.extraction.claims for a in c.attribution)]
        for attribution in everywhere:
            source, cue, content = self._ranges(attribution)
            key = ("cue", cue) if cue else ("no cue", tuple(source), tuple(content))
            sources, _, contents = merged.setdefault(key, ([], cue, []))
            sources += source
            contents += content
        return [
            PredictedAttribution(_joined(source), cue, _joined(content)) for source, cue, content in merged.values()
        ]

    def _ranges(self, attribution: Attribution) -> tuple[list[tuple[int, int]], Ranges, list[tuple[int, int]]]:
        sources = ((m.start, m.end) for m in (self._mentions[identity] for identity in attribution.sources))
        cue = ((attribution.cue.start, attribution.cue.end),) if attribution.cue else ()
        return self._aligned(sources), tuple(self._aligned(cue)), self._aligned(attribution.content)

    def _aligned(self, ranges: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
        return [there for here in ranges if (there := self._align(*here)) is not None]

    # ---- claims beside a careful reading ----

    def edges(self) -> Iterator[Edge]:
        """One claim and one subject, one edge."""
        for claim in self.extraction.claims:
            subjects, objects = claim.subject, claim.object
            if _is_mutual(claim) and not claim.recipient:
                subjects, objects = subjects[:1], subjects[1:]
            theme = (claim.theme.text,) if claim.theme and claim.theme.text else ()
            for subject in subjects or (None,):
                yield Edge(
                    predicate=claim.predicate,
                    subject=self._names(subject) if subject else (),
                    object=self._all_names(objects) + theme,
                    recipient=self._all_names(claim.recipient),
                    negative=claim.polarity is Polarity.NEGATIVE,
                    modality=claim.modality.value,
                    chain=tuple(self._all_names(attribution.sources) for attribution in claim.attribution),
                    denied_by=tuple(self._names(denial.by) for denial in claim.denied_by if not denial.inferred),
                    time=_time(claim.time),
                    span=self._align(claim.evidence.start, claim.evidence.end),
                )

    def _all_names(self, mentions: Iterable[str]) -> Names:
        return tuple(name for mention in mentions for name in self._names(mention))

    def _names(self, identity: str) -> Names:
        """Everything that names the actor of a mention; the mention's words where it is a description."""
        mention = self._mentions[identity]
        actor = self._actor_of(mention)
        if actor is None:
            return (mention.text,)
        land = (actor.country,) if actor.kind is ActorKind.COUNTRY and actor.country else ()
        words = (mention.text,) if mention.kind is MentionKind.NOMINAL else ()
        return (actor.name, *actor.aliases, *land, *words)

    # ---- who is meant ----

    def mentions(self) -> list[Mention]:
        """The mentions in offsets of the gold's text."""
        there = ((mention, self._align(mention.start, mention.end)) for mention in self.extraction.mentions)
        return [replace(mention, start=at[0], end=at[1]) for mention, at in there if at is not None]

    def _actor_of(self, mention: Mention) -> Actor | None:
        return self._actors.get(mention.actor or "")


def _coded(claim: Claim) -> PredictedEvent | None:
    """The codes of a claim as an event without actors; None without any code. A neutral claim is a statement."""
    types = (claim.plover,) if claim.plover else ()
    if claim.quad == 0 and not types:
        return PredictedEvent((), (), cameo=claim.cameo or _STATEMENT)
    if not types and claim.cameo is None and claim.quad is None:
        return None
    return PredictedEvent((), (), types, claim.cameo, claim.quad)


def _is_mutual(claim: Claim) -> bool:
    return len(claim.subject) > 1 and not claim.object and not claim.recipient and claim.plover in _MUTUAL


def _joined(ranges: Iterable[tuple[int, int]]) -> Ranges:
    """Ranges in order, those that touch put together."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(ranges):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)


def _time(time: TimeInterval | None) -> str | None:
    """The beginning of a time, as wide as its unit: 2020, 2020-10, 2020-W40, 2020-10-02."""
    if time is None or not time.start:
        return None
    day = time.start
    if time.granularity is Granularity.WEEK and re.match(r"\d{4}-\d\d-\d\d", day):
        year, week, _ = date.fromisoformat(day[:10]).isocalendar()
        day = f"{year}-W{week:02d}"
    return day[: _DATE_WIDTH.get(time.granularity, 10)]
