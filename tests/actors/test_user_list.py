"""The user's own actors win over the built-in ones; a line that breaks the rules is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from kgraph.actors import load_gazetteer
from kgraph.errors import DataError, UsageError
from kgraph.model import ActorKind


def _file(folder: Path, text: str) -> Path:
    path = folder / "actors.csv"
    path.write_text(text, encoding="utf-8")
    return path


def test_an_own_name_means_the_own_actor(tmp_path: Path) -> None:
    path = _file(
        tmp_path, "name,aliases,kind,country,code\nJordan,,company,USA,USABUS\nRiver Pact,RP|the Pact,igo,,IGO\n"
    )
    gazetteer = load_gazetteer(path)
    assert [s.actor.id for s in gazetteer.named("Jordan")] == ["company:jordan"]
    assert [s.actor.name for s in gazetteer.named("RP")] == ["River Pact"]
    assert load_gazetteer().named("Jordan")[0].actor.id == "country:JOR"  # only here, not for everybody


def test_only_a_name_is_needed(tmp_path: Path) -> None:
    sense = load_gazetteer(_file(tmp_path, "name\nThe Dark Tower\n")).named("The Dark Tower")[0]
    assert (sense.actor.kind, sense.actor.code) == (ActorKind.ORGANISATION, None)


def test_a_code_that_is_its_country_is_a_country(tmp_path: Path) -> None:
    sense = load_gazetteer(_file(tmp_path, "name,country,code\nGondor,GON,GON\n")).named("Gondor")[0]
    assert (sense.actor.id, sense.actor.kind) == ("country:GON", ActorKind.COUNTRY)


def test_of_several_lines_with_one_country_code_the_first_is_the_country(tmp_path: Path) -> None:
    path = _file(tmp_path, "name,country,code\nGondor,GON,GON\nDenethor,GON,GON\n")
    gazetteer = load_gazetteer(path)
    assert gazetteer.named("Gondor")[0].actor.id == "country:GON"
    assert gazetteer.named("Denethor")[0].actor.id == "organisation:denethor"


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        ("nom,code\nA,B\n", ":1", "name the columns"),
        ("name,colour\nA,red\n", ":1", "no column named 'colour'"),
        ("name,kind\nA,planet\n", ":2", "no kind named 'planet'"),
        ("name,country\nA,Turkey\n", ":2", "no ISO3 code"),
        ("name,kind\nA,igo\n,person\n", ":3", "without a name"),
    ],
)
def test_a_bad_line_is_named(tmp_path: Path, text: str, place: str, words: str) -> None:
    with pytest.raises(DataError) as caught:
        load_gazetteer(_file(tmp_path, text))
    assert place in str(caught.value)
    assert words in str(caught.value)


def test_a_missing_file_is_a_wrong_option(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no such file"):
        load_gazetteer(tmp_path / "none.csv")


def test_a_binary_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "actors.csv"
    path.write_bytes(b"\xff\xfe\x00\x01")
    with pytest.raises(UsageError, match="cannot be read"):
        load_gazetteer(path)


def test_a_known_actor_described_anew_is_so_by_every_name(tmp_path: Path) -> None:
    gazetteer = load_gazetteer(_file(tmp_path, "name,aliases,kind,country,code\nTurkey,Anatolia,country,TUR,TURXXX\n"))
    for name in ("Turkey", "Anatolia", "Turkish", "Ankara"):
        (actor,) = {sense.actor for sense in gazetteer.named(name) if sense.actor.id == "country:TUR"}
        assert (actor.code, "Republic of Turkey" in actor.aliases) == ("TURXXX", True)
    assert {sense.actor.code for sense in load_gazetteer().named("Turkish")} != {"TURXXX"}


def test_another_list_is_told_by_its_digest(tmp_path: Path) -> None:
    one = load_gazetteer(_file(tmp_path, "name,code\nThe Dark Tower,MOR\n")).own_digest
    again = load_gazetteer(_file(tmp_path, "name,code\n\nThe Dark Tower,MOR\n")).own_digest
    other = load_gazetteer(_file(tmp_path, "name,code\nThe Dark Tower,MORGOV\n")).own_digest
    assert one == again != other
    assert load_gazetteer().own_digest == ""
