"""Whose a strike is, and whom it hits, where the words hang on something else: "a series of Turkish airstrikes killed",
"conducted strikes using jets against the rebels"."""

from __future__ import annotations

from kgraph.claims.context import Context
from kgraph.claims.targets import nearest, who
from kgraph.clauses import Predication
from kgraph.clauses.nominal import nominal
from kgraph.mentions import Spotted

HARM = frozenset({"KILLS", "ATTACKS", "BOMBS"})
MEASURES = frozenset(
    "ton tonne batch shipment number hundred thousand dozen amount load cargo lot quantity kilo kilogram million "
    "consignment convoy truckload planeload set series package worth billion round part text".split()
)


def behind_event(context: Context, head: int) -> list[Spotted]:
    """ "Israeli air strikes killed nine", "an attack by rebels on a base that wounded four": whose attack it was kills
    and wounds, not the attack, and not the base that the small parser hangs the clause on."""
    tree = context.tree
    counted = [n for of in tree.kids(head, "prep") if tree.lower[of] == "of" for n in tree.kids(of, "pobj")]
    inner = counted[:1] if tree.lemma[head] in MEASURES else []  # "a series of airstrikes"
    for token in (*inner, head, *tree.ancestors(head)):
        if tree.pos[token] not in ("NOUN", "PROPN", "ADP"):
            break
        if any(sense.relation in HARM for sense in context.lexicon.nouns.get(tree.lemma[token], ())):
            event = nominal(tree, token, context.lexicon)
            found = [] if event is None else who(context, event.subject)
            return found or ([] if token in (head, *inner) else [context.described(token)])
    return []


def behind_means(context: Context, predication: Predication) -> list[Spotted]:
    """ "Conducted strikes using jets against the rebels": the phrase hangs on what the deed is done with."""
    tree, verb = context.tree, predication.carrier
    if verb is None:
        return []
    for token in range(predication.head + 1, tree.subtree(verb)[-1] + 1):
        if tree.lower[token] != "against" or tree.dep[token] != "prep":
            continue
        above = [up for up in tree.ancestors(token) if up > predication.head]
        using = [up for up in above if tree.lower[up] == "using"]
        if using and tree.lemma[above[0]] not in context.lexicon.nouns:
            aims = tree.kids(token, "pobj")
            return who(context, aims) or [s for aim in aims for s in nearest(context, aim, limit=2.0)]
    return []
