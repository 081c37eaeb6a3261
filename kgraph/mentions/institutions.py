"""Institutions with a country: "Russia's foreign ministry", "the Turkish army". One actor for all articles.

A government is its country: "the Syrian government", "Tehran authorities". Without a country an institution is the one
that the article has named before ("the ministry"), else only a description.
"""

from __future__ import annotations

from kgraph.actors.roles import code_of
from kgraph.mentions.scene import Scene
from kgraph.mentions.titles import Title, singular
from kgraph.model import Actor, ActorKind, MentionKind

Resolved = tuple[Actor, str, float]

_GOVERNMENT = frozenset({"government", "regime", "authority", "administration", "state", "republic", "kingdom", "side"})
_OWN_WORDS = frozenset({"local", "regional", "provincial", "city", "municipal", "interim", "transitional", "exile", "rebel", "rival",
                        "shadow", "opposition", "parallel", "military", "health", "customs", "port", "airport", "police", "prison",
                        "next", "new", "future", "previous", "former", "coalition", "border", "district", "state"})  # fmt: skip
_CANONICAL = {
    "foreign ministry": "Foreign Ministry", "ministry of foreign affairs": "Foreign Ministry",
    "foreign affairs ministry": "Foreign Ministry", "external affairs ministry": "Foreign Ministry",
    "foreign office": "Foreign Ministry", "foreign department": "Foreign Ministry",
    "ministry of external affairs": "Foreign Ministry", "defence ministry": "Defence Ministry",
    "defense ministry": "Defence Ministry", "ministry of defence": "Defence Ministry", "defense department": "Defence Ministry",
    "ministry of defense": "Defence Ministry", "interior ministry": "Interior Ministry",
    "ministry of the interior": "Interior Ministry", "ministry of interior": "Interior Ministry",
    "finance ministry": "Finance Ministry", "ministry of finance": "Finance Ministry", "health ministry": "Health Ministry",
    "ministry of health": "Health Ministry", "justice ministry": "Justice Ministry", "ministry of justice": "Justice Ministry",
    "energy ministry": "Energy Ministry", "ministry of energy": "Energy Ministry",
    "army": "Army", "military": "Armed Forces", "armed forces": "Armed Forces", "armed force": "Armed Forces",
    "navy": "Navy", "air force": "Air Force", "airforce": "Air Force", "coast guard": "Coast Guard", "coastguard": "Coast Guard",
    "national guard": "National Guard", "border guard": "Border Guard", "police": "Police", "parliament": "Parliament",
    "legislature": "Parliament", "national assembly": "Parliament", "supreme court": "Supreme Court",
    "constitutional court": "Constitutional Court", "central bank": "Central Bank", "presidency": "Presidency",
    "intelligence service": "Intelligence Service", "intelligence agency": "Intelligence Service",
    "secret service": "Intelligence Service", "intelligence": "Intelligence Service", "security service": "Security Service",
    "security council": "Security Council", "senate": "Senate", "judiciary": "Judiciary", "cabinet": "Cabinet",
    "state television": "State Television", "state tv": "State Television", "state media": "State Media",
    "prosecutor general": "Prosecutor General", "embassy": "Embassy", "foreign legion": "Foreign Legion",
    "consulate": "Consulate", "electoral commission": "Electoral Commission", "election commission": "Electoral Commission",
}  # fmt: skip
_CODES = {
    "Army": "MIL", "Armed Forces": "MIL", "Navy": "MIL", "Air Force": "MIL", "Coast Guard": "MIL", "National Guard": "MIL",
    "Border Guard": "MIL", "Foreign Legion": "MIL", "Police": "COP", "Parliament": "LEG", "Senate": "LEG",
    "Supreme Court": "JUD", "Constitutional Court": "JUD", "Judiciary": "JUD", "Prosecutor General": "JUD",
    "Central Bank": "GOV", "Intelligence Service": "SPY", "Security Service": "SPY", "State Television": "JRN",
    "State Media": "JRN",
}  # fmt: skip


def resolve(scene: Scene, start: int, head: int, title: Title) -> Resolved | None:
    """(actor, method, score) of an institution or government; None where the words are neither."""
    tree = scene.tree
    noun = singular(scene, head)
    if noun in _GOVERNMENT and _is_whole_government(scene, start, head, title):
        return _government(scene, start, head, title)
    canonical = _canonical(scene, head, title)
    if canonical is None or tree.lower[start] in ("a", "an", "any", "no", "other", "several", "some"):
        return None
    if title.base is None:
        return _before(scene, canonical, noun)
    if title.base.kind is not ActorKind.COUNTRY:
        return None
    name = f"{canonical} of {scene.cast.name_of(title.base.country or title.base.id)}"
    code = code_of(title.base.country, [_CODES.get(canonical, "GOV")])
    return scene.cast.other(ActorKind.ORGANISATION, name, country=title.base.country, code=code), "institution", 0.92


def _canonical(scene: Scene, head: int, title: Title) -> str | None:
    """The institution that the longest ending of the words names; any other ministry is one too."""
    noun = singular(scene, head)
    words = [*(title.words.split()[:-1] if not title.office else title.words.split()), noun]
    behind = _behind(scene, head)
    if behind and (found := _CANONICAL.get(" ".join([noun, *behind]))):
        return found
    plural = scene.tree.lower[head]
    for start in range(len(words)):
        for last in (noun, plural):
            if found := _CANONICAL.get(" ".join([*words[start:-1], last])):
                return found if start == 0 or found in ("Army", "Armed Forces") or noun == "ministry" else None
    if noun == "ministry" and len(words) > 1:
        return " ".join(word.capitalize() for word in words)
    return None


def _behind(scene: Scene, head: int) -> list[str]:
    tree = scene.tree
    if head + 2 >= len(tree) or tree.lower[head + 1] != "of":
        return []
    out = ["of"]
    for i in range(head + 2, min(head + 5, len(tree))):
        if tree.pos[i] not in ("NOUN", "PROPN", "ADJ", "DET") or i in scene.name_at:
            break
        out.append(tree.lower[i])
        if " ".join([tree.lemma[head], *out]) in _CANONICAL:
            return out
    return out if len(out) > 1 else []


def _is_whole_government(scene: Scene, start: int, head: int, title: Title) -> bool:
    """ "The Syrian government", not "the rebel government" or "local authorities"."""
    tree = scene.tree
    noun = singular(scene, head)
    if noun in ("state", "republic", "kingdom", "side") and title.base is None:
        return False
    if noun == "state" and tree.tag[head].endswith("S"):
        return False
    plain = {tree.lower[i] for i in range(start, head)} | set(title.words.split()[:-1])
    return not plain & _OWN_WORDS


def _government(scene: Scene, start: int, head: int, title: Title) -> Resolved | None:
    if title.base is not None:
        if title.base.kind is ActorKind.COUNTRY:
            return scene.cast.enter(title.base), "government", 0.93
        return None
    return _before(scene, None, singular(scene, head))


def _before(scene: Scene, canonical: str | None, noun: str) -> Resolved | None:
    """ "The ministry", "the government": the one of that word that the article has named, if it has named only one."""
    found: dict[str, Actor] = {}
    for spotted in scene.mentions:
        if (
            spotted.kind is MentionKind.NOMINAL
            and spotted.method in ("institution", "government")
            and spotted.actor is not None
        ):
            same = scene.tree.lemma[spotted.head] == noun or singular(scene, spotted.head) == noun
            if same and (canonical is None or canonical in spotted.actor.name):
                found[spotted.actor.id] = spotted.actor
    if len(found) != 1:
        return None
    return next(iter(found.values())), "institution" if canonical else "government", 0.75
