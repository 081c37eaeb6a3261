"""Of which state a people is here: "Iraqi Kurds" and "Kurds in Iraq" are people of Iraq."""

from __future__ import annotations

from kgraph.actors import How
from kgraph.mentions.scene import Scene

_FROM = frozenset({"of", "in", "from", "inside"})


def state_of_people(scene: Scene, head: int) -> str | None:
    """ISO3 of the state that an adjective before a people or a phrase right behind it names.

    The gazetteer's words are asked, not the mentions: this runs while the names are still being written down.
    """
    tree = scene.tree
    if head > 0 and tree.head[head - 1] == head and (state := _named(scene, head - 1, How.ADJECTIVE)) is not None:
        return state
    for preposition in tree.kids(head, "prep"):
        if preposition == head + 1 and tree.lower[preposition] in _FROM:
            for noun in tree.kids(preposition, "pobj"):
                if (state := _named(scene, noun, How.NAME)) is not None:
                    return state
    return None


def _named(scene: Scene, token: int, how: How) -> str | None:
    for sense in scene.gazetteer.named(scene.tree.words[token]):
        if sense.how is how and sense.actor.id.startswith("country:") and scene.capital(token):
            return sense.actor.country
    return None
