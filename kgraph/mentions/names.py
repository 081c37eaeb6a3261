"""Names that the gazetteer knows: countries, organisations, groups, places, persons by their full names.

The model's labels help where a name has a namesake and are overruled where the gazetteer knows better
("Nagorno-Karabakh" as ORG, "Aleppo" as NORP).
"""

from __future__ import annotations

from kgraph.actors import How, Sense
from kgraph.actors.firstnames import is_first_name
from kgraph.actors.text import key
from kgraph.mentions import adjectives, metonyms
from kgraph.mentions.matching import Match, matches
from kgraph.mentions.namesakes import Company, is_borne_by_many, is_us_georgia, told_apart
from kgraph.mentions.scene import Scene
from kgraph.mentions.titles import described_as_person, is_honorific, role_noun
from kgraph.model import ActorKind, MentionKind

_PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
_WRONG_LABELS = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "ORDINAL", "CARDINAL", "LANGUAGE"})
_PLACE_PREPOSITIONS = frozenset(
    {"in", "of", "from", "to", "near", "at", "into", "around", "outside", "inside", "across"}
)
# country names that are also first names or surnames: a PERSON label is believed
_NAMESAKES = frozenset(
    {"jordan", "chad", "georgia", "israel", "cuba", "ireland", "england", "france", "holland", "paris"}
)


def spot_names(scene: Scene) -> None:
    """Write down every name of the gazetteer; capitals, adjectives and bare surnames go to their own rules."""
    described = {scene.tree.lower[i + 1] for i in range(len(scene.tree) - 1) if described_as_person(scene, i)}
    scene.surnames |= described
    later: list[Match] = []
    met = list(matches(scene))
    shared = {match.start for match in met if is_borne_by_many(_key(scene, match))}
    company = Company.of(match for match in met if match.start not in shared)
    for match in met:
        if _inside_person(scene, match) or _inside_date(scene, match):
            continue
        if _is_surname(scene, match):
            continue
        senses = [
            sense
            for sense in match.senses
            if match.own
            or (_plausible(scene, match, sense) and not (match.start in shared and company.is_elsewhere(sense)))
        ]
        if senses:
            if match.length == 1 and not match.own:
                senses = [told_apart(scene, match.start, sense) for sense in company.which(senses)]
            later.append(match._replace(senses=tuple(senses)))
    for match in later:
        _write(scene, match)


def _write(scene: Scene, match: Match) -> None:
    first = match.senses[0]
    hows = {sense.how for sense in match.senses}
    if hows & {How.ADJECTIVE, How.DEMONYM}:
        adjectives.spot(scene, match)
    elif How.SEAT in hows or any(how.is_capital for how in hows):
        metonyms.spot(scene, match)
    elif first.actor.kind is ActorKind.PERSON and not match.own:
        scene.person_matches.append(match)  # persons have their own rules: they need titles and surnames
    else:
        actor = scene.cast.enter(first.actor)
        method = "actors-list" if match.own else "exact" if key(actor.name) == _key(scene, match) else "alias"
        label = _label(scene, match)
        score = 0.98 if label in _PLACE_LABELS | {"ORG", "NORP", "PERSON"} or match.length > 1 or match.own else 0.9
        scene.spot(match.start, match.end, MentionKind.NAME, actor, method, score)


def _key(scene: Scene, match: Match) -> str:
    return key(scene.words(match.start, match.end))


def _label(scene: Scene, match: Match) -> str:
    found = scene.entity_at.get(match.end - 1)
    return found.label if found else ""


def _inside_person(scene: Scene, match: Match) -> bool:
    """ "Paris Hilton", "Israel Katz": a name inside a longer person's name is not a place."""
    entity = scene.entity_at.get(match.start)
    if match.own or entity is None or entity.label != "PERSON":
        return False
    if any(sense.actor.kind is ActorKind.PERSON for sense in match.senses):
        return False
    rest = [i for i in range(entity.start, entity.end) if not match.start <= i < match.end]
    words = [i for i in rest if scene.tree.words[i][:1].isupper()]
    if not words:
        return False
    after = match.end < entity.end and scene.tree.words[match.end] in ("'s", "’s")
    # "Turkey's Erdogan", "Hamas' Haniyeh", "Trump Israel": an affiliation that was swallowed
    return not after and match.start == entity.start and not _is_affiliation(match)


def _is_affiliation(match: Match) -> bool:
    return any(sense.how in (How.ADJECTIVE, How.ACRONYM) for sense in match.senses)


def _is_surname(scene: Scene, match: Match) -> bool:
    """ "Paris said she left", in an article about Valeska Paris."""
    if match.own or match.length > 1 or scene.tree.lower[match.start] not in scene.surnames:
        return False
    if match.senses[0].how.is_capital or match.senses[0].how is How.PLACE:
        return True
    country = match.senses[0].how is How.NAME and match.senses[0].actor.kind is ActorKind.COUNTRY
    return country and _label(scene, match) not in _PLACE_LABELS


def _inside_date(scene: Scene, match: Match) -> bool:
    entity = scene.entity_at.get(match.start)
    return entity is not None and entity.label in _WRONG_LABELS and not match.own and match.length == 1


def _plausible(scene: Scene, match: Match, sense: Sense) -> bool:
    """Whether the name has this sense here."""
    label = _label(scene, match)
    if match.length > 1:
        return sense.actor.kind is not ActorKind.ORGANISATION or _is_body(scene, match, sense, label)
    if sense.how is How.NAME and sense.actor.kind is ActorKind.PLACE:
        return label != "PERSON" or _is_no_persons(scene, match)
    if sense.how is How.PLACE:
        return _is_place(scene, match, label)
    low = scene.tree.lower[match.start]
    if sense.how is How.NAME and low in _NAMESAKES and sense.actor.kind is ActorKind.COUNTRY:
        if label == "PERSON" and _is_somebodys(scene, match.start):
            return False
        return low != "georgia" or not is_us_georgia(scene)
    if sense.how in (How.NAME, How.ACRONYM) and sense.actor.kind not in (
        ActorKind.PERSON,
        ActorKind.COUNTRY,
        ActorKind.PLACE,
    ):
        return _is_body(scene, match, sense, label)
    if sense.how is How.NAME and sense.actor.kind is ActorKind.PERSON:
        return scene.tree.pos[match.start] in ("PROPN", "NOUN")
    return True


def _is_somebodys(scene: Scene, token: int) -> bool:
    """Whether the article has a full name with this word in it, or a title before it: "Jordan Okello", "Mr Chad"."""
    return scene.in_a_persons_name(token) or is_honorific(scene.tree.words[token - 1])


def _is_body(scene: Scene, match: Match, sense: Sense, label: str) -> bool:
    """ "Congress", but not the one of "African National Congress" or of "the Peruvian Congress"."""
    if sense.how is How.NAME and scene.tree.pos[match.start] != "PROPN" and not label:
        return False
    entity = scene.entity_at.get(match.start)
    if entity is not None and entity.label in ("ORG", "EVENT", "WORK_OF_ART", "FAC", "LAW", "PRODUCT"):
        rest = [i for i in range(entity.start, entity.end) if not match.start <= i < match.end and scene.capital(i)]
        if any(role_noun(scene, i) is None and not _named(scene, i) for i in rest):
            return False
    before = match.start - 1
    return sense.how is How.ACRONYM or before < 0 or not _named_country(scene, before, sense)


def _named(scene: Scene, token: int) -> bool:
    return bool(scene.gazetteer.named(scene.tree.words[token]))


def _named_country(scene: Scene, token: int, sense: Sense) -> bool:
    """Whether another country stands right before: "Peruvian Congress", "Peru's Congress"."""
    if token > 0 and scene.tree.words[token - 1] in ("-", "–"):
        return False  # "the pro-Iranian Hezbollah" is Lebanese
    owner = token > 0 and scene.tree.words[token] in ("'s", "’s")
    found = scene.gazetteer.named(scene.tree.words[token - owner])
    states = [s for s in found if s.how is How.NAME and s.actor.kind is ActorKind.COUNTRY]
    telling = states if owner else [s for s in found if s.how is How.ADJECTIVE]
    return any(s.actor.country != sense.actor.country for s in telling)


def _is_no_persons(scene: Scene, match: Match) -> bool:
    """ "Transnistria declared independence": a region's name by itself, labelled a person's, that nobody bears."""
    entity = scene.entity_at.get(match.start)
    alone = entity is None or (entity.start, entity.end) == (match.start, match.end)
    named = is_first_name(scene.tree.lower[match.start]) or scene.tree.lower[match.start] in scene.surnames
    return alone and not named


def _is_place(scene: Scene, match: Match, label: str) -> bool:
    """Towns and provinces are many and have namesakes: the label or a preposition must agree."""
    if label in _PLACE_LABELS:
        return True
    if label == "PERSON":
        return False
    before = scene.tree.lower[match.start - 1] if match.start else ""
    known = len(scene.tree.words[match.start]) > 4 and scene.tree.pos[match.start] == "PROPN"
    return known and (before in _PLACE_PREPOSITIONS or label in ("ORG", "NORP"))
