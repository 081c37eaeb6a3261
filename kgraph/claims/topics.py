"""What somebody speaks of without saying it in a clause: "endorsed the plan", "called it a fraud", "spoke of war".

Attributions of the wide notion only. They carry no claim: that a plan was endorsed is the article's own word.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from kgraph.claims.context import Context, Said
from kgraph.claims.ranges import Range
from kgraph.claims.sources import cue_span, sources_of
from kgraph.clauses import Predication
from kgraph.model import Modality
from kgraph.parsing import Tree

_OBJECTS = frozenset({"dobj", "oprd"})
_FURTHER = frozenset({"dobj", "prep", "oprd", "xcomp", "acl", "relcl", "dative"})  # what is said of the object
_SAID_OF_IT = frozenset("as for of to about from with against than over between among by behind".split())


def topics(context: Context, predications: Iterable[Predication], found: Iterable[Said]) -> Iterator[Said]:
    """An attribution for every verb of the lexicon's topics that is no cue yet."""
    taken = {said.head for said in found}
    for predication in predications:
        topic = context.lexicon.topics.get(predication.lemma)
        if topic is None or predication.kind != "verb" or predication.head in taken:
            continue
        content = _content(context, predication, topic.takes)
        sources = sources_of(context, predication)
        if content is None or not sources:
            continue
        yield Said(
            head=predication.head,
            cue=cue_span(context, predication),
            sources=sources,
            content=[content],
            tokens=frozenset(),
            modality=Modality.REPORTED,
            narrow=False,
            whole=False,
        )


def _content(context: Context, predication: Predication, takes: Collection[str]) -> Range | None:
    tree, verb = context.tree, predication.head
    subject = tree.kid(verb, "nsubjpass")
    if predication.passive and subject is not None:
        return _range(tree.subtree(subject)) if "noun" in takes else None
    after = [child for child in tree.children[verb] if child > verb]
    first = next((child for child in after if _begins(context, child, takes)), None)
    if first is None:
        return None
    if tree.dep[first] == "prep":
        return _range([t for t in tree.subtree(first) if t != first])
    return with_what_is_said_of_it(tree, verb, _range(tree.subtree(first)))


def with_what_is_said_of_it(tree: Tree, verb: int, phrase: Range) -> Range:
    """ "called the plan a fraud", "cited the letter as proof": the object and what follows it without a comma."""
    start, end = phrase
    further = [child for child in tree.children[verb] if child >= end and tree.dep[child] in _FURTHER]
    said = [child for child in further if tree.dep[child] in _OBJECTS]
    for child in further:
        a, b = _range(tree.subtree(child))
        belongs = tree.dep[child] != "prep" or tree.lower[child] in _SAID_OF_IT or any(child < other for other in said)
        if a != end or not belongs:  # "rejected the claim in a ruling", "on Friday": not said of the claim
            break
        end = b
    return start, end


def _begins(context: Context, child: int, takes: Collection[str]) -> bool:
    tree = context.tree
    dep = tree.dep[child]
    if dep == "prep":
        return tree.lower[child] in takes and bool(tree.children[child])
    if dep in ("xcomp", "ccomp"):
        # "called the plan a fraud": object and predicate may be read as a clause
        return "infinitive" in takes or ("noun" in takes and tree.pos[child] not in ("VERB", "AUX"))
    return dep in _OBJECTS and "noun" in takes


def _range(tokens: list[int]) -> Range:
    return tokens[0], tokens[-1] + 1
