"""Who speaks stands outside the marks: "“My answer, that was wrong,” the minister said" has the minister for a subject.

The small parser does not heed quotation marks. Only the tree is changed, before predications are read off it. It also
takes the verb before a quotation for a noun: "The ministry notes, “Rain is scarce”".
"""

from __future__ import annotations

from kgraph.claims.quotations import Quotation
from kgraph.clauses.phrases import NOMINAL
from kgraph.clauses.reporter import reporting
from kgraph.clauses.voice import own_subject
from kgraph.language import Lexicon
from kgraph.parsing import Tree

_REACH = 10  # tokens from the end of a quotation to its verb
_UNENDED = frozenset({",", "?", "!"})
_SUBJECTS = ("nsubj", "nsubjpass")
_MAYBE = ("dobj", "attr", "npadvmod", "appos", "dep")


def verbs_before_quotations(tree: Tree, quotes: list[Quotation], lexicon: Lexicon) -> None:
    """Make a verb of the noun right before a quotation, where the lexicon knows it as a reporting verb."""
    for quote in quotes:
        noun = quote.start - 2
        if noun > 0 and tree.words[noun] in (",", ":"):
            noun -= 1
        if noun < 1 or tree.tag[noun] != "NNS" or (tree.lemma[noun], "verb") not in lexicon.cues:
            continue
        whose = [child for child in tree.kids(noun, "nsubj", "nmod", "compound", "poss") if child < noun]
        if tree.dep[noun] != "ROOT" or not whose or tree.kid(noun, "det") is not None:
            continue
        tree.pos[noun], tree.tag[noun] = "VERB", "VBZ"
        tree.dep[whose[-1]] = "nsubj"


def verbs_behind_quotations(tree: Tree, quotes: list[Quotation], lexicon: Lexicon) -> None:
    """ "“It was known that he lied,” the judge told the court": a verb that the parser hung into the words it reports
    stands over them."""
    for quote in quotes:
        for verb in range(quote.end, min(quote.end + _REACH, len(tree))):
            inside = tree.head[verb]
            if inside not in quote or tree.tag[verb] not in ("VBD", "VBZ") or reporting(tree, verb, lexicon) is None:
                continue
            top = inside
            while tree.head[top] in quote and tree.head[top] != top:
                top = tree.head[top]
            spoken = own_subject(tree, verb)
            if spoken is not None and spoken > quote.end and tree.words[quote.end - 1] in _UNENDED:
                tree.take_place(verb, top)
                tree.attach(top, verb, "ccomp")
                for mark in tree.kids(top, "punct"):
                    if mark >= quote.end:
                        tree.attach(mark, verb, "punct")
            break


def speakers_outside(tree: Tree, quotes: list[Quotation]) -> None:
    """Take from a verb outside a quotation a subject that stands inside it; a noun beside the verb has its place."""
    for quote in quotes:
        for token in range(quote.start, quote.end):
            verb = tree.head[token]
            if verb in quote or verb == token or tree.dep[token] not in _SUBJECTS or tree.pos[verb] != "VERB":
                continue
            if verb > quote.end and any(verb in other for other in quotes):
                continue  # "“The army,” he said, “attacked the rebels”": the quotation goes on
            tree.dep[token] = "dep"
            if tree.kid(verb, *_SUBJECTS) is None and (noun := _beside(tree, verb, quotes)) is not None:
                tree.dep[noun] = "nsubj"


def _beside(tree: Tree, verb: int, quotes: list[Quotation]) -> int | None:
    nouns = [
        child
        for child in tree.kids(verb, *_MAYBE)
        if tree.pos[child] in NOMINAL
        and tree.ent[child] not in ("DATE", "TIME")
        and not any(child in quote for quote in quotes)
    ]
    return min(nouns, key=lambda noun: abs(noun - verb), default=None)
