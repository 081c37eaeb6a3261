"""Print the parse of sentences in the notation of ``tests/clauses/trees.py``: python tools/freeze_tree.py SENTENCE."""

import sys

from kgraph.parsing import Parser, Tree
from kgraph.reading import article
from kgraph.settings import DEFAULT_MODEL

for sentence in sys.argv[1:]:
    text = article(sentence)
    tree = Tree.of(next(Parser(DEFAULT_MODEL).docs([text])), text.text)
    for i, word in enumerate(tree.words):
        print(word, tree.lemma[i], tree.pos[i], tree.tag[i], tree.dep[i], tree.head[i])
    print()
