"""Descriptions beside a person's name, also of nouns that no list knows: "Sam, a practising homeopath,", "his wife
Mina Sam", "Tunisia's goalkeeper Omar Haddad".
"""

from __future__ import annotations

from kgraph.mentions.nominals import phrase_end
from kgraph.mentions.scene import Scene
from kgraph.mentions.spotted import Spotted
from kgraph.mentions.titles import role_noun
from kgraph.model import ActorKind, MentionKind

_OPENERS = frozenset({"a", "an", "the", "his", "her", "their", "its", "our", "my"})
_INSIDE = frozenset({"NOUN", "ADJ", "PROPN", "NUM", "ADV", "PUNCT"})
# "met the envoy, a move that": what happened, not who he is
_NOT_PEOPLE = frozenset(
    """move step sign day week month year time decision claim charge fact post job role position way case matter
    place result deal thing reference issue crime offence offense name""".split()
)
_ABSTRACT = ("tion", "sion", "ment", "ness", "ism", "ship", "ance", "ence", "hood")


def spot_descriptions(scene: Scene) -> None:
    """Give the words beside every person's name that person."""
    for named in scene.mentions:
        if named.kind is MentionKind.NAME and named.actor is not None and named.actor.kind is ActorKind.PERSON:
            _behind(scene, named)
            _before(scene, named)
            _in_front(scene, named)


def may_be_person(scene: Scene, noun: int) -> bool:
    """Whether a singular noun can say who somebody is: a role noun, or a word that is plainly no thing."""
    tree = scene.tree
    if tree.tag[noun] != "NN" or noun in scene.name_at:
        return False
    known = role_noun(scene, noun)
    if known is not None:
        return known.is_person
    return tree.lemma[noun] not in _NOT_PEOPLE and not tree.lower[noun].endswith(_ABSTRACT)


def _behind(scene: Scene, named: Spotted) -> None:
    """ "Thomas Sam, a practising homeopath, told the court"."""
    tree = scene.tree
    first = named.end + 1
    if first >= len(tree) or tree.words[named.end] != "," or tree.lower[first] not in _OPENERS:
        return
    for noun in tree.kids(named.head, "appos"):
        if noun > first and scene.left_edge(noun) == first and may_be_person(scene, noun):
            _name(scene, named, first, noun, phrase_end(scene, noun))
            return


def _before(scene: Scene, named: Spotted) -> None:
    """ "His wife Mina Sam", "Tunisia's goalkeeper Omar Haddad": with an owner or an article, and hung on the name."""
    tree = scene.tree
    noun = named.start - 1
    if noun < 1 or not may_be_person(scene, noun) or tree.sentence_of[noun] != tree.sentence_of[named.head]:
        return
    if not named.start <= tree.head[noun] < named.end and tree.head[named.head] != noun:
        return
    start = _opening(scene, noun)
    if start is not None:
        _name(scene, named, start, noun, noun + 1)


def _in_front(scene: Scene, named: Spotted) -> None:
    """ "His cousin, Baran Aydin, said", "the dam's manager, Salih Barzan,": the name is in apposition to it."""
    tree = scene.tree
    noun = tree.head[named.head]
    comma = named.start - 1
    if tree.dep[named.head] != "appos" or comma < 1 or tree.words[comma] != "," or not noun < comma:
        return
    if tree.tag[noun] != "NN" or not may_be_person(scene, noun) or named.end >= len(tree):
        return
    closed = tree.words[named.end] in (",", ".", ";", "–", "—")
    start = _opening(scene, noun)
    if closed and start is not None and any(tree.dep[noun] == dep for dep in ("nsubj", "nsubjpass", "dobj", "pobj")):
        _name(scene, named, start, noun, comma)


def _opening(scene: Scene, noun: int) -> int | None:
    """Where the phrase begins: at an article or possessive, or with its owner's name."""
    tree = scene.tree
    for token in range(noun - 1, max(noun - 7, -1), -1):
        if tree.lower[token] in _OPENERS:
            return token
        if tree.words[token] in ("'s", "’s"):
            owner = scene.name_at.get(token - 1)
            return owner.start if owner is not None else scene.left_edge(noun)  # "the dam's manager"
        if tree.pos[token] not in _INSIDE or tree.words[token] in (",", ";", ":"):
            return None
    return None


def _name(scene: Scene, named: Spotted, start: int, noun: int, end: int) -> None:
    there = [s for s in scene.mentions.at(noun) if s.kind is MentionKind.NOMINAL and not s.role]
    for described in there:
        if described.actor is None or described.actor.kind is ActorKind.UNNAMED:
            described.actor, described.method, described.score = named.actor, "apposition", 0.9
    if not there:
        scene.spot(start, end, MentionKind.NOMINAL, named.actor, "apposition", 0.88, head=noun)
