"""An extraction as the nodes and relationships of the graph. Pure: the same extraction gives the same delta."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain

from kgraph import record
from kgraph.errors import DataError
from kgraph.graph.decisions import NO_DECISIONS, Decisions
from kgraph.graph.governments import with_governments_as_countries
from kgraph.graph.profile import Profile, actor_node, merge, profile_of
from kgraph.graph.schema import PROJECTION
from kgraph.graph.wording import wordings
from kgraph.ids import digest, sentence_id, slug
from kgraph.model import (
    AUTHOR,
    Actor,
    ActorKind,
    Article,
    Claim,
    Edge,
    Extraction,
    ExtractorInfo,
    GraphDelta,
    Mention,
    Node,
    Sentence,
    Value,
)
from kgraph.stories import Place, placed, print_of


def delta(extraction: Extraction, *, decisions: Decisions = NO_DECISIONS) -> GraphDelta:
    """What the article adds to the graph, with its actors as ``decisions`` say.

    Raises: DataError when an actor's id names no kind, decisions run in a circle, or a name is longer than an index of
    any store takes.
    """
    found = _Projection(extraction, decisions).delta()
    for node in found.nodes:
        _refuse_overlong(node)
    return found


MOST_INDEXED = 2_000  # characters; Neo4j's indexes take 8 kB


def _refuse_overlong(node: Node) -> None:
    for name in ("id", "url", "name"):
        value = node.properties.get(name)
        if isinstance(value, str) and len(value) > MOST_INDEXED:
            message = f"{name} has {len(value):,} characters: {value[:60]}..."
            raise DataError(message, place=node.label, hint=f"at most {MOST_INDEXED:,} can be looked up")


def is_article(node: Node) -> bool:
    return node.label == "Article"


def at_its_place(article: Node, place: Place) -> Node:
    """The node of an article whose story others tell too."""
    return replace(article, properties={**article.properties, **place.properties()})


def record_hash(extraction: Extraction, decisions: Decisions = NO_DECISIONS) -> str:
    """What an article in the graph remembers of the extraction and the decisions it was made from."""
    return digest(PROJECTION, record.dumps(extraction), decisions.fingerprint, size=16)


def extractor_key(info: ExtractorInfo) -> str:
    """The extractor in one word: "name/version/model"."""
    return f"{info.name}/{info.version}/{info.model}"


def about_hash(article: Article) -> str:
    """Changes when something is known of an article that was not known before, its date for one."""
    return digest(article.title, article.published, article.author, article.lang)


def outlet_actor(outlet: str) -> Actor:
    """The actor that an outlet is, whether or not a text names it."""
    name = " ".join(outlet.split())
    return Actor(f"media:{slug(name) or digest(name)}", name, ActorKind.MEDIA)


class _Projection:
    """One extraction on its way into the graph: its mentions and actors by id."""

    def __init__(self, extraction: Extraction, decisions: Decisions) -> None:
        read, extraction = extraction, with_governments_as_countries(extraction)
        self.extraction, self.decisions = extraction, decisions
        self.record = record_hash(read, decisions)
        self.article = extraction.article
        self.mentions = {mention.id: mention for mention in extraction.mentions}
        self.actors = {actor.id: actor for actor in extraction.actors}
        self.wordings = wordings(extraction)
        self.starts = [sentence.start for sentence in extraction.sentences]
        self.published = self.article.published[:10] if self.article.published else None
        self.outlet = outlet_actor(self.article.outlet) if self.article.outlet and self.article.outlet.strip() else None

    def delta(self) -> GraphDelta:
        profiles = self.profiles()
        own = ("Article", self.article.id)
        nodes = chain(
            [Node("Article", self.article.id, self.article_properties())],
            map(self.sentence, self.extraction.sentences),
            map(self.mention, self.extraction.mentions),
            (actor_node(actor, profile) for actor, profile in sorted(profiles.items())),
            map(self.claim, self.extraction.claims),
        )
        edges = chain(
            self.published_by(own),
            (Edge("NAMES", own, ("Actor", a), {"profile": p.dumps()}) for a, p in sorted(profiles.items())),
            (Edge("OF", ("Sentence", self.sentence_id(s.index)), own) for s in self.extraction.sentences),
            self.mention_edges(),
            chain.from_iterable(map(self.claim_edges, self.extraction.claims)),
        )
        return GraphDelta(self.article.id, tuple(nodes), tuple(edges))

    # Actors

    def profiles(self) -> dict[str, Profile]:
        """The actors that the article refers to, as it knows them, by their id after decisions."""
        actors = [self.actors[actor] for actor in {m.actor for m in self.extraction.mentions} if actor in self.actors]
        profiles: dict[str, Profile] = {}
        for actor in map(self.decisions.apply, chain(actors, [self.outlet] if self.outlet else [])):
            profile = self.with_country(actor, profile_of(actor))
            profiles[actor.id] = merge(profiles[actor.id], profile) if actor.id in profiles else profile
        return profiles

    def with_country(self, actor: Actor, profile: Profile) -> Profile:
        """ "government (Libya)": a description without its country is shown with it, where the article names it."""
        country = self.actors.get(f"country:{actor.country}") if actor.country else None
        if actor.kind is not ActorKind.UNNAMED or country is None:
            return profile
        spans = [(m.start, m.end) for m in self.extraction.mentions if m.actor == actor.id]
        named = (m for m in self.extraction.mentions if m.actor == country.id)
        if any(start <= m.start and m.end <= end for m in named for start, end in spans):
            return profile  # "Greek officers"
        return replace(profile, name=f"{profile.name} ({country.name})", aliases=profile.aliases | {profile.name})

    def actor_of(self, mention: Mention) -> str | None:
        return self.decisions.id_of(mention.actor) if mention.actor in self.actors else None

    def published_by(self, own: tuple[str, str]) -> Iterator[Edge]:
        if self.outlet:
            yield Edge("PUBLISHED_BY", own, ("Actor", self.decisions.id_of(self.outlet.id)))

    # Nodes

    def article_properties(self) -> dict[str, Value]:
        """``story`` and what goes with it as if no other article told it; a store that knows others says better."""
        article = self.article
        mark = print_of(article)
        (place,) = placed([mark]).values()
        return {
            "id": article.id,
            "title": article.title,
            "url": article.url,
            "outlet": article.outlet,
            "published": self.published,
            "lang": article.lang,
            "sha256": article.sha256,
            "author": article.author,
            "extractor": extractor_key(self.extraction.extractor),
            "record": self.record,
            "ref": article.ref,
            "origin": article.origin,
            **place.properties(),
            "bands": " ".join(mark.bands),
            "sketch": mark.sketch,
        }

    def sentence_id(self, index: int) -> str:
        return sentence_id(self.article.id, index)

    def sentence(self, sentence: Sentence) -> Node:
        properties: dict[str, Value] = {
            "id": self.sentence_id(sentence.index),
            "article": self.article.id,
            "index": sentence.index,
            "start": sentence.start,
            "end": sentence.end,
            "text": self.article.text[sentence.start : sentence.end],
        }
        return Node("Sentence", self.sentence_id(sentence.index), properties)

    def mention(self, mention: Mention) -> Node:
        properties: dict[str, Value] = {
            "id": mention.id,
            "article": self.article.id,
            "start": mention.start,
            "end": mention.end,
            "text": mention.text,
            "kind": mention.kind.value,
        }
        return Node("Mention", mention.id, properties)

    def claim(self, claim: Claim) -> Node:
        time, wording = claim.time, self.wordings[claim.id]
        properties: dict[str, Value] = {
            "id": claim.id,
            "article": self.article.id,
            "predicate": claim.predicate,
            "relation": claim.relation,
            "plover": claim.plover,
            "mode": claim.mode,
            "cameo": claim.cameo,
            "quad": claim.quad,
            "polarity": claim.polarity.value,
            "modality": claim.modality.value,
            "tense": claim.tense,
            "timeStart": time.start if time else None,
            "timeEnd": time.end if time else None,
            "timeText": time.text if time else None,
            "timeGranularity": time.granularity.value if time else None,
            "published": self.published,
            "outlet": self.article.outlet,
            "confidence": claim.confidence,
            "rule": claim.rule,
            "text": claim.evidence.quote,
            "start": claim.evidence.start,
            "end": claim.evidence.end,
            "theme": claim.theme.text if claim.theme else None,
            "what": list(wording.what),
            "repeats": wording.repeats,
            "tellings": wording.tellings,
            "attributed": bool(claim.attribution),
            "denied": bool(claim.denied_by),
            "superseded": claim.superseded_by[-1].how.value if claim.superseded_by else None,
            "stance": self.stance(claim),
        }
        return Node("Claim", claim.id, properties)

    def stance(self, claim: Claim) -> list[str]:
        def holder(name: str) -> str:
            mention = self.mentions.get(name)
            return name if name == AUTHOR or mention is None else self.actor_of(mention) or mention.text

        return [f"{holder(stance.holder)}={stance.value.value}" for stance in claim.stance]

    # Relationships

    def mention_edges(self) -> Iterator[Edge]:
        for mention in self.extraction.mentions:
            own = ("Mention", mention.id)
            for sentence in self.sentences_between(mention.start, mention.start + 1):
                yield Edge("IN", own, ("Sentence", self.sentence_id(sentence.index)))
            if actor := self.actor_of(mention):
                yield Edge("REFERS_TO", own, ("Actor", actor), {"method": mention.method, "score": mention.score})

    def claim_edges(self, claim: Claim) -> Iterator[Edge]:
        own = ("Claim", claim.id)
        yield from self.to_actors(own, "SUBJECT", claim.subject)
        yield from self.to_actors(own, "OBJECT", claim.object)
        yield from self.to_actors(own, "RECIPIENT", claim.recipient)
        yield from self.to_actors(own, "HAPPENED_AT", claim.place)
        for order, said in enumerate(claim.attribution):
            if claim.denies_it(said):
                continue  # DENIED_BY tells it
            cue = said.cue.text if said.cue else None
            yield from self.to_actors(own, "SAID_BY", said.sources, order=order, cue=cue, quoted=said.quoted)
            yield from self.to_actors(own, "TOLD_TO", said.addressee, order=order)
        for denial in claim.denied_by:
            yield from self.to_actors(own, "DENIED_BY", [denial.by], inferred=denial.inferred, claim=denial.claim)
        for one in claim.superseded_by:
            if one.claim is not None:
                yield Edge("SUPERSEDED_BY", own, ("Claim", one.claim), {"how": one.how.value})
        for order, content in enumerate(claim.content):
            yield Edge("CONTENT", own, ("Claim", content), {"order": order})
        evidence = claim.evidence
        for sentence in self.sentences_between(evidence.start, evidence.end):
            within = {"start": max(sentence.start, evidence.start), "end": min(sentence.end, evidence.end)}
            yield Edge("EVIDENCE", own, ("Sentence", self.sentence_id(sentence.index)), within)

    def to_actors(
        self, own: tuple[str, str], type_: str, mentions: Iterable[str], **properties: Value
    ) -> Iterator[Edge]:
        """One relationship for each actor, with the words of its first mention: ``as`` keeps "mercenaries"."""
        seen: set[str] = set()
        for mention in (self.mentions[id_] for id_ in mentions if id_ in self.mentions):
            if (actor := self.actor_of(mention)) and actor not in seen:
                seen.add(actor)
                words = {} if type_ == "DENIED_BY" else {"as": mention.text, "mention": mention.id}
                yield Edge(type_, own, ("Actor", actor), {**properties, **words})

    def sentences_between(self, start: int, end: int) -> Iterator[Sentence]:
        """The sentences that the characters from ``start`` to ``end`` touch."""
        sentences: tuple[Sentence, ...] = self.extraction.sentences
        for sentence in sentences[max(bisect_right(self.starts, start) - 1, 0) :]:
            if sentence.start >= end:
                return
            if sentence.end > start:
                yield sentence
