"""Traps in who is meant and when it was: counterparts, names that the model labels wrongly, days that need a date."""

import pytest


class TestCounterparts:
    """ "his Iranian counterpart": the office of the one before, of the other country; a telephone is no agent."""

    @pytest.mark.parametrize(
        ("text", "country"),
        [
            ("Russian Foreign Minister Sergei Lavrov met his Iranian counterpart.", "IRN"),
            ("French Defence Minister Florence Parly spoke with her Greek counterpart.", "GRC"),
            ("Turkish President Recep Tayyip Erdogan called his Egyptian counterpart.", "EGY"),
        ],
    )
    def test_the_counterpart_is_of_his_country(self, extraction, text, country):
        found = extraction(text)
        actors = {actor.id: actor for actor in found.actors}
        (mention,) = [m for m in found.mentions if "counterpart" in m.text]
        assert actors[mention.actor].country == country

    def test_a_named_counterpart_is_the_person(self, read):
        found = read("Russian Foreign Minister Sergei Lavrov met his Iranian counterpart Mohammad Javad Zarif.")
        assert found == ["Sergei Lavrov meet Mohammad Javad Zarif"]

    def test_a_telephone_discusses_nothing(self, read):
        found = read("The crisis was discussed by phone between Sergei Lavrov and Mohammad Javad Zarif.")
        assert not [line for line in found if line.lower().startswith(("phone", "telephone"))]


class TestNamesLabelledWrongly:
    """Regions that look like persons, towns that look like peoples, peoples abroad, venues, and words of web pages."""

    def _kinds(self, found):
        actors = {actor.id: actor for actor in found.actors}
        return {m.text: actors[m.actor] for m in found.mentions if m.actor}

    @pytest.mark.parametrize("name", ["Nagorno-Karabakh", "Abkhazia", "South Ossetia", "Transnistria"])
    def test_a_region_is_a_place(self, extraction, name):
        found = self._kinds(extraction(f"{name} accused Norway of lying. Fighting went on in {name}."))
        assert found[name].kind.value in ("place", "country")

    @pytest.mark.parametrize("town", ["Aleppo", "Idlib", "Tripoli", "Mosul"])
    def test_a_town_is_a_place_and_no_people(self, extraction, town):
        found = self._kinds(extraction(f"Rebels entered {town} on Monday, Norway said."))
        assert found[town].kind.value == "place"

    @pytest.mark.parametrize(
        ("text", "country"),
        [
            ("The ethnic Armenian enclave accused Norway of lying.", "country:ARM"),
            ("Ethnic Albanian fighters attacked Serbia.", "country:ALB"),
            ("Ethnic Russian miners in Kazakhstan condemned Norway.", "country:RUS"),
        ],
    )
    def test_an_ethnic_group_is_not_its_mother_country(self, extraction, text, country):
        found = extraction(text)
        by_id = {mention.id: mention.actor for mention in found.mentions}
        assert country not in [by_id[m] for claim in found.claims for m in (*claim.subject, *claim.object)]

    def test_brussels_is_a_venue_where_somebody_meets(self, extraction):
        found = extraction("Kenya met Uganda in Brussels on Monday.")
        by_id = {mention.id: mention.actor for mention in found.mentions}
        parties = [by_id[m] for claim in found.claims for m in (*claim.subject, *claim.object)]
        assert parties == ["country:KEN", "country:UGA"]

    def test_brussels_is_the_union_where_it_acts(self, read):
        assert read("Brussels condemned Belarus.") == ["European Union condemn Belarus"]

    @pytest.mark.parametrize("words", ["Show More", "Read More", "Share this article", "Related Articles"])
    def test_words_of_a_web_page_are_no_claim(self, read, words):
        assert read(f"Kenya met Uganda.\n\n{words}\n\nRwanda praised Kenya.") == [
            "Kenya meet Uganda",
            "Rwanda praise Kenya",
        ]


class TestDaysThatNeedADate:
    """ "Friday" on a Friday is that day; "this week", "the early 1990s", "in the coming days", "since 1994"."""

    @pytest.mark.parametrize(
        ("text", "start", "end"),
        [
            ("Kenya attacked Uganda on Friday.", "2020-10-02", "2020-10-02"),
            ("Kenya attacked Uganda on Thursday.", "2020-10-01", "2020-10-01"),
            ("Kenya attacked Uganda this week.", "2020-09-28", "2020-10-04"),
            ("Kenya attacked Uganda last week.", "2020-09-21", "2020-09-27"),
            ("Kenya attacked Uganda in the early 1990s.", "1990-01-01", "1993-12-31"),
            ("Kenya has occupied Uganda since 1994.", "1994-01-01", None),
            ("Kenya attacked Uganda in March.", "2020-03-01", "2020-03-31"),
            ("Kenya attacked Uganda two days ago.", "2020-09-30", "2020-09-30"),
        ],
    )
    def test_it_is_an_interval_on_the_articles_date(self, extraction, text, start, end):
        (claim,) = extraction(text).claims
        assert claim.time is not None
        assert (claim.time.start, claim.time.end) == (start, end)

    def test_the_coming_days_begin_with_the_article(self, extraction):
        (claim,) = extraction("Kenya will attack Uganda in the coming days.").claims
        assert claim.time is not None
        assert claim.time.start is not None
        assert claim.time.start >= "2020-10-02"

    def test_without_a_date_a_day_stays_unresolved_with_a_note(self, extraction):
        found = extraction("Kenya attacked Uganda on Friday.", published=None)
        assert (found.claims[0].time.start, found.claims[0].time.end) == (None, None)
        assert [note.code for note in found.notes] == ["time-without-date"]
