"""A claim in words: who does what to whom, on whose word, whether it is denied, and how it stands in the text.

A claim is never shown without these: a demand that reads like a deed, or an accusation without its accuser, is
the worst that kgraph can do. ``claim_row`` and ``in_words`` are the only ways a claim becomes text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from kgraph.ids import name_key
from kgraph.model import UNREAL, Modality, Polarity
from kgraph.ports import Rows

NOBODY = "somebody unnamed"  # "it was reported that": a word of somebody's, and nobody to name
THE_ARTICLE = "the article itself"
NOBODY_NAMED = "nobody named"  # "is said to have sent", "denied that": hearsay without a holder
_HEARSAY = ("reported", "alleged", "quoted")
_LABELLED_KINDS = ("unnamed:", "armed-group:", "people:")  # "jihadists", "proxies": the label is part of the claim


def unnamed_speaker(standing: str) -> str:
    """What stands for the speaker of a claim that has none.

    >>> unnamed_speaker("asserted"), unnamed_speaker("alleged, denied")
    ('the article itself', 'nobody named')
    """
    return NOBODY_NAMED if standing.removeprefix("NOT, ").startswith(_HEARSAY) else THE_ARTICLE


@dataclass(frozen=True, slots=True)
class Party:
    """An actor as a claim names it; ``words`` are the article's ("its ally"), ``name`` the actor's own."""

    id: str
    name: str
    words: str = ""

    def __str__(self) -> str:
        labelled = self.id.startswith(_LABELLED_KINDS) and self.words
        if labelled and name_key(self.words) != name_key(self.name):
            return f"{self.name} (as “{self.words}”)"
        return self.name


@dataclass(frozen=True, slots=True)
class Speaker:
    """One link of an attribution chain: the sources side by side, and the words that make them sources."""

    sources: tuple[Party, ...]
    cue: str = ""
    quoted: bool = False

    def __str__(self) -> str:
        return listed(self.sources) or NOBODY


@dataclass(frozen=True, slots=True)
class Denier:
    """Who denies a claim. ``inferred``: the denial answers another telling of the same event."""

    party: Party
    inferred: bool = False

    def __str__(self) -> str:
        return f"{self.party} (of another telling)" if self.inferred else str(self.party)


@dataclass(frozen=True, slots=True)
class ClaimView:
    """A claim with the names of everybody in it, ready to be shown. ``said_by`` runs outermost first."""

    id: str
    article: str
    predicate: str
    relation: str | None
    quote: str
    polarity: Polarity = Polarity.POSITIVE
    modality: Modality = Modality.ASSERTED
    subject: tuple[Party, ...] = ()
    object: tuple[Party, ...] = ()
    recipient: tuple[Party, ...] = ()
    place: tuple[Party, ...] = ()
    theme: str | None = None
    said_by: tuple[Speaker, ...] = ()
    denied_by: tuple[Denier, ...] = ()
    superseded: str | None = None
    content: tuple[str, ...] = ()
    content_words: tuple[str, ...] = ()
    time: str | None = None
    time_start: str | None = None
    time_end: str | None = None
    title: str | None = None
    outlet: str | None = None
    published: str | None = None
    sentence: str | None = None
    start: int | None = None
    end: int | None = None
    confidence: float = 1.0
    rule: str = ""

    @property
    def speaker(self) -> str:
        """On whose word: "Macron, citing intelligence reports"."""
        if self.said_by:
            return ", citing ".join(str(link) for link in self.said_by)
        return unnamed_speaker(str(self.modality))

    @property
    def standing(self) -> str:
        """How it stands: "alleged", "demanded, not a deed", "NOT, reported", "alleged, later retracted"."""
        words = f"{self.modality}, not a deed" if self.modality in UNREAL else str(self.modality)
        if self.superseded:
            words += f", later {self.superseded}"
        return f"NOT, {words}" if self.polarity is Polarity.NEGATIVE else words

    @property
    def deniers(self) -> str:
        return ", ".join(str(denier) for denier in self.denied_by)

    @property
    def core(self) -> str:
        """Who does what to whom, without its standing: for a cell that has the standing beside it."""
        verb = self.relation or f"({self.predicate})"
        if self.polarity is Polarity.NEGATIVE:
            verb = f"NOT {verb}"
        parts = [listed(self.subject) or "somebody", verb]
        if self.object:
            parts.append(listed(self.object))
        elif self.theme and self.theme not in self.said_words and not self._holds(self.theme):
            parts.append(f"“{self.theme}”")
        if self.recipient:
            parts.append(f"to {listed(self.recipient)}")
        if self.said_words:
            # a speech act without what was said is half a claim: "Ankara DENIES: “sending fighters”"
            parts[-1] += f": {listed(f'“{shortened(words)}”' for words in _outermost(self.said_words))}"
        return " ".join(parts)

    def _holds(self, words: str) -> bool:
        """Whether the predicate says it already: "signed a pact" is "(sign pact)"."""
        bare = words.lower().split(" ", 1)[-1]
        return self.relation is None and self.predicate.endswith(f" {bare}")

    @property
    def said_words(self) -> tuple[str, ...]:
        """What a speech act says, once: the words of its clause where these hold the claims in it."""
        if self.theme and any(words in self.theme or self.theme in words for words in self.content_words):
            return (self.theme,)
        return self.content_words

    @property
    def source(self) -> str:
        """Where it stands to be read: outlet and date."""
        return ", ".join(part for part in (self.outlet, self.published) if part) or self.title or self.article


def _outermost(words: Sequence[str]) -> list[str]:
    """Words that do not stand within others: "inventing spies because it could not ..." holds its reason already."""
    return [w for w in dict.fromkeys(words) if not any(w != other and w in other for other in words)]


def shortened(words: str, *, most: int = 70) -> str:
    """Words cut at a space. The exact words always stand beside a claim, in full."""
    return words if len(words) <= most else words[:most].rpartition(" ")[0] + " …"


def listed(things: Iterable[object]) -> str:
    """Names side by side.

    >>> listed(["Ankara", "Baku", "Yerevan"])
    'Ankara, Baku and Yerevan'
    """
    names = [str(thing) for thing in things]
    return " and ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else "".join(names)


def in_words(claim: ClaimView) -> str:
    """One line with everything a claim must not be shown without."""
    bracket = [claim.standing, f"said by {claim.speaker}"]
    if claim.denied_by:
        bracket.append(f"denied by {claim.deniers}")
    return f"{claim.core} [{'; '.join(bracket)}]"


READING_COLUMNS = ("claim", "standing", "said by", "denied by", "words", "source")


def reading_rows(claims: Sequence[ClaimView]) -> Rows:
    """Claims for the eye: six columns."""
    cells = ((c.core, c.standing, c.speaker, c.deniers, c.quote, c.source) for c in claims)
    return Rows(READING_COLUMNS, tuple(cells))


DATA_COLUMNS = (
    "id", "published", "outlet", "article", "said_by", "subject", "relation", "predicate", "object", "recipient",
    "theme", "polarity", "modality", "denied_by", "time", "time_start", "time_end", "place", "quote", "sentence",
    "confidence", "rule",
)  # fmt: skip


def data_rows(claims: Sequence[ClaimView]) -> Rows:
    """Claims for other programs: every field, names as lists, the chain of speakers outermost first."""
    return Rows(DATA_COLUMNS, tuple(claim_row(claim) for claim in claims))


def claim_row(c: ClaimView) -> tuple[object, ...]:
    """The cells of DATA_COLUMNS."""
    return (
        c.id, c.published, c.outlet, c.article, [str(link) for link in c.said_by], _names(c.subject), c.relation,
        c.predicate, _names(c.object), _names(c.recipient), c.theme, str(c.polarity), str(c.modality),
        [str(denier) for denier in c.denied_by], c.time, c.time_start, c.time_end, _names(c.place), c.quote,
        c.sentence, c.confidence, c.rule,
    )  # fmt: skip


def _names(parties: tuple[Party, ...]) -> list[str]:
    return [str(party) for party in parties]


def details(claim: ClaimView) -> Iterator[tuple[str, str]]:
    """Everything about one claim beside its core, by name. What it does not have is left out, but for a denial."""
    cues = [f"{link} (“{link.cue}”{', quoted' if link.quoted else ''})" for link in claim.said_by if link.cue]
    fields = (
        ("said by", claim.speaker),
        ("in the words", "; ".join(cues)),
        ("denied by", claim.deniers or "nobody in this article"),
        ("standing", claim.standing),
        ("when", _when(claim)),
        ("where", listed(claim.place)),
        ("exact words", f"“{claim.quote}”"),
        ("sentence", claim.sentence or ""),
        ("article", " · ".join(part for part in (claim.title, claim.outlet, claim.published, claim.article) if part)),
        ("characters", f"{claim.start}–{claim.end}" if claim.start is not None else ""),
        ("says in turn", ", ".join(claim.content)),
        ("read by", f"{claim.rule} (confidence {claim.confidence:.2f})"),
        ("id", claim.id),
    )
    return (field for field in fields if field[1])


def _when(claim: ClaimView) -> str:
    if not claim.time:
        return ""
    if not (claim.time_start or claim.time_end):
        return f"“{claim.time}” (not resolved)"
    span = (
        claim.time_start
        if claim.time_start == claim.time_end
        else f"{claim.time_start or '…'} to {claim.time_end or '…'}"
    )
    return f"“{claim.time}”: {span}"
