"""Make an extraction by hand: sentences, and claims whose words are looked up in them, so that offsets are true."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from kgraph import ids
from kgraph.model import (
    Actor,
    Article,
    Attribution,
    Claim,
    Denial,
    Evidence,
    Extraction,
    ExtractorInfo,
    Granularity,
    Mention,
    MentionKind,
    Modality,
    Polarity,
    Sentence,
    Span,
    TimeInterval,
)
from kgraph.ontology import relations

EXTRACTOR = ExtractorInfo("by-hand", "1", "none")
Said = tuple[str, Actor | None]
"""Words of the text and whom they mean."""


@dataclass
class Telling:
    """One article. ``claim`` adds a claim and returns its id; words are looked for in the numbered sentence."""

    outlet: str
    published: str | None
    sentences: list[str]
    mentions: dict[str, Mention] = field(default_factory=dict)
    actors: dict[str, Actor] = field(default_factory=dict)
    claims: dict[str, Claim] = field(default_factory=dict)

    def __post_init__(self) -> None:
        title, *body = self.sentences
        self.text = title + "\n\n" + " ".join(body)
        self.url = f"https://example.org/{ids.slug(self.outlet)}/{ids.slug(title)}"
        self.id = ids.article_id(self.text, outlet=self.outlet, url=self.url)
        self.starts = []
        for sentence in self.sentences:
            self.starts.append(self.text.index(sentence, self.starts[-1] + 1 if self.starts else 0))

    def at(self, number: int, words: str) -> tuple[int, int]:
        start = self.starts[number] + self.sentences[number].index(words)
        return start, start + len(words)

    def mention(self, number: int, said: Said, kind: MentionKind = MentionKind.NAME) -> str:
        words, actor = said
        start, end = self.at(number, words)
        known = ids.mention_id(self.id, start, end)
        kind = MentionKind.PRONOUN if words.lower() in ("he", "she", "it", "its") else kind
        self.mentions[known] = Mention(known, start, end, words, kind, actor.id if actor else None, "exact", 1.0)
        if actor:
            self.actors[actor.id] = actor
        return known

    def claim(
        self,
        number: int,
        predicate: str,
        relation: str | None,
        quote: str,
        *,
        subject: list[Said] | None = None,
        object: list[Said] | None = None,
        recipient: list[Said] | None = None,
        place: list[Said] | None = None,
        said_by: list[tuple[str, list[Said]]] | None = None,
        theme: str | None = None,
        content: tuple[str, ...] = (),
        modality: Modality = Modality.ASSERTED,
        polarity: Polarity = Polarity.POSITIVE,
        time: tuple[str, str, str] | None = None,
        nominal: bool = False,
    ) -> str:
        start, end = self.at(number, quote)
        known = ids.claim_id(self.id, "by-hand", start, end, predicate, str(len(self.claims)))
        codes = relations()[relation] if relation else None

        def mentions(said: list[Said] | None, kind: MentionKind = MentionKind.NAME) -> tuple[str, ...]:
            return tuple(self.mention(number, s, kind) for s in said or [])

        self.claims[known] = Claim(
            id=known,
            predicate=predicate,
            relation=relation,
            subject=mentions(subject),
            object=mentions(object, MentionKind.NOMINAL if nominal else MentionKind.NAME),
            recipient=mentions(recipient),
            place=mentions(place),
            theme=self.span(number, theme),
            content=content,
            plover=codes.plover if codes else None,
            mode=codes.mode if codes else None,
            cameo=codes.cameo if codes else None,
            quad=codes.quad if codes else None,
            modality=modality,
            polarity=polarity,
            time=self.time(number, time),
            attribution=tuple(
                Attribution(mentions(sources), self.span(number, cue), ((start, end),))
                for cue, sources in said_by or []
            ),
            evidence=Evidence(number, start, end, quote),
            rule="by hand",
        )
        return known

    def span(self, number: int, words: str | None) -> Span | None:
        return Span(*self.at(number, words), words) if words else None

    def time(self, number: int, time: tuple[str, str, str] | None) -> TimeInterval | None:
        if time is None:
            return None
        start, end, words = time
        return TimeInterval(start, end, words, Granularity.DAY, self.at(number, words))

    def deny(self, claim: str, number: int, who: Said, denial: str, *, inferred: bool = False) -> None:
        denied = Denial(self.mention(number, who), denial, inferred)
        self.claims[claim] = replace(self.claims[claim], denied_by=(*self.claims[claim].denied_by, denied))

    def extraction(self) -> Extraction:
        article = Article(
            self.id, self.text, self.sentences[0], self.url, self.outlet, self.published, "en",
            sha256=ids.text_sha256(self.text),
        )  # fmt: skip
        sentences = tuple(
            Sentence(i, start, start + len(text))
            for i, (start, text) in enumerate(zip(self.starts, self.sentences, strict=True))
        )
        return Extraction(
            EXTRACTOR, article, sentences, tuple(self.actors.values()), tuple(self.mentions.values()),
            tuple(self.claims.values()),
        )  # fmt: skip
