"""What the claims of one article say in the article's words, and which of them say the same again. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kgraph.ids import name_key
from kgraph.model import Claim, Extraction, Mention


@dataclass(frozen=True, slots=True)
class Wording:
    """``what``: what is said, denied, demanded or sent, in the words of the text. ``repeats``: the claim of the same
    article that says the same and more. ``tellings``: how many claims of the article say it, this one among them."""

    what: tuple[str, ...] = ()
    repeats: str | None = None
    tellings: int = 1


def wordings(extraction: Extraction) -> dict[str, Wording]:
    """The wording of every claim, by its id."""
    claims = {claim.id: claim for claim in extraction.claims}
    mentions = {mention.id: mention for mention in extraction.mentions}
    what = {claim.id: what_of(claim, claims, mentions) for claim in extraction.claims}
    fuller = _fuller(extraction.claims, what, claims, mentions)
    tellings: defaultdict[str, int] = defaultdict(lambda: 1)
    for other in fuller.values():
        tellings[other] += 1
    return {id: Wording(words, fuller.get(id), tellings[id]) for id, words in what.items()}


def what_of(claim: Claim, claims: Mapping[str, Claim], mentions: Mapping[str, Mention]) -> tuple[str, ...]:
    """The clause or thing in its own words; "the accusation" and "it" give way to the claim that they stand for."""
    content = _outermost([claims[id] for id in claim.content if id in claims])
    theme = claim.theme
    if theme and (not content or any(_overlap(theme.start, theme.end, inner) for inner in content)):
        return (theme.text,)
    if content:
        return tuple(dict.fromkeys(inner.evidence.quote for inner in content))
    # "it sent them": nobody knows what they are, and something was sent
    return tuple(mentions[id].text for id in claim.object if id in mentions and mentions[id].actor is None)


def _outermost(content: Sequence[Claim]) -> list[Claim]:
    """ "inventing spies because it could not lower the price": the reason stands in the words of the whole already."""
    return [one for one in content if not any(_within(one, other) for other in content if other is not one)]


def _within(inner: Claim, outer: Claim) -> bool:
    a, b = inner.evidence, outer.evidence
    shorter = a.end - a.start < b.end - b.start or (a.end - a.start == b.end - b.start and inner.id > outer.id)
    return b.start <= a.start and a.end <= b.end and shorter


def _overlap(start: int, end: int, claim: Claim) -> bool:
    return claim.evidence.start < end and start < claim.evidence.end


# The same again

_FULLEST = 200
"""Claims of one standing that others are compared with. News has a dozen; a hostile text of thousands must not take the
square of their number."""


def _fuller(
    claims: Iterable[Claim],
    what: Mapping[str, tuple[str, ...]],
    by_id: Mapping[str, Claim],
    mentions: Mapping[str, Mention],
) -> dict[str, str]:
    """For each claim that says nothing of its own the claim that says it all: the headline's, and the lead's."""
    alike: defaultdict[tuple[object, ...], list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.relation is not None and claim.subject:
            alike[_standing(claim, mentions)].append(claim)
    found: dict[str, str] = {}
    for group in alike.values():
        matter = {claim.id: _Matter.of(claim, what[claim.id], by_id, mentions) for claim in group}
        ranked = sorted(
            group,
            key=lambda claim: (*matter[claim.id].rank, -len(claim.evidence.quote), claim.evidence.start, claim.id),
        )
        for place, claim in enumerate(ranked):
            for other in ranked[: min(place, _FULLEST)]:
                if other.id not in found and matter[claim.id].is_in(matter[other.id]):
                    found[claim.id] = other.id
                    break
    return found


def _standing(claim: Claim, mentions: Mapping[str, Mention]) -> tuple[object, ...]:
    """Who does it, as what, on whose word, and who denies it: claims that differ in one of these are two claims."""
    return (
        claim.relation,
        claim.polarity,
        claim.modality,
        _actors(claim.subject, mentions),
        tuple(_actors(said.sources, mentions) for said in claim.attribution),
    )


@dataclass(frozen=True, slots=True)
class _Matter:
    """Whom and what a claim is about. ``words`` as they are compared; ``parts``: who does what to whom inside it."""

    targets: frozenset[str]
    words: str
    parts: frozenset[str]
    deniers: frozenset[str]
    places: frozenset[str]
    time: str | None
    bare: bool

    @staticmethod
    def of(
        claim: Claim, what: tuple[str, ...], claims: Mapping[str, Claim], mentions: Mapping[str, Mention]
    ) -> _Matter:
        content = [claims[id] for id in claim.content if id in claims]
        return _Matter(
            targets=_actors((*claim.object, *claim.recipient), mentions),
            words=name_key(" ".join(what)),
            parts=frozenset(part for inner in content for part in _parts(inner, mentions)),
            deniers=_actors((denial.by for denial in claim.denied_by), mentions),
            places=_actors(claim.place, mentions),
            time=claim.time.start if claim.time else None,
            bare=claim.relation == "ACCUSES",
        )

    @property
    def rank(self) -> tuple[int, int, int]:
        """The fullest first."""
        return -len(self.deniers), -len(self.targets) - len(self.parts) - len(self.places), -len(self.words)

    def is_in(self, other: _Matter) -> bool:
        """Whether the other says all of this: "shipping launchers to Libya", and "... aboard a cargo vessel"."""
        if not (self.targets <= other.targets and self.deniers <= other.deniers and self.places <= other.places):
            return False
        if self.time not in (None, other.time) and not (self.bare and other.time is None):
            return False
        if self.parts and self.parts <= other.parts:
            return True
        if not self.words:  # "Greece accuses Serbia": of what stands in the lead; a second attack is another attack
            return self.bare and bool(self.targets)
        return other.words == self.words or other.words.startswith(f"{self.words} ")


def _parts(claim: Claim, mentions: Mapping[str, Mention]) -> Iterator[str]:
    deed = claim.relation or claim.predicate
    for role, ids in (("by", claim.subject), ("to", (*claim.object, *claim.recipient))):
        yield from (f"{deed} {role} {actor}" for actor in _actors(ids, mentions))
    yield f"{deed} {claim.polarity} {name_key(claim.theme.text) if claim.theme else ''}"


def _actors(ids: Iterable[str], mentions: Mapping[str, Mention]) -> frozenset[str]:
    """The actors meant; somebody whom no actor stands for is his own words."""
    found = (mentions[id] for id in ids if id in mentions)
    return frozenset(mention.actor or name_key(mention.text) for mention in found)
