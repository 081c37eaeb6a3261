"""The mention components, in their order. Each declares what it needs and what it gives.

They run over Docs that are parsed already; what they find lies in ``doc._.kgraph_mentions``.
"""

from __future__ import annotations

from collections.abc import Callable

from spacy.language import Language
from spacy.tokens import Doc

from kgraph.actors import Gazetteer
from kgraph.mentions.apposition import spot_appositions
from kgraph.mentions.classes import spot_class_nouns
from kgraph.mentions.copula import spot_copulas
from kgraph.mentions.descriptions import spot_descriptions
from kgraph.mentions.introductions import spot_introductions
from kgraph.mentions.names import spot_names
from kgraph.mentions.nominals import spot_nominals
from kgraph.mentions.organisations import spot_organisations
from kgraph.mentions.owners import spot_owners
from kgraph.mentions.persons import spot_persons
from kgraph.mentions.pointing import spot_pointers
from kgraph.mentions.pronouns import spot_pronouns
from kgraph.mentions.reciprocal import spot_reciprocals
from kgraph.mentions.scene import Scene
from kgraph.mentions.setting import place_at_home
from kgraph.mentions.spotted import MentionSet
from kgraph.mentions.unlabelled import spot_unlabelled

_ATTRIBUTE = "kgraph_mentions"
_GIVES = [f"doc._.{_ATTRIBUTE}"]
_PARSED = ["token.tag", "token.pos", "token.lemma", "token.dep", "token.head", "doc.sents", "doc.ents"]
_ORDER = (
    "kgraph_names",
    "kgraph_persons",
    "kgraph_organisations",
    "kgraph_unlabelled",
    "kgraph_nominals",
    "kgraph_apposition",
    "kgraph_descriptions",
    "kgraph_introductions",
    "kgraph_pointing",
    "kgraph_classes",
    "kgraph_setting",
    "kgraph_pronouns",
    "kgraph_reciprocals",
    "kgraph_copula",
    "kgraph_owners",
    "kgraph_settle",
)

if not Doc.has_extension(_ATTRIBUTE):
    Doc.set_extension(_ATTRIBUTE, default=None)


def add_mention_pipes(reader: Language, gazetteer: Gazetteer) -> None:
    """Add the mention components, in order, to a Language that is run over parsed Docs."""
    for name in _ORDER:
        reader.add_pipe(name)
    names = reader.get_pipe("kgraph_names")
    assert isinstance(names, NamesComponent)
    names.gazetteer = gazetteer


def mentions_of(doc: Doc) -> MentionSet:
    """The mentions of a Doc that the components have seen; empty for one that they have not."""
    found = getattr(doc._, _ATTRIBUTE)
    return found if isinstance(found, MentionSet) else MentionSet()


class NamesComponent:
    """Opens the scene and finds the names that the gazetteer knows."""

    def __init__(self) -> None:
        self.gazetteer: Gazetteer | None = None

    def __call__(self, doc: Doc) -> Doc:
        if self.gazetteer is None:
            from kgraph.actors import load_gazetteer  # only when nobody gave one

            self.gazetteer = load_gazetteer()
        scene = Scene.open(doc, self.gazetteer)
        setattr(doc._, _ATTRIBUTE, scene.mentions)
        spot_names(scene)
        return doc


@Language.factory("kgraph_names", assigns=_GIVES, requires=_PARSED)
def _names(nlp: Language, name: str) -> NamesComponent:
    return NamesComponent()


def _component(name: str, rule: Callable[[Scene], None]) -> None:
    def run(doc: Doc) -> Doc:
        rule(Scene.of(doc))
        return doc

    Language.component(name, assigns=_GIVES, requires=[*_GIVES, *_PARSED], func=run)


_component("kgraph_persons", spot_persons)
_component("kgraph_organisations", spot_organisations)
_component("kgraph_unlabelled", spot_unlabelled)
_component("kgraph_nominals", spot_nominals)
_component("kgraph_apposition", spot_appositions)
_component("kgraph_descriptions", spot_descriptions)
_component("kgraph_introductions", spot_introductions)
_component("kgraph_pointing", spot_pointers)
_component("kgraph_classes", spot_class_nouns)
_component("kgraph_setting", place_at_home)
_component("kgraph_pronouns", spot_pronouns)
_component("kgraph_reciprocals", spot_reciprocals)
_component("kgraph_copula", spot_copulas)
_component("kgraph_owners", spot_owners)


@Language.component("kgraph_settle", assigns=_GIVES, requires=_GIVES)
def _settle(doc: Doc) -> Doc:
    """Give every mention its actor as the whole article knows it, and let the scene go."""
    scene = Scene.of(doc)
    for spotted in scene.mentions:
        if spotted.actor is not None:
            spotted.actor = scene.cast.current(spotted.actor)
    Scene.close(doc)
    return doc
