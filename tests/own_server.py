"""A Neo4j server of a test's own: with its settings, its data, and to be killed at will."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

ROOT = Path(__file__).parents[1]


@dataclass(frozen=True)
class OwnServer:
    """``uri`` holds user and password."""

    uri: str
    home: Path
    about: Mapping[str, str]

    @property
    def password(self) -> str:
        return str(urlsplit(self.uri).password)

    @property
    def bolt(self) -> int:
        return int(self._state()["bolt"])

    @property
    def http(self) -> int:
        return int(self._state()["http"])

    def kill(self) -> None:
        os.kill(self._state()["pid"], signal.SIGKILL)

    def resume(self) -> None:
        """Start it again, with what it held."""
        _tool(self.about, "resume")

    def _state(self) -> dict[str, Any]:
        found: dict[str, Any] = json.loads((self.home / "ports.json").read_text(encoding="utf-8"))
        return found


@contextmanager
def own_server(
    home: Path, *, settings: Mapping[str, str] | None = None, script: Path | None = None, **variables: str
) -> Iterator[OwnServer]:
    """``home``: a folder that is not there yet, for its files. ``script``: an export's, which is imported first.
    ``variables``: for the tool, as NEO4J_VERSION."""
    about = {**os.environ, **variables, "KGRAPH_NEO4J_HOME": str(home)}
    if settings:
        file = home.with_suffix(".settings")
        file.write_text("".join(f"{name}={value}\n" for name, value in settings.items()), encoding="utf-8")
        about["KGRAPH_NEO4J_SETTINGS"] = str(file)
    try:
        said = _tool(about, *(["import", str(script)] if script else ["start"]))
        yield OwnServer(said.strip().partition("=")[2], home, about)
    finally:
        _tool(about, "wipe")


def _tool(about: Mapping[str, str], *words: str) -> str:
    command = [sys.executable, "-m", "tools.neo4j_server", *words]
    done = subprocess.run(command, cwd=ROOT, env=about, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout
