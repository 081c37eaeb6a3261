"""Traps in what was done: wishes shown as deeds, and deeds that are nouns."""

import pytest

from kgraph.model import UNREAL, Polarity


class TestWishesAreNoDeeds:
    """Demanded, urged, agreed to threaten, would call: none of it has happened."""

    @pytest.mark.parametrize(
        ("text", "wished"),
        [
            ("Norway demanded that Chile attack the rebels.", "attack"),
            pytest.param(
                "Norway demanded that Chile attack Peru.",
                "attack",
                marks=pytest.mark.xfail(strict=True, reason="the small parser takes “Chile attack Peru” for a name"),
            ),
            ("Norway urged Chile to expel the envoys of Peru.", "expel"),
            ("European leaders agreed to threaten Belarus with sanctions.", "threaten"),
            ("Kenya would bomb Uganda.", "bomb"),
            ("Kenya plans to invade Uganda.", "invade"),
            ("Ghana may arrest the leader of Togo.", "arrest"),
            ("Ghana refused to attack Togo.", "attack"),
            ("If Mali attacks Niger, Chad will help.", "attack"),
            ("Did Mali attack the rebels of Niger?", "attack"),
            ("Benin sent troops to attack rebels in Togo.", "attack"),
            ("Mali should release the pilots of Niger.", "release"),
            ("Chad called for the release of the pilots by Niger.", "release"),
        ],
    )
    def test_it_makes_no_edge(self, extraction, text, wished):
        found = [claim for claim in extraction(text).claims if wished in claim.predicate.split()]
        assert found
        assert all(c.modality in UNREAL or c.polarity is Polarity.NEGATIVE for c in found)
        assert not any(claim.makes_edge for claim in found)

    @pytest.mark.parametrize("text", ["Norway attacked Chile.", "Kenya has expelled the envoys of Uganda."])
    def test_a_deed_stays_one(self, extraction, text):
        assert any(claim.makes_edge for claim in extraction(text).claims)


class TestEventsThatAreNouns:
    """ "the arrival of fighters in X", "X's deployment of troops", "talks between A and B"."""

    @pytest.mark.parametrize(
        ("text", "claim"),
        [
            (
                "Norway's deployment of troops to Chile was criticised by Peru.",
                "Norway deployment 'troops' -> Chile",
            ),
            ("Peru condemned the arrest of the bishop by Cuba.", "Cuba arrest the bishop"),
            ("Talks between Kenya and Uganda began in Oslo.", "Kenya + Uganda talk"),
            ("Russian air strikes on Idlib went on.", "Russia strike Idlib"),
            ("There was fighting between Mali and Niger.", "Mali + Niger fighting"),
            ("Turkey launched an attack on Cyprus.", "Turkey launch attack Cyprus"),
            ("Mali welcomed Ghana's visit to Togo.", "Ghana visit Togo"),
            ("Benin voiced concern about the involvement of Mali in the war.", "Mali involvement"),
        ],
    )
    def test_the_noun_is_an_event_with_its_sides(self, read, text, claim):
        found = read(text)
        assert [line for line in found if line.startswith(claim)], found

    @pytest.mark.parametrize(
        "text",
        ["The attack surprised everybody.", "Their talks were long.", "The heart attack of a baker surprised Norway."],
    )
    def test_a_noun_with_nobody_beside_it_is_no_claim(self, read, text):
        assert not [line for line in read(text) if "attack" in line.split() or "talk" in line.split()]
