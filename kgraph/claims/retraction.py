"""Who takes back or corrects what was said before: a claim RETRACTS, and what it takes back is superseded by it.

"Obradin withdrew the claim that Greek officers had planted arms", "Mexico no longer accuses Guatemala of arming them",
"An earlier version of this article wrongly said that". Both stay to be seen: the claim, and that it no longer stands.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kgraph.claims.context import Context, Draft
from kgraph.claims.denied import CLAIM_NOUNS, argument_words, below, denial_cue, kin, words_of
from kgraph.claims.evidence import evidence_of
from kgraph.clauses.phrases import noun_phrase
from kgraph.model import Change, Modality, Polarity

RELATION = "RETRACTS"
_CHARGES = frozenset({"ACCUSES", "CRITICIZES"})
_CHARGE_NOUNS = frozenset({"accusation", "allegation", "charge", "complaint"})
_SPEAKING = frozenset({"ACCUSES", "CRITICIZES", "SAYS"})
_DONE = frozenset({Modality.ASSERTED, Modality.REPORTED, Modality.QUOTED, Modality.PRESUPPOSED, Modality.ALLEGED})
_ENDING = frozenset({"stop", "cease", "quit"})
_WRONGLY = frozenset({"wrongly", "incorrectly", "mistakenly", "erroneously", "falsely", "inaccurately"})
_NOTES = frozenset({"correction", "corrections", "clarification", "corrected"})
_FALSE, _TRUE = (
    frozenset({"false", "incorrect", "mistaken", "untrue", "wrong"}),
    frozenset({"correct", "right", "true"}),
)
_OWN_TEXTS = frozenset({"article", "story", "report", "version", "headline", "piece", "dispatch", "caption"})


def link_retractions(context: Context, drafts: list[Draft]) -> None:
    """Turn drafts of taking back into RETRACTS claims and mark what they take back. Works in place."""
    for draft in list(drafts):
        cue = denial_cue(context, draft)
        if cue is not None and cue.change is not None and argument_words(context, draft) & cue.needs:
            _become_retraction(context, draft)
            inside = [d for d in drafts if d is not draft and below(context, draft, d)]
            _ascribe(context, draft, inside)
            if draft.polarity is Polarity.POSITIVE and draft.modality in _DONE:
                _supersede(draft, _taken_back(context, draft, inside, drafts), Change(cue.change))
            else:
                _still_stands(inside)
        elif _is_ended(context, draft):
            before = list(_same_charge(draft, drafts))
            draft.relation, draft.polarity = RELATION, Polarity.POSITIVE
            draft.predicate = f"no longer {draft.predicate}"
            draft.plover = draft.mode = draft.cameo = draft.quad = None
            draft.rule = f"retraction+{draft.rule}"
            if draft.modality in _DONE:
                _supersede(draft, [*draft.content, *before], Change.RETRACTION)
    _own_mistakes(context, drafts)


def _become_retraction(context: Context, draft: Draft) -> None:
    draft.relation = RELATION
    draft.plover = draft.mode = draft.cameo = draft.quad = None
    draft.rule = f"retraction+{draft.rule}"
    draft.recipient = []
    heads = draft.predication.object
    draft.object = [s for s in draft.object if s.head in heads]
    draft.theme = draft.theme or (noun_phrase(context.tree, heads[0], clauses=True) if heads else None)
    draft.evidence = evidence_of(context, draft)


def _supersede(draft: Draft, claims: Iterable[Draft], change: Change) -> None:
    for claim in claims:
        if claim is not draft and claim not in draft.content:
            draft.content.append(claim)
        if not any(by is draft for by, _ in claim.superseded_by):
            claim.superseded_by.append((draft, change))


def _ascribe(context: Context, draft: Draft, inside: list[Draft]) -> None:
    """ "withdrew the claim that officers had planted them": nobody else is named for it, so it was his own word."""
    bare = [claim for claim in inside if claim.chain == draft.chain and claim.predication.kind != "noun"]
    said = words_of(context, draft, bare, RELATION)
    for claim in bare:
        claim.chain = draft.chain if said is None else [*draft.chain, said]


def _still_stands(inside: list[Draft]) -> None:
    """ "will not withdraw its accusation that": the accusation was made, and what it says is alleged."""
    for claim in inside:
        if claim.predication.kind == "noun":
            claim.modality, claim.polarity = Modality.PRESUPPOSED, Polarity.POSITIVE
        elif claim.modality is Modality.CONDITIONAL and claim.chain:
            claim.modality = claim.chain[-1].modality


def _taken_back(context: Context, draft: Draft, inside: list[Draft], drafts: list[Draft]) -> list[Draft]:
    """What stands in the words of the retraction, and what the one who takes it back had said of the same before."""
    if inside:
        return [*inside, *(d for claim in inside for d in _told_before(draft, claim, drafts))]
    words = argument_words(context, draft)
    wanted = _CHARGES if words & _CHARGE_NOUNS else _SPEAKING
    own = [
        d
        for d in drafts
        if d.head < draft.head and d.relation in wanted and d.content and kin(d.subject) & kin(draft.subject)
    ]
    if not own or not words & (CLAIM_NOUNS | _CHARGE_NOUNS | {"article"}):
        return []
    last = own[-1]
    return [last, *last.content] if last.relation in _CHARGES else list(last.content)


def _told_before(draft: Draft, claim: Draft, drafts: list[Draft]) -> Iterator[Draft]:
    mine = kin(draft.subject)
    for other in drafts:
        if other is claim or other.head >= draft.head or other.predicate != claim.predicate:
            continue
        said_by = {who for said in other.chain for who in kin(said.sources)}
        if mine & said_by and other.actors() == claim.actors():
            yield other


def _is_ended(context: Context, draft: Draft) -> bool:
    """ "No longer accuses Chad", but not "Greece should stop blaming Turkey": whoever is asked to took nothing back."""
    if draft.modality in (Modality.DEMANDED, Modality.URGED):
        return False
    return draft.relation in _SPEAKING and draft.polarity is Polarity.NEGATIVE and _ends(context, draft)


def _ends(context: Context, draft: Draft) -> bool:
    """ "No longer accuses", "does not accuse it any longer", "has stopped accusing"."""
    tree, verb = context.tree, draft.head
    if any(tree.lower[c] in ("longer", "anymore") for c in tree.kids(verb, "advmod")):
        return True
    over = tree.head[verb]
    return tree.lemma[over] in _ENDING and over < verb and tree.dep[verb] in ("xcomp", "dobj")


def _same_charge(draft: Draft, drafts: list[Draft]) -> Iterator[Draft]:
    """What the same one said of the same before: an accusation of the same actor, with what he was accused of."""
    accused = kin((*draft.object, *draft.recipient))
    for other in drafts:
        if other.head >= draft.head or other.relation != draft.relation or other.polarity is Polarity.NEGATIVE:
            continue
        if accused and accused & kin((*other.object, *other.recipient)) and kin(other.subject) & kin(draft.subject):
            yield other
            yield from other.content


def _own_mistakes(context: Context, drafts: list[Draft]) -> None:
    """ "An earlier version of this article wrongly said that", "we incorrectly reported that": the outlet corrects
    itself. Whom else it calls wrong it only contradicts: "the ministry falsely claimed that"."""
    tree = context.tree
    for draft in drafts:
        if draft.said is None or draft.relation != "SAYS":
            continue
        wrongly = any(tree.lower[c] in _WRONGLY for c in tree.kids(draft.head, "advmod"))
        heads = draft.predication.subject
        words = {tree.lower[t] for head in heads for t in tree.subtree(head)}
        own = bool(words & _OWN_TEXTS and words & {"this", "earlier", "previous", "original"})
        own = own or (bool(words & {"we", "i", "our"}) and not draft.chain)
        former = own and _corrected_behind(context, draft.head)
        former = former or bool(words & {"earlier", "previous", "original"}) or _in_a_note(context, draft.head)
        if not wrongly and not (own and former):
            continue
        for claim in draft.content:
            claim.author_denies = True
            claim.modality = Modality.CONDITIONAL
            if own:
                claim.superseded_by.append((None, Change.CORRECTION))


def _corrected_behind(context: Context, token: int) -> bool:
    """ "We reported earlier that jets had crossed the border. That is not correct."""
    tree = context.tree
    number = tree.sentence_of[token] + 1
    if number >= len(tree.sentences):
        return False
    start, end = tree.sentences[number]
    for verb in range(start, min(start + 3, end)):
        if tree.lemma[verb] != "be" or not any(tree.lower[t] in ("that", "this") for t in tree.kids(verb, "nsubj")):
            continue
        said = {tree.lower[t] for t in tree.kids(verb, "acomp", "attr")}
        return bool(said & _FALSE) or (bool(said & _TRUE) and tree.kid(verb, "neg") is not None)
    return False


def _in_a_note(context: Context, token: int) -> bool:
    """ "Correction: I wrote earlier that": the paragraph opens as a note of the outlet on its own words."""
    tree = context.tree
    start, _ = tree.paragraphs[max(tree.paragraph_of[token], 0)]
    return any(tree.lower[t] in _NOTES and tree.words[t + 1] == ":" for t in range(start, min(start + 4, token)))
