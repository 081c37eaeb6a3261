"""Where paragraphs begin and end."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgraph.parsing import paragraphs


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Talks fail\n\nThe talks failed.", ["Talks fail", "The talks failed."]),
        ("Talks fail\nThe talks between the two ministers in Muscat failed.\nNobody knows why they did so.",
         ["Talks fail", "The talks between the two ministers in Muscat failed.", "Nobody knows why they did so."]),
        ("The talks of the governments\nfailed on Friday.", ["The talks of the governments\nfailed on Friday."]),
        ("  One.  \n \n\n Two. ", ["One.", "Two."]),
        ("", []),
        (" \n\n ", []),
    ],
)  # fmt: skip
def test_a_headline_is_a_paragraph_and_hard_wrapped_lines_are_not(text, expected):
    assert [text[start:end] for start, end in paragraphs(text)] == expected


def test_a_very_long_paragraph_is_cut_between_sentences():
    text = "The minister denied it again. " * 1000
    pieces = [text[start:end] for start, end in paragraphs(text)]
    assert len(pieces) > 1
    assert all(piece.endswith(".") for piece in pieces)
    assert " ".join(pieces) == text.strip()


@given(st.text(alphabet="ab. \n\tA“”", max_size=300))
def test_paragraphs_stand_in_order_and_leave_out_white_space_only(text):
    found = list(paragraphs(text))
    assert all(a < b for a, b in found)
    assert all(left[1] <= right[0] for left, right in pairwise(found))
    covered = "".join(text[a:b] for a, b in found)
    assert "".join(covered.split()) == "".join(text.split())


@pytest.mark.parametrize(
    ("text", "dateline"),
    [
        ("ADEN, Yemen (Continental Press) — Warplanes struck the port.", "ADEN, Yemen (Continental Press) —"),
        ("NAIROBI, 3 May (KNA) – Kenya has closed its border.", "NAIROBI, 3 May (KNA) –"),
        ("Tehran, March 15, IRNA - The speaker condemned it.", "Tehran, March 15, IRNA -"),
        ("ANKARA – The president has resigned.", "ANKARA –"),
        ("NAIROBI ― The president has resigned.", "NAIROBI ―"),
    ],
)
def test_a_dateline_is_a_paragraph_of_its_own(text, dateline):
    (start, end), rest = paragraphs(text)
    assert text[start:end] == dateline
    assert text[rest[0] :][:1].isupper()


@pytest.mark.parametrize(
    "text",
    ["EU-Turkey talks failed.", "US-led forces attacked.", "PUTIN: We will go.", "U.S. troops - 300 men - left."],
)
def test_what_only_looks_like_a_dateline_stays(text):
    assert list(paragraphs(text)) == [(0, len(text))]
