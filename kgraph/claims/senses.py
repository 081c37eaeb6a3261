"""Which sense a predication has: the most specific one whose particle, preposition, subject and object fit."""

from __future__ import annotations

from kgraph.claims.context import Context
from kgraph.claims.strikes import MEASURES
from kgraph.clauses import Predication
from kgraph.clauses.naming import names_behind, names_somebody
from kgraph.language import Sense

# heads that say little: the noun before them, or behind "of", says what it is
_GENERAL = frozenset(
    "material package supply shipment effort item good system measure program programme agreement deal accord pact "
    "treaty".split()
)
_GIFTS = frozenset(
    "award bribe cash cheque donation dollar envelope euro gift kickback medal money payment post present prize pound "
    "ruble zloty".split()
)
_PUSHING = frozenset({"push", "press"})
_ALONG = frozenset({"across", "aside", "away", "back", "down", "into", "off", "out", "over", "overboard", "through"})


def choose(context: Context, predication: Predication) -> Sense | None:
    """The sense whose frame fits, or None."""
    table = context.lexicon.nouns if predication.kind == "noun" else context.lexicon.verbs
    for sense in table.get(predication.lemma, ()):
        if _fits(context, predication, sense):
            return sense
    return None


def _fits(context: Context, predication: Predication, sense: Sense) -> bool:
    tree = context.tree
    if sense.particle and sense.particle != predication.particle:
        return False
    # "A and B conferred": each with the other, without the "with"
    together = sense.mutual and len(predication.subject) > 1 and not predication.object
    if sense.prep and not together and not _has_preposition(context, predication, sense):
        return False
    told = predication.object or (predication.at(sense.prep) if sense.prep else ())  # "withdrew from the treaty"
    if sense.object and not any(lemmas_of(context, head) & sense.object for head in told):
        return False
    if sense.subject and not any(lemmas_of(context, head) & sense.subject for head in predication.subject):
        return False
    if sense.pos == "verb" and _is_bodily(context, predication, sense):
        return False
    if sense.complement and not _completions(context, predication.head) & sense.complement:
        return False
    if sense.relation == "AGREES" and predication.lemma == "accept" and _is_gift(context, predication):
        return False
    if sense.relation == "CALLS" and names_somebody(tree, predication):
        return False
    if sense.relation == "MEETS" and predication.lemma in ("speak", "talk") and _is_talk_about(context, predication):
        return False
    if predication.lemma == "demonstrate" and predication.object and not sense.object:
        return False  # "the attacks demonstrate the cruelty of the regime"
    if sense.modifier and not (sense.relation == "ALLY_OF" and _names_partner(context, predication.head)):
        before = {tree.lower[c] for c in tree.children[predication.head] if c < predication.head}
        return bool(before & sense.modifier)
    return True


def _is_talk_about(context: Context, predication: Predication) -> bool:
    """ "The minister talked about a grenade": to whom nobody says; "Russia and Iran talked about the deal" met."""
    alone = len(predication.subject) < 2 and not predication.at("with") and not predication.at("to")
    return alone and any(word == "about" for word, _ in predication.obliques)


def _is_gift(context: Context, predication: Predication) -> bool:
    """ "accepted two million zlotys from a firm", "accepted bribes": took them, and agrees with nobody."""
    tree = context.tree
    return any(tree.ent[noun] == "MONEY" or tree.lemma[noun] in _GIFTS for noun in predication.object)


def _is_bodily(context: Context, predication: Predication, sense: Sense) -> bool:
    """ "Pushed the boat off", "pushed the migrants into the river" urges nobody; "shot into the air" kills nobody, and
    who "stormed out" attacked nobody."""
    if predication.lemma == "storm" and sense.relation == "ATTACKS":
        return not predication.object
    if predication.lemma == "shoot" and sense.relation == "KILLS":
        return not predication.object and any(context.tree.lemma[noun] == "air" for _, noun in predication.obliques)
    if predication.lemma not in _PUSHING or sense.relation != "URGES" or not predication.object:
        return False
    along = {word for word, _ in predication.obliques} | {predication.particle}
    return bool(along & _ALONG) and not any(c.kind == "infinitive" for c in predication.complements)


def _completions(context: Context, verb: int) -> set[str]:
    """ "held Syria responsible", "took Chile to court", "let them go": the words that complete the verb."""
    tree = context.tree
    after = [child for child in tree.children[verb] if child > verb]
    after += [noun for child in tree.kids(verb, "prep", "agent", "prt") for noun in tree.kids(child, "pobj")]
    after += [
        word for noun in tree.kids(verb, "dobj") for word in tree.kids(noun, "amod", "acl", "acomp") if word > noun
    ]
    named = names_behind(tree, verb)
    after += [*named, *(word for noun in named for word in tree.kids(noun, "amod"))]
    return {word for child in after for word in (tree.lemma[child], tree.lower[child])}


def lemmas_of(context: Context, head: int) -> set[str]:
    """The words that a frame can ask for in a noun phrase: its head, and what belongs to a head that says little."""
    tree = context.tree
    out = {tree.lemma[head], tree.lower[head]}
    before = tree.kids(head, "compound", "amod", "nmod")
    out |= {f"{tree.lower[c]} {tree.lemma[head]}" for c in before}
    if tree.ent[head] == "MONEY":
        out.add("money")
    if tree.lemma[head] in _GENERAL:  # "shelter materials", "a peacekeeping force of 200 soldiers"
        out |= {tree.lemma[c] for c in before}
    for of in (p for p in tree.kids(head, "prep") if tree.lower[p] == "of" and tree.lemma[head] in MEASURES):
        out |= {tree.lemma[noun] for noun in tree.kids(of, "pobj")}  # "tonnes of wheat", "a batch of missiles"
    return out


def _has_preposition(context: Context, predication: Predication, sense: Sense) -> bool:
    """ "called on Turkey to", not "called on Monday" and not "called Putin on Monday": where the frame has no place
    for an object, a verb with one is another verb."""
    tree, word = context.tree, sense.prep
    slots = "object" in sense.target or sense.theme or sense.object or sense.complement
    if predication.kind == "verb" and predication.object and not predication.passive and not slots:
        return False
    hanging = [noun for preposition, noun in predication.obliques if preposition == word]
    if hanging and all(tree.ent[noun] in ("DATE", "TIME") for noun in hanging):
        return False
    if hanging or predication.particle == word or any(c.preposition == word for c in predication.complements):
        return True
    below = (predication.head, *(predication.object if sense.object else ()))
    return any(tree.lower[c] == word for head in below for c in tree.kids(head, "prep", "prt", "dative", "agent"))


def _names_partner(context: Context, noun: int) -> bool:
    # "its partner Mali": a possessor and a name beside it make the relation
    tree = context.tree
    return tree.kid(noun, "poss") is not None and any(context.at(t) for t in tree.kids(noun, "appos"))
