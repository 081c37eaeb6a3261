"""What an evaluation says: for each gold set its measures, each with precision, recall, F1 and how many were judged."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

Row = tuple[str, str, float | None, float | None, float | None, int]
COLUMNS = ("set", "measure", "precision", "recall", "f1", "n")


@dataclass(frozen=True, slots=True)
class Measure:
    """One figure. ``n`` is how many things of the gold it is about. A mere share (polarity right) has only ``recall``.

    ``interval`` bounds F1: 95 of 100 resamples of the set's sentences fall inside.
    """

    name: str
    precision: float | None
    recall: float | None
    f1: float | None
    n: int
    interval: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class SetScore:
    """The figures of one gold set. ``counts`` are plain numbers beside them (predicted, unjudged, hard errors);
    ``remarks`` say for a person what was missed or wrong, one thing a line."""

    name: str
    kind: str
    articles: int
    measures: tuple[Measure, ...]
    counts: Mapping[str, float] = field(default_factory=dict)
    remarks: tuple[str, ...] = ()
    seconds: float = 0.0

    def measure(self, name: str) -> Measure:
        return next(measure for measure in self.measures if measure.name == name)

    def rows(self) -> Iterator[Row]:
        """The measures as rows of a table (see COLUMNS)."""
        for m in self.measures:
            yield self.name, m.name, m.precision, m.recall, m.f1, m.n


def harmonic(precision: float, recall: float) -> float:
    """F1, 0 where nothing was right."""
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def share(part: float, whole: float) -> float:
    return part / whole if whole else 0.0


def measured(name: str, *, right: float, predicted: float, found: float, gold: int) -> Measure:
    """A measure from counts: ``right`` of the ``predicted`` ones, ``found`` of the ``gold`` ones."""
    precision, recall = share(right, predicted), share(found, gold)
    return Measure(name, precision, recall, harmonic(precision, recall), gold)


def part(name: str, right: int, of: int) -> Measure:
    """A share without a precision of its own: 17 of 20 polarities are right."""
    return Measure(name, None, share(right, of), None, of)
