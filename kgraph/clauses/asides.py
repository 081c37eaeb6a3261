"""A report in the midst of what it says, and a second deed in a charge: "The president, an aide said, had attacked it".

Only the tree is changed. The sentences are in ``tests/claims/sentences_continued.txt``.
"""

from __future__ import annotations

from kgraph.clauses.phrases import NOMINAL
from kgraph.clauses.reporter import reporting
from kgraph.clauses.spoken import MARKS
from kgraph.clauses.voice import own_subject
from kgraph.language import Lexicon
from kgraph.parsing import Tree
from kgraph.parsing.charges import charges, gerund_behind

_SUBORDINATING = frozenset({"although", "because", "if", "once", "unless", "until", "when", "whether", "while"})
_PAST = frozenset({"VBD", "VBN"})
_NEAR = 5  # tokens from the head of a subject to the comma behind it
_BELIEVED = frozenset("allege assume believe fear know presume report rumour say suspect think".split())
_SAYING = frozenset({"VBD", "VBZ", "VBP"})


def subject_before_aside(tree: Tree, verb: int, lexicon: Lexicon) -> None:
    """ "The president, an aide said, had attacked Chad": the aide says it, and the president is who attacked."""
    if not _reports(tree, verb, lexicon):
        return
    clause = _clause_around(tree, verb)
    found = [child for child in tree.kids(verb, "nsubj") if child < verb]
    if len(found) == 1 and (lost := tree.kid(verb, "npadvmod")) is not None and tree.pos[lost] == "PROPN":
        found = [lost, *found] if lost < found[0] else found  # "Armenia, he told reporters, had attacked it"
    if tree.dep[verb] == "relcl":  # ", an aide told Reuters,": no relative, which would have its pronoun
        clause = tree.head[clause] if clause is not None and tree.dep[clause] in ("nsubj", "nsubjpass") else None
        if len(found) == 1 and clause is not None and clause > verb and _is_aside(tree, verb, found[0], clause):
            tree.attach(verb, clause, "parataxis")
    elif clause is None or clause < verb or len(found) != 2 or own_subject(tree, clause) is not None:
        return
    elif _is_aside(tree, verb, found[1], clause):
        _give_back(tree, verb, found[0], clause)


def _clause_around(tree: Tree, verb: int) -> int | None:
    if tree.head[verb] != verb:
        return tree.head[verb]
    alone = tree.kid(verb, "cc") is None  # "Armenia, he said, wanted war": no second deed of his
    return tree.kid(verb, "ccomp", "conj") if alone else tree.kid(verb, "ccomp")


def _is_aside(tree: Tree, verb: int, speaker: int, clause: int) -> bool:
    """Between two commas, and with a speaker that is no "who"."""
    comma = next((t for t in range(verb + 1, clause) if tree.words[t] == "," or tree.pos[t] in ("VERB", "AUX")), verb)
    opens = tree.words[tree.subtree(speaker)[0] - 1] == "," and tree.tag[speaker] not in ("WP", "WDT")
    return opens and tree.words[comma] == ","


def _give_back(tree: Tree, verb: int, subject: int, clause: int) -> None:
    """Make the clause the head of its sentence, and the first of the two subjects its own."""
    if tree.head[clause] == verb:
        tree.take_place(clause, verb)
        tree.attach(verb, clause, "parataxis")
    tree.attach(subject, clause, "nsubjpass" if tree.kid(clause, "auxpass") is not None else "nsubj")
    tree.dep[verb] = "parataxis"


def clause_behind_aside(tree: Tree, verb: int, lexicon: Lexicon) -> None:
    """ "They will attack, a spokesman said, when the rain ends": the rain ends no saying, but the waiting."""
    clause = tree.kid(verb, "ccomp")
    if tree.dep[verb] != "parataxis" or not _reports(tree, verb, lexicon) or clause is None or clause < verb:
        return
    first = tree.subtree(clause)[0]
    if tree.words[first - 1] == "," and tree.lower[first] in _SUBORDINATING and tree.head[verb] < verb:
        tree.attach(clause, tree.head[verb], "advcl")


def deed_behind_aside(tree: Tree, verb: int, lexicon: Lexicon) -> None:
    """ "The panel had relied on spies, the ministry complained, and had paid them": the comma behind the report closes
    it, and the panel paid them. So in "No troops had left, it said in a letter, and the lorries were old", where
    they are so on its word."""
    if tree.dep[verb] == "parataxis" and _reports(tree, verb, lexicon):
        for alone in tree.kids(verb, "cc"):  # the parser hung the "and" alone on the report
            if tree.words[alone - 1] == "," and alone > verb and tree.kid(verb, "conj") is None:
                tree.attach(alone, tree.head[verb], "cc")
    report = tree.head[verb]
    if tree.dep[verb] != "conj" or not _reports(tree, report, lexicon) or _reports(tree, verb, lexicon):
        return
    content, speaker, link = tree.kid(report, "ccomp"), own_subject(tree, report), tree.kid(report, "cc")
    if content is None or speaker is None or link is None or not content < speaker < report < link < verb:
        return
    if tree.words[link - 1] != "," or (link != report + 2 and own_subject(tree, verb) is None):
        return
    opens = tree.subtree(speaker)[0] - 1
    if own_subject(tree, content) is not None and tree.words[opens] == "," and tree.words[opens - 1] not in MARKS:
        tree.take_place(content, report)
        tree.attach(report, content, "parataxis")
        tree.attach(link, content, "cc")
        tree.attach(verb, content, "conj")


def charge_goes_on(tree: Tree, verb: int) -> None:
    """ "accused troops of shelling a village, killing six farmers": whoever shelled it killed them."""
    charging = tree.head[verb]
    if (
        tree.tag[verb] != "VBG"
        or tree.dep[verb] not in ("advcl", "conj")
        or tree.words[tree.subtree(verb)[0] - 1] != ","
    ):
        return
    before = [c for c in charges(tree, charging) if c < verb]
    charge = gerund_behind(tree, before[-1]) if before else None
    if charge is not None and tree.subtree(verb)[0] == verb:
        tree.attach(verb, charge, "advcl")


def _reports(tree: Tree, verb: int, lexicon: Lexicon) -> bool:
    return reporting(tree, verb, lexicon) is not None and tree.tag[verb] in _SAYING


def subject_before_comparison(tree: Tree, verb: int) -> None:
    """ "Turkey, unlike Iran, never sent drones": the name before the comparison acts; it was taken for a time."""
    start, _ = tree.sentence(verb)
    lost = next((c for c in tree.kids(verb, "npadvmod") if c < verb and tree.pos[c] == "PROPN"), None)
    if lost is None or own_subject(tree, verb) is not None or tree.pos[verb] != "VERB":
        return
    if tree.subtree(lost)[0] == start and tree.lower[lost + 1 : lost + 3] in ([",", "unlike"], [",", "like"]):
        tree.attach(lost, verb, "nsubj")


def believed_aside(tree: Tree, verb: int) -> None:
    """ "The group, believed to be led by a cleric, bombed a church", "rebels said to be armed seized it": the group,
    and what is believed says which; the participle was taken for the main verb, or for a clause with the subject."""
    past = tree.tag[verb] in _PAST and tree.lower[verb + 1 : verb + 2] == ["to"]
    if not past or tree.lemma[verb] not in _BELIEVED:
        return
    subject = next((c for c in tree.kids(verb, "nsubj", "dep") if c < verb and tree.pos[c] in NOMINAL), None)
    if subject is None or verb > subject + _NEAR or tree.kid(verb, "aux", "auxpass") is not None:
        return
    above = tree.head[verb]
    beside = [c for c in tree.kids(verb, "conj", "ccomp") if c > verb and own_subject(tree, c) is None]
    beside = [c for c in beside if tree.tag[c] in _PAST or tree.kid(c, "aux") is not None]
    if beside and tree.kid(verb, "cc") is None:
        main = beside[0]
        tree.take_place(main, verb)
    elif tree.dep[verb] == "advcl" and verb < above and own_subject(tree, above) is None:
        main = above
    else:
        return
    tree.attach(subject, main, "nsubj")
    tree.attach(verb, subject, "acl")
    tree.tag[verb] = "VBN"
