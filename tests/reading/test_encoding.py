import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgraph.errors import InputError
from kgraph.reading.encoding import decode

TEXT = "Russia’s ministry said “no” – and Erdoğan agreed.\n" * 3
WESTERN = "Russia’s ministry said “no” – and François agreed in the café of the “Hôtel”.\n" * 3


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_unicode_is_found_by_its_mark_or_its_form(encoding):
    assert decode(TEXT.encode(encoding), place="a.txt")[0] == TEXT


def test_an_old_windows_file_is_found_out():
    assert decode(WESTERN.encode("cp1252"), place="a.txt") == (WESTERN, "cp1252")


def test_a_cyrillic_file_is_found_out():
    text = "Министерство иностранных дел сообщило, что переговоры прошли в Москве и продолжатся завтра. " * 5
    assert decode(text.encode("cp1251"), place="a.txt")[0] == text


def test_a_page_is_believed_about_its_charset_unless_it_is_utf8():
    page = '<html><head><meta charset="iso-8859-9"></head><p>Erdoğan İstanbul’da şöyle</p>'
    assert decode(page.replace("’", "'").encode("iso-8859-9"), place="a.html", declared=True)[1] == "iso-8859-9"
    assert decode(page.encode(), place="a.html", declared=True)[0] == page


def test_the_users_word_counts():
    assert decode("ș".encode("iso-8859-16"), place="a.txt", encoding="iso-8859-16")[0] == "ș"


@pytest.mark.parametrize(
    ("data", "encoding", "words"),
    [
        (b"caf\xe9", "utf-8", "not in utf-8 (byte 4)"),
        (b"cafe", "utf-9", "no encoding is named 'utf-9'"),
        (b"%PDF-1.7 ...", None, "is a PDF"),
        (b"PK\x03\x04....", None, "Word"),
        (b"\x89PNG\r\n", None, "a picture"),
        (bytes(range(256)) * 4, None, "binary"),
        (b"abc\x00\x01\x02def" * 50, None, "binary"),
    ],
)
def test_what_is_no_text_is_named_with_the_next_step(data, encoding, words):
    with pytest.raises(InputError) as caught:
        decode(data, place="news/a.txt", encoding=encoding)
    assert str(caught.value).startswith("news/a.txt: ")
    assert words in str(caught.value)
    assert caught.value.hint


@given(st.binary())
def test_any_bytes_are_text_or_one_input_error(data):
    try:
        text, _ = decode(data, place="a", declared=True)
    except InputError as error:
        assert "\n" not in str(error)  # noqa: PT017  # either outcome is right here
    else:
        assert isinstance(text, str)


@given(st.text(st.characters(blacklist_categories=("Cs", "Cc"))))
def test_utf8_is_read_exactly(text):
    assert decode(text.encode(), place="a")[0] == text.removeprefix("\ufeff")
