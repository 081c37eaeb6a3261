"""What somebody is accused of, denies or demands is there in the words of its clause, also where it holds no claim."""

import pytest

from kgraph.extract import SpacyExtractor
from kgraph.reading import article


@pytest.fixture(scope="module")
def extractor():
    return SpacyExtractor()


def _themes(extractor, text: str) -> dict[str | None, str | None]:
    extraction = next(extractor.extract([article(text)]))
    return {claim.relation: claim.theme.text if claim.theme else None for claim in extraction.claims}


@pytest.mark.parametrize(
    ("text", "relation", "words"),
    [
        ("Malta accused Tunisia of hoovering up tuna in its waters.", "ACCUSES", "hoovering up tuna in its waters"),
        ("Peru accused Chile of letting smugglers train near Tacna.", "ACCUSES", "letting smugglers train near Tacna"),
        ("Chad accused Niger of banditry on the lake.", "ACCUSES", "banditry on the lake"),
        ("Ghana denied that it had lowered the dam.", "DENIES", "it had lowered the dam"),
        ("Oman demanded that Yemen release the dhow.", "DEMANDS", "Yemen release the dhow"),
        ("Latvia threatened to close the bridge.", "THREATENS", "to close the bridge"),
    ],
)
def test_a_frame_says_what_it_frames(extractor, text, relation, words):
    assert _themes(extractor, text)[relation] == words


@pytest.mark.parametrize(
    ("text", "relation", "words"),
    [
        # the noun is what is denied
        ("Serbia accused Malta of piracy. Malta denied the accusation.", "DENIES", "the accusation"),
        # mere saying has its claims for its content
        ("Ghana said that it had bought rice.", "SAYS", None),
        # beyond the semicolon somebody else speaks
        ("Niger shuts its border; Chad denies harbouring raiders.", "DENIES", "harbouring raiders"),
    ],
)
def test_what_is_no_clause_of_the_frame_stays_out(extractor, text, relation, words):
    assert _themes(extractor, text).get(relation) == words


def test_nobody_cites_himself(extractor):
    text = "Egypt praised the coast guard of Greece for what it called a timely operation."
    extraction = next(extractor.extract([article(text)]))
    assert [c.predicate for c in extraction.claims if len(c.attribution) > 1] == []
