"""Where somebody stands: "Egypt's answer is that Sudan armed them", "the minister's view is simple. Sudan did it."."""

from __future__ import annotations

from collections.abc import Iterator

from kgraph.claims.content import clause_words
from kgraph.claims.context import Context, Said
from kgraph.claims.ranges import Range
from kgraph.claims.targets import who
from kgraph.mentions import Spotted
from kgraph.model import Modality

_STANDPOINTS = frozenset(
    "account answer argument assessment assertion belief case charge claim complaint contention conviction defence "
    "defense excuse explanation line message opinion point position reply response statement story suspicion talk "
    "theory verdict version view word".split()
)
# "The Kremlin's view is simple": what it is follows
_ANNOUNCING = frozenset("blunt clear different familiar opposite plain simple straightforward".split())
_TAKING_UP = frozenset({"but", "however", "neither", "none", "nothing", "that", "this", "yet"})
_MOST = 3  # sentences that follow


def standpoints(context: Context) -> Iterator[Said]:
    """An attribution for every standpoint that is spelled out behind its noun; it is its owner's."""
    yield from _in_a_clause(context)
    yield from _behind_it(context)


def _in_a_clause(context: Context) -> Iterator[Said]:
    tree = context.tree
    for noun, lemma in enumerate(tree.lemma):
        verb = tree.head[noun]
        if tree.dep[noun] != "nsubj" or tree.lemma[verb] not in ("be", "remain"):
            continue
        modality = _told(context, lemma)
        clause = tree.kid(verb, "ccomp") if modality is not None else None
        if modality is None or clause is None or clause < verb or tree.kid(verb, "neg") is not None:
            continue
        if not any(tree.lower[mark] == "that" for mark in tree.kids(clause, "mark")):
            continue
        owner = tree.kid(noun, "poss")
        sources = [] if owner is None else who(context, [owner])
        if sources or owner is None:  # "the allegation is that", "the word in Khartoum is that": somebody's
            yield _stands(noun, sources, clause_words(context, clause, verb), modality)


def _told(context: Context, lemma: str) -> Modality | None:
    """How a clause stands that spells the noun out; None where it tells what is so: "the result is that"."""
    cue = context.lexicon.cues.get((lemma, "noun"))
    if cue is not None and "that" in cue.content and not cue.factive:
        return Modality(cue.modality)
    return Modality.REPORTED if lemma in _STANDPOINTS else None


def _stands(noun: int, sources: list[Spotted], content: Range, modality: Modality = Modality.REPORTED) -> Said:
    return Said(
        head=noun,
        cue=(noun, noun + 1),
        sources=sources,
        content=[content],
        tokens=frozenset(range(*content)),
        modality=modality,
        relation="SAYS",
    )


def _behind_it(context: Context) -> Iterator[Said]:
    """ "The Kremlin's view is simple: NATO armed them.", or the same in sentences of their own."""
    tree = context.tree
    for noun, lemma in enumerate(tree.lemma):
        verb, owner = tree.head[noun], tree.kid(noun, "poss")
        if lemma not in _STANDPOINTS or tree.dep[noun] != "nsubj" or tree.lemma[verb] != "be" or owner is None:
            continue
        judged = tree.kid(verb, "acomp")
        if judged is None or tree.lower[judged] not in _ANNOUNCING or tree.kid(verb, "neg") is not None:
            continue
        content, sources = _following(context, judged), who(context, [owner])
        if content is not None and sources:
            yield _stands(noun, sources, content)


def _following(context: Context, judged: int) -> Range | None:
    """What stands behind the colon, or the sentences of the paragraph in which nobody else says anything."""
    tree = context.tree
    number = tree.sentence_of[judged]
    _, end = tree.sentences[number]
    if tree.words[judged + 1] == ":" and judged + 2 < end:
        return None if _reports(context, judged + 2, end) else (judged + 2, end - 1)
    first = end
    while end - first >= 0 and number + 1 < len(tree.sentences) and number - tree.sentence_of[judged] < _MOST:
        a, b = tree.sentences[number + 1]
        if tree.paragraph_of[a] != tree.paragraph_of[judged] or tree.lower[a] in _TAKING_UP or _reports(context, a, b):
            break
        number, end = number + 1, b
    return (first, end - 1) if end > first and tree.words[judged + 1] == "." else None


def _reports(context: Context, start: int, end: int) -> bool:
    """Whether somebody says something there."""
    tree = context.tree
    for token in range(start, end):
        cue = context.lexicon.cues.get((tree.lemma[token], "verb"))
        says = (cue is not None and cue.breadth == "narrow") or (tree.lemma[token], "verb") in context.lexicon.denials
        if says and tree.tag[token] in ("VBD", "VBZ", "VBP"):
            return True
    return any(tree.words[token] in ("?", '"', "“") for token in range(start, end))
