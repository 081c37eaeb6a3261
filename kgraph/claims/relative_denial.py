"""A denial in a relative clause that takes up what was said before: "..., which is denied by Ankara and Baku"."""

from __future__ import annotations

from kgraph.language import Lexicon
from kgraph.parsing import Tree
from kgraph.parsing.apposed import RESUMING


def judged_false(tree: Tree, lexicon: Lexicon, report: int) -> int | None:
    """The copula in "..., which the colonel says is a lie", "..., a claim the colonel says is false"."""
    clause = tree.kid(report, "ccomp")
    if tree.dep[report] not in ("relcl", "acl") or clause is None or tree.lemma[clause] != "be":
        return None
    judged = {tree.lemma[word] for word in tree.kids(clause, "acomp", "attr")}
    which = any(tree.lower[word] in ("which", "that") for word in tree.kids(clause, "nsubj"))
    resumed = tree.lemma[tree.head[report]] in RESUMING
    return clause if judged & lexicon.judgements and (which or resumed) else None


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
