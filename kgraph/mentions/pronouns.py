"""Pronouns and possessives: "he", "her", "its", "their". Who agrees in number, gender and kind, and stands nearest
as a subject.

A wrong speaker is worse than none: where two candidates are as good as each other, the mention has no actor.
"""

from __future__ import annotations

from typing import NamedTuple

from kgraph.mentions.scene import Scene
from kgraph.mentions.spotted import Spotted
from kgraph.mentions.subjects import clause_verb, understood_subject
from kgraph.mentions.titles import noun_gender, role_noun
from kgraph.model import Actor, ActorKind, MentionKind

_HE = frozenset({"he", "him", "his", "himself"})
_SHE = frozenset({"she", "her", "hers", "herself"})
_IT = frozenset({"it", "its", "itself"})
_THEY = frozenset({"they", "them", "their", "theirs", "themselves"})
_REFLEXIVE = frozenset({"himself", "herself", "itself", "themselves"})
_BODIES = frozenset(
    {
        ActorKind.COUNTRY,
        ActorKind.IGO,
        ActorKind.ORGANISATION,
        ActorKind.ARMED_GROUP,
        ActorKind.NGO,
        ActorKind.COMPANY,
        ActorKind.MEDIA,
    }
)
_NEAR = (1.0, 0.72, 0.45, 0.3, 0.2, 0.12)  # by distance in sentences
_WEIGHT = {
    "nsubj": 0.4,
    "nsubjpass": 0.32,
    "ROOT": 0.3,
    "dobj": 0.15,
    "poss": 0.12,
    "agent": 0.12,
    "appos": 0.1,
    "conj": 0.1,
    "pobj": 0.05,
}
_MARGIN = 0.08
_SAY = frozenset(
    "say tell add explain note write ask reply argue state comment conclude claim insist warn announce".split()
)
_WEATHER = frozenset({"rain", "snow", "seem", "appear", "turn", "happen", "take", "matter", "emerge"})

# only somebody with a mind of his own is these
_MINDS = frozenset(
    """able afraid angry anxious ashamed aware confident concerned content convinced determined eager glad grateful
    keen prepared proud reluctant sceptical skeptical unable unaware unwilling wary willing worried""".split()
)


class Candidate(NamedTuple):
    """Somebody a pronoun can mean, where he was last mentioned."""

    actor: Actor
    head: int
    plural: bool
    gender: str
    spotted: Spotted


def spot_pronouns(scene: Scene) -> None:
    """Write every pronoun of the third person down, with its actor or without."""
    candidates = _candidates(scene)
    tree = scene.tree
    for token, word in enumerate(tree.lower):
        if tree.pos[token] not in ("PRON", "DET") or scene.mentions.at(token):
            continue
        if word in _HE or word in _SHE:
            _spot_person(scene, token, "m" if word in _HE else "f", candidates)
        elif word in _IT and not _is_dummy(scene, token):
            _spot_body(scene, token, candidates)
        elif word in _THEY:
            _spot_many(scene, token, candidates)


def _candidates(scene: Scene) -> list[Candidate]:
    """Everybody who is named or described, in text order."""
    out = []
    for spotted in scene.mentions:
        if spotted.actor is None or spotted.kind is MentionKind.ADJECTIVE:
            continue
        actor = scene.cast.current(spotted.actor)
        plural = spotted.kind is MentionKind.NOMINAL and scene.tree.tag[spotted.head].endswith("S")
        plural = plural or actor.kind is ActorKind.PEOPLE
        gender = scene.cast.gender(actor) if actor.kind is ActorKind.PERSON else ""
        out.append(Candidate(actor, spotted.head, plural, gender, spotted))
    return out


def _write(
    scene: Scene, token: int, actor: Actor | None, method: str, score: float, candidates: list[Candidate]
) -> None:
    """Write the pronoun down; from there on it is the nearest mention of its actor."""
    possessive = scene.tree.tag[token] == "PRP$" or scene.tree.dep[token] == "poss"
    kind = MentionKind.POSSESSIVE if possessive else MentionKind.PRONOUN
    if actor is None:
        method, score = "unresolved", 0.0
    spotted = scene.spot(token, token + 1, kind, actor, method, score, head=token)
    if actor is not None:
        gender = scene.cast.gender(actor) or (
            "m" if scene.tree.lower[token] in _HE else "f" if scene.tree.lower[token] in _SHE else ""
        )
        scene.cast.learn_gender(actor, gender)
        fresh = Candidate(actor, token, False, gender, spotted)
        at = next((i for i, c in enumerate(candidates) if c.head > token), len(candidates))
        candidates.insert(at, fresh)


# -- he and she -------------------------------------------------------------------------------------------------------


def _spot_person(scene: Scene, token: int, gender: str, candidates: list[Candidate]) -> None:
    fitting = [c for c in candidates if _may_be(scene, c, gender)]
    if scene.tree.lower[token] in _REFLEXIVE:
        _spot_reflexive(scene, token, fitting, candidates)
        return
    speakers = _speakers(scene, token, candidates)
    ranked = _ranked(scene, token, [c for c in fitting if c.actor.id not in speakers])
    if not ranked:
        ahead = _cataphora(scene, token, gender, candidates)
        _write(scene, token, ahead, "cataphora", 0.6, candidates)
        return
    best, actor = ranked[0]
    second = ranked[1][0] if len(ranked) > 1 else 0.0
    certain = best - second >= _MARGIN
    score = min(0.95, 0.55 + (best - second) / 2)
    _write(scene, token, actor if certain else None, "pronoun", round(score, 2), candidates)


def _spot_reflexive(scene: Scene, token: int, fitting: list[Candidate], candidates: list[Candidate]) -> None:
    """ "Himself" is the subject of its clause."""
    verb = clause_verb(scene, token)
    subjects = understood_subject(scene, verb) if verb is not None else []
    found = [c for c in fitting if c.head in subjects]
    _write(scene, token, found[-1].actor if found else None, "pronoun", 0.9, candidates)


def _speakers(scene: Scene, token: int, candidates: list[Candidate]) -> set[str]:
    """Who says the quotation that a token stands in: he calls himself "I", so "he" is somebody else."""
    if not scene.quoted[token]:
        return set()
    tree = scene.tree
    start, end = tree.paragraphs[max(0, tree.paragraph_of[token])]
    verbs = [i for i in range(start, end) if tree.lemma[i] in _SAY and tree.pos[i] == "VERB" and not scene.quoted[i]]
    if not verbs:
        return set()
    near = min(verbs, key=lambda verb: abs(verb - token))
    subjects = understood_subject(scene, near)
    return {c.actor.id for c in candidates if c.head in subjects}


def _may_be(scene: Scene, candidate: Candidate, gender: str) -> bool:
    if candidate.plural:
        return False
    if candidate.actor.kind is ActorKind.PERSON:
        return scene.cast.gender(candidate.actor) in ("", gender)
    if candidate.actor.kind in (ActorKind.UNNAMED, ActorKind.OFFICE) and candidate.spotted.kind is MentionKind.NOMINAL:
        noun = role_noun(scene, candidate.head)
        if noun is None or not noun.is_person:
            return False
        return noun_gender(noun.noun) in ("", gender)
    return False


def _ranked(scene: Scene, token: int, candidates: list[Candidate]) -> list[tuple[float, Actor]]:
    """Actors by how well they fit, the best first: their best mention counts, and how often they were mentioned."""
    scores: dict[str, float] = {}
    actors: dict[str, Actor] = {}
    counts: dict[str, int] = {}
    for candidate in candidates:
        if candidate.spotted.start >= token:
            break
        actors[candidate.actor.id] = candidate.actor
        counts[candidate.actor.id] = counts.get(candidate.actor.id, 0) + 1
        score = _score(scene, token, candidate)
        scores[candidate.actor.id] = max(scores.get(candidate.actor.id, 0.0), score)
    for actor_id, count in counts.items():
        if scores[actor_id] > 0:
            scores[actor_id] += 0.03 * min(count, 5)
    return sorted(((s, actors[i]) for i, s in scores.items() if s > 0), key=lambda pair: -pair[0])


def _score(scene: Scene, token: int, candidate: Candidate) -> float:
    tree = scene.tree
    distance = tree.sentence_of[token] - tree.sentence_of[candidate.head]
    if distance >= len(_NEAR) or _same_clause(scene, token, candidate.head) or _holds(candidate, token):
        return 0.0
    score = _NEAR[distance] + _WEIGHT.get(tree.dep[candidate.head], 0.0)
    if tree.paragraph_of[token] != tree.paragraph_of[candidate.head]:
        score -= 0.08
    if distance == 0:
        score -= 0.004 * min(token - candidate.head, 50)
        if candidate.head in _subjects_above(scene, token):
            score += 0.3
    elif tree.dep[token] in ("nsubj", "nsubjpass") and tree.dep[candidate.head] in ("nsubj", "nsubjpass"):
        score += 0.15
        if clause_verb(scene, candidate.head) == _main_verb(scene, candidate.head):
            score += 0.05
    if candidate.actor.kind is not ActorKind.PERSON:
        score -= 0.2
    if candidate.spotted.kind is MentionKind.NAME and tree.dep[candidate.head] in ("compound", "nmod"):
        score -= 0.25  # "the Merkel government", "Trump's aides": he is not in focus
    return score


def _holds(candidate: Candidate, token: int) -> bool:
    """ "His Iranian counterpart": the phrase that holds the possessive is not its owner."""
    return candidate.spotted.start <= token < candidate.spotted.end


def _apposed_to(scene: Scene, token: int, candidates: list[Candidate]) -> set[str]:
    """ "Azerbaijan, its ally,": the owner is not the one whom the phrase describes."""
    tree = scene.tree
    above = {tree.head[up] for up in [token, *tree.ancestors(token)] if tree.dep[up] == "appos"}
    return {c.actor.id for c in candidates if c.head in above}


def _subjects_above(scene: Scene, token: int) -> list[int]:
    """The subjects of the clauses around a token, understood ones too: "Macron said that he", "he hoped his ally"."""
    out: list[int] = []
    verb = clause_verb(scene, token)
    own = scene.tree.dep[token] in ("nsubj", "nsubjpass")
    while verb is not None and len(out) < 6:
        if not own:
            out.extend(understood_subject(scene, verb))
        own = False
        above = clause_verb(scene, verb)
        verb = above if above != verb else None
    return out


def _main_verb(scene: Scene, token: int) -> int | None:
    verb = clause_verb(scene, token)
    while verb is not None and (above := clause_verb(scene, verb)) is not None and above != verb:
        verb = above
    return verb


def _same_clause(scene: Scene, token: int, other: int) -> bool:
    """ "He met him", "Macron called him": two arguments of one verb are two persons, unless "himself"."""
    tree = scene.tree
    if tree.lower[token] in _REFLEXIVE or tree.dep[token] == "poss" or tree.tag[token] == "PRP$":
        return False
    verb = clause_verb(scene, token)
    if verb is None or tree.dep[other] in ("poss", "compound", "nmod"):
        return False
    if tree.dep[token] in ("nsubj", "nsubjpass"):
        # "In a letter to the Gazette, it denied": whoever stands in the same clause is another one
        return clause_verb(scene, other) == verb
    subjects = understood_subject(scene, verb)
    return other in subjects or clause_verb(scene, other) == verb


def _cataphora(scene: Scene, token: int, gender: str, candidates: list[Candidate]) -> Actor | None:
    """ "As he arrived, Karimov said": the subject of the main clause that follows, when nobody came before."""
    tree = scene.tree
    for candidate in candidates:
        follows = candidate.head > token and tree.sentence_of[candidate.head] == tree.sentence_of[token]
        if follows and tree.dep[candidate.head] == "nsubj" and _may_be(scene, candidate, gender):
            verb = tree.head[candidate.head]
            inside = any(tree.dep[up] == "advcl" and tree.head[up] == verb for up in [token, *tree.ancestors(token)])
            return candidate.actor if inside else None
    return None


# -- it and they ------------------------------------------------------------------------------------------------------


def _is_dummy(scene: Scene, token: int) -> bool:
    """ "It is clear that", "it seems", "it was the arrival": nobody is meant."""
    tree = scene.tree
    if tree.lower[token] != "it":
        return False
    if tree.dep[token] in ("expl", "dobj", "pobj", "dative"):
        return tree.dep[token] != "dobj" or True
    verb = tree.head[token]
    if tree.lemma[verb] in _WEATHER or tree.lemma[tree.head[verb]] in _WEATHER:
        return True
    if any(tree.lower[word] in _MINDS for word in tree.kids(verb, "acomp")):
        return False  # "it is willing to withdraw": whoever is willing is somebody
    return tree.lemma[verb] == "be" and bool(tree.kids(verb, "ccomp", "xcomp", "advcl", "attr", "acomp", "csubj"))


def _spot_body(scene: Scene, token: int, candidates: list[Candidate]) -> None:
    """It and its: the subject of their clause when that is a country or body, else the only one around."""
    own = {c.actor.id for c in candidates if _holds(c, token)} | _apposed_to(scene, token, candidates)
    fitting = [c for c in candidates if _is_body(scene, c) and c.actor.id not in own]
    people = {c.head for c in candidates if c not in fitting and not _is_thing(scene, c)}
    bodies = {c.head for c in fitting}
    for subject in _subjects_above(scene, token):
        if subject not in people | bodies and scene.tree.pos[subject] in ("NOUN", "PROPN"):
            _write(scene, token, None, "pronoun", 0.0, candidates)  # "the shuttle and its mission": a thing is meant
            return
        for candidate in fitting:
            if candidate.head == subject and not _same_clause(scene, token, subject):
                _write(scene, token, candidate.actor, "pronoun", 0.85, candidates)
                return
    near = _near(scene, token, fitting)
    if len(near) == 1:
        _write(scene, token, near[0], "pronoun", 0.75, candidates)
        return
    _write(scene, token, None, "pronoun", 0.0, candidates)


def _is_thing(scene: Scene, candidate: Candidate) -> bool:
    noun = role_noun(scene, candidate.head)
    return candidate.actor.kind is ActorKind.UNNAMED and noun is not None and noun.sort == "things"


def _is_body(scene: Scene, candidate: Candidate) -> bool:
    if candidate.plural or scene.tree.dep[candidate.head] in ("compound", "nmod"):
        return False  # "EU chiefs": the Union is not in focus
    if candidate.actor.kind in _BODIES:
        return True
    if candidate.actor.kind is ActorKind.PLACE:  # a breakaway region acts: "Abkhazia declared"
        return scene.tree.dep[candidate.head] == "nsubj"
    noun = role_noun(scene, candidate.head)
    return candidate.actor.kind is ActorKind.UNNAMED and noun is not None and noun.sort in ("groups", "bare")


def _near(scene: Scene, token: int, candidates: list[Candidate]) -> list[Actor]:
    """The bodies of this sentence before the token; for a subject with none here the subject of the sentence before."""
    tree = scene.tree
    sentence = tree.sentence_of[token]
    before = [c for c in candidates if c.head < token]
    here = {
        c.actor.id: c.actor
        for c in before
        if tree.sentence_of[c.head] == sentence and not _same_clause(scene, token, c.head)
    }
    if here:
        return list(here.values())
    if tree.dep[token] not in ("nsubj", "nsubjpass", "poss") or _has_subject_before(scene, token):
        return []
    last = [
        c for c in before if tree.sentence_of[c.head] == sentence - 1 and tree.dep[c.head] in ("nsubj", "nsubjpass")
    ]
    return list({c.actor.id: c.actor for c in last[:1]}.values())


def _has_subject_before(scene: Scene, token: int) -> bool:
    """Whether its own sentence has had a subject: then "it" need not look back to the sentence before."""
    tree = scene.tree
    start, _ = tree.sentences[tree.sentence_of[token]]
    return any(tree.dep[i] in ("nsubj", "nsubjpass") and tree.pos[i] in ("NOUN", "PROPN") for i in range(start, token))


def _spot_many(scene: Scene, token: int, candidates: list[Candidate]) -> None:
    """They and their: the coordinated or plural subject of their clause."""
    for subject in _subjects_above(scene, token):
        group = [subject, *_conjuncts(scene, subject)]
        found = [c for head in group for c in candidates if c.head == head and not _holds(c, token)]
        if not found or _same_clause(scene, token, subject):
            continue
        if len(group) > 1 and len(found) > 1:
            for candidate in {c.actor.id: c for c in found}.values():
                _write_one(scene, token, candidate)
            return
        if len(group) == 1 and (found[0].plural or _is_staffed(scene, found[0])):
            _write(scene, token, found[0].actor, "pronoun", 0.8, candidates)
            return
    previous = _plural_before(scene, token, candidates)
    _write(scene, token, previous, "pronoun", 0.65, candidates)


def _is_staffed(scene: Scene, candidate: Candidate) -> bool:
    """ "The ministry said they": a body of people, not a state."""
    return _is_body(scene, candidate) and candidate.actor.kind not in (ActorKind.COUNTRY, ActorKind.PLACE)


def _conjuncts(scene: Scene, token: int) -> list[int]:
    out: list[int] = []
    stack = [token]
    while stack:
        for child in scene.tree.kids(stack.pop(), "conj"):
            out.append(child)
            stack.append(child)
    return out


def _write_one(scene: Scene, token: int, candidate: Candidate) -> None:
    kind = MentionKind.POSSESSIVE if scene.tree.tag[token] == "PRP$" else MentionKind.PRONOUN
    role = (
        candidate.actor.country
        if candidate.actor.kind is ActorKind.COUNTRY and candidate.actor.country
        else candidate.actor.id
    )
    scene.spot(token, token + 1, kind, candidate.actor, "pronoun", 0.8, head=token, role=role)


def _plural_before(scene: Scene, token: int, candidates: list[Candidate]) -> Actor | None:
    """The plural subject of the sentence before, when "they" is a subject and no other plural stands between."""
    tree = scene.tree
    if tree.dep[token] not in ("nsubj", "nsubjpass", "poss"):
        return None
    sentence = tree.sentence_of[token]
    here = [c for c in candidates if c.plural and c.head < token and tree.sentence_of[c.head] == sentence]
    if here:
        return here[0].actor if len({c.actor.id for c in here}) == 1 else None
    last = [c for c in candidates if c.plural and tree.sentence_of[c.head] == sentence - 1]
    subjects = [c for c in last if tree.dep[c.head] in ("nsubj", "nsubjpass")]
    return subjects[0].actor if len({c.actor.id for c in last}) == 1 and subjects else None
