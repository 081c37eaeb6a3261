"""A denial in a relative clause that takes up what was said before: "..., which is denied by Ankara and Baku"."""

from __future__ import annotations

from kgraph.language import Lexicon
from kgraph.parsing import Tree
from kgraph.parsing.apposed import RESUMING


def is_sentential_denial(tree: Tree, lexicon: Lexicon, verb: int) -> bool:
    """ "..., which is denied by Ankara and Baku", "..., which Ankara denies": of the clause before, by the author."""
    if tree.pos[verb] != "VERB" or (tree.lemma[verb], "verb") not in lexicon.denials:
        return False
    if tree.dep[verb] not in ("relcl", "advcl", "ccomp", "conj", "acl"):
        return False
    noun = tree.head[verb]
    if tree.dep[verb] in ("relcl", "acl") and tree.lemma[noun] in RESUMING:
        # "..., something Cairo denies", "..., a claim denied by Jakarta"
        return any(tree.words[t] in (",", "–", "—") for t in range(max(noun - 2, 0), noun))
    if any(tree.lower[c] == "which" for c in tree.kids(verb, "nsubj")):
        # "..., which rejected talks", "which denies targeting them": the one before the comma does
        return tree.kid(verb, "dobj", "xcomp", "ccomp") is None
    return any(tree.lower[c] == "which" for c in tree.kids(verb, "nsubjpass", "dobj"))
