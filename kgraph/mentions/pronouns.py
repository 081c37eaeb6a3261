"""Pronouns and possessives: "he", "her", "its", "their". Who agrees in number, gender and kind, and stands nearest
as a subject.

A wrong speaker is worse than none: where two candidates are as good as each other, the mention has no actor.
"""

from __future__ import annotations

from kgraph.mentions.candidates import (
    HE,
    IT,
    REFLEXIVE,
    SHE,
    THEY,
    Candidate,
    candidates_of,
    holds,
    main_verb,
    same_clause,
    subjects_above,
    write,
)
from kgraph.mentions.it_and_they import is_dummy, spot_body, spot_many
from kgraph.mentions.saying import SAYING, speaks, told_of
from kgraph.mentions.scene import Scene
from kgraph.mentions.subjects import clause_verb, understood_subject
from kgraph.mentions.titles import noun_gender, role_noun
from kgraph.model import Actor, ActorKind, MentionKind

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
_SOON = 2  # sentences
_SOMEBODY = frozenset({"one", "another", "someone", "somebody", "nobody", "everyone", "everybody", "other"})
_REPRESENTING = frozenset(
    "aide attorney barrister brother colleague counsel daughter family father friend husband lawyer mother "
    "representative sister solicitor son spokesman spokesperson spokeswoman widow wife".split()
)


def spot_pronouns(scene: Scene) -> None:
    """Write every pronoun of the third person down, with its actor or without."""
    candidates = candidates_of(scene)
    tree = scene.tree
    for token, word in enumerate(tree.lower):
        if tree.pos[token] not in ("PRON", "DET") or scene.mentions.at(token):
            continue
        if word in HE or word in SHE:
            _spot_person(scene, token, "m" if word in HE else "f", candidates)
        elif word in IT and not is_dummy(scene, token):
            spot_body(scene, token, candidates)
        elif word in THEY:
            spot_many(scene, token, candidates)


def _spot_person(scene: Scene, token: int, gender: str, candidates: list[Candidate]) -> None:
    fitting = [c for c in candidates if _may_be(scene, c, gender) and not _only_quoted(scene, token, c)]
    if scene.tree.lower[token] in REFLEXIVE:
        _spot_reflexive(scene, token, fitting, candidates)
        return
    if _is_somebodys(scene, token):
        write(scene, token, None, "pronoun", 0.0, candidates)
        return
    others = _speakers(scene, token, candidates) | told_of(scene, token, candidates) | _beside(scene, token, candidates)
    others |= _speaking_for(scene, token, candidates)
    ranked = _ranked(scene, token, [c for c in fitting if c.actor.id not in others])
    if not ranked:
        ahead = _cataphora(scene, token, gender, candidates)
        write(scene, token, ahead, "cataphora", 0.6, candidates)
        return
    best, actor = ranked[0]
    second = ranked[1][0] if len(ranked) > 1 else 0.0
    certain = best - second >= _MARGIN
    score = min(0.95, 0.55 + (best - second) / 2)
    write(scene, token, actor if certain else None, "pronoun", round(score, 2), candidates)


def _is_somebodys(scene: Scene, token: int) -> bool:
    """ "One of the witnesses says she was attacked": one of them was, and nobody who was named before."""
    tree = scene.tree
    return any(
        tree.lower[subject] in _SOMEBODY and speaks(scene, subject) and subject < token
        for subject in subjects_above(scene, token)
    )


def _beside(scene: Scene, token: int, candidates: list[Candidate]) -> set[str]:
    """ "The general promised him": whoever is the subject is not the object, under whatever name he came before."""
    tree = scene.tree
    if tree.dep[token] not in ("dobj", "dative", "pobj"):
        return set()
    verb = clause_verb(scene, token)
    subjects = [] if verb is None else understood_subject(scene, verb)
    return {c.actor.id for c in candidates if c.head in subjects}


def _speaking_for(scene: Scene, token: int, candidates: list[Candidate]) -> set[str]:
    """ "His lawyer said he had nothing to hide", "Latif's spokesman said he would appeal": whom he speaks for; a lawyer
    who is named may be meant himself."""
    tree = scene.tree
    if tree.lower[token] not in ("he", "she", "him", "her", "his"):
        return set()
    speakers = {
        subject
        for subject in subjects_above(scene, token)
        if tree.lemma[subject] in _REPRESENTING and tree.kid(subject, "poss") is not None and subject < token
    }
    return {c.actor.id for c in candidates if c.head in speakers and c.actor.kind is ActorKind.UNNAMED}


def _only_quoted(scene: Scene, token: int, candidate: Candidate) -> bool:
    """ "“A real minister would resign,” he wrote": whoever is only described in a quotation does not say it."""
    described = candidate.spotted.kind is MentionKind.NOMINAL and candidate.actor.kind is ActorKind.UNNAMED
    return described and bool(scene.quoted[candidate.head]) and not scene.quoted[token]


def _spot_reflexive(scene: Scene, token: int, fitting: list[Candidate], candidates: list[Candidate]) -> None:
    """ "Himself" is the subject of its clause."""
    verb = clause_verb(scene, token)
    subjects = understood_subject(scene, verb) if verb is not None else []
    found = [c for c in fitting if c.head in subjects]
    write(scene, token, found[-1].actor if found else None, "pronoun", 0.9, candidates)


def _speakers(scene: Scene, token: int, candidates: list[Candidate]) -> set[str]:
    """Who says the quotation that a token stands in: he calls himself "I", so "he" is somebody else."""
    if not scene.quoted[token]:
        return set()
    tree = scene.tree
    start, end = tree.paragraphs[max(0, tree.paragraph_of[token])]
    verbs = [i for i in range(start, end) if tree.lemma[i] in SAYING and tree.pos[i] == "VERB" and not scene.quoted[i]]
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
    if candidate.spotted.kind in (MentionKind.PRONOUN, MentionKind.POSSESSIVE):
        return candidate.gender == gender  # "he" of the sentence before, who was an ambassador
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
    described = candidate.actor.kind is not ActorKind.PERSON and candidate.spotted.kind is MentionKind.NOMINAL
    if described and distance > _SOON:
        return 0.0  # "a diplomat" of the paragraph before last
    if distance >= len(_NEAR) or same_clause(scene, token, candidate.head) or holds(candidate, token):
        return 0.0
    score = _NEAR[distance] + _WEIGHT.get(tree.dep[candidate.head], 0.0)
    if tree.paragraph_of[token] != tree.paragraph_of[candidate.head]:
        score -= 0.08
    if distance == 0:
        score -= 0.004 * min(token - candidate.head, 50)
        opening = tree.dep[candidate.head] == "nsubj" and ":" in tree.words[candidate.head : token]
        if (
            candidate.head in subjects_above(scene, token) or opening
        ):  # "An envoy puts it so: the war, he says, is over"
            score += 0.3
        elif _object_of_first(scene, token, candidate.head):
            score += 0.6
    elif tree.dep[token] in ("nsubj", "nsubjpass") and tree.dep[candidate.head] in ("nsubj", "nsubjpass"):
        score += 0.15
        if clause_verb(scene, candidate.head) == main_verb(scene, candidate.head):
            score += 0.05
    if distance == 1 and _is_bare_line(scene, token, candidate.head):
        score += 0.55  # "More from Xhevat Bytyqi. He says"
    elif distance and _is_presented(scene, candidate.head):
        score += 0.55  # "The first to speak was an agent, Mamadu Djalo. He said"
    if described:
        score -= 0.2
    if scene.quoted[candidate.head] and not scene.quoted[token]:
        score -= 0.25  # 'The spokesman said: "The president is well." He added': the spokesman did
    elif distance <= 1 and speaks(scene, token) and speaks(scene, candidate.head):
        score += 0.1
    if candidate.spotted.kind is MentionKind.NAME and tree.dep[candidate.head] in ("compound", "nmod"):
        score -= 0.25  # "the Merkel government", "Trump's aides": he is not in focus
    return score


def _is_bare_line(scene: Scene, token: int, other: int) -> bool:
    """Whether somebody stands in a line without a verb right before, in the same paragraph."""
    tree = scene.tree
    start, end = tree.sentence(other)
    same = tree.paragraph_of[token] == tree.paragraph_of[other] and not scene.quoted[other]
    return same and all(tree.pos[t] not in ("VERB", "AUX") for t in range(start, end))


def _is_presented(scene: Scene, token: int) -> bool:
    """The one whom "was" brings in: "The next speaker was Ana Lopes", "was an agent, Ana Lopes"."""
    tree = scene.tree
    while tree.dep[token] == "appos":
        token = tree.head[token]
    return tree.dep[token] == "attr" and tree.lower[tree.head[token]] in ("is", "was")


def _object_of_first(scene: Scene, token: int, other: int) -> bool:
    """ "Will write to the minister and ask him": whoever is written to is asked."""
    tree = scene.tree
    verb = clause_verb(scene, token)
    if verb is None or tree.dep[token] not in ("dobj", "dative", "pobj") or tree.dep[verb] != "conj":
        return False
    return clause_verb(scene, other) == tree.head[verb] and tree.dep[other] in ("dobj", "dative", "pobj")


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
