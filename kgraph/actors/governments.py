"""Governments: "Ankara" and "the Turkish government" are Turkey's government, TURGOV, which acts for Turkey.

An article speaks of a country and its government as of one actor, and so do the claims and the graph. A record keeps
them apart by their codes, as CAMEO and PLOVER do.
"""

from __future__ import annotations

from kgraph.actors.roles import code_of
from kgraph.ids import actor_id
from kgraph.model import Actor, ActorKind

GOVERNMENT_NOUNS = frozenset({"government", "regime", "authority", "administration"})


def with_article(country: str) -> str:
    """A country's name as it stands in a sentence.

    >>> with_article("United States"), with_article("Peru")
    ('the United States', 'Peru')
    """
    plural = country.startswith("United ") or country in ("Netherlands", "Philippines") or "Republic" in country
    return f"the {country}" if plural else country


def government_of(country: Actor) -> Actor:
    """The government of a country: everything that names the country names it too."""
    name = f"Government of {with_article(country.name)}"
    return Actor(
        id=actor_id(ActorKind.ORGANISATION.value, name),
        name=name,
        kind=ActorKind.ORGANISATION,
        country=country.country,
        code=code_of(country.code or country.country, ["GOV"]),
        aliases=(country.name, *country.aliases),
        acts_for=country.id,
    )
