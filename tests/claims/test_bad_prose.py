"""What bad input gets: a note where something was left out, and never a made-up claim or another's word."""

import pytest

from kgraph.extract import SpacyExtractor
from kgraph.reading import article
from tests.claims.told import told


@pytest.fixture(scope="module")
def extractor():
    return SpacyExtractor()


@pytest.fixture(scope="module")
def read(extractor):
    return lambda text, **about: next(extractor.extract([article(text, published="2020-10-02", **about)]))


def _noted(extraction):
    return [(note.code, extraction.article.text[note.start : note.end].split("\n")[0]) for note in extraction.notes]


def test_of_an_article_in_two_languages_the_english_is_read(read):
    found = read(
        "Norway accused Chile.\n\nLe ministre a dit que la Norvège ment et que les faits sont là.\n\nPeru met Chad."
    )
    assert told(found) == ["Norway accuse Chile", "Peru meet Chad"]
    assert _noted(found) == [("other-language", "Le ministre a dit que la Norvège ment et que les faits sont là.")]
    assert [found.article.text[s.start : s.end] for s in found.sentences] == ["Norway accused Chile.", "Peru met Chad."]


def test_a_headline_in_capitals_is_left_out_and_the_text_below_is_read(read):
    found = read("Norway accused Chile of helping Peru.", title="NORWAY ACCUSES CHILE OF SENDING DRONES TO PERU")
    assert told(found) == ["Norway accuse Chile", "Chile help Peru [alleged] < Norway"]
    assert _noted(found) == [("capitals", "NORWAY ACCUSES CHILE OF SENDING DRONES TO PERU")]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("other-language", "Норвегия обвинила Чили в отправке кораблей."),
        ("scores", "Norway beat Chile 3-1\nPeru lost to Togo 0-2\nMali 1 Chad 1"),
        ("table", "Attacker | Target | Year\nNorway | Chile | 1990\nPeru | Togo | 1991"),
        ("verse", "Norway attacks the silent sea,\nAnd Chile bombs a sleeping tree,\nPeru accused the moon of light"),
        (
            "garbled-sentence",
            "Norway the of accused Chile Chile who which sending and Peru denied of the by attacked Togo.",
        ),
        ("garbled-sentence", "Norway Chile Peru Togo attacked denied said bombed Israel."),
    ],
)
def test_no_claim_is_made_up_and_a_note_says_what_was_left_out(read, code, text):
    found = read(text)
    assert told(found) == []
    assert [note.code for note in found.notes] == [code]


def test_whoever_wants_it_read_gets_it_read():
    text = "NORWAY ACCUSED CHILE.\n\nNORWAY AND CHILE WILL MEET ON TUESDAY IN PERU."
    forced = SpacyExtractor(everything=True)
    found = next(forced.extract([article(text)]))
    assert len(found.sentences) >= 2
    assert not [note for note in found.notes if note.code == "capitals"]
    assert forced.info.version.endswith("+everything")


def test_sport_in_prose_is_no_attack(read):
    found = read("Norway beat Chile 3-1 in Oslo on Tuesday. Peru lost to Togo.")
    assert not [claim for claim in found.claims if claim.relation in ("ATTACKS", "KILLS", "BOMBS")]


def test_each_turn_of_a_transcript_is_its_speakers_word(read):
    found = read(
        "MR. BELLO: Norway condemned Chile.\n\nIt was cruel. Peru supplied the arms.\n\n"
        "QUESTION: Did Togo send ships?\n\nMR. BELLO: Togo denied it.\n\nIt was late by then. Mali met Chad."
    )
    assert told(found) == [
        "MR. BELLO say",
        "Norway condemn Chile [quoted] < MR. BELLO",
        "Peru supply 'the arms' [quoted] < MR. BELLO",
        "QUESTION say",
        "Togo send ships [conditional] < QUESTION",
        "MR. BELLO say",
        "Togo deny 'it' [quoted] < MR. BELLO",
        "Mali meet Chad",
    ]


def test_what_a_known_speaker_says_behind_his_label_does_not_change_that_he_said_it(read):
    found = read("PUTIN: Norway will not attack Chile.")
    assert told(found) == ["Vladimir Putin say", "Norway not attack Chile [intended] < Vladimir Putin"]


def test_an_interview_in_one_block_is_read_line_by_line(read):
    found = read(
        "Host: Did Norway attack Chile?\nLavrov: Chile attacked Peru.\nHost: And Togo?\nLavrov: Togo helped Peru."
    )
    assert "Chile attack Peru [quoted] < Sergei Lavrov" in told(found)
    assert "Togo help Peru [quoted] < Sergei Lavrov" in told(found)
    assert not [
        claim for claim in told(found) if claim.startswith("Norway attack Chile") and "conditional" not in claim
    ]


@pytest.mark.parametrize("text", ["MUMBAI: Norway attacked Chile.", "BREAKING: Norway attacked Chile."])
def test_a_place_or_a_heading_before_a_colon_is_no_speaker(read, text):
    assert "Norway attack Chile" in told(read(text))
