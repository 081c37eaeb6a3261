"""How certain each holder is of a claim, in FactBank's values (Sauri and Pustejovsky 2009)."""

from __future__ import annotations

from collections.abc import Iterator

from kgraph.claims.context import Draft
from kgraph.mentions import Spotted
from kgraph.model import Modality, Polarity, StanceValue

_INTENDED = frozenset({Modality.INTENDED, Modality.PURPOSE})
_OPEN = frozenset({Modality.DEMANDED, Modality.URGED, Modality.CONDITIONAL, Modality.EVALUATION})


def stances(draft: Draft) -> Iterator[tuple[Spotted | None, StanceValue]]:
    """(holder, value); None is the author, who always comes first."""
    negative = draft.polarity is Polarity.NEGATIVE
    yield None, _of_the_author(draft, negative)
    deniers = [by for by, _, inferred in draft.denied_by if not inferred]
    for said in draft.chain:
        for source in said.sources:
            if source not in deniers:
                yield source, _value(draft.modality, negative)
    for by, _, inferred in draft.denied_by:
        if not inferred:
            yield by, StanceValue.CERTAIN if negative else StanceValue.CERTAINLY_NOT


def _of_the_author(draft: Draft, negative: bool) -> StanceValue:
    if draft.author_denies:
        return StanceValue.CERTAIN if negative else StanceValue.CERTAINLY_NOT
    return StanceValue.UNKNOWN if draft.chain else _value(draft.modality, negative)


def _value(modality: Modality, negative: bool) -> StanceValue:
    if modality in _OPEN:
        return StanceValue.UNKNOWN
    if modality in _INTENDED:
        return StanceValue.PROBABLY_NOT if negative else StanceValue.PROBABLE
    return StanceValue.CERTAINLY_NOT if negative else StanceValue.CERTAIN
