"""Descriptions: noun phrases that can act and are no name. "Two Syrian rebel sources", "the Turkish army",
"protesters".

An office with one holder is that person on the article's date, an institution with a country is one actor for all
articles, a government is its country; every other description is an actor of its own article.
"""

from __future__ import annotations

from kgraph.actors.roles import code_of
from kgraph.mentions import institutions, kinds, offices
from kgraph.mentions.scene import Scene
from kgraph.mentions.several import spot_several
from kgraph.mentions.spotted import Spotted
from kgraph.mentions.subjects import clause_verb, understood_subject
from kgraph.mentions.titles import Title, base_code, belonging, read_title, role_noun
from kgraph.model import Actor, ActorKind, MentionKind
from kgraph.parsing.charges import is_charge

_NOT_HEADS = frozenset({"compound", "nmod", "amod", "npadvmod", "advmod", "punct", "det", "quantmod"})
_FROM = frozenset({"of", "from"})
_DOCUMENTS = frozenset(
    """report reports statement document communique study survey poll letter memo cable dossier investigation
    account document indictment affidavit""".split()
)
_WEAPONS = frozenset({"rocket", "shell", "missile", "bomb", "car-bomb", "blast", "explosion", "airstrike"})
_ARTICLES = frozenset(
    {"the", "a", "an", "this", "these", "that", "those", "its", "his", "her", "their", "some", "any", "all"}
)
_POINTING = frozenset({"the", "this", "these", "that", "those", "such", "both"})
_NOTHING = frozenset({"in", "by", "into"})  # "in force", "by force", "in power", "in part"
_SIDES = frozenset(
    {"country", "nation", "state", "side", "party", "government", "neighbour", "neighbor", "power", "leader"}
)


_KNOWING = frozenset({("close", "to"), ("familiar", "with"), ("briefed", "on"), ("loyal", "to")})


def spot_nominals(scene: Scene) -> None:
    """Write the descriptions down, in text order: later ones can point back at earlier ones."""
    tree = scene.tree
    words: dict[str, Actor] = {}
    for head in range(len(tree)):
        name = scene.name_at.get(head)
        if name is not None:
            _remember(scene, words, name)
        elif tree.pos[head] in ("NOUN", "PROPN", "ADJ"):
            named = words.get(tree.lemma[head])
            if named is not None and _is_bare_definite(scene, head):
                scene.spot(head - 1, head + 1, MentionKind.NOMINAL, named, "head-of-name", 0.85, head=head)
            elif _can_act(scene, head):
                _spot(scene, head)


def _remember(scene: Scene, words: dict[str, Actor], name: Spotted) -> None:
    """The kind word in a body's name: "the church" after "Church of the Harbour", "the league" after "Arab League"."""
    if name.actor is None or name.actor.kind in (
        ActorKind.PERSON,
        ActorKind.COUNTRY,
        ActorKind.PEOPLE,
        ActorKind.MEDIA,
    ):
        return
    if name.end - name.start > 1 and name.kind is MentionKind.NAME:
        spelt = [i for i in range(name.start, name.end) if scene.capital(i)]
        before_of = next((i for i in spelt if i + 1 < name.end and scene.tree.lower[i + 1] in ("of", "for")), None)
        for i in {before_of if before_of is not None else name.end - 1}:
            if len(scene.tree.words[i]) > 3:
                words[scene.tree.lower[i]] = name.actor


def _is_bare_definite(scene: Scene, head: int) -> bool:
    tree = scene.tree
    return (
        head > 0
        and tree.lower[head - 1] == "the"
        and tree.tag[head] == "NN"
        and tree.dep[head] not in _NOT_HEADS
        and not tree.kids(head, "prep", "amod", "compound", "poss", "relcl")
    )


def _is_condition(scene: Scene, head: int) -> bool:
    """ "A state of siege" is no state; "the state of Israel" is."""
    tree = scene.tree
    return head + 2 < len(tree) and tree.lower[head + 1] == "of" and tree.words[head + 2].islower()


def _can_act(scene: Scene, head: int) -> bool:
    tree = scene.tree
    noun = role_noun(scene, head)
    if noun is None or noun.role == "counts" or tree.dep[head] in _NOT_HEADS:
        return False
    if tree.pos[head] == "ADJ" and tree.dep[head] not in ("nsubj", "nsubjpass", "dobj", "pobj"):
        return False
    if tree.pos[head] == "ADJ" and noun.sort != "persons":
        return False
    if (
        tree.dep[head] == "conj"
        and tree.dep[tree.head[head]] in ("amod", "compound", "nmod")
        and tree.head[tree.head[head]] > head
    ):
        return False
    if noun.noun == "state" and (tree.lower[max(0, head - 2) : head] == ["head", "of"] or _is_condition(scene, head)):
        return False
    if noun.noun in _DOCUMENTS:
        return _speaks(scene, head)
    if noun.noun in _WEAPONS and tree.dep[head] != "nsubj":
        return False  # "a bomb killed nine" acts, "fired two shells" does not
    bare = not tree.children[head] or all(tree.dep[c] == "punct" for c in tree.children[head])
    if (
        bare
        and tree.dep[head] == "pobj"
        and tree.lower[tree.head[head]] in _NOTHING
        and not tree.tag[head].endswith("S")
    ):
        return False
    return not (bare and noun.sort == "bare" and noun.role == "states")


def _speaks(scene: Scene, head: int) -> bool:
    """A report or statement is somebody only where it says something: "intelligence reports affirmed", "according to
    a study"."""
    tree = scene.tree
    above = tree.head[head]
    if tree.dep[head] == "nsubj" and tree.pos[above] == "VERB":
        return True
    return tree.dep[head] == "pobj" and tree.lower[above] == "to" and above > 0 and tree.lower[above - 1] == "according"


def _spot(scene: Scene, head: int) -> None:
    start = scene.left_edge(head)
    if spot_several(scene, start, head, phrase_end(scene, head)):
        return
    if (body := kinds.named_body(scene, start, head)) is not None:
        scene.spot(start, head + 1, MentionKind.NOMINAL, body, "head-of-name", 0.9, head=head)
        return
    title = read_title(scene, start, head)
    end = phrase_end(scene, head)
    if (actor := offices.holder(scene, start, head, title)) is not None:
        found, method, score = actor
        scene.spot(start, end if title.base else head + 1, MentionKind.NOMINAL, found, method, score, head=head)
    elif (known := institutions.resolve(scene, start, head, title)) is not None:
        found, method, score = known
        scene.spot(start, end, MentionKind.NOMINAL, found, method, score, head=head)
    elif not _spot_sides(scene, start, head):
        _spot_unnamed(scene, start, head, end, title)


def phrase_end(scene: Scene, head: int) -> int:
    """The end of a description: "of" and "from" phrases belong to it, relative clauses do not."""
    tree = scene.tree
    end = head + 1
    for preposition in tree.kids(head, "prep"):
        if preposition == end and (
            tree.lower[preposition] in _FROM | {"for"} or _is_stationed(scene, head, preposition)
        ):
            if tree.kid(preposition, "pcomp") is not None:
                continue  # "jailed an officer for spying": what for, and not who he is
            inside = [i for i in tree.subtree(preposition) if not _in_clause(scene, i, preposition)]
            if tree.lower[preposition] == "for" and not any(belonging(scene, i) for i in inside):
                continue
            if not inside or max(inside) - head > 14:
                continue
            end = max(inside) + 1
    if end == head + 1:
        end = _in_the_know(scene, head) or end
    while end > head + 1 and tree.pos[end - 1] in ("PUNCT", "SPACE", "CCONJ"):
        end -= 1
    return end


def _in_the_know(scene: Scene, head: int) -> int | None:
    """ "A source close to the merchant", "people familiar with the matter": what they know belongs to who they are."""
    tree, word = scene.tree, head + 1
    if word + 1 >= len(tree) or (tree.lower[word], tree.lower[word + 1]) not in _KNOWING or tree.head[word] != head:
        return None
    inside = [token for token in tree.subtree(word) if not _in_clause(scene, token, word)]
    return max(inside) + 1 if inside else None


def _is_stationed(scene: Scene, head: int, preposition: int) -> bool:
    """ "A diplomat at the embassy", "officials in Oslo": where somebody works belongs to who he is."""
    tree = scene.tree
    noun = role_noun(scene, head)
    if noun is None or noun.role not in ("GOV", "sources") or tree.lower[preposition] not in ("at", "in"):
        return False
    article = tree.kid(head, "det")
    unknown = tree.lower[article] in ("a", "an") if article is not None else tree.tag[head] == "NNS"
    return unknown and all(tree.ent[noun] not in ("DATE", "TIME") for noun in tree.kids(preposition, "pobj"))


def _in_clause(scene: Scene, token: int, top: int) -> bool:
    tree = scene.tree
    if is_charge(tree, top):
        return True  # "accused the crew of smuggling sugar": the crew is called "the crew"
    while token != top:
        if is_charge(tree, token):
            return True
        if tree.dep[token] in ("relcl", "acl", "advcl", "appos", "ccomp"):
            return True
        token = tree.head[token]
    return False


# -- the two countries ------------------------------------------------------------------------------------------------


def _spot_sides(scene: Scene, start: int, head: int) -> bool:
    """ "The two countries", "both sides", "the two leaders": the last two that were named, when nobody else was."""
    tree = scene.tree
    words = {tree.lower[i] for i in range(start, head)}
    noun = role_noun(scene, head)
    if noun is None or noun.noun not in _SIDES or not (words & {"both", "two"}) or words & {"other", "any", "no"}:
        return False
    if words - {"the", "both", "two", "these", "of", "their", "neighbouring", "neighboring", "warring", "rival"}:
        return False
    kinds = {ActorKind.PERSON} if noun.noun == "leader" else {ActorKind.COUNTRY}
    if noun.noun in ("side", "party"):
        kinds = {ActorKind.COUNTRY, ActorKind.ARMED_GROUP, ActorKind.ORGANISATION, ActorKind.IGO}
    pair = _last_two(scene, head, kinds)
    for actor in pair:
        role = actor.country or actor.id
        scene.spot(start, head + 1, MentionKind.NOMINAL, actor, "both", 0.7, head=head, role=role)
    if not pair:
        scene.spot(start, head + 1, MentionKind.NOMINAL, None, "unresolved", 0.0, head=head)
    return True


def _last_two(scene: Scene, token: int, kinds: set[ActorKind]) -> list[Actor]:
    """The two actors of these kinds named in this and the last sentences; empty when there are more or fewer. Whoever
    urges or warns both sides is none of them."""
    sentence = scene.tree.sentence_of[token]
    acting = _those_who_act(scene, token)
    for reach in (0, 1, 2):
        near: dict[str, Actor] = {}
        for spotted in scene.mentions:
            if spotted.start >= token:
                break
            if spotted.actor is None or spotted.actor.kind not in kinds or spotted.kind is MentionKind.ADJECTIVE:
                continue
            if spotted.actor.id in acting:
                continue
            if sentence - reach <= scene.tree.sentence_of[spotted.start] <= sentence:
                near[spotted.actor.id] = spotted.actor
        if len(near) >= 2:
            return list(near.values()) if len(near) == 2 else []
    return []


def _those_who_act(scene: Scene, token: int) -> set[str]:
    """The actors named in the subject of the verb that has the token for an object: "China's envoy urged both"."""
    verb = clause_verb(scene, token)
    subjects = [] if verb is None else understood_subject(scene, verb)
    if token in subjects:
        return set()
    words = {inside for subject in subjects for inside in scene.tree.subtree(subject)}
    return {s.actor.id for s in scene.mentions if s.actor is not None and s.head in words}


# -- actors of this article -------------------------------------------------------------------------------------------


def _spot_unnamed(scene: Scene, start: int, head: int, end: int, title: Title) -> None:
    tree = scene.tree
    first = tree.lower[start]
    if (before := _pointed_at(scene, start, head, title)) is not None:
        scene.spot(start, end, MentionKind.NOMINAL, before.actor, "same-words", 0.7, head=head)
        return
    if _of_somebody_else(scene, start, head, title):
        scene.spot(start, end, MentionKind.NOMINAL, None, "unresolved", 0.0, head=head)
        return
    begin = start + 1 if first in _ARTICLES and start < head else start
    name = scene.words(begin, end)
    country = title.country
    code = title.code if title.roles or title.base is not None else None
    if title.former:
        code = code_of(base_code(title.base), ["ELI"])
    actor = scene.cast.unnamed(name.lower(), name, country=country, code=code)
    score = 0.85 if title.base is not None else 0.75
    scene.spot(start, end, MentionKind.NOMINAL, actor, "description", score, head=head)


def _of_somebody_else(scene: Scene, start: int, head: int, title: Title) -> bool:
    """ "Its ally", "the country": somebody who has a name elsewhere, and who cannot be told for certain."""
    noun = title.noun
    if noun is None or noun.role != "states":
        return False
    first = scene.tree.lower[start]
    plain = start == head - 1 and first in ("the", "its", "his", "her", "their", "this", "that")
    return plain and not scene.tree.tag[head].endswith("S")


def _pointed_at(scene: Scene, start: int, head: int, title: Title) -> Spotted | None:
    """The earlier description that "the fighters" and "these fighters" mean: same noun, or with "these" the same
    role."""
    tree = scene.tree
    if tree.lower[start] not in _POINTING or start == head:
        return None
    own = {tree.lemma[i] for i in range(start + 1, head) if tree.pos[i] in ("NOUN", "ADJ", "PROPN", "NUM")}
    if own and not own <= {"same", "latter", "said"}:
        return None
    plural = tree.tag[head].endswith("S")
    sentence = tree.sentence_of[head]
    best: Spotted | None = None
    for spotted in scene.mentions:
        if spotted.start >= start:
            break
        if spotted.kind is not MentionKind.NOMINAL or spotted.actor is None or spotted.end > start:
            continue
        if tree.tag[spotted.head].endswith("S") != plural or spotted.role:
            continue
        if tree.lemma[spotted.head] == tree.lemma[head]:
            best = spotted
        elif tree.lower[start] in ("these", "those", "this") and sentence - tree.sentence_of[spotted.head] <= 2:
            noun = role_noun(scene, spotted.head)
            if noun is not None and title.noun is not None and noun.role == title.noun.role and noun.code:
                best = spotted
    return best
