"""Claims against a careful reading of an article: which were found, and of those whose chain, polarity, denial and
time are right.

An edge is one claim with one of its subjects. It matches a claim of the reading when the subject names the same
actor, the predicate is one of the reading's, and the object or recipient names the reading's; one to one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Any

from kgraph.evaluation.scores import Measure, measured, part
from kgraph.evaluation.words import (
    FUNCTION_WORDS,
    LIGHT_VERBS,
    heads,
    name_words,
    same_stem,
    stem,
    words_of,
)

Names = tuple[str, ...]  # everything that names one actor
Range = tuple[int, int]
GoldClaim = Mapping[str, Any]

# Mentions that name nobody by themselves.
_ANAPHORIC = frozenset(["pron", "poss", "poss_shared", "pron_1st_in_quote", "adj"])
# "Vareno" is not "the minister of Vareno"
_OF = frozenset(["of", "for", "in", "from", "at"])
_OFFICE_WORDS = frozenset(["president", "minister", "ministry", "forces", "government"])
_FAR = 200  # characters: the same act told again elsewhere in the article is another claim


@dataclass(frozen=True, slots=True)
class Edge:
    """A claim of an extraction with one of its subjects, its actors given by all their names."""

    predicate: str
    subject: Names = ()
    object: Names = ()
    recipient: Names = ()
    negative: bool = False
    modality: str = "asserted"
    chain: tuple[Names, ...] = ()
    denied_by: tuple[Names, ...] = ()
    time: str | None = None
    span: Range | None = None


class Reading:
    """A careful reading: its claims, and the names by which its actors, places and events may be called."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        self.claims: Sequence[GoldClaim] = data["claims"]
        self._names = {
            str(thing["id"]): _names_of(thing)
            for section in ("actors", "places", "events")
            for thing in data.get(section) or ()
        }

    def means(self, gold: object, names: Sequence[str]) -> bool:
        """Whether one of the names is the reading's actor (or one of its actors, or a plain wording)."""
        if isinstance(gold, list | tuple):
            return any(self.means(one, names) for one in gold)
        return any(self._is(str(gold), name) for name in names)

    def _is(self, gold: str, name: str) -> bool:
        known = self._names.get(gold)
        if known is None:  # plain words in the reading: one content word in common
            return bool((set(words_of(gold)) & set(words_of(name))) - FUNCTION_WORDS)
        words = name_words(name)
        return words in known or words == name_words(gold) or any(_one_in_the_other(words, other) for other in known)

    def matches(self, claim: GoldClaim, edge: Edge) -> bool:
        """Whether an edge tells a claim of the reading."""
        subject, object_ = self._right_actors(claim, edge)
        wanted = [claim["pred"], *(claim.get("alt") or ())]
        given = heads(edge.predicate)
        predicate = any(same_stem(word, other) for one in wanted for word in heads(str(one)) for other in given)
        if not predicate and self._is_light(wanted, edge):
            predicate = object_ = True
        return subject and object_ and predicate and not _far_apart(claim.get("span"), edge.span)

    def _right_actors(self, claim: GoldClaim, edge: Edge) -> tuple[bool, bool]:
        gold_subject = claim.get("subj")
        gold_objects = [one for one in (claim.get("obj"), claim.get("recipient")) if one is not None]
        objects = [names for names in (edge.object, edge.recipient) if names]
        if gold_subject is None:
            inferred = claim.get("subj_inferred")
            subject = not edge.subject or bool(inferred and self.means(inferred, edge.subject))
        else:
            subject = self.means(gold_subject, edge.subject)
        object_ = not gold_objects or any(self.means(gold, names) for gold in gold_objects for names in objects)
        if not (subject and object_) and claim.get("symmetric") and gold_objects:  # "A met B" is "B met A"
            subject = any(self.means(gold, edge.subject) for gold in gold_objects)
            object_ = any(self.means(gold_subject, names) for names in objects if gold_subject is not None)
        return subject, object_

    @staticmethod
    def _is_light(wanted: Sequence[object], edge: Edge) -> bool:
        """ "Express concern" given as express, with the concern as its object."""
        if not edge.object or not LIGHT_VERBS.intersection(map(stem, edge.predicate.split()[-1:])):
            return False
        given = words_of(" ".join(edge.object))[:4]
        phrases = [str(one) for one in wanted if " " in str(one)]
        return any(same_stem(word, other) for phrase in phrases for word in heads(phrase) for other in given)

    def pairs(self, edges: Sequence[Edge]) -> dict[int, int]:
        """Claims of the reading to edges, one to one; an edge from the claim's own words goes before others."""
        candidates = sorted(
            (-_nearness(claim.get("span"), edge.span), c, e)
            for c, claim in enumerate(self.claims)
            for e, edge in enumerate(edges)
            if self.matches(claim, edge)
        )
        pairs: dict[int, int] = {}
        taken: set[int] = set()
        for _, claim_number, edge_number in candidates:
            if claim_number not in pairs and edge_number not in taken:
                pairs[claim_number] = edge_number
                taken.add(edge_number)
        return pairs

    def is_about_annotated_words(self, edge: Edge) -> bool:
        return any(_touch(edge.span, claim.get("span")) for claim in self.claims)


@dataclass(slots=True)
class _Tally:
    claims: int = 0
    first_tier: int = 0
    matched: int = 0
    matched_first_tier: int = 0
    edges: int = 0
    judged_edges: int = 0
    matched_judged: int = 0
    chain: int = 0
    holder: int = 0
    with_holder: int = 0
    with_holder_right: int = 0
    polarity: int = 0
    with_time: int = 0
    time: int = 0
    denials: int = 0
    denials_found: int = 0
    denials_given: int = 0


def score_readings(readings: Sequence[tuple[Reading, Sequence[Edge]]]) -> tuple[tuple[Measure, ...], dict[str, float]]:
    """Measures and counts over one or several readings, each with the edges of its article."""
    tally = _Tally()
    for reading, edges in readings:
        _add(tally, reading, edges)
    measures = (
        measured("claims", right=tally.matched, predicted=tally.edges, found=tally.matched, gold=tally.claims),
        part("claims of tier 1", tally.matched_first_tier, tally.first_tier),
        measured(
            "claims, edges from annotated words",
            right=tally.matched_judged,
            predicted=tally.judged_edges,
            found=tally.matched_judged,
            gold=tally.claims,
        ),
        part("whole chain", tally.chain, tally.matched),
        part("innermost holder", tally.holder, tally.matched),
        part("innermost holder where there is one", tally.with_holder_right, tally.with_holder),
        part("polarity", tally.polarity, tally.matched),
        part("time", tally.time, tally.with_time),
        measured(
            "denied by",
            right=tally.denials_found,
            predicted=tally.denials_given,
            found=tally.denials_found,
            gold=tally.denials,
        ),
    )
    return measures, {"edges": tally.edges, "matched": tally.matched, "tier 1 matched": tally.matched_first_tier}


def missed(reading: Reading, edges: Sequence[Edge]) -> Iterator[str]:
    """For a person: the claims that were not found, and the chains that are not the reading's."""
    pairs = reading.pairs(edges)
    for number, claim in enumerate(reading.claims):
        tier, target = claim.get("tier", 1), claim.get("obj") or claim.get("recipient") or ""
        told = f"{claim.get('id', number)} (tier {tier}): {claim.get('subj')} {claim['pred']} {target}"
        if number not in pairs:
            yield f"missed {told}"
            continue
        edge = edges[pairs[number]]
        if not _same_chain(reading, claim, edge):
            given = [names[0] if names else None for names in edge.chain]
            yield f"chain of {told}: wanted {list(claim.get('chain') or ())}, got {given}"


def _add(tally: _Tally, reading: Reading, edges: Sequence[Edge]) -> None:
    pairs = reading.pairs(edges)
    near = [edge for edge in edges if reading.is_about_annotated_words(edge)]
    tally.edges += len(edges)
    tally.judged_edges += len(near)
    tally.matched_judged += len(reading.pairs(near))
    for number, claim in enumerate(reading.claims):
        first = claim.get("tier", 1) == 1
        tally.claims += 1
        tally.first_tier += first
        if number in pairs:
            tally.matched += 1
            tally.matched_first_tier += first
            _add_match(tally, reading, claim, edges[pairs[number]])


def _add_match(tally: _Tally, reading: Reading, claim: GoldClaim, edge: Edge) -> None:
    chain = claim.get("chain") or ()
    holder = reading.means(chain[-1], edge.chain[-1]) if chain and edge.chain else not chain and not edge.chain
    tally.chain += _same_chain(reading, claim, edge)
    tally.holder += holder
    tally.with_holder += bool(chain)
    tally.with_holder_right += bool(chain) and holder
    tally.polarity += ("-" if edge.negative else "+") == claim["pol"]
    deniers = claim.get("denied_by") or ()
    tally.denials += len(deniers)
    tally.denials_given += len(edge.denied_by)
    tally.denials_found += sum(any(reading.means(one, names) for names in edge.denied_by) for one in deniers)
    if (day := _day(claim)) is not None:
        tally.with_time += 1
        tally.time += (edge.time or "")[:10] == day


def _same_chain(reading: Reading, claim: GoldClaim, edge: Edge) -> bool:
    """Everybody through whom we have it, outermost first."""
    return all(
        gold is not None and names is not None and reading.means(gold, names)
        for gold, names in zip_longest(claim.get("chain") or (), edge.chain)
    )


def _day(claim: GoldClaim) -> str | None:
    """The time of a claim of the reading, where it begins with a year."""
    time = claim.get("time")
    value = time.get("value") if isinstance(time, Mapping) else time
    return str(value)[:10] if value and re.match(r"\d{4}", str(value)) else None


def _names_of(thing: Mapping[str, Any]) -> frozenset[tuple[str, ...]]:
    names = [thing["name"], thing["id"]]
    if thing.get("iso3") and thing.get("kind", "country") == "country":
        names.append(thing["iso3"])
    for field in ("aka", "also", "forms", "roles"):
        names += thing.get(field) or ()
    names += (m["text"] for m in thing.get("mentions") or () if m.get("type") not in _ANAPHORIC)
    return frozenset(name_words(str(name)) for name in names)


def _one_in_the_other(given: Sequence[str], known: Sequence[str]) -> bool:
    """Leniently: one name inside the other with the same last word, or a whole name of several words in a list."""
    if not given:
        return False
    same_end = bool(known) and given[-1] == known[-1]
    if set(known) <= set(given) and (len(known) > 1 or len(given) <= (3 if same_end else 2)):
        return True
    if not (set(given) <= set(known) and same_end):
        return False
    attached = len(known) > len(given) and known[-len(given) - 1] in _OF
    return not attached and (len(given) > 1 or given[0] not in _OFFICE_WORDS)


def _touch(left: Sequence[int] | None, right: Sequence[int] | None) -> bool:
    return bool(left and right and left[0] < right[1] and right[0] < left[1])


def _nearness(claim: Sequence[int] | None, edge: Sequence[int] | None) -> int:
    """2: the same words, 0: other words, 1: not known."""
    return 1 if not claim or not edge else 2 * _touch(claim, edge)


def _far_apart(claim: Sequence[int] | None, edge: Sequence[int] | None) -> bool:
    return bool(claim and edge and (edge[1] <= claim[0] - _FAR or edge[0] >= claim[1] + _FAR))
