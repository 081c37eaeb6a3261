"""Officials without a country: whose they are by the plan that they tell, and whose they are not."""

import pytest

from kgraph.extract import SpacyExtractor
from kgraph.reading import article


@pytest.fixture(scope="module")
def extractor():
    return SpacyExtractor()


def _saying(extractor, sentence: str) -> tuple[str | None, str | None, str | None]:
    """(relation, PLOVER type, code of the speaker) of the speech act in a sentence."""
    extraction = next(extractor.extract([article(sentence)]))
    (said,) = [claim for claim in extraction.claims if claim.predicate in ("say", "announce")]
    mentions = {mention.id: mention.actor for mention in extraction.mentions}
    actors = {actor.id: actor.code for actor in extraction.actors}
    (speaker,) = said.subject
    return said.relation, said.plover, actors[mentions[speaker]]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Kenya will send aid to Chad, a senior official said.", ("PROMISES", "AGREE", "KENGOV")),
        ("Officials said that Norway would cut ties with Belarus.", ("THREATENS", "THREATEN", "NORGOV")),
        ("Japan is about to restore relations with Cuba, an official said.", ("PROMISES", "AGREE", "JPNGOV")),
    ],
)
def test_the_plans_of_a_state_are_told_by_its_officials(extractor, sentence, expected):
    assert _saying(extractor, sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "code"),
    [
        ("Kenya will attack Chad, officials said.", "---GOV"),  # the others may know of it as well
        ("Kenya has sent aid to Chad, officials said.", "---GOV"),  # done, whoever tells it
        ("Kenya and Chad will sign a treaty, officials said.", "---GOV"),  # of two states: either's
        ("Kenya will send aid to Chad, western officials said.", "---GOV"),
        ("Kenya will send aid to Chad, a Ugandan official said.", "UGAGOV"),
        ("President Macron will arrest three men from Chad, officials said.", "---GOV"),  # Chad is not the one country
    ],
)
def test_others_keep_their_country_or_have_none(extractor, sentence, code):
    assert _saying(extractor, sentence) == ("SAYS", None, code)
