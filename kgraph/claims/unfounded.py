"""Phrases that deny: "there is no truth in the claim that", "had nothing to do with", "is far from true".

Who says the phrase denies what stands beside it; where nobody says it, nobody vouches for the claim.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kgraph.claims.context import Context, Draft
from kgraph.clauses.reporter import reporting
from kgraph.parsing import Tree

_POINTING = frozenset({"it", "this", "that"})
_STANDING_FOR = frozenset({"did", "does", "do", "has", "have", "had", "was", "were", "is", "are"})
_FULL = ("dobj", "xcomp", "ccomp", "acomp", "attr", "oprd", "aux", "prep")
_FALSE = frozenset(
    {"a lie", "false", "lies", "no", "nonsense", "not so", "not true", "rubbish", "totally untrue", "untrue", "wrong"}
)
_ASKING = frozenset({"ask", "press", "question", "quiz"})
_SHORT = 5  # tokens of "a complete and utter lie"
_REACH = 6  # steps from the words of the phrase up to their verb


@dataclass(frozen=True, slots=True)
class Unfounded:
    """``saying``: the speech act of the one who says so, None when nobody does; ``claims``: what is said of;
    ``points_back``: "that is not true", of what was told before."""

    saying: Draft | None
    claims: tuple[Draft, ...]
    points_back: bool = False
    answers: bool = False  # "Turkey says otherwise": nothing without what it answers


def unfounded(context: Context, drafts: list[Draft]) -> Iterator[Unfounded]:
    """Every denying phrase of the text with its speaker and the claims it denies."""
    phrases = [lemma.split() for lemma, pos in context.lexicon.denials if pos == "phrase"]
    for start in _found(context, phrases):
        verb = _verb(context, start)
        if verb is None:
            continue
        below = set(context.tree.subtree(verb)) - {verb}
        saying = _saying(drafts, verb)
        claims = tuple(
            d
            for d in drafts
            if d.head in below and d is not saying and d.said is None and (saying is None or saying.said in d.chain)
        )
        if saying is not None or claims:
            pointing = any(context.tree.lower[t] in _POINTING for t in context.tree.kids(verb, "nsubj"))
            yield Unfounded(saying, claims, pointing)
    yield from _dismissals(context, drafts)
    yield from _contradictions(context, drafts)


def _dismissals(context: Context, drafts: list[Draft]) -> Iterator[Unfounded]:
    """'"A lie," the minister said.', '"Nonsense!" he replied.': a quotation that is nothing but a word of denying."""
    tree = context.tree
    judging = context.lexicon.denials[("be", "verb")].predicative | {"nonsense", "rubbish"}
    for draft in drafts:
        if draft.said is None or not draft.said.quoted or draft.relation != "SAYS" or not draft.said.sources:
            continue
        start, end = draft.said.content[0]
        short = end - start <= _SHORT and not any(tree.pos[t] in ("VERB", "AUX") for t in range(start, end))
        if short and judging & {tree.lemma[t] for t in range(start, end)}:
            yield Unfounded(draft, (), points_back=True)


def _contradictions(context: Context, drafts: list[Draft]) -> Iterator[Unfounded]:
    """ "Kyiv says Turkey did it. Turkey says it did not", "Ankara says otherwise", "Not so, says Turkey"."""
    for draft in list(drafts):
        if reporting(context.tree, draft.head, context.lexicon) is None or not draft.subject:
            continue
        no = _says_no(context.tree, draft.head)
        if (no or _says_otherwise(context.tree, draft.head)) and context.tree.kid(draft.head, "neg") is None:
            asked = _asked(context.tree, draft.head)
            claims = tuple(d for d in drafts if d.head in asked and d is not draft and d.said is None)
            if claims or not no:  # "said no" may turn down what was offered
                yield Unfounded(draft, claims, points_back=not claims, answers=True)


def _asked(tree: Tree, verb: int) -> set[int]:
    """ "Asked whether it had sent drones, Iran said"; "Did Iran send drones? Tehran says": what is asked."""
    found: set[int] = set()
    for asked in tree.kids(verb, "advcl"):
        for clause in tree.kids(asked, "ccomp", "advcl") if tree.lemma[asked] in _ASKING else ():
            if any(tree.lower[mark] in ("whether", "if") for mark in tree.kids(clause, "mark")):
                found |= set(tree.subtree(clause))
    start, _ = tree.sentence(verb)
    if not found and start and tree.words[start - 1] == "?":
        found = set(range(*tree.sentence(start - 1)))
    return found


def _says_no(tree: Tree, verb: int) -> bool:
    """ "Said no", and not "said no to the offer" and not "said no troops were there"."""
    no = verb + 1
    alone = no < len(tree) and tree.lower[no] == "no" and tree.dep[no] in ("intj", "dobj", "advmod", "ccomp")
    return alone and not tree.children[no] and tree.lower[no + 1 : no + 2] != ["to"]


def _says_otherwise(tree: Tree, verb: int) -> bool:
    start, _ = tree.sentence(verb)
    if tree.words[verb - 1] == "," and " ".join(tree.lower[start : verb - 1]) in _FALSE:
        return True  # "Not true, says the colonel"
    if any(tree.lower[word] in ("otherwise", "differently") and word > verb for word in tree.kids(verb, "advmod")):
        return True
    if any(tree.lower[word] == "so" and tree.lower[word - 1] == "not" for word in tree.kids(verb, "advmod", "ccomp")):
        return True
    if any(tree.lemma[thing] in ("opposite", "contrary", "reverse") for thing in tree.kids(verb, "dobj")):
        return tree.kid(verb, "ccomp") is None
    clause = next((c for c in tree.kids(verb, "ccomp") if c > verb), None)
    if clause is not None and tree.lemma[clause] == "do" and _done_so(tree, clause):
        return True
    if clause is None or tree.lower[clause] not in _STANDING_FOR or tree.kid(clause, *_FULL) is not None:
        return clause is not None and tree.lemma[clause] == "do" and _no_such_thing(tree, clause)
    return _is_negated(tree, clause) and tree.kid(clause, "nsubj") is not None


def _done_so(tree: Tree, verb: int) -> bool:
    """ "Said it had never done so", "said they would not do that"."""
    so = [t for t in tree.kids(verb, "advmod", "dobj") if t > verb and tree.lower[t] in ("so", "that", "this", "it")]
    return bool(so) and _is_negated(tree, verb)


def _is_negated(tree: Tree, verb: int) -> bool:
    return any(tree.lower[word] in ("not", "n't", "n’t", "never") for word in tree.kids(verb, "neg", "advmod"))


def _no_such_thing(tree: Tree, verb: int) -> bool:
    things = [thing for thing in tree.kids(verb, "dobj") if tree.lemma[thing] in ("thing", "nothing")]
    return any(
        tree.lower[thing] == "nothing" or any(tree.lower[det] == "no" for det in tree.kids(thing, "det"))
        for thing in things
        if "such" in tree.lower[verb:thing] or tree.lower[thing + 1 : thing + 3] == ["of", "the"]
    )


def _found(context: Context, phrases: list[list[str]]) -> Iterator[int]:
    words = context.tree.lower
    firsts = {phrase[0] for phrase in phrases}
    for at, word in enumerate(words):
        if word in firsts and any(words[at : at + len(phrase)] == phrase for phrase in phrases):
            yield at


def _verb(context: Context, token: int) -> int | None:
    tree = context.tree
    for steps, up in enumerate(tree.ancestors(token)):
        if steps > _REACH:
            return None
        if tree.pos[up] in ("VERB", "AUX") and tree.lemma[up] in ("be", "have", "find", "see"):
            return up
    return None


def _saying(drafts: list[Draft], verb: int) -> Draft | None:
    over = [d for d in drafts if d.said is not None and d.said.sources and verb in d.said.tokens and d.head != verb]
    return min(over, key=lambda d: len(d.said.tokens) if d.said else 0) if over else None
