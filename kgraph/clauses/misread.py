"""Words that small parsers take for something else: a month for part of a name, a verb for an adjective, a complaint's
"of" for part of the accused.

Only the tree is changed. The sentences are in ``tests/claims/sentences.txt``.
"""

from __future__ import annotations

from kgraph.clauses.voice import own_subject
from kgraph.language import Lexicon
from kgraph.parsing import Tree
from kgraph.parsing.charges import charges, gerund_behind

_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
_CALENDAR = _DAYS | frozenset(
    "january february march april may june july august september october november december".split()
)


def mend_misread(tree: Tree, token: int, lexicon: Lexicon) -> None:
    """Mend what stands with the verb ``token``."""
    if tree.pos[token] == "VERB":
        _calendar_name(tree, token)
        accused_of(tree, token, lexicon)
        _called_on(tree, token)
        _name_before_verb(tree, token)
        _heading_before_colon(tree, token)


def _calendar_name(tree: Tree, verb: int) -> None:
    """ "In March Thailand closed its border": the month is the date, the country acts."""
    if tree.tag[verb] not in ("VBD", "VBZ", "VBP") or own_subject(tree, verb) is not None:
        return
    for preposition in tree.kids(verb, "prep"):
        name = tree.kid(preposition, "pobj")
        if preposition > verb or name is None or name > verb or tree.pos[name] != "PROPN":
            continue
        day = next((c for c in tree.kids(name, "compound", "nmod") if tree.lower[c] in _CALENDAR), None)
        if day is None or any(tree.pos[t] not in ("ADV", "AUX") for t in range(name + 1, verb)):
            continue
        tree.attach(day, preposition, "pobj")
        tree.attach(name, verb, "nsubj")
        return


def day_in_front(tree: Tree, verb: int) -> None:
    """ "On Monday Mali sent troops": the day was taken for the first part of the subject behind it."""
    subject = own_subject(tree, verb)
    for preposition in tree.kids(verb, "prep"):
        day = preposition + 1
        if subject is None or day >= subject or tree.children[preposition] or tree.head[day] != subject:
            continue
        if tree.dep[day] == "compound" and tree.lower[day] in _DAYS:
            tree.attach(day, preposition, "pobj")
            tree.ent[day] = "DATE"


def headline_verb(tree: Tree, noun: int, lexicon: Lexicon) -> None:
    """ "Kabul rejects charge" in a headline: the verb was taken for a plural, and the noun behind it for the verb."""
    root = noun + 1
    if tree.tag[noun] != "NNS" or tree.dep[noun] != "nsubj" or tree.head[noun] != root or not tree.is_headline(noun):
        return
    name = tree.kid(noun, "compound")
    known = any((tree.lemma[noun], "verb") in table for table in (lexicon.denials, lexicon.cues))
    known = known or tree.lemma[noun] in lexicon.verbs
    noun_too = tree.lemma[root] in lexicon.nouns or (tree.lemma[root], "noun") in lexicon.cues
    if not known or not noun_too or name != noun - 1 or tree.tag[root] != "VBP":
        return
    if any(child > root for child in tree.kids(root, "dobj", "ccomp", "nummod", "npadvmod")):
        return  # "Kabul attacks kill nine"
    above, dep = tree.head[root], tree.dep[root]
    tree.attach(noun, noun if above == root else above, dep)
    for child in list(tree.children[root]):
        tree.attach(child, noun, tree.dep[child])
    tree.attach(root, noun, "dobj")
    tree.attach(name, noun, "nsubj")
    tree.pos[noun], tree.tag[noun] = "VERB", "VBZ"
    tree.pos[root], tree.tag[root] = "NOUN", "NN"


def _name_before_verb(tree: Tree, verb: int) -> None:
    """ "Algiers rejects charge": a name right before a finite verb that has no subject."""
    name = verb - 1
    if tree.tag[verb] not in ("VBZ", "VBD") or own_subject(tree, verb) is not None or name < 0:
        return
    if tree.head[name] == verb and tree.dep[name] == "compound" and tree.pos[name] == "PROPN":
        tree.dep[name] = "nsubj"


def _heading_before_colon(tree: Tree, verb: int) -> None:
    """ "Correction: An earlier version said that": what stands before the colon was taken for the subject."""
    heading = own_subject(tree, verb)
    if heading is None or heading + 1 >= verb or tree.words[heading + 1] != ":":
        return
    behind = [*tree.kids(heading, "appos"), *tree.kids(verb, "nsubj", "nsubjpass")]
    noun = next((t for t in behind if heading + 1 < t < verb), None)
    if noun is not None:
        tree.attach(noun, verb, tree.dep[heading])
        tree.dep[heading] = "dep"


def _called_on(tree: Tree, verb: int) -> None:
    """ "called on Interior Minister Samson Kiptanui to resign": a name that was taken for an object of calling."""
    name = tree.kid(verb, "dobj")
    if tree.lemma[verb] != "call" or name is None:
        return
    for preposition in tree.kids(verb, "prep", "prt"):
        if tree.lower[preposition] in ("on", "upon") and not tree.children[preposition]:
            if preposition == verb + 1 and tree.subtree(name)[0] == preposition + 1:
                tree.attach(name, preposition, "pobj")
                tree.dep[preposition] = "prep"
            return


def accused_of(tree: Tree, verb: int, lexicon: Lexicon) -> None:
    """ "accuses Thai marines of seizing a ferry", "accused by experts of sending arms", "accused its neighbour of
    arming rebels": what somebody is accused of belongs to the verb, and he did it; a gerund is a verb."""
    for preposition in charges(tree, verb):
        if tree.head[preposition] != verb:
            tree.attach(preposition, verb, "prep")
        gerund = gerund_behind(tree, preposition)
        if gerund is None or tree.dep[gerund] == "pcomp":
            continue
        if tree.head[gerund] == preposition:
            tree.attach(gerund, preposition, "pcomp")
            tree.pos[gerund] = "VERB"
            continue
        if tree.pos[gerund] != "VERB":
            lemma = _verb_of(tree.lower[gerund], lexicon)
            if lemma is None:
                continue  # "accused of drilling rights abuses"
            tree.lemma[gerund], tree.pos[gerund], tree.tag[gerund] = lemma, "VERB", "VBG"
        noun = tree.head[gerund]
        tree.attach(gerund, preposition, "pcomp")
        tree.attach(noun, gerund, "dobj")


def _verb_of(gerund: str, lexicon: Lexicon) -> str | None:
    """ "smuggling" is of "smuggle", "arming" of "arm", "shipping" of "ship"."""
    stem = gerund.removesuffix("ing")
    forms = (stem, stem + "e", stem[:-1] if stem[-2:-1] == stem[-1:] else stem)
    return next((form for form in forms if form in lexicon.verbs or form in lexicon.operators), None)


def verb_as_adjective(tree: Tree, verb: int) -> None:
    """ "signed an accord but boycotted elections": a second verb that was taken for an adjective of its object."""
    noun = tree.head[verb]
    if tree.dep[verb] != "amod" or tree.tag[verb] != "VBD" or tree.dep[noun] != "conj" or verb > noun:
        return
    beside = tree.head[noun]  # the first verb, or its object
    first = beside if tree.pos[beside] == "VERB" else tree.head[beside]
    if tree.pos[first] != "VERB" or tree.tag[first] != "VBD" or own_subject(tree, first) is None:
        return
    if tree.lower[verb - 1] not in ("but", "and", "yet", "then"):
        return
    tree.pos[verb] = "VERB"
    tree.attach(verb, first, "conj")
    tree.attach(noun, verb, "dobj")
    for child in tree.kids(noun, "npadvmod"):
        tree.attach(child, verb, "npadvmod")
