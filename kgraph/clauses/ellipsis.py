"""What is not said twice: "France recalled its envoy. So did Spain.", "Chile condemned the coup, as did Peru".

The small word stands for the verb before it, with what belonged to that: the second one did the same, or did not.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kgraph.clauses.phrases import NOMINAL, conjuncts
from kgraph.clauses.predication import Predication
from kgraph.parsing import Tree

_STANDS_FOR = {"do": frozenset({"did", "does", "do"}), "have": frozenset({"has", "have", "had"})}
_LIKEWISE = frozenset({"so", "as", "nor", "neither"})  # before it, and the subject behind it
_TOO = frozenset({"too", "also", "likewise"})
_NOT = frozenset({"not", "n't", "n’t"})
_COMPLEMENTS = ("dobj", "xcomp", "ccomp", "acomp", "attr", "oprd", "dative", "aux", "auxpass")
_SUBJECTS = ("nsubj", "nsubjpass", "dobj", "attr", "npadvmod", "dep", "conj")


def elided(tree: Tree, found: Sequence[Predication]) -> Iterator[Predication]:
    """A predication for every verb that stands for one of ``found``, with a subject of its own."""
    for verb in range(1, len(tree)):
        if not any(tree.lower[verb] in forms for forms in _STANDS_FOR.values()) or tree.dep[verb] in ("aux", "auxpass"):
            continue
        subject = _subject_behind(tree, verb) or _subject_before(tree, verb)
        meant = _meant(tree, verb, found) if subject is not None else None
        if subject is not None and meant is not None:
            yield replace(
                meant,
                head=verb,
                subject=conjuncts(tree, subject),
                object=tuple(noun for noun in meant.object if not _is_owned(tree, noun)),
                construction="ellipsis",
                complements=(),
                passive=False,
                under=None,
                carrier=None,
            )


def _subject_behind(tree: Tree, verb: int) -> int | None:
    """ "So did Spain", ", as did Peru": inverted, and nothing else stands behind."""
    if tree.lower[verb - 1] not in _LIKEWISE:
        return None
    behind = [child for child in tree.kids(verb, *_SUBJECTS) if child > verb and tree.pos[child] in ("PROPN", "NOUN")]
    if len(behind) != 1 or tree.kid(verb, "xcomp", "ccomp", "acomp", "aux", "auxpass") is not None:
        return None
    return behind[0] if tree.subtree(behind[0])[0] == verb + 1 else None


def _subject_before(tree: Tree, verb: int) -> int | None:
    """ "Togo did too", "Iraq did not": with nothing that completes the verb."""
    subject = tree.kid(verb, "nsubj")
    if subject is None or subject > verb or tree.pos[subject] not in NOMINAL or tree.pos[subject] == "PRON":
        return None
    if tree.kid(verb, *_COMPLEMENTS) is not None or verb + 1 >= len(tree):
        return None
    at = verb + 1
    said = tree.lower[at] in _NOT | _TOO or tree.lower[at : at + 2] == ["as", "well"]
    end = at + (2 if tree.lower[at] == "as" else 1)
    return subject if said and (end >= len(tree) or tree.pos[end] in ("PUNCT", "SPACE")) else None


def _meant(tree: Tree, verb: int, found: Sequence[Predication]) -> Predication | None:
    """What it stands for: the one event of the clause that it hangs on, or of the sentence before."""
    first = _clause_before(tree, verb)
    if first is None or tree.kid(first, "ccomp") not in (None, verb):
        return None  # "officials said that X had; so had Y": did officials say so too?
    perfect = any(tree.lower[aux] in _STANDS_FOR["have"] for aux in tree.kids(first, "aux"))
    if perfect != (tree.lower[verb] in _STANDS_FOR["have"]) or any(
        tree.tag[c] == "MD" for c in tree.kids(first, "aux")
    ):
        return None
    events = [p for p in found if first in (p.head, p.carrier) and p.kind != "copula" and not p.passive and p.subject]
    carried = [p for p in events if p.carrier == first]
    return next(iter(carried or events), None)


def _clause_before(tree: Tree, verb: int) -> int | None:
    start, _ = tree.sentence(verb)
    above = tree.head[verb]
    if above < verb and tree.pos[above] == "VERB":
        return above
    if above == verb:
        inside = [child for child in tree.kids(verb, "ccomp", "advcl", "parataxis", "dep") if child < verb]
        if inside:
            return inside[-1] if tree.pos[inside[-1]] == "VERB" else None
        opens = all(tree.lower[t] in _LIKEWISE | {"and", "but"} for t in range(start, verb))
        before = tree.sentence_of[verb] - 1
        if opens and before >= 0 and tree.paragraph_of[start] == tree.paragraph_of[start - 1]:
            root = next((t for t in range(*tree.sentences[before]) if tree.dep[t] == "ROOT"), None)
            return root if root is not None and tree.pos[root] == "VERB" else None
    return None


def _is_owned(tree: Tree, noun: int) -> bool:
    """ "Its envoy": whose, is not said of the second one."""
    return any(tree.tag[owner] == "PRP$" for owner in tree.kids(noun, "poss"))
