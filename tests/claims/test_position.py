"""Where a sentence stands changes nothing of what is read in it: token number 0 is a token like any other."""

from pathlib import Path

from kgraph.extract import SpacyExtractor
from kgraph.reading import article
from tests.claims.told import told


def test_a_sentence_is_read_alike_as_the_first_and_as_a_later_one():
    extractor = SpacyExtractor()
    text = Path(__file__).with_name("sentences.txt").read_text(encoding="utf-8")
    sentences = [block.splitlines()[0] for block in text.split("\n> ")[1:]]
    first = extractor.extract(article(sentence, published="2020-10-02") for sentence in sentences)
    later = extractor.extract(article(f"It rained hard.\n\n{s}", published="2020-10-02") for s in sentences)
    different = [one.article.text for one, two in zip(first, later, strict=True) if told(one) != told(two)]
    assert not different
