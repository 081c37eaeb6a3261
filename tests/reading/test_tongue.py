import pytest

from kgraph.reading.tongue import language_code, language_of


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The ministry said that it had not sent any fighters to the region.", "en"),
        ("Le ministère a déclaré que la France ne participerait pas aux négociations de paix cette semaine.", "fr"),
        ("Das Außenministerium erklärte am Freitag, dass die Gespräche ohne Ergebnis beendet worden seien.", "de"),
        ("Dışişleri Bakanlığı iddiaları reddetti ve görüşmelerin gelecek hafta süreceğini açıkladı.", "tr"),
        ("Oui.", None),
        ("", None),
    ],
)
def test_a_language_is_told_where_there_is_enough_text(text, code):
    assert language_of(text) == code


@pytest.mark.parametrize(
    ("name", "code"), [("en-GB", "en"), ("EN", "en"), ("English", "en"), ("zho", "zh"), ("klingon", None), (None, None)]
)
def test_a_language_has_one_name(name, code):
    assert language_code(name) == code
