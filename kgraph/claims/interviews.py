"""Interviews without labels: a paragraph that asks "you" something, and those in which somebody answers as "I".

Whoever was introduced before the first question answers. A paragraph that speaks of him ("Mensah laughs"), or to him,
is the paper's.
"""

from __future__ import annotations

from collections.abc import Iterator

from kgraph.claims.context import Context, Said
from kgraph.claims.labels import spoken_at
from kgraph.claims.quotations import Quotation
from kgraph.mentions import Spotted
from kgraph.model import ActorKind, MentionKind

_ASKED = frozenset({"you", "your", "yours", "yourself"})
_I = frozenset({"i", "me", "my", "myself", "we", "us"})
_FEWEST = 2  # questions to "you", and answers in the first person
_LONGEST = 45  # tokens of a question


def interviews(context: Context, quotes: list[Quotation]) -> Iterator[Said]:
    """An attribution for every question that is answered in the paragraphs behind it."""
    tree = context.tree
    voices = [_words(context, start, end, quotes) for start, end in tree.paragraphs]
    questions = [n for n in range(len(voices)) if _asks(context, n, voices[n])]
    asked = [n for n in questions if voices[n] & _ASKED]
    if len(asked) < _FEWEST or not any(_is_question(context, n) for n in questions):
        return
    speaker = _introduced(context, questions[0])
    if speaker is None:
        return
    questions = [n for n in questions if not _names(context, n, speaker)]
    answers = [(n, _answer(context, n, voices, questions, speaker)) for n in questions]
    own = [n for n, said in answers if any(voices[paragraph] & _I for paragraph in said)]
    if len(own) < _FEWEST:
        return
    for question, paragraphs in answers:
        if paragraphs:
            mark = _last(context, tree.paragraphs[question][1])
            yield spoken_at(mark, speaker, [tree.paragraphs[n] for n in paragraphs])


def _asks(context: Context, paragraph: int, words: set[str]) -> bool:
    """One sentence that asks, or that says something to "you"."""
    start, end = context.tree.paragraphs[paragraph]
    one = context.tree.sentence_of[_last(context, end)] == context.tree.sentence_of[start] and end - start <= _LONGEST
    if context.tree.is_headline(start):
        return False  # "What you must know"
    return one and not words & _I and (bool(words & _ASKED) or _is_question(context, paragraph))


def _is_question(context: Context, paragraph: int) -> bool:
    return context.tree.words[_last(context, context.tree.paragraphs[paragraph][1])] == "?"


def _words(context: Context, start: int, end: int, quotes: list[Quotation]) -> set[str]:
    """The words of a paragraph that stand in no quotation; all of one that is nothing else: an answer in marks."""
    tree = context.tree
    inside = {t for q in quotes for t in range(max(q.start, start), min(q.end, end))}
    outside = [t for t in range(start, end) if t not in inside]
    if inside and all(tree.pos[t] in ("PUNCT", "SPACE") for t in outside):
        outside = list(range(start, end))
    return {tree.lower[t] for t in outside}


def _last(context: Context, end: int) -> int:
    last = end - 1
    while last > 0 and context.tree.pos[last] == "SPACE":
        last -= 1
    return last


def _introduced(context: Context, question: int) -> Spotted | None:
    """The only person who is named before the first question."""
    stop = context.tree.paragraphs[question][0]
    named: dict[str, Spotted] = {}
    for spotted in context.mentions:
        if spotted.start >= stop:
            break
        if spotted.kind is MentionKind.NAME and spotted.actor is not None and spotted.actor.kind is ActorKind.PERSON:
            named.setdefault(spotted.actor.id, spotted)
    return next(iter(named.values())) if len(named) == 1 else None


def _answer(
    context: Context, question: int, voices: list[set[str]], questions: list[int], speaker: Spotted
) -> list[int]:
    """The paragraphs behind a question up to the next one, or up to one about the speaker."""
    found = []
    for number in range(question + 1, len(voices)):
        if number in questions or _names(context, number, speaker):
            break
        if number > question + 1 and (not voices[number] & _I or question == questions[-1]):
            break  # behind the last question nothing shows where the answer ends
        found.append(number)
    return found


def _names(context: Context, paragraph: int, speaker: Spotted) -> bool:
    start, end = context.tree.paragraphs[paragraph]
    return any(
        start <= s.start < end and s.kind is MentionKind.NAME and s.actor == speaker.actor for s in context.mentions
    )
