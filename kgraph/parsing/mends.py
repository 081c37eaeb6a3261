"""What is mended in a tree before anybody reads it, mentions and clauses alike. Only the tree is changed."""

from __future__ import annotations

from kgraph.parsing.apposed import mend_apposed, mend_described
from kgraph.parsing.beside import mend_beside
from kgraph.parsing.headlines import mend_headlines
from kgraph.parsing.reports import mend_reports
from kgraph.parsing.tree import Tree


def mend_phrases(tree: Tree) -> None:
    """Mend ``tree`` in place."""
    mend_apposed(tree)
    mend_described(tree)
    mend_headlines(tree)
    mend_beside(tree)
    mend_reports(tree)
