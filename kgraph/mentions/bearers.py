"""A name and the title before it: where the title begins, and what it tells of its bearer.

"Turkey's President Recep Tayyip Erdogan", "rebel commander Karim", "Russia's Putin" are one mention each.
"""

from __future__ import annotations

from typing import NamedTuple

from kgraph.actors.offices import office_names, ranks
from kgraph.actors.roles import code_of
from kgraph.mentions.scene import Scene
from kgraph.mentions.titles import FORMER, Title, is_honorific, noun_gender, role_noun
from kgraph.model import Actor, ActorKind


class Span(NamedTuple):
    start: int
    end: int


def learn_title(scene: Scene, actor: Actor, title: Title) -> None:
    """What a title tells of its bearer: "Foreign Minister of Turkey", TURGOV."""
    if title.noun is not None and not title.noun.is_person and title.noun.noun != "member":
        return
    base = title.base
    country = base.country if base is not None else None
    if title.office and not title.former and base is not None:
        scene.cast.learn_title(actor, title.office)
        of = base.country if base.country and base.kind is ActorKind.COUNTRY else base.id
        role = f"{title.office} of {scene.cast.name_of(of)}"
    elif title.words:
        role = title.words + (f" of {scene.cast.name_of(base.country or base.id)}" if base is not None else "")
        if title.office and not title.former:
            scene.cast.learn_title(actor, title.office)
    else:
        role = ""
    known = {r.lower() for r in scene.cast.current(actor).roles}
    sure = bool(title.office) and not title.former and base is not None and base.kind is ActorKind.COUNTRY
    role_now = role if role and role.lower() not in known else None
    scene.cast.learn(actor, country=country, role=role_now, code=title.code, certain=sure)
    if title.noun is not None:
        scene.cast.learn_gender(actor, noun_gender(title.noun.noun))
    if title.former and title.office:
        _retire(scene, actor, title)
    elif title.office and base is None:
        learn_office(scene, actor, title.words)


def _retire(scene: Scene, actor: Actor, title: Title) -> None:
    """ "Ousted President Karim": he has left that office, whatever the list says; he may hold another one."""
    country = scene.cast.current(actor).country
    others = [t for t in scene.gazetteer.offices.held_on(actor.id, scene.day) if t.office != title.office]
    if country is not None and not others:
        scene.cast.learn(actor, country=country, code=code_of(country, ["ELI"]), certain=True)


def learn_office(scene: Scene, actor: Actor, words: str) -> None:
    """ "President Reagan", "King Hassan": he acts in the office that the list gives him, though he has left it."""
    for term in scene.gazetteer.offices.of_person(actor.id):
        if term.office in office_names(words) and scene.gazetteer.country(term.of) is not None:
            scene.cast.learn(actor, country=term.of, code=code_of(term.of, ["GOV"]), certain=True)
            return


def learn_rank(scene: Scene, actor: Actor, token: int) -> None:
    """ "Gen. Idris Ba" is of the military, "Sen. Ana Lopes" of parliament."""
    role = ranks().get(scene.tree.lower[token].rstrip("."))
    office = token > 0 and scene.capital(token - 1) and role_noun(scene, token - 1) is not None
    if role is not None and scene.capital(token) and not office:  # "Secretary General Kofi Annan" has no rank
        country = scene.cast.current(actor).country
        scene.cast.learn(actor, code=code_of(country, [role]))


def title_start(scene: Scene, span: Span) -> tuple[int, int | None]:
    """Where the title before a name begins and its last noun; (start of the name, None) when there is none."""
    tree = scene.tree
    start, head = span.start, None
    i = span.start - 1
    while (
        i >= 0
        and tree.sentence_of[i] == tree.sentence_of[span.start]
        and tree.words[i] not in (",", ";", ":", "(", ")")
    ):
        noun = role_noun(scene, i)
        if head is None and (office := _office_before(scene, i)) is not None:
            head = start = i = office  # "Secretary of State"
        elif noun is not None and noun.is_person and _before_name(scene, i, span):
            head = i if head is None else head
            start = i
        elif _extends(scene, i, head, span):
            start = i
        else:
            break
        i -= 1
    while start < span.start and tree.words[start] in ("'s", "’s", "-", "–", "'", "’", '"', "“", "‘"):
        start += 1
    if head is not None and head < start:
        return span.start, None
    start, head = _whole_names(scene, start, span, head)
    return start, head


def _office_before(scene: Scene, last: int) -> int | None:
    """The first word of an office in capitals that ends here: "Secretary of State Ana Lopes"."""
    tree = scene.tree
    for first in range(last - 2, max(last - 5, -1), -1):
        words = tree.lower[first : last + 1]
        if words[1] in ("of", "for") and scene.capital(first) and office_names(" ".join(words)):
            return first
    return None


def _extends(scene: Scene, token: int, head: int | None, span: Span) -> bool:
    """Whether a word before a name or title belongs to it: "Mr", "Russia's"; before a title "foreign", "Turkish"."""
    if head is not None:
        return _is_modifier(scene, token, head)
    return (is_honorific(scene.tree.words[token]) and scene.capital(token)) or _is_affiliation(scene, token, span)


def _whole_names(scene: Scene, start: int, span: Span, head: int | None) -> tuple[int, int | None]:
    """Take the whole of a name that a title begins in, and leave it when it is somebody else's: "Ankara, Macron"."""
    found = scene.name_at.get(start)
    if found is not None and found.start < start:
        start = found.start
    return (start, head) if start < span.start else (span.start, None)


def _before_name(scene: Scene, token: int, span: Span) -> bool:
    """A title belongs to the name when the tree or a capital says so, or when it stands right before a full name."""
    tree = scene.tree
    if tree.tag[token].endswith("S") and tree.pos[token] == "NOUN":
        return False  # "ministers Lavrov and Zarif" is a title of both; the second has none
    if tree.head[token] in range(span.start, span.end) or scene.capital(token):
        return True
    if tree.dep[token] in ("compound", "amod", "nmod"):
        return True
    # "the lawmaker Kofi Mensah objected", but not "told the lawmaker Kofi Mensah had left"
    told = tree.dep[token] in ("dobj", "dative", "pobj")
    above = tree.head[scene.root(*span)]
    relative = tree.dep[above] == "relcl" and tree.head[above] == token and tree.dep[token] != "ROOT"
    return token == span.start - 1 and span.end - span.start > 1 and not told and not relative


def _is_modifier(scene: Scene, token: int, head: int) -> bool:
    """Words before a title that belong to it: country, party, "deputy", "foreign", "'s"."""
    tree = scene.tree
    if tree.words[token] in ("'s", "’s", "-", "–", "'", "’"):
        return True
    if token in scene.name_at:
        found = scene.name_at[token]
        return found.actor is None or found.actor.kind is not ActorKind.PERSON
    if tree.pos[token] in (
        "VERB",
        "AUX",
        "ADP",
        "DET",
        "PRON",
        "CCONJ",
        "SCONJ",
        "NUM",
        "PART",
        "ADV",
        "SPACE",
        "PUNCT",
    ):
        return tree.lower[token] in FORMER
    above = tree.head[token]
    return (tree.dep[token] in ("amod", "compound", "nmod", "poss") and above >= token) or scene.capital(token)


def _is_affiliation(scene: Scene, token: int, span: Span) -> bool:
    """ "Russia's Putin", "Turkish Erdogan": a country right before the name, without a title."""
    tree = scene.tree
    if tree.words[token] in ("'s", "’s"):
        owner = scene.name_at.get(token - 1)
        return owner is not None and owner.actor is not None and owner.actor.kind in (ActorKind.COUNTRY, ActorKind.IGO)
    if token in scene.name_at and tree.words[token + 1] in ("'s", "’s"):
        found = scene.name_at[token].actor
        return found is not None and found.kind in (ActorKind.COUNTRY, ActorKind.IGO)
    return False


def country_before(scene: Scene, start: int, end: int) -> Actor | None:
    for i in range(start, end):
        found = scene.name_at.get(i)
        if found is not None and found.actor is not None and found.actor.kind is ActorKind.COUNTRY:
            return found.actor
    return None
