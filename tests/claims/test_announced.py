"""Words that announce a deed are coded as words: PLOVER type and CAMEO code of both claims."""

import pytest

from kgraph.extract import SpacyExtractor
from kgraph.reading import article


@pytest.fixture(scope="module")
def extractor():
    return SpacyExtractor()


def _codes(extractor, sentence: str) -> dict[str, tuple[str | None, str | None, str | None]]:
    extraction = next(extractor.extract([article(sentence)]))
    return {claim.predicate: (claim.relation, claim.plover, claim.cameo) for claim in extraction.claims}


@pytest.mark.parametrize(
    ("sentence", "predicate", "codes"),
    [
        ("Japan will send aid to Nepal.", "send aid", ("AIDS", "AGREE", "033")),
        ("Russia will bomb the Georgian port.", "bomb", ("BOMBS", "THREATEN", "138")),
        ("Chad will withdraw its troops from Libya.", "withdraw", ("WITHDRAWS", "AGREE", "0356")),
        ("Iran will not meet the Swedish envoys.", "meet", ("MEETS", "REJECT", "120")),
        ("Iran said it would not meet the Swedish envoys.", "say", ("REJECTS", "REJECT", "120")),
        ("Norway said it would send aid to Malawi.", "say", ("PROMISES", "AGREE", "033")),
        ("Greece plans to impose sanctions on Belarus.", "plan", ("THREATENS", "THREATEN", "132")),
        ("The Kenyan government said that Uganda must open the border.", "say", ("DEMANDS", "REQUEST", "100")),
    ],
)
def test_an_announcement_has_the_code_of_its_words(extractor, sentence, predicate, codes):
    assert _codes(extractor, sentence)[predicate] == codes


@pytest.mark.parametrize(
    ("sentence", "predicate", "codes"),
    [
        # done, not announced
        ("Japan has sent aid to Nepal.", "send aid", ("AIDS", "AID", "073")),
        # somebody else's deed: saying so promises nothing
        ("Danish officials said Sweden would send aid to Peru.", "say", ("SAYS", None, None)),
        # told to somebody
        ("Officials told Kenya that Sweden had sent aid to Peru.", "tell", ("SAYS", None, "010")),
        # one's own obligation is no demand
        ("The Kenyan government said that Kenya must open the border.", "say", ("SAYS", None, None)),
    ],
)
def test_what_is_no_announcement_keeps_its_code(extractor, sentence, predicate, codes):
    assert _codes(extractor, sentence)[predicate] == codes
