"""First person: "I" and "we" inside a quotation are its speaker."""

from __future__ import annotations

from kgraph.claims.context import Context, Said
from kgraph.mentions import Spotted
from kgraph.model import MentionKind

_SINGULAR = frozenset({"i", "me", "my", "mine", "myself"})
FIRST_PERSON = _SINGULAR | {"we", "us", "our", "ours", "ourselves"}


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
            if not said.quoted and word in _SINGULAR:
                continue
            spotted = first_person(context, token)
            if spotted.actor is None:
                spotted.actor, spotted.method = speakers[0].actor, "speaker"
                spotted.score = 0.95 if word in _SINGULAR else 0.6


def first_person(context: Context, token: int) -> Spotted:
    """The mention of "I" or "we"; without an actor until its speaker is known."""
    if found := context.at(token):
        return found[0]
    spotted = Spotted(token, token + 1, token, MentionKind.FIRST_PERSON, None, "", 0.0)
    context.mentions.add(spotted)
    return spotted
