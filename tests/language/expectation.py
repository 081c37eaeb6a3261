"""Reads an expectation ("Turkey ATTACKS Syria [reported] < officials") and finds it in an extraction."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kgraph.model import UNREAL, Claim, Extraction, Modality, Polarity
from kgraph.ontology import relations

_ANYWHERE = frozenset({"MOVES", "SENDS", "DEPLOYS", "VISITS"})  # where one goes may be a place


@dataclass(frozen=True, slots=True)
class Expectation:
    """Who does what to whom; ``state`` is a modality, "negated" or "denied by NAME"; ``holder`` answers for it."""

    subject: str
    predicate: str
    target: str | None
    state: str | None
    holder: str | None


def parse(line: str) -> Expectation:
    """
    >>> parse("Iran ATTACKS Oman [denied by Iran]").state
    'denied by Iran'
    """
    line, _, holder = line.partition(" < ")
    line, _, state = line.partition(" [")
    words = line.split()
    at = next((i for i, word in enumerate(words) if i and (word in relations())), None)
    if at is None:  # a predicate without a relation stands in lower case behind the subject
        at = 1
        end = at + 1
        while end < len(words) - 1 and words[end].islower():
            end += 1
    else:
        end = at + 1
    return Expectation(
        subject=" ".join(words[:at]),
        predicate=" ".join(words[at:end]),
        target=" ".join(words[end:]) or None,
        state=state.rstrip("]") or None,
        holder=holder or None,
    )


def holds(line: str, extraction: Extraction) -> bool:
    """Whether some claim of the extraction is what the line expects."""
    wanted = parse(line)
    names = _names(extraction)
    return any(_is(claim, wanted, names) for claim in extraction.claims)


def shown(extraction: Extraction) -> list[str]:
    """The claims as lines, for the message of a failing test."""
    names = _names(extraction)

    def named(mentions: tuple[str, ...]) -> str:
        return "+".join(sorted(names[m], key=len)[0] if names[m] else "?" for m in mentions)

    return [
        f"{named(c.subject)} {c.relation or c.predicate} {named(c.object + c.recipient)} "
        f"[{c.modality.value}{'' if c.polarity is Polarity.POSITIVE else ', negated'}]"
        + "".join(f" < {named(a.sources)}" for a in c.attribution)
        + (f" denied by {named(tuple(d.by for d in c.denied_by))}" if c.denied_by else "")
        + f"  ({c.predicate}; {c.rule})"
        for c in extraction.claims
    ]


def _names(extraction: Extraction) -> dict[str, frozenset[str]]:
    """Mention to what it may be called: its words, its actor's name."""
    actors = {actor.id: actor for actor in extraction.actors}
    out = {}
    for mention in extraction.mentions:
        actor = actors.get(mention.actor or "")
        calls = {mention.text.casefold()} | (
            {actor.name.casefold(), *(a.casefold() for a in actor.aliases)} if actor else set()
        )
        out[mention.id] = frozenset(calls)
    return out


def _called(mentions: tuple[str, ...], name: str, names: dict[str, frozenset[str]]) -> bool:
    if name == "-":
        return True
    wanted = re.compile(rf"\b{re.escape(name.casefold())}")
    return any(wanted.search(call) for mention in mentions for call in names[mention])


def _is(claim: Claim, wanted: Expectation, names: dict[str, frozenset[str]]) -> bool:
    known = wanted.predicate in relations()
    if (claim.relation if known else claim.predicate) != wanted.predicate and not (
        not known and wanted.predicate.split()[0] in claim.predicate.split()
    ):
        return False
    if not _called(claim.subject, wanted.subject, names):
        return False
    if wanted.target is not None:
        places = claim.place if wanted.predicate in _ANYWHERE or not known else ()
        others = claim.subject if known and relations()[wanted.predicate].mutual else ()
        thing = claim.theme is not None and wanted.target.casefold() in claim.theme.text.casefold()
        if not thing and not _called(claim.object + claim.recipient + places + others, wanted.target, names):
            return False
    return _stands(claim, wanted, names)


def _stands(claim: Claim, wanted: Expectation, names: dict[str, frozenset[str]]) -> bool:
    if wanted.holder is not None and not any(_called(a.sources, wanted.holder, names) for a in claim.attribution):
        return False
    if wanted.state is None:
        return claim.polarity is Polarity.POSITIVE and claim.modality not in UNREAL
    if wanted.state == "negated":
        return claim.polarity is Polarity.NEGATIVE
    if wanted.state.startswith("denied by "):
        return _called(tuple(d.by for d in claim.denied_by), wanted.state.removeprefix("denied by "), names)
    return claim.modality is Modality(wanted.state)
