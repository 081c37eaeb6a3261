"""An explanation for the eye: each sentence with its tree, mentions, claims and their rules, and what was refused."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TextIO

from kgraph.explanation import Branch, Explanation, Sentence
from kgraph.model import Extraction, Mention
from kgraph.output.cells import terminal
from kgraph.output.claims import ClaimView, in_words
from kgraph.output.views import views_of


def write_explained(explanation: Explanation, stream: TextIO) -> None:
    """Write it as text. Nothing in it that a terminal would obey: the words come from articles."""
    for line in _lines(explanation):
        stream.write(_one_line(line).rstrip() + "\n")


def _lines(explanation: Explanation) -> Iterator[str]:
    extraction = explanation.extraction
    article = extraction.article
    about = (article.title, article.outlet, article.published)
    yield " · ".join(filter(None, about)) or article.id
    claims = list(zip(extraction.claims, views_of(extraction), strict=True))
    for number, sentence in enumerate(explanation.sentences, start=1):
        yield ""
        yield f"{number}  {article.text[sentence.start : sentence.end]}"
        yield ""
        yield from (f"   {_branch(branch)}" for branch in sentence.tree)
        here = [view for claim, view in claims if claim.evidence.sentence == number - 1]
        yield from _part("mentions", _mentions(extraction, sentence))
        yield from _part("claims", _claims(explanation, here))
        yield from _part("refused", (f"“{r.word}” is no {r.what}: {r.why}" for r in sentence.refused))
    for note in extraction.notes:
        yield ""
        yield f"note  {note.code}: {note.message}"


def _one_line(text: str) -> str:
    """Words of an article that hold a line break could pass for a line of ours."""
    return terminal(text).replace("\n", " ")


def _branch(branch: Branch) -> str:
    mended = f"  (mended; the parser had: {branch.was})" if branch.was else ""
    return f"{'  ' * branch.depth}{branch.label} {branch.words}{mended}"


def _part(name: str, lines: Iterator[str]) -> Iterator[str]:
    found = list(lines)
    if found:
        yield f"   {name}"
        yield from (f"     {line}" for line in found)


def _mentions(extraction: Extraction, sentence: Sentence) -> Iterator[str]:
    names = {actor.id: actor.name for actor in extraction.actors}
    for mention in extraction.mentions:
        if sentence.start <= mention.start < sentence.end:
            yield f"{mention.text}: {_who(names, mention)}"


def _who(names: dict[str, str], mention: Mention) -> str:
    if mention.actor is None:
        return f"nobody that is certain ({mention.kind})"
    return f"{names[mention.actor]} ({mention.kind}, by {mention.method}, {mention.score:.2f})"


def _claims(explanation: Explanation, claims: list[ClaimView]) -> Iterator[str]:
    for claim in claims:
        yield in_words(claim)
        entry = explanation.entries.get(claim.id)
        known = f" · {entry}" if entry else ""
        yield f"  rule {claim.rule or 'none'}{known} · confidence {claim.confidence:.2f}"
