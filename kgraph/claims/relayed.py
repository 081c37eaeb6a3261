"""A speaker whom somebody quotes: "villagers, quoted by the website, said that": we have it through the website.

And a speaker who names his own source: "a spokesman, citing border police, said that".
"""

from __future__ import annotations

from collections.abc import Iterator

from kgraph.claims.context import Context, Said
from kgraph.claims.targets import who
from kgraph.clauses.phrases import conjuncts
from kgraph.clauses.voice import agents
from kgraph.mentions import Spotted
from kgraph.model import Modality

_CITING = frozenset({"cite", "quote"})
_QUOTING = frozenset({"quote", "cite", "interview"})


def relays(context: Context, found: list[Said]) -> Iterator[Said]:
    """One more attribution for every speech whose speaker is said to be quoted by somebody."""
    for said in found:
        for source in said.sources:
            for verb in context.tree.kids(source.head, "acl"):
                by = _quoting(context, verb)
                if by:
                    yield Said(
                        head=verb,
                        cue=(verb, verb + 1),
                        sources=by,
                        content=list(said.content),
                        tokens=said.tokens | {said.head},
                        modality=Modality.REPORTED,
                        quoted=said.quoted,
                        relation="SAYS",
                    )


def named_sources(context: Context, found: list[Said]) -> Iterator[Said]:
    """One more attribution, inside, for every speech whose speaker cites somebody for it."""
    tree = context.tree
    for said in list(found):
        if said.relation not in ("SAYS", None) or tree.pos[said.head] != "VERB":
            continue
        hosts = (said.head, *(source.head for source in said.sources))
        for verb in [v for host in hosts for v in tree.kids(host, "advcl", "acl", "ccomp", "xcomp")]:
            cited = [c for child in tree.kids(verb, "dobj") for c in conjuncts(tree, child)]
            if tree.lemma[verb] not in _CITING or tree.tag[verb] != "VBG" or not cited:
                continue
            sources = who(context, cited)
            if not sources:
                continue  # "citing privacy rules"
            yield Said(
                head=verb,
                cue=(verb, verb + 1),
                sources=sources,
                content=list(said.content),
                tokens=said.tokens,
                modality=said.modality,
                narrow=False,
                inside=True,
            )
            break


def _quoting(context: Context, verb: int) -> list[Spotted]:
    tree = context.tree
    if tree.lemma[verb] not in _QUOTING or tree.tag[verb] not in ("VBN", "VBD"):
        return []
    heads = agents(tree, verb)
    return who(context, heads) or [context.described(head) for head in heads[:1]]
