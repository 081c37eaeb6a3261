"""No rule drops a candidate silently: what is no claim has a reason, and asking for it changes nothing."""

from pathlib import Path

import pytest

from kgraph.claims import read_claims
from kgraph.clauses import predications
from kgraph.extract import SpacyExtractor
from kgraph.reading import article


@pytest.fixture(scope="module")
def extractor():
    return SpacyExtractor()


@pytest.fixture(scope="module")
def articles():
    """All sentences of the tables, each an article."""
    found = []
    for table in ("sentences.txt", "attributions.txt"):
        text = Path(__file__).with_name(table).read_text(encoding="utf-8")
        found += [block.splitlines()[0] for block in text.split("\n> ")[1:]]
    return [article(sentence, published="2020-10-02") for sentence in found]


def test_every_predicate_is_a_claim_or_has_its_reason(extractor, articles):
    silent = []
    for doc in extractor.parser.docs(articles):
        context = extractor._context(doc)
        context.refused = []
        drafts, _ = read_claims(context)
        told = {draft.head for draft in drafts} | {refused.token for refused in context.refused}
        left = [p for p in predications(context.tree, context.lexicon) if p.head not in told]
        silent += [f"{context.article.text}: {context.tree.words[p.head]}" for p in left]
    assert not silent


def test_asking_why_changes_nothing(extractor, articles):
    plain = list(extractor.extract(articles))
    assert [explanation.extraction for explanation in extractor.explain(articles)] == plain
