"""Who says so: cues, their sources, what they answer for and whom they tell.

The content of a reporting verb is its clause, or the whole quotation that the clause touches, over sentences and
paragraphs. A coordinated reporting verb is not content. "according to" answers for the clause it hangs on.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kgraph.claims.colon import colon_content
from kgraph.claims.context import Context, Said
from kgraph.claims.frames import choose
from kgraph.claims.labels import speaker_labels
from kgraph.claims.prepositional import by_preposition
from kgraph.claims.quotations import Quotation
from kgraph.claims.speakers import FIRST_PERSON, first_person
from kgraph.claims.targets import who
from kgraph.clauses import Predication
from kgraph.clauses.control import subject_of
from kgraph.clauses.phrases import free_relative
from kgraph.language import Cue, Lexicon
from kgraph.mentions import Spotted
from kgraph.model import ActorKind, Modality
from kgraph.parsing import Tree

_SPEAKERS = frozenset({ActorKind.PERSON, ActorKind.OFFICE, ActorKind.UNNAMED, ActorKind.ORGANISATION})
_MEDIA_WORDS = frozenset(
    "agency press presse news newspaper times post herald tribune gazette chronicle radio television tv daily weekly "
    "telegraph broadcaster wire newswire journal".split()
)
_FRAMED = {"ACCUSES": "alleged", "CRITICIZES": "alleged", "DEMANDS": "demanded", "URGES": "urged", "ASKS": "urged"}
_FRAMED_CLAUSES = frozenset({"infinitive", "that", "gerund", "purpose"})
_RESUMING = frozenset("something accusation allegation assertion charge claim suggestion report".split())
_FRAMES = frozenset(
    {"ACCUSES", "CRITICIZES", "WORRIES", "DEMANDS", "URGES", "ASKS", "DENIES", "REJECTS", "WARNS", "THREATENS"}
)


def attributions(context: Context, predications: Iterable[Predication], quotes: list[Quotation]) -> list[Said]:
    """All attributions of the article, in text order."""
    found: list[Said] = []
    for predication in predications:
        cues = (_cue(context, predication), _framing(context, predication), _manner(context, predication, quotes))
        for cue in cues:
            said = None if cue is None else _said(context, predication, cue, quotes)
            if said is not None:
                found.append(said)
                break
    found += by_preposition(context)
    found += speaker_labels(context, quotes)
    found = _free_quotations(context, found, quotes)
    found.sort(key=lambda said: said.cue)
    return found


def _cue(context: Context, predication: Predication) -> Cue | None:
    cues = context.lexicon.cues
    if predication.kind == "copula":
        attribute = predication.object[0] if predication.object else None
        return None if attribute is None else cues.get((context.tree.lemma[attribute], "adj"))
    if predication.kind == "noun":
        return cues.get((predication.lemma, "noun"))
    if predication.particle and (found := cues.get((f"{predication.lemma} {predication.particle}", "verb"))):
        return found
    return cues.get((predication.lemma, "verb"))


def _framing(context: Context, predication: Predication) -> Cue | None:
    """ "called on Ethiopia to release": a sense of demanding or accusing frames its clause as a cue would."""
    if predication.kind != "verb" or not any(c.kind in _FRAMED_CLAUSES for c in predication.complements):
        return None
    sense = choose(context, predication)
    modality = _FRAMED.get(sense.relation or "") if sense is not None else None
    if sense is None or modality is None:
        return None
    return Cue(
        lemma=sense.lemma,
        pos="verb",
        modality=modality,
        relation=sense.relation,
        breadth="wide",
        addressee=("object", *sense.target),
        content=("that", "infinitive", "gerund", "of", "for", "to"),
        factive=False,
        holder_stance="Uu",
        yes=(),
        no=(),
        place=sense.place,
    )


def _manner(context: Context, predication: Predication, quotes: list[Quotation]) -> Cue | None:
    """ "“...,” Vondra thundered": whatever verb stands beside a quotation, when a person is its subject and it has no
    other object, it is how the words were said."""
    tree, head = context.tree, predication.head
    if predication.kind != "verb" or predication.object or tree.tag[head] not in ("VBD", "VBZ", "VBP"):
        return None
    people = [s for s in who(context, predication.subject) if s.actor is not None and s.actor.kind in _SPEAKERS]
    if not people or any(head in q for q in quotes):
        return None
    first, last = min(head, *(s.start for s in people)), max(head + 1, *(s.end for s in people))
    if not any(0 <= first - q.end <= 2 or 0 <= q.start - last <= 2 for q in quotes):
        return None
    return Cue(
        lemma=predication.lemma,
        pos="verb",
        modality="quoted",
        relation="SAYS",
        breadth="narrow",
        addressee=(),
        content=("quote",),
        factive=False,
        holder_stance="CT+",
        yes=(),
        no=(),
        place="",
    )


def _said(context: Context, predication: Predication, cue: Cue, quotes: list[Quotation]) -> Said | None:
    ranges, quoted = _content(context, predication, cue, quotes)
    if not ranges:
        return None
    sources = _sources(context, predication)
    told = [] if not sources else _addressees(context, predication, cue)
    ranges = _without(ranges, [*_own_words(context, predication)])
    if not ranges:
        return None
    modality = Modality.QUOTED if quoted else Modality(cue.modality)
    relation = cue.relation
    if _wishes(context, predication):
        modality, relation = Modality.DEMANDED, "DEMANDS"
    return Said(
        head=predication.head,
        cue=_cue_span(context, predication),
        sources=sources,
        content=ranges,
        tokens=frozenset(t for a, b in ranges for t in range(a, b)),
        modality=modality,
        quoted=quoted,
        addressees=told,
        relation=relation,
        narrow=cue.breadth == "narrow",
        own=_is_own_intention(context, predication, ranges),
        frame=relation in _FRAMES,
    )


def _wishes(context: Context, predication: Predication) -> bool:
    """ "insisted that Bulgaria come clean": a subjunctive (a bare verb under a singular subject) is a demand."""
    tree = context.tree
    if predication.lemma not in ("insist", "suggest", "propose", "recommend", "advise"):
        return False
    for complement in predication.complements:
        subject = tree.kid(complement.head, "nsubj", "nsubjpass")
        if complement.kind != "that" or subject is None or tree.kid(complement.head, "aux", "auxpass") is not None:
            continue
        singular = tree.tag[subject] in ("NNP", "NN") and tree.kid(subject, "conj") is None
        if tree.tag[complement.head] == "VB" or (tree.tag[complement.head] == "VBP" and singular):
            return True
    return False


def _is_own_intention(context: Context, predication: Predication, ranges: list[tuple[int, int]]) -> bool:
    """ "EU leaders agreed to threaten", "Iran threatened to attack": the one who says it is the one who will do it."""
    for complement in predication.complements:
        if complement.kind != "infinitive" or not any(a <= complement.head < b for a, b in ranges):
            continue
        heads, construction = subject_of(context.tree, complement.head)
        return construction in ("subject-control", "raising") and heads == predication.subject
    return False


def _cue_span(context: Context, predication: Predication) -> tuple[int, int]:
    tree, head = context.tree, predication.head
    if predication.kind == "copula" and predication.object:
        return min(head, predication.object[0]), max(head, predication.object[0]) + 1
    particle = tree.kid(head, "prt")
    return (head, particle + 1) if particle == head + 1 else (head, head + 1)


def _sources(context: Context, predication: Predication) -> list[Spotted]:
    if found := who(context, predication.subject):
        return found
    tree = context.tree
    out = []
    for head in predication.subject:
        if tree.lower[head] in FIRST_PERSON:
            out.append(first_person(context, head))
        elif tree.lower[head] not in ("it", "there", "that", "this", "what", "which", "who"):
            out.append(context.described(head))
    return out


def _addressees(context: Context, predication: Predication, cue: Cue) -> list[Spotted]:
    heads = [h for h in predication.object if "object" in cue.addressee]
    heads += [h for p, h in predication.obliques if p in cue.addressee or p == "to"]
    heads += list(predication.dative) if cue.addressee else []
    return who(context, heads)


def _own_words(context: Context, predication: Predication) -> Iterator[tuple[int, int]]:
    """The cue's own subject and addressee are not what is said, even when a quotation runs around them."""
    tree = context.tree
    for head in (predication.head, *predication.subject):
        subtree = tree.subtree(head) if head != predication.head else [head]
        if subtree:
            yield subtree[0], subtree[-1] + 1


# -- content ---------------------------------------------------------------------------------------------------------


def _content(
    context: Context, predication: Predication, cue: Cue, quotes: list[Quotation]
) -> tuple[list[tuple[int, int]], bool]:
    tree = context.tree
    ranges: list[tuple[int, int]] = []
    for complement in predication.complements:
        if _other_sentence(context, complement.head, predication.head) or free_relative(tree, complement.head):
            continue
        if _takes(context, cue, complement.kind, complement.preposition):
            ranges.append(_clause(context, complement.head, predication.head))
    if not ranges and (predication.kind != "verb" or {"noun", "about", "of"} & set(cue.content)):
        ranges += _phrases(context, predication, cue)
    if not ranges and predication.kind == "verb" and (around := _parenthetical(context, predication)):
        return around, False
    colon = colon_content(context, predication.head, quotes)
    if colon is not None:
        return [colon], True
    touched = [q for q in quotes if _touches(context, q, ranges, predication)]
    if touched:
        inside = all(any(tree.sentence_of[a] == tree.sentence_of[q.start] for q in touched) for a, _ in ranges)
        ranges = _merge([*(ranges if inside else []), *((q.start, q.end) for q in touched)])
        return ranges, True
    return ranges, False


def _other_sentence(context: Context, clause: int, cue: int) -> bool:
    """ "Yerevan says A; Baku says B": what stands beyond a semicolon is not what Baku says."""
    first, last = sorted((clause, cue))
    return any(context.tree.words[t] == ";" for t in range(first, last))


def _parenthetical(context: Context, predication: Predication) -> list[tuple[int, int]]:
    """ "Turkey, officials said, attacked Syria": the cue hangs on the clause that it answers for."""
    tree, cue = context.tree, predication.head
    host = tree.head[cue]
    if (
        host == cue
        or tree.dep[cue] not in ("ccomp", "parataxis", "advcl", "dep")
        or tree.pos[host] not in ("VERB", "AUX")
    ):
        return []
    below = tree.subtree(cue)
    own = [t for t in below if tree.pos[t] not in ("PUNCT", "SPACE")]
    before, after = own[0] - 1, own[-1] + 1
    if before < 0 or tree.words[before] not in (",", "–", "—", "-") or tree.kid(cue, "mark", "dobj") is not None:
        return []
    if after < len(tree) and tree.words[after] not in (",", "–", "—", "-", ".", ";"):
        return []
    scope = [t for t in tree.subtree(host) if t not in set(below) and tree.sentence_of[t] == tree.sentence_of[cue]]
    while scope and tree.pos[scope[-1]] in ("PUNCT", "SPACE"):
        scope.pop()
    return _runs(scope)


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


def _phrases(context: Context, predication: Predication, cue: Cue) -> list[tuple[int, int]]:
    """Content that is a noun phrase: "concern about the involvement of X", "angry about the events"."""
    tree = context.tree
    heads = [head for preposition, head in predication.obliques if preposition in cue.content]
    if "noun" in cue.content and predication.kind == "verb":
        heads += [h for h in predication.object if not context.at(h)]
    out = []
    for head in heads:
        tokens = set(tree.subtree(head))
        for clause in [t for t in tokens if tree.dep[t] == "relcl"]:
            below = tree.subtree(clause)
            if tree.words[max(below[0] - 1, 0)] == ",":  # ", where there was fighting": the author goes on
                tokens -= set(below)
        out += _runs(sorted(tokens))[:1]
    return out


def _clause(context: Context, clause: int, cue_token: int) -> tuple[int, int]:
    """The tokens of a clause, without a coordinated reporting verb ("said that A, and B added that C")."""
    tree = context.tree
    tokens = set(tree.subtree(clause))
    tokens.discard(cue_token)
    for token in list(tokens):
        if is_sentential_denial(context.tree, context.lexicon, token):  # ", which is denied by": not the source's words
            resumed = tree.lower[tree.head[token]] in _RESUMING
            tokens -= set(tree.subtree(tree.head[token] if resumed else token))
            continue
        if tree.dep[token] != "conj" or token <= clause or (tree.lemma[token], "verb") not in context.lexicon.cues:
            continue
        if tree.head[token] not in tokens or tree.pos[token] != "VERB":
            continue
        if tree.kid(token, "nsubj") is not None and tree.kid(token, "ccomp") is not None:
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


def _touches(context: Context, quote: Quotation, ranges: list[tuple[int, int]], predication: Predication) -> bool:
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
    same = tree.sentence_of[head] in (tree.sentence_of[quote.start], tree.sentence_of[max(quote.start, quote.end - 1)])
    if not same or ranges:
        return False
    between = range(min(quote.end, head), max(quote.start, head))
    return (
        len(between) <= 25
        and predication.kind == "verb"
        and any(tree.pos[t] in ("VERB", "AUX") for t in range(quote.start, quote.end))
    )


def _merge(ranges: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    out: list[tuple[int, int]] = []
    for start, end in sorted(ranges):
        if out and start <= out[-1][1]:
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        else:
            out.append((start, end))
    return out


def _without(ranges: list[tuple[int, int]], holes: list[tuple[int, int]]) -> list[tuple[int, int]]:
    for start, end in holes:
        cut: list[tuple[int, int]] = []
        for a, b in ranges:
            if end <= a or b <= start:
                cut.append((a, b))
                continue
            if a < start:
                cut.append((a, start))
            if end < b:
                cut.append((end, b))
        ranges = cut
    return ranges


# -- other constructions ---------------------------------------------------------------------------------------------


def _runs(tokens: list[int]) -> list[tuple[int, int]]:
    out: list[tuple[int, int]] = []
    for token in tokens:
        if out and token <= out[-1][1] + 1:
            out[-1] = (out[-1][0], token + 1)
        else:
            out.append((token, token + 1))
    return out


def _free_quotations(context: Context, found: list[Said], quotes: list[Quotation]) -> list[Said]:
    """A quotation without a cue of its own, in a paragraph where somebody was just quoted, is the same speaker's."""
    tree = context.tree
    for quote in quotes:
        inside = set(range(quote.start, quote.end))
        if quote.end - quote.start < 4 or any(said.tokens & inside and said.head not in quote for said in found):
            continue
        if not any(tree.pos[t] in ("VERB", "AUX") for t in range(quote.start, quote.end)):
            continue
        before = [
            said
            for said in found
            if said.quoted
            and said.sources
            and tree.paragraph_of[said.head] == tree.paragraph_of[quote.start]
            and said.head < quote.start
        ]
        if not before:
            continue
        last = max(before, key=lambda said: said.head)
        last.content = _merge([*last.content, (quote.start, quote.end)])
        last.tokens |= set(range(quote.start, quote.end))
    return found


def is_sentential_denial(tree: Tree, lexicon: Lexicon, verb: int) -> bool:
    """ "..., which is denied by Ankara and Baku", "..., which Ankara denies": of the clause before, by the author."""
    if tree.pos[verb] != "VERB" or (tree.lemma[verb], "verb") not in lexicon.denials:
        return False
    if tree.dep[verb] not in ("relcl", "advcl", "ccomp", "conj", "acl"):
        return False
    noun = tree.head[verb]
    if tree.dep[verb] in ("relcl", "acl") and tree.lower[noun] in _RESUMING:
        # "..., something Cairo denies", "..., a claim denied by Jakarta"
        return any(tree.words[t] in (",", "–", "—") for t in range(max(noun - 2, 0), noun))
    return any(tree.lower[c] == "which" for c in tree.kids(verb, "nsubjpass", "dobj", "nsubj"))


def is_media(spotted: Spotted) -> bool:
    """A news medium, by its kind or by a word of its name ("Sahara Presse", "the Nile Valley Times")."""
    actor = spotted.actor
    if actor is None:
        return False
    return actor.kind is ActorKind.MEDIA or (
        actor.kind is not ActorKind.PERSON and bool(_MEDIA_WORDS & set(actor.name.lower().split()))
    )
