"""What several articles know of one actor."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgraph.errors import DataError
from kgraph.graph import Profile, actor_node, merge
from kgraph.graph.profile import kind_of, profile_of, profile_of_node
from kgraph.model import Actor, ActorKind

NAMES = st.sampled_from(["Erdogan", "Erdoğan", "ERDOGAN", "Erdogan's", "R. T. Erdoğan", "RECEP TAYYIP ERDOGAN"])
OPTIONAL = st.sampled_from([None, "TUR", "TURGOV", "SYR"])
PROFILES = st.builds(
    profile_of,
    st.builds(
        Actor,
        id=st.just("person:x"),
        name=NAMES,
        kind=st.just(ActorKind.PERSON),
        country=OPTIONAL,
        roles=st.lists(st.sampled_from(["president", "host"])).map(tuple),
        code=OPTIONAL,
        wikidata=OPTIONAL,
        aliases=st.lists(NAMES).map(tuple),
    ),
)


@given(PROFILES, PROFILES, PROFILES)
def test_order_grouping_and_repetition_do_not_matter(a: Profile, b: Profile, c: Profile) -> None:
    assert merge(a, b) == merge(b, a)
    assert merge(merge(a, b), c) == merge(a, merge(b, c))
    assert merge(a, a) == a


@given(PROFILES)
def test_a_profile_is_read_back(profile: Profile) -> None:
    assert Profile.loads(profile.dumps()) == profile
    assert profile_of_node(dict(actor_node("person:x", profile).properties)) == profile


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Emmanuel Macron", "EMMANUEL MACRON", "Emmanuel Macron"),  # a headline shouts
        ("Emmanuel Macron's", "Emmanuel Macron", "Emmanuel Macron"),
        ("Erdogan", "Erdoğan", "Erdoğan"),
        ("NATO", "Nato", "NATO"),
    ],
)
def test_the_better_name_wins_and_the_other_stays_an_alias(one: str, other: str, expected: str) -> None:
    merged = merge(Profile(one), Profile(other))
    assert merged.name == expected
    assert merged.aliases == {one, other} - {expected}


def test_a_longer_code_says_more() -> None:
    assert merge(Profile("x", code="SYR"), Profile("x", code="SYRREB")).code == "SYRREB"


def test_keys_are_all_names_as_they_are_compared() -> None:
    node = actor_node("country:TUR", Profile("Türkiye", aliases=frozenset({"Turkey", "The Republic of Turkey"})))
    assert node.properties["keys"] == ["republic of turkey", "turkey", "turkiye"]
    assert node.kind_label == "Country"


@pytest.mark.parametrize("actor", ["Q43", "Turkey", "nation:TUR", ":x", ""])
def test_an_id_without_a_kind_is_refused(actor: str) -> None:
    with pytest.raises(DataError, match="begins with no kind"):
        kind_of(actor)
