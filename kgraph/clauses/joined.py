"""Two clauses that small parsers run into one: "Iran freed the sailors and Britain released the ship".

The second one's subject is taken for one more object of the first. Only the tree is changed. The sentences are in
``tests/claims/sentences_joined.txt``.
"""

from __future__ import annotations

from kgraph.clauses.phrases import NOMINAL
from kgraph.clauses.reporter import reporting
from kgraph.clauses.shared import takes_object
from kgraph.clauses.voice import own_subject
from kgraph.language import Lexicon
from kgraph.parsing import Tree

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_OBJECTS = ("dobj", "pobj", "attr", "dative", "conj", "appos")
# "insisted on Iran freeing them", "spoke of Iran arming them"
_DOING = {
    "about": frozenset("ask complain hear know learn speak talk tell think warn worry".split()),
    "against": frozenset({"advise", "argue", "caution", "protest", "warn"}),
    "of": frozenset("approve complain disapprove dream hear know learn speak talk tell think warn".split()),
    "on": frozenset("bank bet condition count depend hinge insist rely".split()),
    "to": frozenset({"agree", "consent", "object"}),
}


def second_clause(tree: Tree, verb: int, lexicon: Lexicon) -> None:
    """ "Iran freed the sailors and Britain released the ship": a finite verb right behind "and Britain", with no "and"
    of its own, is Britain's."""
    first = tree.head[verb]
    if first >= verb or tree.pos[first] not in ("VERB", "AUX"):
        return
    if tree.dep[verb] == "conj" and own_subject(tree, verb) is None and _is_finite(tree, verb):
        noun = _noun_before(tree, _before_aside(tree, _start(tree, verb), first), first)
        if noun is not None and not any(noun < c < verb for c in tree.kids(first, "cc")):
            _part(tree, noun, first, verb)
    elif tree.dep[verb] == "ccomp" and tree.kid(verb, "mark") is None:
        _object_as_subject(tree, verb, first, lexicon)
    elif tree.dep[verb] == "advcl" and tree.tag[verb] == tree.tag[first] == "VB" and own_subject(tree, verb) is None:
        infinitive = own_subject(tree, first) is not None and tree.lower[_start(tree, verb)] == "to"
        noun = _noun_before(tree, _start(tree, verb), first)
        if infinitive and noun is not None and any(tree.lower[c] == "to" for c in tree.kids(first, "aux")):
            _part(tree, noun, first, verb)


def doer_behind_preposition(tree: Tree, gerund: int) -> None:
    """ "Insisted on Iran freeing the sailors": Iran would free them, and not whoever insists."""
    if tree.tag[gerund] != "VBG" or tree.dep[gerund] not in ("advcl", "acl", "xcomp") or gerund < 2:
        return
    if own_subject(tree, gerund) is not None or tree.pos[gerund - 1] not in ("PROPN", "NOUN", "PRON"):
        return
    doer = gerund - 1
    while tree.head[doer] < gerund and tree.head[doer] > tree.head[tree.head[doer]] and tree.dep[doer] == "compound":
        doer = tree.head[doer]
    preposition = tree.head[doer]
    if tree.dep[doer] != "pobj" or tree.lower[preposition] not in _DOING or tree.subtree(doer)[-1] != gerund - 1:
        return
    above = tree.head[preposition]
    matrix = tree.head[above] if tree.dep[above] == "dobj" else above  # "conditioned aid on Iran freeing them"
    if tree.lemma[matrix] in _DOING[tree.lower[preposition]] and tree.head[gerund] in (above, matrix):
        tree.attach(preposition, matrix, "prep")
        tree.attach(gerund, preposition, "pcomp")
        tree.attach(doer, gerund, "nsubj")


def _start(tree: Tree, verb: int) -> int:
    """The first word of the verb's own words: its auxiliaries, "not" and adverbs before it."""
    first = verb
    for word in reversed([c for c in tree.children[verb] if c < verb]):
        if word != first - 1 or tree.dep[word] not in ("aux", "auxpass", "neg", "advmod"):
            break
        first = word
    return first


def _before_aside(tree: Tree, start: int, first: int) -> int:
    """ "And Chile, in response, released the ship": where the aside between its commas begins."""
    if tree.words[start - 1] != ",":
        return start
    opening = next((t for t in range(start - 2, first, -1) if tree.words[t] == ","), None)
    inside = range(opening or 0, start - 1)
    if opening is None or len(inside) < 3 or len(inside) > 8 or tree.dep[opening + 1] not in ("prep", "advmod"):
        return start
    busy = any(tree.pos[t] in ("VERB", "AUX", "CCONJ") and tree.lower[t] != "according" for t in inside)
    return start if busy else opening


def _noun_before(tree: Tree, start: int, first: int) -> int | None:
    """The last of several objects of the first verb, right before the second one."""
    at = start - 1
    while at > first and tree.dep[at] in ("compound", "case", "nmod", "pobj", "prep") and tree.head[at] > first:
        at = tree.head[at]
    if at <= first or tree.dep[at] != "conj" or tree.pos[at] not in ("PROPN", "NOUN", "PRON"):
        return None
    if tree.subtree(at)[-1] != start - 1 or first not in tree.ancestors(at):
        return None
    if tree.words[tree.subtree(at)[0] - 1] not in ("and", "but", "while"):
        return None
    listed = tree.head[at]
    apart = tree.words[tree.subtree(listed)[0] - 1] == ","  # "..., two diplomats and a minister told reporters"
    return at if listed == first or (tree.dep[listed] in _OBJECTS and not apart) else None


def _part(tree: Tree, noun: int, first: int, verb: int) -> None:
    """Make the noun the subject of the second verb, and that a clause beside the first."""
    listed = tree.head[noun]
    opening = tree.subtree(noun)[0] - 1
    for aside in [child for child in tree.children[first] if noun < child < verb]:
        tree.attach(aside, verb, tree.dep[aside])
    tree.attach(noun, verb, "nsubjpass" if tree.kid(verb, "auxpass") is not None else "nsubj")
    if tree.head[opening] in (listed, noun):
        tree.attach(opening, first, "cc")
    if tree.head[verb] != verb:
        tree.dep[verb] = "conj"


def _object_as_subject(tree: Tree, verb: int, first: int, lexicon: Lexicon) -> None:
    """ "Iran will free the sailors and Britain will release the ship": both were taken for the second one's subject."""
    subject = own_subject(tree, verb)
    if subject is None or subject < first or tree.kid(first, "dobj") is not None or own_subject(tree, first) is None:
        return
    last = next((c for c in tree.kids(subject, "conj")), None)
    joined = last is not None and tree.lower[tree.subtree(last)[0] - 1] == "and" and tree.pos[subject] in NOMINAL
    if last is None or not joined or not takes_object(tree, first, lexicon) or not _is_finite(tree, verb):
        return
    if tree.subtree(subject)[0] != first + 1 or (tree.lemma[first], "verb") in lexicon.cues:
        return
    tree.attach(subject, first, "dobj")
    _part(tree, last, first, verb)


def _is_finite(tree: Tree, verb: int) -> bool:
    helping = tree.kids(verb, "aux", "auxpass")
    return tree.tag[helping[0] if helping else verb] in _FINITE


def listed_passives(tree: Tree, verb: int) -> None:
    """ "Libya was condemned by Tunisia, praised by Egypt and ignored by Chad": all three befall Libya."""
    agent = tree.head[verb]
    by = tree.head[agent]
    above = tree.head[by]
    if tree.dep[verb] != "acl" or tree.tag[verb] != "VBN" or tree.dep[by] != "agent" or tree.dep[agent] != "pobj":
        return
    listed = (
        tree.kid(verb, "agent") is not None and tree.kid(verb, "cc") is not None and tree.kid(verb, "conj") is not None
    )
    if listed and tree.words[verb - 1] == "," and tree.kid(above, "auxpass") is not None:
        tree.attach(verb, above, "conj")


def object_not_meant(tree: Tree, verb: int) -> None:
    """ "Condemned not Libya but Egypt": it did condemn somebody."""
    thing = tree.kid(verb, "dobj")
    denied = next((word for word in tree.kids(verb, "neg") if word > verb), None)
    if thing is None or denied is None or tree.subtree(thing)[0] != denied + 1:
        return
    if any(tree.lower[cc] == "but" for cc in tree.kids(thing, "cc")):
        tree.attach(denied, thing, "neg")


def beyond_semicolon(tree: Tree, verb: int) -> None:
    """ "Russia said tanks were destroyed; Ukraine put the number at two": Russia says the first only."""
    report, inner = tree.head[verb], tree.kid(verb, "ccomp")
    subject = own_subject(tree, verb)
    if tree.dep[verb] != "ccomp" or inner is None or subject is None or not report < inner < subject < verb:
        return
    if tree.words[tree.subtree(subject)[0] - 1] == ";" and tree.kid(inner, "mark") is None:
        tree.attach(inner, report, "ccomp")
        tree.attach(verb, report, "parataxis")


def report_in_second_clause(tree: Tree, verb: int, lexicon: Lexicon) -> None:
    """ "The government has resisted, and a minister, speaking on Monday, said": the minister says what follows, and not
    that it has."""
    clause = tree.kid(verb, "ccomp")
    if reporting(tree, verb, lexicon) is None or clause is None or clause > verb or own_subject(tree, verb) is not None:
        return
    content = next((c for c in tree.kids(verb, "ccomp") if c > verb), None)
    speaker = next((c for c in tree.kids(clause, "conj") if tree.pos[c] in ("NOUN", "PROPN") and c > clause), None)
    if content is None or speaker is None or own_subject(tree, clause) is None:
        return
    if tree.lower[tree.subtree(speaker)[0] - 1] in ("and", "but"):
        tree.take_place(clause, verb)
        tree.attach(verb, clause, "conj")
        tree.attach(speaker, verb, "nsubj")


def asked_in_between(tree: Tree, verb: int, lexicon: Lexicon) -> None:
    """ "The president, asked about the threat, said": he is asked, and says."""
    report, subject = tree.head[verb], tree.kid(verb, "nsubj")
    if tree.lemma[verb] not in ("ask", "press", "question", "quiz") or tree.dep[verb] != "ccomp" or subject is None:
        return
    between = tree.words[verb - 1] == "," and subject < verb < report and tree.kid(verb, "dobj", "aux") is None
    if between and own_subject(tree, report) is None and reporting(tree, report, lexicon) is not None:
        tree.attach(subject, report, "nsubj")
        tree.attach(verb, subject, "acl")
        tree.tag[verb] = "VBN"
