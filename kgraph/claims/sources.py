"""Who says it, and by which words: the mentions that a cue has for a subject, described where nobody is known."""

from __future__ import annotations

from kgraph.claims.context import Context
from kgraph.claims.ranges import Range
from kgraph.claims.speakers import FIRST_PERSON, first_person
from kgraph.claims.targets import who
from kgraph.clauses import Predication
from kgraph.clauses.voice import subjects
from kgraph.mentions import Spotted
from kgraph.parsing import Tree

# whoever does this with a claim, view or rumour holds it or passes it on: "came to the conclusion that"
_HOLDING = frozenset(
    "advance arrive circulate come cling draw express form get have hold lend make offer peddle present raise reach "
    "repeat revive share spread stick subscribe take voice".split()
)
_HEARSAY = frozenset(
    "account allegation claim gossip news report rumor rumour speculation story suspicion tale talk word".split()
)
_SPREADING = frozenset(
    "abound arrive break circulate come emerge filter get go grow leak mount persist reach spread surface swirl".split()
)
_HEARING = frozenset({"court", "tribunal", "inquest", "inquiry", "jury", "hearing"})


def cue_span(context: Context, predication: Predication) -> Range:
    tree, head = context.tree, predication.head
    if predication.kind == "copula" and predication.object:
        return min(head, predication.object[0]), max(head, predication.object[0]) + 1
    particle = tree.kid(head, "prt")
    return (head, particle + 1) if particle == head + 1 else (head, head + 1)


def sources_of(context: Context, predication: Predication) -> list[Spotted]:
    tree = context.tree
    if tree.lemma[predication.head] == "hear" and any(tree.lemma[h] in _HEARING for h in predication.subject):
        return []  # "the court heard that": somebody says it there
    subject = [head for head in predication.subject if not is_hearsay(tree, head, predication.head)]
    if found := who(context, subject):
        return found
    if predication.kind == "noun" and (found := _who_is_of_it(context, predication)):
        return found
    out = []
    for head in subject:
        if tree.lower[head] in FIRST_PERSON:
            out.append(first_person(context, head))
        elif tree.lower[head] not in ("it", "there", "that", "this", "what", "which", "who"):
            out.append(context.described(head))
    return out


def is_hearsay(tree: Tree, noun: int, verb: int) -> bool:
    """ "Word spread that", "reports reached Lima that": it goes round, and names nobody."""
    return tree.lemma[noun] in _HEARSAY and tree.lemma[verb] in _SPREADING and tree.kid(noun, "poss") is None


def _who_is_of_it(context: Context, predication: Predication) -> list[Spotted]:
    """ "The analyst is of the opinion that", "the accusation of the United States that": whose it is."""
    tree, noun = context.tree, predication.head
    preposition = tree.head[noun]
    verb = tree.head[preposition]
    if tree.dep[noun] == "pobj" and tree.lower[preposition] == "of" and tree.lemma[verb] == "be":
        return who(context, subjects(tree, verb))
    if not any(c.kind == "that" for c in predication.complements):
        return []
    of = who(context, [n for p in tree.kids(noun, "prep") if tree.lower[p] == "of" for n in tree.kids(p, "pobj")])
    return of or _holders(context, noun)


def _holders(context: Context, noun: int) -> list[Spotted]:
    """ "The panel came to the conclusion that", "the paper spread the rumour that": who holds it or passes it on."""
    tree = context.tree
    up = tree.head[noun]
    verb = tree.head[up] if tree.dep[noun] == "pobj" and tree.lower[up] in ("at", "to") else up
    if tree.dep[noun] not in ("dobj", "pobj") or tree.lemma[verb] not in _HOLDING or tree.kid(verb, "neg") is not None:
        return []
    if tree.kid(noun, "poss") is not None or any(tree.lower[c] == "no" for c in tree.kids(noun, "det")):
        return []
    heads = subjects(tree, verb)
    return who(context, heads) or [context.described(head) for head in heads[:1] if tree.pos[head] in ("NOUN", "PROPN")]
