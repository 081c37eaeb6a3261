"""How does English say it? Verb senses, event nouns, cues, denials, operators and titles as data, with their loader."""

from kgraph.language.entries import Cue, DenialCue, Example, Operator, Sense, Title, Topic
from kgraph.language.lexicon import Lexicon, load_lexicon

__all__ = ["Cue", "DenialCue", "Example", "Lexicon", "Operator", "Sense", "Title", "Topic", "load_lexicon"]
