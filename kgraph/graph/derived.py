"""The actor-to-actor edges that claims add up to. Pure: they can be made again from the claims at any time.

A summary counts; summaries add up in any order, so the edges of a pair are the sum over its claims however these
came in. Which claims count is ``Claim.makes_edge``; from whom to whom is ``pairs``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import permutations

from kgraph.graph.schema import mutual_relations, relation_types
from kgraph.model import UNREAL, GraphDelta, Modality, Polarity, Value

OWN_VOICE = frozenset({Modality.ASSERTED, Modality.PRESUPPOSED})
"""Modalities in which an article says something itself."""

Key = tuple[str, str, str]
"""A derived edge: (subject actor, relation, target actor)."""


@dataclass(frozen=True, slots=True)
class ClaimShape:
    """As much of a stored claim as derived edges need."""

    id: str
    relation: str | None
    polarity: str
    modality: str
    attributed: bool
    denied: bool
    outlet: str | None
    published: str | None
    origin: str | None = None  # of the story that its article tells
    superseded: bool = False
    subjects: tuple[str, ...] = ()
    objects: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()

    @property
    def makes_edge(self) -> bool:
        """As ``Claim.makes_edge``, and only for relations of the closed list."""
        real = self.polarity == Polarity.POSITIVE and self.modality not in UNREAL
        return real and not self.superseded and self.relation in relation_types()


@dataclass(frozen=True, slots=True)
class Summary:
    """What the claims of one derived edge add up to. ``by`` names the outlets; ``origins`` says how many of the claims
    have which origin, so that a claim whose origin turns out to be another can be counted over."""

    claims: int = 0
    asserted: int = 0
    denied: int = 0
    by: frozenset[str] = frozenset()
    origins: Mapping[str, int] = field(default_factory=dict)
    first: str | None = None
    last: str | None = None

    def __add__(self, other: Summary) -> Summary:
        dates = [day for day in (self.first, self.last, other.first, other.last) if day]
        return Summary(
            claims=self.claims + other.claims,
            asserted=self.asserted + other.asserted,
            denied=self.denied + other.denied,
            by=self.by | other.by,
            origins=_sum(self.origins, other.origins),
            first=min(dates, default=None),
            last=max(dates, default=None),
        )

    def properties(self) -> dict[str, Value]:
        """The properties of the edge."""
        return {
            "claims": self.claims,
            "asserted": self.asserted,
            "attributed": self.claims - self.asserted,
            "denied": self.denied,
            "outlets": len(self.by),
            "origins": len(self.origins),
            "outletNames": sorted(self.by),
            "originNames": sorted(self.origins),
            "originClaims": [count for _, count in sorted(self.origins.items())],
            "first": self.first,
            "last": self.last,
            "derived": True,
        }

    @staticmethod
    def of(properties: Mapping[str, object]) -> Summary:
        """The summary that a stored edge holds."""

        def number(name: str) -> int:
            value = properties.get(name)
            return value if isinstance(value, int) else 0

        def day(name: str) -> str | None:
            value = properties.get(name)
            return str(value)[:10] if value is not None else None

        def many(name: str) -> list[object]:
            value = properties.get(name)
            return list(value) if isinstance(value, list | tuple) else []

        counts = (count for count in many("originClaims") if isinstance(count, int))
        return Summary(
            claims=number("claims"),
            asserted=number("asserted"),
            denied=number("denied"),
            by=frozenset(map(str, many("outletNames"))),
            origins=dict(zip(map(str, many("originNames")), counts, strict=False)),
            first=day("first"),
            last=day("last"),
        )


def _sum(one: Mapping[str, int], other: Mapping[str, int]) -> dict[str, int]:
    total = dict(one)
    for name, count in other.items():
        total[name] = total.get(name, 0) + count
    return {name: count for name, count in total.items() if count}


def pairs(claim: ClaimShape) -> Iterator[tuple[str, str]]:
    """From whom to whom a claim goes. Never from an actor to itself.

    The target is every recipient if there is one, else every object ("Iran sent drones to Russia" goes to Russia).
    """
    if targets := claim.recipients or claim.objects:
        yield from ((subject, target) for subject in claim.subjects for target in targets if subject != target)
    elif claim.relation in mutual_relations():
        # "Lavrov and Kerry met": each met the other
        yield from permutations(dict.fromkeys(claim.subjects), 2)


def summary_of(claim: ClaimShape) -> Summary:
    own_voice = not claim.attributed and claim.modality in OWN_VOICE
    return Summary(
        claims=1,
        asserted=int(own_voice),
        denied=int(claim.denied),
        by=frozenset([claim.outlet]) if claim.outlet else frozenset(),
        origins={claim.origin: 1} if claim.origin else {},
        first=claim.published,
        last=claim.published,
    )


def derive(claims: Iterable[ClaimShape]) -> dict[Key, Summary]:
    """The derived edges of these claims, each claim once."""
    edges: dict[Key, Summary] = defaultdict(Summary)
    for claim in claims:
        if claim.makes_edge and claim.relation:
            for subject, target in dict.fromkeys(pairs(claim)):
                edges[subject, claim.relation, target] += summary_of(claim)
    return dict(edges)


def add_to(total: dict[Key, Summary], more: Mapping[Key, Summary]) -> None:
    """Count more claims in."""
    for key, summary in more.items():
        total[key] = total[key] + summary if key in total else summary


def moved(claims: Sequence[ClaimShape], origin: str | None) -> dict[Key, Summary]:
    """What changes in the edges of these claims when their article has another origin than they say."""
    before, after = derive(claims), derive(replace(claim, origin=origin) for claim in claims)
    return {
        key: Summary(origins=_sum(after[key].origins, {name: -n for name, n in summary.origins.items()}))
        for key, summary in before.items()
    }


def shapes_in(delta: GraphDelta, *, origin: str | None = None) -> Iterator[ClaimShape]:
    """The claims of a delta, as derived edges see them, whose article has this ``origin``."""
    roles: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for edge in delta.edges:
        if edge.type in ("SUBJECT", "OBJECT", "RECIPIENT"):
            roles[edge.start[1]][edge.type].append(edge.end[1])
    for node in delta.nodes:
        if node.label == "Claim":
            yield shape_of(node.properties, roles[node.id], origin=origin)


def shape_of(properties: Mapping[str, object], roles: Mapping[str, Sequence[str]], *, origin: str | None) -> ClaimShape:
    """A claim from its stored properties, its actors by relationship type, and the origin of its article."""

    def text(name: str) -> str | None:
        value = properties.get(name)
        return None if value is None else str(value)

    return ClaimShape(
        id=text("id") or "",
        relation=text("relation"),
        polarity=text("polarity") or "",
        modality=text("modality") or "",
        attributed=bool(properties.get("attributed")),
        denied=bool(properties.get("denied")),
        outlet=text("outlet"),
        published=text("published"),
        origin=origin,
        superseded=bool(properties.get("superseded")),
        subjects=tuple(roles.get("SUBJECT", ())),
        objects=tuple(roles.get("OBJECT", ())),
        recipients=tuple(roles.get("RECIPIENT", ())),
    )
