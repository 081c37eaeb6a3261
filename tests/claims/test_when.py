"""When a claim's act took place: the words that say so, and the first day, with the real model."""

import pytest

from kgraph.extract import SpacyExtractor
from kgraph.reading import article


@pytest.fixture(scope="module")
def times():
    extractor = SpacyExtractor()

    def read(text: str) -> dict[str, str | None]:
        claims = next(extractor.extract([article(text, published="2020-10-02")])).claims
        return {claim.predicate: claim.time and claim.time.start for claim in claims}

    return read


CASES = {
    "a participle is of the time of its verb": [
        ("On Monday Kenya expelled the envoy, accusing Uganda of spying.", "accuse", "2020-09-28"),
        ("Kenya condemned the attack on Monday, urging Uganda to act.", "urge", "2020-09-28"),
        ("Kenya condemned the attack on Monday. It urged Uganda to act.", "urge", None),
    ],
    "a coordinated verb without a subject of its own": [
        ("Peru on Monday criticised Chile and urged Bolivia to act.", "urge", "2020-09-28"),
        ("Peru expelled the envoy on Monday and arrested two Chilean spies.", "arrest", "2020-09-28"),
        ("Peru expelled the envoy on Monday and Chile criticised Peru.", "criticise", None),
    ],
    "a purpose": [
        ("Police fired tear gas on Monday to disperse Kenyan protesters.", "disperse", "2020-09-28"),
        ("On Monday Mali sent troops to attack Niger.", "attack", "2020-09-28"),
        ("Mali, which sent troops on Monday, wants to attack Niger.", "attack", None),
    ],
    "a clause of circumstance": [
        ("Mali closed the border on Monday because Niger attacked a convoy.", "attack", "2020-09-28"),
        ("When Norway asked NATO in March for support, Hungary criticised Norway.", "criticise", "2020-03-01"),
        ("Mali closed the border on Monday because Niger had attacked a convoy.", "attack", None),
    ],
    "a clause on a place or a day": [
        ("The minister visited Oman yesterday, where he met the Qatari envoy.", "meet", "2020-10-01"),
        ("The truce ended on 9 June, when Norway expelled three Russian spies.", "expel", "2020-06-09"),
        ("The minister, who visited Oman yesterday, met the Qatari envoy.", "meet", None),
    ],
    "an event beside its verb": [
        ("Turkish exports to Bulgaria in June exceeded those of Greece.", "export", "2020-06-01"),
        ("Talks between Haiti and Jamaica began on Monday.", "talk", "2020-09-28"),
        ("Minister praised talks between Haiti and Jamaica on Monday.", "talk", None),
    ],
    "an hour of the day": [
        ("Rebels attacked Mali before dawn.", "attack", "2020-10-02"),
        ("On Monday Chad sent troops to Mali. In the evening the rebels attacked Chad.", "attack", "2020-09-28"),
        ("Rebels attacked Mali in the dark.", "attack", None),
    ],
    "a headline has the time of the text below": [
        ("Kenya expels envoy\n\nKenya expelled the Ugandan envoy on Monday over spying claims.", "expel", "2020-09-28"),
        ("Kenya punishes Uganda\n\nKenya expelled the Ugandan envoy on Monday over spying.", "punish", "2020-09-28"),
        ("Peru punishes Chile\n\nKenya expelled the Ugandan envoy on Monday over spying.", "punish", None),
    ],
    "a dateline says when it was said": [
        ("NAIROBI, Sept 30 (Reuters) - Rebels bombed Mali, the ministry said.", "say", "2020-09-30"),
        ("BOGOTA, October 1 (AFP) - Rebels bombed Mali, officials said.", "say", "2020-10-01"),
        ("NAIROBI (Reuters) - Rebels bombed Mali, the ministry said.", "say", None),
    ],
    "what is still to come": [
        ("Kenya must withdraw its troops from Somalia by Monday.", "withdraw", None),
        ("Kenya will expel the envoy on Monday.", "expel", "2020-10-05"),
        ("Kenya expelled the envoy on Monday.", "expel", "2020-09-28"),
    ],
    "a span that is counted from another event": [
        ("Within a week Russia had arrested two Norwegian spies.", "arrest", None),
        ("In two days rebels had bombed Mali.", "bomb", None),
        ("Within a week Russia will arrest two Norwegian spies.", "arrest", "2020-10-02"),
    ],
}


@pytest.mark.parametrize(
    ("text", "predicate", "start"),
    [pytest.param(*case, id=f"{name}: {case[0]}") for name, cases in CASES.items() for case in cases],
)
def test_the_day_on_which_it_happened(times, text, predicate, start):
    found = times(text)
    assert predicate in found
    assert found[predicate] == start
