"""What a denial denies: in the clause below it ("denied sending arms"), in the clause before ("..., which it denies"),
or in the sentences before ("denied the accusation", "denied any such offer")."""

from __future__ import annotations

from collections.abc import Iterable

from kgraph.claims.context import Context, Draft, Said
from kgraph.claims.polarity import negatives
from kgraph.claims.relative_denial import is_sentential_denial, judged_false
from kgraph.claims.targets import who
from kgraph.clauses import Complement
from kgraph.clauses.nominal import ELICITING, HARMING
from kgraph.clauses.voice import subjects
from kgraph.language import DenialCue
from kgraph.mentions import Spotted
from kgraph.model import ActorKind, Modality

RELATION = "DENIES"
ANAPHOR = frozenset({"it", "this", "that", "them", "these", "those", "which"})
CLAIM_NOUNS = frozenset(
    "accusation account allegation assertion charge claim comment remark report rumour rumor statement story "
    "suggestion testimony version".split()
)
JUDGED = frozenset({"absurd", "ludicrous", "propaganda", "ridiculous", "wrong"})
# "rejected the suggestion that": the denial is a rejection too; "denied that" is a mere statement (CAMEO 016)
TURNING_DOWN = frozenset({"reject", "dismiss", "rebuff", "spurn"})
_OFFERS = frozenset({"ASKS", "DEMANDS", "PROMISES", "THREATENS", "URGES"})
_HARM = frozenset({"ATTACKS", "BOMBS", "FIGHTS", "KILLS"})  # "the attack", "the killings": one word for another
_KNOWN = frozenset("clue evidence idea indication information knowledge proof record sign trace word".split())
_POINTING = frozenset({"it", "this", "that"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_BACK = 4  # sentences
_OF_STATE = frozenset({ActorKind.COUNTRY, ActorKind.PERSON, ActorKind.OFFICE, ActorKind.ORGANISATION})
_UNSOURCED = frozenset({Modality.ALLEGED, Modality.REPORTED})  # "there were reports that Chad had done it"
_CLAIMED = frozenset(
    {Modality.REPORTED, Modality.ALLEGED, Modality.QUOTED, Modality.ASSERTED, Modality.PRESUPPOSED, Modality.PURPOSE}
)


def denial_cue(context: Context, draft: Draft) -> DenialCue | None:
    lemma, kind = draft.predication.lemma, draft.predication.kind
    if kind == "copula":
        lemma = "be"
    cue = context.lexicon.denials.get((lemma, "noun" if kind == "noun" else "verb"))
    if cue is None:
        return None
    if cue.predicative:
        called = _predicative(context, draft) & cue.predicative
        # a war may be absurd; an allegation that is called so is denied
        if not called or (kind == "copula" and called <= JUDGED and not argument_words(context, draft) & CLAIM_NOUNS):
            return None
    return cue


def _predicative(context: Context, draft: Draft) -> set[str]:
    """ "called the report false", "dismissed it as a lie": the words that the object is called."""
    tree, head = context.tree, draft.head
    if draft.predication.kind == "copula":  # not "if they lay down arms, he is ready": to lie is said of nobody
        found = list(tree.kids(head, "acomp", "attr"))
    else:
        found = list(tree.kids(head, "oprd", "acomp", "attr", "xcomp", "ccomp", "advcl", "dobj"))
    found += [c for p in tree.kids(head, "prep") if tree.lower[p] == "as" for c in tree.children[p]]
    found += [c for f in list(found) for c in tree.kids(f, "conj", "amod", "acomp", "attr", "oprd")]
    told = {f"{tree.lower[b]} {tree.lemma[c]}" for c in found for b in tree.kids(c, "compound", "amod")}
    return told | {tree.lemma[c] for c in found}  # "a fairy tale"


def words_of(context: Context, denial: Draft, claims: list[Draft], relation: str) -> Said | None:
    """The denial or retraction as the words through which we have what it denies: "denied passing on information"."""
    if not claims or not denial.subject:
        return None
    ups = {c.head for c in denial.predication.complements} | set(denial.predication.object)
    tops = {up for claim in claims for up in (claim.head, *context.tree.ancestors(claim.head)) if up in ups}
    tokens = sorted({t for top in tops for t in context.tree.subtree(top)} - {denial.head})
    while tokens and context.tree.pos[tokens[-1]] in ("PUNCT", "SPACE"):
        tokens.pop()
    if not tokens:
        return None
    return Said(
        head=denial.head,
        cue=(denial.head, denial.head + 1),
        sources=list(denial.subject),
        content=[(tokens[0], tokens[-1] + 1)],
        tokens=frozenset(tokens),
        modality=Modality.ALLEGED,
        relation=relation,
        frame=True,
    )


def denied(context: Context, draft: Draft, cue: DenialCue, drafts: list[Draft]) -> list[Draft]:
    report = context.tree.head[draft.head]
    judged = judged_false(context.tree, context.lexicon, report) == draft.head
    if judged or is_sentential_denial(context.tree, context.lexicon, draft.head):
        return _clause_before(context, draft, drafts)
    inside = [d for d in drafts if d is not draft and below(context, draft, d)]
    inside = [d for d in inside if not _as_others_say(context, draft, d) and not _in_a_relative(context, draft, d)]
    inside = [d for d in _opened(inside, drafts) if _top(d, inside)]
    if found := [*inside, *such(context, draft, drafts), *_what_drew_it(context, draft, drafts)]:
        return found
    words = argument_words(context, draft)
    nothing = not words and not any(_is_content(context, draft, c) for c in draft.predication.complements)
    if words & (ANAPHOR | (cue.needs - {"any", "clause"})) or nothing or "any" in cue.needs:
        return sentences_before(context, draft, drafts)
    return []


def _what_drew_it(context: Context, draft: Draft, drafts: list[Draft]) -> list[Draft]:
    """ "Sudan's charge that Chad bombed it drew a denial", "was met with a denial": what was charged."""
    tree, noun = context.tree, draft.head
    verb = tree.head[noun] if tree.dep[noun] == "dobj" else tree.head[tree.head[noun]]
    if draft.predication.kind != "noun" or tree.lemma[verb] not in ELICITING:
        return []
    clauses = {clause for head in subjects(tree, verb) for clause in tree.kids(head, "acl", "ccomp")}
    return [other for other in drafts if other.head in clauses]


def argument_words(context: Context, draft: Draft) -> set[str]:
    tree, predication = context.tree, draft.predication
    heads = predication.subject if predication.kind == "copula" else predication.object
    heads = heads or tuple(h for _, h in predication.obliques)
    return {tree.lemma[h] for h in heads} | {tree.lower[h] for h in heads}


def below(context: Context, draft: Draft, claim: Draft) -> bool:
    tree = context.tree
    predication = draft.predication
    heads = predication.subject if predication.kind == "copula" else predication.object
    complements = [*(c.head for c in predication.complements if _is_content(context, draft, c)), *heads]
    return any(claim.head == c or c in tree.ancestors(claim.head) for c in complements)


def _is_content(context: Context, draft: Draft, complement: Complement) -> bool:
    """Not "rejected the charge, saying that", and not "A accuses B of it; B denies it"."""
    tree, clause = context.tree, complement.head
    if complement.kind not in ("that", "gerund", "infinitive", "question"):
        return False
    first, last = sorted((clause, draft.head))
    if any(tree.words[t] == ";" for t in range(first, last)):
        return False
    if any(tree.words[t] == ":" for t in range(first, last)):
        return False  # 'denied this in a letter: "We were not there"'
    if argument_words(context, draft) & ANAPHOR:
        return clause > draft.head
    return not (complement.kind == "gerund" and complement.preposition is None and tree.words[clause - 1] == ",")


def _as_others_say(context: Context, draft: Draft, claim: Draft) -> bool:
    """ "denied that its navy had fired, as the Peruvian government had claimed": the firing is denied, and not that the
    others claim it."""
    tree = context.tree
    for token in (claim.head, *tree.ancestors(claim.head)):
        if token == draft.head:
            return False
        if tree.dep[token] == "advcl" and any(tree.lower[c] == "as" for c in tree.kids(token, "mark", "advmod")):
            return True
    return False


def _in_a_relative(context: Context, draft: Draft, claim: Draft) -> bool:
    """ "denied that he had bought land from which families were evicted": the buying is denied, the eviction is not."""
    tree = context.tree
    for token in (claim.head, *tree.ancestors(claim.head)):
        if token == draft.head:
            return False
        if tree.dep[token] == "relcl" and tree.head[token] not in draft.predication.object:
            return True
    return False


def _top(claim: Draft, inside: list[Draft]) -> bool:
    """Not inside another speech act that is denied: "denied that A said B attacked C" denies the saying."""
    verbs = [other for other in inside if other is not claim and other.predication.kind != "noun"]
    return not any(other.said is not None and claim.head in other.said.tokens for other in verbs)


def _opened(inside: list[Draft], drafts: list[Draft]) -> list[Draft]:
    """ "refuted reports by the rebels that the town had fallen": what the reports say is denied, not that there are
    reports."""
    out = []
    for claim in inside:
        told = [] if claim.said is None else [d for d in drafts if d is not claim and d.head in claim.said.tokens]
        if claim.predication.kind != "noun" or not told:
            out.append(claim)
    return out


def such(context: Context, draft: Draft, drafts: list[Draft]) -> list[Draft]:
    """ "denied any such attack", "denied having received any such offer": what was told in the sentences before."""
    tree = context.tree
    words = {tree.lemma[tree.head[t]] for t in tree.subtree(draft.head) if t > draft.head and tree.lower[t] == "such"}
    here = tree.sentence_of[draft.head]
    before = [d for d in drafts if here - _BACK <= tree.sentence_of[d.head] < here]
    before = [d for d in before if _is_told(d)]
    found = [d for d in before if words & set(d.predicate.split())]
    return found or _the_deed(context, draft, before)


def _is_told(draft: Draft) -> bool:
    """Whether somebody tells it, named or not: it can be denied."""
    return draft.modality in _CLAIMED and (bool(draft.chain) or draft.modality in _UNSOURCED)


def _the_deed(context: Context, draft: Draft, before: list[Draft]) -> list[Draft]:
    """ "Sudan said Chad had bombed the camp. Chad denied the attack": what was told of Chad."""
    tree, deniers = context.tree, kin(draft.subject)
    if draft.predication.lemma != "deny":
        return []
    definite = [h for h in draft.predication.object if any(tree.lower[c] in _DEFINITE for c in tree.kids(h, "det"))]
    kinds = {sense.relation for head in definite for sense in context.lexicon.nouns.get(tree.lemma[head], ())}
    kinds |= _HARM if kinds & _HARM else set()
    return [d for d in before if d.relation in kinds & HARMING and kin(d.subject) & deniers]


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


def sentences_before(context: Context, draft: Draft, drafts: list[Draft], *, told_last: bool = False) -> list[Draft]:
    """The latest claims of the sentences before that somebody else makes about the denier; where the denial points at
    what was told last (``told_last``: "that is not true"), whomever it is about."""
    tree = context.tree
    here = tree.sentence_of[draft.head]
    deniers = kin(draft.subject)
    tellers = kin(_whose_account(context, draft))
    told: list[Draft] = []
    last = here - 1
    for number in range(here, here - _BACK - 1, -1):
        found = [
            d
            for d in drafts
            if tree.sentence_of[d.head] == number
            and d.head < draft.head
            and d.relation != RELATION
            and (d.said is None or not d.said.sources)  # "the army had been warned", by nobody named
            and _is_told(d)
            and not _is_unknown(context, d)
            and not any(deniers & kin(said.sources) for said in d.chain)
        ]
        if tellers:
            if theirs := [d for d in found if any(tellers & kin(said.sources) for said in d.chain)]:
                return theirs
            continue
        if about := [d for d in found if kin(d.subject) & deniers]:
            return about
        if accused := [d for d in found if any(deniers & _told_off(said, drafts) for said in d.chain)]:
            return accused
        if number >= last and any(_is_unknown(context, d) for d in drafts if tree.sentence_of[d.head] == number):
            last = number - 1  # "police have no evidence of that" stands between
        if not told and number >= last:
            told = [d for d in found if not d.denied_by]
    if told_last or _points_back(context, draft):
        return told
    told = told if _stands_for_a_clause(context, draft) else []
    if context.tree.lemma[draft.head] in TURNING_DOWN:
        told = [d for d in told if not _is_offered(d)]
    latest = max((_teller(d) for d in told), default=0)
    return [d for d in told if _teller(d) == latest]


def _is_unknown(context: Context, claim: Draft) -> bool:
    """ "Police said they had no evidence of that": nothing is alleged, so nothing that can be denied."""
    tree = context.tree
    about = any(tree.lemma[head] in _KNOWN for head in claim.predication.object)
    bare = any(tree.lower[c] == "no" for head in claim.predication.object for c in tree.kids(head, "det"))
    return about and (bare or negatives(context, claim.head) > 0)


def _teller(draft: Draft) -> int:
    """The word that tells it: a cue, or for a report that names nobody the deed's own."""
    return draft.chain[-1].head if draft.chain else draft.head


def _whose_account(context: Context, draft: Draft) -> list[Spotted]:
    """ "Called his account fiction", "rejected the witness's story": what he told is denied."""
    tree = context.tree
    heads = draft.predication.subject if draft.predication.kind == "copula" else draft.predication.object
    owners = [tree.kid(head, "poss") for head in heads if tree.lemma[head] in CLAIM_NOUNS]
    return who(context, [owner for owner in owners if owner is not None])


def _points_back(context: Context, draft: Draft) -> bool:
    """ "called the report a lie", "denied the accusation": what was told last, whomever it was about."""
    tree = context.tree
    heads = draft.predication.subject if draft.predication.kind == "copula" else draft.predication.object
    return any(
        tree.lemma[head] in CLAIM_NOUNS
        # headlines drop their articles: "Algiers rejects charge"
        and (tree.is_headline(head) or any(tree.lower[c] in _DEFINITE for c in tree.kids(head, "det")))
        for head in heads
    )


def _stands_for_a_clause(context: Context, draft: Draft) -> bool:
    """ "Denied it", "rejected this", "said that was a lie": the pronoun is what was told last. "Rejected it" may be an
    offer."""
    tree = context.tree
    copula = draft.predication.kind == "copula"
    pointing = _POINTING - {"it"} if tree.lemma[draft.head] in TURNING_DOWN else _POINTING
    heads = draft.predication.subject if copula else draft.predication.object
    return any(tree.lower[head] in pointing for head in heads)


def _is_offered(claim: Draft) -> bool:
    """ "Kenya said it had offered a truce. Uganda rejected this": the truce is turned down, and nothing is denied."""
    return claim.relation in _OFFERS


def kin(mentions: Iterable[Spotted]) -> set[str]:
    """Ids of the actors and of the states they speak for: a ministry answers an accusation of its country, and so do
    its officials."""
    out = set()
    for spotted in mentions:
        if (actor := spotted.actor) is not None:
            out.add(actor.id)
            official = actor.kind is ActorKind.UNNAMED and actor.code == f"{actor.country}GOV"
            if actor.country and (official or actor.kind in _OF_STATE):
                out.add(f"country:{actor.country}")
    return out


def _told_off(said: Said, drafts: list[Draft]) -> set[str]:
    for draft in drafts:
        if draft.said is said:
            return kin((*draft.object, *draft.recipient))
    return set()
