"""Who is named here? Components over a parsed Doc that find names, titles, metonyms, descriptions and pronouns."""

from kgraph.mentions.pipes import add_mention_pipes, mentions_of
from kgraph.mentions.reciprocal import METHOD as RECIPROCAL
from kgraph.mentions.spotted import MentionSet, Spotted

__all__ = ["RECIPROCAL", "MentionSet", "Spotted", "add_mention_pipes", "mentions_of"]
