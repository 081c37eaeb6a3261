"""Appositions and "is": "Karimov, a spokesman for the ministry," is one person, and so is "Karimov is its spokesman".

The description gets the actor of the name, and the name learns role and country from the description.
"""

from __future__ import annotations

from kgraph.mentions.bearers import learn_title
from kgraph.mentions.scene import Scene
from kgraph.mentions.spotted import Spotted
from kgraph.mentions.titles import belonging, read_title, role_noun
from kgraph.model import ActorKind, MentionKind

_BODIES = frozenset(
    {ActorKind.ORGANISATION, ActorKind.ARMED_GROUP, ActorKind.IGO, ActorKind.NGO, ActorKind.COMPANY, ActorKind.MEDIA}
)


_TOWNS = frozenset({"capital", "city", "town", "village", "port"})


def spot_appositions(scene: Scene) -> None:
    """Give descriptions the actors of the names beside them."""
    tree = scene.tree
    for spotted in scene.mentions:
        if spotted.kind is MentionKind.NOMINAL and not spotted.role:
            if spotted.actor is None:
                _beside(scene, spotted)
            _between_commas(scene, spotted)
    for token in range(len(tree)):
        if tree.dep[token] == "appos" and not tree.kids(token, "conj"):
            _join(scene, tree.head[token], token, "apposition")
        elif tree.dep[token] == "attr" and tree.lemma[tree.head[token]] == "be":
            _copula(scene, tree.head[token], token)
        elif tree.dep[token] == "prep" and tree.lower[token] == "of":
            _of_country(scene, tree.head[token], token)


def _beside(scene: Scene, described: Spotted) -> None:
    """ "Its ally Chad": a country right behind the noun, whatever the parser made of it."""
    found = scene.name_at.get(described.end)
    if found is not None and found.start == described.end and _fits(scene, found, described):
        _identify(scene, found, described, "apposition")


def _between_commas(scene: Scene, described: Spotted) -> None:
    """ "The president of Fiji, Lena Waqa, said": between commas, whatever the parser made of it."""
    tree = scene.tree
    behind = scene.name_at.get(described.end + 1) if tree.words[min(described.end, len(tree) - 1)] == "," else None
    before = (
        scene.name_at.get(described.start - 2)
        if described.start > 1 and tree.words[described.start - 1] == ","
        else None
    )
    for named in (behind, before):
        if named is None or named.actor is None or named.actor.kind is not ActorKind.PERSON:
            continue
        last = named.end if named is behind else described.end
        closed = last < len(tree) and tree.words[last] in (",", ".", "—", "-") and named.end - named.start > 1
        if closed and _fits(scene, named, described) and not _listed(scene, named, described):
            _identify(scene, named, described, "apposition")
            return


def _listed(scene: Scene, named: Spotted, described: Spotted) -> bool:
    """ "The minister, Omar Diallo, and Peter Okot" is no list, "the minister, Omar Diallo and Peter Okot" is one."""
    tree = scene.tree
    return bool(tree.kids(named.head, "conj")) or (
        tree.dep[named.head] == "conj" and tree.head[named.head] == described.head
    )


def _join(scene: Scene, first: int, second: int, method: str) -> None:
    for name, description in ((first, second), (second, first)):
        named, described = _name_at(scene, name), _description_at(scene, description)
        if named is not None and described is not None and _fits(scene, named, described):
            _identify(scene, named, described, method)
            return


def _name_at(scene: Scene, token: int) -> Spotted | None:
    """The name whose head this is, or that the parser hung one token off."""
    found = [s for s in scene.mentions.at(token) if s.kind in (MentionKind.NAME, MentionKind.METONYM)]
    if not found and token in scene.name_at:
        found = [scene.name_at[token]]
    return found[0] if found and found[0].actor is not None else None


def _description_at(scene: Scene, token: int) -> Spotted | None:
    found = [s for s in scene.mentions.at(token) if s.kind is MentionKind.NOMINAL and not s.role]
    return found[0] if found else None


def _fits(scene: Scene, named: Spotted, described: Spotted) -> bool:
    """A person is a "spokesman", a country an "ally", a body a "group"; nobody single is "officials"."""
    noun = role_noun(scene, described.head)
    if noun is None or named.actor is None or scene.tree.tag[described.head].endswith("S"):
        return False
    if named.actor.kind is ActorKind.PERSON:
        return noun.is_person or noun.noun in ("ally", "rival", "member", "partner", "neighbour", "neighbor", "foe")
    if named.actor.kind is ActorKind.COUNTRY:
        return noun.role == "states"
    if named.actor.kind is ActorKind.PLACE:
        return noun.noun in _TOWNS
    if named.actor.kind in _BODIES:
        return not noun.is_person and noun.sort in ("groups", "bare")
    return False


def _identify(scene: Scene, named: Spotted, described: Spotted, method: str) -> None:
    assert named.actor is not None
    if named.actor.kind is ActorKind.PERSON:
        title = read_title(scene, described.start, described.head)
        if title.base is not None and title.base.id == named.actor.id:
            title = title._replace(base=None)
        learn_title(scene, named.actor, title)
    else:
        title = read_title(scene, described.start, described.head)
        if named.actor.kind not in (ActorKind.COUNTRY, ActorKind.PLACE):
            scene.cast.learn(named.actor, country=title.country, code=title.code)
    described.actor = scene.cast.current(named.actor)
    described.method, described.score = method, 0.92


def _copula(scene: Scene, verb: int, attribute: int) -> None:
    """ "Karimov is a member of parliament": not "is not", "may be", "was", which tell nothing for now."""
    tree = scene.tree
    if tree.lower[verb] not in ("is", "’s", "'s") or tree.kids(verb, "neg", "aux"):
        return
    subject = tree.kid(verb, "nsubj")
    if subject is not None and not tree.kids(attribute, "neg") and not _denied(scene, attribute):
        _join(scene, subject, attribute, "copula")


def _denied(scene: Scene, attribute: int) -> bool:
    return any(
        scene.tree.lower[i] in ("no", "not", "neither") for i in scene.tree.kids(attribute, "det", "neg", "preconj")
    )


def _of_country(scene: Scene, head: int, preposition: int) -> None:
    """ "Karimov of Uzbekistan"."""
    named = _name_at(scene, head)
    if named is None or named.actor is None or named.actor.kind is not ActorKind.PERSON or preposition != head + 1:
        return
    for noun in scene.tree.kids(preposition, "pobj"):
        base = belonging(scene, noun)
        if base is not None and base.kind is ActorKind.COUNTRY:
            scene.cast.learn(named.actor, country=base.country)
