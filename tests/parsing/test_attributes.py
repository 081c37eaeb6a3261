"""Parts of speech, morphology and lemmas that are looked up are those that spaCy's ruler sets."""

from itertools import product

import pytest
import spacy
from spacy.tokens import Doc

from benchmarks.corpus import articles
from kgraph.parsing.attributes import LookedUpAttributes, look_up_attributes
from kgraph.settings import DEFAULT_MODEL

ODD = [
    "",
    " ",
    "There is a bridge; there's another, and there were two.",
    "I'm gonna go, you gotta stay, c'mon, let's talk, y'all.",
    "He got what she gets; they'd done it, I'll do it, it's not done.",
    "You saw it, it saw you, and I saw that which nobody had.",
    "Two  spaces ,\tand a tab",
    "He ain't goin' nowhere, 'cause somethin' 's wrong with 'em.",
    "«Å» – 12,5 % 😀",
]


@pytest.fixture(scope="module")
def nlp():
    return spacy.load(DEFAULT_MODEL)


def attributes(doc):
    return [(t.text, t.tag_, t.pos_, str(t.morph), t.lemma, t.dep_) for t in doc]


def test_attributes_are_those_of_spacy(nlp):
    texts = [*ODD, *(paragraph for story in articles(40, seed=3) for paragraph in story.text.split("\n\n"))]
    with nlp.select_pipes(enable=["tok2vec", "tagger", "parser"]):
        ours, theirs = list(nlp.pipe(texts)), list(nlp.pipe(texts))
    ruler = nlp.get_pipe("attribute_ruler")
    looked_up = LookedUpAttributes(ruler)
    ours = [attributes(doc) for doc in looked_up.pipe(ours, batch_size=64)]
    assert ours == [attributes(ruler(doc)) for doc in theirs]


def test_every_word_that_a_rule_names_is_read_as_by_spacy(nlp):
    ruler = nlp.get_pipe("attribute_ruler")
    looked_up = LookedUpAttributes(ruler)
    words = sorted(nlp.vocab.strings[word] for word in looked_up.words)
    tags = nlp.get_pipe("tagger").labels
    deps = ["", "ROOT", "nsubj", "dobj", "aux", "det", "mark", "expl"]
    assert len(words) > 50

    def docs():
        for number, (word, tag) in enumerate(product([*words, "Xanten"], tags)):
            yield Doc(nlp.vocab, words=[word], tags=[tag], deps=[deps[number % len(deps)]], heads=[0])

    assert [attributes(looked_up(doc)) for doc in docs()] == [attributes(ruler(doc)) for doc in docs()]


def test_every_sequence_that_a_rule_names_is_read_as_by_spacy(nlp):
    ruler = nlp.get_pipe("attribute_ruler")
    looked_up = LookedUpAttributes(ruler)
    tags = nlp.get_pipe("tagger").labels
    firsts = ("there", "ai", "gon", "got", "let", "c'm", "y'", "nothin'")
    seconds = ("is", "'s", "were", "n't", "na", "ta", "on", "all", "bridge")

    def docs():
        for number, (first, second, tag, dep) in enumerate(product(firsts, seconds, tags, ("expl", "ROOT"))):
            words, labels = [first, second, "there", "is"], [dep, "ROOT", "expl", "aux"]
            yield Doc(nlp.vocab, words=words, tags=[tags[number % 7], tag, "EX", tag], deps=labels, heads=[1, 1, 1, 1])

    assert [attributes(looked_up(doc)) for doc in docs()] == [attributes(ruler(doc)) for doc in docs()]


def test_rules_of_another_kind_are_spacys_to_apply():
    nlp = spacy.blank("en")
    nlp.add_pipe("attribute_ruler").add([[{"SHAPE": "Xxxxx"}]], {"POS": "PROPN"})
    look_up_attributes(nlp)
    assert [token.pos_ for token in nlp("met Brandel")] == ["", "PROPN"]


def test_the_ruler_gives_its_place():
    nlp = spacy.load(DEFAULT_MODEL)
    look_up_attributes(nlp)
    assert "kgraph_attributes" in nlp.pipe_names
    assert "attribute_ruler" in nlp.disabled
