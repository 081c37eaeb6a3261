"""Offices with one holder: "the French president" is Emmanuel Macron in 2020, and an office where nobody knows who
held it."""

from __future__ import annotations

from kgraph.actors.roles import code_of
from kgraph.mentions.scene import Scene
from kgraph.mentions.titles import Title, base_code
from kgraph.model import Actor, ActorKind, MentionKind

_OPEN = frozenset(
    """a an any another new next future no every each deputy vice interim would-be first last previous acting
    prospective incoming""".split()
)

Resolved = tuple[Actor, str, float]


def holder(scene: Scene, start: int, head: int, title: Title) -> Resolved | None:
    """(actor, method, score) of the one that an office means; None where the words name no office with one holder."""
    tree = scene.tree
    if tree.tag[head] in ("NNS", "NNPS"):
        return None
    words = {tree.lower[i] for i in range(start, head)}
    if (counterpart := _counterpart(scene, start, head, title)) is not None:
        return counterpart
    if not title.office or title.former or words & _OPEN - set(title.words.split()):
        return None
    if title.base is None:
        return _already_here(scene, start, head, title)
    of = title.base.country if title.base.kind is ActorKind.COUNTRY else title.base.id
    if of is None:
        return None
    return _by_date(scene, of, title) or _office(scene, of, title)


def _by_date(scene: Scene, of: str, title: Title) -> Resolved | None:
    """The holder on the article's date; without a date, or where the list has a gap, the holder whom the article
    names."""
    offices = scene.gazetteer.offices
    listed = {term.person for term in offices.candidates(of, title.words)}
    named = [actor for actor in scene.cast if _holds(scene, actor, of, title)]
    if len(named) == 1 and named[0].id not in listed:
        return named[0], "office", 0.9  # the article says who holds it, and no list knows that he ever did
    if scene.day is not None:
        term = offices.holder(of, title.words, scene.day)
        if term is not None and (person := scene.gazetteer.actor(term.person)) is not None:
            return scene.cast.enter(person), "office", 0.93
    if len(named) == 1:
        return named[0], "office", 0.88
    if scene.day is None:
        present = [actor for actor in scene.cast if actor.id in listed]
        if len(present) == 1:
            return present[0], "office", 0.85
    return None


def _holds(scene: Scene, actor: Actor, of: str, title: Title) -> bool:
    """Whether the article gave this office to a person: "President Ana Lopes of Lusaria ... the Lusarian president"."""
    if actor.kind is not ActorKind.PERSON or title.office not in scene.cast.titles(actor):
        return False
    return actor.country == of or f"of {scene.cast.name_of(of)}" in " ".join(actor.roles)


def _office(scene: Scene, of: str, title: Title) -> Resolved:
    """The office itself as an actor."""
    name = f"{title.office} of {scene.cast.name_of(of)}"
    code = code_of(base_code(title.base), ["GOV"])
    country = title.base.country if title.base is not None else None
    return scene.cast.other(ActorKind.OFFICE, name, country=country, code=code), "office", 0.8


def _already_here(scene: Scene, start: int, head: int, title: Title) -> Resolved | None:
    """ "The president": the last person of the article who holds such an office, if only one does."""
    tree = scene.tree
    definite = start == head or tree.lower[start] in ("the", "this") or scene.capital(head)
    if not definite or any(tree.lower[i] in ("his", "her", "their", "its", "whose") for i in range(start, head)):
        return None
    bearers = [a for a in scene.cast if a.kind is ActorKind.PERSON and title.office in scene.cast.titles(a)]
    before = [s.actor for s in scene.mentions if s.start < start and s.kind is MentionKind.NAME and s.actor is not None]
    near = [actor for actor in before if any(actor.id == b.id for b in bearers)]
    if not near:
        return None
    several = len({actor.id for actor in near}) > 1
    return (
        None
        if several and near[-1] != near[-2]
        else (scene.cast.current(near[-1]), "office", 0.75 if several else 0.85)
    )


def _counterpart(scene: Scene, start: int, head: int, title: Title) -> Resolved | None:
    """ "His Iranian counterpart": who holds the same office there as the one who was named right before."""
    tree = scene.tree
    if tree.lemma[head] != "counterpart" or title.base is None or title.base.country is None:
        return None
    before = [s for s in scene.mentions if s.end <= start and s.kind is MentionKind.NAME and s.actor is not None]
    sentence = tree.sentence_of[head]
    for spotted in reversed(before):
        if sentence - tree.sentence_of[spotted.head] > 1:
            return None
        actor = spotted.actor
        if actor is None or actor.kind is not ActorKind.PERSON or actor.country == title.base.country:
            continue
        for office in scene.cast.titles(actor):
            mine = title._replace(office=office, words=office.lower(), roles=("GOV",))
            return _by_date(scene, title.base.country, mine) or _office(scene, title.base.country, mine)
        return None
    return None
