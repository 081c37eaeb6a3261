"""One process at a time: a lock file that says who holds it, and that the system lets go of when its holder dies."""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path
from typing import Any

from kgraph.errors import StoreError

_PAUSE = 0.05  # seconds between two tries
_AT = 1 << 30  # Windows keeps others from reading locked bytes: lock one far behind the text


class Lock:
    """Holds ``path`` until ``release``.

    >>> lock = Lock(folder / "lock")
    >>> lock.acquire(patience=1.0)
    True
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._file: int | None = None

    @property
    def held(self) -> bool:
        return self._file is not None

    def acquire(self, *, patience: float) -> bool:
        """Like ``try_acquire``, again and again for so many seconds: a program that is just ending lets go soon."""
        until = time.monotonic() + patience
        while not self.try_acquire():
            if time.monotonic() > until:
                return False
            time.sleep(_PAUSE)
        return True

    def try_acquire(self) -> bool:
        """False when another holds it.

        Raises: StoreError when the file cannot be written.
        """
        try:
            file = os.open(self.path, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o600)
        except OSError as error:
            message = f"cannot be written ({error.strerror})"
            raise StoreError(message, place=str(self.path), hint="check the folder's permissions") from error
        if not _lock(file):
            os.close(file)
            return False
        self._file = file
        os.ftruncate(file, 0)
        os.write(file, json.dumps({"pid": os.getpid()}).encode())
        return True

    def holder(self) -> str:
        """Who holds it, as far as the file says."""
        pid = self._read().get("pid")
        if pid == os.getpid():
            return "this program itself"
        return f"process {pid}" if pid else "another process"

    def _read(self) -> dict[str, Any]:
        try:
            found = json.loads(self.path.read_text(encoding="utf-8") or "{}")
        except (OSError, ValueError):
            return {}
        return found if isinstance(found, dict) else {}

    def release(self) -> None:
        if self._file is not None:
            os.close(self._file)  # the lock goes with it
            self._file = None


if sys.platform == "win32":
    import msvcrt

    def _lock(file: int) -> bool:
        os.lseek(file, _AT, os.SEEK_SET)
        try:
            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        os.lseek(file, 0, os.SEEK_SET)
        return True

else:
    import fcntl

    def _lock(file: int) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True
