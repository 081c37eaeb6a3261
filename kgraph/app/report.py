"""What the verbs tell afterwards."""

from __future__ import annotations

from dataclasses import dataclass, field

from kgraph.ports import RunNote


@dataclass(slots=True)
class IngestReport:
    """``articles`` went into the graph, ``restored`` of them from the journal without being read; ``unchanged`` were
    there already. ``failed`` names what could not be used."""

    articles: int = 0
    restored: int = 0
    unchanged: int = 0
    claims: int = 0
    notes: int = 0
    failed: list[RunNote] = field(default_factory=list)

    def __add__(self, other: IngestReport) -> IngestReport:
        return IngestReport(
            self.articles + other.articles,
            self.restored + other.restored,
            self.unchanged + other.unchanged,
            self.claims + other.claims,
            self.notes + other.notes,
            self.failed + other.failed,
        )


@dataclass(frozen=True, slots=True)
class VerifyReport:
    """``checked``: what was looked at, in words; ``findings``: check, place and what is wrong there."""

    checked: tuple[str, ...] = ()
    findings: tuple[tuple[str, str, str], ...] = ()

    def __bool__(self) -> bool:
        """Whether all is sound."""
        return not self.findings


@dataclass(frozen=True, slots=True)
class Status:
    """``facts``: what and how much; ``problems``: sentences with the next step."""

    facts: tuple[tuple[str, object], ...] = ()
    problems: tuple[str, ...] = ()


class Interrupted(KeyboardInterrupt):
    """Ctrl-C was heeded within two seconds. What was done is kept; ``report`` says what that is."""

    def __init__(self, report: IngestReport) -> None:
        super().__init__("interrupted; what was done is kept, run the same command again to go on")
        self.report = report
