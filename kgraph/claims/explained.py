"""What was read, with its reasons (``kgraph extract --explain``): trees as they were walked, lexicon entries, refusals.

The rules know nothing of this but ``Context.refuse``; what they mended in the tree is seen by comparing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kgraph.claims.context import Context, Draft
from kgraph.explanation import Branch, Explanation, Refusal, Sentence
from kgraph.model import Extraction
from kgraph.parsing import Tree

Parsed = Sequence[tuple[int, str]]
"""(head, label) of every token before the rules mended the tree."""

_ROUND_THEIR_HEAD = frozenset("det aux auxpass neg amod compound nmod nummod case prt predet quantmod advmod".split())


def explained(context: Context, parsed: Parsed, drafts: Sequence[Draft], extraction: Extraction) -> Explanation:
    """The explanation of what was read. ``extraction`` is what ``drafts`` were written down as, in their order."""
    tree = context.tree
    sentences = (
        Sentence(
            *tree.span(range(*tokens)), tuple(_branches(tree, parsed, *tokens)), _refused(context, drafts, *tokens)
        )
        for tokens in tree.sentences
    )
    entries = {
        claim.id: place
        for draft, claim in zip(drafts, extraction.claims, strict=True)
        if (place := _entry(context, draft))
    }
    return Explanation(extraction, tuple(sentences), entries)


def _entry(context: Context, draft: Draft) -> str | None:
    """Where the lexicon says what the claim's word means."""
    if draft.sense is not None:
        return draft.sense.place
    lemma, kind = draft.predication.lemma, draft.predication.kind
    entry = context.lexicon.denials.get((lemma, kind)) or context.lexicon.cues.get((lemma, kind))
    return None if entry is None else entry.place


def _refused(context: Context, drafts: Sequence[Draft], start: int, end: int) -> tuple[Refusal, ...]:
    """In text order, each reason once. What one rule refused and another made a claim of was not refused."""
    claimed = {draft.head for draft in drafts}
    here = [r for r in context.refused or () if start <= r.token < end]
    here = [r for r in here if r.what != "claim" or r.token not in claimed]
    ordered = sorted(dict.fromkeys(here), key=lambda refused: refused.token)
    return tuple(Refusal(context.tree.words[r.token], r.what, r.why) for r in ordered)


def _branches(tree: Tree, parsed: Parsed, start: int, end: int) -> Iterator[Branch]:
    roots = [t for t in range(start, end) if not start <= tree.head[t] < end or tree.head[t] == t]
    stack = [(0, root) for root in reversed(roots) if tree.pos[root] not in ("PUNCT", "SPACE")]
    while stack:
        depth, token = stack.pop()
        near = _gathered(tree, parsed, token)
        below = [t for t in tree.children[token] if t not in near and start <= t < end]
        words = sorted([token, *near])
        if len(below) == 1 and tree.pos[token] == "ADP" and _is_phrase(tree, parsed, below[0]):
            words = sorted([*words, below[0], *_gathered(tree, parsed, below[0])])  # "to Libya" on one line
            below = []
        yield Branch(depth, tree.dep[token], " ".join(tree.words[t] for t in words), _was(tree, parsed, token))
        stack += [(depth + 1, t) for t in reversed(below) if tree.pos[t] not in ("PUNCT", "SPACE")]


def _gathered(tree: Tree, parsed: Parsed, token: int) -> list[int]:
    """The small words that stand on the line of their head: "the two defence ministers", "has not been sent"."""
    out = []
    for child in tree.children[token]:
        near = _gathered(tree, parsed, child)
        whole = all(below in near or tree.dep[below] == "punct" for below in tree.children[child])
        if whole and tree.dep[child] in _ROUND_THEIR_HEAD and _was(tree, parsed, child) is None:
            out += [child, *near]
    return out


def _is_phrase(tree: Tree, parsed: Parsed, token: int) -> bool:
    near = _gathered(tree, parsed, token)
    return _was(tree, parsed, token) is None and all(t in near or tree.pos[t] == "PUNCT" for t in tree.children[token])


def _was(tree: Tree, parsed: Parsed, token: int) -> str | None:
    head, dep = parsed[token]
    if (head, dep) == (tree.head[token], tree.dep[token]):
        return None
    return dep if head == token else f"{dep} of {tree.words[head]}"
