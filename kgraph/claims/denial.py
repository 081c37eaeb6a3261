"""Who denies what. A denial is a claim DENIES whose content is the denied claim, which then carries ``denied_by``.

What is denied stands in the clause below ("denied that", "denied sending"), in the clause before ("..., which is
denied by A and B": the last reported clause is meant), or in the sentences before ("denied the accusation").
"""

from __future__ import annotations

from collections.abc import Iterable

from kgraph.claims.context import Context, Draft, Said
from kgraph.claims.evidence import evidence_of
from kgraph.claims.relative_denial import is_sentential_denial
from kgraph.claims.unfounded import Unfounded, unfounded
from kgraph.language import DenialCue
from kgraph.mentions import Spotted
from kgraph.model import ActorKind, MentionKind, Modality, Polarity
from kgraph.ontology import quad_of

RELATION = "DENIES"
_BACK = 4  # sentences
_ANAPHOR = frozenset({"it", "this", "that", "them", "these", "those", "which"})
_CLAIM_NOUNS = frozenset("accusation allegation charge claim report rumour rumor story suggestion assertion".split())
_OF_STATE = frozenset({ActorKind.COUNTRY, ActorKind.PERSON, ActorKind.OFFICE, ActorKind.ORGANISATION})
# "rejected the suggestion that": the denial is a rejection too; "denied that" is a mere statement (CAMEO 016)
_TURNING_DOWN = frozenset({"reject", "dismiss", "rebuff", "spurn"})
_TOLD = frozenset({Modality.REPORTED, Modality.QUOTED})
_CLAIMED = frozenset(
    {Modality.REPORTED, Modality.ALLEGED, Modality.QUOTED, Modality.ASSERTED, Modality.PRESUPPOSED, Modality.PURPOSE}
)


def link_denials(context: Context, drafts: list[Draft]) -> None:
    """Turn drafts of denying into DENIES claims and point them at what is denied. Works in place."""
    for draft in list(drafts):
        cue = denial_cue(context, draft)
        if cue is None:
            continue
        if draft.predication.kind == "copula" and not _spoken(draft):
            drafts.remove(draft)  # "the report was false": nobody in the text is named for it
            continue
        if draft.polarity is Polarity.NEGATIVE:
            continue  # "did not deny": no denial
        if not _about_a_claim(context, draft, cue):
            continue  # "rejected talks", "dismissed the minister"
        denied = _denied(context, draft, cue, drafts)
        if not denied and not _denies_by_itself(context, draft, cue):
            continue
        _become_denial(context, draft)
        draft.content = denied
        for claim in denied:
            for by in draft.subject:
                claim.denied_by.append((by, draft, False))
            if _below(context, draft, claim):
                _disown(draft, claim)
    for found in unfounded(context, drafts):
        _deny_by_phrase(context, found)
    _carry_over(context, drafts)


def _deny_by_phrase(context: Context, found: Unfounded) -> None:
    saying = found.saying
    others = saying is not None and any(d not in found.claims for d in saying.content)
    if saying is None or others:  # nobody in the text denies it, or the speaker says more than that
        for claim in found.claims:
            claim.modality = Modality.CONDITIONAL
        return
    _become_denial(context, saying)
    saying.rule = "denial-phrase"
    saying.content = list(found.claims)
    for claim in found.claims:
        claim.denied_by += [(by, saying, False) for by in saying.subject]
        _disown(saying, claim)


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
    if context.tree.lemma[draft.head] in _TURNING_DOWN:
        draft.plover, draft.cameo, draft.quad = "REJECT", "120", quad_of("REJECT")
    if is_sentential_denial(context.tree, context.lexicon, draft.head):
        # the noun before ", which" is no argument of the denial
        draft.rule, draft.object, draft.theme = "denial-relative", [], None
        draft.evidence = evidence_of(context, draft)
    else:
        draft.rule = f"denial+{draft.rule}"
        # "rejected the claim that it supports the rebels", "accusations by Kenya were dismissed": a claim is denied
        if draft.theme is not None or _argument_words(context, draft) & _CLAIM_NOUNS:
            draft.recipient = []
            draft.object = [s for s in draft.object if s.head in draft.predication.object]


def _disown(draft: Draft, claim: Draft) -> None:
    """What stands inside a denial is not the denier's word, and nobody asserts it."""
    deniers = {s.actor.id for s in draft.subject if s.actor is not None}
    claim.chain = [
        said for said in claim.chain if not deniers & {s.actor.id for s in said.sources if s.actor is not None}
    ]
    if claim.modality in (Modality.ASSERTED, *_TOLD) and not claim.chain:
        claim.modality = Modality.ALLEGED


def denial_cue(context: Context, draft: Draft) -> DenialCue | None:
    lemma, kind = draft.predication.lemma, draft.predication.kind
    if kind == "copula":
        lemma = "be"
    cue = context.lexicon.denials.get((lemma, "noun" if kind == "noun" else "verb"))
    if cue is None or (cue.predicative and not _predicative(context, draft) & cue.predicative):
        return None
    return cue


def _about_a_claim(context: Context, draft: Draft, cue: DenialCue) -> bool:
    """Whether what is denied can be true or false: a claim noun of the cue, "it", a clause, for "deny" an event too."""
    if cue.predicative or "any" in cue.needs or is_sentential_denial(context.tree, context.lexicon, draft.head):
        return True
    words = _argument_words(context, draft)
    if not words or words & (_ANAPHOR | cue.needs):
        return True
    clause = any(c.kind in ("that", "gerund", "infinitive") for c in draft.predication.complements)
    return "clause" in cue.needs and (clause or any(word in context.lexicon.nouns for word in words))


def _predicative(context: Context, draft: Draft) -> set[str]:
    """ "called the report false", "dismissed it as a lie": the words that the object is called."""
    tree, head = context.tree, draft.head
    found = list(tree.kids(head, "oprd", "acomp", "attr", "xcomp", "ccomp", "advcl", "dobj"))
    found += [c for p in tree.kids(head, "prep") if tree.lower[p] == "as" for c in tree.children[p]]
    found += [c for f in list(found) for c in tree.kids(f, "conj", "amod", "acomp", "attr", "oprd")]
    return {tree.lemma[c] for c in found}


def _denies_by_itself(context: Context, draft: Draft, cue: DenialCue) -> bool:
    """ "denied any involvement": a denial although the denied claim is not in the text; "denied entry" is none."""
    if cue.predicative:
        return bool(_argument_words(context, draft) & (_ANAPHOR | _CLAIM_NOUNS))
    if _argument_words(context, draft) & (cue.needs - {"any", "clause"}):
        return True
    return "clause" in cue.needs and any(
        c.kind in ("that", "gerund", "infinitive") for c in draft.predication.complements
    )


def _denied(context: Context, draft: Draft, cue: DenialCue, drafts: list[Draft]) -> list[Draft]:
    if is_sentential_denial(context.tree, context.lexicon, draft.head):
        return _clause_before(context, draft, drafts)
    below = [d for d in drafts if d is not draft and _below(context, draft, d)]
    if below := [d for d in below if _top(draft, d, below)]:
        return below
    words = _argument_words(context, draft)
    nothing = not words and not draft.predication.complements
    if words & (_ANAPHOR | (cue.needs - {"any", "clause"})) or nothing or "any" in cue.needs:
        return _sentences_before(context, draft, drafts)
    return []


def _argument_words(context: Context, draft: Draft) -> set[str]:
    tree, predication = context.tree, draft.predication
    heads = predication.subject if predication.kind == "copula" else predication.object
    heads = heads or tuple(h for _, h in predication.obliques)
    return {tree.lemma[h] for h in heads} | {tree.lower[h] for h in heads}


def _below(context: Context, draft: Draft, claim: Draft) -> bool:
    tree = context.tree
    predication = draft.predication
    heads = predication.subject if predication.kind == "copula" else predication.object
    complements = [*(c.head for c in predication.complements), *heads]
    return any(claim.head == c or c in tree.ancestors(claim.head) for c in complements)


def _top(draft: Draft, claim: Draft, below: list[Draft]) -> bool:
    """Not inside another speech act that is denied: "denied that A said B attacked C" denies the saying."""
    return not any(other.said is not None and claim.head in other.said.tokens for other in below if other is not claim)


def _clause_before(context: Context, draft: Draft, drafts: list[Draft]) -> list[Draft]:
    tree = context.tree
    start, _ = tree.sentence(draft.head)
    own = draft.actors()
    before = [d for d in drafts if start <= d.head < draft.head and d is not draft and d.relation != RELATION]
    if not before:
        return []
    # the last reported clause: the claims of the last speech act before "which"
    reported = [d for d in before if d.chain]
    if reported:
        last = max(d.chain[-1].head for d in reported)
        return [d for d in reported if d.chain[-1].head == last and d.said is None] or reported[-1:]
    about = [d for d in before if d.actors() & own] or before
    return about[-1:]


def _sentences_before(context: Context, draft: Draft, drafts: list[Draft]) -> list[Draft]:
    """The latest claims of the sentences before that somebody else makes about the denier."""
    tree = context.tree
    here = tree.sentence_of[draft.head]
    deniers = kin(draft.subject)
    for number in range(here, here - _BACK - 1, -1):
        found = [
            d
            for d in drafts
            if tree.sentence_of[d.head] == number
            and d.head < draft.head
            and d.relation != RELATION
            and d.said is None
            and d.chain
            and d.modality in _CLAIMED
            and not any(deniers & kin(said.sources) for said in d.chain)
        ]
        if about := [d for d in found if kin(d.subject) & deniers]:
            return about
        if accused := [d for d in found if any(deniers & _told_off(said, drafts) for said in d.chain)]:
            return accused
    return []


def kin(mentions: Iterable[Spotted]) -> set[str]:
    """Ids of the actors and of the states they speak for: a ministry answers an accusation of its country."""
    out = set()
    for spotted in mentions:
        if spotted.actor is not None:
            out.add(spotted.actor.id)
            if spotted.actor.country and spotted.actor.kind in _OF_STATE:
                out.add(f"country:{spotted.actor.country}")
    return out


def _told_off(said: Said, drafts: list[Draft]) -> set[str]:
    for draft in drafts:
        if draft.said is said:
            return kin((*draft.object, *draft.recipient))
    return set()


def _carry_over(context: Context, drafts: list[Draft]) -> None:
    """Another telling of a denied event is denied too, as an inference: same actor, same predicate, other holder."""
    denied = [d for d in drafts if any(not inferred for _, _, inferred in d.denied_by)]
    for claim in denied:
        for other in drafts:
            if other is claim or other.denied_by or not other.chain or other.predicate != claim.predicate:
                continue
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
