import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgraph.reading.clean import clean, one_line, unwrapped

ODD = "\u200b\u200c\u200d\u00ad\ufeff\u00a0\u2028\u2029\r\n\t\x0b\x0c\x00\x85\x92\x9d\u202e\ud800é\u0301e😀ﬁ\u212a"
TEXTS = st.text() | st.text(alphabet=ODD + "ab .\n-") | st.lists(st.text(alphabet="ab \n", min_size=30)).map("\n".join)


@given(TEXTS)
def test_cleaning_twice_is_cleaning_once(text):
    assert clean(clean(text)) == clean(text)


@given(TEXTS)
def test_a_stored_text_can_be_written_and_is_nfc(text):
    stored = clean(text)
    stored.encode("utf-8")
    assert stored == unicodedata.normalize("NFC", stored)
    assert not any(unicodedata.category(c) == "Cc" and c != "\n" for c in stored)
    assert "\n\n\n" not in stored
    assert stored == stored.strip(" \n")


@given(
    st.lists(
        st.lists(st.sampled_from(["Ankara", "denied", "it.", "“So", "much”", "for", "Baku’s", "word"]), min_size=1)
    )
)
def test_a_clean_text_is_stored_unchanged(paragraphs):
    text = "\n\n".join(" ".join(words) for words in paragraphs)
    assert clean(text) == text


@given(st.text(alphabet="ab\n ", min_size=1))
def test_joining_wrapped_lines_moves_no_offset(text):
    joined = unwrapped(text)
    assert len(joined) == len(text)
    assert all(old == new or (old, new) == ("\n", " ") for old, new in zip(text, joined, strict=True))


@pytest.mark.parametrize(
    ("raw", "stored"),
    [
        ("one\r\ntwo\rthree", "one\ntwo\nthree"),
        ("one\u2029two\u2028three", "one\ntwo\nthree"),
        ("10\u202f000\u00a0men\tdied", "10 000 men died"),
        ("An\u200bka\u00adra\ufeff", "Ankara"),
        ("\u202eevil\u202c text", "evil text"),
        ("Erdog\u0306an", "Erdoğan"),
        ("Russia\x92s \x93word\x94", "Russia’s “word”"),
        ("a\x00b\x07c", "abc"),
        ("  one  \n \n\n\n two  ", "one\n\ntwo"),
        ("👩\u200d🚀 and می\u200cخواهم and a\u200cb", "👩\u200d🚀 and می\u200cخواهم and ab"),
        ("\ud83d", "\ufffd"),
        ("two  spaces stay", "two  spaces stay"),
    ],
)
def test_odd_characters_have_one_form(raw, stored):
    assert clean(raw) == stored


WRAPPED = """Talks fail

The foreign ministry of the northern republic said on Tuesday that it
had never sent any fighters, and that those who claimed so were badly
informed.
By Ada Lind
- a list item that is about as long as every other line of this text is
- another item
"""


def test_hard_wrapped_lines_are_joined_and_meant_line_ends_stay():
    assert clean(WRAPPED) == (
        "Talks fail\n\nThe foreign ministry of the northern republic said on Tuesday that it had never sent any "
        "fighters, and that those who claimed so were badly informed.\nBy Ada Lind\n"
        "- a list item that is about as long as every other line of this text is\n- another item"
    )


def test_short_lines_are_not_taken_for_wrapped_ones():
    lines = "The foreign ministry of the republic\nBy Ada Lind in Port Amber, Tuesday"
    assert clean(lines) == lines


def test_a_title_is_one_line():
    assert one_line(" Talks\n fail\u00a0again ") == "Talks fail again"
