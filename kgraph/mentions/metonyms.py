"""Capitals and seats of government: "Ankara denied it" is Turkey, "a summit in Ankara" is a town.

A capital as subject or agent of an act or statement, or as the object of accusing and urging, is its government.
"""

from __future__ import annotations

from kgraph.actors import How, Sense
from kgraph.actors.firstnames import is_first_name
from kgraph.actors.text import key
from kgraph.mentions.matching import Match
from kgraph.mentions.scene import Scene
from kgraph.model import Actor, ActorKind, MentionKind

_BE_THERE = frozenset(
    {"be", "lie", "remain", "sit", "fall", "stand", "grow", "burn", "shake", "erupt", "suffer", "host", "see"}
)
_TOLD = frozenset(
    """accuse ask urge tell warn criticise criticize condemn blame press pressure persuade convince call denounce
    thank praise support back help inform notify assure remind threaten defy provoke anger irritate infuriate
    embarrass isolate sanction punish reward engage force invite consult sue trust alarm oblige allow enable
    require appease lobby implore beg demand order compel oppose target counter confront challenge""".split()
)
_PASSIVE = _TOLD | frozenset(
    {"expect", "involve", "concern", "worry", "bind", "commit", "satisfy", "surprise", "allege"}
)
_FACING = frozenset(
    {"with", "against", "by", "between", "among", "to", "from", "on", "upon", "towards", "toward", "for", "of"}
)
_DEALINGS = frozenset(
    """talk talks relation relations tie ties tension tensions dispute war conflict alliance negotiation
    negotiations deal agreement accord pact dialogue sanction sanctions pressure message letter warning threat
    appeal support aid demand request accusation allegation criticism complaint concession assurance guarantee
    backing approval permission response answer pledge cooperation friendship rivalry rift standoff
    confrontation showdown row spat feud war-of-words treaty contact contacts rapprochement reconciliation
    consultation consultations partnership meeting policy stance side opposition denial proposal offer ultimatum
    help assistance contract arms weapons protest ally partner friend enemy agent proxy influence interests
    behalf blow challenge criticism debt loan""".split()
)
_WORDS = frozenset(
    """answer apology approval assurance backing complaint concession condemnation criticism denial guarantee
    permission pledge praise promise protest rebuke rebuttal refusal reply response retort threat warning""".split()
)
_DEAL_VERBS = frozenset(
    """talk negotiate deal cooperate side agree disagree quarrel clash ally speak demand protest complain appeal
    apologise apologize call rely depend impose put reconcile meet work argue fight break sign discuss engage
    compete align belong answer retaliate respond object""".split()
)
_TOWN_NOUNS = frozenset(
    """street airport suburb mayor outskirts resident district centre center neighborhood neighbourhood hotel
    hospital square university stock court police metro population university bureau office municipality council
    museum church mosque cathedral embassy summit conference meeting stadium theatre theater port traffic
    skyline province region governor bourse exchange apartment house home courtroom prison""".split()
)
_VENUES = frozenset(
    {"in", "at", "near", "outside", "inside", "around", "into", "through", "across", "within", "to", "from"}
)


def spot(scene: Scene, match: Match) -> None:
    """Write a capital or seat down, as its government or as a town."""
    head = scene.root(match.start, match.end)
    seat = next((sense for sense in match.senses if sense.how is How.SEAT), None)
    if seat is not None:
        _spot_seat(scene, match, head, seat)
        return
    listed = [sense for sense in match.senses if sense.how.is_capital]
    if _part_of_longer_name(scene, match):
        return
    government = _government(scene, listed)
    acting = acts_as_government(scene, head)
    shared = any(sense.how is How.SHARED_CAPITAL for sense in listed)
    if shared and not _country_named(scene, government):
        acting = 0.0
    label = scene.entity_at.get(head)
    # "Ankara denied it" as a whole sentence: the small model takes her for a person. Only "Victoria said" may be one,
    # and hardly where the capital's country was named before.
    person = label is not None and label.label == "PERSON" and is_first_name(scene.tree.lower[head])
    person = person and (not _country_named(scene, government) or scene.in_a_persons_name(head))
    if acting and not person:
        scene.spot(
            match.start, match.end, MentionKind.METONYM, scene.cast.enter(government), "metonym", acting, head=head
        )
    elif not person or scene.tree.lower[match.start - 1] in _VENUES:
        scene.spot(match.start, match.end, MentionKind.NAME, _town(scene, match, listed), "exact", 0.95, head=head)


def _spot_seat(scene: Scene, match: Match, head: int, seat: Sense) -> None:
    above = scene.tree.head[head]
    venue = scene.tree.dep[head] == "pobj" and scene.tree.lower[above] in _VENUES - {"to", "from"}
    if venue:
        town = scene.cast.other(ActorKind.PLACE, scene.words(match.start, match.end), country=seat.actor.country)
        scene.spot(match.start, match.end, MentionKind.NAME, town, "exact", 0.9, head=head)
        return
    scene.spot(match.start, match.end, MentionKind.METONYM, scene.cast.enter(seat.actor), "metonym", 0.95, head=head)


def acts_as_government(scene: Scene, head: int) -> float:
    """How sure a town's name stands for its government here; 0 where it is the town."""
    tree = scene.tree
    dep, above = tree.dep[head], tree.head[head]
    if dep == "conj" and above != head and tree.pos[above] in ("PROPN", "NOUN"):
        return acts_as_government(scene, above)
    if dep in ("nsubj", "csubj"):
        return 0.0 if tree.lemma[above] in _BE_THERE and not _says(scene, above) else 0.95
    if dep == "nsubjpass":
        return 0.9 if tree.lemma[above] in _PASSIVE else 0.0
    if dep in ("dobj", "dative"):
        return 0.9 if tree.lemma[above] in _TOLD else 0.0
    if dep == "poss":
        return 0.0 if tree.lemma[above] in _TOWN_NOUNS else 0.9
    if dep == "pobj":
        return _behind_preposition(scene, head, above)
    return _as_modifier(scene, head)


def _says(scene: Scene, verb: int) -> bool:
    """ "Ankara is angry", "Ankara was the first to accuse": being something, not being somewhere."""
    return bool(scene.tree.kids(verb, "acomp", "attr", "xcomp", "ccomp"))


def _behind_preposition(scene: Scene, head: int, preposition: int) -> float:
    tree = scene.tree
    word, above = tree.lower[preposition], tree.head[preposition]
    if word == "by" and (tree.dep[preposition] == "agent" or tree.pos[above] in ("VERB", "NOUN")):
        return 0.95
    if word in ("against", "between") or (word == "with" and tree.pos[above] in ("NOUN", "VERB", "ADJ")):
        return 0.85
    if word == "to" and tree.lower[preposition - 1] == "according":
        return 0.95
    if word in _FACING and (tree.lemma[above] in _DEALINGS or tree.lemma[above] in _DEAL_VERBS):
        return 0.8
    if word == "from" and any(tree.lemma[thing] in _WORDS for thing in tree.kids(above, "dobj") if thing < head):
        return 0.8  # "drew a sharp denial from Ankara": hung on the verb
    return 0.0


def _as_modifier(scene: Scene, head: int) -> float:
    """ "Moscow-backed rebels", "the Kabul government"; "the Paris summit" and "a Beijing-based firm" are the town."""
    tree = scene.tree
    if head + 2 < len(tree) and tree.words[head + 1] in ("-", "–"):
        return 0.85 if tree.lower[head + 2] in ("backed", "led", "sponsored", "allied", "controlled", "funded") else 0.0
    if tree.dep[head] in ("compound", "nmod", "amod"):
        above = tree.head[head]
        return (
            0.85
            if tree.lemma[above] in ("government", "regime", "administration", "authority", "junta", "leadership")
            else 0.0
        )
    return 0.0


def _government(scene: Scene, listed: list[Sense]) -> Actor:
    """Brussels is the Union's voice, unless the article is about Belgium and not about the Union."""
    if len(listed) > 1:
        words = set(scene.tree.lower)
        belgian = bool(words & {"belgium", "belgian", "belgians"}) and not words & {"eu", "european"}
        for sense in listed:
            if (sense.actor.kind is ActorKind.COUNTRY) == belgian:
                return sense.actor
    return listed[0].actor


def _country_named(scene: Scene, government: Actor) -> bool:
    country = scene.gazetteer.country(government.country) if government.country else None
    return country is not None and country.id in scene.cast


def _town(scene: Scene, match: Match, listed: list[Sense]) -> Actor:
    country = next((sense.actor.country for sense in listed if sense.actor.country), None)
    name = scene.words(match.start, match.end)
    known = scene.gazetteer.actor("place:" + key(name).replace(" ", "-"))
    if known is not None and known.country == country:
        return scene.cast.enter(known)
    return scene.cast.other(ActorKind.PLACE, name, country=country)


def _part_of_longer_name(scene: Scene, match: Match) -> bool:
    """ "Washington Post" and "Paris Club" are no towns; so is "George Washington"."""
    entity = scene.entity_at.get(match.start)
    if entity is None:
        return False
    rest = [i for i in range(entity.start, entity.end) if not match.start <= i < match.end and scene.capital(i)]
    return entity.label in ("PERSON", "ORG", "WORK_OF_ART", "EVENT", "LAW", "PRODUCT") and bool(rest)
