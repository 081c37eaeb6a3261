"""It and they: the body or the group that their clause or the sentence before speaks of, else nobody."""

from __future__ import annotations

from kgraph.mentions.candidates import IT, Candidate, apposed_to, holds, same_clause, subjects_above, write
from kgraph.mentions.saying import SAYING, publisher, tells_before, told_of, written_by
from kgraph.mentions.scene import Scene
from kgraph.mentions.spotted import Spotted
from kgraph.mentions.titles import role_noun
from kgraph.model import Actor, ActorKind, MentionKind

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
_LEARNING = frozenset({"allege", "believe", "learn", "report", "rumour", "suppose", "understand"})
# only somebody with a mind of his own is these
_MINDS = frozenset(
    """able afraid angry anxious ashamed aware confident concerned content convinced determined eager glad grateful
    keen prepared proud reluctant sceptical skeptical unable unaware unwilling wary willing worried""".split()
)
_WEATHER = frozenset({"rain", "snow", "seem", "appear", "turn", "happen", "take", "matter", "emerge"})
_ACCOUNTS = frozenset("account answer explanation line position reaction reply response stance version view".split())
_WORDS = frozenset(
    "admission announcement confirmation decision denial hope insistence pledge promise threat vow".split()
)
_ADDRESSING = frozenset(
    "accuse advise ask assure beg call encourage inform invite order persuade press promise remind tell thank urge "
    "warn".split()
)


def is_dummy(scene: Scene, token: int) -> bool:
    """ "It is clear that", "it seems", "it was the arrival": nobody is meant."""
    tree = scene.tree
    if tree.lower[token] != "it":
        return False
    if tree.dep[token] in ("expl", "dobj", "pobj", "dative"):
        return True
    verb = tree.head[token]
    if tree.dep[token] == "nsubjpass" and tree.lemma[verb] in SAYING | _LEARNING:
        return True  # "it was announced that", "Peru, it is claimed, attacked Chile"
    if tree.lemma[verb] in _WEATHER or tree.lemma[tree.head[verb]] in _WEATHER:
        return True
    if any(tree.lower[word] in _MINDS for word in tree.kids(verb, "acomp")):
        return False  # "it is willing to withdraw": whoever is willing is somebody
    return tree.lemma[verb] == "be" and bool(tree.kids(verb, "ccomp", "xcomp", "advcl", "attr", "acomp", "csubj"))


def spot_body(scene: Scene, token: int, candidates: list[Candidate]) -> None:
    """It and its: the subject of their clause when that is a country or body, else the only one around."""
    own = {c.actor.id for c in candidates if holds(c, token)} | apposed_to(scene, token, candidates)
    own |= told_of(scene, token, candidates)  # "Chad, it said, had attacked": Chad does not say so
    fitting = [c for c in candidates if c.actor.id not in own and _is_body(scene, c)]
    bodies = {c.head for c in fitting}
    if (owner := _whose_word(scene, token, fitting)) is not None:
        write(scene, token, owner, "pronoun", 0.85, candidates)
        return
    subjects = list(publisher(scene, token) or subjects_above(scene, token))
    others = (c for c in candidates if c.head in subjects and (c.actor.id in own or not _is_body(scene, c)))
    people = {c.head for c in others if not _is_thing(scene, c)}
    for subject in subjects:
        if subject not in people | bodies and scene.tree.pos[subject] in ("NOUN", "PROPN"):
            write(scene, token, None, "pronoun", 0.0, candidates)  # "the shuttle and its mission": a thing is meant
            return
        for candidate in fitting:
            if candidate.head == subject and not same_clause(scene, token, subject):
                write(scene, token, candidate.actor, "pronoun", 0.85, candidates)
                return
    author = written_by(scene, token, candidates)
    if author is not None:
        write(scene, token, author, "document", 0.7, candidates)
        return
    near = _near(scene, token, fitting)
    if len(near) == 1:
        write(scene, token, near[0], "pronoun", 0.75, candidates)
        return
    write(scene, token, None, "pronoun", 0.0, candidates)


def _whose_word(scene: Scene, token: int, fitting: list[Candidate]) -> Actor | None:
    """ "Welcomed Russia's decision that it would leave", "Peru's denial that it did": whose word it is, he is meant; in
    a claim or a charge it may be the other one."""
    tree = scene.tree
    clause = tree.head[token]
    noun = tree.head[clause]
    if tree.dep[token] not in ("nsubj", "nsubjpass") or tree.dep[clause] != "acl" or tree.lemma[noun] not in _WORDS:
        return None
    owner = tree.kid(noun, "poss")
    return next((c.actor for c in fitting if c.head == owner), None)


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
    if candidate.spotted.kind in (MentionKind.PRONOUN, MentionKind.POSSESSIVE):
        return scene.tree.lower[candidate.head] in IT  # the council, called "it" in the sentence before
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
        if tree.sentence_of[c.head] == sentence and not same_clause(scene, token, c.head)
    }
    if here:
        return list(here.values())
    if tree.dep[token] not in ("nsubj", "nsubjpass", "poss"):
        return []
    if _has_subject_before(scene, token) and not tells_before(scene, token):
        return []
    last = [
        c for c in before if tree.sentence_of[c.head] == sentence - 1 and tree.dep[c.head] in ("nsubj", "nsubjpass")
    ]
    last = last or [c for c in before if tree.sentence_of[c.head] == sentence - 1 and _gives_account(scene, c.head)]
    return list({c.actor.id: c.actor for c in last[:1]}.values())


def _gives_account(scene: Scene, owner: int) -> bool:
    """ "The ministry's version was different. It said": whose account the sentence before is about."""
    tree, account = scene.tree, scene.tree.head[owner]
    return tree.dep[owner] == "poss" and tree.dep[account] == "nsubj" and tree.lemma[account] in _ACCOUNTS


def _has_subject_before(scene: Scene, token: int) -> bool:
    """Whether its own sentence has had a subject: then "it" need not look back to the sentence before."""
    tree = scene.tree
    start, _ = tree.sentences[tree.sentence_of[token]]
    return any(tree.dep[i] in ("nsubj", "nsubjpass") and tree.pos[i] in ("NOUN", "PROPN") for i in range(start, token))


def spot_many(scene: Scene, token: int, candidates: list[Candidate]) -> None:
    """They and their: the coordinated or plural subject of their clause."""
    tree = scene.tree
    if (several := _objects_before(scene, token, candidates)) is not None:
        write(scene, token, several, "pronoun", 0.7, candidates)
        return
    for subject in subjects_above(scene, token):
        if subject > token and tree.lower[token] in ("they", "them"):
            continue  # "They have left, the embassy says": others have
        group = [subject, *_conjuncts(scene, subject)]
        found = [c for head in group for c in candidates if c.head == head and not holds(c, token)]
        if not found or same_clause(scene, token, subject):
            continue
        if len(group) > 1 and len(found) > 1:
            for candidate in {c.actor.id: c for c in found}.values():
                _write_one(scene, token, candidate)
            return
        staffed = tree.lower[token] != "them" and _is_staffed(scene, found[0])
        if len(group) == 1 and (found[0].plural or staffed):
            write(scene, token, found[0].actor, "pronoun", 0.8, candidates)
            return
    same = _same_word_before(scene, token)
    previous = _addressed(scene, token, candidates)
    if previous is None:
        previous = _plural_before(scene, token, candidates) if same is None else same.actor
    write(scene, token, previous, "pronoun", 0.65, candidates)


def _objects_before(scene: Scene, token: int, candidates: list[Candidate]) -> Actor | None:
    """ "He recruited policemen and trained them": the plural object of the clause before, to whom more is done."""
    tree = scene.tree
    verb = tree.head[token]
    if tree.lower[token] != "them" or tree.dep[token] not in ("dobj", "dative") or tree.dep[verb] != "conj":
        return None
    objects = [c for c in tree.kids(tree.head[verb], "dobj") if tree.kid(c, "conj") is None and c < verb]
    met = {c.actor.id: c.actor for c in candidates if c.plural and c.head in objects and _are_people(scene, c)}
    return next(iter(met.values())) if len(met) == 1 else None


def _are_people(scene: Scene, candidate: Candidate) -> bool:
    noun = role_noun(scene, candidate.head)
    return noun is not None and noun.is_person


def _same_word_before(scene: Scene, token: int) -> Spotted | None:
    """ "Chad suspects them of arming rebels; they deny it": they are those of the clause before, whoever that is."""
    tree = scene.tree
    start, _ = tree.sentence(token)
    for before in range(token - 1, start, -1):
        if tree.lower[before] == "them" and tree.dep[token] == "nsubj" and ";" in tree.words[before:token]:
            return next(iter(scene.mentions.at(before)), None)
    return None


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


def _addressed(scene: Scene, token: int, candidates: list[Candidate]) -> Actor | None:
    """ "Spoke to both ministers and urged them to talk": the only group that the verb before has to do with."""
    tree = scene.tree
    verb = tree.head[token]
    if tree.dep[token] == "nsubj" and tree.dep[verb] == "ccomp":  # "urged them to talk"
        verb = tree.head[verb]
    first = tree.head[verb]
    if tree.lower[token] != "them" or tree.lemma[verb] not in _ADDRESSING or tree.dep[verb] != "conj":
        return None
    met = {c.actor.id: c.actor for c in candidates if c.plural and first < c.head < verb and not holds(c, token)}
    return next(iter(met.values())) if len(met) == 1 else None


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
