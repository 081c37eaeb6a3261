"""CAMEO and PLOVER: pure lookup."""

import pytest

from kgraph.ontology import cameo_codes, cameo_label, plover_of_cameo, plover_types, quad_of


@pytest.mark.parametrize(
    ("code", "plover", "mode"),
    [
        ("112", "ACCUSE", None),
        ("173", "COERCE", "arrest"),
        ("0841", "RETREAT", "release"),
        ("192", "COERCE", "seize"),
        ("020", "REQUEST", None),
        ("010", None, None),
    ],
)
def test_a_cameo_code_becomes_a_plover_type_and_mode(code, plover, mode):
    found = plover_of_cameo(code)
    assert found[0] == plover
    assert mode is None or found[1] == mode


def test_a_longer_code_falls_back_on_its_beginning():
    assert plover_of_cameo("17399") == plover_of_cameo("173")


def test_a_code_that_is_none_has_neither_type_nor_label():
    assert plover_of_cameo("999") == (None, None)
    assert cameo_label("999") is None


def test_every_cameo_code_points_at_a_known_type_and_mode():
    for code, (label, plover, mode) in cameo_codes().items():
        assert code.isdigit()
        assert label
        assert plover is None or plover in plover_types()
        assert mode is None or mode in plover_types()[plover].modes


def test_quads_part_words_from_deeds_and_help_from_harm():
    assert [quad_of(name) for name in ("SUPPORT", "AID", "ACCUSE", "ASSAULT")] == [1, 2, 3, 4]
    assert quad_of(None) is None
    assert quad_of("NOTHING") is None


def test_there_are_sixteen_types():
    assert len(plover_types()) == 16
