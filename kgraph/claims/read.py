"""From the tree of an article and its mentions to drafts of claims and attributions: the order of this room."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kgraph.claims.announced import announce
from kgraph.claims.attribution import attributions
from kgraph.claims.blamed import blame
from kgraph.claims.codes import assign_codes, uncode_undirected
from kgraph.claims.composed import aim_at_deeds
from kgraph.claims.content import beyond_semicolon
from kgraph.claims.context import Context, Draft, Said
from kgraph.claims.copulas import seats, territories
from kgraph.claims.denial import link_denials
from kgraph.claims.evidence import evidence_of
from kgraph.claims.factuality import NEGATION_RAISED, judge, names_only, naming_verb
from kgraph.claims.frames import drafts as framed
from kgraph.claims.garbled import garbled_sentences
from kgraph.claims.matters import add_matters
from kgraph.claims.officials import place_officials
from kgraph.claims.outside import speakers_outside, verbs_before_quotations, verbs_behind_quotations
from kgraph.claims.protest import aim_protests
from kgraph.claims.quotations import quotations
from kgraph.claims.retraction import link_retractions
from kgraph.claims.said_words import add_said_words
from kgraph.claims.speakers import resolve_first_person
from kgraph.claims.support import as_real, supports
from kgraph.claims.targets import who
from kgraph.claims.things import add_things
from kgraph.claims.topics import topics
from kgraph.claims.when import add_times
from kgraph.claims.worth import told_as_fact
from kgraph.clauses import Predication, predications, repair
from kgraph.clauses.control import subject_of
from kgraph.clauses.ellipsis import elided
from kgraph.model import UNREAL, MentionKind, Modality, Polarity

_TELLING = frozenset("answer comment discuss elaborate reveal say specify".split())
_CHARGES = frozenset({"ACCUSES", "CRITICIZES", "SUES"})


def read_claims(context: Context) -> tuple[list[Draft], list[Said]]:
    """(drafts of claims in text order, attributions in text order). Adds mentions and notes to the context."""
    repair(context.tree, context.lexicon)
    quotes = quotations(context)
    verbs_before_quotations(context.tree, quotes, context.lexicon)
    verbs_behind_quotations(context.tree, quotes, context.lexicon)
    speakers_outside(context.tree, quotes)
    found = list(_ordered(context, predications(context.tree, context.lexicon, refuse=context.refuse)))
    found += elided(context.tree, found)
    saids = attributions(context, found, quotes)
    resolve_first_person(context, saids)
    drafts = list(framed(context, found))
    drafts += [*seats(context), *territories(context)]
    drafts += _speech_without_draft(context, saids, drafts, found)
    helped = supports(context, drafts)
    drafts += [draft for draft, _ in helped]
    by_head = {said.head: said for said in saids}
    for draft in drafts:
        draft.said = by_head.get(draft.head)
        if draft.said is not None and draft.said.manner:
            draft.sense, draft.relation, draft.object, draft.recipient = None, "SAYS", [], []
        elif draft.said is not None and _only_says(draft, draft.said):
            draft.sense, draft.relation, draft.theme, draft.recipient = None, "SAYS", None, []
        elif draft.said is not None and (draft.relation is None or draft.said.relation == "DEMANDS"):
            if draft.relation not in (None, "DEMANDS", "URGES", "ASKS"):
                draft.sense = None  # "insisted that Bulgaria come clean": another sense than "insisted that it was so"
            draft.relation = draft.said.relation or _speech(draft.said)
        draft.chain = _chain(context, saids, draft, drafts)
        judge(context, draft, draft.chain, _unsourced(saids, draft))
        assign_codes(context, draft)
        draft.evidence = evidence_of(context, draft)
        draft.confidence = _confidence(draft)
    drafts = [draft for draft in _kept(context, as_real(drafts, helped)) if told_as_fact(context, draft)]
    drafts.sort(key=lambda draft: (draft.head, draft.predicate))
    add_times(context, drafts)
    _contents(context, drafts)
    _addressees(context, drafts)
    aim_at_deeds(context, drafts)
    aim_protests(context, drafts)
    place_officials(context, drafts)
    announce(context, drafts)
    blame(context, drafts)
    link_retractions(context, drafts)
    link_denials(context, drafts)
    add_things(context, drafts)
    uncode_undirected(drafts)
    add_said_words(context, drafts)
    add_matters(context, drafts)
    if context.wide:
        saids = [*saids, *topics(context, found, saids)]
    return drafts, saids


def _ordered(context: Context, found: Iterable[Predication]) -> Iterator[Predication]:
    """Without those in sentences that are none."""
    garbled = garbled_sentences(context)
    for predication in found:
        if context.tree.sentence_of[predication.head] in garbled:
            context.refuse(predication.head, "the words of its sentence are out of order")
        else:
            yield predication


def _speech_without_draft(
    context: Context, saids: Iterable[Said], drafts: list[Draft], predications: list[Predication]
) -> list[Draft]:
    """A speech act whose speaker no list knows is a claim all the same: "a court document said that"."""
    known = {draft.head for draft in drafts}
    by_head = {p.head: p for p in predications}
    out = []
    for said in saids:
        predication = by_head.get(said.head) or _unspoken(context, said)
        if said.head in known or not said.sources or not said.tokens or predication.kind == "noun":
            continue
        if not said.narrow and context.tree.pos[said.head] == "ADP":
            continue  # "in the view of the bishop": he holds it, and no act of speech is told
        out.append(
            Draft(
                predication=predication,
                sense=None,
                predicate=predication.lemma,
                relation=said.relation or _speech(said),
                subject=list(said.sources),
                rule=predication.construction,
            )
        )
    return out


def _only_says(draft: Draft, said: Said) -> bool:
    """ "Suggested that guards had burned the ferry" tells it, "suggested a truce" asks for it."""
    return said.relation == "SAYS" and said.whole and draft.relation in ("ASKS", "URGES") and not said.addressees


def _speech(said: Said) -> str | None:
    """ "said that" says; "believes that", "is glad that" only holds, and has no relation of its own."""
    return "SAYS" if said.narrow else None


def _unspoken(context: Context, said: Said) -> Predication:
    """ "According to the ministry, ...", "Petro: ...": a saying without its verb."""
    according = context.tree.lower[said.head] == "according" or context.tree.pos[said.head] != "PUNCT"
    return Predication(said.head, "verb", "say", "according-to" if according else "speaker-label")


def _chain(context: Context, saids: Iterable[Said], draft: Draft, drafts: Iterable[Draft]) -> list[Said]:
    """Who answers for the draft, outermost first: every attribution whose content holds its predicate."""
    over = [
        said
        for said in saids
        if (draft.head in said.tokens or draft.head in said.described)
        and said.head != draft.head
        and said.sources
        and not said.own
    ]
    over.sort(key=lambda said: (-len(said.tokens), said.inside, said.head))
    over = [said for n, said in enumerate(over) if n == 0 or not (_hedges(said) and _same_voice(over[n - 1], said))]
    if names_only(context, draft):
        over.append(_naming(context, draft))
    if (verb := naming_verb(context, draft)) is not None:
        over += [_naming(context, other) for other in drafts if other.head == verb and other.subject]
    return [said for n, said in enumerate(over) if n + 1 == len(over) or not _same_voice(said, over[n + 1])]


def _same_voice(outer: Said, inner: Said) -> bool:
    """ "Macron said: I urge ...": one voice, whose own word is the inner one."""
    ids = [{s.actor.id for s in said.sources if s.actor is not None} for said in (outer, inner)]
    return len(ids[0]) == 1 and ids[0] == ids[1]


def _hedges(said: Said) -> bool:
    """ "I think", "we know" in the words of somebody who is quoted: his own report, with a doubt or a stress."""
    first = all(source.kind is MentionKind.FIRST_PERSON for source in said.sources)
    return first and not said.narrow and said.modality is Modality.REPORTED


def _naming(context: Context, draft: Draft) -> Said:
    """ "what he called reckless statements": the word is his who uses it."""
    start, end = context.tree.subtree(draft.head)[0], context.tree.subtree(draft.head)[-1] + 1
    content = (draft.head + 1, max(end, draft.head + 2))
    return Said(
        head=draft.head,
        cue=(draft.head, draft.head + 1),
        sources=draft.subject,
        content=[content],
        tokens=frozenset(range(start, end)),
        modality=Modality.EVALUATION,
    )


def _unsourced(saids: Iterable[Said], draft: Draft) -> Modality | None:
    over = [s for s in saids if not s.sources and not s.own and draft.head in s.tokens and s.head != draft.head]
    return min(over, key=lambda s: len(s.tokens)).modality if over else None


def _kept(context: Context, drafts: list[Draft]) -> list[Draft]:
    """One draft a predicate; a reported word that was negated ("did not say that") vouches for nothing."""
    seen: set[int] = set()
    out = []
    for draft in drafts:
        if draft.head in seen:
            context.refuse(draft.head, f"“{draft.predicate}”: its word makes another claim already")
            continue
        seen.add(draft.head)
        for said in draft.chain:
            holder = next((d for d in drafts if d.said is said), None)
            if holder is not None and _vouches_for_nothing(holder, said):
                draft.modality = Modality.CONDITIONAL
        out.append(draft)
    return [draft for draft in out if not _is_unsaid(context, draft, seen)]


def _is_unsaid(context: Context, draft: Draft, heads: set[int]) -> bool:
    """ "declined to comment", "refused to say whether": the refusal is the claim, beside it nothing is said."""
    tree, verb = context.tree, context.tree.head[draft.head]
    if draft.predication.lemma not in _TELLING or tree.dep[draft.head] != "xcomp" or verb not in heads:
        return False
    return any(operator.effect == "refuse" for operator in context.lexicon.operators.get(tree.lemma[verb], ()))


def _vouches_for_nothing(holder: Draft, said: Said) -> bool:
    """ "did not say that", "no longer accuses Chad of arming", "refused to accuse": nobody has said it. Who does
    not think so thinks otherwise, and a demand that is not made asks for nothing."""
    if said.relation in _CHARGES:
        return holder.polarity is Polarity.NEGATIVE or holder.modality in UNREAL
    if said.relation == "SAYS" and holder.modality in UNREAL - {Modality.EVALUATION}:
        return True  # "plans to tell them that"
    raised = holder.predication.lemma in NEGATION_RAISED | {"doubt"}
    return holder.polarity is Polarity.NEGATIVE and not (said.frame or raised)


def _contents(context: Context, drafts: list[Draft]) -> None:
    """Point speech acts, accusations, demands and intentions at the claims they carry."""
    for draft in drafts:
        if draft.said is not None:
            carried = [d for d in drafts if d is not draft and d.chain and d.chain[-1] is draft.said]
            carried = [d for d in carried if d.head not in draft.said.described]
            draft.content = _outermost(context, carried)
        if not draft.content and draft.predication.complements:
            clauses = [c for c in draft.predication.complements if c.kind in ("infinitive", "gerund", "that")]
            heads = {c.head for c in clauses if not beyond_semicolon(context, c.head, draft.head)}
            # "plans to impose sanctions": the event is the noun that the clause's verb carries
            draft.content = [d for d in drafts if d.head in heads or d.predication.carrier in heads]
    for draft in drafts:
        _accused(draft)


def _outermost(context: Context, carried: list[Draft]) -> list[Draft]:
    """Without purposes and relations that stand inside another claim: "sending fighters to support its ally"."""
    heads = {draft.head for draft in carried}
    return [
        draft
        for draft in carried
        if not (
            (draft.modality is Modality.PURPOSE or draft.relation in ("ALLY_OF", "MEMBER_OF"))
            and any(up in heads for up in context.tree.ancestors(draft.head))
        )
    ]


def _accused(draft: Draft) -> None:
    """ "alleged that Iran had sent drones" accuses Iran; "alleged: they are known" accuses nobody and only says so."""
    if draft.relation != "ACCUSES" or draft.object or draft.recipient or draft.said is None:
        return
    told = {id(s) for s in draft.said.addressees}
    acting = [s for d in draft.content if not d.predication.passive for s in d.subject if id(s) not in told]
    draft.object = [s for s in acting if s.actor is None or s.actor.id not in draft.actors()]
    if not draft.object:
        draft.relation, draft.plover, draft.mode, draft.cameo, draft.quad = "SAYS", None, None, "010", 0


def _addressees(context: Context, drafts: list[Draft]) -> None:
    """Those who are told are the recipients of a speech act: "told Reuters", "demanded that Turkey explain"."""
    for draft in drafts:
        said = draft.said
        if said is None or draft.relation in ("ACCUSES", "CRITICIZES", "SUES"):
            continue
        if said.addressees:
            told = {id(s) for s in said.addressees}
            draft.recipient = draft.recipient or list(said.addressees)
            draft.object = [s for s in draft.object if id(s) not in told]
        elif draft.relation in ("DEMANDS", "URGES", "ASKS"):
            # "asked whether Chad had attacked": not Chad is asked
            clauses = [c.head for c in draft.predication.complements if c.kind != "question"]
            asked = [s for clause in clauses[:1] for s in who(context, subject_of(context.tree, clause)[0])]
            asked = [s for s in asked if s.actor is None or s.actor.id not in draft.actors()]
            if asked:  # "demanded that Turkey withdraw": Turkey is asked
                draft.recipient, draft.object = asked, []


def _confidence(draft: Draft) -> float:
    value = 0.95
    if draft.sense is None:
        value -= 0.15
    if draft.predication.kind == "noun":
        value -= 0.15
    elif draft.rule.split("+")[0] not in ("active", "passive", "relative", "copula"):
        value -= 0.08
    scores = [s.score for s in (*draft.subject, *draft.object) if s.score]
    return round(value * min(scores, default=1.0), 2)
