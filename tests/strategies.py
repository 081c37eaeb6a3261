"""Hypothesis strategies for whole extractions: offsets that quote the text, ids that refer to what is there.

Actors come from a small pool, so that several drawn articles meet in the same actors; every article also may have
an actor of its own. Texts mix scripts, emoji and combining characters. Fast: a drawn extraction is a few sentences.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from hypothesis import strategies as st

from kgraph import ids
from kgraph.model import (
    AUTHOR,
    Actor,
    ActorKind,
    Article,
    Attribution,
    Change,
    Claim,
    Denial,
    Evidence,
    Extraction,
    ExtractorInfo,
    Granularity,
    Mention,
    MentionKind,
    Modality,
    Note,
    Polarity,
    Sentence,
    Span,
    Stance,
    StanceValue,
    Supersession,
    TimeInterval,
)

WORDS = [
    *("Vareno", "Ostmark", "accused", "denied", "said", "weapons", "it", "the", "to", "of", "fighters", "mercenaries"),
    *("“truce”", "don’t", "—", "çok", "Erdoğan", "Việt", "e\u0301t", "北京", "на"),
    *("🕊️", "👩\u200d🚒", "🇺🇳"),
]
EXTRACTOR = ExtractorInfo("kgraph", "0.0", "none")
RELATIONS = ("ACCUSES", "DENIES", "SAYS", "SENDS", "SUPPORTS", "MEETS", "DEMANDS", "THREATENS", "ATTACKS", None)
CODES = (("ACCUSE", "disapprove", "112", 3), ("CONSULT", "meet", "040", 1), (None, None, None, None))
ACTORS = (
    Actor("country:VAR", "Vareno", ActorKind.COUNTRY, country="VAR", code="VARGOV", aliases=("Republic of Vareno",)),
    Actor("country:OST", "Ostmark", ActorKind.COUNTRY, country="OST", code="OSTGOV"),
    Actor("igo:union-of-straits", "Union of Straits", ActorKind.IGO, code="IGO", aliases=("UoS",)),
    Actor("person:mara-ilic", "Mara Ilić", ActorKind.PERSON, country="VAR", roles=("Foreign Minister of Vareno",)),
    Actor("armed-group:hill-brigade", "Hill Brigade", ActorKind.ARMED_GROUP, country="OST", code="OSTREB"),
    Actor("media:the-harbour-post", "The Harbour Post", ActorKind.MEDIA),
)

_OUTLETS = st.sampled_from([None, "The Harbour Post", "Straits Wire", "Наш голос"])
_FREE_WORDS = st.text(st.characters(exclude_categories=("Cs", "Cc", "Zs", "Zl", "Zp")), min_size=1, max_size=6)
_WORDS = st.one_of(st.sampled_from(WORDS), _FREE_WORDS)
_SHARES = st.sampled_from([0.0, 0.25, 0.5, 0.9, 1.0])
_DAYS = st.integers(0, 9000).map(lambda days: (date(2001, 1, 1) + timedelta(days=days)).isoformat())

Range = tuple[int, int]


@st.composite
def articles(draw: st.DrawFn) -> Article:
    """An article of one to four lines of words; sometimes with a title, which is then its first line."""
    lines = [
        " ".join(words) for words in draw(st.lists(st.lists(_WORDS, min_size=1, max_size=8), min_size=1, max_size=4))
    ]
    text = "\n\n".join(lines)
    outlet = draw(_OUTLETS)
    url = draw(st.sampled_from([None, "https://harbour.example/1", "https://straits.example/ü?a=1&b=2"]))
    return Article(
        id=ids.article_id(text, outlet=outlet, url=url),
        text=text,
        title=lines[0] if draw(st.booleans()) else None,
        url=url,
        outlet=outlet,
        published=draw(st.one_of(st.none(), _DAYS, st.just("2020-10-02T08:30:00+00:00"))),
        lang=draw(st.sampled_from([None, "en"])),
        author=draw(st.sampled_from([None, "A. Writer"])),
        origin=draw(st.sampled_from([None, "Continental Press"])),
        sha256=ids.text_sha256(text),
        ref=draw(st.sampled_from([None, "story_7"])),
    )


@st.composite
def extractions(draw: st.DrawFn, of: st.SearchStrategy[Article] | None = None) -> Extraction:
    """A whole extraction of an article drawn from ``of``."""
    article = draw(articles() if of is None else of)
    words = _word_ranges(article.text)
    sentences = tuple(Sentence(n, start, end) for n, (start, end) in enumerate(_line_ranges(article.text)))
    actors = draw(_actors(article))
    mentions = draw(_mentions(article, words, actors))
    claims = draw(_claims(article, sentences, words, mentions))
    return Extraction(
        extractor=EXTRACTOR,
        article=article,
        sentences=sentences,
        actors=actors,
        mentions=mentions,
        claims=claims,
        attributions=tuple(draw(st.lists(_attributions(article, words, mentions), max_size=2))),
        notes=tuple(draw(st.lists(_notes(words), max_size=1))),
    )


def _line_ranges(text: str) -> list[Range]:
    ranges, at = [], 0
    for line in text.split("\n\n"):
        ranges.append((at, at + len(line)))
        at += len(line) + 2
    return ranges


def _word_ranges(text: str) -> list[Range]:
    ranges = []
    for start, end in _line_ranges(text):
        at = start
        for word in text[start:end].split(" "):
            ranges.append((at, at + len(word)))
            at += len(word) + 1
    return ranges


@st.composite
def _ranges(draw: st.DrawFn, words: Sequence[Range]) -> Range:
    """The offsets of one to four words side by side."""
    first = draw(st.integers(0, len(words) - 1))
    last = draw(st.integers(first, min(first + 3, len(words) - 1)))
    return words[first][0], words[last][1]


@st.composite
def _spans(draw: st.DrawFn, article: Article, words: Sequence[Range]) -> Span:
    start, end = draw(_ranges(words))
    return Span(start, end, article.text[start:end])


@st.composite
def _actors(draw: st.DrawFn, article: Article) -> tuple[Actor, ...]:
    pool = draw(st.lists(st.sampled_from(ACTORS), unique=True, max_size=4))
    if draw(st.booleans()):  # "two rebel sources": an actor of this article alone
        pool.append(Actor("unnamed:" + ids.digest(article.id, "sources"), "two sources", ActorKind.UNNAMED))
    return tuple(pool)


@st.composite
def _mentions(
    draw: st.DrawFn, article: Article, words: Sequence[Range], actors: Sequence[Actor]
) -> tuple[Mention, ...]:
    found: dict[str, Mention] = {}
    for start, end in draw(st.lists(_ranges(words), max_size=5)):
        actor = draw(st.sampled_from([None, *actors]))
        # two mentions on the same words are told apart by their actor
        identity = ids.mention_id(article.id, start, end, actor.id if actor else "")
        found[identity] = Mention(
            id=identity,
            start=start,
            end=end,
            text=article.text[start:end],
            kind=draw(st.sampled_from(MentionKind)),
            actor=actor.id if actor else None,
            method="exact" if actor else "",
            score=draw(_SHARES) if actor else 0.0,
        )
    return tuple(sorted(found.values(), key=lambda mention: (mention.start, mention.end, mention.id)))


def _some(mentions: Sequence[Mention], most: int = 2) -> st.SearchStrategy[tuple[str, ...]]:
    """The ids of no, one or several of the mentions."""
    if not mentions:
        return st.just(())
    return st.lists(st.sampled_from([m.id for m in mentions]), unique=True, max_size=most).map(tuple)


@st.composite
def _attributions(
    draw: st.DrawFn, article: Article, words: Sequence[Range], mentions: Sequence[Mention]
) -> Attribution:
    return Attribution(
        sources=draw(_some(mentions)),
        cue=draw(st.one_of(st.none(), _spans(article, words))),
        content=tuple(draw(st.lists(_ranges(words), max_size=2))),
        quoted=draw(st.booleans()),
        addressee=draw(_some(mentions, 1)),
    )


@st.composite
def _times(draw: st.DrawFn, article: Article, words: Sequence[Range]) -> TimeInterval:
    start, end = draw(_ranges(words))
    first, last = draw(st.one_of(st.none(), _DAYS)), draw(st.one_of(st.none(), _DAYS))
    if first and last and last < first:
        first, last = last, first
    return TimeInterval(first, last, article.text[start:end], draw(st.sampled_from(Granularity)), (start, end))


@st.composite
def _claims(
    draw: st.DrawFn,
    article: Article,
    sentences: Sequence[Sentence],
    words: Sequence[Range],
    mentions: Sequence[Mention],
) -> tuple[Claim, ...]:
    claims: list[Claim] = []
    for number in range(draw(st.integers(0, 4))):
        start, end = draw(_ranges(words))
        predicate = draw(st.sampled_from(["accuse", "deny", "send", "meet", "express concern"]))
        plover, mode, cameo, quad = draw(st.sampled_from(CODES))
        earlier = [claim.id for claim in claims]
        holders = [AUTHOR, *(m.id for m in mentions)]
        claims.append(
            Claim(
                id=ids.claim_id(article.id, "kgraph/0.0/none", start, end, predicate, str(number)),
                predicate=predicate,
                relation=draw(st.sampled_from(RELATIONS)),
                subject=draw(_some(mentions)),
                evidence=_evidence(article, sentences, start, end),
                object=draw(_some(mentions)),
                recipient=draw(_some(mentions, 1)),
                theme=draw(st.one_of(st.none(), _spans(article, words))),
                content=tuple(draw(st.lists(st.sampled_from(earlier), unique=True, max_size=2))) if earlier else (),
                plover=plover,
                mode=mode,
                cameo=cameo,
                quad=quad,
                polarity=draw(st.sampled_from(Polarity)),
                modality=draw(st.sampled_from(Modality)),
                stance=(Stance(draw(st.sampled_from(holders)), draw(st.sampled_from(StanceValue))),),
                tense=draw(st.sampled_from([None, "past"])),
                time=draw(st.one_of(st.none(), _times(article, words))),
                place=draw(_some(mentions, 1)),
                attribution=tuple(draw(st.lists(_attributions(article, words, mentions), max_size=2))),
                denied_by=draw(_denials(mentions, earlier)),
                superseded_by=draw(_supersessions(earlier)),
                confidence=draw(_SHARES),
                rule="active",
            )
        )
    return tuple(claims)


@st.composite
def _denials(draw: st.DrawFn, mentions: Sequence[Mention], claims: Sequence[str]) -> tuple[Denial, ...]:
    if not mentions or not claims or draw(st.booleans()):
        return ()
    by = draw(st.sampled_from([m.id for m in mentions]))
    return (Denial(by, draw(st.sampled_from(list(claims))), draw(st.booleans())),)


@st.composite
def _supersessions(draw: st.DrawFn, claims: Sequence[str]) -> tuple[Supersession, ...]:
    if draw(st.booleans()):
        return ()
    by = draw(st.one_of(st.none(), st.sampled_from(list(claims)))) if claims else None
    return (Supersession(by, draw(st.sampled_from(Change))),)


def _evidence(article: Article, sentences: Sequence[Sentence], start: int, end: int) -> Evidence:
    sentence = next(s for s in sentences if s.start <= start < s.end)
    return Evidence(sentence.index, start, end, article.text[start:end])


@st.composite
def _notes(draw: st.DrawFn, words: Sequence[Range]) -> Note:
    start, end = draw(_ranges(words))
    place = draw(st.booleans())
    return Note("unresolved-time", "a day without a date", start if place else None, end if place else None)
