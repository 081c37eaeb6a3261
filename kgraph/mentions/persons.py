"""Persons by name: full names, surnames after them, and the titles that stand before.

A surname is spread to every mention of it: four in five errors of "he" and "she" come from a name that the model did
not take for a person. "French President Emmanuel Macron" is one mention, title and all.
"""

from __future__ import annotations

from collections.abc import Iterator

from kgraph.actors.firstnames import is_first_name
from kgraph.actors.offices import office_names
from kgraph.actors.roles import role_nouns
from kgraph.actors.text import key, unit
from kgraph.mentions.bearers import Span, country_before, learn_office, learn_rank, learn_title, title_start
from kgraph.mentions.scene import Scene
from kgraph.mentions.titles import (
    FORMER,
    described_as_person,
    follows_description,
    honorific_gender,
    is_honorific,
    read_title,
    role_noun,
    singular,
)
from kgraph.mentions.vessels import PREFIXES
from kgraph.model import Actor, ActorKind, MentionKind

_PARTICLES = frozenset(
    "al el ad an ash ar as bin ibn de da del der den van von la le abu ben di du dos e y ul ud".split()
)
_CAPTIONS = frozenset("image photo picture photograph video credit file watch read related more".split())
_NOT_NAMES = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april june july august
    september october november december mr mrs ms dr the a an god allah islam quran koran bible christmas easter
    ramadan covid internet twitter facebook youtube nobel""".split()
)
_WHERE = frozenset({"in", "at", "near", "from", "to", "into", "outside", "around"})
_INSIDE = frozenset({"in", "near", "outside", "inside", "into", "around", "throughout"})
_TOWNS = frozenset(
    "ciudad puerto fort port mount lake cape camp beit kafr tell wadi jabal khirbet nizhny novy velyka bad".split()
)
_MOTION = frozenset(
    """road way route highway train flight ferry bridge path go travel flee march fly drive move head retreat
    withdraw advance walk sail""".split()
)
_EARLY = 8  # years before his first office that a politician may be in the news by his surname alone


def spot_persons(scene: Scene) -> None:
    """Write every person's name down, titles with it."""
    full = list(_full_names(scene))
    for span, actor in full:
        new = scene.gazetteer.actor(actor.id) is None
        _write(scene, span, actor, "new" if new else "exact" if key(actor.name) == _key(scene, span) else "alias")
    for span in _surnames(scene):
        if (known := _bearer(scene, span)) is not None:
            actor, method = known
            _write(scene, span, actor, method)


def is_town(scene: Scene, start: int) -> bool:
    """ "Ciudad Lerdo", "Fort Hare": a first word that only places have."""
    return scene.tree.lower[start] in _TOWNS


def is_somewhere(scene: Scene, token: int) -> bool:
    """Whether a name stands where only a place can: "in Gonder", "the road to Gonder", "fled from Gonder"."""
    tree = scene.tree
    if token == 0 or is_first_name(tree.words[token]):
        return False
    before = tree.lower[token - 1]
    if before not in ("to", "from", "towards") or token < 2:
        return before in _INSIDE
    return tree.lemma[tree.head[token - 1]] in _MOTION or tree.lemma[token - 2] in _MOTION


def _full_names(scene: Scene) -> Iterator[tuple[Span, Actor]]:
    """Names of two words or more: the gazetteer's, then the model's, then titles and first names with capitals
    after."""
    for match in scene.person_matches:
        if match.length > 1 and not _taken(scene, match.start, match.end):
            yield Span(match.start, match.end), scene.cast.enter(match.senses[0].actor)
    for entity in scene.entities:
        if (
            entity.label == "PERSON"
            and not is_town(scene, entity.start)
            and not _is_ship(scene, entity.start, entity.end)
            and (span := _trimmed(scene, entity.start, entity.end))
            and _width(scene, span) > 1
        ):
            yield span, _enter(scene, span)
    for span in _unlabelled(scene):
        yield span, _enter(scene, span)


def _is_ship(scene: Scene, start: int, end: int) -> bool:
    words = [word for word in scene.tree.lower[start:end] if word not in PREFIXES]
    return bool(words) and scene.vessels.issuperset(words)


def _enter(scene: Scene, span: Span) -> Actor:
    """The person of a full name: known by the whole name, by surname and a first name that agrees, or new."""
    name = scene.words(*span)
    if (known := scene.cast.by_name(key(name))) is not None:
        return known
    parts = key(name).split()
    bare = all(part in _PARTICLES for part in parts[:-1])  # "Al-Rubaie" after "Adnan al-Rubaie"
    for other in reversed(scene.cast.by_surname(parts[-1])):
        first = key(other.name).split()
        if bare and len(first) > len(parts) and first[-len(parts) :] == parts:
            return other
        if first[0] == parts[0] or (len(first) == 1):  # "Recep Erdogan" after "Recep Tayyip Erdogan"
            return other
    return scene.cast.person(_clean(name))


def _clean(name: str) -> str:
    return name.rstrip(".,").strip()


def _taken(scene: Scene, start: int, end: int) -> bool:
    return any(i in scene.name_at for i in range(start, end))


def _key(scene: Scene, span: Span) -> str:
    return key(scene.words(*span))


def _width(scene: Scene, span: Span) -> int:
    return sum(scene.tree.words[i] not in ("-", "–") for i in range(*span))


def _trimmed(scene: Scene, start: int, end: int) -> Span | None:
    """A PERSON entity without titles, possessives and words that are no name; None when nothing is left."""
    tree = scene.tree
    while start < end and (_is_title_word(scene, start) or start in scene.name_at or tree.words[start] in ("'s", "’s")):
        start += 1
    stop = start
    while stop < end and _is_name_word(scene, stop, stop == start) and stop not in scene.name_at:
        stop += 1
    while stop > start and (tree.words[stop - 1] in ("-", "–", ".") or tree.lower[stop - 1] in _PARTICLES | _CAPTIONS):
        stop -= 1
    return Span(start, stop) if stop > start and tree.lower[start] not in _NOT_NAMES else None


def _is_name_word(scene: Scene, token: int, first: bool) -> bool:
    word = scene.tree.words[token]
    if word in ("-", "–"):
        return not first
    if word[:1].isupper() and scene.tree.pos[token] not in ("PUNCT", "SPACE"):
        return word.lower() not in _NOT_NAMES
    return word.lower() in _PARTICLES or (word[:1] in "'’‘" and len(word) > 2)


def _is_title_word(scene: Scene, token: int) -> bool:
    word = scene.tree.lower[token].rstrip(".")
    if is_honorific(word) or word in FORMER or word in _CAPTIONS:
        return True
    found = role_noun(scene, token)
    return found is not None and found.is_person and not is_first_name(word)


def _unlabelled(scene: Scene) -> Iterator[Span]:
    """Names the model did not see: a title or first name with a capitalised word after it ("Mr Karimov", "Ilham
    Salih")."""
    tree = scene.tree
    i = -1
    while i + 1 < len(tree):
        i += 1
        if i in scene.name_at or tree.lower[i] in scene.vessels or tree.lower[i] in _NOT_NAMES:
            continue
        if tree.pos[i] != "PROPN" or not scene.capital(i):
            continue
        entity = scene.entity_at.get(i)
        if entity is not None and entity.label in ("PERSON", "DATE", "EVENT", "WORK_OF_ART", "LAW", "FAC"):
            continue
        if _is_title_word(scene, i):
            continue
        before = i - 1
        titled = before >= 0 and scene.capital(before) and _is_title_word(scene, before)
        titled = titled and tree.lower[before] not in _CAPTIONS
        first = is_first_name(tree.words[i])
        described = described_as_person(scene, i) or follows_description(scene, i) or _is_somebody(scene, i)
        if not (titled or first or described):
            continue
        span = _run(scene, i)
        glued = entity is not None and entity.label in ("ORG", "LOC") and entity.start < i and not described
        if _width(scene, span) > 1 and not glued:
            yield span
            i = span.end - 1


def _is_somebody(scene: Scene, start: int) -> bool:
    """ "Nino Beridze was a negotiator": whoever is said to be somebody is no town."""
    tree = scene.tree
    last = _run(scene, start).end - 1
    verb = tree.head[last]
    attribute = tree.kid(verb, "attr")
    if last == start or tree.dep[last] != "nsubj" or tree.lemma[verb] != "be" or attribute is None:
        return False
    noun = role_noun(scene, attribute)
    return noun is not None and noun.is_person and tree.tag[attribute] == "NN"


def _run(scene: Scene, start: int) -> Span:
    tree = scene.tree
    end = start
    while end < len(tree) and tree.sentence_of[end] == tree.sentence_of[start] and end not in scene.name_at:
        if not _is_name_word(scene, end, end == start) or tree.pos[end] not in ("PROPN", "PUNCT", "X"):
            break
        if role_noun(scene, end) is not None and end > start:
            break
        end += 1
    while end > start + 1 and (tree.words[end - 1] in ("-", "–") or tree.lower[end - 1] in _PARTICLES):
        end -= 1
    return Span(start, max(end, start + 1))


# -- surnames ---------------------------------------------------------------------------------------------------------


def _surnames(scene: Scene) -> Iterator[Span]:
    """Single words that can be a surname: written with a capital and owned by no other name."""
    tree = scene.tree
    for i, word in enumerate(tree.words):
        if i in scene.name_at or not word[:1].isupper() or tree.pos[i] not in ("PROPN", "NOUN", "VERB", "ADJ", "X"):
            continue
        if tree.lower[i] in _NOT_NAMES or unit(word) == "":
            continue
        yield Span(_with_particles(scene, i), i + 1)


def _with_particles(scene: Scene, token: int) -> int:
    """ "al-Assad", "von der Leyen"."""
    start = token
    while start > 0 and (scene.tree.lower[start - 1] in _PARTICLES or scene.tree.words[start - 1] in ("-", "–")):
        start -= 1
        if start in scene.name_at or scene.tree.sentence_of[start] != scene.tree.sentence_of[token]:
            return token
    while start < token and (scene.tree.words[start] in ("-", "–") or not _joins(scene, start, token)):
        start += 1
    return start


def _joins(scene: Scene, start: int, token: int) -> bool:
    """Whether particles belong to the surname: some name of the cast or of the gazetteer is spelt with them."""
    name = key(scene.words(start, token + 1))
    if scene.gazetteer.senses(name):
        return True
    return any(f" {name}" in f" {key(a.name)}" for a in scene.cast.by_surname(unit(scene.tree.words[token])))


def _bearer(scene: Scene, span: Span) -> tuple[Actor, str] | None:
    """Who bears a surname here: somebody of the article, an office holder of the day, or somebody new."""
    entity = scene.entity_at.get(span.end - 1)
    label = entity.label if entity else ""
    if _is_ship(scene, *span):
        return None
    if label == "PERSON" and entity is not None and is_town(scene, entity.start):
        return None
    if entity is not None and _inside_other_name(scene, span, entity.start, entity.end, label):
        return None
    name = key(scene.words(*span))
    local = scene.cast.by_surname(name.split()[-1]) if name else []
    titled = _titled(scene, span.start) or _called(scene, span)
    somewhere = label in ("GPE", "LOC", "FAC") and scene.tree.lower[span.start - 1] in _WHERE
    if local and label not in ("DATE", "LANGUAGE") and not somewhere:
        return _choose(scene, local, span), "surname"
    if not somewhere and label in ("", "PERSON") and (first := _by_first_name(scene, name)) is not None:
        return first, "surname"
    listed = [sense.actor for sense in scene.gazetteer.senses(name) if sense.actor.kind is ActorKind.PERSON]
    if (
        listed
        and (label not in ("GPE", "LOC", "DATE", "FAC") or (_titled(scene, span.start) and label != "DATE"))
        and (scene.tree.pos[span.end - 1] == "PROPN" or label == "PERSON")
    ):
        person = _in_office(scene, listed) or _with_title(scene, listed, span)
        if person is not None:
            return scene.cast.enter(person), "alias"
    if (
        label == "PERSON"
        and (whole := _trimmed(scene, span.start, span.end)) is not None
        and _could_be_person(scene, span)
    ):
        return scene.cast.person(_clean(scene.words(*whole))), "new"
    others = ("NORP",) if _called(scene, span) else ("GPE", "LOC", "NORP", "ORG")
    if titled and scene.tree.pos[span.end - 1] == "PROPN" and label not in others:
        return scene.cast.person(_clean(scene.words(*span))), "new"
    return None


def _could_be_person(scene: Scene, span: Span) -> bool:
    """A single word that the model calls a person: not a role noun, not the first word of a sentence that is no
    name."""
    token = span.end - 1
    if scene.tree.lower[token] in role_nouns() or singular(scene, token) in role_nouns():
        return False
    if span.start and scene.tree.lower[span.start - 1] in ("the", "a", "an", "this"):
        return False  # "told the Gazette"
    if is_somewhere(scene, span.start):
        return False  # "the road to Gonder"
    return scene.tree.pos[token] == "PROPN" and len(scene.tree.words[token]) > 2


def _inside_other_name(scene: Scene, span: Span, start: int, end: int, label: str) -> bool:
    """ "Clinton Foundation", "Trump Tower", "the Merkel government" (a modifier, and still a person)."""
    if label == "PERSON" or end - start <= span.end - span.start:
        return False
    if label not in ("ORG", "FAC", "WORK_OF_ART", "EVENT", "LAW", "PRODUCT"):
        return False
    rest = [i for i in range(start, end) if not span.start <= i < span.end]
    return any(scene.capital(i) and role_noun(scene, i) is None and i not in scene.name_at for i in rest)


def _titled(scene: Scene, token: int) -> bool:
    return token > 0 and scene.capital(token - 1) and _is_title_word(scene, token - 1)


def _called(scene: Scene, span: Span) -> bool:
    """ "Their daughter, Gloria": a first name that is said to be a person's, whatever the model took it for."""
    tree = scene.tree
    token = span.end - 1
    if span.start != token or tree.dep[token] != "appos" or not is_first_name(tree.words[token]):
        return False
    noun = role_noun(scene, tree.head[token])
    return noun is not None and noun.is_person and not tree.tag[tree.head[token]].endswith("S")


def _choose(scene: Scene, bearers: list[Actor], span: Span) -> Actor:
    """Of several bearers of a surname the one whose gender or title stands here, else the last who entered before."""
    if len(bearers) == 1:
        return bearers[0]
    if span.start:
        gender = honorific_gender(scene.tree.words[span.start - 1])
        fitting = [b for b in bearers if gender and scene.cast.gender(b) == gender]
        if fitting:
            return fitting[-1]
    before = [s for s in scene.mentions if s.start < span.start and s.actor in bearers]
    return before[-1].actor if before and before[-1].actor is not None else bearers[-1]


def _by_first_name(scene: Scene, name: str) -> Actor | None:
    """ "Sir Giles", "Minister Liang", "Irakli": the first name of the one person who was named in full with it."""
    if not name or " " in name or scene.gazetteer.senses(name):
        return None
    bearers = [a for a in scene.cast if a.kind is ActorKind.PERSON and key(a.name).split()[:1] == [name]]
    named = [a for a in bearers if " " in key(a.name)]
    return named[0] if len(named) == len(bearers) == 1 else None


def _in_office(scene: Scene, listed: list[Actor]) -> Actor | None:
    """The person of that surname who was in office around the date; without a date the one with the latest term.

    Somebody who came to office many years after the article is not meant.
    """
    offices = scene.gazetteer.offices
    if scene.day is None:
        return max(listed, key=lambda p: max((t.end or "9999" for t in offices.of_person(p.id)), default=""))
    day = scene.day
    holding = [p for p in listed if any(t.covers(day) for t in offices.of_person(p.id))]
    if holding:
        return holding[0]
    horizon = f"{int(day[:4]) + _EARLY}{day[4:]}"
    known = [
        p for p in listed if not offices.of_person(p.id) or any(t.start <= horizon for t in offices.of_person(p.id))
    ]
    return max(known, key=lambda p: max((t.start for t in offices.of_person(p.id)), default=""), default=None)


def _with_title(scene: Scene, listed: list[Actor], span: Span) -> Actor | None:
    """ "President Obama" in a text of no date or a wrong one: the only one of that surname who ever was president."""
    title = scene.tree.lower[span.start - 1] if span.start else ""
    offices = office_names(title)
    held = [p for p in listed if any(t.office in offices for t in scene.gazetteer.offices.of_person(p.id))]
    return held[0] if len(held) == 1 else None


def _write(scene: Scene, span: Span, actor: Actor, method: str) -> None:
    """Write a name down together with the title before it, and learn role and country from that."""
    if _taken(scene, *span):
        return
    start, head_title = title_start(scene, span)
    if head_title is not None:
        title = read_title(scene, start, head_title, span.start)
        learn_title(scene, actor, title)
        method = method if method != "new" else "title"
    elif start < span.start and (country := country_before(scene, start, span.start)):
        scene.cast.learn(actor, country=country.country)
    if span.start:
        scene.cast.learn_gender(actor, honorific_gender(scene.tree.words[span.start - 1]))
    for token in range(start, span.start):
        learn_rank(scene, actor, token)
    if head_title is None and span.end - span.start > 1:
        learn_office(scene, actor, scene.tree.lower[span.start])  # "King Hassan" is in the list, title and all
    score = {"exact": 0.98, "alias": 0.95, "surname": 0.93, "title": 0.93, "new": 0.85}[method]
    scene.spot(start, span.end, MentionKind.NAME, scene.cast.current(actor), method, score)
