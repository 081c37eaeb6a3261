"""Run a statement with a limit of time, and let go of it when the limit, or Ctrl-C, comes first.

A server ends the statement by itself at the limit, and so does the engine of a folder; but both work on after Ctrl-C,
and at a few things ("sleep") past the limit. So a statement runs on a thread of its own. One that was let go of is a
runaway: an engine in this process cannot be stopped any more, only left with the process.
"""

from __future__ import annotations

from collections.abc import Callable
from threading import Event, Thread
from typing import TypeVar

from kgraph.ctrl_c import was_lost
from kgraph.errors import StoreError

T = TypeVar("T")

_GRACE = 2.0  # seconds for a server that ends the statement by itself, and says so
_STEP = 0.2  # seconds; a wait without end would keep Windows from seeing Ctrl-C


class Patience:
    """``seconds`` for each statement; None for as long as it takes."""

    def __init__(self, seconds: float | None = None) -> None:
        self.seconds = seconds or None
        self.has_runaway = False

    def run(self, work: Callable[[], T], *, place: str) -> T:
        """What ``work`` gives.

        Raises: StoreError when it takes too long; what ``work`` raises.
        """
        found: list[T] = []
        failed: list[BaseException] = []
        done = Event()

        def target() -> None:
            try:
                found.append(work())
            except BaseException as error:  # raised again where somebody waits for it
                failed.append(error)
            finally:
                done.set()

        Thread(target=target, name="statement", daemon=True).start()
        try:
            self._wait(done)
        except KeyboardInterrupt:
            was_lost()  # it was not
            raise
        finally:
            self.has_runaway = self.has_runaway or not done.is_set()
        if not done.is_set():
            hint = "ask something narrower, or allow more with --timeout SECONDS"
            raise StoreError(f"the statement takes longer than {self.seconds:g} seconds", place=place, hint=hint)
        if failed:
            raise failed[0]
        return found[0]

    def _wait(self, done: Event) -> None:
        waited = 0.0
        while not done.wait(_STEP):
            if was_lost():
                raise KeyboardInterrupt
            waited += _STEP
            if self.seconds is not None and waited >= self.seconds + _GRACE:
                return
