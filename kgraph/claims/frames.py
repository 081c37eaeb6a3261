"""Who fills the frame of a predication: predications in, drafts of claims out.

Where the lexicon does not know the predicate, the draft keeps its lemma and has no relation rather than a guessed one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from kgraph.claims.accused import describe_the_accused, describe_the_blamed, is_reciprocal, their_talks
from kgraph.claims.context import Context, Draft
from kgraph.claims.copulas import copular
from kgraph.claims.organs import owned_organ
from kgraph.claims.permission import for_somebody_to, permit, refused_relation
from kgraph.claims.senses import choose, lemmas_of
from kgraph.claims.strikes import HARM, behind_event, behind_means
from kgraph.claims.targets import is_for_somebody, is_place, lies_at_edge, nearest, same_actors, who, whose
from kgraph.claims.things import THING, acting_thing
from kgraph.claims.worth import emotion, refusal
from kgraph.clauses import Predication
from kgraph.clauses.phrases import conjuncts, free_relative, noun_phrase
from kgraph.language import Sense
from kgraph.mentions import Spotted
from kgraph.model import ActorKind, MentionKind

_ABSTRACT = ("tion", "ment", "ity", "ness", "ism", "ance", "ence", "ship", "ure", "ing")
_OF_PEOPLE = frozenset({"KILLS", "ARRESTS", "ABDUCTS", "EXPELS", "RELEASES", "CONVICTS"})
_OWN_FORCES = frozenset({"DEPLOYS", "WITHDRAWS"})
_VENUE = frozenset({"in", "at", "near", "inside", "outside", "across", "within", "around", "throughout", "off"})
_WHERE_TO = frozenset({"about", "for", "from", "into", "over", "through"})  # "waded into a row"
_DESTINATION = ("to", "into", "toward", "towards", "for")


def drafts(context: Context, predications: Iterable[Predication]) -> Iterator[Draft]:
    """One draft for each predication that can be a claim."""
    found = list(predications)
    carriers = {p.carrier for p in found if p.carrier is not None}
    over = {context.tree.head[p.head] for p in found if p.construction == "controlled-noun"}
    over = {verb for verb in over if context.tree.lemma[verb] != "deny"}  # "denied an attack on the camp"
    framed: set[int] = set()  # verbs whose own sense holds the event noun: "imposed sanctions", "paid a visit"
    for predication in sorted(found, key=lambda p: p.kind == "noun"):
        if predication.carrier in framed:
            context.refuse(predication.head, "held by the frame of its verb")
            continue
        draft = copular(context, predication) if predication.kind == "copula" else _draft(context, predication)
        if draft is None:
            continue
        if predication.head in carriers and (draft.sense is None or not draft.sense.object):
            context.refuse(predication.head, "a light verb: its noun is the event")  # "launched an attack"
            continue
        called = context.tree.kid(predication.head, "oprd") is not None  # "called the offer a trap"
        if predication.head in over and draft.sense is None and not called:
            context.refuse(predication.head, "an operator: the noun below it is the event")  # "rescinded sanctions"
            continue
        if predication.head in carriers:
            framed.add(predication.head)
        yield draft


def _draft(context: Context, predication: Predication) -> Draft | None:
    sense = choose(context, predication)
    subject = _subject(context, predication, sense)
    draft = Draft(
        predication=predication,
        sense=sense,
        predicate=_predicate(context, predication, sense),
        relation=sense.relation if sense else refused_relation(context, predication),
        subject=subject,
        rule=predication.construction,
    )
    _fill(context, draft)
    permit(context, draft)
    describe_the_blamed(context, draft)
    if sense is not None and sense.inverse:
        # "received arms from Russia", "died in a rebel attack": the oblique acts on the subject
        found = [s for position in sense.agent for s in _at(context, predication, position, list(predication.object))]
        told = _spelled_out(context, predication.object)
        others = found or ([] if told else draft.object or draft.recipient)
        draft.subject, draft.object, draft.recipient = others, draft.subject, []
        draft.rule += "+inverse"
        if same_actors(draft.subject, draft.object):
            draft.object = []
    why = refusal(context, draft)
    if not draft.subject and (why is None or (sense is None and draft.relation is None)):
        draft.subject = acting_thing(context, draft)
        why = refusal(context, draft) if draft.subject else why
    if why is not None:
        context.refuse(draft.head, why)
        return None
    return draft


def _subject(context: Context, predication: Predication, sense: Sense | None) -> list[Spotted]:
    harms = sense is not None and sense.relation in HARM and predication.kind == "verb"
    if harms and (found := [s for head in predication.subject for s in behind_event(context, head)]):
        return found
    found = [s for s in who(context, predication.subject) if s.method != THING]
    if is_reciprocal(found):
        return []  # "accused each other of arming rebels": which of them armed whom nobody says
    if not found and predication.passive:  # "was handed over by a clerk"
        found = [context.described(h) for h in predication.subject if _is_agent(context, h)]
    if not found and predication.construction == "object-control":
        # "sends volunteers to prop up": those who are sent do it
        found = [context.described(h) for h in predication.subject if _can_act(context, h, "")]
    if not found and sense is not None and predication.kind == "verb" and sense.relation:
        found = [context.described(h) for h in predication.subject if _can_act(context, h, sense.relation)]
        found = found or [organ for h in predication.subject for organ in owned_organ(context, h)]
    if not found and (predication.lemma, "verb") in context.lexicon.denials:
        found = [context.described(h) for h in predication.subject if context.tree.pos[h] in ("NOUN", "PROPN")]
    if not found and sense is not None and sense.agent:
        for position in sense.agent:
            if found := who(context, predication.at(position)):
                return found
    return found


def _is_agent(context: Context, head: int) -> bool:
    """Whoever stands behind "by" did it: a person with an article or several; "by phone", "by Friday" is nobody."""
    tree = context.tree
    if tree.pos[head] != "NOUN" or tree.ent[head] in ("DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "CARDINAL"):
        return False
    return tree.tag[head] == "NNS" or tree.kid(head, "det") is not None


def _can_act(context: Context, head: int, relation: str) -> bool:
    """Nobody that a list knows, yet somebody: "volunteers attacked". Weapons and events do harm too ("a car bomb
    killed", "the war that killed"); reports, moves and decisions do not act."""
    tree = context.tree
    if tree.pos[head] not in ("NOUN", "PROPN") or tree.ent[head] in ("DATE", "TIME", "MONEY", "PERCENT"):
        return False
    if relation in HARM or tree.pos[head] == "PROPN" or _ends_name(context, head):  # nobody recognised it: somebody
        return True
    lemma = tree.lemma[head]
    known = lemma in context.lexicon.nouns or (lemma, "noun") in context.lexicon.cues
    return tree.tag[head] == "NNS" and not known and (lemma.endswith("ling") or not lemma.endswith(_ABSTRACT))


def _ends_name(context: Context, head: int) -> bool:
    """ "Sahel Flying Aid": a name that ends in a plain noun."""
    tree = context.tree
    named = [c for c in tree.kids(head, "compound") if tree.pos[c] == "PROPN"]
    return bool(named) and tree.words[head][:1].isupper() and head - 1 in named


def _predicate(context: Context, predication: Predication, sense: Sense | None) -> str:
    """The lemma with what belongs to it: "call off", "call for", "express concern", "launch attack"."""
    tree = context.tree
    words = [predication.lemma]
    particle = (sense.particle if sense is not None else None) or predication.particle
    if particle:
        words.append(particle)
    if sense is not None and sense.prep and sense.prep not in words and not predication.object:
        words.append(sense.prep)
    if sense is not None and sense.object:
        events = [tree.lemma[h] for h in predication.object if lemmas_of(context, h) & sense.object]
        said = emotion(context, predication)
        words += [e for e in events if e == said or e in context.lexicon.nouns or (e, "noun") in context.lexicon.cues][
            :1
        ]
    if sense is None and predication.object and (noun := emotion(context, predication)):
        words.append(noun)
    if predication.carrier is not None:
        words[:0] = [tree.lemma[t] for t in (predication.carrier, *tree.kids(predication.carrier, "prt"))]
    return " ".join(words)


def _fill(context: Context, draft: Draft) -> None:
    """Object, recipient, place and theme, by the frame of the sense or by their places."""
    predication, sense = draft.predication, draft.sense
    direct = [head for head in predication.object if not _is_the_subject(context, draft, head)]
    for complement in predication.complements:  # "denounced what he called Turkey's statements"
        named = free_relative(context.tree, complement.head)
        if named is not None and not direct:
            direct = [named]
            draft.rule = "free-relative"
    draft.object = who(context, direct)
    describe_the_accused(context, draft, direct)
    draft.recipient = [s for s in who(context, predication.dative) if not _cannot_be(context, draft, s)]
    if draft.recipient and direct and not context.at(direct[0]):
        draft.object = []  # "promised the rebels an amnesty and two ministries"
    own: list[Spotted] = []
    if sense is not None and sense.relation in _OWN_FORCES and direct and _are_own(context, draft, direct[0]):
        own, draft.object, draft.theme = draft.object, [], noun_phrase(context.tree, direct[0])
    if sense is not None and sense.relation == "INVESTIGATES" and sense.theme == "object" and direct:
        draft.object, draft.theme = [], noun_phrase(context.tree, direct[0])  # "sent inspectors to Iran"
    if direct and not draft.object:
        draft.theme = draft.theme or noun_phrase(context.tree, direct[0])
    elif predication.kind == "noun" and not direct:
        draft.theme = _modifier_theme(context, predication.head, sense)
    if sense is not None and (sense.relation or sense.plover):
        _target(context, draft, direct, own)
    elif not draft.object:
        _unknown_target(context, draft, direct)
    if predication.kind == "noun" and not (draft.object or draft.recipient or draft.theme):
        draft.theme = _venue_theme(context, predication)
    if draft.relation == "REJECTS" and direct and (others := their_talks(context, draft, direct[0])):
        draft.object, draft.recipient = others, []
    draft.place = [s for p, n in predication.obliques if p in _VENUE for s in context.at(n) if is_place(s)]
    taken = {id(s) for s in (*draft.object, *draft.recipient)}
    draft.place = [s for s in draft.place if id(s) not in taken]


def _is_the_subject(context: Context, draft: Draft, head: int) -> bool:
    found = who(context, [head])  # "accused each other": each of them the others
    return same_actors(draft.subject, found) and not is_reciprocal(found)


def _cannot_be(context: Context, draft: Draft, receiver: Spotted) -> bool:
    """ "Peru promised it help": whoever "it" is, not Peru, who would have promised itself help."""
    plain = context.tree.lower[receiver.head] in ("it", "him", "her", "them")
    return plain and same_actors(draft.subject, [receiver])


def _are_own(context: Context, draft: Draft, head: int) -> bool:
    """ "deployed its troops", "withdrew soldiers": the army that is moved is no target, another's is ("withdrew UN
    inspectors")."""
    countries = {s.actor.country for s in draft.subject if s.actor is not None}
    found = context.at(head)
    return all(s.actor is None or s.actor.country is None or s.actor.country in countries for s in found)


def _venue_theme(context: Context, predication: Predication) -> tuple[int, int] | None:
    # "the involvement of fighters in the conflict": the phrase may hang on the fighters
    tree = context.tree
    heads = [n for word, n in predication.obliques if word in ("in", "into")]
    for agent in predication.subject:
        heads += [n for p in tree.kids(agent, "prep") if tree.lower[p] == "in" for n in tree.kids(p, "pobj")]
    heads = [n for n in heads if not is_for_somebody(tree, tree.head[n])]
    return noun_phrase(tree, heads[0]) if heads and tree.ent[heads[0]] not in ("DATE", "TIME") else None


def _modifier_theme(context: Context, noun: int, sense: Sense | None) -> tuple[int, int] | None:
    # "its gas prospecting", "arms deliveries": the noun before says what; in "air strikes" it says which event
    named = frozenset() if sense is None else sense.modifier
    before = [c for c in context.tree.kids(noun, "compound", "nmod") if context.tree.lower[c] not in named]
    kids = [c for c in before if context.tree.pos[c] == "NOUN" and not context.at(c)]
    return (kids[0], kids[-1] + 1) if kids else None


def _target(context: Context, draft: Draft, direct: list[int], own: list[Spotted]) -> None:
    """The target, where the frame says or else the nearest actor; ``own`` forces only where there is nobody else."""
    predication, sense = draft.predication, draft.sense
    assert sense is not None
    for position in sense.target:
        if position == "object":
            if draft.object:
                break
            continue
        found = _at(context, predication, position, direct)
        if position == "against" and not found:
            found = behind_means(context, predication)
        found = [s for s in found if s not in draft.object and not same_actors(draft.subject, [s])]
        if found:
            if draft.object or draft.theme is not None:
                draft.recipient = draft.recipient or found
            else:
                draft.object = found
            break
    if not draft.recipient and (draft.object or draft.theme) and sense.theme == "object":
        draft.recipient = [s for s in who(context, predication.at(*_DESTINATION)) if s not in draft.object]
    if draft.object or draft.recipient or (len(draft.subject) > 1 and sense.mutual):
        return
    if direct and context.tree.pos[direct[0]] == "PRON":
        return  # "urged it not to follow the Hungarian example": somebody, and not Hungary
    if sense.relation == "VISITS" and not direct and predication.at("from"):
        return  # "soldiers visiting from Kenya"
    if sense.relation == "SAYS" and draft.theme is not None:
        return  # "declared independence after the fall of": what is declared is no actor
    start = direct[0] if direct else predication.head
    into = takes_clause(context, predication.lemma)
    found = nearest(context, start, without=draft.subject, clauses=into)
    if not found and direct:
        # "closed the border after the killing of nine soldiers": not them
        found = nearest(context, predication.head, without=[*draft.subject, *own], clauses=into, times=False)
        if "object" in sense.target:  # "tortured an inmate in Iran": the inmate, whoever he is, not Iran
            venues = {head for word, head in predication.obliques if word in _VENUE}
            found = [s for s in found if s.head not in venues]
    if sense.relation == "SEIZES":
        found = [s for s in found if not lies_at_edge(context.tree, s.head)]
    if draft.place and all(s in draft.place for s in found):
        return
    draft.object = [_person(context, draft, s, direct) for s in found or own]


def _person(context: Context, draft: Draft, found: Spotted, direct: list[int]) -> Spotted:
    """ "shot a Thai logger": he is a Thai, he is not Thailand. Where people are killed, held or expelled, the adjective
    before them says only whose they are."""
    if draft.relation not in _OF_PEOPLE or found.kind is not MentionKind.ADJECTIVE or not direct:
        return found
    head = context.tree.head[found.head]
    if head not in direct or context.at(head):
        return found
    described = context.described(head)
    if described.actor is not None and found.actor is not None:
        described.actor = replace(described.actor, country=found.actor.country)
    return described


def takes_clause(context: Context, lemma: str) -> bool:
    """Whether the word composes with an infinitive: the target of "promised to help Lebanon" stands in it."""
    return any("infinitive" in operator.takes for operator in context.lexicon.operators.get(lemma, ()))


def _spelled_out(context: Context, heads: Iterable[int]) -> list[int]:
    """The clauses that say what the nouns are: "accusations that it armed them"; nobody in them acts outside."""
    tree = context.tree
    clauses = [clause for head in heads for clause in tree.kids(head, "acl", "relcl")]
    return [clause for clause in clauses if tree.kid(clause, "mark") is not None]


def _at(context: Context, predication: Predication, position: str, direct: list[int]) -> list[Spotted]:
    tree = context.tree
    if position == "agent-of-object":
        # "condemned Chile's aggression against Peru": whose it is comes before whom it meets
        owners = [(head, who(context, tree.kids(head, "poss"))) for head in direct]
        told = {t for clause in _spelled_out(context, direct) for t in tree.subtree(clause)}
        found = [s for head, owner in owners for s in owner or nearest(context, head, limit=2.0)]
        return [s for s in found if s.head not in told]  # not "faces accusations that it armed them"
    if position == "subject":
        return who(context, predication.subject)
    if position == "possessive":
        owner = tree.kid(predication.head, "poss")
        return [] if owner is None else who(context, [owner])
    if position in ("adjective", "compound"):
        return who(context, tree.kids(predication.head, "amod", "compound", "nmod"))
    if position == "of" and predication.kind == "noun":
        return who(context, predication.object)
    found = who(context, predication.at(position))
    if not found:  # "imposed sanctions on Iran": the phrase may hang on the object
        for head in direct:
            behind = [
                n
                for child in tree.kids(head, "prep")
                if tree.lower[child] == position
                for n in tree.kids(child, "pobj")
            ]
            found = who(context, [n for first in behind for n in conjuncts(context.tree, first)])
            if found:
                return found
        if position == "against" and (names := [n for n in predication.at("against") if tree.pos[n] == "PROPN"]):
            return [context.described(noun) for noun in names]  # "filed a lawsuit in a court against Thom"
        if position == "for" and (found := [s for head in direct for s in for_somebody_to(context, head)]):
            return found
        for _, head in ((p, n) for p, n in predication.obliques if p == position):
            if is_for_somebody(tree, tree.head[head]) or tree.lemma[head] == "fear":
                continue
            if found := nearest(context, head, limit=2.0):
                return found
    return found


def _unknown_target(context: Context, draft: Draft, direct: list[int]) -> None:
    # a predicate outside the lexicon: its own arguments only, nothing from far below
    predication = draft.predication
    if direct:
        theirs = whose(context, direct[0])
        found = nearest(context, direct[0], without=[*draft.subject, *theirs], limit=1.2)
        owners = context.tree.kids(direct[0], "poss")
        draft.object = [s for s in found if not _is_where(context, direct[0], s) and s.head not in owners]
        if not draft.object:  # "provided two million dollars in assistance to Fiji"
            behind = who(context, predication.at("to", "for", "with", "against", "from", "on"))
            draft.recipient = draft.recipient or [s for s in behind if not same_actors(draft.subject, [s])]
        return
    for preposition, head in predication.obliques:
        if preposition in _VENUE or context.tree.ent[head] in ("DATE", "TIME"):
            if preposition == "across" and not context.at(head):
                draft.theme = draft.theme or noun_phrase(context.tree, head)
            continue
        found = [s for s in who(context, [head]) if not same_actors(draft.subject, [s])]
        if found:
            draft.object = found
            return
        if preposition in ("to", "with", "against", "at", "on"):
            found = nearest(context, head, without=draft.subject, limit=1.6)
            draft.theme = draft.theme or noun_phrase(context.tree, head)
            if found:
                draft.object = found
                return
        elif preposition in _WHERE_TO:
            draft.theme = draft.theme or noun_phrase(context.tree, head)


def _is_where(context: Context, noun: int, spotted: Spotted) -> bool:
    """ "built a base on the island of Abu Musa": where the base is. "criticised the report on Iran" is about Iran."""
    tree = context.tree
    path = [spotted.head, *context.tree.ancestors(spotted.head)]
    between = path[: path.index(noun)] if noun in path else []
    venue = [t for t in between if tree.pos[t] == "ADP" and tree.lower[t] in (*_VENUE, "on", "off", "along")]
    return bool(venue) and spotted.actor is not None and spotted.actor.kind is ActorKind.PLACE
