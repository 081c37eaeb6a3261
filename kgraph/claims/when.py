"""When a claim's act took place: the time expression that hangs on its predicate, or on a word that it shares it with.

"Last night Moscow hit back, vowing to ...": a participle, a coordinated verb, a purpose and a clause of circumstance
are of the time of their verb. A headline has the time of the same act in the text below it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date

from kgraph.claims.context import Context, Draft
from kgraph.claims.denied import kin
from kgraph.claims.times import PART_OF_DAY, TIME_WORD, Interval, interval
from kgraph.clauses.voice import own_subject
from kgraph.mentions import Spotted
from kgraph.model import UNREAL, Granularity, Modality, Note, TimeInterval

_TEMPORAL = frozenset(
    "on in since until till by before after during over within from for at through throughout around".split()
)
_HANGING = frozenset({"npadvmod", "prep", "advmod", "pobj", "nummod", "compound", "tmod", "agent"})
_MEANWHILE = frozenset({"as", "while", "when", "because"})
# "hosted the talks in 2022", "talks began on Sunday": the verb says when the event was
_TAKES_PLACE = frozenset("begin conclude end hold host mediate occur open resume start happen take".split())
_PERFECT = frozenset({"had", "has", "have"})
_FULL = 8  # tokens of a full sentence
_LONGEST = 9  # tokens of an expression
_DATELINE = re.compile(r"^[A-Z][A-Z .’'-]+[^–—-]{0,40}?,\s+(\w+\.? \d{1,2})\b[^.]{0,60}[–—-]$")


def add_times(context: Context, drafts: list[Draft]) -> None:
    """Set the time of every draft. Works in place; drafts must know their modality."""
    for draft in drafts:
        draft.time = _own(context, draft) or _shared(context, draft) or _when_it_happened(context, draft)
    for draft in drafts:
        draft.time = draft.time or _at_the_hour(context, draft, drafts)
    _datelines(context, drafts)
    _headlines(context, drafts)


# -- beside the predicate --------------------------------------------------------------------------------------------


def _own(context: Context, draft: Draft) -> TimeInterval | None:
    heads = [draft.head] + ([draft.predication.carrier] if draft.predication.carrier is not None else [])
    if draft.predication.kind == "noun":  # "exports to Bulgaria in November": the phrase hangs on Bulgaria
        heads += [noun for _, noun in draft.predication.obliques]
    ahead = draft.modality in UNREAL or draft.tense == "future"
    for head in heads:
        if (time := _beside(context, head, ahead=ahead, past=draft.tense == "past")) is not None:
            return time
    return None


def _beside(context: Context, head: int, *, ahead: bool = False, past: bool = False) -> TimeInterval | None:
    for tokens in _expressions(context, head):
        if past and context.tree.lower[tokens[0]] in ("within", "in") and _is_span(context, tokens):
            continue  # "within a week they had left": a week from what was told before
        if (time := _written(context, tokens, ahead=ahead, past=past)) is not None:
            return time
    return None


def _is_span(context: Context, tokens: list[int]) -> bool:
    words = {context.tree.lemma[t] for t in tokens}
    return bool(words & {"day", "week", "month", "year", "hour"}) and not words & {"last", "past", "this", "next"}


def _expressions(context: Context, head: int) -> Iterator[list[int]]:
    """The phrases on a word that may name a time, in text order."""
    tree = context.tree
    for child in tree.children[head]:
        if tree.dep[child] in _HANGING and _is_temporal(context, child):
            yield _phrase(context, child)


def _phrase(context: Context, top: int) -> list[int]:
    """The words of an expression, without a clause that hangs on it: "yesterday, Sunday, where he met"."""
    tree = context.tree
    tokens = set(tree.subtree(top))
    for clause in [t for t in tokens if t != top and tree.dep[t] in ("relcl", "acl")]:
        tokens -= set(tree.subtree(clause))
    ordered = [t for t in sorted(tokens) if tree.pos[t] != "SPACE"][:_LONGEST]
    while len(ordered) > 1 and tree.pos[ordered[-1]] == "PUNCT":
        ordered.pop()
    return ordered


def _is_temporal(context: Context, child: int) -> bool:
    # "since a 1994 ceasefire deal": a year inside a phrase bounds it; "with last year's winner" is no time
    tree = context.tree
    if tree.dep[child] not in ("prep", "agent"):
        return True
    if tree.lower[child] not in _TEMPORAL:
        return False
    noun = tree.kid(child, "pobj")
    if noun is None or tree.lower[child] == "since":
        return True
    return tree.ent[noun] in ("DATE", "TIME") or bool(TIME_WORD.search(tree.lower[noun]))


def _written(context: Context, tokens: list[int], *, ahead: bool = False, past: bool = False) -> TimeInterval | None:
    start, end = context.tree.span(tokens)
    words = context.article.text[start:end]
    if not TIME_WORD.search(words.lower()):
        return None
    found = interval(words, _published(context), ahead=ahead, past=past)
    return None if found is None else _interval(context, found, words, start, end)


def _interval(context: Context, found: Interval, words: str, start: int, end: int) -> TimeInterval:
    first, last, grain = found
    if grain is Granularity.UNRESOLVED and all((note.start, note.end) != (start, end) for note in context.notes):
        context.notes.append(
            Note(
                "time-without-date",
                f"{words!r} needs the article's date, which is not known; give --published",
                start,
                end,
            )
        )
    return TimeInterval(
        start=first.isoformat() if first else None,
        end=last.isoformat() if last else None,
        text=words,
        granularity=grain,
        at=(start, end),
    )


def _published(context: Context) -> date | None:
    published = context.article.published
    if not published:
        return None
    try:
        return date.fromisoformat(published[:10])
    except ValueError:
        return None


# -- shared with another verb ----------------------------------------------------------------------------------------


def _shared(context: Context, draft: Draft) -> TimeInterval | None:
    """The time of the verb that this predicate stands beside; of what is still to come, only of another such."""
    if draft.modality in UNREAL and draft.modality is not Modality.PURPOSE:
        return None
    at = draft.predication.carrier if draft.predication.carrier is not None else draft.head
    for _ in range(3):
        up = context.tree.head[at]
        if up == at or not _same_time(context, at, up):
            return None
        if (time := _beside(context, up, past=draft.tense == "past") or _within(context, up)) is not None:
            return time
        at = up
    return None


def _within(context: Context, noun: int) -> TimeInterval | None:
    """ "on 9 December, when they left": the expression that a clause hangs on."""
    tree = context.tree
    if tree.pos[noun] in ("VERB", "AUX"):
        return None
    top = tree.head[noun] if tree.dep[noun] == "pobj" else noun
    return _written(context, _phrase(context, top), past=True)


def _when_it_happened(context: Context, draft: Draft) -> TimeInterval | None:
    """ "When Norway asked NATO in November, Hungary refused": the time of the clause before."""
    tree = context.tree
    if tree.tag[draft.head] != "VBD" or draft.modality in UNREAL:
        return None
    for clause in tree.kids(draft.head, "advcl"):
        marked = any(tree.lower[c] == "when" for c in tree.kids(clause, "mark", "advmod"))
        if marked and tree.tag[clause] == "VBD" and (time := _beside(context, clause)) is not None:
            return time
    return None


def _same_time(context: Context, at: int, up: int) -> bool:
    tree, dep = context.tree, context.tree.dep[at]
    if tree.pos[at] in ("NOUN", "PROPN"):
        if dep == "nsubj" and any(at < c < up and tree.dep[c] == "prep" for c in tree.children[up]):
            return True  # "exports to Bulgaria in November exceeded": between the event and its verb
        return dep in ("dobj", "nsubj", "nsubjpass") and tree.lemma[up] in _TAKES_PLACE
    if tree.pos[up] not in ("VERB", "AUX") and dep != "relcl":
        return False
    auxiliaries = {tree.lower[c] for c in tree.kids(at, "aux")}
    marks = {tree.lower[c] for c in tree.kids(at, "mark", "advmod")}
    if dep == "conj":  # "demanded on Friday that they explain, and urged": one subject, one tense
        return own_subject(tree, at) is None and tree.tag[at] == tree.tag[up] and not auxiliaries
    if dep == "advcl":
        participle = tree.tag[at] == "VBG" and not auxiliaries  # "..., vowing to"
        purpose = tree.tag[at] == "VB" and "to" in auxiliaries  # "fired on Thursday to disperse"
        meanwhile = bool(marks & _MEANWHILE) and tree.tag[at] == "VBD" and not auxiliaries & _PERFECT
        return participle or purpose or meanwhile
    # "visited Saada yesterday, where he met", "on 9 December, when they left"
    return dep == "relcl" and bool(marks & {"where", "when"}) and tree.tag[at] == "VBD"


# -- known from the rest of the text ---------------------------------------------------------------------------------


def _at_the_hour(context: Context, draft: Draft, drafts: Iterable[Draft]) -> TimeInterval | None:
    """ "In the evening", "before dawn": of the day that the paragraph names, else of the day of publication."""
    tree = context.tree
    tops = [draft.head]
    if tree.dep[draft.head] == "conj" and own_subject(tree, draft.head) is None:
        tops.append(tree.head[draft.head])
    for tokens in (tokens for top in tops for tokens in _expressions(context, top)):
        start, end = tree.span(tokens)
        words = context.article.text[start:end]
        if not PART_OF_DAY.match(" ".join(words.lower().split())):
            continue
        paragraph = tree.paragraph_of[draft.head]
        days = [d.time for d in drafts if d.head < draft.head and tree.paragraph_of[d.head] == paragraph]
        named = next((t for t in reversed(days) if t is not None and t.granularity is Granularity.DAY), None)
        published = _published(context)
        day = date.fromisoformat(named.start) if named is not None and named.start else published
        found = (day, day, Granularity.DAY) if day else (None, None, Granularity.UNRESOLVED)
        return _interval(context, found, words, start, end)
    return None


def _datelines(context: Context, drafts: Iterable[Draft]) -> None:
    """ "BOGOTA, May 14 (Agency) - Rebels freed two marines, the Red Cross said": what is said beneath a dateline is
    said on its day. A dateline is a paragraph of its own."""
    tree = context.tree
    for draft in drafts:
        number = tree.paragraph_of[draft.head]
        if draft.time is not None or draft.said is None or draft.chain or tree.tag[draft.head] != "VBD" or number < 1:
            continue
        if tree.sentence_of[draft.head] != tree.sentence_of[tree.paragraphs[number][0]]:
            continue
        a, b = tree.span(range(*tree.paragraphs[number - 1]))
        line = _DATELINE.match(context.article.text[a:b])
        found = interval(line[1], _published(context), past=True) if line is not None else None
        if line is not None and found is not None and found[2] is Granularity.DAY:
            draft.time = _interval(context, found, line[1], a + line.start(1), a + line.end(1))


def _headlines(context: Context, drafts: list[Draft]) -> None:
    """ "Algeria summons envoy": when the envoy was summoned, the text below says: where it tells the same act, else in
    its first sentence, when that is about the same actors."""
    tree = context.tree
    if not tree.paragraphs:
        return
    end = tree.paragraphs[0][1]
    if not tree.is_headline(tree.paragraphs[0][0]) or len(tree.paragraphs) < 2:
        return
    below = [d for d in drafts if d.head >= end and d.time is not None and d.time.granularity is Granularity.DAY]
    for draft in drafts:
        if draft.head >= end or draft.time is not None or draft.tense == "future" or draft.modality in UNREAL:
            continue
        named = {d.time for d in below if _same_act(d, draft)}
        if named:
            draft.time = next(d.time for d in below if d.time in named)
        elif not draft.chain:
            draft.time = _lead(context, draft, end)
    by_head = {draft.head: draft for draft in drafts if draft.head < end}
    for draft in by_head.values():  # "police fire tear gas as opposition defies ban"
        main = by_head.get(tree.head[draft.head])
        beside = tree.dep[draft.head] == "advcl" and any(
            tree.lower[c] in _MEANWHILE for c in tree.kids(draft.head, "mark")
        )
        if draft.time is None and main is not None and beside and draft.modality not in UNREAL:
            draft.time = main.time


def _same_act(told: Draft, headline: Draft) -> bool:
    same = told.predicate == headline.predicate or (told.relation is not None and told.relation == headline.relation)
    return same and bool(kin(_parties(told)) & kin(_parties(headline))) and told.modality not in UNREAL


def _lead(context: Context, draft: Draft, end: int) -> TimeInterval | None:
    """The day that the first full sentence of the text names beside its verb."""
    tree = context.tree
    first = next((s for s in tree.sentences if s[0] >= end and s[1] - s[0] >= _FULL), None)
    if first is None:
        return None
    about = kin(s for s in context.mentions if first[0] <= s.head < first[1])
    if not about & kin(_parties(draft)):
        return None
    root = next((t for t in range(*first) if tree.head[t] == t), None)
    if root is None:
        return None
    for verb in (*(c for c in tree.kids(root, "ccomp") if c < root), root, *tree.kids(root, "ccomp")):
        time = _beside(context, verb)
        if time is not None and time.granularity is Granularity.DAY:
            return time
    return None


def _parties(draft: Draft) -> list[Spotted]:
    return [*draft.subject, *draft.object, *draft.recipient]
