"""Infinitives and gerunds that small parsers hang on the noun before: "I call on our friends to stand up".

Only the tree is changed. The sentences are in ``tests/clauses/predications.txt`` and ``tests/claims``.
"""

from __future__ import annotations

from kgraph.clauses.voice import own_subject
from kgraph.language import Lexicon
from kgraph.parsing import Tree

_PLEADING = frozenset(
    "ask appeal beg beseech call challenge command encourage entreat exhort implore invite lobby order persuade plead "
    "press pressure push request tell urge warn".split()
)
_PLOTS = frozenset({"attempt", "bid", "conspiracy", "plan", "plot", "scheme"})
_ADJECTIVES = frozenset("existing ongoing remaining growing pending mounting standing outstanding rising".split())


def asked_to(tree: Tree, verb: int) -> None:
    """ "I call on all our friends to stand up": the infinitive completes the asking, not the friends."""
    noun = tree.head[verb]
    if tree.dep[verb] not in ("acl", "relcl", "xcomp") or tree.tag[verb] != "VB":
        return
    if own_subject(tree, verb) is not None or not any(tree.lower[c] == "to" for c in tree.kids(verb, "aux")):
        return
    up = tree.head[noun]
    if tree.dep[noun] == "pobj" and tree.lower[up] in ("on", "upon", "to", "with", "for"):
        up = tree.head[up]
    elif tree.dep[noun] not in ("dobj", "dative"):
        return
    person = tree.pos[noun] in ("PROPN", "PRON") or tree.tag[noun] == "NNS"
    if tree.pos[up] == "VERB" and tree.lemma[up] in _PLEADING and person:
        tree.attach(verb, up, "xcomp")


def asked_for(tree: Tree, verb: int) -> None:
    """ "called for Iran to be expelled": the clause completes the asking; it is no adverbial of it."""
    if tree.dep[verb] not in ("advcl", "ccomp", "xcomp") or tree.lemma[tree.head[verb]] not in _PLEADING:
        return
    subject, mark = own_subject(tree, verb), tree.kid(verb, "mark")
    if subject is None or mark is None or tree.lower[mark] != "for" or not tree.head[verb] < mark < subject < verb:
        return
    if not any(tree.lower[child] == "to" for child in tree.kids(verb, "aux")):
        return
    tree.attach(mark, tree.head[verb], "prep")
    tree.pos[mark] = "ADP"
    tree.attach(subject, mark, "pobj")
    tree.dep[verb] = "xcomp"


def noun_infinitive(tree: Tree, verb: int, lexicon: Lexicon) -> None:
    """ "foiled a plot by officers to seize the palace": the officers would, and not whoever foiled it."""
    above = tree.head[verb]
    if tree.dep[verb] not in ("xcomp", "advcl") or tree.tag[verb] != "VB" or tree.pos[above] != "VERB":
        return
    to = next((c for c in tree.kids(verb, "aux") if tree.lower[c] == "to"), None)
    noun = tree.kid(above, "dobj")
    for over in tree.kids(above, "prep"):  # "expelled over a plot to kidnap": the plot's, right behind it
        plotted = to is not None and tree.kid(over, "pobj") == to - 1 and tree.lemma[to - 1] in _PLOTS
        if plotted and to is not None and tree.lower[over] in ("for", "over"):
            tree.attach(verb, to - 1, "acl")
            return
    if noun is None or not above < noun < verb or to is None:
        return
    takes = {word for o in lexicon.operators.get(tree.lemma[noun], ()) if o.pos == "noun" for word in o.takes}
    agent = any(tree.lower[child] == "by" for child in tree.kids(noun, "prep", "agent"))
    if "infinitive" in takes and agent and own_subject(tree, verb) is None:
        tree.attach(verb, noun, "acl")


def gerund_as_modifier(tree: Tree, verb: int, lexicon: Lexicon) -> None:
    """ "denied arming rebels", "has stopped trusting Brussels": a gerund that was read as an adjective."""
    gerund = verb + 1
    if gerund >= len(tree) or tree.tag[gerund] != "VBG" or tree.dep[gerund] != "amod":
        return
    noun = tree.head[gerund]
    if tree.head[noun] != verb or tree.dep[noun] != "dobj" or tree.lower[gerund] in _ADJECTIVES:
        return
    takes = {word for operator in lexicon.operators.get(tree.lemma[verb], ()) for word in operator.takes}
    denial = lexicon.denials.get((tree.lemma[verb], "verb"))
    if "gerund" not in takes and (denial is None or "clause" not in denial.needs):
        return
    tree.attach(gerund, verb, "xcomp")
    tree.attach(noun, gerund, "dobj")
