"""Who does what in this sentence? A tree in, predications out; nothing here knows a relation or an actor."""

from kgraph.clauses.predication import Complement, Predication
from kgraph.clauses.read import predications
from kgraph.clauses.repair import repair

__all__ = ["Complement", "Predication", "predications", "repair"]
