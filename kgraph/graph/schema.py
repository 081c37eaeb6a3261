"""What kinds of nodes and relationships a kgraph has. Labels and types are only ever taken from here.

Values travel as Cypher parameters; names of labels and types cannot, so a statement is written for each name in
these closed lists and never from a text that was read.
"""

from __future__ import annotations

from functools import cache

from kgraph.model import ActorKind
from kgraph.ontology import relations

SCHEMA = "kgraph.graph/1"
LAYOUT = 2
"""Of the graph; a graph of another version is made anew. Goes up, too, when ``stories`` tells copies by another rule:
articles that were kept by the old one could not be compared."""
PROJECTION = 4
"""Goes up when ``delta`` writes the same extraction differently: articles are then written anew."""

MARK = "KGraph"

NODE_LABELS = ("Article", "Sentence", "Mention", "Actor", "Claim")
ARTICLE_OWNED = ("Claim", "Mention", "Sentence")
"""Labels of nodes that belong to one article and go with it. They carry its id as ``article``."""

KIND_LABELS: dict[ActorKind, str] = {
    ActorKind.COUNTRY: "Country",
    ActorKind.PERSON: "Person",
    ActorKind.OFFICE: "Office",
    ActorKind.ORGANISATION: "Organisation",
    ActorKind.ARMED_GROUP: "ArmedGroup",
    ActorKind.IGO: "Igo",
    ActorKind.MEDIA: "Media",
    ActorKind.NGO: "Ngo",
    ActorKind.COMPANY: "Company",
    ActorKind.PEOPLE: "People",
    ActorKind.PLACE: "Place",
    ActorKind.UNNAMED: "Unnamed",
}

EDGE_TYPES: dict[str, tuple[str, str]] = {
    "PUBLISHED_BY": ("Article", "Actor"),
    "NAMES": ("Article", "Actor"),
    "OF": ("Sentence", "Article"),
    "IN": ("Mention", "Sentence"),
    "REFERS_TO": ("Mention", "Actor"),
    "SUBJECT": ("Claim", "Actor"),
    "OBJECT": ("Claim", "Actor"),
    "RECIPIENT": ("Claim", "Actor"),
    "HAPPENED_AT": ("Claim", "Actor"),
    "SAID_BY": ("Claim", "Actor"),
    "TOLD_TO": ("Claim", "Actor"),
    "DENIED_BY": ("Claim", "Actor"),
    "CONTENT": ("Claim", "Claim"),
    "SUPERSEDED_BY": ("Claim", "Claim"),
    "EVIDENCE": ("Claim", "Sentence"),
}
"""Relationship type -> (label it leaves, label it reaches)."""


NODE_PROPERTIES: dict[str, tuple[str, ...]] = {
    "Article": tuple(
        "id title url outlet published lang sha256 author extractor record ref origin "
        "story storyOrigin chain bands sketch".split()
    ),
    "Sentence": ("id", "article", "index", "start", "end", "text"),
    "Mention": ("id", "article", "start", "end", "text", "kind"),
    "Actor": ("id", "name", "kind", "country", "code", "roles", "aliases", "keys", "wikidata"),
    "Claim": tuple(
        "id article predicate relation plover mode cameo quad polarity modality tense "
        "timeStart timeEnd timeText timeGranularity published outlet "
        "confidence rule text start end theme what repeats tellings attributed denied superseded stance".split()
    ),
}
"""Every property of every label, the id first."""

EDGE_PROPERTIES: dict[str, tuple[str, ...]] = {
    "PUBLISHED_BY": (),
    "NAMES": ("profile",),
    "OF": (),
    "IN": (),
    "REFERS_TO": ("method", "score"),
    "SUBJECT": ("as", "mention"),
    "OBJECT": ("as", "mention"),
    "RECIPIENT": ("as", "mention"),
    "HAPPENED_AT": ("as", "mention"),
    "SAID_BY": ("order", "cue", "quoted", "as", "mention"),
    "TOLD_TO": ("order", "as", "mention"),
    "DENIED_BY": ("inferred", "claim"),
    "CONTENT": ("order",),
    "SUPERSEDED_BY": ("how",),
    "EVIDENCE": ("start", "end"),
}
DERIVED_PROPERTIES = tuple(
    "claims asserted attributed denied outlets origins outletNames originNames originClaims first last derived".split()
)


@cache
def relation_types() -> frozenset[str]:
    """Types of the derived actor-to-actor edges: the closed list of the ontology."""
    return frozenset(relations())


@cache
def mutual_relations() -> frozenset[str]:
    """Relations whose several subjects act on each other when no target is named: "Lavrov and Kerry met"."""
    return frozenset(name for name, relation in relations().items() if relation.mutual)


DATE_PROPERTIES: dict[str, frozenset[str]] = {
    "Article": frozenset({"published"}),
    "Claim": frozenset({"published", "timeStart", "timeEnd"}),
}
"""Properties that the stores keep as dates. They are ISO strings in a delta."""
DERIVED_DATES = frozenset({"first", "last"})

UNIQUE = tuple((label, "id") for label in NODE_LABELS)
INDEXED = (
    ("Claim", "article"),
    ("Claim", "relation"),
    ("Claim", "published"),
    ("Mention", "article"),
    ("Sentence", "article"),
    ("Article", "url"),
    ("Article", "published"),
    ("Article", "story"),
    ("Article", "chain"),
    ("Actor", "name"),
    ("Actor", "country"),
)
SENTENCE_INDEX = "Sentence[text]"
"""Name of the full-text index on Sentence.text. The embedded engine calls it so by itself, and Neo4j takes any name."""

BANDS_INDEX = "Article[bands]"
"""Name of the full-text index on Article.bands, by which copies are found."""

LISTS = (("Claim", "what"), ("Claim", "stance"), ("Actor", "roles"), ("Actor", "aliases"), ("Actor", "keys"))
"""Properties of nodes that are lists, and never missing."""
DERIVED_LISTS = ("outletNames", "originNames", "originClaims")
"""Properties of derived edges that are lists, and never missing."""
