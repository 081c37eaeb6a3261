"""Whether an extraction keeps its promises: quotes stand where they say, ids refer to what there is, dates are dates.

Pure; used when a record is loaded and when a graph is verified.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from kgraph.ids import article_id, text_sha256
from kgraph.model import AUTHOR, Article, Attribution, Claim, Extraction, Mention, TimeInterval

_DAY = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True, slots=True)
class Fault:
    """A promise that a record breaks: the field's path ("claims[3].theme"), what stands there, what is wrong."""

    field: str
    value: object
    message: str


def faults(extraction: Extraction) -> Iterator[Fault]:
    """Every broken promise of an extraction, in the order of the record."""
    article = extraction.article
    yield from _article_faults(article)
    for n, sentence in enumerate(extraction.sentences):
        if sentence.index != n:
            yield Fault(f"sentences[{n}].index", sentence.index, f"sentences are numbered in order, this is {n}")
        yield from _range_faults(article, f"sentences[{n}]", sentence.start, sentence.end)
    actors, mentions, claims = (_ids(things) for things in (extraction.actors, extraction.mentions, extraction.claims))
    independent = _ids(actor for actor in extraction.actors if actor.acts_for is None)
    yield from _id_faults("actors", [actor.id for actor in extraction.actors])
    for n, actor in enumerate(extraction.actors):
        if not actor.id.startswith(f"{actor.kind}:"):
            yield Fault(f"actors[{n}].id", actor.id, f"it begins with the actor's kind, {actor.kind}:")
        if actor.acts_for is not None and actor.acts_for not in independent:
            yield Fault(
                f"actors[{n}].acts_for", actor.acts_for, "no actor of this record that acts for itself has that id"
            )
    yield from _id_faults("mentions", [mention.id for mention in extraction.mentions])
    for n, mention in enumerate(extraction.mentions):
        yield from _mention_faults(article, f"mentions[{n}]", mention, actors)
    yield from _id_faults("claims", [claim.id for claim in extraction.claims])
    for n, claim in enumerate(extraction.claims):
        yield from _claim_faults(extraction, f"claims[{n}]", claim, mentions, claims)
    for n, attribution in enumerate(extraction.attributions):
        yield from _attribution_faults(article, f"attributions[{n}]", attribution, mentions)
    for n, note in enumerate(extraction.notes):
        if note.start is not None and note.end is not None and not 0 <= note.start <= note.end <= len(article.text):
            yield Fault(f"notes[{n}]", [note.start, note.end], f"the text has {len(article.text)} characters")


def _ids(things: Iterable[object]) -> frozenset[str]:
    return frozenset(thing.id for thing in things)  # type: ignore[attr-defined]  # actors, mentions, claims have one


def _id_faults(field: str, ids: list[str]) -> Iterator[Fault]:
    """Ids that are empty, or another thing's already."""
    seen: set[str] = set()
    for n, identity in enumerate(ids):
        if not identity:
            yield Fault(f"{field}[{n}].id", identity, "it names nothing")
        if identity in seen:
            yield Fault(f"{field}[{n}].id", identity, "the same id stands before")
        seen.add(identity)


def _article_faults(article: Article) -> Iterator[Fault]:
    if article.sha256 and article.sha256 != text_sha256(article.text):
        yield Fault("article.sha256", article.sha256, "the text is another one")
    elif article.id != (own := article_id(article.text, outlet=article.outlet, url=article.url)):
        yield Fault("article.id", article.id, f"the id of this text, outlet and URL is {own}")
    if article.published is not None and not is_moment(article.published):
        yield Fault("article.published", article.published, "a date is written 2020-10-02 or 2020-10-02T08:30:00+00:00")
    if article.title and not article.text.startswith(article.title):
        yield Fault("article.title", article.title, "the text begins with its title")


def _mention_faults(article: Article, field: str, mention: Mention, actors: Collection[str]) -> Iterator[Fault]:
    yield from _quote_faults(article, f"{field}.text", mention.start, mention.end, mention.text)
    if mention.actor is not None and mention.actor not in actors:
        yield Fault(f"{field}.actor", mention.actor, "no actor of this record has that id")


def _claim_faults(
    extraction: Extraction, field: str, claim: Claim, mentions: Collection[str], claims: Collection[str]
) -> Iterator[Fault]:
    article = extraction.article
    for role in ("subject", "object", "recipient", "place"):
        yield from _reference_faults(f"{field}.{role}", getattr(claim, role), mentions, "mention")
    yield from _reference_faults(f"{field}.content", claim.content, claims, "claim")
    if claim.theme is not None:
        yield from _quote_faults(article, f"{field}.theme.text", claim.theme.start, claim.theme.end, claim.theme.text)
    for n, stance in enumerate(claim.stance):
        if stance.holder != AUTHOR:
            yield from _reference_faults(f"{field}.stance[{n}].holder", [stance.holder], mentions, "mention")
    if claim.time is not None:
        yield from _time_faults(article, f"{field}.time", claim.time)
    for n, attribution in enumerate(claim.attribution):
        yield from _attribution_faults(article, f"{field}.attribution[{n}]", attribution, mentions)
    for n, denial in enumerate(claim.denied_by):
        yield from _reference_faults(f"{field}.denied_by[{n}].actor", [denial.by], mentions, "mention")
        yield from _reference_faults(f"{field}.denied_by[{n}].claim", [denial.claim], claims, "claim")
    for n, one in enumerate(claim.superseded_by):
        if one.claim is not None:
            yield from _reference_faults(f"{field}.superseded_by[{n}].claim", [one.claim], claims, "claim")
    if claim.quad is not None and not 0 <= claim.quad <= 4:
        yield Fault(f"{field}.quad", claim.quad, "a quad class is 0 to 4")
    evidence = claim.evidence
    yield from _quote_faults(article, f"{field}.evidence.quote", evidence.start, evidence.end, evidence.quote)
    sentences = extraction.sentences
    if not 0 <= evidence.sentence < len(sentences):
        yield Fault(f"{field}.evidence.sentence", evidence.sentence, f"there are {len(sentences)} sentences, from 0")
    elif not sentences[evidence.sentence].start <= evidence.start < sentences[evidence.sentence].end:
        yield Fault(f"{field}.evidence.sentence", evidence.sentence, "the quote begins in another sentence")


def _attribution_faults(
    article: Article, field: str, attribution: Attribution, mentions: Collection[str]
) -> Iterator[Fault]:
    yield from _reference_faults(f"{field}.source", attribution.sources, mentions, "mention")
    if attribution.cue is not None:
        yield from _quote_faults(
            article, f"{field}.cue.text", attribution.cue.start, attribution.cue.end, attribution.cue.text
        )
    for n, (start, end) in enumerate(attribution.content):
        yield from _range_faults(article, f"{field}.content[{n}]", start, end)
    yield from _reference_faults(f"{field}.addressee", attribution.addressee, mentions, "mention")


def _time_faults(article: Article, field: str, time: TimeInterval) -> Iterator[Fault]:
    yield from _quote_faults(article, f"{field}.text", *time.at, time.text)
    for name, day in (("start", time.start), ("end", time.end)):
        if day is not None and not is_day(day):
            yield Fault(f"{field}.{name}", day, "a date is written 2020-10-02")
    if time.start and time.end and time.end < time.start:
        yield Fault(f"{field}.end", time.end, f"the time ends before it starts, on {time.start}")


def _reference_faults(field: str, ids: Iterable[str], known: Collection[str], kind: str) -> Iterator[Fault]:
    for identity in ids:
        if identity not in known:
            yield Fault(field, identity, f"no {kind} of this record has that id")


def _range_faults(article: Article, field: str, start: int, end: int) -> Iterator[Fault]:
    if not 0 <= start < end <= len(article.text):
        yield Fault(field, [start, end], f"the text has {len(article.text)} characters")


def _quote_faults(article: Article, field: str, start: int, end: int, quote: str) -> Iterator[Fault]:
    if not 0 <= start < end <= len(article.text):
        yield from _range_faults(article, field, start, end)
    elif article.text[start:end] != quote:
        yield Fault(field, quote, f"the text has {article.text[start:end]!r} at {start}..{end}")


def is_day(value: str) -> bool:
    """Whether a value is an ISO date: "2020-10-02"."""
    try:
        return bool(_DAY.fullmatch(value)) and bool(date.fromisoformat(value))
    except ValueError:
        return False


def is_moment(value: str) -> bool:
    """Whether a value is an ISO date, or a date and time."""
    try:
        return is_day(value) or (bool(_DAY.match(value)) and bool(datetime.fromisoformat(value)))
    except ValueError:
        return False
