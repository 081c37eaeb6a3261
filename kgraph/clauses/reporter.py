"""The reporter goes on: a second report that the small parser hangs into the first one's content.

"The minister said the road was open and warned drivers to leave it", "said the bridge would hold, adding that": the
minister warns and adds, not the road and not the bridge.
"""

from __future__ import annotations

from kgraph.clauses.voice import own_subject
from kgraph.language import Cue, Lexicon
from kgraph.parsing import Tree

_PAST = frozenset({"VBD", "VBN"})
_HIM = frozenset({"it", "him", "her", "them"})
_CHARGING = frozenset(
    "accuse ask beg blame call condemn criticise criticize implore order tell thank urge warn".split()
)
_CARRIED = {"present": ("past", "shifted"), "past": ("shifted",)}
_CLAUSES = ("ccomp", "xcomp")


def reporter_goes_on(tree: Tree, verb: int, lexicon: Lexicon) -> None:
    """Hang a reporting verb without a subject of its own on the report in whose content it was put."""
    if reporting(tree, verb, lexicon) is None or own_subject(tree, verb) is not None:
        return
    if tree.dep[verb] == "advcl" and tree.tag[verb] == "VBG":
        _participle(tree, verb, lexicon)
    elif tree.dep[verb] == "conj" and tree.tag[verb] != "VBG":
        _conjunct(tree, verb, lexicon)


def report_behind_comma(tree: Tree, verb: int, lexicon: Lexicon) -> None:
    """ "No such step has been decided or considered, a source affirmed": behind a comma and without "and" it is the
    report of what stands before, and no next deed."""
    content, subject = tree.head[verb], own_subject(tree, verb)
    if tree.dep[verb] != "conj" or content > verb or subject is None or subject > verb:
        return
    if reporting(tree, verb, lexicon) is None or tree.kid(verb, *_CLAUSES, "dobj") is not None:
        return
    first = tree.subtree(verb)[0]
    last = max((c for c in tree.kids(content, "conj") if c < first), default=content)
    parted = tree.words[first - 1] == "," and all(c < last for c in tree.kids(content, "cc"))
    if not parted or tree.dep[content] != "ROOT" or own_subject(tree, content) is None:
        return
    tree.attach(verb, verb, "ROOT")
    tree.attach(content, verb, "ccomp")


def content_around(tree: Tree, verb: int, lexicon: Lexicon) -> None:
    """ "Soldiers fired, they said, and dragged away the wounded": the report stands in the midst of what it says."""
    report = tree.head[verb]
    if tree.dep[verb] != "conj" or tree.dep[report] != "parataxis" or reporting(tree, report, lexicon) is None:
        return
    content, link = tree.head[report], tree.kid(report, "cc")
    if link is None or not content < report < link < verb or tree.words[report + 1] != ",":
        return
    if own_subject(tree, verb) is None and tree.kid(report, *_CLAUSES) is None:
        tree.attach(link, content, "cc")
        tree.attach(verb, content, "conj")


def content_goes_on(tree: Tree, verb: int, lexicon: Lexicon) -> None:
    """ "Amina claims that her pass was taken and she was made to work": behind a present tense the past is still hers,
    as is "would" and "had" behind a past one. A comma or a report of its own would part them."""
    report = tree.head[verb]
    if tree.dep[verb] != "conj" or own_subject(tree, verb) is None or reporting(tree, report, lexicon) is None:
        return
    clause = tree.kid(report, "ccomp")
    link = next((c for c in tree.kids(report, "cc") if c < verb), None)
    if clause is None or link is None or not report < clause < link or tree.words[link - 1] == ",":
        return
    if reporting(tree, verb, lexicon) is not None or _tense(tree, verb) not in _CARRIED.get(_tense(tree, report), ()):
        return
    tree.attach(link, clause, "cc")
    tree.attach(verb, clause, "conj")


def contents_listed(tree: Tree, verb: int, lexicon: Lexicon) -> None:
    """ "She says both have agreed to talk, that the army should leave, and that she has asked": each "that" opens a
    clause of the reporter's, and none is agreed or left by those before it."""
    marks = [c for c in tree.kids(verb, "mark") if tree.lower[c] == "that"]
    if not marks or tree.dep[verb] not in ("ccomp", "conj", "advcl") or marks[0] < 2:
        return
    before = tree.words[marks[0] - 1]
    if before != "," and not (tree.lower[marks[0] - 1] in ("and", "but") and tree.words[marks[0] - 2] == ","):
        return
    up = tree.head[verb]
    filled = tree.kid(up, "xcomp", "ccomp")  # "agreed to talk, that": what was agreed stands before
    if up > verb or (reporting(tree, up, lexicon) is not None and (filled is None or filled >= marks[0])):
        return
    said = tree.kid(up, "ccomp") if reporting(tree, up, lexicon) is not None else None
    listed = said is not None and said < marks[0]
    report = up if listed else _report_above(tree, up, lexicon)  # "said that he was ill, but that his aides were not"
    first = None if report is None else tree.kid(report, "ccomp")
    if first is not None and first < verb and first != verb:
        tree.attach(verb, first, "conj")


def _tense(tree: Tree, verb: int) -> str:
    first = next((c for c in tree.kids(verb, "aux", "auxpass")), verb)
    if tree.lower[first] in ("would", "could", "might", "had"):
        return "shifted"
    return {"VBD": "past", "VBN": "past", "VBZ": "present", "VBP": "present"}.get(tree.tag[first], "")


def _participle(tree: Tree, verb: int, lexicon: Lexicon) -> None:
    # "said the bridge would hold, adding that": behind a comma, and with something to say
    first = min(tree.subtree(verb))
    if first == 0 or tree.words[first - 1] != "," or tree.kid(verb, "ccomp", "dobj", "prep") is None:
        return
    report = _report_above(tree, tree.head[verb], lexicon)
    if report is not None and report < verb:
        tree.attach(verb, report, "advcl")


def _conjunct(tree: Tree, verb: int, lexicon: Lexicon) -> None:
    below = tree.head[verb]
    report = _report_above(tree, below, lexicon)
    if report is None or not report < below < verb or tree.kid(verb, "aux", "auxpass", "mark") is not None:
        return
    if tree.kid(verb, *_CLAUSES) is None and not _of_him(tree, verb, below, report):
        return  # "said the minister announced a plan and warned drivers": the minister may well do both
    if reporting(tree, below, lexicon) is not None:
        return
    subject = own_subject(tree, below)
    plural = tree.tag[verb] in ("VBP", "VB") and subject is not None and tree.tag[subject] in ("NN", "NNP")
    past = tree.tag[verb] in _PAST and tree.tag[report] in _PAST
    present = tree.tag[verb] == "VBZ" and tree.tag[report] == "VBZ"
    if plural or past or present:  # "They claim Amina was ill and claim": a singular does not "claim"
        tree.attach(verb, report, "conj")
        tree.tag[verb] = "VBD" if tree.tag[verb] == "VBN" else tree.tag[verb]


def _of_him(tree: Tree, verb: int, below: int, report: int) -> bool:
    """ "Russia said Ukraine had violated the truce and accused it of massing troops": behind a past perfect, a
    charge in the past tense against "it" is the reporter's."""
    things = tree.kids(verb, "dobj", "dative")
    charged = any(tree.pos[thing] == "PRON" and tree.lower[thing] in _HIM for thing in things)
    had = any(tree.lower[aux] == "had" for aux in tree.kids(below, "aux"))
    charging = tree.lemma[verb] in _CHARGING
    return charged and had and charging and tree.tag[report] == "VBD"


def _report_above(tree: Tree, verb: int, lexicon: Lexicon) -> int | None:
    """The reporting verb in whose content ``verb`` stands, through infinitives and conjuncts."""
    for _ in range(4):
        up = tree.head[verb]
        if up == verb or tree.pos[up] not in ("VERB", "AUX"):
            return None
        if tree.dep[verb] == "ccomp" and (reporting(tree, up, lexicon) is not None or tree.lemma[up] == "deny"):
            return up  # "denied it had lost them, saying that" too
        if tree.dep[verb] not in ("ccomp", "xcomp", "conj"):
            return None
        verb = up
    return None


def subject_beside(tree: Tree, verb: int, lexicon: Lexicon) -> None:
    """ "Speaking for the defence, Tom Okello, QC, said that": a speaker whom the parser hung on the words before."""
    if reporting(tree, verb, lexicon) is None or own_subject(tree, verb) is not None:
        return
    if tree.tag[verb] not in ("VBD", "VBZ") or tree.dep[verb] != "ROOT" or tree.kid(verb, "ccomp") is None:
        return
    start, _ = tree.sentence(verb)
    for noun in range(verb - 1, start, -1):
        if tree.tag[noun] != "NNP" or tree.dep[noun] not in ("npadvmod", "dobj", "pobj", "appos", "conj"):
            continue
        phrase = tree.subtree(noun)
        opened = tree.words[phrase[0] - 1] == ","
        closed = all(tree.pos[t] in ("PUNCT", "ADV") for t in range(phrase[-1] + 1, verb))
        if opened and closed and tree.dep[noun] != "appos":
            tree.attach(noun, verb, "nsubj")
            return


def reporting(tree: Tree, verb: int, lexicon: Lexicon) -> Cue | None:
    """The cue that a verb of reporting is; None for one of the wide notion, and for other words."""
    cue = lexicon.cues.get((tree.lemma[verb], "verb")) if tree.pos[verb] == "VERB" else None
    return cue if cue is not None and cue.breadth == "narrow" else None
