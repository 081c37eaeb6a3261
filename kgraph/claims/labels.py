"""Speakers in front of a colon without a verb: 'Petro: "Venezuela must free the prisoners."', "PUTIN: ..."

Only where a quotation follows at once, or where the line is a transcript's: the paragraph begins with the speaker.
"""

from __future__ import annotations

from collections.abc import Iterator

from kgraph.claims.context import Context, Said
from kgraph.claims.quotations import Quotation
from kgraph.model import ActorKind, MentionKind, Modality

_LONGEST = 6  # tokens before the colon


def speaker_labels(context: Context, quotes: list[Quotation]) -> Iterator[Said]:
    """An attribution for every paragraph that opens with a name and a colon."""
    tree = context.tree
    for start, end in tree.paragraphs:
        colon = next((t for t in range(start, min(end, start + _LONGEST)) if tree.words[t] == ":"), None)
        if colon is None or colon == start:
            continue
        speakers = [s for t in range(start, colon) for s in context.at(t) if s.end == colon]
        speakers = [s for s in speakers if s.kind in (MentionKind.NAME, MentionKind.NOMINAL) and s.actor is not None]
        quote = next((q for q in quotes if q.start - colon in (1, 2)), None)
        if not speakers and quote is not None and all(tree.words[t].istitle() for t in range(start, colon)):
            speakers = [context.described(colon - 1, (start, colon))]  # a name that the model did not see
        if not speakers or not _speaks(speakers[0].actor.kind if speakers[0].actor else None):
            continue
        capitals = (
            context.tree.words[speakers[0].end - 1].isupper() and len(context.tree.words[speakers[0].end - 1]) > 2
        )
        if quote is None and not capitals:
            continue
        content = (quote.start, quote.end) if quote is not None else (colon + 1, end)
        yield Said(
            head=colon,
            cue=(colon, colon + 1),
            sources=speakers[:1],
            content=[content],
            tokens=frozenset(range(*content)),
            modality=Modality.QUOTED,
            quoted=True,
            relation="SAYS",
        )


def _speaks(kind: ActorKind | None) -> bool:
    return kind in (
        ActorKind.PERSON,
        ActorKind.OFFICE,
        ActorKind.ORGANISATION,
        ActorKind.COUNTRY,
        ActorKind.IGO,
        ActorKind.UNNAMED,
    )
