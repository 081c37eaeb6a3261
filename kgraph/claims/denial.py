"""Who denies what. A denial is a claim DENIES whose content is the denied claim, which then carries ``denied_by``.

What is denied stands in the clause below ("denied that", "denied sending"), in the clause before ("..., which is
denied by A and B": the last reported clause is meant), or in the sentences before ("denied the accusation").
"""

from __future__ import annotations

from kgraph.claims.attribution import is_sentential_denial
from kgraph.claims.context import Context, Draft
from kgraph.claims.evidence import evidence_of
from kgraph.language import DenialCue
from kgraph.mentions import Spotted
from kgraph.model import MentionKind, Modality, Polarity

RELATION = "DENIES"
_BACK = 4  # sentences
_ANAPHOR = frozenset({"it", "this", "that", "them", "these", "those", "which"})
_CLAIMED = frozenset(
    {Modality.REPORTED, Modality.ALLEGED, Modality.QUOTED, Modality.ASSERTED, Modality.PRESUPPOSED, Modality.PURPOSE}
)


def link_denials(context: Context, drafts: list[Draft]) -> None:
    """Turn drafts of denying into DENIES claims and point them at what is denied. Works in place."""
    for draft in drafts:
        cue = denial_cue(context, draft)
        if cue is None:
            continue
        if draft.polarity is Polarity.NEGATIVE:
            continue  # "did not deny": no denial
        denied, inferred = _denied(context, draft, cue, drafts)
        if not denied and not _denies_by_itself(context, draft, cue):
            continue
        draft.relation = RELATION
        draft.plover = draft.mode = None
        draft.cameo, draft.quad = "016", 0
        draft.content = denied
        if _relative(context, draft):  # the noun before ", which" is no argument of the denial
            draft.rule, draft.object, draft.theme = "denial-relative", [], None
            draft.evidence = evidence_of(context, draft)
        else:
            draft.rule = f"denial+{draft.rule}"
        for claim in denied:
            for by in draft.subject:
                claim.denied_by.append((by, draft, inferred))
            if claim.modality is Modality.ASSERTED and _below(context, draft, claim):
                claim.modality = Modality.ALLEGED  # nobody asserts what stands only inside a denial
    _carry_over(context, drafts)


def denial_cue(context: Context, draft: Draft) -> DenialCue | None:
    lemma, kind = draft.predication.lemma, draft.predication.kind
    return context.lexicon.denials.get((lemma, "noun" if kind == "noun" else "verb"))


def _denies_by_itself(context: Context, draft: Draft, cue: DenialCue) -> bool:
    """ "denied any involvement": a denial although the denied claim is not in the text; "denied entry" is none."""
    tree = context.tree
    if cue.predicative:
        return False
    heads = draft.predication.object or tuple(h for _, h in draft.predication.obliques)
    words = {tree.lemma[h] for h in heads} | {tree.lower[h] for h in heads}
    if words & (cue.needs - {"any", "clause"}):
        return True
    return "clause" in cue.needs and any(
        c.kind in ("that", "gerund", "infinitive") for c in draft.predication.complements
    )


def _denied(context: Context, draft: Draft, cue: DenialCue, drafts: list[Draft]) -> tuple[list[Draft], bool]:
    below = [d for d in drafts if d is not draft and _below(context, draft, d) and _top(context, draft, d, drafts)]
    if below:
        return below, False
    if _relative(context, draft):
        return _clause_before(context, draft, drafts), False
    tree = context.tree
    heads = draft.predication.object or tuple(h for _, h in draft.predication.obliques)
    words = {tree.lemma[h] for h in heads} | {tree.lower[h] for h in heads}
    anaphoric = (
        bool(words & _ANAPHOR)
        or bool(words & (cue.needs - {"any", "clause"}))
        or (not heads and not draft.predication.complements)
    )
    if not anaphoric:
        return [], False
    return _sentences_before(context, draft, drafts), False


def _below(context: Context, draft: Draft, claim: Draft) -> bool:
    tree = context.tree
    complements = [c.head for c in draft.predication.complements] + list(draft.predication.object)
    return any(claim.head == c or c in tree.ancestors(claim.head) for c in complements)


def _top(context: Context, draft: Draft, claim: Draft, drafts: list[Draft]) -> bool:
    """Not inside another clause of what is denied: "denied that A said B attacked C" denies the saying."""
    for other in drafts:
        if other in (draft, claim) or other.said is None or not _below(context, draft, other):
            continue
        if claim.head in other.said.tokens:
            return False
    return True


def _relative(context: Context, draft: Draft) -> bool:
    return is_sentential_denial(context.tree, context.lexicon, draft.head)


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
    """The latest claim of the sentences before that somebody else makes about the denier."""
    tree = context.tree
    here = tree.sentence_of[draft.head]
    deniers = draft.actors()
    for number in range(here, here - _BACK - 1, -1):
        found = [
            d
            for d in drafts
            if tree.sentence_of[d.head] == number
            and d.head < draft.head
            and d.relation != RELATION
            and d.chain
            and d.modality in _CLAIMED
            and not deniers & {s.actor.id for said in d.chain for s in said.sources if s.actor is not None}
            and d.said is None
        ]
        about = [d for d in found if d.actors() & deniers]
        if about:
            return about
        accused = [d for d in found if any(deniers & _told_off(said, drafts) for said in d.chain)]
        if accused:
            return accused
    return []


def _told_off(said: object, drafts: list[Draft]) -> set[str]:
    for draft in drafts:
        if draft.said is said:
            return {s.actor.id for s in (*draft.object, *draft.recipient) if s.actor is not None}
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
