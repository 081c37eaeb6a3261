"""First person: "I" inside a quotation is its speaker, "we" his side: the state or body that he speaks for."""

from __future__ import annotations

from kgraph.claims.context import Context, Said
from kgraph.ids import digest
from kgraph.mentions import Spotted
from kgraph.model import Actor, ActorKind, MentionKind

_SINGULAR = frozenset({"i", "me", "my", "mine", "myself"})
FIRST_PERSON = _SINGULAR | {"we", "us", "our", "ours", "ourselves"}
_BODIES = frozenset(
    {ActorKind.IGO, ActorKind.ARMED_GROUP, ActorKind.ORGANISATION, ActorKind.NGO, ActorKind.COMPANY, ActorKind.MEDIA}
)
_STATE = ("GOV", "MIL")
_MEDIA_WORDS = frozenset(
    "agency press presse news newspaper times post herald tribune gazette chronicle radio television tv daily weekly "
    "telegraph broadcaster wire newswire journal".split()
)


def resolve_first_person(context: Context, saids: list[Said]) -> None:
    """Add a mention for every first-person word that a single named speaker says; plural ones with less certainty."""
    tree = context.tree
    for said in sorted(saids, key=lambda s: len(s.tokens)):  # the innermost speaker first
        speakers = [s for s in said.sources if s.actor is not None]
        if len(speakers) != 1:
            continue
        for token in sorted(said.tokens):
            word = tree.lower[token]
            if tree.pos[token] not in ("PRON", "DET") or word not in FIRST_PERSON:
                continue
            if not said.quoted and (word in _SINGULAR or _inside_another(said, token, saids)):
                continue
            spotted = first_person(context, token)
            if spotted.actor is None:
                plural = word not in _SINGULAR
                spotted.actor = _side(context, speakers[0]) if plural else speakers[0].actor
                spotted.method, spotted.score = "speaker", 0.6 if plural else 0.95


def _inside_another(said: Said, token: int, saids: list[Said]) -> bool:
    """'"The generals say that we ignored it," she said': "we" are hers, whose words these are."""
    return any(s.quoted and s.sources and token in s.tokens and said.head in s.tokens for s in saids if s is not said)


def _side(context: Context, speaker: Spotted) -> Actor | None:
    """Whom "we" means: "We will answer", a Hamas spokesman said. A body speaks for itself, a minister for his state;
    whoever speaks for nobody that the article names means himself and others."""
    actor = speaker.actor
    if actor is None or actor.kind not in (ActorKind.PERSON, ActorKind.UNNAMED, ActorKind.OFFICE):
        return actor
    if actor.kind is ActorKind.UNNAMED and context.tree.tag[speaker.head].endswith("S"):
        return actor  # "we are hungry", villagers said
    return _spoken_for(context, actor) or Actor(
        id="unnamed:" + digest(context.article.id, "we", actor.id),
        name=f"{actor.name} and others",
        kind=ActorKind.UNNAMED,
        country=actor.country,
        code=actor.code,
    )


def _spoken_for(context: Context, speaker: Actor) -> Actor | None:
    """The body in his title ("a spokesman for the coalition"), or the state of one who holds an office of it."""
    ranges = [(s.start, s.end) for s in context.mentions if s.actor == speaker]
    for spotted in context.mentions:
        inside = any(start <= spotted.start and spotted.end <= end for start, end in ranges)
        if inside and spotted.actor is not None and spotted.actor.kind in _BODIES:
            return spotted.actor
    if speaker.country and speaker.code and speaker.code.endswith(_STATE):
        for spotted in context.mentions:
            if spotted.actor is not None and spotted.actor.id == f"country:{speaker.country}":
                return spotted.actor
    return None


def first_person(context: Context, token: int) -> Spotted:
    """The mention of "I" or "we"; without an actor until its speaker is known."""
    if found := context.at(token):
        return found[0]
    spotted = Spotted(token, token + 1, token, MentionKind.FIRST_PERSON, None, "", 0.0)
    context.mentions.add(spotted)
    return spotted


def is_media(spotted: Spotted) -> bool:
    """A news medium, by its kind or by a word of its name ("Sahara Presse", "the Nile Valley Times")."""
    actor = spotted.actor
    if actor is None:
        return False
    return actor.kind is ActorKind.MEDIA or (
        actor.kind is not ActorKind.PERSON and bool(_MEDIA_WORDS & set(actor.name.lower().split()))
    )
