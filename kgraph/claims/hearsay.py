"""What is only said, by nobody who is named: "is believed to have sent", "reportedly sent", "on trial for sending"."""

from __future__ import annotations

from kgraph.claims.context import Context, Draft
from kgraph.claims.governors import governors
from kgraph.claims.headlines import is_in_quotes
from kgraph.claims.unsure import is_tale
from kgraph.clauses.voice import is_passive
from kgraph.model import Modality
from kgraph.parsing import Tree

_ALLEGEDLY = frozenset({"allegedly", "purportedly", "supposedly", "ostensibly"})
_REPORTEDLY = frozenset({"reportedly", "apparently", "probably", "presumably", "possibly", "perhaps", "likely"})
# "arrested for attacking a bank", "charged with insulting the king": nothing is proved yet
_SUSPECTED = frozenset({"arrest", "charge", "detain", "hold", "indict", "investigate", "prosecute", "question", "sue"})
SHOWING = frozenset({"capture", "depict", "document", "portray", "show"})
_PRETENDING = frozenset({"claim", "pretend", "profess", "purport"})
_OVERTURNING = frozenset("annul appeal contest overrule overturn quash reverse vacate void".split())
_PROCEEDINGS = frozenset(
    "arrest charge complaint detention extradition indictment inquiry investigation lawsuit probe prosecution trial "
    "warrant".split()
)
_SPEAKING = frozenset({"hear", "learn", "speak", "talk", "tell"})
_PUNISHED = frozenset(
    "ban bar blacklist boycott censure deport designate expel penalise penalize punish sanction suspend target".split()
)


def hearsay(context: Context, draft: Draft) -> Modality | None:
    """ "is believed to have sent", "reportedly sent": somebody says so, nobody is named."""
    tree = context.tree
    words = {tree.lower[c] for c in tree.kids(draft.head, "advmod")}
    if words & _ALLEGEDLY or is_in_quotes(tree, draft.head):
        return Modality.ALLEGED
    if words & _REPORTEDLY:
        return Modality.REPORTED
    if seen := _purported(tree, draft.head):
        return seen
    for governor in governors(context, draft):
        if governor.link == "infinitive" and tree.lemma[governor.token] in ("appear", "seem"):
            return Modality.REPORTED  # as "apparently" says
        if governor.link == "gerund" and tree.lemma[governor.token] in _SUSPECTED | {"accuse", "suspect"}:
            return Modality.ALLEGED
        if governor.preposition == "for" and _is_tried(tree, governor.token):
            return Modality.ALLEGED
        if governor.preposition in ("about", "of") and tree.lemma[governor.token] in _SPEAKING:
            return Modality.REPORTED  # "spoke of Iran arming rebels"
        if governor.preposition == "for" and tree.lemma[governor.token] in _PUNISHED:
            return Modality.ALLEGED  # "sanctioned Iran for arming rebels"
        if governor.preposition == "for" and _is_under_fire(tree, governor.token):
            return Modality.ALLEGED  # "came under fire for arming rebels"
        if governor.link == "that" and is_tale(tree, governor.token):
            return Modality.ALLEGED
        cue = context.lexicon.cues.get((tree.lemma[governor.token], "verb"))
        if governor.link in ("infinitive", "that", "purpose") and cue is not None and is_passive(tree, governor.token):
            return Modality.ALLEGED if cue.modality == "alleged" else Modality.REPORTED
        if governor.link not in ("infinitive", "that", "purpose"):
            return None
    return None


def _purported(tree: Tree, head: int) -> Modality | None:
    """ "A video purports to show soldiers shooting", "pictures that claim to show", "allegedly shows": what is seen
    there may never have been."""
    above = tree.head[head]
    if tree.dep[head] == "acl":  # "shows soldiers shooting": hung on the soldiers
        above = tree.head[above]
    if tree.lemma[above] not in SHOWING or tree.dep[head] not in ("acl", "ccomp", "xcomp", "pcomp"):
        return None
    if any(tree.lower[adverb] in _ALLEGEDLY for adverb in tree.kids(above, "advmod")):
        return Modality.ALLEGED
    return Modality.REPORTED if only_pretends(tree, above) else None


def only_pretends(tree: Tree, verb: int) -> bool:
    """ "Purports to show", "claims to show", said of a picture."""
    return tree.dep[verb] == "xcomp" and tree.lemma[tree.head[verb]] in _PRETENDING


def _is_tried(tree: Tree, noun: int) -> bool:
    """ "Faces trial for attacking a church"; a conviction that is overturned proves nothing either."""
    overturned = tree.lemma[noun] in ("conviction", "sentence") and tree.lemma[tree.head[noun]] in _OVERTURNING
    return overturned or tree.lemma[noun] in _PROCEEDINGS


def _is_under_fire(tree: Tree, verb: int) -> bool:
    under = [noun for p in tree.kids(verb, "prep") if tree.lower[p] == "under" for noun in tree.kids(p, "pobj")]
    return any(tree.lemma[noun] in ("attack", "criticism", "fire", "pressure", "scrutiny") for noun in under)
