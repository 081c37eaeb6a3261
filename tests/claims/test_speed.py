"""No text can hold the reader up: a sentence of 500 words takes less than a second, and nothing runs away.

Seconds are the processor's. What takes the square of its length would need more than ten times what is allowed here.
"""

from time import process_time

import pytest

from kgraph.extract import SpacyExtractor
from kgraph.reading import article

WORDS = 500
SIGNS = 7_500  # in one paragraph; the tokenizer alone would take some ten seconds


@pytest.fixture(scope="module")
def seconds():
    extractor = SpacyExtractor()
    list(extractor.extract([article("Kenya met Mali on Tuesday.")]))

    def measure(text):
        started = process_time()
        found = next(extractor.extract([article(text, published="2020-10-02")]))
        return process_time() - started, found

    return lambda text: min((measure(text) for _ in range(2)), key=lambda taken: taken[0])


@pytest.mark.parametrize(
    ("unit", "end"),
    [
        ("Kenya accused Uganda, ", "and left."),
        ("Kenya and Uganda and ", "Mali met."),
        ("Kenya said that ", "Mali met Chad."),
        ("Kenya, which attacked ", "Mali, left."),
        ("the attack of ", "Mali ended."),
        ("Kenya urged Uganda to urge Mali to ", "leave."),
        ("Kenya accused Uganda of attacking Mali, which Uganda denied, ", "and left."),
        ("He said he met him and she said she met her, ", "and left."),
        ("on Friday last week in March since 1994 ", "Kenya left."),
        ("“We left,” said Kenya, “and Mali met Chad,” ", "it said."),
        ("John Smith, a minister of Kenya, ", "left."),
    ],
)
def test_a_sentence_of_500_words_takes_less_than_a_second(seconds, unit, end):
    text = unit * (WORDS // len(unit.split())) + end
    assert len(text.split()) >= WORDS - 10
    taken, _ = seconds(text)
    assert taken < 1


@pytest.mark.parametrize(
    "unit",
    [
        *(",", '"', "“", "A", "A ", "-", "— ", "1", "1 ", "(", ")", " ", "\n\n", ".", "'", "’", "%", "_", "|", "$"),
        *(
            "a,",
            "1,",
            "1%",
            "a-",
            "(a)",
            "A: ",
            "A: b\n",
            "a | ",
            "A.B",
            "MOSCOW, ",
            "&amp;",
            "http://a.b/",
            "1/",
            "A,\n",
        ),
    ],
)
def test_long_runs_of_anything_take_no_longer_than_words_do(seconds, unit):
    taken, found = seconds("Kenya met Mali.\n\n" + unit * (SIGNS // len(unit)) + "\n\nChad met Togo.")
    assert taken < 2
    assert [claim.predicate for claim in found.claims] == ["meet", "meet"]


def test_the_words_around_a_run_keep_their_places(seconds):
    text = "Kenya met Mali " + "," * 500 + " and Chad met Togo."
    _, found = seconds(text)
    assert all(found.article.text[c.evidence.start : c.evidence.end] == c.evidence.quote for c in found.claims)
    assert {"Kenya", "Mali", "Chad", "Togo"} <= {mention.text for mention in found.mentions}
