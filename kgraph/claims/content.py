"""What a cue answers for: its clause, its noun phrase where it takes one, or the whole quotation that it stands beside.

A quotation runs over sentences and paragraphs. A coordinated reporting verb is not content.
"""

from __future__ import annotations

from dataclasses import dataclass

from kgraph.claims.colon import colon_content
from kgraph.claims.context import Context
from kgraph.claims.quotations import Quotation, entire
from kgraph.claims.ranges import Range, merge, runs
from kgraph.claims.relative_denial import is_sentential_denial, judged_false
from kgraph.claims.topics import with_what_is_said_of_it
from kgraph.clauses import Predication
from kgraph.clauses.phrases import free_relative
from kgraph.clauses.spoken import TOLD
from kgraph.clauses.voice import own_subject
from kgraph.language import Cue
from kgraph.parsing import Tree
from kgraph.parsing.apposed import RESUMING, takes_up

_REPLYING = frozenset({"answer", "counter", "object", "reply", "respond", "retort"})
_SENSES = frozenset({"see", "hear", "feel", "watch", "notice", "observe"})
_UNFINISHED = frozenset({"?", "!", ",", "…", "...", "—", "–", "-", "--"})  # a full stop would end the cue's part too
_REACH = 12  # tokens between a cue and the "that" of its clause
_ECHO = 7  # tokens: more than these are a quotation also in the midst of a clause
_NEAR = 25  # tokens between a quotation and the cue beside it


@dataclass(frozen=True, slots=True)
class Content:
    """Token ranges; ``quoted``: in marks or behind a colon; ``whole``: a quotation or a finite clause, not a mere
    phrase ("demanded an answer", "urged them to go")."""

    ranges: list[Range]
    quoted: bool = False
    whole: bool = True


def content_of(context: Context, predication: Predication, cue: Cue, quotes: list[Quotation]) -> Content:
    tree = context.tree
    ranges: list[Range] = []
    finite = False
    for complement in predication.complements:
        if beyond_semicolon(context, complement.head, predication.head) or free_relative(tree, complement.head):
            continue
        if _before_the_colon(context, complement.head, predication):
            continue
        if is_sentential_denial(tree, context.lexicon, complement.head):
            continue  # "Bello said they had been beaten, which police deny"
        if cue.lemma in _SENSES and _is_seen(tree, complement.head):
            continue
        if _takes(context, cue, complement.kind, complement.preposition):
            ranges.append(clause_words(context, complement.head, predication.head))
            finite = finite or complement.kind in ("that", "question")
    if (
        not ranges
        and predication.kind == "verb"
        and "that" in cue.content
        and (told := _behind_that(context, predication))
    ):
        ranges, finite = [told], True
    if not ranges and (predication.kind != "verb" or {"noun", "about", "of"} & set(cue.content)):
        ranges += _phrases(context, predication, cue)
    if not ranges and predication.kind == "verb" and (around := _parenthetical(context, predication)):
        return Content(around)
    colon = colon_content(context, predication.head, quotes)
    if colon:
        return Content(colon, quoted=True)
    touched = [q for q in quotes if _touches(context, q, ranges, predication)]
    if touched:
        inside = all(any(tree.sentence_of[a] == tree.sentence_of[q.start] for q in touched) for a, _ in ranges)
        spoken = [(q.start, q.end) for first in touched for q in entire(quotes, first)]
        return Content(merge([*(ranges if inside else []), *spoken]), quoted=True)
    return Content(ranges, whole=finite)


def _is_seen(tree: Tree, clause: int) -> bool:
    """ "saw the team win", "heard dogs barking": what was seen, and nobody's word for it."""
    return tree.tag[clause] in ("VB", "VBG") and tree.kid(clause, "aux", "mark") is None


def _behind_that(context: Context, predication: Predication) -> Range | None:
    """The clause behind "that" where the parser hung it on a noun between: "told the paper in a letter that the mine
    was closed", "noted on Monday that"."""
    tree, verb = context.tree, predication.head
    _, end = tree.sentence(verb)
    for token in range(verb + 1, min(end, verb + _REACH)):
        if tree.pos[token] in ("VERB", "AUX", "CCONJ") or tree.words[token] in (";", ":"):
            return None
        if tree.lower[token] == "that" and tree.head[token] > token:
            clause = tree.head[token]
            subjects = [c for c in tree.kids(clause, "nsubj", "nsubjpass") if c != token]
            if tree.dep[token] != "mark" and not subjects:
                return None  # "in a letter that closed the mine": the letter did
            hung = tree.head[clause] if tree.dep[clause] in ("acl", "relcl", "ccomp", "advcl") else verb
            return (
                clause_words(context, clause, verb)
                if clause > token and verb in (hung, *tree.ancestors(hung))
                else None
            )
    return None


def beyond_semicolon(context: Context, clause: int, cue: int) -> bool:
    """ "Yerevan says A; Baku says B": what stands beyond a semicolon is not what Baku says."""
    first, last = sorted((clause, cue))
    return any(context.tree.words[t] == ";" for t in range(first, last))


def _before_the_colon(context: Context, clause: int, predication: Predication) -> bool:
    """ "The paper corrected the quotation: he had said that": what stands before the colon is not what he said."""
    cue = predication.head
    later = any(c.head > cue for c in predication.complements)
    return later and clause < cue and any(context.tree.words[t] == ":" for t in range(clause, cue))


def _parenthetical(context: Context, predication: Predication) -> list[Range]:
    """ "Turkey, officials said, attacked Syria": the cue hangs on the clause that it answers for."""
    tree, cue = context.tree, predication.head
    host = tree.head[cue]
    if (
        host == cue
        or tree.dep[cue] not in ("ccomp", "parataxis", "advcl", "dep")
        or tree.pos[host] not in ("VERB", "AUX")
        or not (tree.tag[cue] in ("VBD", "VBZ", "VBP") or _by_somebody(tree, cue))
    ):
        return []
    below = tree.subtree(cue)
    own = [t for t in below if tree.pos[t] not in ("PUNCT", "SPACE")]
    before, after = own[0] - 1, own[-1] + 1
    told = tree.lemma[cue] in TOLD  # ", two diplomats told reporters": the object is told
    taken = tree.kid(cue, "mark") is not None or (tree.kid(cue, "dobj") is not None and not told)
    if tree.lower[own[0]] == "as" and own[0] in tree.kids(cue, "mark", "advmod"):
        # "As Diallo told the court, the mine was closed"
        opens = before < tree.sentence(cue)[0] or tree.pos[before] in ("PUNCT", "SPACE")
    else:
        opens = before >= 0 and tree.words[before] in (",", "–", "—", "-") and not taken
    if not opens:
        return []
    if after < len(tree) and tree.words[after] not in (",", "–", "—", "-", ".", ";"):
        return []
    scope = [t for t in tree.subtree(host) if t not in set(below) and tree.sentence_of[t] == tree.sentence_of[cue]]
    if not _told_on_behind_semicolon(context, host, after):
        scope = [t for t in scope if not beyond_semicolon(context, t, cue)]
    while scope and tree.pos[scope[-1]] in ("PUNCT", "SPACE"):
        scope.pop()
    while scope and tree.pos[scope[0]] in ("PUNCT", "SPACE"):
        scope.pop(0)
    return runs(scope)


def _told_on_behind_semicolon(context: Context, host: int, after: int) -> bool:
    """ "He was no traitor, she says; he had merely obeyed": the same account, by its tense, and nobody else's word."""
    tree = context.tree
    if after >= len(tree) or tree.words[after] != ";" or host < after:
        return False
    shifted = any(tree.lower[aux] in ("had", "would", "'d", "’d") for aux in tree.kids(host, "aux"))
    subject = tree.kid(host, "nsubj", "nsubjpass")
    cue = context.lexicon.cues.get((tree.lemma[host], "verb"))
    return shifted and cue is None and subject is not None and tree.pos[subject] == "PRON"


def _by_somebody(tree: Tree, cue: int) -> bool:
    """ "As was affirmed by the ministry", "Peru, it is claimed, attacked": a passive that the clause around fills."""
    if tree.tag[cue] != "VBN" or tree.kid(cue, "auxpass") is None:
        return False
    return tree.kid(cue, "agent") is not None or any(tree.lower[t] == "it" for t in tree.kids(cue, "nsubjpass"))


def _takes(context: Context, cue: Cue, kind: str, preposition: str | None) -> bool:
    if kind in ("that", "question"):
        return "that" in cue.content or not cue.content
    if kind in ("infinitive", "purpose"):
        return "infinitive" in cue.content
    if kind == "gerund":
        if preposition == "as" and cue.lemma in ("quote", "cite"):
            return True
        return (
            (preposition is None and "gerund" in cue.content)
            or preposition in cue.content
            or (preposition == "of" and "of" in cue.content)
        )
    return False


def _phrases(context: Context, predication: Predication, cue: Cue) -> list[Range]:
    """Content that is a noun phrase: "concern about the involvement of X", "angry about the events"."""
    tree = context.tree
    heads = [head for preposition, head in predication.obliques if preposition in cue.content]
    if predication.kind == "noun" and "of" in cue.content:  # "reports of an attack by Chad"
        heads += [head for head in predication.object if tree.lemma[head] in context.lexicon.nouns]
    if "noun" in cue.content and predication.kind == "verb":
        heads += [h for h in predication.object if not context.at(h)]
    out = []
    for head in heads:
        tokens = set(tree.subtree(head))
        for clause in [t for t in tokens if tree.dep[t] == "relcl"]:
            below = tree.subtree(clause)
            if tree.words[max(below[0] - 1, 0)] == ",":  # ", where there was fighting": the author goes on
                tokens -= set(below)
        for clause in [t for t in tokens if tree.dep[t] == "acl" and tree.kid(t, "mark") is not None]:
            if (tree.lemma[tree.head[clause]], "noun") in context.lexicon.cues:
                tokens -= set(tree.subtree(clause))  # "an inquiry into claims that": not what is asked for
        phrase = runs(sorted(tokens))[0]
        out.append(with_what_is_said_of_it(tree, predication.head, phrase) if head in predication.object else phrase)
    return out


def clause_words(context: Context, clause: int, cue_token: int) -> Range:
    """The tokens of a clause, without a coordinated reporting verb ("said that A, and B added that C")."""
    tree = context.tree
    tokens = set(tree.subtree(clause))
    tokens.discard(cue_token)
    for token in list(tokens):
        if is_sentential_denial(context.tree, context.lexicon, token):  # ", which is denied by": not the source's words
            resumed = tree.lemma[tree.head[token]] in RESUMING
            tokens -= set(tree.subtree(tree.head[token] if resumed else token))
            continue
        judged = judged_false(tree, context.lexicon, token) is not None
        if judged or _answers(tree, token) or _denies_beside(context, token):
            tokens -= set(tree.subtree(token))
            continue
        if _resumes(context, token):
            tokens -= set(tree.subtree(tree.head[token]))
            continue
        if token > clause and tree.head[token] in tokens and _another_report(context, token):
            tokens -= set(tree.subtree(token))
    if cue_token < clause:
        tokens = {t for t in tokens if t > cue_token}
    else:
        tokens = {t for t in tokens if t < cue_token} or tokens
    ordered = sorted(tokens)
    while ordered and tree.pos[ordered[-1]] in ("PUNCT", "SPACE", "CCONJ"):
        ordered.pop()
    while ordered and (tree.pos[ordered[0]] in ("PUNCT", "SPACE")):
        ordered.pop(0)
    return (ordered[0], ordered[-1] + 1) if ordered else (clause, clause + 1)


def _resumes(context: Context, verb: int) -> bool:
    """ "said jets had hit the dam, something Moscow has never acknowledged": the author goes on."""
    return context.tree.dep[verb] == "relcl" and takes_up(context.tree, context.tree.head[verb])


def _denies_beside(context: Context, verb: int) -> bool:
    """ "Said it repelled an attack by Sudan, which denied launching one": as the author tells."""
    tree = context.tree
    if tree.dep[verb] != "relcl" or tree.lemma[verb] not in ("deny", "reject", "dismiss", "dispute"):
        return False
    first = tree.subtree(verb)[0]
    return tree.lower[first] in ("which", "who") and tree.words[first - 1] == "," and tree.kid(verb, "nsubj") == first


def _answers(tree: Tree, verb: int) -> bool:
    """ "says Peru did it, to which Peru replied that": the author goes on here too."""
    if tree.dep[verb] not in ("relcl", "advcl", "ccomp", "conj") or tree.lemma[verb] not in _REPLYING:
        return False
    first = tree.subtree(verb)[0]
    return tree.lower[first : first + 2] == ["to", "which"] and tree.words[first - 1] == ","


def _another_report(context: Context, verb: int) -> bool:
    """ "said that A, and B added that C": another speaker's word. "said that A and that the tape did not show C", "she
    hopes A but she knows that B": still the first one's."""
    tree = context.tree
    cue = context.lexicon.cues.get((tree.lemma[verb], "verb"))
    if cue is None or cue.breadth != "narrow" or tree.dep[verb] != "conj" or tree.pos[verb] != "VERB":
        return False
    return (
        tree.kid(verb, "nsubj") is not None and tree.kid(verb, "ccomp") is not None and tree.kid(verb, "mark") is None
    )


def _touches(context: Context, quote: Quotation, ranges: list[Range], predication: Predication) -> bool:
    tree, head = context.tree, predication.head
    if head in quote:
        return False
    if any(a < quote.end and quote.start < b for a, b in ranges):
        # a few words in marks inside reported speech are an echo of the source, not a quotation of their own
        if any(quote.start <= a and b <= quote.end for a, b in ranges):
            return True
        return quote.end - quote.start > 4 and any(
            tree.pos[t] in ("VERB", "AUX") for t in range(quote.start, quote.end)
        )
    if ranges or predication.kind != "verb":
        return False
    if not any(tree.pos[t] in ("VERB", "AUX") for t in range(quote.start, quote.end)):
        # '"A lie," says the minister.': it has no verb, and opens its sentence
        return 0 <= quote.start - tree.sentence(head)[0] <= 2 and 0 < head - quote.end <= 6
    if _already_said(context, quote, head) or _is_echo(context, quote) or _nearer_cue(context, quote, head):
        return False
    same = tree.sentence_of[head] in (tree.sentence_of[quote.start], tree.sentence_of[max(quote.start, quote.end - 1)])
    between = range(min(quote.end, head), max(quote.start, head))
    return len(between) <= _NEAR and (same or _right_before(context, quote, head))


def _nearer_cue(context: Context, quote: Quotation, head: int) -> bool:
    """ "The ministry refused to comment, but a source insisted: “...”": another one's cue stands between."""
    tree = context.tree
    return any(
        tree.pos[t] == "VERB"
        and tree.tag[t] in ("VBD", "VBZ", "VBP")
        and own_subject(tree, t) is not None
        and (cue := context.lexicon.cues.get((tree.lemma[t], "verb"))) is not None
        and cue.breadth == "narrow"
        for t in range(head + 1, quote.start)
    )


def _is_echo(context: Context, quote: Quotation) -> bool:
    """ "were “well-paid,” he explained": a few words in the midst of a clause, not a sentence of somebody's own."""
    tree = context.tree
    before = tree.words[quote.start - 2] if quote.start > 1 else ","
    inside = tree.sentence_of[quote.start] == tree.sentence_of[max(quote.start - 2, 0)]
    few = quote.end - quote.start < _ECHO
    return (
        few and tree.words[quote.start][:1].islower() and inside and before not in (",", ":", ";", "—", "–", "-", "...")
    )


def _already_said(context: Context, quote: Quotation, cue: int) -> bool:
    """ "“We are ready,” she said, but refused to say more": the quotation has its cue, the second verb is none."""
    tree = context.tree
    up = tree.head[cue]
    while tree.dep[cue] == "xcomp" and tree.pos[up] == "VERB":  # "refused to say"
        cue, up = up, tree.head[up]
    listed = tree.dep[cue] == "conj" and context.lexicon.cues.get((tree.lemma[up], "verb"))
    return bool(listed) and quote.end <= up < cue


def _right_before(context: Context, quote: Quotation, cue: int) -> bool:
    """ "“How often must we see this?” Garba said.": the parser ends a sentence at the mark of question."""
    tree = context.tree
    start, _ = tree.sentence(cue)
    return (
        quote.end <= start
        and tree.words[quote.end - 1] in _UNFINISHED
        and tree.paragraph_of[quote.start] == tree.paragraph_of[cue]
        and all(tree.pos[t] in ("PUNCT", "SPACE") for t in range(quote.end, start))
        and tree.dep[cue] == "ROOT"
    )
