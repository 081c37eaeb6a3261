"""Who speaks and who is spoken of, as far as it tells whom a pronoun can mean."""

from __future__ import annotations

from collections.abc import Iterable

from kgraph.mentions.candidates import Candidate
from kgraph.mentions.scene import Scene
from kgraph.mentions.subjects import clause_verb, understood_subject
from kgraph.model import Actor, MentionKind

SAYING = frozenset(
    "say tell add explain note write ask reply argue state comment conclude claim insist warn announce declare stress "
    "maintain believe think admit recall affirm underline emphasise emphasize remark observe indicate "
    "assert respond answer deny allege boast caution complain exult predict report suggest".split()
)
_DOCUMENTS = frozenset(
    "affidavit article book cable communique communiqué complaint declaration email indictment letter memo "
    "memorandum message note petition post report statement study tweet verdict".split()
)
_NAMING = frozenset({MentionKind.NAME, MentionKind.NOMINAL, MentionKind.METONYM})


def speaks(scene: Scene, token: int) -> bool:
    """Whether the token is the subject of a verb of saying."""
    tree = scene.tree
    return tree.dep[token] == "nsubj" and tree.lemma[tree.head[token]] in SAYING


def told_of(scene: Scene, token: int, candidates: Iterable[Candidate]) -> set[str]:
    """ "His general, he said, had promised it", '"Macron is tired," he said': whoever is named in what somebody says
    before or around the saying is not the one who says it (Chomsky's principle C)."""
    if not speaks(scene, token):
        return set()
    inside = {*_what_is_said(scene, scene.tree.head[token]), *_quotation_before(scene, token)}
    return {c.actor.id for c in candidates if c.spotted.kind in _NAMING and c.head in inside and c.head < token}


def tells_before(scene: Scene, token: int) -> bool:
    """Whether what the token says stands before it or around it: "Chad, it said, had attacked"."""
    return speaks(scene, token) and bool(_what_is_said(scene, scene.tree.head[token]))


def _quotation_before(scene: Scene, token: int) -> list[int]:
    """'"My client was asleep. He heard nothing," she said.': the whole of it, over its sentences."""
    tree = scene.tree
    start = tree.paragraphs[max(tree.paragraph_of[token], 0)][0]
    end = min(token, tree.head[token]) - 1  # the closing mark
    while end > start and tree.words[end] == ",":
        end -= 1
    first = end
    while first > start and scene.quoted[first - 1]:
        first -= 1
    return list(range(first, end))


def _what_is_said(scene: Scene, verb: int) -> list[int]:
    tree = scene.tree
    own = set(tree.subtree(verb))
    host = tree.head[verb]
    found = [t for clause in tree.kids(verb, "ccomp") if clause < verb for t in tree.subtree(clause)]
    if host != verb and tree.dep[verb] in ("ccomp", "parataxis", "advcl", "dep") and _set_apart(scene, verb):
        found = [t for t in tree.subtree(host) if t not in own]
    # "a diplomat puts it differently: the war, he says, is over": beyond the colon is another clause
    walls = [t for t in range(tree.sentence(verb)[0], verb) if tree.words[t] in (":", ";")]
    return [t for t in found if t > max(walls, default=-1)]


def _set_apart(scene: Scene, verb: int) -> bool:
    """ ", he said,": between commas."""
    tree = scene.tree
    first = min([verb, *tree.kids(verb, "nsubj")])
    return first > 0 and tree.words[first - 1] in (",", "–", "—", "-", '"', "”", "''")


def written_by(scene: Scene, token: int, candidates: Iterable[Candidate]) -> Actor | None:
    """ "She read out a letter by a customs officer. It said": who wrote it. "The mayor denied this in a statement. It
    said": whoever put it out."""
    tree = scene.tree
    number = tree.sentence_of[token] - 1
    if (
        not speaks(scene, token)
        or number < 0
        or tree.paragraph_of[token] != tree.paragraph_of[tree.sentences[number][0]]
    ):
        return None
    start, end = tree.sentences[number]
    papers = [t for t in range(start, end) if tree.lemma[t] in _DOCUMENTS and tree.pos[t] == "NOUN"]
    papers = [t for t in papers if tree.dep[t] in ("dobj", "pobj", "nsubj", "nsubjpass") and not scene.quoted[t]]
    if len(papers) != 1:
        return None
    authors = _authors(scene, papers[0])
    found = {c.actor.id: c.actor for c in candidates if c.head in authors and c.head < token}
    return next(iter(found.values())) if len(found) == 1 else None


def publisher(scene: Scene, token: int) -> list[int]:
    """ "The ministry published a video which, it said, shows": whoever published it says so."""
    tree = scene.tree
    if not speaks(scene, token):
        return []
    verb = tree.head[token]
    host = tree.head[verb]
    if not _set_apart(scene, verb) or tree.dep[host] != "relcl":
        return []
    above = clause_verb(scene, tree.head[host])
    return [] if above is None else understood_subject(scene, above)


def _authors(scene: Scene, paper: int) -> list[int]:
    tree = scene.tree
    if (owner := tree.kid(paper, "poss")) is not None:
        return [owner]
    if speaks(scene, paper):
        return [paper]  # "The indictment says that A did it. It says that B knew": the indictment goes on
    by = [p for p in tree.kids(paper, "prep", "agent") if tree.lower[p] in ("by", "from", "of")]
    if not by and paper + 1 < len(tree) and tree.lower[paper + 1] in ("by", "from"):
        by = [paper + 1]  # "read out a letter by the officer", where the parser hangs it on the reading
    if by:
        return [noun for preposition in by for noun in tree.kids(preposition, "pobj")]
    preposition = tree.head[paper]
    if tree.dep[paper] == "pobj" and tree.lower[preposition] == "to" and tree.lower[preposition - 1] == "according":
        return [paper]  # "According to the report, ... It said": the report goes on
    if tree.dep[paper] == "pobj" and tree.lower[preposition] in ("in", "through", "with"):
        verb = clause_verb(scene, preposition)
        return [] if verb is None else understood_subject(scene, verb)
    return []
