"""How a government is written down: apart from its country by its code, and beside it."""

from __future__ import annotations

import pytest

from kgraph.extract import SpacyExtractor
from tests.claims.test_sentences import article


@pytest.fixture(scope="module")
def extractor() -> SpacyExtractor:
    return SpacyExtractor()


@pytest.mark.parametrize(
    ("text", "words", "code"),
    [
        ("Lima accused Quito of arming smugglers.", "Lima", "PERGOV"),
        ("The Peruvian government accused Ecuador of arming smugglers.", "The Peruvian government", "PERGOV"),
        ("Peruvian authorities accused Ecuador of arming smugglers.", "Peruvian authorities", "PERGOV"),
        ("The Kremlin accused Latvia of arming smugglers.", "Kremlin", "RUSGOV"),
        ("Peru accused Ecuador of arming smugglers.", "Peru", "PER"),
        ("Brussels accused Ecuador of arming smugglers.", "Brussels", "IGOEUR"),
    ],
)
def test_the_code_of_who_acts(extractor: SpacyExtractor, text: str, words: str, code: str) -> None:
    (read,) = extractor.extract([article(text, published="2020-10-02")])
    actors = {actor.id: actor for actor in read.actors}
    (mention,) = [mention for mention in read.mentions if mention.text == words]
    actor = actors[mention.actor or ""]
    assert actor.code == code
    assert actor.acts_for is None or actor.acts_for in actors
