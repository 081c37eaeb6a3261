"""One phrase for the people of several states: "Syrian and Libyan fighters", "the ambassadors of Kenya, Peru and Chad".

Each state's are an actor of their own, so the phrase is a mention of each.
"""

from __future__ import annotations

from kgraph.mentions import institutions
from kgraph.mentions.scene import Scene
from kgraph.mentions.spotted import Spotted
from kgraph.mentions.titles import read_title
from kgraph.model import Actor, ActorKind, MentionKind

_STATES = (ActorKind.COUNTRY, ActorKind.IGO)


def spot_several(scene: Scene, start: int, head: int, end: int) -> bool:
    """Write down a mention for each state in front of ``head`` or behind it; False where there is only one."""
    if (pair := _in_front(scene, start, head)) is not None:
        _spot_each(scene, start, head, end, pair)
        return True
    if len(states := _behind(scene, head)) > 1:
        _spot_each(scene, start, head, end, states, behind=True)
        return True
    return False


def _in_front(scene: Scene, start: int, head: int) -> list[Actor] | None:
    """ "Syrian and Libyan fighters": two groups in one phrase."""
    tree = scene.tree
    found: list[tuple[int, Actor]] = []
    for token in range(start, head):
        for spotted in scene.mentions.at(token):
            if _says_whose(spotted) and spotted.actor is not None and spotted.actor not in [a for _, a in found]:
                found.append((token, spotted.actor))
    if len(found) < 2:
        return None
    between = {tree.lower[i] for i in range(found[0][0], found[-1][0])}
    return [actor for _, actor in found] if between & {"and", "or", ","} and "-" not in between else None


def _says_whose(spotted: Spotted) -> bool:
    """An adjective of a country, or the name of one or of a body of states: "US and British", "UN and Kenyan"."""
    return spotted.kind is MentionKind.ADJECTIVE or _is_state(spotted)


def _is_state(spotted: Spotted) -> bool:
    return spotted.kind is MentionKind.NAME and spotted.actor is not None and spotted.actor.kind in _STATES


def _behind(scene: Scene, head: int) -> list[Actor]:
    """ "The ambassadors of Kenya, Peru and Chad": everybody in the list is a state."""
    tree, of = scene.tree, head + 1
    if tree.tag[head] not in ("NNS", "NNPS") or of >= len(tree) or tree.lower[of] != "of" or tree.head[of] != head:
        return []
    listed: list[int] = []
    rest = list(tree.kids(of, "pobj"))
    while rest:
        listed.append(rest.pop())
        rest += tree.kids(listed[-1], "conj")
    states = [s.actor for name in sorted(listed) for s in scene.mentions.at(name) if _is_state(s)]
    return [actor for actor in states if actor is not None] if len(states) == len(listed) else []


def _spot_each(scene: Scene, start: int, head: int, end: int, countries: list[Actor], *, behind: bool = False) -> None:
    tree = scene.tree
    title = read_title(scene, start, head)
    own = [
        i
        for i in range(start, head)
        if not scene.mentions.at(i) and tree.pos[i] not in ("DET", "CCONJ", "PUNCT", "NUM")
    ]
    rest = scene.words(own[0], end) if own and own[-1] - own[0] == len(own) - 1 else scene.words(head, end)
    for country in countries:
        mine = title._replace(base=country)
        known = institutions.resolve(scene, head, head, mine)
        name = f"{_adjective_word(scene, start, head, country)} {rest}"
        if behind:
            name = f"{scene.words(own[0] if own else head, head + 1)} of {country.name}"
        actor, method, score = known or (
            scene.cast.unnamed(name.lower(), name, country=country.country, code=mine.code), "description", 0.85
        )  # fmt: skip
        role = country.country or country.id
        scene.spot(start, end, MentionKind.NOMINAL, actor, method, score, head=head, role=role)


def _adjective_word(scene: Scene, start: int, head: int, country: Actor) -> str:
    for token in range(start, head):
        if any(s.actor == country for s in scene.mentions.at(token)):
            return scene.tree.words[token]
    return country.name
