"""How is the text cut and parsed? Paragraphs apart, joined into one Doc whose offsets are the article's."""

from kgraph.parsing.paragraphs import paragraphs
from kgraph.parsing.parser import Parser
from kgraph.parsing.tree import Tree

__all__ = ["Parser", "Tree", "paragraphs"]
