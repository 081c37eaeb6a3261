"""Whoever asks, denies, wants or warns goes on: a second verb that the small parser hangs into what he denied.

"Peru denied that the army had paid anybody and vowed to act": Peru vows. Form decides where it can: a past tense is no
conjunct of an infinitive, a gerund or a verb behind "would". Else the second verb must be one of speaking.
"""

from __future__ import annotations

from kgraph.clauses.voice import own_subject
from kgraph.language import Lexicon
from kgraph.parsing import Tree

# verbs whose that-clause stands in the subjunctive: "demanded that Turkey explain"
_ASKING = frozenset(
    "ask advise beg call command demand insist instruct order plead propose recommend request require suggest "
    "urge".split()
)
_SPEECH = frozenset(
    {"ACCUSES", "ASKS", "CRITICIZES", "DEMANDS", "DENIES", "PROMISES", "REJECTS", "SAYS", "THREATENS", "URGES", "WARNS"}
)
# those who attack do these too: no sign of another speaker
_HOSTILE = frozenset({"THREATENS", "ACCUSES", "CRITICIZES"})
_MODALS = frozenset("would could might should must will can may 'd ’d shall".split())
_PAST = frozenset({"VBD", "VBN"})
_CLAUSES = frozenset({"ccomp", "xcomp", "pcomp"})
_THEM = frozenset({"them", "him", "her"})


def asker_goes_on(tree: Tree, verb: int, lexicon: Lexicon) -> None:
    """Hang a second verb without a subject on the verb of asking, denying or saying in whose content it was put."""
    if tree.dep[verb] != "conj" or tree.tag[verb] not in _PAST or own_subject(tree, verb) is not None:
        return
    below = tree.head[verb]
    if below > verb or tree.pos[below] not in ("VERB", "AUX"):
        return
    above = _above(tree, below)
    if above is None:
        return
    if _cannot_be_joined(tree, below, verb, above) or _speaks_again(tree, below, verb, above, lexicon):
        tree.attach(verb, above, "conj")
        _takes_what_follows(tree, below, verb, above)
        if tree.kid(verb, "aux") is None:
            tree.tag[verb] = "VBD"


def _takes_what_follows(tree: Tree, below: int, verb: int, above: int) -> None:
    """ "Asked Chad to reopen the road and threatened to act if it did not": what stands behind the second verb, and the
    "and" before it, were the first one's."""
    while below != above:
        for child in list(tree.children[below]):
            if child > verb:
                tree.attach(child, verb, tree.dep[child])
            elif tree.dep[child] == "cc" and child == verb - 1:
                tree.attach(child, above, "cc")
        below = tree.head[below]


def _above(tree: Tree, below: int) -> int | None:
    """The finite verb in whose content the first verb stands, through prepositions, relatives and conjuncts."""
    for up in tree.ancestors(below):
        if tree.pos[up] not in ("VERB", "AUX"):
            continue
        if tree.dep[below] != "conj" and _is_finite(tree, up):
            return up
        below = up
    return None


def _is_finite(tree: Tree, verb: int) -> bool:
    return tree.tag[verb] in ("VBD", "VBZ", "VBP") or (tree.tag[verb] == "VBN" and tree.kid(verb, "aux") is not None)


def _auxiliaries(tree: Tree, verb: int) -> set[str]:
    return {tree.lower[child] for child in tree.kids(verb, "aux", "auxpass")}


def _cannot_be_joined(tree: Tree, below: int, verb: int, above: int) -> bool:
    """ "demanded that Turkey explain ... and urged NATO", "denied sending arms and called", "wants them to talk and has
    offered", "would not harm and invited": forms that no "and" joins."""
    words = _auxiliaries(tree, verb)
    finite = tree.tag[verb] == "VBD" or bool(words & {"has", "have", "had"})
    if words and not words <= {"has", "have", "had", "also"}:
        return False
    wish = tree.dep[below] == "ccomp" and tree.tag[below] in ("VB", "VBP") and tree.lemma[above] in _ASKING
    if wish and not _auxiliaries(tree, below):
        return True
    if not finite:
        return False
    before = _auxiliaries(tree, below)
    gerund = tree.tag[below] == "VBG" and tree.dep[below] in ("pcomp", "xcomp") and not before
    infinitive = tree.tag[below] == "VB" and tree.dep[below] in ("xcomp", "ccomp") and "to" in before
    if gerund or infinitive:
        return True
    shifted = tree.tag[below] == "VB" and bool(before & _MODALS) and tree.dep[below] in _CLAUSES
    return shifted and tree.tag[verb] == "VBD" and _says_something(tree, verb)


def _speaks_again(tree: Tree, below: int, verb: int, above: int, lexicon: Lexicon) -> bool:
    """ "warned that shells had landed and demanded an apology": a second verb of speaking behind a clause whose own
    verb is none. Those who are said to have attacked may well have threatened too."""
    if _relations(tree, below, lexicon) & _SPEECH or not _says_something(tree, verb):
        return False
    second = _relations(tree, verb, lexicon) & _SPEECH
    if not second or not (_relations(tree, above, lexicon) & _SPEECH):
        return False
    before = _auxiliaries(tree, below)
    if "had" in before and any(tree.lower[noun] in _THEM for noun in tree.kids(verb, "dobj", "dative")):
        return False  # "said the premier had phoned both and begged them": those whom he phoned
    if "had" in before & _auxiliaries(tree, verb) and "had" not in _auxiliaries(tree, above):
        return False  # "said he had met them and had offered to stay": one past perfect told with the other
    if tree.dep[below] in _CLAUSES:
        if second <= _HOSTILE and tree.lemma[above] != "deny" and not _behind_comma(tree, below, verb):
            return False
        return "had" in before or tree.tag[below] in ("VBZ", "VBP")
    # "of catching cod that belongs to Iceland and threatened to seize": a past behind a present
    return tree.dep[below] == "relcl" and tree.tag[below] in ("VBZ", "VBP") and tree.tag[verb] == "VBD"


def _behind_comma(tree: Tree, below: int, verb: int) -> bool:
    """ "said that rebels had burned the mill, and accused Kenya": a comma parts what is said from what is done next."""
    link = max((c for c in tree.kids(below, "cc") if c < verb), default=0)
    return link > below and tree.words[link - 1] == "," and not _auxiliaries(tree, verb)


def _says_something(tree: Tree, verb: int) -> bool:
    return tree.kid(verb, "ccomp", "xcomp", "dobj", "prep") is not None


def _relations(tree: Tree, verb: int, lexicon: Lexicon) -> set[str | None]:
    """The relations that a verb may stand for here."""
    lemma = tree.lemma[verb]
    cue = lexicon.cues.get((lemma, "verb"))
    found: set[str | None] = {cue.relation} if cue is not None and cue.breadth == "narrow" else set()
    if (lemma, "verb") in lexicon.denials:
        found.add("DENIES")
    behind = {tree.lower[child] for child in tree.kids(verb, "prep", "prt")}
    for sense in lexicon.verbs.get(lemma, ()):
        bound = {word for word in (sense.prep, sense.particle) if word}
        if bound <= behind and not sense.object and not sense.complement:
            found.add(sense.relation)
    return found
