"""Which articles are copies of one story, and whose report is it likely? Pure: prints in, places out."""

from kgraph.stories.bulk import Corpus, places
from kgraph.stories.gather import Place, Sets, joined, placed
from kgraph.stories.prints import EXACT, Print, print_in, print_of

__all__ = ["EXACT", "Corpus", "Place", "Print", "Sets", "joined", "placed", "places", "print_in", "print_of"]
