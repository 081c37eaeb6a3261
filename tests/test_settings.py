"""Where settings come from, and which of two sources wins."""

from __future__ import annotations

from pathlib import Path

import pytest

from kgraph.cli import common
from kgraph.errors import UsageError
from kgraph.settings import FALLBACKS, Settings, load


@pytest.fixture(autouse=True)
def _nothing_set(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    for name in [f"KGRAPH_{name.upper()}" for name in Settings.__dataclass_fields__] + list(FALLBACKS.values()):
        monkeypatch.delenv(name, raising=False)


def test_flags_win_over_variables_and_these_over_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "kgraph.toml").write_text('graph = "file"\nuser = "file"\ndatabase = "file"\n', encoding="utf-8")
    monkeypatch.setenv("KGRAPH_GRAPH", "variable")
    monkeypatch.setenv("KGRAPH_USER", "variable")
    found = load(graph="flag")
    assert (found.graph, found.user, found.database) == ("flag", "variable", "file")


def test_neo4js_own_variables_come_last(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEO4J_USERNAME", "theirs")
    monkeypatch.setenv("NEO4J_PASSWORD", "their secret")
    assert (load().user, load().password) == ("theirs", "their secret")
    monkeypatch.setenv("KGRAPH_USER", "ours")
    assert (load().user, load().password) == ("ours", "their secret")


def test_a_password_may_stand_in_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "secret").write_text("from a file\n", encoding="utf-8")
    monkeypatch.setenv("KGRAPH_PASSWORD_FILE", "secret")
    assert load().password == "from a file"
    monkeypatch.setenv("KGRAPH_PASSWORD", "said outright")
    assert load().password == "said outright"


def test_a_password_file_that_is_not_there_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KGRAPH_PASSWORD_FILE", "none")
    with pytest.raises(UsageError, match="none: the password cannot be read; see KGRAPH_PASSWORD_FILE"):
        load()


def test_user_and_password_may_stand_in_neo4js_own_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "auth").write_text("neo4j/with/a slash\n", encoding="utf-8")
    monkeypatch.setenv("KGRAPH_AUTH_FILE", "auth")
    assert (load().user, load().password) == ("neo4j", "with/a slash")
    assert (load(user="me").user, load(user="me").password) == ("me", "with/a slash")
    (tmp_path / "auth").write_text("just-a-secret", encoding="utf-8")
    with pytest.raises(UsageError, match="auth: is not USER/PASSWORD") as caught:
        load()
    assert "just-a-secret" not in str(caught.value)


def test_a_password_is_never_shown() -> None:
    assert "secret" not in repr(Settings(password="secret"))


def test_who_sits_at_a_terminal_is_asked_once_and_only_for_a_server(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr(common.click, "prompt", lambda text, **options: asked.append(text) or "typed")
    assert common._asked({"graph": "news.graph"}) is None
    assert common._asked({"graph": "bolt://jo:secret@db:7687"}) is None
    assert asked == []
    assert common._asked({"graph": "bolt://db:7687", "user": "jo"}) == "typed"
    assert asked == ["password of jo at db"]
    monkeypatch.setenv("KGRAPH_PASSWORD", "known")
    assert common._asked({"graph": "bolt://db:7687"}) is None
