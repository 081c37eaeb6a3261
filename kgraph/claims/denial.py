"""Who denies what. A denial is a claim DENIES whose content is the denied claim, which then carries ``denied_by``.

What is denied stands in the clause below ("denied that", "denied sending"), in the clause before ("..., which is
denied by A and B": the last reported clause is meant), or in the sentences before ("denied the accusation").
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from kgraph.claims.context import Context, Draft, Said
from kgraph.claims.denied import (
    ANAPHOR,
    CLAIM_NOUNS,
    RELATION,
    TURNING_DOWN,
    argument_words,
    below,
    denial_cue,
    denied,
    sentences_before,
    such,
    words_of,
)
from kgraph.claims.evidence import evidence_of
from kgraph.claims.relative_denial import is_sentential_denial
from kgraph.claims.retraction import RELATION as RETRACTS
from kgraph.claims.unfounded import Unfounded, unfounded
from kgraph.clauses.nominal import is_harm
from kgraph.language import DenialCue
from kgraph.mentions import Spotted
from kgraph.model import MentionKind, Modality, Polarity
from kgraph.ontology import quad_of

_KNOWING = frozenset({"know", "realise", "realize", "suspect", "think", "believe"})
_TOLD = frozenset({Modality.REPORTED, Modality.QUOTED})


def link_denials(context: Context, drafts: list[Draft]) -> None:
    """Turn drafts of denying into DENIES claims and point them at what is denied. Works in place."""
    for draft in list(drafts):
        cue = denial_cue(context, draft)
        if cue is None or draft.relation == RETRACTS:
            continue
        if cue.change is not None and argument_words(context, draft) & ANAPHOR:
            continue  # "would withdraw it": an offer, an army, a claim
        if draft.predication.kind == "copula" and not _spoken(draft):
            if draft.polarity is Polarity.POSITIVE:
                _disown_as_author(denied(context, draft, cue, drafts))
            context.refuse(draft.head, "the text names nobody who says so", "denial")  # "the report was false"
            drafts.remove(draft)
            continue
        if draft.polarity is Polarity.NEGATIVE:
            context.refuse(draft.head, "it is negated itself", "denial")  # "did not deny"
            continue
        if not _about_a_claim(context, draft, cue) and not such(context, draft, drafts):
            context.refuse(draft.head, "what is turned down is no claim", "denial")  # "rejected talks"
            continue
        found = denied(context, draft, cue, drafts)
        if not found and not _denies_by_itself(context, draft, cue):
            context.refuse(draft.head, "what it denies is not in the text", "denial")
            if draft.predication.kind == "noun" and draft.relation is None:
                drafts.remove(draft)
            continue
        _become_denial(context, draft)
        draft.content = found
        inside = [claim for claim in found if below(context, draft, claim)]
        for claim in found:
            claim.denied_by += [(by, draft, False) for by in draft.subject]
            if claim.predication.lemma in _KNOWING:
                _leave_open(claim, drafts)
        _disown(draft, inside, words_of(context, draft, inside, RELATION))
    for phrase in unfounded(context, drafts):
        _deny_by_phrase(context, phrase, drafts)
    _carry_over(drafts)


def _leave_open(knowing: Draft, drafts: list[Draft]) -> None:
    """ "Denied knowing that police had beaten them": whether they had is not said."""
    for claim in drafts:
        if knowing.said is not None and knowing.said in claim.chain:
            claim.modality = Modality.CONDITIONAL


def _disown_as_author(claims: Iterable[Draft]) -> None:
    """ "Reports that Chad closed the border are false": the article itself holds it to be untrue."""
    for claim in claims:
        claim.modality, claim.author_denies = Modality.CONDITIONAL, True


def _deny_by_phrase(context: Context, found: Unfounded, drafts: list[Draft]) -> None:
    saying = found.saying
    if saying is not None and not found.claims and found.points_back:
        found = replace(found, claims=tuple(sentences_before(context, saying, drafts, told_last=True)))
    if found.answers and not found.claims:
        return
    others = saying is not None and any(d not in found.claims for d in saying.content)
    if others and saying is not None and found.points_back:
        if found.claims:  # '"That is not true," he said. "She has never met him."': he denies it, and says more
            denying = replace(saying, predicate="deny", theme=None, object=[], recipient=[], content=[], said=None)
            drafts.append(denying)
            _deny(context, denying, found.claims, saying.said)
        return
    if saying is None or others:  # nobody in the text denies it, or the speaker says more than that
        for claim in found.claims:
            claim.modality = Modality.CONDITIONAL
        if saying is None:
            _disown_as_author(found.claims)
        return
    _deny(context, saying, found.claims, saying.said)


def _deny(context: Context, denial: Draft, claims: Iterable[Draft], said: Said | None) -> None:
    """Make ``denial`` deny the claims; those of ``said``, its own words, are disowned."""
    _become_denial(context, denial)
    denial.rule = "denial-phrase"
    denial.content = list(claims)
    for claim in claims:
        claim.denied_by += [(by, denial, False) for by in denial.subject]
    _disown(denial, [claim for claim in claims if said in claim.chain], said)


def _spoken(draft: Draft) -> bool:
    """ "X said the report was false": X denies it; the copula has no denier of its own."""
    if not draft.chain:
        return False
    said = draft.chain[-1]
    draft.subject, draft.chain = list(said.sources), draft.chain[:-1]
    draft.predicate = "deny"
    if not draft.chain and draft.modality in _TOLD:
        draft.modality = Modality.ASSERTED
    return True


def _become_denial(context: Context, draft: Draft) -> None:
    draft.relation = RELATION
    draft.plover = draft.mode = None
    draft.cameo, draft.quad = "016", 0
    if context.tree.lemma[draft.head] in TURNING_DOWN:
        draft.plover, draft.cameo, draft.quad = "REJECT", "120", quad_of("REJECT")
    if is_sentential_denial(context.tree, context.lexicon, draft.head):
        # the noun before ", which" is no argument of the denial
        draft.rule, draft.object, draft.theme = "denial-relative", [], None
        draft.evidence = evidence_of(context, draft)
    else:
        draft.rule = f"denial+{draft.rule}"
        # "rejected the claim that it supports the rebels", "accusations by Kenya were dismissed": a claim is denied
        if draft.theme is not None or argument_words(context, draft) & CLAIM_NOUNS:
            draft.recipient = []
            draft.object = [s for s in draft.object if s.head in draft.predication.object]
        told = draft.predication.at("to")
        if draft.object and all(s.head in told for s in draft.object):  # "denied to a newspaper that"
            draft.object, draft.recipient = [], draft.object


def _disown(denial: Draft, claims: Iterable[Draft], denying: Said | None) -> None:
    """What stands inside a denial is alleged by whoever is said to allege it, else we have it from the denier alone,
    who holds it false. Nobody asserts it."""
    deniers = {s.actor.id for s in denial.subject if s.actor is not None}
    for claim in claims:
        others = [s for s in claim.chain if not deniers & {by.actor.id for by in s.sources if by.actor is not None}]
        alleging = [said for said in others if said not in denial.chain]
        claim.chain = others if alleging or denying is None else [*denial.chain, denying]
        if claim.modality in (Modality.ASSERTED, Modality.PRESUPPOSED, *_TOLD) and not alleging:
            claim.modality = Modality.ALLEGED


def _about_a_claim(context: Context, draft: Draft, cue: DenialCue) -> bool:
    """Whether what is denied can be true or false: a claim noun of the cue, "it", a clause, for "deny" an event too."""
    if cue.predicative or "any" in cue.needs or is_sentential_denial(context.tree, context.lexicon, draft.head):
        return True
    words = argument_words(context, draft)
    if not words or words & (ANAPHOR | cue.needs):
        return True
    clause = any(c.kind in ("that", "gerund", "infinitive") for c in draft.predication.complements)
    return "clause" in cue.needs and (clause or any(word in context.lexicon.nouns for word in words))


def _denies_by_itself(context: Context, draft: Draft, cue: DenialCue) -> bool:
    """ "denied any involvement": a denial although the denied claim is not in the text; "denied entry" is none."""
    if cue.predicative:
        return bool(argument_words(context, draft) & (ANAPHOR | CLAIM_NOUNS))
    if argument_words(context, draft) & (cue.needs - {"any", "clause"}):
        return True
    nouns = [context.lexicon.nouns.get(context.tree.lemma[head], ()) for head in draft.predication.object]
    if draft.predication.lemma == "deny" and any(map(is_harm, nouns)):
        return True  # "Chad denied the attack"
    return "clause" in cue.needs and any(
        c.kind in ("that", "gerund", "infinitive") for c in draft.predication.complements
    )


def _carry_over(drafts: list[Draft]) -> None:
    """Another telling of a denied event is denied too, as an inference: same actor, same predicate, other holder."""
    denied = [d for d in drafts if any(not inferred for _, _, inferred in d.denied_by)]
    for claim in denied:
        for other in drafts:
            if other is claim or other.denied_by or not other.chain or other.predicate != claim.predicate:
                continue
            if other.polarity is not claim.polarity:
                continue  # "I said nothing of the kind" is no other telling of "he said it"
            if not other.actors() or other.actors() != claim.actors() or not _like(other, claim):
                continue
            holders = {s.actor.id for said in other.chain for s in said.sources if s.actor is not None}
            for by, denial, _ in claim.denied_by:
                if by.actor is not None and by.actor.id not in holders:
                    other.denied_by.append((by, denial, True))


def _like(left: Draft, right: Draft) -> bool:
    """Objects that may be the same: one actor in common, or descriptions on both sides (labels differ by speaker)."""
    a, b = _objects(left), _objects(right)
    if not a or not b:
        return not a and not b
    ids = {s.actor.id for s in a if s.actor} & {s.actor.id for s in b if s.actor}
    return bool(ids) or all(s.kind is MentionKind.NOMINAL for s in (*a, *b))


def _objects(draft: Draft) -> list[Spotted]:
    return draft.object or draft.recipient
