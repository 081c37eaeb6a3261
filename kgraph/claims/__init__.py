"""Who says so, is it real, when? Predications and mentions in, claims out."""

from kgraph.claims.attribution import standing_alone
from kgraph.claims.context import Context, Draft, Said
from kgraph.claims.explained import explained
from kgraph.claims.read import read_claims
from kgraph.claims.write import Writer

__all__ = ["Context", "Draft", "Said", "Writer", "explained", "read_claims", "standing_alone"]
