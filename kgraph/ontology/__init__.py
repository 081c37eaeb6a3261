"""What relations are there, and what are their codes? Pure lookup in packaged data, standard library only."""

from kgraph.ontology.codes import PloverType, cameo_codes, cameo_label, plover_of_cameo, plover_types, quad_of
from kgraph.ontology.relations import GROUPS, Relation, relations
from kgraph.ontology.roles import group_nouns, role_code, role_meanings, role_nouns

__all__ = [
    "GROUPS",
    "PloverType",
    "Relation",
    "cameo_codes",
    "cameo_label",
    "group_nouns",
    "plover_of_cameo",
    "plover_types",
    "quad_of",
    "relations",
    "role_code",
    "role_meanings",
    "role_nouns",
]
