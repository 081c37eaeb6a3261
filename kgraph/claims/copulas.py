"""Claims without a verb of doing: "is an ally of", "is angry about", "is behind the attack", "Britain-based"."""

from __future__ import annotations

from collections.abc import Iterator

from kgraph.actors.roles import role_nouns
from kgraph.claims.context import Context, Draft
from kgraph.claims.denied import CLAIM_NOUNS, JUDGED
from kgraph.claims.targets import is_place, nearest, same_actors, who
from kgraph.clauses import Predication
from kgraph.clauses.phrases import noun_phrase, prepositional
from kgraph.language import Sense
from kgraph.mentions import Spotted
from kgraph.model import ActorKind

_TERRITORY = frozenset(
    "area city district enclave exclave island land part port province region republic state strip territory "
    "town".split()
)
DUE = "be due"
_TAKING_SIDES = ("behind", "against")
_OWN_SUBJECT = frozenset({"copula", "copula-relative", "copula-coordinated-verb"})
# "is due to", "is likely to": when and whether, of what the next verb says
_NO_QUALITY = frozenset("able about bound certain due liable likely set sure unable unlikely".split())
_ABOUT = frozenset({"for", "of", "to", "with", "from"})
_WITHIN = ("of", "in", "inside", "within")


def _says_false(context: Context, word: str) -> bool:
    denial = context.lexicon.denials.get(("be", "verb"))
    return denial is not None and word in denial.predicative


def copular(context: Context, predication: Predication) -> Draft | None:
    """ "is an ally of", "is angry about", "is a region inside": a noun of relation, an adjective of attitude, a part of
    a country, with what it is about. None for every other "is"."""
    if not predication.object:
        if (draft := _behind(context, predication)) is None:
            context.refuse(predication.head, "says of nobody what he is")
        return draft
    attribute = predication.object[0]
    lemma = context.tree.lemma[attribute]
    subject = who(context, predication.subject)
    compounds = [f"{context.tree.lower[b]} {lemma}" for b in context.tree.kids(attribute, "compound")]
    lemma = next((words for words in compounds if _says_false(context, words)), lemma)  # "a fairy tale"
    about = any(context.tree.lemma[head] in CLAIM_NOUNS for head in predication.subject)
    if _says_false(context, lemma) and (about or lemma not in JUDGED):
        return Draft(predication, None, predication.lemma, None, subject, rule=predication.construction)
    if not subject:
        context.refuse(predication.head, "nobody known of whom it is said")
        return None
    relational = [s for s in context.lexicon.nouns.get(lemma, ()) if s.relation in ("ALLY_OF", "MEMBER_OF")]
    if relational:
        return _relation(context, predication, subject, relational[0])
    places = list(predication.at(*_WITHIN))
    places += [n for first in predication.at("of") for word, n in prepositional(context.tree, first) if word in _WITHIN]
    if lemma in _TERRITORY and (whole := _without(subject, who(context, places))):
        draft = Draft(predication, None, f"{predication.lemma} of", None, subject, rule=predication.construction)
        draft.object = whole
        return draft
    return (
        _expected(context, predication, subject)
        or _attitude(context, predication, subject)
        or _quality(context, predication, subject)
    )


def _expected(context: Context, predication: Predication, subject: list[Spotted]) -> Draft | None:
    """ "The premier is due in Nairobi": he is to visit it; "is due to vote" is told by the verb behind."""
    if context.tree.lemma[predication.object[0]] != "due" or not any(_is_somebody(s) for s in subject):
        return None
    there = [s for s in who(context, predication.at("in", "at")) if is_place(s)]
    if not there:
        return None
    draft = Draft(predication, None, DUE, "VISITS", subject, rule=predication.construction)
    draft.object = _without(subject, there)
    return draft if draft.object else None


def _behind(context: Context, predication: Predication) -> Draft | None:
    """ "Chad is behind the attack", "were against the plan": a preposition that says what one did or wants."""
    subject = who(context, predication.subject)
    words = [word for word, _ in predication.obliques if word in _TAKING_SIDES]
    if not subject or not words:
        return None
    at = predication.at(words[0])
    draft = Draft(predication, None, f"be {words[0]}", None, subject, rule=predication.construction)
    draft.object = _without(subject, who(context, at))
    draft.theme = noun_phrase(context.tree, at[0])
    return draft


def _quality(context: Context, predication: Predication, subject: list[Spotted]) -> Draft | None:
    """ "Peru is neutral", "the envoy had been a spy", "is ready to talk": what somebody or a state is said to be."""
    tree, attribute = context.tree, predication.object[0]
    if not any(_is_somebody(s) for s in subject) or predication.construction not in _OWN_SUBJECT:
        return None
    if tree.pos[attribute] == "NOUN":
        role = role_nouns().get(tree.lemma[attribute])
        if role is None or not role.is_person:
            return None
    elif tree.pos[attribute] != "ADJ" or tree.lemma[attribute] in _NO_QUALITY:
        return None
    draft = Draft(predication, None, predication.lemma, None, subject, rule=predication.construction)
    if tree.pos[attribute] == "NOUN":  # "a former officer in the army of Iraq", "Chad's envoy"
        owner = tree.kids(attribute, "poss")
        draft.object = _without(subject, who(context, [*owner, *predication.at("of", "for", "in", "from", "at", "to")]))
    elif about := [n for word, n in prepositional(tree, attribute) if word in _ABOUT]:
        draft.object = _without(subject, who(context, about))  # "responsible for the attack", "loyal to Chad"
        draft.theme = noun_phrase(tree, about[0])
    return draft


def _is_somebody(spotted: Spotted) -> bool:
    return spotted.actor is not None and spotted.actor.kind not in (ActorKind.PLACE, ActorKind.MEDIA)


def _relation(context: Context, predication: Predication, subject: list[Spotted], sense: Sense) -> Draft | None:
    owner = context.tree.kid(predication.object[0], "poss")
    found = who(context, [owner] if owner is not None else predication.at("of", "with", "to"))
    draft = Draft(predication, sense, f"{predication.lemma} of", sense.relation, subject, rule=predication.construction)
    draft.object = _without(subject, found)
    if not draft.object and not predication.complements:
        context.refuse(predication.head, "a noun of relation, and nobody known on its other side")
        return None
    return draft


def _attitude(context: Context, predication: Predication, subject: list[Spotted]) -> Draft | None:
    tree, attribute = context.tree, predication.object[0]
    cue = context.lexicon.cues.get((tree.lemma[attribute], "adj"))
    if cue is None and not (tree.pos[attribute] == "ADJ" and predication.at("about", "over")):
        context.refuse(predication.head, "neither relation nor attitude nor part of a country")
        return None
    relation = cue.relation if cue is not None else None
    draft = Draft(predication, None, predication.lemma, relation, subject, rule=predication.construction)
    draft.object = _without(subject, nearest(context, attribute, without=subject))
    if not draft.object and (topic := predication.at("about", "at", "over", "of", "with")):
        draft.theme = noun_phrase(tree, topic[0])
    if not draft.object and draft.theme is None and not predication.complements:
        context.refuse(predication.head, "an attitude towards nothing")
        return None
    return draft


def _without(subject: list[Spotted], found: list[Spotted]) -> list[Spotted]:
    return [s for s in found if not same_actors(subject, [s])]


def territories(context: Context) -> Iterator[Draft]:
    """ "Bougainville, an island territory within Papua New Guinea, declared": a part of a country, in apposition."""
    tree = context.tree
    for token in range(len(tree)):
        if tree.dep[token] != "appos" or tree.lemma[token] not in _TERRITORY or tree.pos[token] != "NOUN":
            continue
        subject = context.at(tree.head[token])
        places = [n for word, n in prepositional(tree, token) if word in _WITHIN]
        places += [n for first in list(places) for word, n in prepositional(tree, first) if word in _WITHIN]
        whole = _without(subject, who(context, places))
        if subject and whole:
            words = f"be {tree.lemma[token]} of"
            predication = Predication(
                token, "copula", words, "apposition", subject=(tree.head[token],), object=(token,)
            )
            yield Draft(predication, None, words, None, subject, whole, rule="apposition")


def seats(context: Context) -> Iterator[Draft]:
    """ "the Britain-based Observatory": where somebody has his seat."""
    tree = context.tree
    for token in range(len(tree)):
        if tree.lower[token] != "based" or tree.dep[token] != "amod":
            continue
        place = next((t for t in (token - 2, token - 1) if t >= 0 and context.at(t)), None)
        subject = who(context, [tree.head[token]])
        if place is None or not subject or tree.words[token - 1] != "-":
            continue
        predication = Predication(token, "copula", "be based in", "seat", subject=(tree.head[token],), object=(place,))
        yield Draft(predication, None, "be based in", None, subject, context.at(place), rule="seat")
