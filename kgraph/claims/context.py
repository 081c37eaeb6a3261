"""What every rule of this room reads: the tree, who is named in it, the lexicon and the article."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from kgraph.clauses import Predication
from kgraph.clauses.phrases import noun_phrase
from kgraph.ids import digest, name_key
from kgraph.language import Lexicon, Sense
from kgraph.mentions import MentionSet, Spotted
from kgraph.model import Actor, ActorKind, Article, Change, MentionKind, Modality, Note, Polarity, TimeInterval
from kgraph.parsing import Tree

_CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april june july august september "
    "october november december".split()
)


@dataclass(slots=True)
class Said:
    """An attribution before it is written down: token numbers instead of mentions.

    ``head`` is the predicate that says it (the cue), ``tokens`` everything the source answers for.
    """

    head: int
    cue: tuple[int, int]  # first token, last + 1
    sources: list[Spotted]
    content: list[tuple[int, int]]  # token ranges
    tokens: frozenset[int]
    modality: Modality
    quoted: bool = False
    addressees: list[Spotted] = field(default_factory=list)
    relation: str | None = None
    narrow: bool = True  # a reporting word: others hold, feel or know
    whole: bool = True  # a quotation or a finite clause, not a mere phrase
    own: bool = False  # the source's own intention, "promised to help": it answers for no claim of somebody else's
    inside: bool = False  # through whom the speaker himself has it: "said, citing border police"
    manner: bool = False  # "stormed", "hit back" beside a quotation: how it was said, and no deed
    described: frozenset[int] = frozenset()  # "urged them to spare a school where many shelter": the sheltering is told
    frame: bool = False  # an accusation, demand or denial whose content is a claim, not speech given word for word


@dataclass(slots=True)
class Draft:
    """A claim in the making."""

    predication: Predication
    sense: Sense | None
    predicate: str
    relation: str | None
    subject: list[Spotted]
    object: list[Spotted] = field(default_factory=list)
    recipient: list[Spotted] = field(default_factory=list)
    place: list[Spotted] = field(default_factory=list)
    theme: tuple[int, int] | None = None  # token range
    said: Said | None = None  # what this speech act carries
    chain: list[Said] = field(default_factory=list)
    content: list[Draft] = field(default_factory=list)
    denied_by: list[tuple[Spotted, Draft, bool]] = field(default_factory=list)
    author_denies: bool = False  # "reports that A did it are false": the article's own word
    superseded_by: list[tuple[Draft | None, Change]] = field(default_factory=list)  # None: by the outlet
    polarity: Polarity = Polarity.POSITIVE
    modality: Modality = Modality.ASSERTED
    tense: str | None = None
    time: TimeInterval | None = None
    plover: str | None = None
    mode: str | None = None
    cameo: str | None = None
    quad: int | None = None
    confidence: float = 0.9
    rule: str = ""
    evidence: tuple[int, int] = (0, 0)  # token range

    @property
    def head(self) -> int:
        return self.predication.head

    def actors(self) -> set[str]:
        return {s.actor.id for s in self.subject if s.actor is not None}


class Refused(NamedTuple):
    """A candidate that came to nothing: its token, what it would have been, and the reason in words."""

    token: int
    what: str  # "claim", "denial", "attribution", "speaker"
    why: str


@dataclass(slots=True)
class Context:
    """One article while it is read."""

    tree: Tree
    mentions: MentionSet
    lexicon: Lexicon
    article: Article
    wide: bool = False
    notes: list[Note] = field(default_factory=list)
    refused: list[Refused] | None = None  # kept only for somebody who asks why (``kgraph extract --explain``)

    def refuse(self, token: int, why: str, what: str = "claim") -> None:
        """A rule tells here what it left out and why. Costs nothing unless somebody asks."""
        if self.refused is not None:
            self.refused.append(Refused(token, what, why))

    def at(self, token: int) -> list[Spotted]:
        """Mentions that can act, headed by this token; adjectives only where the token itself was asked for."""
        if self.tree.lower[token] in _CALENDAR:
            return []  # "on Friday": a day that was taken for somebody
        return self.mentions.at(token)

    def described(self, token: int, span: tuple[int, int] | None = None) -> Spotted:
        """A mention for a noun phrase that nobody recognised: "court documents", as a source of what they say."""
        if found := self.at(token):
            return found[0]
        start, end = span or noun_phrase(self.tree, token)
        spotted = Spotted(
            start=start,
            end=end,
            head=token,
            kind=MentionKind.NOMINAL,
            actor=self.nameless(start, end),
            method="description",
            score=0.5,
        )
        self.mentions.add(spotted)
        return spotted

    def nameless(self, start: int, end: int) -> Actor:
        """An actor of this article alone, called by the words that stand for it."""
        a, b = self.tree.span(range(start, end))
        words = self.article.text[a:b]
        return Actor(
            id="unnamed:" + digest(self.article.id, name_key(words)),
            name=" ".join(words.split()),
            kind=ActorKind.UNNAMED,
        )
