"""Whom a pronoun can mean: everybody who is named or described, and what a clause rules out."""

from __future__ import annotations

from typing import NamedTuple

from kgraph.mentions.scene import Scene
from kgraph.mentions.spotted import Spotted
from kgraph.mentions.subjects import clause_verb, understood_subject
from kgraph.model import Actor, ActorKind, MentionKind

_SURE = 0.76  # from here on a pronoun tells whether somebody is a man or a woman
HE = frozenset({"he", "him", "his", "himself"})
SHE = frozenset({"she", "her", "hers", "herself"})
IT = frozenset({"it", "its", "itself"})
THEY = frozenset({"they", "them", "their", "theirs", "themselves"})
REFLEXIVE = frozenset({"himself", "herself", "itself", "themselves"})


class Candidate(NamedTuple):
    """Somebody a pronoun can mean, where he was last mentioned."""

    actor: Actor
    head: int
    plural: bool
    gender: str
    spotted: Spotted


def candidates_of(scene: Scene) -> list[Candidate]:
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


def write(
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
            "m" if scene.tree.lower[token] in HE else "f" if scene.tree.lower[token] in SHE else ""
        )
        if score >= _SURE:
            scene.cast.learn_gender(actor, gender)
        fresh = Candidate(actor, token, False, gender, spotted)
        at = next((i for i, c in enumerate(candidates) if c.head > token), len(candidates))
        candidates.insert(at, fresh)


def holds(candidate: Candidate, token: int) -> bool:
    """ "His Iranian counterpart": the phrase that holds the possessive is not its owner."""
    return candidate.spotted.start <= token < candidate.spotted.end


def apposed_to(scene: Scene, token: int, candidates: list[Candidate]) -> set[str]:
    """ "Azerbaijan, its ally,": the owner is not the one whom the phrase describes."""
    tree = scene.tree
    above = {tree.head[up] for up in [token, *tree.ancestors(token)] if tree.dep[up] == "appos"}
    return {c.actor.id for c in candidates if c.head in above}


def subjects_above(scene: Scene, token: int) -> list[int]:
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


def main_verb(scene: Scene, token: int) -> int | None:
    verb = clause_verb(scene, token)
    while verb is not None and (above := clause_verb(scene, verb)) is not None and above != verb:
        verb = above
    return verb


def same_clause(scene: Scene, token: int, other: int) -> bool:
    """ "He met him", "Macron called him": two arguments of one verb are two persons, unless "himself"."""
    tree = scene.tree
    if tree.lower[token] in REFLEXIVE or tree.dep[token] == "poss" or tree.tag[token] == "PRP$":
        return False
    verb = clause_verb(scene, token)
    if verb is None or tree.dep[other] in ("poss", "compound", "nmod"):
        return False
    if tree.dep[token] in ("nsubj", "nsubjpass"):
        # "In a letter to the Gazette, it denied": whoever stands in the same clause is another one
        return clause_verb(scene, other) == verb
    subjects = understood_subject(scene, verb)
    return other in subjects or clause_verb(scene, other) == verb
