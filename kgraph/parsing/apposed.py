"""A noun that takes up the clause before it, with a relative clause that has no pronoun: ", a charge Cairo denies".

Small parsers make the relative clause the main one, and the noun its subject or object. Only the tree is changed. The
sentences are in ``tests/claims/sentences_denied.txt``.
"""

from __future__ import annotations

from kgraph.parsing.tree import Tree

RESUMING = frozenset(
    "accusation allegation assertion charge claim contention decision demand figure idea move number offer plan "
    "proposal report something step suggestion threat toll version".split()
)
_JUDGING = frozenset("brush call contest deny describe dismiss dispute laugh rebut refute reject shrug wave".split())
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
_WITHIN = _NOMINAL | {"DET", "ADJ", "NUM", "PART", "CCONJ"}
_FARTHEST = 12  # words from the noun to its verb


def mend_apposed(tree: Tree) -> None:
    """Mend ``tree`` in place."""
    for noun in range(len(tree)):
        if tree.lemma[noun] in RESUMING and tree.pos[noun] in _NOMINAL:
            _apposed_clause(tree, noun)


def mend_described(tree: Tree) -> None:
    """ "Ana Ruiz, an aide to the minister, who denied it": the aide did. Where the second is named too, who knows."""
    for who in range(1, len(tree)):
        verb = tree.head[who]
        if tree.lower[who] not in ("who", "whom") or tree.dep[verb] != "relcl" or tree.words[who - 1] != ",":
            continue
        inner = tree.head[verb]
        role = tree.head[tree.head[inner]]
        person = tree.head[role]
        between = tree.dep[inner] == "pobj" and tree.pos[inner] == "NOUN" and person < role < inner == who - 2
        if between and tree.dep[role] == "appos" and tree.pos[person] == "PROPN":
            tree.attach(verb, person, "relcl")


def takes_up(tree: Tree, noun: int) -> bool:
    """ "..., a charge Cairo denies", "..., a claim denied by Cairo": no part of the clause before."""
    if tree.lemma[noun] not in RESUMING or tree.kid(noun, "relcl", "acl") is None:
        return False
    return _start(tree, noun) is not None


def _apposed_clause(tree: Tree, noun: int) -> None:
    """ "X accused Y of theft, a charge Y called false": Y calls, and what it calls false is the clause before."""
    start = _start(tree, noun)
    if start is not None:
        _no_argument(tree, noun, start)
        _plural_as_verb(tree, noun, start)
    found = _relative(tree, noun)
    if start is None or found is None:
        return
    subject, verb = found
    if tree.dep[verb] in ("relcl", "acl") and tree.head[verb] == noun:
        _beside_the_content(tree, noun, start)
        _what_is_judged(tree, verb)
        return
    if tree.dep[verb] == "conj" and tree.head[verb] < start and subject > noun and tree.kid(verb, "cc") is None:
        _relative_of(tree, noun, subject, verb, tree.head[verb])
        _own_article(tree, noun, start)
        return
    top = noun if noun in tree.ancestors(verb) else verb
    before = next((c for c in tree.children[top] if c < start and tree.pos[c] in ("VERB", "AUX")), None)
    if before is None or tree.kid(before, "nsubj", "nsubjpass") is None:
        return
    tree.take_place(before, top)
    for child in list(tree.children[top]):
        if child < start:
            tree.attach(child, before, tree.dep[child])
    tree.attach(top, before, "npadvmod")
    _relative_of(tree, noun, subject, verb, before)


def _relative_of(tree: Tree, noun: int, subject: int, verb: int, before: int) -> None:
    tree.attach(noun, before, "npadvmod")
    tree.attach(subject, verb, "nsubj")
    tree.attach(verb, noun, "relcl")


def _no_argument(tree: Tree, noun: int, start: int) -> None:
    """ "X bombed Y, an allegation dismissed by Z": no second object of that verb, and not X by another name."""
    above = tree.head[noun]
    if tree.kid(noun, "acl", "relcl") is None:
        return
    if tree.dep[noun] == "dobj" and any(above < other < start for other in tree.kids(above, "dobj")):
        tree.attach(noun, above, "npadvmod")
    elif tree.dep[noun] == "appos" and tree.pos[tree.head[above]] == "VERB" and above < tree.head[above] < start:
        tree.attach(noun, tree.head[above], "npadvmod")


def _plural_as_verb(tree: Tree, noun: int, start: int) -> None:
    """ "An allegation Lomé rejects": taken for some rejects."""
    own = tree.kid(noun, "relcl", "acl")
    if own is not None and tree.tag[own] == "NNS" and tree.lemma[own] in _JUDGING:  # "that Lomé rejects"
        tree.pos[own], tree.tag[own] = "VERB", "VBZ"
        return
    verb = next((up for up in tree.ancestors(noun) if tree.tag[up] == "NNS"), noun)
    if tree.tag[verb] != "NNS" or tree.lemma[verb] not in _JUDGING or verb < noun:
        return
    whose = [t for t in tree.kids(verb, "compound", "nmod", "nsubj") if noun < t < verb]
    before = next((up for up in tree.ancestors(verb) if tree.pos[up] == "VERB" and up < noun), None)
    if whose and before is not None:
        tree.pos[verb], tree.tag[verb] = "VERB", "VBZ"
        _relative_of(tree, noun, whose[-1], verb, before)
        _own_article(tree, noun, start)


def _own_article(tree: Tree, noun: int, start: int) -> None:
    """ "An allegation Addis Ababa rejects": the article was hung on the name."""
    for word in range(start, noun):
        tree.attach(word, noun, tree.dep[word])


def _start(tree: Tree, noun: int) -> int | None:
    """Where the phrase of the noun begins, right behind a comma: "a charge", "allegations", "something"."""
    start = noun
    while start and tree.pos[start - 1] in ("ADJ", "DET"):
        start -= 1
    bare = tree.tag[noun] == "NNS" or tree.lower[noun] == "something"
    if not start or tree.words[start - 1] not in (",", "–", "—", "-"):
        return None
    return start if bare or tree.lower[start] in ("a", "an") else None


def _relative(tree: Tree, noun: int) -> tuple[int, int] | None:
    """The subject and the verb behind the noun, "Cairo (has always) denied", "that the army calls"."""
    subject = None
    _, end = tree.sentence(noun)
    token = noun + 1
    if token < end and tree.lower[token] in ("that", "which"):
        token += 1
    for word in range(token, min(end, noun + _FARTHEST)):
        if tree.pos[word] == "VERB":
            finite = tree.tag[word] in ("VBD", "VBZ", "VBP", "VBN", "VB")
            return (subject, word) if subject is not None and finite else None
        if tree.pos[word] in _NOMINAL:
            subject = word
        elif tree.pos[word] not in (*_WITHIN, "AUX", "ADV"):
            return None
    return None


def _beside_the_content(tree: Tree, noun: int, start: int) -> None:
    """ "X says Y arms Z, a claim that Y denies": what is said stands before the comma, the noun is no object."""
    above = tree.head[noun]
    if tree.dep[noun] == "dobj" and any(above < child < start for child in tree.kids(above, "ccomp")):
        tree.attach(noun, above, "npadvmod")


def _what_is_judged(tree: Tree, verb: int) -> None:
    """ "a claim that Y denies": the claim is what Y denies; "a claim that Y denies torture" says what is claimed."""
    mark = tree.kid(verb, "mark")
    if mark is not None and tree.lemma[verb] in _JUDGING and tree.kid(verb, "dobj", "ccomp", "xcomp") is None:
        tree.dep[verb], tree.dep[mark] = "relcl", "dobj"
        tree.pos[mark], tree.tag[mark] = "PRON", "WDT"
