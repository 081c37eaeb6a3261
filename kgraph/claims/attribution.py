"""Who says so: cues, their sources, what they answer for and whom they tell.

One module a question: ``cues.py`` (is this word a cue?), ``content.py`` (what does it answer for?); and one a
construction that has no verb: ``prepositional.py``, ``labels.py``, ``colon.py``, ``free.py``, ``continued.py``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kgraph.claims.content import content_of
from kgraph.claims.context import Context, Draft, Said
from kgraph.claims.continued import continued_accounts
from kgraph.claims.credits import picture_credits, signed_paragraphs, signed_quotations
from kgraph.claims.cues import cues_of, wishes
from kgraph.claims.free import free_quotations
from kgraph.claims.interviews import interviews
from kgraph.claims.labels import speaker_labels, trailing_sources
from kgraph.claims.prepositional import by_account, by_preposition, by_telling
from kgraph.claims.quotations import Quotation
from kgraph.claims.ranges import Range, runs, without
from kgraph.claims.relayed import named_sources, relays
from kgraph.claims.sources import cue_span, sources_of
from kgraph.claims.standing import standpoints
from kgraph.claims.taken_up import taken_up
from kgraph.claims.targets import who
from kgraph.clauses import Predication
from kgraph.clauses.control import subject_of
from kgraph.language import Cue
from kgraph.mentions import Spotted
from kgraph.model import Modality

# "promised to help", "threatened to attack": it is said, and whoever says it is the one who will do it
_COMMITTING = frozenset({"PROMISES", "THREATENS"})
_FRAMES = frozenset(
    {"ACCUSES", "CRITICIZES", "SUES", "WORRIES", "DEMANDS", "URGES", "ASKS", "DENIES", "REJECTS", "WARNS", "THREATENS"}
)


def attributions(context: Context, predications: Iterable[Predication], quotes: list[Quotation]) -> list[Said]:
    """All attributions of the article, in text order."""
    found: list[Said] = []
    for predication in predications:
        if predication.construction == "ellipsis":
            continue  # "Libya condemned it, as did Egypt": nobody says it here
        for cue in cues_of(context, predication, quotes):
            said = _said(context, predication, cue, quotes)
            if said is not None:
                found.append(said)
                break
    found += list(relays(context, found))
    named = list(named_sources(context, found))
    citing = {said.head for said in named}  # "says the envoy, citing experts": the envoy's words are not said twice
    found = [said for said in found if said.head not in citing] + named
    found += standpoints(context)
    found += by_preposition(context)
    found += by_account(context)
    found += by_telling(context)
    found += speaker_labels(context, quotes)
    found += trailing_sources(context)
    found += interviews(context, quotes)
    found += signed_quotations(context, quotes)
    found += picture_credits(context)
    found += signed_paragraphs(context)
    found += list(taken_up(context, found))
    found = free_quotations(context, found, quotes)
    found = continued_accounts(context, found, quotes)
    found.sort(key=lambda said: said.cue)
    return found


def standing_alone(saids: Iterable[Said], drafts: Iterable[Draft], *, wide: bool) -> list[Said]:
    """The attributions that no claim carries and that a record lists by themselves.

    Narrow: clauses and quotations, said or thought, wherever they stand. Wide: any complement of any cue, but
    only what the article itself attributes: what somebody says, thinks or wants inside another's words is not listed.
    """
    carried = {id(said) for draft in drafts for said in draft.chain}
    alone = [said for said in saids if id(said) not in carried and said.sources]
    if not wide:
        return [said for said in alone if said.whole]
    return [said for said in alone if not any(said.head in other.tokens for other in saids if other is not said)]


def _said(context: Context, predication: Predication, cue: Cue, quotes: list[Quotation]) -> Said | None:
    content = content_of(context, predication, cue, quotes)
    if not content.ranges:
        context.refuse(predication.head, "no clause, quotation or phrase that it answers for", "attribution")
        return None
    sources = sources_of(context, predication)
    told = [] if not sources else _addressees(context, predication, cue)
    ranges = without(content.ranges, [*_own_words(context, predication)])
    if not ranges:
        return None
    modality = Modality.QUOTED if content.quoted else Modality(cue.modality)
    relation = cue.relation
    own = _is_own_intention(context, predication, ranges)
    commits = relation in _COMMITTING and cue.breadth == "narrow"
    tokens = {t for a, b in ranges for t in range(a, b)}
    described: set[int] = set()
    demanded = modality in (Modality.DEMANDED, Modality.URGED) and not content.whole
    # "demanded the release of those who were seized": the seizing is no part of the demand
    if demanded or (own and commits):  # "vowed to punish those who attacked": the attack is no part of the vow
        described = {t for clause in tokens if _describes(context, clause) for t in context.tree.subtree(clause)}
        tokens -= described
    if wishes(context, predication):
        modality, relation = Modality.DEMANDED, "DEMANDS"
    return Said(
        head=predication.head,
        cue=cue_span(context, predication),
        sources=sources,
        content=ranges,
        tokens=frozenset(tokens),
        modality=modality,
        quoted=content.quoted,
        addressees=told,
        relation=relation,
        narrow=cue.breadth == "narrow",
        whole=content.whole,
        own=own and not commits,
        frame=relation in _FRAMES,
        manner=not cue.place,
        described=frozenset(described) if demanded and _asks_for_a_deed(predication, ranges) else frozenset(),
    )


def _asks_for_a_deed(predication: Predication, ranges: list[Range]) -> bool:
    """ "Urged them to spare a school where many shelter", and not "demanded the release of those who were seized"."""
    deeds = [c.head for c in predication.complements if c.kind == "infinitive"]
    return any(a <= deed < b for a, b in ranges for deed in deeds)


def _describes(context: Context, clause: int) -> bool:
    """ "those who attacked", "leaders imprisoned in Chad": it says who is meant."""
    tree = context.tree
    return tree.dep[clause] == "relcl" or (tree.dep[clause] == "acl" and tree.tag[clause] == "VBN")


def _is_own_intention(context: Context, predication: Predication, ranges: list[Range]) -> bool:
    """ "EU leaders decided to threaten": the one who has it in mind is the one who will do it; nobody is told."""
    for complement in predication.complements:
        if complement.kind != "infinitive" or not any(a <= complement.head < b for a, b in ranges):
            continue
        if any(context.tree.lower[aux] == "have" for aux in context.tree.kids(complement.head, "aux")):
            return False  # "claims to have destroyed them"
        heads, construction = subject_of(context.tree, complement.head)
        return construction in ("subject-control", "raising") and heads == predication.subject
    return False


def _addressees(context: Context, predication: Predication, cue: Cue) -> list[Spotted]:
    heads = [h for h in predication.object if "object" in cue.addressee]
    heads += [h for p, h in predication.obliques if p in cue.addressee or p == "to"]
    heads += list(predication.dative) if cue.addressee else []
    return who(context, heads)


def _own_words(context: Context, predication: Predication) -> Iterator[Range]:
    """The cue's own subject is not what is said, even when a quotation runs around it."""
    tree, cue = context.tree, predication.head
    yield cue, cue + 1
    for head in predication.subject:
        phrase = tree.subtree(head)
        if cue in phrase:  # "a builder who said that the wall fell": what he said stands inside his own phrase
            yield head, head + 1
        else:
            yield from runs(phrase)  # "said X did it, an allegation Y denies": an apposition far from its name
