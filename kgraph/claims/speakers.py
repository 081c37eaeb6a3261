"""First person: "I" and "we" inside a quotation are its speaker."""

from __future__ import annotations

from kgraph.claims.context import Context, Said
from kgraph.mentions import Spotted
from kgraph.model import MentionKind

_SINGULAR = frozenset({"i", "me", "my", "mine", "myself"})
_PLURAL = frozenset({"we", "us", "our", "ours", "ourselves"})


def resolve_first_person(context: Context, saids: list[Said]) -> None:
    """Add a mention for every first-person word that a single named speaker says; plural ones with less certainty."""
    tree = context.tree
    for said in sorted(saids, key=lambda s: len(s.tokens)):  # the innermost speaker first
        speakers = [s for s in said.sources if s.actor is not None]
        if len(speakers) != 1:
            continue
        for token in sorted(said.tokens):
            word = tree.lower[token]
            if tree.pos[token] not in ("PRON", "DET") or word not in _SINGULAR | _PLURAL or context.at(token):
                continue
            if not said.quoted and word in _SINGULAR:
                continue
            context.mentions.add(
                Spotted(
                    start=token,
                    end=token + 1,
                    head=token,
                    kind=MentionKind.FIRST_PERSON,
                    actor=speakers[0].actor,
                    method="speaker",
                    score=0.95 if word in _SINGULAR else 0.6,
                )
            )
