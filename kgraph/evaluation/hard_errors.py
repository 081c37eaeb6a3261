"""The errors that must not happen: a lost denial or speaker, a demand shown as a deed, doer and victim exchanged."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from kgraph.evaluation.readings import Edge, GoldClaim, Reading
from kgraph.evaluation.words import heads, same_stem
from kgraph.model import Modality

_UNREAL_IN_A_READING = re.compile("demand|desired|urg|intend|condition|purpose|future|threatened|announced")
NOT_SAID_TO_HAVE_HAPPENED = frozenset(
    [Modality.DEMANDED, Modality.URGED, Modality.INTENDED, Modality.CONDITIONAL, Modality.PURPOSE]
)


class HardErrorKind(StrEnum):
    LOST_NEGATION = "lost negation"
    LOST_HOLDER = "lost holder"
    UNREAL_AS_FACT = "unreal as fact"
    REVERSED = "reversed"


@dataclass(frozen=True, slots=True)
class HardError:
    kind: HardErrorKind
    claim: GoldClaim
    edge: Edge

    def __str__(self) -> str:
        edge, claim = self.edge, self.claim
        given = " ".join(
            [*(edge.subject or ("nobody",))[:1], edge.predicate, *edge.object[:1], *edge.recipient[:1], edge.modality]
        )
        return f"{self.kind}: {claim.get('id')} {claim.get('subj')} {claim['pred']} is given as: {given}"


def hard_errors(reading: Reading, edges: Sequence[Edge]) -> Iterator[HardError]:
    """The hard errors among the edges of an article; at most one of a kind for each claim of the reading."""
    pairs = reading.pairs(edges)
    for number, edge_number in pairs.items():
        claim, edge = reading.claims[number], edges[edge_number]
        if claim["pol"] == "-" and not edge.negative:
            yield HardError(HardErrorKind.LOST_NEGATION, claim, edge)
        if claim.get("chain") and not edge.chain:
            yield HardError(HardErrorKind.LOST_HOLDER, claim, edge)
        unreal = _UNREAL_IN_A_READING.search(str(claim.get("modality")))
        if unreal and edge.modality not in NOT_SAID_TO_HAVE_HAPPENED:
            yield HardError(HardErrorKind.UNREAL_AS_FACT, claim, edge)
    matched = set(pairs.values())
    others = [edge for number, edge in enumerate(edges) if number not in matched]
    for claim in reading.claims:
        turned = next((edge for edge in others if _is_turned(reading, claim, edge)), None)
        if turned is not None:
            yield HardError(HardErrorKind.REVERSED, claim, turned)


def _is_turned(reading: Reading, claim: GoldClaim, edge: Edge) -> bool:
    """The same act in the same words, done by whom it was done to."""
    subject, target = claim.get("subj"), claim.get("recipient") or claim.get("obj")
    if target is None or not subject or claim.get("symmetric"):
        return False
    wanted = [word for one in (claim["pred"], *(claim.get("alt") or ())) for word in heads(str(one))[:1]]
    same_act = any(same_stem(word, other) for word in wanted for other in heads(edge.predicate)[:1])
    turned = reading.means(target, edge.subject) and any(
        reading.means(subject, names) for names in (edge.object, edge.recipient)
    )
    span = claim.get("span")
    elsewhere = bool(edge.span and span and (edge.span[1] <= span[0] or edge.span[0] >= span[1]))
    return same_act and turned and not elsewhere
