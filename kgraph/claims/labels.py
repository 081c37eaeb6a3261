"""Speakers in front of a colon without a verb: 'Petro: "Venezuela must free the prisoners."', "PUTIN: ..."

Only where a quotation follows at once, where the line is a transcript's (the paragraph begins with the speaker), or
where a headline names a person or a poll and then says something in a sentence: "Ruto: Kenya will never leave".
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import zip_longest

from kgraph.claims.context import Context, Said
from kgraph.claims.quotations import Quotation
from kgraph.claims.ranges import Range
from kgraph.mentions import Spotted
from kgraph.model import ActorKind, MentionKind, Modality
from kgraph.parsing import transcript_labels
from kgraph.parsing.headlines import dash_of_source

_LONGEST = 6  # tokens before the colon
_VOICES = frozenset(
    {ActorKind.PERSON, ActorKind.OFFICE, ActorKind.ORGANISATION, ActorKind.COUNTRY, ActorKind.IGO, ActorKind.UNNAMED}
)
_PEOPLE = frozenset({ActorKind.PERSON, ActorKind.OFFICE})
_WITNESSES = frozenset(
    "activist activists adviser agency aide aides analyst analysts army chief commander commanders critics doctor "
    "doctors envoy expert experts general governor group judge lawyer lawyers leader locals mayor memo military "
    "minister ministry monitor monitors official officials opposition paper police poll pollster president "
    "prosecutor prosecutors report researchers residents scientists sheriff source sources spokesman spokeswoman "
    "study survey union watchdog witness witnesses".split()
)
# what kind of piece it is, and nobody's word: "Correction: an earlier version said"
_HEADINGS = frozenset(
    "analysis clarification clarifications comment correction corrections corrected editorial exclusive explainer "
    "factbox headline interview note opinion profile timeline update updated video watch".split()
)
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def speaker_labels(context: Context, quotes: list[Quotation]) -> Iterator[Said]:
    """An attribution for every paragraph that opens with a speaker and a colon."""
    tree = context.tree
    turns = transcript_labels(tree.text)
    yield from _turns(context, turns)
    for start, end in tree.paragraphs:
        if tree.idx[start] in turns:
            continue
        colon = next((t for t in range(start, min(end, start + _LONGEST)) if tree.words[t] == ":"), None)
        if colon is None or colon == start:
            continue
        quote = next((q for q in quotes if q.start - colon in (1, 2)), None)
        speaker = _speaker(context, start, colon, quote)
        if speaker is None:
            context.refuse(colon, "what stands before the colon is nobody who speaks", "speaker")
            continue
        last = tree.words[speaker.end - 1]
        if quote is None and not (last.isupper() and len(last) > 2) and not _headline(context, colon, end, speaker):
            context.refuse(colon, "neither a quotation nor a transcript nor a headline follows", "speaker")
            continue
        content = (quote.start, quote.end) if quote is not None else (colon + 1, end)
        yield spoken_at(colon, speaker, [content])


def trailing_sources(context: Context) -> Iterator[Said]:
    """An attribution for every headline that names its source behind a dash: "Chad attacked the camp - army chief"."""
    tree = context.tree
    for start, end in tree.paragraphs:
        dash = dash_of_source(tree, start, end) if tree.is_headline(start) and end - start > 3 else None
        if dash is None:
            continue
        while end > dash and tree.pos[end - 1] in ("SPACE", "PUNCT"):
            end -= 1
        found = [s for t in range(dash + 1, end) for s in context.at(t) if s.end == end and s.actor is not None]
        voices = [s for s in found if s.actor is not None and s.actor.kind in _VOICES]
        if voices:
            yield spoken_at(dash, voices[0], [(start, dash)])
        elif not found and tree.lower[end - 1] in _WITNESSES:
            yield spoken_at(dash, context.described(end - 1, (dash + 1, end)), [(start, dash)])


def _turns(context: Context, turns: Collection[int]) -> Iterator[Said]:
    """Each speaker of a transcript with the paragraphs up to the next one; the last has one, for nothing shows where
    his words end."""
    tree = context.tree
    labels = [n for n, (start, _) in enumerate(tree.paragraphs) if tree.idx[start] in turns]
    for number, following in zip_longest(labels, labels[1:]):
        start, end = tree.paragraphs[number]
        spoken = tree.paragraphs[number + 1 : number + 2 if following is None else following]
        if not spoken or tree.words[end - 1] != ":":
            continue
        speaker = _speaker(context, start, end - 1, None) or context.described(end - 2, (start, end - 1))
        yield spoken_at(end - 1, speaker, spoken)


def spoken_at(mark: int, speaker: Spotted, content: list[Range]) -> Said:
    """Speech that no verb introduces: the mark before it stands for the cue, a colon or a question's end."""
    return Said(
        head=mark,
        cue=(mark, mark + 1),
        sources=[speaker],
        content=content,
        tokens=frozenset(token for a, b in content for token in range(a, b)),
        modality=Modality.QUOTED,
        quoted=True,
        relation="SAYS",
    )


def _speaker(context: Context, start: int, colon: int, quote: Quotation | None) -> Spotted | None:
    tree = context.tree
    if _HEADINGS.intersection(tree.lower[start:colon]):
        return None
    if any(tree.pos[t] in ("VERB", "AUX") and tree.tag[t] in _FINITE for t in range(start, colon)):
        return None  # "The minister told lawmakers: ...": the colon is the verb's
    found = [s for t in range(start, colon) for s in context.at(t) if s.end == colon]
    found = [s for s in found if s.kind in (MentionKind.NAME, MentionKind.NOMINAL) and s.actor is not None]
    if found:
        actor = found[0].actor
        return found[0] if actor is not None and actor.kind in _VOICES else None
    named = quote is not None and all(tree.words[t].istitle() for t in range(start, colon))
    if named or tree.lower[colon - 1] in _WITNESSES:  # a name that the model did not see, or "Poll: ..."
        return context.described(colon - 1, (start, colon))
    return None


def _headline(context: Context, colon: int, end: int, speaker: Spotted) -> bool:
    """ "Ruto: Kenya will never leave" says so; "Ruto: the man who would be king" and "Kenya: rebels advance" do not."""
    tree = context.tree
    spoken = (speaker.actor is not None and speaker.actor.kind in _PEOPLE) or tree.lower[colon - 1] in _WITNESSES
    short = end - colon <= 25 and tree.sentence_of[end - 1] - tree.sentence_of[colon] <= 1
    verbs = [t for t in range(colon + 1, end) if tree.tag[t] in _FINITE]
    return spoken and short and any(tree.dep[tree.head[t] if tree.tag[t] == "MD" else t] != "relcl" for t in verbs)
