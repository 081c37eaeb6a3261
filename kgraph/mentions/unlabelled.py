"""Names that neither a list nor the model knows, where they act: "Majority Forward accused", "handed over by the KRT".

Only what is written as a name and stands as a subject or agent: who does something is somebody.
"""

from __future__ import annotations

from kgraph.actors.firstnames import is_first_name
from kgraph.actors.roles import code_of, role_nouns
from kgraph.mentions.matching import is_word
from kgraph.mentions.organisations import kind_of_name
from kgraph.mentions.scene import Scene
from kgraph.mentions.titles import singular
from kgraph.model import MentionKind

_CALENDAR = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december god allah internet covid christmas ramadan easter""".split()
)
# a single word that says something may as well be a man's surname
_SAY = frozenset("say tell add explain note write ask reply state comment warn insist recall joke think".split())
_LABELS = frozenset({"ORG", "PRODUCT", "WORK_OF_ART", "GPE", "NORP"})


def spot_unlabelled(scene: Scene) -> None:
    """Write down the names of unknown bodies that act."""
    tree = scene.tree
    for token, tag in enumerate(tree.tag):
        if tag not in ("NNP", "NNPS") or token in scene.name_at or not _acts(scene, token):
            continue
        start, end = _span(scene, token)
        if _is_name(scene, start, end, token):
            name = scene.words(start, end)
            kind, role = kind_of_name(name)
            actor = scene.cast.other(kind, name, code=code_of(None, [role]) if role else None)
            scene.spot(start, end, MentionKind.NAME, actor, "new", 0.6, head=token)


def _acts(scene: Scene, token: int) -> bool:
    tree = scene.tree
    entity = scene.entity_at.get(token)
    if entity is not None and entity.label not in _LABELS:
        return False
    above = tree.head[token]
    if tree.dep[token] == "nsubj":
        return tree.pos[above] == "VERB" and above > token
    return tree.dep[token] == "pobj" and tree.dep[above] == "agent"


def _span(scene: Scene, token: int) -> tuple[int, int]:
    """The run of capitals that ends or begins with the head: "Majority Forward"."""
    tree = scene.tree
    start, end = token, token + 1
    while start > 0 and _joins(scene, start - 1, token):
        start -= 1
    while end < len(tree) and _joins(scene, end, token):
        end += 1
    return start, end


def _joins(scene: Scene, other: int, token: int) -> bool:
    tree = scene.tree
    if other in scene.name_at or not scene.capital(other) or tree.sentence_of[other] != tree.sentence_of[token]:
        return False
    return tree.head[other] == token and tree.tag[other] in ("NNP", "NNPS", "NN", "JJ") and tree.lower[other] != "the"


def _is_name(scene: Scene, start: int, end: int, head: int) -> bool:
    tree = scene.tree
    words = tree.words[start:end]
    if scene.shouted(start) or _title_case(scene, head) or any(word.lower() in _CALENDAR for word in words):
        return False
    if end - start > 1:
        return singular(scene, end - 1) not in role_nouns() and not is_first_name(words[0])
    word = words[0]
    if word.isupper():
        return 2 <= len(word) <= 8 and word.isalpha() and not is_word(word)
    if is_first_name(word) or singular(scene, start) in role_nouns() or len(word) < 4 or not word.isalpha():
        return False
    return tree.lemma[tree.head[head]] not in _SAY and word.lower() not in tree.words


def _title_case(scene: Scene, token: int) -> bool:
    """Whether most words of the sentence have capitals, as in a headline: then they tell nothing."""
    start, end = scene.tree.sentence(token)
    long = [word for word in scene.tree.words[start:end] if word.isalpha() and len(word) > 3]
    return sum(word[0].isupper() for word in long) > 0.6 * len(long) and len(long) > 3
