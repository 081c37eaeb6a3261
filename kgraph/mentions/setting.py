"""Where a story plays: in an article about one country "the police", "opposition leader X" and "President Y" are
that country's.

Only when no other country has a real share in the article; who may have come from elsewhere (fighters, envoys) is left.
"""

from __future__ import annotations

from collections import Counter

from kgraph.actors.roles import code_of
from kgraph.mentions.scene import Scene
from kgraph.mentions.spotted import Spotted
from kgraph.mentions.subjects import clause_verb
from kgraph.mentions.titles import is_sent_abroad, singular
from kgraph.model import ActorKind, MentionKind

_SHARE = 0.8  # of all mentions of countries in the article
_HOME = frozenset(
    {
        "GOV",
        "LEG",
        "JUD",
        "COP",
        "OPP",
        "MIL",
        "REB",
        "CVL",
        "EDU",
        "LAB",
        "AGR",
        "PTY",
        "REF",
        "ELI",
        "SPY",
        "REL",
        "MED",
        "UAF",
        "CRM",
    }
)
_OFFICIAL = frozenset({"GOV", "LEG", "JUD", "COP", "OPP", "MIL"})
_GUESTS = frozenset({"GOV", "MIL"})  # who travels: of two one may be the guest
_TRAVEL = frozenset("visit arrive travel fly tour land head return leave".split())
_OWNERS = frozenset({"its", "their", "his", "her", "our", "my", "your", "whose"})
_FOREIGN = frozenset(
    {
        "foreign",
        "international",
        "overseas",
        "western",
        "multinational",
        "regional",
        "allied",
        "european",
        "african",
        "arab",
    }
)
_ALLIANCES = frozenset({"coalition", "alliance", "allies"})
_DOMESTIC = frozenset({"opposition", "ruling", "governing", "government", "party", "electoral", "rebel", "political"})
_GOVERNMENT = frozenset({"government", "authority", "regime", "administration"})


def place_at_home(scene: Scene) -> None:
    """Give the country of the story to the roles that have none."""
    home = _home(scene)
    if home is None:
        return
    for spotted in scene.mentions:
        if spotted.actor is None or spotted.kind not in (MentionKind.NAME, MentionKind.NOMINAL):
            continue
        actor = scene.cast.current(spotted.actor)
        if (
            actor.country is not None
            or actor.code is None
            or not actor.code.startswith("---")
            or not _is_domestic(scene, spotted)
        ):
            continue
        role = actor.code[3:]
        if role not in _HOME or actor.kind not in (ActorKind.PERSON, ActorKind.UNNAMED, ActorKind.ORGANISATION):
            continue
        if actor.kind is ActorKind.PERSON and role not in _OFFICIAL:
            continue
        if actor.kind is ActorKind.PERSON and role in _GUESTS and _has_officials(scene, actor.id, home):
            continue
        country = scene.gazetteer.country(home)
        if actor.kind is ActorKind.UNNAMED and country is not None and _is_government(scene, spotted):
            spotted.actor, spotted.method, spotted.score = scene.cast.enter(country), "setting", 0.6
            continue
        spotted.actor = scene.cast.learn(actor, country=home, code=code_of(home, [role]))
        if actor.kind is ActorKind.UNNAMED:
            spotted.method, spotted.score = "setting", 0.6


def _home(scene: Scene) -> str | None:
    """The one country of the article."""
    counts: Counter[str] = Counter()
    for spotted in scene.mentions:
        if spotted.actor is None or spotted.kind not in (MentionKind.NAME, MentionKind.ADJECTIVE, MentionKind.METONYM):
            continue
        actor = scene.cast.current(spotted.actor)
        of_state = actor.code in (actor.country, f"{actor.country}GOV")  # "President Sisi": his country has a share
        if actor.country and (of_state or actor.kind in (ActorKind.COUNTRY, ActorKind.PLACE, ActorKind.PEOPLE)):
            counts[actor.country] += 1
    if not counts:
        return None
    country, most = counts.most_common(1)[0]
    return country if most >= _SHARE * sum(counts.values()) else None


def _has_officials(scene: Scene, person: str, home: str) -> bool:
    """ "President X welcomed the South African leader": where the country has its own official, X may be the guest
    or host."""
    return any(
        a.country == home
        and a.id != person
        and a.code == f"{home}GOV"
        and a.kind in (ActorKind.PERSON, ActorKind.UNNAMED, ActorKind.OFFICE)
        for a in scene.cast
    )


def _is_domestic(scene: Scene, spotted: Spotted) -> bool:
    if is_sent_abroad(scene, spotted.head):
        return False
    words = {scene.tree.lower[i] for i in range(spotted.start, spotted.end)}
    verb = clause_verb(scene, spotted.head)
    if verb is not None and scene.tree.lemma[verb] in _TRAVEL and scene.tree.dep[spotted.head] == "nsubj":
        return False  # "the minister visited Chile" is a guest
    if spotted.kind is MentionKind.NOMINAL and scene.tree.lower[spotted.start] in _OWNERS:
        return False  # "its forces" are whose the pronoun is
    if words & _ALLIANCES and not words & _DOMESTIC:
        return False  # "the Coalition struck Raqqa": who fights in Syria need not be Syrian
    return not words & _FOREIGN


def _is_government(scene: Scene, spotted: Spotted) -> bool:
    plain = [i for i in range(spotted.start, spotted.end) if scene.tree.pos[i] not in ("DET", "SPACE")]
    return plain == [spotted.head] and singular(scene, spotted.head) in _GOVERNMENT
