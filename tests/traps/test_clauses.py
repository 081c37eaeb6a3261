"""Traps in the build of sentences: small parsers hang these clauses in the wrong place."""

import pytest


class TestHeadlineWithoutAFullStop:
    """A headline is a sentence of its own; it is never glued to the lead."""

    @pytest.mark.parametrize(
        ("headline", "lead", "claims"),
        [
            ("Norway condemns Chile", "Peru met Chad.", ["Norway condemn Chile", "Peru meet Chad"]),
            ("Kenya accuses Uganda", "Rwanda has praised Tanzania.", ["Kenya accuse Uganda", "Rwanda praise Tanzania"]),
            ("A quarrel over the lake", "Kenya accused Uganda.", ["Kenya accuse Uganda"]),
            ("Ghana and Togo", "Benin condemned Mali.", ["Benin condemn Mali"]),
        ],
    )
    def test_headline_and_lead_are_read_apart(self, read, headline, lead, claims):
        assert read(lead, title=headline) == claims

    def test_a_heading_between_paragraphs_is_no_part_of_them(self, read):
        assert read("Kenya met Uganda.\n\nWhat comes next\n\nRwanda praised Kenya.") == [
            "Kenya meet Uganda",
            "Rwanda praise Kenya",
        ]


class TestTheAskerGoesOn:
    """ "demanded that T explain ... and urged NATO": a past tense is no conjunct of a subjunctive."""

    @pytest.mark.parametrize(
        ("text", "claims"),
        [
            (
                "Norway demanded that Chile explain itself and urged Peru to act.",
                ["Norway urge 'to act' -> Peru"],
            ),
            (
                "Kenya requested that Uganda withdraw its troops from Sudan and warned Rwanda.",
                ["Kenya warn Rwanda"],
            ),
            (
                "Ghana insisted that Togo close the port and called on Benin to help Mali.",
                ["Ghana call on -> Benin", "Benin help Mali [urged] < Ghana"],
            ),
        ],
    )
    def test_the_second_verb_is_the_askers(self, read, text, claims):
        found = read(text)
        assert all(claim in found for claim in claims)

    def test_a_second_subjunctive_stays_with_the_one_who_is_asked(self, read):
        found = read("Norway demanded that Chile withdraw its ships and release the sailors.")
        assert not [claim for claim in found if claim.startswith("Norway release")]


class TestTheLostSecondSubject:
    """ "A has accused ... and the Observatory reported": the last noun before a reporting verb is its subject."""

    @pytest.mark.parametrize(
        ("text", "claim"),
        [
            (
                "Norway accused Chile of arming rebels and the Andean Observatory reported that Peru had sent drones.",
                "Peru send drones [reported] < the Andean Observatory",
            ),
            (
                "Kenya condemned the raid and the Lake Monitor said that Uganda attacked Rwanda.",
                "Uganda attack Rwanda [reported] < Lake Monitor",
            ),
            (
                "Ghana blamed Togo for the fire and the Coast Institute reported that Benin had closed the border.",
                "Benin close 'the border' [reported] < the Coast Institute",
            ),
        ],
    )
    def test_the_observer_reports_it_and_not_the_accuser(self, read, text, claim):
        assert claim in read(text)


class TestWhatIsAccusedOf:
    """ "accused T of sending X": the sending is a claim, alleged, and its subject is the one accused."""

    @pytest.mark.parametrize(
        ("text", "claims"),
        [
            (
                "Norway accused Chile of sending drones to Peru.",
                ["Norway accuse Chile", "Chile send drones -> Peru [alleged] < Norway"],
            ),
            (
                "Uganda was accused by Kenya of attacking Rwanda.",
                ["Kenya accuse Uganda", "Uganda attack Rwanda [alleged] < Kenya"],
            ),
            (
                "Ghana blamed Togo for bombing Benin.",
                ["Ghana blame Togo", "Togo bomb Benin [alleged] < Ghana"],
            ),
            (
                "Mali has accused Niger of harbouring rebels.",
                ["Mali accuse Niger", "Niger harbour rebels [alleged] < Mali"],
            ),
            (
                "Mali has accused Niger of arming and training rebels.",
                ["Mali accuse Niger", "Niger arm rebels [alleged] < Mali", "Niger train rebels [alleged] < Mali"],
            ),
        ],
    )
    def test_the_accused_does_it_on_the_accusers_word(self, read, text, claims):
        assert read(text) == claims


class TestWhatHeCalled:
    """ "denounced what he called T's statements": the object stands under "called"."""

    @pytest.mark.parametrize(
        ("text", "claim"),
        [
            ("Bello of Ghana denounced what he called Chile's reckless attacks on Peru.", "denounce"),
            ("The Kenyan president criticised what he called Uganda's reckless statements.", "criticise"),
            ("Norway condemned what it called Chile's aggression against Peru.", "condemn"),
        ],
    )
    def test_what_is_denounced_is_not_lost(self, read, text, claim):
        (found,) = [line for line in read(text) if f" {claim} " in line]
        assert "Chile" in found or "Uganda" in found

    @pytest.mark.parametrize(
        "text",
        [
            "Norway condemned what it called Chile's aggression against Peru.",
            "The Kenyan president criticised what he called Uganda's invasion of Rwanda.",
        ],
    )
    def test_the_naming_is_no_deed(self, read, text):
        deeds = [line for line in read(text) if line.startswith(("Chile", "Uganda"))]
        assert all("[evaluation]" in line for line in deeds)
