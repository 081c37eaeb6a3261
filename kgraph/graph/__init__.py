"""What does the graph look like? Extractions become deltas and claims add up to edges. Pure: no database here."""

from kgraph.graph.decisions import NO_DECISIONS, Decisions
from kgraph.graph.delta import about_hash, delta, extractor_key, outlet_actor, record_hash
from kgraph.graph.derived import ClaimShape, Summary, derive, moved, pairs, shape_of, shapes_in
from kgraph.graph.governments import with_governments_as_countries
from kgraph.graph.profile import Profile, actor_node, merge, merge_all

__all__ = [
    "NO_DECISIONS",
    "ClaimShape",
    "Decisions",
    "Profile",
    "Summary",
    "about_hash",
    "actor_node",
    "delta",
    "derive",
    "extractor_key",
    "merge",
    "merge_all",
    "moved",
    "outlet_actor",
    "pairs",
    "record_hash",
    "shape_of",
    "shapes_in",
    "with_governments_as_countries",
]
