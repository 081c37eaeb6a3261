"""Whose picture, whose line: "Rebels enter Goma. Photo: Amina Diallo.", "“We will be back.” — Amina Diallo".

The author of a picture answers for its caption in the record's list of attributions, and in no claim: who took the
picture says nothing of what it shows. Whoever stands behind a dash said the quotation before it; so did whoever
signs a paragraph.
"""

from __future__ import annotations

from collections.abc import Iterator

from kgraph.claims.context import Context, Said
from kgraph.claims.quotations import Quotation
from kgraph.claims.ranges import Range
from kgraph.mentions import Spotted
from kgraph.model import ActorKind, Modality

_PICTURES = frozenset("image images photo photos photograph photographs picture pictures video footage audio".split())
_DASHES = frozenset({"—", "–", "―", "-", "--", "−", "~"})
_NAME_PARTS = frozenset({"PROPN", "NOUN", "ADP", "DET", "CCONJ", "X", "ADJ", "NUM"})
_LONGEST = 8  # tokens of a name
_SIGNATURE = 14  # tokens of a name with its title
_SHORTEST = 5  # tokens of what is signed
_CLOSED = frozenset({".", "!", "?", "”", '"', "’", ":"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def picture_credits(context: Context) -> Iterator[Said]:
    """An attribution for every caption that ends in "Photo:" and a name."""
    tree = context.tree
    for start, end in tree.paragraphs:
        last = end - 1 if tree.words[end - 1] == "." else end
        for colon in range(max(start + 2, last - _LONGEST - 1), last - 1):
            if tree.words[colon] != ":" or tree.lower[colon - 1] not in _PICTURES:
                continue
            caption = _trimmed(context, start, colon - 1)
            if caption is not None and tree.words[colon + 1][:1].isupper():
                yield _said(context, colon, (colon + 1, last), caption, answers=False)
            break


def signed_quotations(context: Context, quotes: list[Quotation]) -> Iterator[Said]:
    """An attribution for every quotation that is followed by a dash and a name, and then by nothing in its line."""
    tree = context.tree
    for quote in quotes:
        dash = quote.end + 1
        if dash + 1 >= len(tree) or tree.words[dash] not in _DASHES:
            continue
        if tree.paragraph_of[dash] != tree.paragraph_of[quote.start] or not tree.words[dash + 1][:1].isupper():
            continue
        name, stop = dash + 1, tree.paragraphs[tree.paragraph_of[dash]][1]
        end = next((t for t in range(name, stop) if not _in_name(context, t)), stop)
        if 0 < end - name <= _LONGEST and (end == stop or _line_ends(context, end, stop)):
            yield _said(context, dash, (name, end), (quote.start, quote.end), answers=True)


def signed_paragraphs(context: Context) -> Iterator[Said]:
    """An attribution for every paragraph that ends in a person's name, with a title perhaps, behind its last full stop:
    "We will not leave. Amina Diallo, senator"."""
    tree = context.tree
    for start, end in tree.paragraphs:
        stop = next(
            (t for t in range(end - 2, max(start + _SHORTEST, end - _SIGNATURE), -1) if tree.words[t] == "."), None
        )
        if stop is None or tree.words[end - 1] in _CLOSED or any(tree.tag[t] in _FINITE for t in range(stop, end)):
            continue
        signer = next((s for t in range(stop + 1, end) for s in context.at(t) if s.start == stop + 1), None)
        if signer is None or signer.actor is None or signer.actor.kind is not ActorKind.PERSON:
            continue
        if signer.end == end or tree.words[signer.end] == ",":
            yield _said(context, stop, (signer.start, signer.end), (start, stop), answers=True)


def _in_name(context: Context, token: int) -> bool:
    tree = context.tree
    if tree.pos[token] == "SPACE" or (token and "\n" in tree.text[tree.idx[token - 1] : tree.idx[token]]):
        return False
    return tree.pos[token] in _NAME_PARTS or tree.words[token] in (".", "&", "'s", "’s", "-")


def _line_ends(context: Context, end: int, stop: int) -> bool:
    """Behind the name: a date or a title after a comma, the next line, or a closing full stop."""
    tree = context.tree
    if tree.words[end] in (",", "("):
        return stop - end <= _LONGEST and all(tree.pos[t] not in ("VERB", "AUX") for t in range(end, stop))
    return "\n" in tree.text[tree.idx[end - 1] : tree.idx[end]]


def _trimmed(context: Context, start: int, end: int) -> Range | None:
    while end > start and context.tree.pos[end - 1] == "SPACE":
        end -= 1
    return (start, end) if end > start else None


def _said(context: Context, mark: int, name: Range, content: Range, *, answers: bool) -> Said:
    return Said(
        head=mark,
        cue=(mark, mark + 1),
        sources=[_named(context, name)],
        content=[content],
        tokens=frozenset(range(*content)) if answers else frozenset(),
        modality=Modality.QUOTED if answers else Modality.REPORTED,
        quoted=answers,
        relation="SAYS",
    )


def _named(context: Context, name: Range) -> Spotted:
    known = [s for t in range(*name) for s in context.at(t) if name[0] <= s.start and s.end <= name[1]]
    if known:
        return max(known, key=lambda spotted: spotted.end - spotted.start)
    end = name[1] - 1 if context.tree.words[name[1] - 1] == "." else name[1]
    return context.described(end - 1, (name[0], end))
