"""Who says so, is it real, when? Predications and mentions in, claims out."""

from kgraph.claims.attribution import standing_alone
from kgraph.claims.context import Context, Draft, Said
from kgraph.claims.read import read_claims
from kgraph.claims.write import Writer

__all__ = ["Context", "Draft", "Said", "Writer", "read_claims", "standing_alone"]
