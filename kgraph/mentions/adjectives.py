"""Adjectives of countries ("Syrian fighters") and names of peoples ("the Turks", "two Syrians").

An adjective refers to its country, not to its state's will: what acts is the noun that it stands before.
"""

from __future__ import annotations

from kgraph.actors import How
from kgraph.actors.roles import code_of
from kgraph.mentions.matching import Match
from kgraph.mentions.peoples import state_of_people
from kgraph.mentions.scene import Scene
from kgraph.mentions.titles import role_noun
from kgraph.model import Actor, ActorKind, MentionKind

_MODIFIERS = frozenset({"amod", "compound", "nmod", "npadvmod", "advmod", "punct", "quantmod"})
_NO_STATE = frozenset({"ethnic", "majority"})  # "ethnic Armenian" says who lives there, not whose it is
_LANGUAGE_VERBS = frozenset({"speak", "learn", "understand", "translate", "teach", "write", "read"})


def spot(scene: Scene, match: Match) -> None:
    """Write an adjective or a people down, by what the word does in its phrase."""
    head = scene.root(match.start, match.end)
    if _is_ethnic(scene, match):
        _spot_ethnic(scene, match, head)
        return
    if _is_language(scene, match, head) or _inside_longer_name(scene, match):
        return
    country = next((sense.actor for sense in match.senses if sense.actor.kind is ActorKind.COUNTRY), None)
    if country is None:
        return
    country = scene.cast.enter(country)
    tree = scene.tree
    word = tree.lower[match.end - 1]
    hows = {sense.how for sense in match.senses}
    if _modifies(scene, match, head):
        # "Syrian and Libyan fighters": each is an adjective of its own
        scene.spot(match.start, match.end, MentionKind.ADJECTIVE, country, "adjective", 0.95, head=head)
    elif How.DEMONYM in hows or word.endswith(("s", "ese", "ish", "sh", "ch")) or tree.tag[match.end - 1] == "NNPS":
        _spot_people(scene, match, head, country)
    elif tree.pos[match.end - 1] == "ADJ":
        scene.spot(match.start, match.end, MentionKind.ADJECTIVE, country, "adjective", 0.9, head=head)


def _modifies(scene: Scene, match: Match, head: int) -> bool:
    tree = scene.tree
    following = match.end
    if following < len(tree) and tree.words[following] in ("-", "–"):  # "Iranian-backed"
        return True
    if tree.dep[head] in _MODIFIERS and tree.head[head] > head:
        return True
    if tree.dep[head] in ("conj", "appos", "dep"):
        top = tree.head[head]
        return tree.dep[top] in _MODIFIERS and tree.pos[top] in ("ADJ", "PROPN", "NOUN") and tree.head[top] > head
    return tree.dep[head] == "poss" and tree.words[min(following, len(tree) - 1)] not in ("'s", "’s", "'", "’")


def _spot_people(scene: Scene, match: Match, head: int, country: Actor) -> None:
    """ "The Turks", "Palestinians", "a Syrian", "two Iranians": people of the country."""
    tree = scene.tree
    start = scene.left_edge(head) if head < match.end else match.start
    start = min(start, match.start)
    words = scene.words(match.start, match.end)
    counted = any(tree.tag[i] == "CD" for i in range(start, match.start))
    single = not words.lower().endswith(("s", "ese", "ish", "sh", "ch", "men")) or (
        start < match.start and tree.lower[start] in ("a", "an", "another", "one")
    )
    state = state_of_people(scene, head)
    if state is not None and state != country.country:  # "the Albanians of southern Serbia"
        name = scene.words(start, match.end)
        of_state = scene.cast.unnamed(f"{name.lower()} {state}", name, country=state, code=code_of(state, ["CVL"]))
        scene.spot(start, match.end, MentionKind.NOMINAL, of_state, "people", 0.8, head=head)
        return
    code = code_of(country.country, ["CVL"])
    if counted or single or any(tree.pos[i] in ("ADJ", "NOUN") for i in range(start, match.start)):
        plain = scene.words(start, match.end)
        actor = scene.cast.unnamed(plain.lower(), plain, country=country.country, code=code)
        scene.spot(start, match.end, MentionKind.NOMINAL, actor, "people", 0.85, head=head)
        if start < match.start:
            scene.spot(match.start, match.end, MentionKind.ADJECTIVE, country, "adjective", 0.9, head=head)
        return
    actor = scene.cast.other(ActorKind.PEOPLE, words, country=country.country, code=code)
    scene.spot(start, match.end, MentionKind.NAME, actor, "people", 0.85, head=head)


def _spot_ethnic(scene: Scene, match: Match, head: int) -> None:
    """ "Ethnic Albanians in Serbia" are people of Serbia; without a state they are people of none that is told."""
    tree = scene.tree
    if tree.tag[match.end - 1] not in ("NNPS", "NNS") or _modifies(scene, match, head):
        return
    start = min(scene.left_edge(head), match.start)
    state = state_of_people(scene, head)
    name = scene.words(start, match.end)
    actor = scene.cast.unnamed(f"{name.lower()} {state or ''}", name, country=state, code=code_of(state, ["CVL"]))
    scene.spot(start, match.end, MentionKind.NOMINAL, actor, "people", 0.8, head=head)


def _is_ethnic(scene: Scene, match: Match) -> bool:
    return match.start > 0 and scene.tree.lower[match.start - 1] in _NO_STATE


def _is_language(scene: Scene, match: Match, head: int) -> bool:
    """ "said in French", "speaks Arabic"."""
    tree = scene.tree
    if match.length > 1 or tree.dep[head] not in ("pobj", "dobj") or tree.children[head]:
        return False
    above = tree.head[head]
    entity = scene.entity_at.get(match.start)
    return (tree.dep[head] == "pobj" and tree.lower[above] in ("in", "into") and tree.pos[head] != "NOUN") or (
        tree.lemma[above] in _LANGUAGE_VERBS or (entity is not None and entity.label == "LANGUAGE")
    )


def _inside_longer_name(scene: Scene, match: Match) -> bool:
    """ "Syrian Observatory for Human Rights" when no list has it: the adjective belongs to the name."""
    entity = scene.entity_at.get(match.start)
    if entity is None or entity.label not in ("ORG", "FAC", "EVENT", "WORK_OF_ART", "LAW", "PRODUCT"):
        return False
    rest = [i for i in range(entity.start, entity.end) if not match.start <= i < match.end and scene.capital(i)]
    if len(rest) < 2 or role_noun(scene, entity.end - 1) is not None:
        return False
    return all(scene.capital(i) or len(scene.tree.words[i]) < 4 for i in range(entity.start, entity.end))
