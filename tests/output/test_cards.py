"""A claim on a terminal: wrapped at the width, every line indented under the claim it belongs to."""

import io
from dataclasses import replace

import pytest

from kgraph.model import Modality
from kgraph.output.cards import write_card, write_cards
from kgraph.output.claims import ClaimView, Denier, Party, Speaker

LORVIK, MERIDIA = Party("country:LOR", "Lorvik"), Party("country:MER", "Meridia")
SENDING = ClaimView(
    id="c_1",
    article="a_1",
    predicate="send",
    relation="SENDS",
    quote="sending hill fighters\nacross the river by night",
    subject=(MERIDIA,),
    object=(Party("unnamed:1", "hill fighters"),),
    modality=Modality.ALLEGED,
    said_by=(Speaker((LORVIK,), "accused"),),
    denied_by=(Denier(MERIDIA),),
    outlet="The Harbour Post",
    published="2024-05-03",
)


@pytest.fixture
def drawn(monkeypatch):
    def draw(write, claims, *, width):
        monkeypatch.setenv("COLUMNS", str(width))
        stream = io.StringIO()
        write(claims, stream)
        return stream.getvalue()

    return draw


def test_three_lines_a_claim_and_an_empty_one_between(drawn):
    assert drawn(write_cards, [SENDING, replace(SENDING, id="c_2", denied_by=())], width=110) == (
        "Meridia SENDS hill fighters\n"
        "  alleged · said by Lorvik · DENIED by Meridia\n"
        "  “sending hill fighters across the river by night” (The Harbour Post, 2024-05-03; c_1)\n"
        "\n"
        "Meridia SENDS hill fighters\n"
        "  alleged · said by Lorvik\n"
        "  “sending hill fighters across the river by night” (The Harbour Post, 2024-05-03; c_2)\n"
    )


def test_a_narrow_terminal_wraps_at_words_and_keeps_the_indent(drawn):
    assert drawn(write_cards, [SENDING], width=40) == (
        "Meridia SENDS hill fighters\n"
        "  alleged · said by Lorvik · DENIED by\n"
        "  Meridia\n"
        "  “sending hill fighters across the\n"
        "  river by night” (The Harbour Post,\n"
        "  2024-05-03; c_1)\n"
    )


def test_one_claim_in_full_has_its_fields_side_by_side(drawn):
    shown = drawn(write_card, SENDING, width=60).splitlines()
    assert shown[0] == "Meridia SENDS hill fighters"
    assert "  said by       Lorvik" in shown
    assert "  exact words   “sending hill fighters across the river by" in shown
    assert shown[shown.index("  exact words   “sending hill fighters across the river by") + 1] == " " * 16 + "night”"


def test_no_claims_are_no_lines(drawn):
    assert drawn(write_cards, [], width=80) == ""
