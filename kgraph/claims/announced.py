"""What is announced gets the code of its announcement, and whoever announces it is seen to do so.

PLOVER and CAMEO code words, not plans: "Japan will send aid" is AGREE (CAMEO 03), "Russia will bomb" THREATEN (13),
"Iran will not meet" REJECT (12), and "said that China must drop its tariffs" a REQUEST of China (PLOVER manual 1.3,
sections 3.1, 3.8, 3.10 and 3.11). The claim of the deed keeps its modality: only the code says that nothing but words
has happened.
"""

from __future__ import annotations

from collections.abc import Iterator

from kgraph.claims.context import Context, Draft
from kgraph.claims.denied import kin
from kgraph.claims.governors import governors, operator_of
from kgraph.claims.targets import who
from kgraph.clauses.voice import is_passive, subjects
from kgraph.mentions import Spotted
from kgraph.model import MentionKind, Modality, Polarity
from kgraph.ontology import quad_of

_HOSTILE = {"ASSAULT": "138", "COERCE": "130", "SANCTION": "132", "MOBILIZE": "138", "PROTEST": "133"}
_YIELDING = {"RELEASES": "0353", "WITHDRAWS": "0356"}
_COOPERATIVE = {"AID": "033", "COOPERATE": "031", "CONSULT": "036", "SUPPORT": "032", "AGREE": "030"}
_OFFERING = frozenset({"offer", "volunteer"})
_VERBAL = frozenset({"SUPPORTS", "PRAISES"})  # "pledged support to Togo" gives it: backing is words
_GIVING_IN = frozenset({"CONCEDE", "RETREAT"})
# words of announcing, whose own code follows what is announced; "threatened" and "refused" say it themselves
_ANNOUNCING = frozenset({None, "SAYS", "PROMISES", "AGREES"})
_MUST = frozenset({"must", "should"})
_PLANNED = frozenset({"PROMISES", "AGREES"})
_SPEAKING_FOR = frozenset("administration aide cabinet office spokesman spokesperson spokeswoman secretary".split())
_WEIGHING = frozenset({"consider", "contemplate", "mull", "ponder", "weigh"})
_TELLING = frozenset({"inform", "remind", "tell"})  # "told MPs that Chad must pay": Chad is not told
_RELATION = {"THREATEN": "THREATENS", "AGREE": "PROMISES", "REJECT": "REJECTS", "SUPPORT": "SUPPORTS"}


def announce(context: Context, drafts: list[Draft]) -> None:
    """Code deeds to come and those who announce them; contents must be in place."""
    deeds = {
        id(draft): None if _attempted(context, draft) else _announced(draft) for draft in drafts
    }  # by what they are before any is coded anew
    for draft in drafts:
        if draft.relation in _ANNOUNCING:
            _announcer(context, draft, deeds)
            _asker(context, draft)
    for draft in drafts:
        if (code := deeds[id(draft)]) is not None:
            _code(draft, *code)


def _attempted(context: Context, draft: Draft) -> bool:
    """ "tried to assassinate the minister", "is considering sending jets": nothing is announced yet."""
    above = next(governors(context, draft), None)
    if above is None:
        return False
    operator = operator_of(context, above)
    return context.tree.lemma[above.token] in _WEIGHING or (operator is not None and operator.effect == "attempt")


def _announced(draft: Draft) -> tuple[str, str] | None:
    """(PLOVER type, CAMEO code) of announcing this deed, or None when it is not to come or has no code."""
    plover = draft.plover
    if draft.modality is not Modality.INTENDED or plover is None:
        return None
    if draft.polarity is Polarity.NEGATIVE:
        return ("REJECT", "120") if plover in _COOPERATIVE or plover in _GIVING_IN else None
    if draft.relation in _VERBAL and draft.predication.kind == "noun" and draft.predication.carrier is None:
        return plover, draft.cameo or "050"
    if plover in _HOSTILE:
        return "THREATEN", _HOSTILE[plover]
    if plover in _GIVING_IN:
        return "AGREE", _YIELDING.get(draft.relation or "", "035")
    return ("AGREE", _COOPERATIVE[plover]) if plover in _COOPERATIVE else None


def _code(draft: Draft, plover: str, cameo: str) -> None:
    draft.plover, draft.mode, draft.cameo, draft.quad = plover, None, cameo, quad_of(plover)


def _announcer(context: Context, draft: Draft, deeds: dict[int, tuple[str, str] | None]) -> None:
    """ "Iran said it would not meet the envoys", "Greece plans to restrict migrants": the speaker's own deed to come is
    promised, threatened or refused by saying so. What others will do is only said."""
    own = kin(draft.subject) | _bosses(context, draft)
    for deed in draft.content:
        code = deeds[id(deed)]
        if code is None or not own & kin(deed.subject):
            continue
        if draft.predication.lemma in _OFFERING and code[0] == "THREATEN" and deed.relation == "DEPLOYS":
            code = deeds[id(deed)] = ("AGREE", "033")  # "offered to send troops to help Uganda"
        target = [s for s in deed.recipient or deed.object if s.actor is None or s.actor.id not in own]
        target = [s for s in target if not _are_own(context, s, own)]
        if draft.relation in (None, "SAYS") and not target and deed.theme is None:
            continue
        plover, _ = code
        if plover == draft.plover:
            bare = draft.predication.kind == "copula" or not draft.predication.object
            if target and bare:  # "agreed to lift its embargo on A, B and C": on all of them
                draft.object, draft.recipient = target, []
            return
        vowed = draft.relation is None and draft.said is not None and draft.said.modality is Modality.INTENDED
        if vowed or draft.relation in _PLANNED or draft.relation == "SAYS":
            draft.relation, draft.sense = _RELATION[plover], None
            _code(draft, *code)
            # whoever is only told is not the one who is threatened
            draft.object, draft.recipient = target, [] if target else draft.recipient
            draft.theme = draft.theme or deed.theme
            draft.rule += "+announced"
        return


def _bosses(context: Context, draft: Draft) -> set[str]:
    """ "Mr Poroshenko's office said he would meet": for whom an office speaks."""
    tree = context.tree
    owners = [
        owner
        for source in draft.subject
        if source.kind is MentionKind.NOMINAL and tree.lemma[source.head] in _SPEAKING_FOR
        for owner in tree.kids(source.head, "poss")
    ]
    return {s.actor.id for owner in owners for s in context.at(owner) if s.actor is not None}


def _are_own(context: Context, target: Spotted, own: set[str]) -> bool:
    """ "is willing to withdraw its troops": nobody is promised anything but himself."""
    owner = context.tree.kid(target.head, "poss")
    if owner is None or context.tree.tag[owner] != "PRP$":
        return False
    return any(s.actor is not None and s.actor.id in own for s in context.at(owner))


def _asker(context: Context, draft: Draft) -> None:
    """ "said that China must drop its tariffs": what others must do is demanded of them."""
    if draft.relation != "SAYS" or draft.said is None or draft.predication.lemma in _TELLING:
        return
    own = kin(draft.subject)
    for named in _obliged(context, draft, own):
        draft.relation, draft.sense = "DEMANDS", None
        _code(draft, "REQUEST", "100")
        draft.recipient, draft.object = named, []
        draft.rule += "+obliged"
        return


def _obliged(context: Context, draft: Draft, own: set[str]) -> Iterator[list[Spotted]]:
    """Those who "must" or "should" do something in what is said: by its claims, else by its clause ("said that China
    must do more")."""
    tree = context.tree
    acting = [(d.head, d.subject) for d in draft.content if d.modality is Modality.DEMANDED]
    clauses = [c for c in tree.kids(draft.head, "ccomp") if not is_passive(tree, c) and tree.kid(c, "neg") is None]
    acting += [(clause, who(context, subjects(tree, clause))) for clause in clauses]
    for verb, subject in acting:
        words = {tree.lower[aux] for aux in tree.kids(verb, "aux")}
        if subject and not own & kin(subject) and words & _MUST and "have" not in words:
            named = [s for s in subject if s.actor is not None]
            if named:
                yield named
            return
