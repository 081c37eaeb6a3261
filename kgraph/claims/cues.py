"""What makes a predication a cue: a reporting word, a demand or accusation, or how a quotation was spoken."""

from __future__ import annotations

from dataclasses import replace

from kgraph.claims.context import Context
from kgraph.claims.quotations import Quotation
from kgraph.claims.senses import choose
from kgraph.claims.sources import is_hearsay
from kgraph.claims.targets import who
from kgraph.clauses import Predication
from kgraph.clauses.nominal import nominal
from kgraph.language import Cue, Sense
from kgraph.model import ActorKind
from kgraph.parsing import Tree

_SPEAKERS = frozenset({ActorKind.PERSON, ActorKind.OFFICE, ActorKind.UNNAMED, ActorKind.ORGANISATION})
_FRAMED = {
    "ACCUSES": "alleged",
    "CRITICIZES": "alleged",
    "SUES": "alleged",
    "DEMANDS": "demanded",
    "URGES": "urged",
    "ASKS": "urged",
}
_DEMANDING = frozenset({"DEMANDS", "URGES", "ASKS"})
# "that" behind them is no word of the subject's
_BRINGING_ABOUT = frozenset(
    "arrange care cause check dictate emerge ensure entail follow go guarantee happen help matter mean necessitate "
    "need provide require run see suffice transpire turn".split()
)
_FEIGNING = frozenset({"dream", "fantasise", "fantasize", "feign", "lie", "pretend"})
_FRAMED_CLAUSES = frozenset({"infinitive", "that", "gerund", "purpose"})


def cues_of(context: Context, predication: Predication, quotes: list[Quotation]) -> list[Cue]:
    """The cues that a predication may be, the likeliest first."""
    found = (
        _ordering(context, predication),
        _listed(context, predication),
        _framing(context, predication),
        _asking_for(context, predication),
        _manner(context, predication, quotes),
        _denied_aloud(context, predication, quotes),
        _unlisted(context, predication),
    )
    return [cue for cue in found if cue is not None]


def _listed(context: Context, predication: Predication) -> Cue | None:
    cues = context.lexicon.cues
    if predication.kind == "copula":
        attribute = predication.object[0] if predication.object else None
        if attribute is None:
            return None
        return cues.get((context.tree.lemma[attribute], "adj")) or cues.get((context.tree.lower[attribute], "adj"))
    if predication.kind == "noun":
        return cues.get((predication.lemma, "noun"))
    if predication.particle and (found := cues.get((f"{predication.lemma} {predication.particle}", "verb"))):
        return found
    return cues.get((predication.lemma, "verb"))


def _ordering(context: Context, predication: Predication) -> Cue | None:
    """ "told the rebels to lay down their arms", "told China to “back off”": telling somebody to act demands it,
    telling him that it is so only says it."""
    if predication.lemma != "tell" or predication.kind != "verb" or not predication.object:
        return None
    told = context.lexicon.cues.get(("tell", "verb"))
    clauses = [c for c in predication.complements if c.kind in ("infinitive", "that", "question")]
    bare = [c for c in clauses if context.tree.kid(c.head, "nsubj", "nsubjpass") is None]
    if told is None or not clauses or bare != clauses or any(c.kind != "infinitive" for c in clauses):
        return None
    return replace(told, relation="DEMANDS", modality="demanded", content=("infinitive",))


def _framing(context: Context, predication: Predication) -> Cue | None:
    """ "called on Ethiopia to release": a sense of demanding or accusing frames its clause as a cue would."""
    if predication.kind != "verb" or not any(c.kind in _FRAMED_CLAUSES for c in predication.complements):
        return None
    sense = choose(context, predication)
    modality = _FRAMED.get(sense.relation or "") if sense is not None and not sense.inverse else None
    if sense is None or modality is None:
        return None
    clauses = ("that", "infinitive", "gerund", "of", "for", "to", "with")
    return _framed(sense, modality, addressee=("object", *sense.target), content=clauses)


def _framed(sense: Sense, modality: str, *, addressee: tuple[str, ...], content: tuple[str, ...]) -> Cue:
    return Cue(
        lemma=sense.lemma,
        pos="verb",
        modality=modality,
        relation=sense.relation,
        breadth="wide",
        addressee=addressee,
        content=content,
        factive=False,
        holder_stance="Uu",
        yes=(),
        no=(),
        place=sense.place,
    )


def _asking_for(context: Context, predication: Predication) -> Cue | None:
    """ "called for EU sanctions against Turkey", "demanded the release of the crew": an event that is asked for is the
    content of the asking as a clause would be."""
    sense = choose(context, predication) if predication.kind == "verb" else None
    if sense is None or sense.relation not in _DEMANDING:
        return None
    behind = predication.at(sense.prep) if sense.prep else ()
    if not any(_is_of_others(context, predication, head) for head in (*predication.object, *behind)):
        return None
    content = ("noun", sense.prep) if sense.prep else ("noun",)
    return _framed(sense, _FRAMED[sense.relation], addressee=(), content=content)


def _is_of_others(context: Context, predication: Predication, noun: int) -> bool:
    """Whether somebody else would act in the event: "proposed a ban" would ban it himself."""
    if context.tree.lemma[noun] not in context.lexicon.nouns:
        return False
    event = nominal(context.tree, noun, context.lexicon)
    return event is not None and not set(event.subject) & set(predication.subject)


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
    while last < len(tree) and tree.pos[last] == "ADV":  # "hit back:", "shot back angrily:"
        last += 1
    if not any((0 <= first - q.end <= 2 and not _is_over(tree, q)) or 0 <= q.start - last <= 2 for q in quotes):
        return None
    return _spoken(predication.lemma)


def _is_over(tree: Tree, quote: Quotation) -> bool:
    """'called it "an error". The minister stood by it': the full stop ends what the quotation stands in."""
    return "." in tree.words[quote.end - 1 : quote.end + 2]


def _denied_aloud(context: Context, predication: Predication, quotes: list[Quotation]) -> Cue | None:
    """'Denied this in a letter: "We were not there."': whoever denies it says what stands behind the colon."""
    tree, head = context.tree, predication.head
    if predication.kind != "verb" or (predication.lemma, "verb") not in context.lexicon.denials:
        return None
    _, end = tree.sentence(head)
    colon = next((t for t in range(head + 1, end) if tree.words[t] == ":"), None)
    if colon is None or any(tree.pos[t] in ("VERB", "AUX") for t in range(head + 1, colon)):
        return None
    return _spoken(predication.lemma) if any(q.start - colon == 2 for q in quotes) else None


def _unlisted(context: Context, predication: Predication) -> Cue | None:
    """ "The mayor grumbled that Chad had attacked": a clause with "that" behind a verb that no list knows is the word
    of the verb's subject, and nobody else's."""
    tree, lexicon, verb = context.tree, context.lexicon, predication.lemma
    if predication.kind != "verb" or predication.passive or verb in _BRINGING_ABOUT:
        return None
    if predication.object and not any(is_hearsay(tree, head, predication.head) for head in predication.subject):
        return None  # but "word reached Lima that"
    if (verb, "verb") in lexicon.cues or (verb, "verb") in lexicon.denials:
        return None
    if any(operator.negative for operator in lexicon.operators.get(verb, ())):
        return None
    if not predication.subject or tree.pos[predication.subject[0]] in ("DET", "SCONJ"):
        return None
    if tree.lower[predication.subject[0]] in ("it", "this", "that", "which", "what"):
        return None
    clauses = [c.head for c in predication.complements if c.kind == "that" and c.head > predication.head]
    if not any(tree.lower[mark] == "that" for clause in clauses for mark in tree.kids(clause, "mark")):
        return None
    modality = "alleged" if verb in _FEIGNING else "reported"
    # it keeps the sense that it has ("allowed that": concedes), as a listed cue does
    return replace(_spoken(verb), content=("that",), breadth="wide", relation=None, modality=modality, place=__name__)


def _spoken(lemma: str) -> Cue:
    return Cue(
        lemma=lemma,
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


def wishes(context: Context, predication: Predication) -> bool:
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
