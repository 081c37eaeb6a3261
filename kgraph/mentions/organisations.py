"""Organisations, places and peoples that no list knows: what the model labels so, when it looks like a name.

An acronym in brackets after a name is the same organisation from there on: "the Harbour Workers' League (HWL)".
"""

from __future__ import annotations

from kgraph.actors.roles import code_of, role_nouns
from kgraph.actors.text import key, unit
from kgraph.mentions.peoples import state_of_people
from kgraph.mentions.persons import is_somewhere, is_town
from kgraph.mentions.scene import Entity, Scene
from kgraph.mentions.titles import belonging, singular
from kgraph.model import Actor, ActorKind, MentionKind

_MEDIA = frozenset(
    "times post news agency tv television radio gazette daily herald tribune telegraph journal magazine press".split()
)
_COMPANY = frozenset(
    "inc corp corporation ltd llc co plc group airlines airways motors bank holdings industries gmbh ag".split()
)
_NGO = frozenset(
    "foundation observatory watch rights charity trust fund institute society initiative network centre center".split()
)
_ARMED = frozenset("brigade brigades battalion militia front liberation resistance jihad martyrs".split())
_ROLES = {
    "party": "PTY", "university": "EDU", "college": "EDU", "hospital": "MED", "court": "JUD", "parliament": "LEG",
    "ministry": "GOV", "police": "COP", "army": "MIL", "union": "LAB", "church": "REL", "bank": "BUS",
}  # fmt: skip
_LABOUR = frozenset(
    "workers worker trade trades labour labor teachers employees miners farmers journalists drivers nurses".split()
)
_STATE = frozenset(
    "commission agency authority committee department bureau directorate board administration service".split()
)
_STATE_BODIES = frozenset({"ministry", "army", "parliament", "government", "police", "navy"})
_SIDES = ("the", "north", "south", "east", "west", "northern", "southern", "eastern", "western", "central", "rural")
_NAME_TAGS = frozenset({"PROPN", "ADJ", "NOUN", "NUM", "X"})


def spot_organisations(scene: Scene) -> None:
    """Write the unknown organisations, places and peoples down, then the acronyms that the text itself explains."""
    for entity in scene.entities:
        if any(i in scene.name_at for i in range(entity.start, entity.end)):
            _extend_known(scene, entity)
        elif entity.label == "ORG":
            _spot_organisation(scene, entity)
        elif (
            entity.label in ("GPE", "LOC")
            or (entity.label == "FAC" and entity.end - entity.start > 1)
            or (entity.label == "PERSON" and _is_place(scene, entity))
        ):
            _spot_place(scene, entity)
        elif entity.label == "NORP":
            _spot_people(scene, entity)
    _spot_acronyms(scene)


def _is_place(scene: Scene, entity: Entity) -> bool:
    """A place that the model took for a person: "the road to Gonder", "Ciudad Lerdo"."""
    if entity.end - entity.start == 1:
        return is_somewhere(scene, entity.start)
    return is_town(scene, entity.start)


def _bounds(scene: Scene, entity: Entity) -> tuple[int, int]:
    start, end = entity.start, entity.end
    tree = scene.tree
    while start < end and (tree.lower[start] in ("the", "a", "an") or tree.pos[start] in ("DET", "PUNCT", "SPACE")):
        start += 1
    while end > start and (
        tree.words[end - 1] in ("'s", "’s", "'", "’", "(", ")") or tree.pos[end - 1] in ("PUNCT", "SPACE")
    ):
        end -= 1
    return start, end


def _looks_like_name(scene: Scene, start: int, end: int) -> bool:
    if end <= start or scene.shouted(start):
        return False
    words = [i for i in range(start, end) if len(scene.tree.words[i]) > 3 or scene.tree.words[i].isupper()]
    if not words or not all(scene.tree.words[i][:1].isupper() or scene.tree.words[i][:1].isdigit() for i in words):
        return False
    if end - start == 1:
        return (
            scene.tree.pos[start] == "PROPN"
            and singular(scene, start) not in role_nouns()
            and len(scene.tree.words[start]) > 1
        )
    return scene.tree.pos[end - 1] in _NAME_TAGS


def _is_description(scene: Scene, start: int, end: int) -> bool:
    """ "Foreign Ministry", "Turkish Army", "Supreme Court": a role with modifiers is for the rules of descriptions."""
    root = scene.root(start, end)
    if root + 1 < end and scene.tree.lower[root + 1] == "of" and singular(scene, root) in _STATE_BODIES:
        return True  # "Ministry of Defence of Serbia"
    last = singular(scene, end - 1)
    if last not in role_nouns():
        return False
    rest = [i for i in range(start, end - 1) if scene.tree.pos[i] == "PROPN"]
    known = [i for i in rest if belonging(scene, i) is not None or scene.mentions.at(i)]
    return len(rest) - len(known) == 0 or end - start <= 2


def _spot_organisation(scene: Scene, entity: Entity) -> None:
    start, end = _bounds(scene, entity)
    if not _looks_like_name(scene, start, end) or _is_description(scene, start, end):
        return
    name = scene.words(start, end)
    known = scene.cast.by_name(key(name))
    if known is not None:
        return
    country = _country_inside(scene, start, end)
    kind, role = kind_of_name(name)
    if country and not role and kind is ActorKind.ORGANISATION and set(key(name).split()) & _STATE:
        role = "GOV"
    actor = scene.cast.other(kind, name, country=country, code=code_of(country, [role]) if country or role else None)
    scene.spot(start, end, MentionKind.NAME, actor, "new", 0.8)


def kind_of_name(name: str) -> tuple[ActorKind, str]:
    """Kind and role code by the words of a name: "Harbour Workers' Union" is an organisation of LAB."""
    words = key(name).split()
    last = set(words[-1:]) | set(words[-2:-1])
    if last & _MEDIA or "news agency" in " ".join(words):
        return ActorKind.MEDIA, "JRN"
    if set(words[-1:]) & _COMPANY:
        return ActorKind.COMPANY, "BUS"
    role = next((_ROLES[word] for word in reversed(words) if word in _ROLES), "")
    if role == "LAB" and not set(words) & _LABOUR:
        role = ""  # "National Union for the Liberation of"
    if role:
        return ActorKind.ORGANISATION, role
    if set(words) & _ARMED:
        return ActorKind.ARMED_GROUP, "REB"
    if set(words) & _NGO and len(words) > 1:
        return ActorKind.NGO, ""
    return ActorKind.ORGANISATION, ""


def _country_inside(scene: Scene, start: int, end: int) -> str | None:
    for token in range(start, end):
        if (sense := scene.gazetteer.senses(unit(scene.tree.words[token]))) and sense[
            0
        ].actor.kind is ActorKind.COUNTRY:
            return sense[0].actor.country
    for token in range(max(0, start - 3), start):  # "the Turkish Red Star", "Britain's Harbour Trust"
        above = scene.tree.head[token]
        if start <= above < end and (found := belonging(scene, token)) is not None:
            return found.country
    return None


def _spot_place(scene: Scene, entity: Entity) -> None:
    start, end = _bounds(scene, entity)
    if not _looks_like_name(scene, start, end):
        return
    if end - start == 1 and singular(scene, start) in role_nouns():
        return
    actor = scene.cast.other(ActorKind.PLACE, scene.words(start, end), country=_country_behind(scene, end))
    scene.spot(start, end, MentionKind.NAME, actor, "new", 0.75)


def _country_behind(scene: Scene, end: int) -> str | None:
    """ "Tellmouth, Georgia", "Cadir in southern Turkey": the country after a comma or "in"."""
    tree = scene.tree
    if end + 1 >= len(tree) or tree.lower[end] not in (",", "in"):
        return None
    at = end + 1
    while tree.lower[end] == "in" and at < min(end + 4, len(tree) - 1) and tree.lower[at].endswith(_SIDES):
        at += 1
    found = scene.name_at.get(at)
    if found is None or found.actor is None or found.actor.kind is not ActorKind.COUNTRY:
        return None
    return found.actor.country


def _spot_people(scene: Scene, entity: Entity) -> None:
    """ "The Kurds", "Hutus": a people by its name; an adjective ("Kurdish fighters") is only a modifier."""
    start, end = _bounds(scene, entity)
    if end <= start or end - start > 2 or scene.mentions.at(end - 1) or not scene.capital(end - 1):
        return
    tree = scene.tree
    head = scene.root(start, end)
    if tree.pos[end - 1] not in ("PROPN", "NOUN") or tree.dep[head] in ("amod", "compound", "nmod"):
        return
    if not tree.lower[end - 1].endswith("s") or singular(scene, end - 1) in role_nouns():
        return
    if (state := state_of_people(scene, head)) is not None:
        begin = min(start, scene.left_edge(head))
        name = scene.words(begin, end)
        of_state = scene.cast.unnamed(f"{name.lower()} {state}", name, country=state, code=code_of(state, ["CVL"]))
        scene.spot(begin, end, MentionKind.NOMINAL, of_state, "people", 0.8, head=head)
        return
    actor = scene.cast.other(ActorKind.PEOPLE, scene.words(start, end), code=code_of(None, ["CVL"]))
    scene.spot(start, end, MentionKind.NAME, actor, "new", 0.75, head=head)


def _extend_known(scene: Scene, entity: Entity) -> None:
    """An unknown organisation whose name begins with a known one: "Bank of England", "Kabul University"."""
    if entity.label != "ORG" or entity.end - entity.start < 2:
        return
    start, end = _bounds(scene, entity)
    inside = {id(s): s for i in range(start, end) if (s := scene.name_at.get(i)) is not None}
    if any(s.actor is None or s.actor.kind not in (ActorKind.COUNTRY, ActorKind.PLACE) for s in inside.values()):
        return
    if any(s.start < start or s.end > end for s in inside.values()) or not _looks_like_name(scene, start, end):
        return
    first = next(iter(inside.values()))
    if _is_description(scene, start, end) or (first.start == start and scene.tree.words[first.end] in ("'s", "’s")):
        return
    country = first.actor.country if first.actor is not None else None
    kind, role = kind_of_name(scene.words(start, end))
    if role == "" and kind is ActorKind.ORGANISATION and first.start == start:
        return  # "Turkey Friday", "Syria Kurds": the model glued two things together
    actor = scene.cast.other(kind, scene.words(start, end), country=country, code=code_of(country, [role]))
    for spotted in inside.values():
        scene.mentions.remove(spotted)
    scene.spot(start, end, MentionKind.NAME, actor, "new", 0.75)


# -- acronyms ---------------------------------------------------------------------------------------------------------


def _spot_acronyms(scene: Scene) -> None:
    """ "... League (HWL)": from then on HWL is the league."""
    tree = scene.tree
    short: dict[str, Actor] = {}
    for i in range(1, len(tree) - 2):
        word = tree.words[i + 1]
        if tree.words[i] != "(" or tree.words[i + 2] != ")" or not _is_acronym(word):
            continue
        if (named := _named_before(scene, i, word)) is not None:
            short[word] = named
    if not short:
        return
    for i, word in enumerate(tree.words):
        if (actor := short.get(word)) is not None and _replaceable(scene, i):
            for old in scene.mentions.at(i):
                if old.end - old.start == 1:
                    scene.mentions.remove(old)
            scene.spot(i, i + 1, MentionKind.NAME, scene.cast.current(actor), "acronym", 0.95, head=i)


def _is_acronym(word: str) -> bool:
    return 2 <= len(word) <= 8 and word.isupper() and word.isalpha()


def _named_before(scene: Scene, bracket: int, acronym: str) -> Actor | None:
    """The organisation right before the bracket, when its initials can give the acronym."""
    for spotted in scene.mentions.covering(bracket - 1):
        if (
            spotted.actor is None
            or spotted.actor.kind in (ActorKind.PERSON, ActorKind.COUNTRY)
            or spotted.end != bracket
        ):
            continue
        initials = "".join(word[0] for word in key(spotted.actor.name).split())
        if initials and acronym.lower()[0] in initials:
            return spotted.actor
    return None


def _replaceable(scene: Scene, token: int) -> bool:
    found = scene.name_at.get(token)
    return found is None or found.method == "new" or found.end - found.start == 1
