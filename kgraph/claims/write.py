"""Drafts and attributions written down as Claims and Attributions: token numbers become offsets and ids."""

from __future__ import annotations

from collections.abc import Iterable

from kgraph.actors.governments import GOVERNMENT_NOUNS, government_of
from kgraph.claims.context import Context, Draft, Said
from kgraph.claims.speakers import is_media
from kgraph.claims.stance import stances
from kgraph.ids import claim_id, mention_id
from kgraph.mentions import Spotted
from kgraph.model import (
    AUTHOR,
    Actor,
    ActorKind,
    Attribution,
    Claim,
    Denial,
    Evidence,
    Mention,
    Span,
    Stance,
    Supersession,
)

_ASKED = frozenset({"DEMANDS", "URGES", "ASKS"})


class Writer:
    """Knows the article's offsets; writes what it is given."""

    def __init__(self, context: Context, extractor: str) -> None:
        self.context, self.extractor = context, extractor
        self.article = context.article
        self._ids: dict[tuple[int, int, str], str] = {}  # of mentions, by their tokens

    def offsets(self, start: int, end: int) -> tuple[int, int]:
        """Characters of a token range, white space trimmed."""
        return self.context.tree.span(range(start, end))

    def span(self, start: int, end: int) -> Span:
        a, b = self.offsets(start, end)
        return Span(a, b, self.article.text[a:b])

    def actor(self, spotted: Spotted) -> Actor | None:
        """Who is meant, as it is written down: "Ankara" and "the Turkish authorities" are Turkey's government."""
        actor = spotted.actor
        if actor is None or actor.kind is not ActorKind.COUNTRY:
            return actor
        ruling = spotted.method == "metonym" or self.context.tree.lemma[spotted.head] in GOVERNMENT_NOUNS
        return government_of(actor) if ruling else actor

    def mention(self, spotted: Spotted) -> Mention:
        a, b = self.offsets(spotted.start, spotted.end)
        return Mention(
            id=self.id_of(spotted),
            start=a,
            end=b,
            text=self.article.text[a:b],
            kind=spotted.kind,
            actor=actor.id if (actor := self.actor(spotted)) else None,
            method=spotted.method,
            score=spotted.score,
        )

    def id_of(self, spotted: Spotted) -> str:
        key = (spotted.start, spotted.end, spotted.role)
        if key not in self._ids:
            a, b = self.offsets(spotted.start, spotted.end)
            self._ids[key] = mention_id(self.article.id, a, b, spotted.role)
        return self._ids[key]

    def ids(self, spotted: Iterable[Spotted]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(self.id_of(s) for s in spotted))

    # -- attributions ------------------------------------------------------------------------------------------------

    def attribution(self, said: Said, sources: Iterable[Spotted] | None = None) -> Attribution:
        return Attribution(
            sources=self.ids(said.sources if sources is None else sources),
            cue=self.span(*said.cue),
            content=tuple(self.offsets(a, b) for a, b in said.content),
            quoted=said.quoted,
            addressee=self.ids(said.addressees),
        )

    def chain(self, saids: Iterable[Said]) -> tuple[Attribution, ...]:
        """Outermost first. A news medium that was told is the first link: what sources told it, it tells us, and not
        what it was ordered or asked to do."""
        out: list[Attribution] = []
        for said in saids:
            relays = [s for s in said.addressees if is_media(s)]
            if relays and said.relation not in _ASKED:
                out.append(self.attribution(said, relays))
            out.append(self.attribution(said))
        return tuple(out)

    # -- claims ------------------------------------------------------------------------------------------------------

    def claim_id(self, draft: Draft) -> str:
        a, b = self.offsets(draft.head, draft.head + 1)
        return claim_id(self.article.id, self.extractor, a, b, draft.predicate)

    def claim(self, draft: Draft) -> Claim:
        a, b = self.offsets(*draft.evidence)
        return Claim(
            id=self.claim_id(draft),
            predicate=draft.predicate,
            relation=draft.relation,
            subject=self.ids(draft.subject),
            object=self.ids(draft.object),
            recipient=self.ids(draft.recipient),
            theme=self.span(*draft.theme) if draft.theme else None,
            content=tuple(dict.fromkeys(self.claim_id(d) for d in draft.content)),
            plover=draft.plover,
            mode=draft.mode,
            cameo=draft.cameo,
            quad=draft.quad,
            polarity=draft.polarity,
            modality=draft.modality,
            stance=self.stances(draft),
            tense=draft.tense,
            time=draft.time,
            place=self.ids(draft.place),
            attribution=self.chain(draft.chain),
            denied_by=tuple(
                Denial(self.id_of(by), self.claim_id(denial), inferred) for by, denial, inferred in draft.denied_by
            ),
            superseded_by=tuple(
                Supersession(None if by is None else self.claim_id(by), how) for by, how in draft.superseded_by
            ),
            evidence=Evidence(self.context.tree.sentence_of[draft.evidence[0]], a, b, self.article.text[a:b]),
            confidence=draft.confidence,
            rule=draft.rule,
        )

    def stances(self, draft: Draft) -> tuple[Stance, ...]:
        out: dict[str, Stance] = {}
        for holder, value in stances(draft):
            name = AUTHOR if holder is None else self.id_of(holder)
            out[name] = Stance(name, value)
        return tuple(out.values())
