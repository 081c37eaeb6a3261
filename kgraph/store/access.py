"""Who may do what in the embedded engine: its one user, who may do everything, or only read while a graph is served
read-only. The engine itself enforces it, at every door.
"""

from __future__ import annotations

import hashlib
import json
import os
import secrets
from base64 import b64encode
from contextlib import suppress
from pathlib import Path
from typing import Any

OWNER, READER = "admin", "kgraph_reader"  # groups of the engine; the first is its own
_READING = {"resultSetLimit": -1, "readTimeout": -1, "access": [], "types": {"*": {"access": ["readRecord"]}}}


def make_user(config: Path, name: str, password: str) -> None:
    """The engine's user, who may do everything."""
    config.mkdir(parents=True, exist_ok=True)
    user = {"name": name, "databases": {"*": [OWNER]}, "password": _hashed(password)}
    write_private(config / "server-users.jsonl", json.dumps(user))


def grant(config: Path, *, read_only: bool) -> None:
    """Before the engine starts: what its user may do from now on."""
    path, wanted = config / "server-users.jsonl", {"*": [READER if read_only else OWNER]}
    users = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    if all(user["databases"] == wanted for user in users):
        return
    if read_only:
        _make_group(config / "server-groups.json")
    write_private(path, "".join(json.dumps(user | {"databases": wanted}) + "\n" for user in users))


def _make_group(path: Path) -> None:
    groups: dict[str, Any] = {"databases": {"*": {"groups": {}}}, "version": 1}
    with suppress(FileNotFoundError):
        groups = json.loads(path.read_text(encoding="utf-8"))
    groups["databases"]["*"]["groups"][READER] = _READING
    write_private(path, json.dumps(groups))


def write_private(path: Path, text: str) -> None:
    """A file that only its owner can read, whole or not at all."""
    part = path.with_suffix(".part")
    with suppress(FileNotFoundError):
        part.unlink()
    with open(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
        file.write(text)
    os.replace(part, path)


def _hashed(password: str) -> str:
    # One round is enough for 32 random bytes, which nobody can guess; the engine's 65,536 cost every start 0.15 s.
    rounds, salt = 1, b64encode(secrets.token_bytes(32)).decode()
    key = hashlib.pbkdf2_hmac("sha256", password.encode(), salt.encode(), rounds, 32)
    return f"PBKDF2WithHmacSHA256${rounds}${salt}${b64encode(key).decode()}"
