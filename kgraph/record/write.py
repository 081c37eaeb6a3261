"""The record of an extraction as plain dicts, lists and values, in the order of the fields in the design."""

from __future__ import annotations

from typing import Any

from kgraph.model import Actor, Article, Attribution, Claim, Extraction, Mention, Span, TimeInterval

SCHEMA = "kgraph.extraction/1"

Record = dict[str, Any]


def to_dict(extraction: Extraction) -> Record:
    """The record as plain dicts, lists and values, in the order of the fields in the design."""
    info = extraction.extractor
    return {
        "schema": SCHEMA,
        "extractor": {"name": info.name, "version": info.version, "model": info.model},
        "article": _article(extraction.article),
        "sentences": [{"index": s.index, "start": s.start, "end": s.end} for s in extraction.sentences],
        "actors": [_actor(actor) for actor in extraction.actors],
        "mentions": [_mention(mention) for mention in extraction.mentions],
        "claims": [_claim(claim) for claim in extraction.claims],
        "attributions": [_attribution(attribution) for attribution in extraction.attributions],
        "notes": [{"code": n.code, "message": n.message, "start": n.start, "end": n.end} for n in extraction.notes],
    }


def _article(article: Article) -> Record:
    return {
        "id": article.id,
        "title": article.title,
        "url": article.url,
        "outlet": article.outlet,
        "published": article.published,
        "lang": article.lang,
        "author": article.author,
        "ref": article.ref,
        **({"origin": article.origin} if article.origin else {}),
        "sha256": article.sha256,
        "text": article.text,
    }


def _actor(actor: Actor) -> Record:
    return {
        "id": actor.id,
        "name": actor.name,
        "kind": actor.kind.value,
        "country": actor.country,
        "roles": list(actor.roles),
        "code": actor.code,
        "wikidata": actor.wikidata,
        "aliases": list(actor.aliases),
        "acts_for": actor.acts_for,
    }


def _mention(mention: Mention) -> Record:
    return {
        "id": mention.id,
        "start": mention.start,
        "end": mention.end,
        "text": mention.text,
        "kind": mention.kind.value,
        "actor": mention.actor,
        "method": mention.method,
        "score": mention.score,
    }


def _claim(claim: Claim) -> Record:
    evidence = claim.evidence
    return {
        "id": claim.id,
        "predicate": claim.predicate,
        "relation": claim.relation,
        "plover": claim.plover,
        "mode": claim.mode,
        "cameo": claim.cameo,
        "quad": claim.quad,
        "subject": list(claim.subject),
        "object": list(claim.object),
        "recipient": list(claim.recipient),
        "theme": _span(claim.theme),
        "content": list(claim.content),
        "polarity": claim.polarity.value,
        "modality": claim.modality.value,
        "stance": [{"holder": stance.holder, "value": stance.value.value} for stance in claim.stance],
        "tense": claim.tense,
        "time": _time(claim.time),
        "place": list(claim.place),
        "attribution": [_attribution(attribution) for attribution in claim.attribution],
        "denied_by": [{"actor": d.by, "claim": d.claim, "inferred": d.inferred} for d in claim.denied_by],
        "superseded_by": [{"claim": s.claim, "how": s.how.value} for s in claim.superseded_by],
        "evidence": {
            "sentence": evidence.sentence,
            "start": evidence.start,
            "end": evidence.end,
            "quote": evidence.quote,
        },
        "confidence": claim.confidence,
        "rule": claim.rule,
    }


def _attribution(attribution: Attribution) -> Record:
    sources = attribution.sources
    return {
        # "Ankara and Baku said": a list; "it was reported": null
        "source": sources[0] if len(sources) == 1 else list(sources) or None,
        "cue": _span(attribution.cue),
        "content": [{"start": start, "end": end} for start, end in attribution.content],
        "quoted": attribution.quoted,
        "addressee": list(attribution.addressee),
    }


def _span(span: Span | None) -> Record | None:
    return None if span is None else {"start": span.start, "end": span.end, "text": span.text}


def _time(time: TimeInterval | None) -> Record | None:
    if time is None:
        return None
    return {
        "start": time.start,
        "end": time.end,
        "text": time.text,
        "granularity": time.granularity.value,
        "at": list(time.at),
    }
