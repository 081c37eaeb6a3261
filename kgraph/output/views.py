"""Claims as views: read from a graph in a few statements, or straight from an extraction."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kgraph.graph import with_governments_as_countries
from kgraph.model import AUTHOR, Claim, Extraction, Modality, Polarity
from kgraph.output.claims import NOBODY, ClaimView, Denier, Party, Speaker
from kgraph.ports import GraphStore

_PAGE = 200
UNKNOWN = Party("", NOBODY)


@dataclass(frozen=True, slots=True)
class ClaimFilter:
    """Which claims. None means any; ``actor`` is in any role, ``by`` is a speaker, ``about`` does or undergoes it.

    Actors are ids; dates are ISO dates, both ends included; ``words`` stand in the quote, upper or lower case.
    """

    actor: Sequence[str] | None = None
    by: Sequence[str] | None = None
    about: Sequence[str] | None = None
    relation: str | None = None
    article: str | None = None
    outlet: str | None = None
    denied: bool | None = None
    modality: str | None = None
    since: str | None = None
    until: str | None = None
    words: str | None = None
    ids: Sequence[str] | None = None


# a filter -> the lines of Cypher it adds; values go in as parameters, never as text
_MATCHES = {
    "actor": "MATCH (c)-[:SUBJECT|OBJECT|RECIPIENT|SAID_BY|DENIED_BY]->(x:Actor) WHERE x.id IN $actor",
    "by": "MATCH (c)-[:SAID_BY]->(y:Actor) WHERE y.id IN $by",
    "about": "MATCH (c)-[:SUBJECT|OBJECT|RECIPIENT]->(z:Actor) WHERE z.id IN $about",
}
_WHERE = {
    "ids": "c.id IN $ids",
    "relation": "c.relation = $relation",
    "article": "c.article = $article",
    "outlet": "toLower(c.outlet) = toLower($outlet)",
    "denied": "c.denied = $denied",
    "modality": "c.modality = $modality",
    "since": "c.published >= date($since)",
    "until": "c.published <= date($until)",
    "words": "toLower(c.text) CONTAINS toLower($words)",
}


def claims_in(store: GraphStore, wanted: ClaimFilter, *, limit: int | None = None) -> Iterator[ClaimView]:
    """Claims of a graph by date, article and place in the text."""
    ids = _ids(store, wanted, limit)
    for start in range(0, len(ids), _PAGE):
        yield from _page(store, ids[start : start + _PAGE])


def _ids(store: GraphStore, wanted: ClaimFilter, limit: int | None) -> list[str]:
    parameters = {name: value for name in wanted.__slots__ if (value := getattr(wanted, name)) is not None}
    conditions = [text for name, text in _WHERE.items() if name in parameters]
    lines = ["MATCH (c:Claim)"]
    if conditions:
        lines.append("WHERE " + " AND ".join(conditions))
    for name, text in _MATCHES.items():
        if name in parameters:
            lines += [text, "WITH DISTINCT c"]
    lines.append("RETURN c.id AS id, c.published AS published, c.article AS article, c.start AS begins")
    lines.append("ORDER BY published, article, begins, id")
    if limit is not None:
        lines.append("LIMIT toInteger($limit)")
        parameters["limit"] = limit
    return [str(row[0]) for row in store.rows("\n".join(lines), parameters).rows]


_CLAIMS = """
UNWIND $ids AS id
MATCH (c:Claim {id: id})
MATCH (a:Article {id: c.article})
RETURN c.id AS id, c.article AS article, c.predicate AS predicate, c.relation AS relation, c.text AS quote,
       c.polarity AS polarity, c.modality AS modality, c.theme AS theme, c.timeText AS time,
       c.timeStart AS time_start, c.timeEnd AS time_end, c.published AS published, c.outlet AS outlet,
       c.start AS begins, c.end AS ends, c.confidence AS confidence, c.rule AS rule, a.title AS title,
       c.attributed AS attributed, c.denied AS denied, c.superseded AS superseded
"""
_ROLE = """
UNWIND $ids AS id
MATCH (c:Claim {{id: id}})-[r:{type}]->(a:Actor)
RETURN c.id AS claim, a.id AS actor, a.name AS name, r.`as` AS words{more}
ORDER BY claim{order}, actor
"""
_ROLES = {
    "subject": _ROLE.format(type="SUBJECT", more="", order=""),
    "object": _ROLE.format(type="OBJECT", more="", order=""),
    "recipient": _ROLE.format(type="RECIPIENT", more="", order=""),
    "place": _ROLE.format(type="HAPPENED_AT", more="", order=""),
}
_SPEAKERS = _ROLE.format(type="SAID_BY", more=", r.order AS place, r.cue AS cue, r.quoted AS quoted", order=", place")
_DENIERS = """
UNWIND $ids AS id
MATCH (c:Claim {id: id})-[r:DENIED_BY]->(a:Actor)
RETURN c.id AS claim, a.id AS actor, a.name AS name, r.inferred AS inferred
ORDER BY claim, actor
"""
_CONTENT = """
UNWIND $ids AS id
MATCH (c:Claim {id: id})-[r:CONTENT]->(d:Claim)
RETURN c.id AS claim, d.id AS content, d.text AS words, r.order AS place
ORDER BY claim, place, content
"""
_SENTENCES = """
UNWIND $ids AS id
MATCH (c:Claim {id: id})-[:EVIDENCE]->(s:Sentence)
RETURN c.id AS claim, s.text AS text, s.index AS place
ORDER BY claim, place
"""


def _page(store: GraphStore, ids: Sequence[str]) -> Iterator[ClaimView]:
    parameters = {"ids": list(ids)}
    claims = {str(row["id"]): row for row in store.rows(_CLAIMS, parameters).dicts()}
    roles = {role: _parties(store.rows(text, parameters).dicts()) for role, text in _ROLES.items()}
    speakers = _speakers(store.rows(_SPEAKERS, parameters).dicts())
    deniers = _by_claim(store.rows(_DENIERS, parameters).dicts())
    content = _by_claim(store.rows(_CONTENT, parameters).dicts())
    sentences = _by_claim(store.rows(_SENTENCES, parameters).dicts())
    for id in ids:
        if (row := claims.get(id)) is None:
            continue
        yield ClaimView(
            **_plain_fields(row),
            subject=tuple(roles["subject"][id]),
            object=tuple(roles["object"][id]),
            recipient=tuple(roles["recipient"][id]),
            place=tuple(roles["place"][id]),
            said_by=speakers[id] or ((Speaker(()),) if row["attributed"] else ()),
            denied_by=_deniers(deniers[id]) or ((Denier(UNKNOWN),) if row["denied"] else ()),
            content=tuple(str(c["content"]) for c in content[id]),
            content_words=tuple(str(c["words"]) for c in content[id]),
            sentence=" ".join(str(s["text"]) for s in sentences[id]) or None,
        )


def _plain_fields(row: Mapping[str, Any]) -> dict[str, Any]:
    fields = {name: value for name, value in row.items() if value is not None and name not in ("attributed", "denied")}
    for name in ("time_start", "time_end", "published"):
        if name in fields:
            fields[name] = _iso(fields[name])
    fields["start"], fields["end"] = fields.pop("begins", None), fields.pop("ends", None)
    fields["polarity"] = Polarity(fields.get("polarity", "+"))
    fields["modality"] = Modality(fields.get("modality", "asserted"))
    fields.setdefault("relation", None)
    fields.setdefault("predicate", "")
    fields.setdefault("quote", "")
    return fields


def _iso(value: Any) -> str:
    return str(value.isoformat()) if hasattr(value, "isoformat") else str(value)


def _party(row: Mapping[str, Any]) -> Party:
    return Party(str(row["actor"]), str(row["name"] or row["actor"]), str(row.get("words") or ""))


def _deniers(rows: Sequence[Mapping[str, Any]]) -> tuple[Denier, ...]:
    return tuple(Denier(_party(row), bool(row["inferred"])) for row in rows)


def _by_claim(rows: Sequence[Mapping[str, Any]]) -> defaultdict[str, list[Mapping[str, Any]]]:
    grouped: defaultdict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for row in rows:
        grouped[str(row["claim"])].append(row)
    return grouped


def _parties(rows: Sequence[Mapping[str, Any]]) -> defaultdict[str, list[Party]]:
    grouped: defaultdict[str, list[Party]] = defaultdict(list)
    for row in rows:
        party = _party(row)
        if all(party.id != known.id for known in grouped[str(row["claim"])]):
            grouped[str(row["claim"])].append(party)
    return grouped


def _speakers(rows: Sequence[Mapping[str, Any]]) -> defaultdict[str, tuple[Speaker, ...]]:
    links: dict[str, dict[int, list[Mapping[str, Any]]]] = {}
    for row in rows:
        links.setdefault(str(row["claim"]), {}).setdefault(int(row["place"] or 0), []).append(row)
    chains: defaultdict[str, tuple[Speaker, ...]] = defaultdict(tuple)
    for claim, by_order in links.items():
        chains[claim] = tuple(_speaker(by_order[order]) for order in sorted(by_order))
    return chains


def _speaker(rows: Sequence[Mapping[str, Any]]) -> Speaker:
    sources = tuple(_party(row) for row in rows)
    return Speaker(sources, str(rows[0]["cue"] or ""), bool(rows[0]["quoted"]))


def views_of(extraction: Extraction) -> Iterator[ClaimView]:
    """The claims of one extraction, before any graph: actors are as the article names them."""
    extraction = with_governments_as_countries(extraction)
    names = {actor.id: actor.name for actor in extraction.actors}
    mentions = {mention.id: mention for mention in extraction.mentions}

    def party(id: str) -> Party:
        mention = mentions.get(id)
        if mention is None:
            return Party(id, id)
        actor = mention.actor or mention.id
        return Party(actor, names.get(actor, mention.text), mention.text)

    def parties(ids: Sequence[str]) -> tuple[Party, ...]:
        return tuple({found.id: found for found in map(party, ids) if found.id != AUTHOR}.values())

    for claim in extraction.claims:
        yield _view(claim, extraction, parties)


def _view(claim: Claim, extraction: Extraction, parties: Callable[[Sequence[str]], tuple[Party, ...]]) -> ClaimView:
    article, time, evidence = extraction.article, claim.time, claim.evidence
    sentences = [article.text[s.start : s.end] for s in extraction.sentences if s.index == evidence.sentence]
    return ClaimView(
        id=claim.id,
        article=article.id,
        predicate=claim.predicate,
        relation=claim.relation,
        quote=evidence.quote,
        polarity=claim.polarity,
        modality=claim.modality,
        subject=parties(claim.subject),
        object=parties(claim.object),
        recipient=parties(claim.recipient),
        place=parties(claim.place),
        theme=claim.theme.text if claim.theme else None,
        said_by=tuple(
            Speaker(parties(a.sources), a.cue.text if a.cue else "", a.quoted)
            for a in claim.attribution
            if not claim.denies_it(a)
        ),
        denied_by=tuple(Denier(parties((denial.by,))[0], denial.inferred) for denial in claim.denied_by),
        superseded=claim.superseded_by[-1].how.value if claim.superseded_by else None,
        content=claim.content,
        content_words=tuple(c.evidence.quote for c in extraction.claims if c.id in claim.content),
        time=time.text if time else None,
        time_start=time.start if time else None,
        time_end=time.end if time else None,
        title=article.title,
        outlet=article.outlet,
        published=article.published,
        sentence=sentences[0] if sentences else None,
        start=evidence.start,
        end=evidence.end,
        confidence=claim.confidence,
        rule=claim.rule,
    )
