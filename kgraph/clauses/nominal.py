"""Events that are nouns: "the arrival of fighters in X", "Turkey's deployment of troops to X", "talks between A and B".

Possessor and by-phrase act. An of-phrase acts beside a noun that takes no object ("the arrival of fighters") and is
acted upon beside one that does ("the arrest of the envoy"). "between A and B": both act.
"""

from __future__ import annotations

from collections.abc import Iterator

from kgraph.clauses.control import deep_subject, subject_of
from kgraph.clauses.naming import names_behind
from kgraph.clauses.phrases import conjuncts, prepositional
from kgraph.clauses.predication import Complement, Predication
from kgraph.language import Lexicon, Sense
from kgraph.parsing import Tree

_COUNTING = frozenset("round series string spate wave day week hour month set campaign".split())
# done to the owner where nobody else is named; "Sudan's bloodshed" is Sudan's doing
_OTHERS = frozenset({"join", "lead", "back"})
_BACKING = frozenset("aid assist assistance back backing help solidarity support".split())
_STAKES = frozenset("lose suffer win prevail".split())
_LOSSES = frozenset("loss toll casualty death victory defeat".split())
_TALKING = frozenset({"MEETS", "NEGOTIATES"})
_WHILE = frozenset({"after", "during", "following"})
_CHARGING = {"accuse": "of", "suspect": "of", "convict": "of", "blame": "for", "charge": "with"} | dict.fromkeys(
    ("absolve", "acquit", "clear", "exculpate", "exonerate"), "of"
)
# what is said draws an answer: "drew a denial from"
ELICITING = frozenset("bring draw earn elicit get meet produce prompt provoke receive spark trigger win".split())
HARMING = frozenset({"ABDUCTS", "ARRESTS", "ATTACKS", "BOMBS", "FIGHTS", "KILLS"})
_OF_PEOPLE = frozenset({"ARRESTS", "ABDUCTS", "EXPELS", "RELEASES"})


def nominal(tree: Tree, noun: int, lexicon: Lexicon) -> Predication | None:
    """The predication of an event noun, or None when nobody stands with it."""
    senses = lexicon.nouns.get(tree.lemma[noun], ())
    obliques = tuple(prepositional(tree, noun))
    behind_of = tuple(head for word, head in obliques if word == "of")
    owners: tuple[int, ...] = ()
    if (owner := tree.kid(noun, "poss")) is not None:
        owners = conjuncts(tree, owner)
    by = tuple(head for word, head in obliques if word == "by")
    between = tuple(head for word, head in obliques if word in ("between", "among"))
    objective = any("of" in sense.target for sense in senses)
    told = bool(behind_of) and _told_of(tree, noun, behind_of[0], lexicon)  # "fears of an attack by Sudan": not Sudan's
    if not by and objective and not told:  # "the arrest of the bishop by Cuba": the by-phrase was hung on the bishop
        by = tuple(head for inner in behind_of for word, head in prepositional(tree, inner) if word == "by")
    obliques += tuple(_nested(tree, (*behind_of, *by), senses))
    if owners and not by and not behind_of and any(sense.relation in _OF_PEOPLE for sense in senses):
        owners, behind_of = (), owners  # "called for her release", "Navalny's arrest": done to the owner
    carrier = _carrier(tree, noun, lexicon)
    if owners and carrier is not None and tree.tag[owners[0]] == "PRP$" and tree.lemma[carrier] not in _OTHERS:
        owners = ()  # "renewed its demand": whoever renews it
    elif owners and carrier is not None and tree.tag[owners[0]] != "PRP$" and tree.lemma[carrier] in _OTHERS:
        carrier = None  # "joined Kenya's fight against Somalia": Kenya's, whoever joins it
    if owners and tree.tag[owners[0]] == "PRP$" and (fighting := _at_war(tree, noun, senses)):
        owners = fighting  # "backs the army in its fight against rebels"
    subject = by or owners
    if subject and not any(sense.mutual for sense in senses):
        between = ()  # "Oman's mediation between A and B": Oman acts
    construction = "nominal"
    controller = _controller(tree, noun, lexicon)
    if between and (carrier or controller) is not None and not any(sense.mutual for sense in senses):
        between = ()  # "Peru launched mediation between A and B", "Peru ended mediation between them": Peru acts
    if between:
        subject, construction = between, "nominal-between"
    if not subject and carrier is not None:
        subject, construction = deep_subject(tree, carrier), "light-verb"
    if not subject and not between and controller is not None:
        subject, construction = deep_subject(tree, controller), "controlled-noun"
    if not subject and (denier := _who_denies(tree, noun, senses)):
        subject, construction = denier, "controlled-noun"
    if not subject and (charged := _charged(tree, noun)):
        subject, construction = charged, "controlled-noun"
    if not subject and (tree.lemma[noun], "noun") in lexicon.denials:
        subject = _denier(tree, noun)
        obliques = tuple((word, head) for word, head in obliques if word != "from")
    if not subject and behind_of and not objective and not told:
        subject, behind_of = behind_of, ()
    if not subject:
        subject = _adjectives(tree, noun) or _at_war(tree, noun, senses) or _in_talks(tree, noun, senses)
    return Predication(
        head=noun,
        kind="noun",
        lemma=tree.lemma[noun],
        construction=construction,
        subject=subject,
        object=behind_of,
        obliques=tuple((word, head) for word, head in obliques if word not in ("of", "by") and head not in between)
        + tuple(
            phrase
            for verb in dict.fromkeys((carrier, controller))
            if verb is not None
            for phrase in prepositional(tree, verb)
        ),
        complements=tuple(_clauses(tree, noun)),
        under=_governor(tree, noun),
        carrier=carrier,
    )


def _at_war(tree: Tree, noun: int, senses: tuple[Sense, ...]) -> tuple[int, ...]:
    """ "Kenya lost ten men in the war with Somalia", "Kenya's losses rose in fighting with Somalia": whoever loses or
    wins in it wages it."""
    place = tree.head[noun]
    verb = tree.head[place]
    waged = any(sense.mutual and sense.relation == "FIGHTS" for sense in senses)
    if not waged or tree.dep[noun] != "pobj" or tree.lower[place] not in ("in", "during"):
        return ()
    if not any(tree.lower[p] in ("with", "against") for p in tree.kids(noun, "prep")):
        return ()
    if backed := _backed(tree, place):
        return backed
    if tree.pos[verb] != "VERB":
        return ()
    acting = deep_subject(tree, verb)
    if tree.lemma[verb] in _STAKES:
        return acting
    owners = [owner for head in acting if tree.lemma[head] in _LOSSES for owner in tree.kids(head, "poss")]
    return tuple(owners[:1])


def _in_talks(tree: Tree, noun: int, senses: tuple[Sense, ...]) -> tuple[int, ...]:
    """ "reopened the crossing after talks with Chad", "said during a meeting with": whoever does the one held the
    other."""
    place = tree.head[noun]
    verb = tree.head[place]
    held = any(sense.mutual and sense.relation in _TALKING for sense in senses)
    if not held or tree.dep[noun] != "pobj" or tree.lower[place] not in _WHILE or tree.pos[verb] != "VERB":
        return ()
    if tree.tag[verb] == "VB" or not any(tree.lower[p] == "with" for p in tree.kids(noun, "prep")):
        return ()  # "will sign it after talks with": still to come
    return subject_of(tree, verb)[0]


def _backed(tree: Tree, place: int) -> tuple[int, ...]:
    """ "backs the army in its fight against rebels", "support for Chad in the war with rebels": whoever is backed in it
    wages it."""
    above = tree.head[place]
    if tree.lemma[above] in _BACKING and tree.pos[above] == "VERB":
        return tuple(head for child in tree.kids(above, "dobj")[:1] for head in conjuncts(tree, child))
    if tree.lemma[above] in _BACKING and tree.pos[above] == "NOUN":
        return tuple(
            n for p in tree.kids(above, "prep") if tree.lower[p] in ("for", "to") for n in tree.kids(p, "pobj")
        )
    given = tree.head[above]  # "support for the army in its fight": hung on the army
    if tree.dep[above] == "pobj" and tree.lower[given] in ("for", "to") and tree.lemma[tree.head[given]] in _BACKING:
        return (above,)
    return ()


def _denier(tree: Tree, noun: int) -> tuple[int, ...]:
    """ "A denial from Kenya", "drew a denial from Kenya", "was met with a denial from Kenya"."""
    over = [noun, tree.head[noun]]
    if tree.dep[noun] == "pobj":
        over.append(tree.head[over[-1]])
    elif tree.lemma[over[-1]] not in ELICITING and tree.kid(over[-1], "expl") is None:
        over.pop()
    found = (n for up in over for p in tree.kids(up, "prep") if tree.lower[p] == "from" for n in tree.kids(p, "pobj"))
    return next((conjuncts(tree, head) for head in found), ())


def _told_of(tree: Tree, noun: int, behind: int, lexicon: Lexicon) -> bool:
    """ "Reports of an attack", "rumours of Chad bombing the camp": what they tell, and nobody who tells it."""
    cue = lexicon.cues.get((tree.lemma[noun], "noun"))
    return cue is not None and "of" in cue.content and tree.lemma[behind] in lexicon.nouns


def _measured(tree: Tree, noun: int) -> int:
    """ "A new round of talks", "ten days of air strikes": the noun that counts stands where the event would."""
    of = tree.head[noun]
    if tree.dep[noun] == "pobj" and tree.lower[of] == "of" and tree.lemma[tree.head[of]] in _COUNTING:
        return tree.head[of]
    return noun


def _carrier(tree: Tree, noun: int, lexicon: Lexicon) -> int | None:
    """The light verb whose object the noun is: "launched an attack", "paid a visit to", "held talks with"."""
    measured = _measured(tree, noun)
    if tree.dep[measured] == "conj" and tree.kid(noun, "poss") is None:
        measured = tree.head[measured]  # "voiced its rejection and condemnation of the plan"
    verb = tree.head[measured]
    if tree.dep[measured] != "dobj" or tree.pos[verb] != "VERB":
        return None
    particles = {tree.lower[child] for child in tree.kids(verb, "prt", "prep")}
    for operator in lexicon.operators.get(tree.lemma[verb], ()):
        bound = not operator.object or tree.lemma[noun] in operator.object
        if operator.effect == "light" and bound and (operator.particle is None or operator.particle in particles):
            return verb
    return None


def _controller(tree: Tree, noun: int, lexicon: Lexicon) -> int | None:
    """ "rescinded sanctions", "is mulling sanctions", "ruled out talks": the subject of the verb is the one who would
    act, and what the verb does to the event is the operator's business."""
    verb = tree.head[noun]
    if tree.dep[noun] != "dobj" or tree.pos[verb] != "VERB" or names_behind(tree, verb):
        return None  # "called the offer a trap"
    if any(tree.lower[word] == "short" for word in tree.kids(verb, "advmod", "acomp", "oprd", "prt")):
        return None  # "cut short a visit": it was paid
    lemma = tree.lemma[noun]
    if any(lemma in sense.object for sense in lexicon.verbs.get(tree.lemma[verb], ())):
        return None  # "lifted sanctions" is in the lexicon as one predicate
    for operator in lexicon.operators.get(tree.lemma[verb], ()):
        bound = "noun" in operator.takes and (not operator.object or lemma in operator.object)
        if bound and operator.control == "subject" and operator.effect != "light":
            return verb
    return None


def _charged(tree: Tree, noun: int) -> tuple[int, ...]:
    """ "Accused Sudan of an attack on Chad", "blamed Sudan for it": what somebody is accused of is his doing."""
    preposition = tree.head[noun]
    above = tree.head[preposition]
    accused = above if tree.dep[above] in ("dobj", "nsubjpass") else tree.kid(above, "dobj", "nsubjpass")
    if tree.dep[noun] != "pobj" or accused is None:
        return ()
    verb = tree.head[accused]
    charging = _CHARGING.get(tree.lemma[verb]) == tree.lower[preposition] and verb in (above, tree.head[above])
    return conjuncts(tree, accused) if charging and tree.pos[verb] == "VERB" and verb < noun else ()


def _who_denies(tree: Tree, noun: int, senses: tuple[Sense, ...]) -> tuple[int, ...]:
    """ "Chad denied an attack on the camp": its own; "denied Chad a meeting" refuses one."""
    verb = tree.head[noun]
    if (
        tree.lemma[verb] != "deny"
        or tree.dep[noun] != "dobj"
        or not is_harm(senses)
        or tree.kid(verb, "dative") is not None
    ):
        return ()
    return deep_subject(tree, verb)


def is_harm(senses: tuple[Sense, ...]) -> bool:
    """Whether a noun is a deed that one denies having done, and nothing that one denies somebody: not "entry"."""
    return any(sense.relation in HARMING for sense in senses)


def _nested(tree: Tree, inner: tuple[int, ...], senses: tuple[Sense, ...]) -> Iterator[tuple[str, int]]:
    """ "a protest by students against Cuba", "the arrival of fighters in Libya": it hangs on the noun between."""
    wanted = {word for sense in senses for word in sense.target} - {"of", "by"}
    for head in inner:
        yield from ((word, noun) for word, noun in prepositional(tree, head) if word in wanted)


def _adjectives(tree: Tree, noun: int) -> tuple[int, ...]:
    # "Russian air strikes on Idlib", "rebel attacks": the modifier acts; mentions say whether it is anybody
    return tuple(
        child
        for child in tree.children[noun]
        if child < noun and tree.dep[child] in ("amod", "compound", "nmod") and tree.words[child][:1].isupper()
    )[:1]


def _governor(tree: Tree, noun: int) -> int | None:
    return next((up for up in tree.ancestors(noun) if tree.pos[up] in ("VERB", "AUX")), None)


def _clauses(tree: Tree, noun: int) -> list[Complement]:
    out = []
    for child in tree.kids(noun, "acl", "ccomp", "relcl"):
        if tree.tag[child] == "VB" or (
            tree.kid(child, "aux") is not None and tree.lower[tree.kids(child, "aux")[0]] == "to"
        ):
            out.append(Complement("infinitive", child))
        elif tree.dep[child] in ("acl", "ccomp") and tree.kid(child, "mark") is not None:  # "X's claim that"
            out.append(Complement("that", child))
    for preposition in tree.kids(noun, "prep"):
        out += [Complement("gerund", c, tree.lower[preposition]) for c in tree.kids(preposition, "pcomp")]
    return out
