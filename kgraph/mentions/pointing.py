"""Descriptions that point back at a name: "the boy" after "Ahmed, a boy of 14", "the senator" after "Senator Ana
Lopes", "his wife" after "his wife Mina", "the ferry" after "the ferry Zora".

Only where the article has given that noun to one person. "The city" and "the group" are somebody only where nobody
else near by can be meant.
"""

from __future__ import annotations

from collections.abc import Iterator

from kgraph.mentions.saying import SAYING
from kgraph.mentions.scene import Scene
from kgraph.mentions.spotted import Spotted
from kgraph.mentions.titles import role_noun, singular
from kgraph.mentions.vessels import SHIPS
from kgraph.model import Actor, ActorKind, MentionKind

_POINTING = frozenset({"the", "this", "that"})
_OWNED = frozenset({"his", "her", "their", "its", "both"})
_KIN = frozenset(
    """wife husband son daughter father mother brother sister child baby partner spouse widow uncle aunt nephew
    niece cousin parent fiancee fiance girlfriend boyfriend grandson granddaughter grandfather grandmother lawyer
    spokesman spokeswoman spokesperson deputy successor predecessor""".split()
)
# "the diplomat" may be the spokesman who was just named: the word for somebody of his kind -> what he was called
_NARROWER = {
    "diplomat": ("ambassador", "envoy", "consul", "spokesman", "spokeswoman", "minister", "representative"),
    "expert": ("scientist", "analyst", "professor", "researcher", "economist", "historian", "lecturer"),
    "lawmaker": ("senator", "deputy", "representative", "member", "mp"),
    "minister": ("chancellor", "secretary"),
    "official": ("spokesman", "spokeswoman", "minister", "secretary", "commissioner", "director", "chairman"),
    "officer": ("general", "colonel", "major", "captain", "commander", "lieutenant", "admiral"),
    "politician": ("senator", "minister", "mp", "lawmaker", "leader", "deputy", "mayor", "governor"),
}
_DESCRIBING = frozenset({MentionKind.NOMINAL, MentionKind.NAME})
_SAME = {"baby": "child", "kid": "child"}


def spot_pointers(scene: Scene) -> None:
    """Resolve, in text order, what points back."""
    given: dict[str, list[Actor]] = {}
    for spotted in scene.mentions:
        if spotted.actor is None and spotted.kind is not MentionKind.NOMINAL:
            continue
        if spotted.kind is MentionKind.NAME:
            for noun in _titles(scene, spotted):
                _give(given, noun, spotted.actor)
            for noun, ship in _ships(scene, spotted):
                given.setdefault(noun, []).append(ship)
        elif spotted.kind is MentionKind.NOMINAL and not spotted.role:
            _point_or_give(scene, spotted, given)


def _point_or_give(scene: Scene, spotted: Spotted, given: dict[str, list[Actor]]) -> None:
    noun = _noun(scene, spotted)
    if spotted.actor is not None and spotted.actor.kind is ActorKind.PERSON:
        if spotted.method in ("apposition", "copula", "description"):
            _give(given, noun, spotted.actor)
        return
    if spotted.actor is not None and spotted.actor.kind is not ActorKind.UNNAMED:
        return
    if not _points(scene, spotted, noun):
        another = scene.tree.lower[spotted.start] in ("a", "an", "another") and scene.tree.dep[spotted.head] != "appos"
        if spotted.method == "description" and another:
            given.pop(noun, None)  # another one of that word has come in
        return
    bearers = given.get(noun, [])
    if not bearers and _takes_the_word(scene, spotted):
        bearers = [actor for known in _NARROWER.get(noun, ()) for actor in given.get(known, [])]
    bearer = _only(scene, spotted, {actor.id: scene.cast.current(actor) for actor in bearers})
    if bearer is not None:
        spotted.actor = bearer
        spotted.method, spotted.score = "head-of-name", 0.8


def _takes_the_word(scene: Scene, spotted: Spotted) -> bool:
    """ "The diplomat stressed": nobody has been called a diplomat so far, and somebody who was quoted goes on."""
    tree = scene.tree
    noun = _noun(scene, spotted)
    before = any(s.head < spotted.head and _noun(scene, s) == noun for s in scene.mentions if s.kind in _DESCRIBING)
    said = tree.dep[spotted.head] == "nsubj" and tree.lemma[tree.head[spotted.head]] in SAYING
    return said and not before and tree.lower[spotted.start] == "the"


def _only(scene: Scene, spotted: Spotted, bearers: dict[str, Actor]) -> Actor | None:
    """The one bearer of the noun; of several the one who was spoken of last, where the others were not so near."""
    if len(bearers) < 2:
        return next(iter(bearers.values()), None)
    tree = scene.tree
    last: dict[str, int] = {}
    for mention in scene.mentions:
        if mention.start >= spotted.start:
            break
        if mention.actor is not None and mention.actor.id in bearers and not scene.quoted[mention.head]:
            last[mention.actor.id] = mention.head
    ranked = sorted(last, key=lambda actor: last[actor], reverse=True)
    if not ranked or tree.paragraph_of[spotted.head] - tree.paragraph_of[last[ranked[0]]] > 1:
        return None
    near = [a for a in ranked[1:] if tree.sentence_of[last[a]] == tree.sentence_of[last[ranked[0]]]]
    return None if near else bearers[ranked[0]]


def _noun(scene: Scene, spotted: Spotted) -> str:
    found = singular(scene, spotted.head)
    return _SAME.get(found, found)


def _give(given: dict[str, list[Actor]], noun: str, actor: Actor | None) -> None:
    if actor is not None and actor.kind is ActorKind.PERSON:
        given.setdefault(noun, []).append(actor)


def _titles(scene: Scene, named: Spotted) -> Iterator[str]:
    """The nouns of the title in a name: "Senator Ana Lopes"."""
    if named.actor is None or named.actor.kind is not ActorKind.PERSON:
        return
    for token in range(named.start, named.end - 1):
        noun = role_noun(scene, token)
        if noun is not None and noun.is_person:
            yield noun.noun


def _ships(scene: Scene, named: Spotted) -> Iterator[tuple[str, Actor]]:
    """ "The ferry Maria Elena", "the Zora, a rusty freighter,": what kind of ship the name is of."""
    tree = scene.tree
    if named.actor is None or named.actor.kind not in (ActorKind.ORGANISATION, ActorKind.COMPANY):
        return
    before = [named.start - 1] if named.start else []
    for token in (*before, *tree.kids(named.head, "appos")):
        if tree.lemma[token] in SHIPS:
            yield tree.lemma[token], named.actor


def _points(scene: Scene, spotted: Spotted, noun: str) -> bool:
    """ "The boy", "that boy", "his wife": one determiner and the noun, nothing that tells another one apart."""
    tree = scene.tree
    if tree.tag[spotted.head] != "NN" or spotted.end != spotted.head + 1 or spotted.start != spotted.head - 1:
        return False
    first = tree.lower[spotted.start]
    return first in _POINTING or (first in _OWNED and noun in _KIN)
