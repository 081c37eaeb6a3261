"""Who is meant by an argument, and which actor below a predicate is its target: the nearest one.

A target stands at any depth of the noun phrase ("denounced Turkey's statements", "concern about fighters in X"), so
it is looked for along the cheapest path: direct objects cost nothing, "against" and "with" little, places and
temporal phrases much. The costs are those that paid on agency news (facts-language: who did what to whom).
"""

from __future__ import annotations

from collections.abc import Sequence
from heapq import heappop, heappush

from kgraph.claims.context import Context
from kgraph.clauses.nominal import nominal
from kgraph.clauses.phrases import NO_ARGUMENT, conjuncts, is_ruled_out, noun_phrase
from kgraph.mentions import Spotted
from kgraph.model import ActorKind, MentionKind
from kgraph.parsing import Tree

_STEP = {
    "dobj": 0.0, "dative": 0.0, "nsubjpass": 0.0, "prep": 0.0, "pobj": 0.6, "attr": 0.8, "oprd": 0.5, "xcomp": 1.2,
    "ccomp": 1.3, "pcomp": 0.8, "acomp": 0.7, "conj": 1.2, "advcl": 2.2, "acl": 1.5, "relcl": 2.5, "poss": 0.7,
    "amod": 0.8, "compound": 0.8, "nmod": 0.8, "appos": 0.6, "nsubj": 0.5, "npadvmod": 2.0, "dep": 1.5, "nummod": 1.0,
    "agent": 0.4,
}  # fmt: skip
_PREPOSITION = {
    "against": -0.3, "with": 0.0, "to": 0.0, "toward": 0.0, "towards": 0.0, "on": 0.1, "upon": 0.1, "at": 0.2,
    "of": 0.2, "from": 0.2, "between": 0.2, "for": 0.3, "into": 0.3, "over": 0.4, "by": 0.4, "among": 0.4,
    "about": 0.7, "in": 1.0, "inside": 1.0, "within": 1.0, "across": 1.0, "along": 1.0, "off": 1.0, "without": 1.0,
    "through": 1.2, "as": 1.5, "around": 1.5, "near": 1.6, "under": 2.0, "because": 2.0, "despite": 2.0, "amid": 3.0,
    "after": 2.2, "before": 2.2, "following": 2.2, "during": 2.5, "until": 3.0, "since": 3.0,
}  # fmt: skip
# "conducted strikes in support of the army", "with the help of Iran": for and with whom it is done is not whom it hits
_FOR_SOMEBODY = frozenset(
    "support favour favor solidarity defence defense aid coordination cooperation concert".split()
)
_WITH_SOMEBODY = frozenset("support help backing assistance aid blessing consent approval".split())
_EDGES = frozenset("border coast frontier outskirt outskirts shore".split())
_ITS = frozenset({"its", "their"})
_TIMES = frozenset({"after", "before", "following", "since"})
_CLAUSE = frozenset({"xcomp", "ccomp", "advcl", "relcl", "pcomp"})
_FAR = 4.2
_SIDE_BY_SIDE = 0.31  # two actors whose costs differ by less are targets together
# "Lebanon's accusation that Israel bombed Tyre" is against Israel
_CHARGES = frozenset({"accusation", "allegation", "charge", "complaint", "threat", "warning"})
# nouns that only count or head the group that follows: "a number of rebels", "leaders of Hamas"
_PARTITIVE = frozenset(
    "number group thousand hundred dozen member some one two three part crowd score majority most many several all "
    "both lot handful bunch couple pair series wave any none each either rest remainder half dozens hundreds "
    "thousands batch contingent planeload busload boatload column flood stream trickle influx exodus".split()
)


def who(context: Context, heads: Sequence[int]) -> list[Spotted]:
    """The mentions that these argument heads stand for, each once."""
    out: list[Spotted] = []
    for head in heads:
        for spotted in _who(context, head):
            if spotted not in out:
                out.append(spotted)
    return out


def _who(context: Context, head: int) -> list[Spotted]:
    tree = context.tree
    if found := context.at(head):
        # "any country, including Armenia": the example is one of them
        return found + _including(context, head)
    if tree.lemma[head] in _PARTITIVE or tree.pos[head] in ("NUM", "DET", "PRON"):
        for preposition in tree.kids(head, "prep"):
            if tree.lower[preposition] in ("of", "from", "among"):
                inner = [s for c in tree.kids(preposition, "pobj") for n in conjuncts(tree, c) for s in context.at(n)]
                if inner and all(s.kind is MentionKind.PRONOUN for s in inner):
                    return [_part(context, head, s) for s in inner[:1] if _has_parts(s)]
                if inner:
                    return inner
    return []


def _has_parts(whole: Spotted) -> bool:
    """A group; where "them" was taken for a body or a state, "900 of them" are others."""
    return whole.actor is None or whole.actor.kind in (ActorKind.UNNAMED, ActorKind.PEOPLE, ActorKind.ARMED_GROUP)


def _part(context: Context, head: int, whole: Spotted) -> Spotted:
    """ "Arrested 23 of them": some of a group, in these words."""
    words = noun_phrase(context.tree, head)
    end = max(words[1], whole.end)
    spotted = Spotted(words[0], end, head, MentionKind.NOMINAL, whole.actor, "part", min(whole.score, 0.6))
    if spotted.actor is None:
        spotted.actor = context.nameless(words[0], end)
    context.mentions.add(spotted)
    return spotted


def _including(context: Context, head: int) -> list[Spotted]:
    tree = context.tree
    after = tree.lower[head + 1 : head + 4]
    if after == [",", "not", "even"]:  # "by any country, not even Russia"
        named = next((t for t in range(head + 4, min(head + 8, len(tree))) if context.at(t)), None)
        return [] if named is None else context.at(named)
    for child in tree.kids(head, "prep", "acl"):
        if tree.lower[child] == "including":
            return [s for c in tree.kids(child, "pobj", "dobj") for n in conjuncts(tree, c) for s in context.at(n)]
    return []


def nearest(
    context: Context,
    start: int,
    *,
    without: Sequence[Spotted] = (),
    limit: float = _FAR,
    clauses: bool = False,
    times: bool = True,
) -> list[Spotted]:
    """The actors below ``start`` at the lowest cost, leaving out those in ``without`` and other mentions of the same
    actors, and without ``times`` those of what happened before or meanwhile; empty when none is near enough."""
    ranked = reachable(context, start, without=without, limit=limit, clauses=clauses, times=times)
    if not ranked:
        return []
    best = ranked[0][0]
    return [spotted for cost, spotted in ranked if cost <= best + _SIDE_BY_SIDE]


def reachable(
    context: Context,
    start: int,
    *,
    without: Sequence[Spotted] = (),
    limit: float = _FAR,
    clauses: bool = False,
    times: bool = True,
) -> list[tuple[float, Spotted]]:
    """(cost, mention) of the actors below ``start``, cheapest first; into other clauses only when ``clauses``."""
    tree = context.tree
    banned = {s.actor.id for s in without if s.actor is not None}
    owners = {s.actor.country for s in without if s.actor is not None and s.actor.country}
    blocked = {s.head for s in without}
    queue: list[tuple[float, int]] = [(0.0, start)]
    done: set[int] = set()
    out: list[tuple[float, Spotted]] = []
    while queue:
        cost, token = heappop(queue)
        if token in done:
            continue
        done.add(token)
        found = [] if token == start else context.at(token)
        if token in blocked:
            continue
        hits = [s for s in found if s.actor is None or s.actor.id not in banned]
        hits = [s for s in hits if s.actor is not None or tree.lower[s.head] not in _ITS]  # "offered its good offices"
        if any(_is_own(context, s, owners, banned) for s in hits):
            continue  # "willing to withdraw its troops from Chad": Chad
        out.extend((cost + _rank(s), s) for s in hits)
        if hits and not all(s.kind is MentionKind.ADJECTIVE for s in hits):
            # what stands inside an actor's own phrase is not the target; its conjuncts are
            for child in tree.kids(token, "conj", "appos"):
                heappush(queue, (cost + (0.0 if tree.dep[child] == "conj" else 1.5), child))
            continue
        for child in tree.children[token]:
            step = _STEP.get(tree.dep[child])
            if step is None or tree.pos[child] == "PUNCT" or (tree.dep[child] in _CLAUSE and not clauses):
                continue
            if child < start and ":" in tree.words[child:start]:
                continue  # "Army chief: Chad shelled the village"
            if tree.dep[child] == "agent" and token == start and tree.pos[token] == "VERB":
                continue  # who acts in a passive; "an appeal lodged by the bishop" is refused to him
            told = tree.dep[child] == "acl" and tree.kid(child, "mark") is not None
            if told and tree.lemma[token] not in _CHARGES:
                continue  # "stands by its report that police": what it says is no target
            if tree.dep[child] == "conj" and tree.pos[child] in ("VERB", "AUX"):
                continue  # the next verb has targets of its own
            if tree.dep[child] == "conj" and token == start and _is_event_beside(context, token, child):
                continue  # "Peru's cooperation and its growth": stands beside the event
            if tree.lower[child] == "for" and any(tree.lemma[noun] == "fear" for noun in tree.kids(child, "pobj")):
                continue  # "sent troops to the border for fear of an attack by Sudan"
            if tree.lower[child] in NO_ARGUMENT or is_for_somebody(tree, child):
                continue  # whoever says it has no part in it, nor has he for whom it is done
            if tree.tag[child] == "VBG" and tree.words[child - 1] == "," and tree.dep[child] in _CLAUSE:
                continue  # ", citing Chilean protests": said beside it
            if tree.dep[child] == "prep" and (is_ruled_out(tree, child) or (not times and tree.lower[child] in _TIMES)):
                continue
            if tree.dep[child] == "prep":
                step = _PREPOSITION.get(tree.lower[child], 1.5) + _at_the_edge(tree, child)
            if tree.dep[child] == "nsubj" and tree.pos[token] == "VERB" and token == start:
                continue  # the predicate's own subject is no target
            if cost + step <= limit:
                heappush(queue, (cost + step, child))
    out.sort(key=lambda pair: (pair[0], pair[1].start))
    return out


def _is_event_beside(context: Context, event: int, other: int) -> bool:
    events, lemma = context.lexicon.nouns, context.tree.lemma
    return lemma[event] in events and lemma[other] not in events


def _at_the_edge(tree: Tree, preposition: int) -> float:
    """ "Seized a rebel base on the Thai border": where it lies."""
    noun = tree.kid(preposition, "pobj")
    return 1.0 if noun is not None and tree.lower[preposition] == "on" and tree.lemma[noun] in _EDGES else 0.0


def lies_at_edge(tree: Tree, token: int) -> bool:
    """Whether a country only says where: "a base on the Thai border"."""
    noun = tree.head[token]
    return tree.lemma[noun] in _EDGES and tree.lower[tree.head[noun]] == "on"


def _is_own(context: Context, spotted: Spotted, owners: set[str], acting: set[str]) -> bool:
    """ "Its troops", "their mission" are those of the one who acts, where they have his country or "its" means him."""
    owner = context.tree.kid(spotted.head, "poss")
    if owner is None or context.tree.tag[owner] != "PRP$" or spotted.actor is None:
        return False
    if any(s.actor is not None and s.actor.id in acting for s in context.at(owner)):
        return spotted.actor.kind is ActorKind.UNNAMED
    return spotted.actor.kind is ActorKind.UNNAMED and spotted.actor.country in owners


def is_for_somebody(tree: Tree, preposition: int) -> bool:
    """ "In support of", "in coordination with", "with the help of"."""
    words = {"in": _FOR_SOMEBODY, "with": _WITH_SOMEBODY}.get(tree.lower[preposition])
    noun = None if words is None else tree.kid(preposition, "pobj")
    return noun is not None and words is not None and tree.lemma[noun] in words and tree.kid(noun, "prep") is not None


def _rank(spotted: Spotted) -> float:
    # a named actor is the likelier target than a description without a country, a place than an actor
    if spotted.actor is None:
        return 0.4
    if spotted.actor.kind is ActorKind.PLACE:
        return 0.5
    if spotted.actor.kind is ActorKind.MEDIA:
        return 0.6
    return 0.6 if spotted.kind is MentionKind.NOMINAL and spotted.actor.country is None else 0.0


def is_place(spotted: Spotted) -> bool:
    return spotted.actor is not None and spotted.actor.kind in (ActorKind.PLACE, ActorKind.COUNTRY)


def same_actors(left: list[Spotted], right: list[Spotted]) -> bool:
    """Whether everybody on the right is somebody on the left."""
    ids = {s.actor.id for s in left if s.actor is not None}
    return bool(right) and all(s.actor is not None and s.actor.id in ids for s in right)


def whose(context: Context, noun: int) -> list[Spotted]:
    """ "conveyed to Mali the demand of Algeria": it is Algeria's, and goes to Mali."""
    tree = context.tree
    if tree.lemma[noun] not in context.lexicon.nouns or tree.kid(noun, "poss") is not None:
        return []
    event = nominal(tree, noun, context.lexicon)
    of = {n for p in tree.kids(noun, "prep") if tree.lower[p] == "of" for n in tree.kids(p, "pobj")}
    return [] if event is None else who(context, [head for head in event.subject if head in of])
