"""A claim is never shown without its speaker, its denial and its standing."""

from dataclasses import replace

import pytest

from kgraph.model import (
    UNREAL,
    Actor,
    ActorKind,
    Article,
    Attribution,
    Claim,
    Denial,
    Evidence,
    Extraction,
    ExtractorInfo,
    Mention,
    MentionKind,
    Modality,
    Polarity,
    Sentence,
    Span,
)  # fmt: skip
from kgraph.output.claims import (
    DATA_COLUMNS,
    ClaimView,
    Denier,
    Party,
    Speaker,
    claim_row,
    data_rows,
    details,
    in_words,
    listed,
    reading_rows,
)  # fmt: skip
from kgraph.output.views import views_of

LORVIK, MERIDIA = Party("country:LOR", "Lorvik"), Party("country:MER", "Meridia")
FIGHTERS = Party("unnamed:1", "hill fighters", "terrorists")
SENDING = ClaimView(
    id="c_1",
    article="a_1",
    predicate="send",
    relation="SENDS",
    quote="sent terrorists",
    subject=(MERIDIA,),
    object=(FIGHTERS,),
    modality=Modality.ALLEGED,
    said_by=(Speaker((LORVIK,), "accused"), Speaker((Party("unnamed:2", "two officials"),), "citing")),
    denied_by=(Denier(MERIDIA),),
    outlet="The Harbour Post",
    published="2024-05-03",
)


def test_a_claim_in_words_has_speaker_denial_and_standing():
    assert in_words(SENDING) == (
        "Meridia SENDS hill fighters (as “terrorists”) "
        "[alleged; said by Lorvik, citing two officials; denied by Meridia]"
    )


def test_the_label_stays_with_the_claim_that_uses_it():
    assert str(FIGHTERS) == "hill fighters (as “terrorists”)"
    assert str(replace(MERIDIA, words="the northern neighbour")) == "Meridia"


@pytest.mark.parametrize("modality", sorted(UNREAL))
def test_what_nobody_says_has_happened_is_called_no_deed(modality):
    assert "not a deed" in in_words(replace(SENDING, modality=modality))


def test_a_negative_claim_says_not_twice():
    shown = in_words(replace(SENDING, polarity=Polarity.NEGATIVE))
    assert shown.startswith("Meridia NOT SENDS")
    assert "[NOT, alleged" in shown


def test_without_a_speaker_it_is_the_article_s_word():
    assert replace(SENDING, said_by=(), modality=Modality.ASSERTED).speaker == "the article itself"
    assert replace(SENDING, said_by=(), modality=Modality.ALLEGED).speaker == "nobody named"
    assert replace(SENDING, said_by=(Speaker(()),)).speaker == "somebody unnamed"


def test_a_denial_carried_over_from_another_telling_is_marked():
    assert replace(SENDING, denied_by=(Denier(MERIDIA, inferred=True),)).deniers == "Meridia (of another telling)"


def test_every_table_of_claims_has_the_three():
    assert {"said by", "denied by", "standing"} <= set(reading_rows([SENDING]).columns)
    assert {"said_by", "denied_by", "modality", "polarity"} <= set(DATA_COLUMNS)
    assert data_rows([SENDING]).dicts()[0]["said_by"] == ["Lorvik", "two officials"]
    assert len(claim_row(SENDING)) == len(DATA_COLUMNS)


def test_the_card_has_the_exact_words():
    shown = dict(details(SENDING))
    assert shown["said by"] == "Lorvik, citing two officials"
    assert "“accused”" in shown["in the words"]
    assert (shown["denied by"], shown["standing"]) == ("Meridia", "alleged")
    assert shown["exact words"] == "“sent terrorists”"


def test_a_relation_that_the_lexicon_lacks_shows_its_verb():
    assert replace(SENDING, relation=None).core == "Meridia (send) hill fighters (as “terrorists”)"


def test_a_speech_act_shows_what_was_said():
    denial = replace(SENDING, relation="DENIES", object=(), content_words=("sent terrorists",))
    assert denial.core == "Meridia DENIES: “sent terrorists”"


def test_what_was_said_is_shown_once_though_a_part_of_it_is_a_claim_too():
    words = ("sent terrorists because it feared a march", "feared a march", "burnt a bridge")
    accusation = replace(SENDING, relation="ACCUSES", object=(), content_words=words)
    assert accusation.core == "Meridia ACCUSES: “sent terrorists because it feared a march” and “burnt a bridge”"


def test_names_side_by_side():
    assert [listed([]), listed(["a"]), listed(["a", "b"]), listed(["a", "b", "c"])] == [
        "",
        "a",
        "a and b",
        "a, b and c",
    ]


def test_claims_of_an_extraction_have_their_names():
    text = "Lorvik said Meridia sent arms, which Meridia denied."
    mentions = (
        Mention("m_l", 0, 6, "Lorvik", MentionKind.NAME, "country:LOR"),
        Mention("m_m", 12, 19, "Meridia", MentionKind.NAME, "country:MER"),
        Mention("m_n", 37, 44, "Meridia", MentionKind.NAME, "country:MER"),
    )
    claim = Claim(
        "c_1", "send", "SENDS", ("m_m",), Evidence(0, 12, 29, text[12:29]), theme=Span(25, 29, "arms"),
        modality=Modality.REPORTED, attribution=(Attribution(("m_l",), Span(7, 11, "said")),),
        denied_by=(Denial("m_n", "c_2"),),
    )  # fmt: skip
    found = Extraction(
        ExtractorInfo("t", "1", "m"),
        Article("a_1", text),
        (Sentence(0, 0, len(text)),),
        (Actor("country:LOR", "Lorvik", ActorKind.COUNTRY), Actor("country:MER", "Meridia", ActorKind.COUNTRY)),
        mentions,
        (claim,),
    )
    assert [in_words(view) for view in views_of(found)] == [
        "Meridia SENDS “arms” [reported; said by Lorvik; denied by Meridia]"
    ]


@pytest.mark.parametrize(
    ("theme", "content", "core"),
    [
        ("to leave", ("to leave",), "Greece URGES: “to leave”"),
        ("letting rebels train", ("rebels train",), "Greece URGES: “letting rebels train”"),
        ("the accusation", ("sending ships",), "Greece URGES “the accusation”: “sending ships”"),
    ],
)
def test_what_is_said_is_said_once(theme: str, content: tuple[str, ...], core: str) -> None:
    claim = ClaimView(
        "c_1", "a_1", "urge", "URGES", "words", subject=(Party("country:GRC", "Greece"),), theme=theme,
        content_words=content,
    )  # fmt: skip
    assert claim.core == core
