"""Traps in whose word it is: denials behind a comma, chains, quotations without marks, who is named behind "not"."""

import pytest


class TestWhichIsDeniedBy:
    """ ", which is denied by A and B": what was reported is denied, not the noun before the comma."""

    @pytest.mark.parametrize(
        ("text", "claim"),
        [
            (
                "Norway said that Chile had sent drones to Peru, which is denied by Chile.",
                "Chile send drones -> Peru [reported] < Norway /denied by Chile",
            ),
            (
                "Kenya accused Uganda of attacking Rwanda, which Uganda denies.",
                "Uganda attack Rwanda [alleged] < Kenya /denied by Uganda",
            ),
            (
                "Ghana reported that Togo had bombed Benin, which was denied by Togo and Mali.",
                "Togo bomb Benin [reported] < Ghana /denied by Togo + Mali",
            ),
        ],
    )
    def test_the_reported_deed_carries_the_denial(self, read, text, claim):
        assert claim in read(text)

    @pytest.mark.parametrize(
        "text",
        [
            "Norway said that Chile had sent drones to Peru, which denied Mali entry.",
            "Kenya accused Uganda of attacking Rwanda, which rejected talks.",
        ],
    )
    def test_a_denial_of_something_else_denies_no_report(self, read, text):
        assert not [line for line in read(text) if "/denied by" in line]


class TestChains:
    """A claimed that B affirmed that C: every link is kept, outermost first."""

    @pytest.mark.parametrize(
        ("text", "claim"),
        [
            (
                "Norway claimed that Chile had affirmed that Peru sent drones to Togo.",
                "Peru send drones -> Togo [reported] < Norway < Chile",
            ),
            (
                "Bello said that officials had told him that Uganda attacked Rwanda.",
                "Uganda attack Rwanda [reported] < Bello < officials",
            ),
            (
                "According to Kenya, Uganda said that Rwanda had bombed Tanzania.",
                "Rwanda bomb Tanzania [reported] < Kenya < Uganda",
            ),
            (
                "Ghana said that Togo claims that Benin believes that Mali attacked Niger.",
                "Mali attack Niger [reported] < Ghana < Togo < Benin",
            ),
        ],
    )
    def test_no_link_is_lost(self, read, text, claim):
        assert claim in read(text)


class TestQuotationsWithoutMarks:
    """ "Macron reported: A red line ... I urge ...": the colon opens, "I" is the speaker, the next speaker closes."""

    def test_the_colon_opens_and_i_is_the_speaker(self, read):
        found = read("President Emmanuel Macron said: Norway has attacked Chile. I urge Peru to help.")
        assert "Norway attack Chile [quoted] < Emmanuel Macron" in found
        assert "Emmanuel Macron urge -> Peru [quoted] < Emmanuel Macron" in found

    def test_the_next_paragraph_closes(self, read):
        found = read("The minister said: Norway has attacked Chile. We will answer.\n\nPeru met Togo.")
        assert "Norway attack Chile [quoted] < The minister" in found
        assert "Peru meet Togo" in found

    def test_the_next_named_speaker_closes(self, read):
        found = read("Macron said: I urge Peru to act, and Merkel added that Norway had attacked Chile.")
        assert not [line for line in found if line.startswith("Norway attack") and "Macron" in line]

    def test_what_nobody_says_in_the_first_person_is_the_articles(self, read):
        found = read("The minister said: Norway has attacked Chile. Peru met Togo.")
        assert "Peru meet Togo" in found


class TestIncludingOneThatDoesNot:
    """ "not recognised by any country, including A": A is one that does not."""

    @pytest.mark.parametrize(
        ("text", "claim"),
        [
            ("Transnistria is not recognised by any country, including Russia.", "Russia not recognise Transnistria"),
            (
                "Somaliland has not been recognised by any state, including Ethiopia.",
                "Ethiopia not recognise Somaliland",
            ),
            ("The plan is not supported by any country, including Norway.", "Norway not support 'The plan'"),
        ],
    )
    def test_the_example_is_one_of_those_that_do_not(self, read, text, claim):
        subject, predicate = claim.split(" not ")
        assert [line for line in read(text) if subject in line.split(" not ")[0] and f" not {predicate}" in line]

    @pytest.mark.parametrize(
        "text",
        [
            "Transnistria is not recognised by any country, including Russia.",
            "The plan is not supported by any country, including Norway.",
        ],
    )
    def test_nobody_is_shown_to_do_it(self, read, text):
        assert not [line for line in read(text) if ("recognise" in line or "support" in line) and " not " not in line]
