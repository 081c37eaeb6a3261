"""How is the text cut and parsed? Paragraphs apart, joined into one Doc whose offsets are the article's."""

from kgraph.parsing.paragraphs import paragraphs
from kgraph.parsing.parser import Parser
from kgraph.parsing.prose import LeftOut
from kgraph.parsing.transcript import speaker_labels as transcript_labels
from kgraph.parsing.tree import Tree

__all__ = ["LeftOut", "Parser", "Tree", "paragraphs", "transcript_labels"]
