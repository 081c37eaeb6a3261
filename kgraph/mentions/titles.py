"""Titles before and after names: "Turkey's Foreign Minister", "rebel commander", "Mr", "a spokesman for the ministry".

Reads role, office and country out of the words of a noun phrase; what it finds is used for names and descriptions
alike.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from kgraph.actors.offices import honorifics, office_names
from kgraph.actors.roles import RoleNoun, code_of, compose_roles, pairing_words, role_modifiers, role_nouns
from kgraph.mentions.scene import Scene
from kgraph.model import Actor, ActorKind, MentionKind

FORMER = frozenset({"former", "ex", "then", "late", "deposed", "ousted", "erstwhile", "onetime", "outgoing"})
_PAST = FORMER - {"then", "outgoing"}
_FROM = frozenset({"of", "from", "for", "in", "at", "throughout", "across", "inside"})
_THERE = frozenset({"in", "at", "throughout", "across", "inside"})
# who is somewhere and need not be from there: "fighters in Azerbaijan", "troops in Syria"
_SENT = frozenset(
    """fighter combatant mercenary proxy troop soldier jihadist jihadi terrorist militant extremist marine
    peacekeeper personnel plane aircraft warplane jet drone helicopter adviser ambassador envoy diplomat
    correspondent expert settler tourist hostage worker""".split()
)
# who says nothing of himself: what stands behind "of" does
_GENERIC = frozenset(
    """leader chief head member official spokesman spokeswoman spokesperson representative delegate delegation
    group number majority minority team crowd wing faction negotiator deputy commander aide adviser advisor
    chairman activist supporter column unit convoy family coalition alliance gang band source""".split()
)
_OF_BODIES = frozenset({"Secretary-General", "High Representative", "Commission President"})
_WHOLE_STATE = frozenset("republic country nation state kingdom government cabinet union commission".split())
_SHARED = frozenset({ActorKind.COUNTRY, ActorKind.IGO, ActorKind.ARMED_GROUP, ActorKind.ORGANISATION, ActorKind.NGO})


class Title(NamedTuple):
    """What a phrase says of its bearer. ``base``: the country, organisation or group it belongs to."""

    noun: RoleNoun | None
    words: str  # "foreign minister", lower case, without country
    office: str  # "Foreign Minister", or "" when it is none that has one holder
    base: Actor | None
    roles: tuple[str, ...]
    former: bool

    @property
    def code(self) -> str | None:
        return code_of(base_code(self.base), self.roles)

    @property
    def country(self) -> str | None:
        return self.base.country if self.base is not None else None


def base_code(base: Actor | None) -> str | None:
    """The part of a code that a belonging gives: "TUR" for Turkey, "IGOEUR" for the Union, "PSEREB" for Hamas."""
    if base is None:
        return None
    if base.kind in _SHARED and base.kind is not ActorKind.COUNTRY and base.code:
        return base.code
    return base.country or (base.code[:3] if base.code else None)


def singular(scene: Scene, token: int) -> str:
    """The lemma of a noun, also of one that was tagged as a name ("Foreign Minister")."""
    lemma = scene.tree.lemma[token]
    if lemma in role_nouns():
        return lemma
    low = scene.tree.lower[token]
    if low in role_nouns():
        return low
    for form in (low.removesuffix("s"), low.removesuffix("es"), low[:-3] + "y" if low.endswith("ies") else low):
        if form in role_nouns():
            return form
    return low[:-3] + "man" if low.endswith("men") else lemma


def role_noun(scene: Scene, token: int) -> RoleNoun | None:
    return role_nouns().get(singular(scene, token))


def read_title(scene: Scene, start: int, head: int, end: int | None = None) -> Title:
    """Read the words from ``start`` to ``head`` and the "of" and "for" phrases behind it, up to ``end``."""
    tree = scene.tree
    noun = role_noun(scene, head)
    before = [i for i in range(start, head) if tree.pos[i] not in ("DET", "PUNCT", "PART", "NUM", "PRON")]
    base = _base_before(scene, before, head) or _base_behind(scene, head, end)
    base = base or _shared(scene, start, head)
    own = [i for i in before if not _belongs(scene, i)]
    words = [tree.lower[i] for i in own]
    known, pairing = role_modifiers(), pairing_words()
    forms = [tree.lower[i] if tree.lower[i] in known or tree.lower[i] in pairing else tree.lemma[i] for i in own]
    roles = compose_roles(noun, forms)
    if noun is None or noun.noun in _GENERIC:
        base, roles = _with_inner(scene, head, end, base, roles)
    former = any(word in _PAST for word in words)
    office, title = _office(scene, [*words, singular(scene, head)], head, end)
    if office and (_heads_a_body(scene, head) or (office in _OF_BODIES and base is not None and not _is_igo(base))):
        office = ""  # "the Chilean police chief" is no Secretary-General
    return Title(noun, title, office, base, tuple(roles), former)


def _is_igo(base: Actor) -> bool:
    return base.kind is ActorKind.IGO


def _heads_a_body(scene: Scene, head: int) -> bool:
    """ "The president of the Ghanaian court" is not Ghana's; the president of the republic is."""
    tree = scene.tree
    for preposition in tree.kids(head, "prep"):
        if preposition == head + 1 and tree.lower[preposition] == "of":
            for inner in tree.kids(preposition, "pobj"):
                noun = role_noun(scene, inner)
                if inner not in scene.name_at and noun is not None and noun.noun not in _WHOLE_STATE:
                    return noun.sort == "groups"
    return False


def _with_inner(
    scene: Scene, head: int, end: int | None, base: Actor | None, roles: list[str]
) -> tuple[Actor | None, list[str]]:
    """ "A member of the Syrian parliament", "leaders of the opposition coalition", "a group of refugees": the noun
    behind "of" says what they are."""
    tree = scene.tree
    for preposition in tree.kids(head, "prep"):
        if preposition != head + 1 or tree.lower[preposition] not in ("of", "for", "from"):
            continue
        if end is not None and preposition >= end:
            break
        for inner in tree.kids(preposition, "pobj"):
            if inner in scene.name_at or role_noun(scene, inner) is None:
                continue
            title = read_title(scene, scene.left_edge(inner), inner)
            deciding = [role for role in title.roles if role not in roles and role != "GOV"] or (
                [] if roles else list(title.roles)
            )
            return base or title.base, [*deciding, *roles]
    return base, roles


def _office(scene: Scene, words: Sequence[str], head: int, end: int | None) -> tuple[str, str]:
    """The office that the longest ending of the title names, also with "of": "minister of foreign affairs"."""
    behind = _of_words(scene, head, len(scene.tree) if end is None else end)
    for form in (" ".join([words[-1], *behind]), words[-1]):
        if behind and office_names(form):
            return office_names(form)[0], form
    for start in range(len(words)):
        title = " ".join(words[start:])
        if office_names(title):
            return office_names(title)[0], title
    return "", " ".join(words)


def _of_words(scene: Scene, head: int, end: int) -> list[str]:
    tree = scene.tree
    if head + 2 >= end or tree.lower[head + 1] not in ("of", "for"):
        return []
    out = [tree.lower[head + 1]]
    for i in range(head + 2, min(head + 5, end)):
        if tree.pos[i] not in ("NOUN", "PROPN", "ADJ", "DET") or _belongs(scene, i):
            break
        out.append(tree.lower[i])
    return out if len(out) > 1 else []


def _belongs(scene: Scene, token: int) -> bool:
    """Whether the token is part of a name or adjective of a country, group or person."""
    if token in scene.name_at:
        return True
    return any(s.kind is MentionKind.ADJECTIVE for s in scene.mentions.at(token)) or any(
        s.kind is MentionKind.ADJECTIVE for s in scene.mentions.covering(token)
    )


def _base_before(scene: Scene, tokens: Sequence[int], head: int) -> Actor | None:
    """The country or group that stands before the noun, the nearest first: "the Turkish-backed Syrian rebels" are
    Syrian."""
    tree = scene.tree
    for token in reversed(tokens):
        if tree.words[token + 1] in ("-", "–") and _compound(scene, token):
            continue
        if token > 1 and tree.words[token - 1] in ("-", "–") and tree.lower[token - 2] in ("anti", "pro", "non"):
            continue
        if (found := belonging(scene, token)) is not None:
            return found
    return None


def _shared(scene: Scene, start: int, head: int) -> Actor | None:
    """ "Chadian helicopters and tanks": the adjective before the first noun is said of the second too."""
    tree = scene.tree
    first = tree.head[head]
    if start != head or tree.dep[head] != "conj" or role_noun(scene, first) is None or first > head:
        return None
    if tree.tag[first] != tree.tag[head] or tree.lower[scene.left_edge(first)] in ("a", "an"):
        return None
    before = [i for i in range(scene.left_edge(first), first) if tree.pos[i] not in ("DET", "PUNCT", "PART", "NUM")]
    return _base_before(scene, before, first)


def _compound(scene: Scene, token: int) -> bool:
    """ "Turkish-backed", "Britain-based": whose it is not. "Saudi-led" troops are Saudi for the most part."""
    return scene.tree.lower[min(token + 2, len(scene.tree) - 1)] in (
        *("backed", "based", "sponsored", "funded", "trained", "supported", "allied", "brokered", "occupied"),
        *("controlled", "held", "born", "made", "style"),
    )


def belonging(scene: Scene, token: int) -> Actor | None:
    """The actor that a modifier belongs to: a country, an organisation, a group, a person's country."""
    for found in scene.mentions.covering(token):
        if found.actor is None or found.kind not in (MentionKind.NAME, MentionKind.ADJECTIVE, MentionKind.METONYM):
            continue
        actor = scene.cast.current(found.actor)
        if actor.kind in _SHARED:
            return actor
        if actor.country and actor.kind in (ActorKind.PLACE, ActorKind.PEOPLE, ActorKind.PERSON):
            return scene.gazetteer.country(actor.country)
    return None


def _base_behind(scene: Scene, head: int, end: int | None) -> Actor | None:
    """The country in an "of", "from", "for" phrase: "rebels from Syria", "a spokesman for Hamas"."""
    tree = scene.tree
    for preposition in tree.kids(head, "prep"):
        if preposition < head or tree.lower[preposition] not in _FROM or (end is not None and preposition >= end):
            continue
        if tree.lower[preposition] in _THERE and not _lives_there(scene, head):
            continue
        for noun in tree.kids(preposition, "pobj"):
            if (found := belonging(scene, noun)) is not None:
                return found
            inner = next((found for i in tree.subtree(noun) if i >= noun - 4 and (found := belonging(scene, i))), None)
            if inner is not None:
                return inner
    return None


def _lives_there(scene: Scene, head: int) -> bool:
    """ "Protesters in Minsk" are from there, "troops in Syria" need not be."""
    noun = role_noun(scene, head)
    return noun is not None and noun.noun not in _SENT and noun.sort in ("persons", "groups")


def is_sent_abroad(scene: Scene, head: int) -> bool:
    """Whether a noun names somebody who often acts outside his own country: "fighters", "envoy"."""
    noun = role_noun(scene, head)
    return noun is not None and noun.noun in _SENT


def is_honorific(word: str) -> bool:
    return word.lower().rstrip(".") in honorifics()


def honorific_gender(word: str) -> str:
    """ "f" or "m" for a word that tells it."""
    found = honorifics().get(word.lower().rstrip("."), "")
    return found if found in ("f", "m") else ""


def noun_gender(noun: str) -> str:
    """ "f" or "m" for a noun that tells it: "spokeswoman", "brother"."""
    if noun.endswith("woman") or noun in (
        "queen",
        "princess",
        "actress",
        "mother",
        "wife",
        "sister",
        "daughter",
        "girl",
        "widow",
        "nun",
    ):
        return "f"
    if noun.endswith("man") or noun in (
        "king",
        "prince",
        "father",
        "husband",
        "brother",
        "son",
        "boy",
        "sheikh",
        "imam",
        "priest",
    ):
        return "m"
    return ""


def described_as_person(scene: Scene, token: int) -> bool:
    """ "Valeska Paris, an Australian woman,": two capitalised words with a person in apposition."""
    tree = scene.tree
    head = token + 1
    if head >= len(tree) or tree.pos[head] != "PROPN" or tree.head[token] != head or tree.dep[token] != "compound":
        return False
    for child in tree.kids(head, "appos"):
        noun = role_noun(scene, child)
        if noun is not None and noun.is_person and child > head and not tree.tag[child].endswith("S"):
            return True
    return False


def follows_description(scene: Scene, token: int) -> bool:
    """ "The Foreign Minister of Uzbekistan, Dilshod Rahmatov,": a name between commas after a description."""
    tree = scene.tree
    if token < 3 or tree.words[token - 1] != "," or tree.sentence_of[token - 3] != tree.sentence_of[token]:
        return False
    end = token
    while end < len(tree) and tree.pos[end] == "PROPN" and scene.capital(end):
        end += 1
    if end - token < 2 or end >= len(tree) or tree.words[end] != ",":
        return False
    for i in range(token - 2, max(token - 9, -1), -1):
        if tree.pos[i] in ("VERB", "AUX", "PUNCT"):
            return False
        noun = role_noun(scene, i)
        if noun is not None and noun.is_person:
            return not tree.tag[i].endswith("S")
    return False
