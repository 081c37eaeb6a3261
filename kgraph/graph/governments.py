"""In a graph a government is its country: who asks about Turkey asks about Ankara and the Turkish government too."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from kgraph.model import Actor, Extraction


def with_governments_as_countries(extraction: Extraction) -> Extraction:
    """The extraction with every actor that acts for another one as that other one, which is called by its name too."""
    acting = {actor.id: actor for actor in extraction.actors if actor.acts_for is not None}
    if not acting:
        return extraction
    mentions = tuple(
        replace(mention, actor=acting[mention.actor].acts_for) if mention.actor in acting else mention
        for mention in extraction.mentions
    )
    actors = tuple(_named_for(actor, acting.values()) for actor in extraction.actors if actor.id not in acting)
    return replace(extraction, actors=actors, mentions=mentions)


def _named_for(actor: Actor, acting: Iterable[Actor]) -> Actor:
    names = [one.name for one in acting if one.acts_for == actor.id]
    return replace(actor, aliases=(*actor.aliases, *names)) if names else actor
