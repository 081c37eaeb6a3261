"""The nouns of kgraph: what an article, a mention, a claim and a graph delta are.

Values are frozen; a changed value is ``dataclasses.replace(claim, polarity=Polarity.NEGATIVE)``.
Offsets count characters (code points) of ``Article.text``; ``text[start:end]`` is always the quoted words.
Claims point at *mentions* (by id), mentions point at *actors* (by id): a new decision about an actor never
parses an article again.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

AUTHOR = "author"  # the holder of a stance that nobody in the text is named for


class ActorKind(StrEnum):
    """What an actor is. One kind for each actor; it is also a second label of its node."""

    COUNTRY = "country"
    PERSON = "person"
    OFFICE = "office"
    ORGANISATION = "organisation"
    ARMED_GROUP = "armed-group"
    IGO = "igo"
    MEDIA = "media"
    NGO = "ngo"
    COMPANY = "company"
    PEOPLE = "people"
    PLACE = "place"
    UNNAMED = "unnamed"


class MentionKind(StrEnum):
    """How the text refers to an actor."""

    NAME = "name"  # "Emmanuel Macron"
    NOMINAL = "nominal"  # "the French president", "two rebel sources"
    PRONOUN = "pronoun"  # "he"
    METONYM = "metonym"  # "Ankara"
    ADJECTIVE = "adjective"  # "Syrian"
    POSSESSIVE = "possessive"  # "its"
    FIRST_PERSON = "first-person"  # "I", inside a quotation


class Polarity(StrEnum):
    """Whether the innermost holder puts the predicate as true or as not true."""

    POSITIVE = "+"
    NEGATIVE = "-"


class Modality(StrEnum):
    """In which way a claim stands in the text (design: the closed list)."""

    ASSERTED = "asserted"  # the article says it in its own voice
    REPORTED = "reported"  # somebody said it
    ALLEGED = "alleged"  # somebody claimed or alleged it, or accused somebody of it
    QUOTED = "quoted"  # it stands in somebody's own words
    PRESUPPOSED = "presupposed"  # it is taken for granted: "its gas prospecting"
    DEMANDED = "demanded"
    URGED = "urged"
    INTENDED = "intended"  # future, planned, promised, threatened
    CONDITIONAL = "conditional"  # "if", "would"
    PURPOSE = "purpose"  # "in order to"
    EVALUATION = "evaluation"  # "is unacceptable", "what he called reckless"


UNREAL = frozenset(
    {
        Modality.DEMANDED,
        Modality.URGED,
        Modality.INTENDED,
        Modality.CONDITIONAL,
        Modality.PURPOSE,
        Modality.EVALUATION,
    }
)
"""Modalities of what nobody says has happened. They make no derived edge."""


class StanceValue(StrEnum):
    """How certain a holder is of a claim: FactBank's values (Sauri and Pustejovsky 2009)."""

    CERTAIN = "CT+"
    PROBABLE = "PR+"
    POSSIBLE = "PS+"
    CERTAINLY_NOT = "CT-"
    PROBABLY_NOT = "PR-"
    POSSIBLY_NOT = "PS-"
    UNKNOWN = "Uu"


class Granularity(StrEnum):
    """The size of the unit that a time expression names."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    DECADE = "decade"
    RANGE = "range"  # "since 1994", "in the coming days"
    UNRESOLVED = "unresolved"  # "on Friday" in an article without a date


@dataclass(frozen=True, slots=True)
class Span:
    """Words of the article: ``article.text[start:end] == text``."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Article:
    """One text of one outlet. Its identity is its text, outlet and URL (see ``ids.article_id``).

    A title that is known is the first paragraph of ``text``: ``text.startswith(title)``.
    ``published`` is an ISO date ("2020-10-02") or a date and time with zone, or None when unknown.
    ``origin`` is whom its dateline or byline names as the source of the report ("Continental Press").
    ``ref`` is the id that the input gave it ("plover_0001"), if it gave one.
    """

    id: str
    text: str
    title: str | None = None
    url: str | None = None
    outlet: str | None = None
    published: str | None = None
    lang: str | None = None
    author: str | None = None
    sha256: str = ""
    ref: str | None = None
    origin: str | None = None


@dataclass(frozen=True, slots=True)
class Sentence:
    index: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Mention:
    """A piece of text that refers to an actor. ``actor`` is None when nobody could be named for it.

    ``method`` says how the actor was found (exact, alias, surname, title, office, metonym, adjective, pronoun,
    description, new ...), ``score`` how sure that is (0 to 1).
    """

    id: str
    start: int
    end: int
    text: str
    kind: MentionKind
    actor: str | None = None
    method: str = ""
    score: float = 0.0


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody who can act, speak or be spoken about.

    ``code``: ISO3 and role ("TURGOV", "SYRREB", "IGOEUR") or None; ``country``: ISO3 or None;
    ``roles``: what the texts call them, "Foreign Minister of Russia"; ``acts_for``: the country (an actor's id) that
    a government speaks for, and whose claims its claims are in a graph.
    """

    id: str
    name: str
    kind: ActorKind
    country: str | None = None
    roles: tuple[str, ...] = ()
    code: str | None = None
    wikidata: str | None = None
    aliases: tuple[str, ...] = ()
    acts_for: str | None = None


@dataclass(frozen=True, slots=True)
class TimeInterval:
    """When: inclusive ISO dates, None is open; the words and where they stand."""

    start: str | None
    end: str | None
    text: str
    granularity: Granularity
    at: tuple[int, int]  # offsets of the words


@dataclass(frozen=True, slots=True)
class Attribution:
    """Somebody's word for something. ``sources``: mentions side by side ("Ankara and Baku said"); may be empty
    ("it was reported that"). ``content``: the spans that they answer for. ``addressee``: mentions told."""

    sources: tuple[str, ...]
    cue: Span | None
    content: tuple[tuple[int, int], ...] = ()
    quoted: bool = False
    addressee: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Denial:
    """``by`` (a mention) denies in ``claim`` (an id, a DENIES claim). ``inferred``: the denial answers another
    telling of the same event and was carried over."""

    by: str
    claim: str
    inferred: bool = False


class Change(StrEnum):
    """How a claim stopped to stand."""

    RETRACTION = "retracted"  # taken back: "withdrew the claim that"
    CORRECTION = "corrected"  # put right: "an earlier version of this article wrongly said that"


@dataclass(frozen=True, slots=True)
class Supersession:
    """The claim no longer stands: it was taken back or corrected in ``claim`` (an id, a RETRACTS claim), or by the
    outlet itself (None)."""

    claim: str | None
    how: Change


@dataclass(frozen=True, slots=True)
class Stance:
    """How certain ``holder`` (a mention, or AUTHOR) is."""

    holder: str
    value: StanceValue


@dataclass(frozen=True, slots=True)
class Evidence:
    """The exact words: ``article.text[start:end] == quote``, beginning in sentence number ``sentence``."""

    sentence: int
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class Claim:
    """Who does (says, wants, denies) what to whom, on whose word, in which words.

    ``predicate`` is the lemma ("send", "express concern"); ``relation`` one of the closed list in the ontology, or
    None where the lexicon does not know the predicate. ``content`` names the claims that a speech act carries.
    ``attribution`` runs outermost first; the outlet never stands in it. ``rule`` names the construction.
    """

    id: str
    predicate: str
    relation: str | None
    subject: tuple[str, ...]
    evidence: Evidence
    object: tuple[str, ...] = ()
    recipient: tuple[str, ...] = ()
    theme: Span | None = None
    content: tuple[str, ...] = ()
    plover: str | None = None
    mode: str | None = None
    cameo: str | None = None
    quad: int | None = None
    polarity: Polarity = Polarity.POSITIVE
    modality: Modality = Modality.ASSERTED
    stance: tuple[Stance, ...] = ()
    tense: str | None = None
    time: TimeInterval | None = None
    place: tuple[str, ...] = ()
    attribution: tuple[Attribution, ...] = ()
    denied_by: tuple[Denial, ...] = ()
    superseded_by: tuple[Supersession, ...] = ()
    confidence: float = 1.0
    rule: str = ""

    @property
    def makes_edge(self) -> bool:
        """Whether the claim may make a derived actor-to-actor edge: positive, not of an unreal modality, and still
        standing."""
        real = self.polarity is Polarity.POSITIVE and self.modality not in UNREAL
        return real and self.relation is not None and not self.superseded_by

    def denies_it(self, attribution: Attribution) -> bool:
        """Whether we have the claim through a denial: "Peru denied sending arms" is Peru's word that it did not."""
        deniers = {denial.by for denial in self.denied_by if not denial.inferred}
        return bool(attribution.sources) and deniers.issuperset(attribution.sources)


@dataclass(frozen=True, slots=True)
class Note:
    """Something that was left out or not understood, and where."""

    code: str
    message: str
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class ExtractorInfo:
    name: str
    version: str
    model: str


@dataclass(frozen=True, slots=True)
class Extraction:
    """Everything that was read in one article: the contract between extractor, files, graph and scorers."""

    extractor: ExtractorInfo
    article: Article
    sentences: tuple[Sentence, ...] = ()
    actors: tuple[Actor, ...] = ()
    mentions: tuple[Mention, ...] = ()
    claims: tuple[Claim, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    notes: tuple[Note, ...] = ()


Value = str | int | float | bool | None | list[str] | list[int]


@dataclass(frozen=True, slots=True)
class Node:
    """A node of the graph: its label (Article, Sentence, Mention, Actor, Claim), id, and properties.

    ``kind_label`` is the second label of an actor ("Country"). Date properties are ISO strings here; the store
    writes them as dates (``graph.schema`` says which).
    """

    label: str
    id: str
    properties: Mapping[str, Value] = field(default_factory=dict)
    kind_label: str | None = None


@dataclass(frozen=True, slots=True)
class Edge:
    """A relationship between two nodes named by label and id."""

    type: str
    start: tuple[str, str]
    end: tuple[str, str]
    properties: Mapping[str, Value] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class GraphDelta:
    """What one article adds to the graph. Applying it twice is applying it once; it replaces whatever the same
    article (or an older text of the same URL) had put there. Derived edges are not in it."""

    article: str
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
