"""Speakers behind prepositions: "according to the ministry", "in the words of the minister", "in her view"."""

from __future__ import annotations

from collections.abc import Iterator

from kgraph.claims.context import Context, Said
from kgraph.claims.ranges import Range, runs
from kgraph.claims.targets import who
from kgraph.clauses.phrases import NOMINAL
from kgraph.language import Cue
from kgraph.mentions import Spotted
from kgraph.model import Modality
from kgraph.parsing import Tree

# "by her account", "in the minister's words": whose it is, speaks
_ACCOUNTS = {
    "by": frozenset({"account", "admission", "telling", "word", "confession", "version"}),
    "on": frozenset({"account", "reading", "telling", "version", "view"}),
    "in": frozenset(
        {"word", "telling", "account", "view", "opinion", "judgment", "judgement", "estimation", "reading"}
    ),
}
_OPINION = frozenset({"view", "opinion", "judgment", "judgement", "estimation", "reading"})
_MEASURES = frozenset("plan schedule custom protocol tradition age need size rank weight merit".split())
_ALWAYS = "according to"  # the others speak only for somebody who is known: "in the eyes of the law"


def by_preposition(context: Context) -> Iterator[Said]:
    """An attribution for every phrase; it answers for the whole clause that it hangs on."""
    cues = [cue for (_, pos), cue in context.lexicon.cues.items() if pos == "prep"]
    phrases = {tuple(cue.lemma.split()): cue for cue in cues}
    firsts = {words[0] for words in phrases}
    lower = context.tree.lower
    for token, word in enumerate(lower):
        if word not in firsts:
            continue
        for words, cue in phrases.items():
            if tuple(lower[token : token + len(words)]) == words:
                relative = lower[token + len(words) : token + len(words) + 1] in (["whom"], ["which"])
                read = _by_whom if relative and cue.lemma == _ALWAYS else _by_cue
                said = read(context, token, token + len(words), cue)
                if said is not None:
                    yield said


def by_account(context: Context) -> Iterator[Said]:
    """An attribution for "by her account": it answers for the clause that the phrase hangs on."""
    tree = context.tree
    for token, word in enumerate(tree.lower):
        noun = tree.kid(token, "pobj") if word in _ACCOUNTS else None
        owner = tree.kid(noun, "poss") if noun is not None and tree.lemma[noun] in _ACCOUNTS[word] else None
        if noun is None or owner is None or not _stands_apart(context, token, noun + 1):
            continue
        thought = tree.lemma[noun] in _OPINION
        relation = None if thought else "SAYS"
        said = _said(context, (token, noun + 1), who(context, [owner]), Modality.REPORTED, relation, not thought)
        if said is not None:
            yield said


def by_telling(context: Context) -> Iterator[Said]:
    """An attribution for "as Sudan would have it", "to hear Sudan tell it": it answers for the clause beside it."""
    tree = context.tree
    for verb in range(len(tree)):
        teller = _teller(tree, verb) if tree.dep[verb] == "advcl" else None
        sources = [] if teller is None else who(context, [teller])
        scope = _scope(context, verb) if sources else []
        if scope:
            first = tree.subtree(verb)[0]
            yield _over(scope, (first, verb + 1), sources, Modality.REPORTED, "SAYS", narrow=True)


def _teller(tree: Tree, verb: int) -> int | None:
    if tree.lemma[verb] == "have" and any(tree.lower[mark] == "as" for mark in tree.kids(verb, "mark", "advmod")):
        would = any(tree.lower[aux] == "would" for aux in tree.kids(verb, "aux"))
        it = any(tree.lower[thing] == "it" for thing in tree.kids(verb, "dobj"))
        return tree.kid(verb, "nsubj") if would and it else None
    told = tree.kid(verb, "ccomp", "xcomp")
    if tree.lemma[verb] != "hear" or told is None or tree.lemma[told] != "tell" or tree.lower[told + 1] != "it":
        return None
    return tree.kid(told, "nsubj")


def _stands_apart(context: Context, first: int, end: int) -> bool:
    """ "By her account, X did", "X did it by its own account", "which in her view had": not "paid by her account in
    Lima"."""
    tree = context.tree
    start, stop = tree.sentence(first)
    if tree.tag[first - 1] in ("WDT", "WP") and tree.pos[end] in ("VERB", "AUX", "ADV"):
        return True
    last = end >= stop - 1 or tree.pos[end] == "PUNCT"
    return last and (first == start or tree.pos[first - 1] == "PUNCT" or "own" in tree.lower[first:end])


def _by_cue(context: Context, first: int, end: int, cue: Cue) -> Said | None:
    tree = context.tree
    heads = [
        noun for token in (end - 1, first) for noun in tree.kids(token, "pobj", "pcomp") if tree.pos[noun] in NOMINAL
    ]
    sources = _sources(context, heads, cue) or _those_who_told(context, end - 1)
    return _said(context, (first, end), sources, Modality(cue.modality), cue.relation, cue.breadth == "narrow")


def _by_whom(context: Context, first: int, end: int, cue: Cue) -> Said | None:
    """ "The minister, according to whom Iran did it, will resign": he says so, up to the comma."""
    tree = context.tree
    _, stop = tree.sentence(first)
    closing = next((t for t in range(end + 1, stop) if tree.words[t] in (",", ".", ";")), stop)
    noun = first - 2
    if noun < tree.sentence(first)[0] or tree.words[first - 1] != ",":
        return None
    while tree.head[noun] < first and tree.head[noun] != noun and tree.pos[tree.head[noun]] in (*NOMINAL, "ADP"):
        noun = tree.head[noun]
    sources = who(context, [noun]) or [context.described(noun)]
    scope = list(range(end + 1, closing))
    return _over(scope, (first, end), sources, Modality(cue.modality), cue.relation, True) if scope else None


def _said(
    context: Context, cue: Range, sources: list[Spotted], modality: Modality, relation: str | None, narrow: bool
) -> Said | None:
    """What the sources answer for: the clause that the phrase hangs on."""
    scope = _scope(context, cue[0]) if sources else []
    return _over(scope, cue, sources, modality, relation, narrow) if scope else None


def _over(
    scope: list[int], cue: Range, sources: list[Spotted], modality: Modality, relation: str | None, narrow: bool
) -> Said:
    return Said(
        head=cue[0],
        cue=cue,
        sources=sources,
        content=runs(scope),
        tokens=frozenset(scope),
        modality=modality,
        relation=relation,
        narrow=narrow,
    )


def _sources(context: Context, heads: list[int], cue: Cue) -> list[Spotted]:
    found = who(context, heads)
    if not found and heads and cue.lemma == _ALWAYS and not _goes_by(context, heads[0]):
        return [context.described(heads[0])]
    return found


def _those_who_told(context: Context, preposition: int) -> list[Spotted]:
    """ "According to what the prisoners told the consul": whoever told it."""
    tree = context.tree
    for clause in tree.kids(preposition, "pcomp", "ccomp"):
        told = (tree.lemma[clause], "verb") in context.lexicon.cues and tree.pos[clause] == "VERB"
        subject = tree.kid(clause, "nsubj")
        if told and subject is not None and tree.lower[tree.subtree(clause)[0]] == "what":
            return who(context, [subject]) or [context.described(subject)]
    return []


def _goes_by(context: Context, noun: int) -> bool:
    """ "Went according to plan", "paid according to age": what something goes by is no speaker."""
    tree = context.tree
    return tree.lemma[noun] in _MEASURES and not tree.children[noun]


def _scope(context: Context, first: int) -> list[int]:
    """The clause that the phrase hangs on, without the phrase and the marks at its ends."""
    tree = context.tree
    governor = tree.head[first]
    if governor == first:
        return []
    apart = tree.lower[first] == "according" or tree.dep[first] == "advcl"
    if not apart and tree.pos[governor] not in ("VERB", "AUX"):
        return []  # "two dollars per kilo"
    while _ends_the_sentence(tree, first) and tree.dep[governor] == "conj" and tree.pos[tree.head[governor]] == "VERB":
        governor = tree.head[governor]  # "shelled Kharkiv and killed three, according to Ukraine": both
    scope = sorted(set(tree.subtree(governor)) - set(tree.subtree(first)))
    scope = [token for token in scope if tree.sentence_of[token] == tree.sentence_of[first]]
    while scope and tree.pos[scope[-1]] in ("PUNCT", "SPACE"):
        scope.pop()
    while scope and tree.pos[scope[0]] in ("PUNCT", "SPACE"):
        scope.pop(0)
    return scope


def _ends_the_sentence(tree: Tree, first: int) -> bool:
    """Whether the phrase stands behind a comma at the end of its sentence."""
    _, stop = tree.sentence(first)
    closed = all(tree.pos[t] in ("PUNCT", "SPACE") for t in range(tree.subtree(first)[-1] + 1, stop))
    return tree.words[first - 1] == "," and closed
