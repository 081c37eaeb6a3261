"""Institutions with a country: "Russia's foreign ministry", "the Turkish army". One actor for all articles.

A government is its country: "the Syrian government", "Tehran authorities". Without a country an institution is the one
that the article has named before ("the ministry"), else only a description.
"""

from __future__ import annotations

from kgraph.actors.institutions import Institution, institutions
from kgraph.actors.roles import code_of
from kgraph.mentions.scene import Scene
from kgraph.mentions.titles import Title, singular
from kgraph.model import Actor, ActorKind, MentionKind

Resolved = tuple[Actor, str, float]

_GOVERNMENT = frozenset({"government", "regime", "authority", "administration", "state", "republic", "kingdom", "side"})
_OWN_WORDS = frozenset(
    """local regional provincial city municipal interim transitional exile rebel rival shadow opposition parallel
    military health customs port airport police prison next new future previous former coalition border district
    state""".split()
)


def resolve(scene: Scene, start: int, head: int, title: Title) -> Resolved | None:
    """(actor, method, score) of an institution or government; None where the words are neither."""
    tree = scene.tree
    noun = singular(scene, head)
    if noun in _GOVERNMENT and _is_whole_government(scene, start, head, title):
        return _government(scene, start, head, title)
    canonical = _canonical(scene, head, title)
    if canonical is None or tree.lower[start] in ("a", "an", "any", "no", "other", "several", "some"):
        return None
    if title.base is None:
        return _before(scene, canonical, noun)
    if title.base.kind is not ActorKind.COUNTRY:
        return None
    name = f"{canonical.name} of {scene.cast.name_of(title.base.country or title.base.id)}"
    code = code_of(title.base.country, [canonical.code])
    return scene.cast.other(ActorKind.ORGANISATION, name, country=title.base.country, code=code), "institution", 0.92


def _canonical(scene: Scene, head: int, title: Title) -> Institution | None:
    """The institution that the longest ending of the words names; any other ministry is one too."""
    noun = singular(scene, head)
    words = [*(title.words.split()[:-1] if not title.office else title.words.split()), noun]
    behind = _behind(scene, head)
    if behind and (found := institutions().get(" ".join([noun, *behind]))):
        return found
    plural = scene.tree.lower[head]
    for start in range(len(words)):
        for last in (noun, plural):
            if found := institutions().get(" ".join([*words[start:-1], last])):
                return found if start == 0 or found.name in ("Army", "Armed Forces") or noun == "ministry" else None
    if noun == "ministry" and len(words) > 1:
        return Institution(" ".join(word.capitalize() for word in words), "GOV")
    return None


def _behind(scene: Scene, head: int) -> list[str]:
    tree = scene.tree
    if head + 2 >= len(tree) or tree.lower[head + 1] != "of":
        return []
    out = ["of"]
    for i in range(head + 2, min(head + 5, len(tree))):
        if tree.pos[i] not in ("NOUN", "PROPN", "ADJ", "DET") or i in scene.name_at:
            break
        out.append(tree.lower[i])
        if " ".join([tree.lemma[head], *out]) in institutions():
            return out
    return out if len(out) > 1 else []


def _is_whole_government(scene: Scene, start: int, head: int, title: Title) -> bool:
    """ "The Syrian government", not "the rebel government" or "local authorities"."""
    tree = scene.tree
    noun = singular(scene, head)
    if noun in ("state", "republic", "kingdom", "side") and title.base is None:
        return False
    if noun == "state" and tree.tag[head].endswith("S"):
        return False
    # "the New Zealand government": the words of a country's name say nothing about its government
    if _of_a_place(scene, head):
        return False
    plain = {tree.lower[i] for i in range(start, head) if i not in scene.name_at} | set(title.words.split()[:-1])
    return not plain & _OWN_WORDS


def _of_a_place(scene: Scene, head: int) -> bool:
    """ "The government of Sindh province" is no state's; "the government in Caracas" is."""
    tree = scene.tree
    for preposition in tree.kids(head, "prep"):
        for noun in tree.kids(preposition, "pobj"):
            for token in (noun, *tree.kids(noun, "compound", "nmod")):
                name = scene.name_at.get(token)
                place = name is not None and name.actor is not None and name.actor.kind is ActorKind.PLACE
                if place and not any(s.how.is_capital for s in scene.gazetteer.named(tree.words[token])):
                    return True
    return False


def _government(scene: Scene, start: int, head: int, title: Title) -> Resolved | None:
    if title.base is not None:
        if title.base.kind is ActorKind.COUNTRY:
            return scene.cast.enter(title.base), "government", 0.93
        return None
    return _before(scene, None, singular(scene, head))


def _before(scene: Scene, canonical: Institution | None, noun: str) -> Resolved | None:
    """ "The ministry", "the government": the one of that word that the article has named, if it has named only one."""
    found: dict[str, Actor] = {}
    for spotted in scene.mentions:
        if (
            spotted.kind is MentionKind.NOMINAL
            and spotted.method in ("institution", "government")
            and spotted.actor is not None
        ):
            same = scene.tree.lemma[spotted.head] == noun or singular(scene, spotted.head) == noun
            if same and (canonical is None or canonical.name in spotted.actor.name):
                found[spotted.actor.id] = spotted.actor
    if len(found) != 1:
        return None
    return next(iter(found.values())), "institution" if canonical else "government", 0.75
