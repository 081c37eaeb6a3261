"""Ctrl-C between batches, not within them; and at once where only the next input is waited for."""

from __future__ import annotations

import signal
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

GRACE = 0.4  # seconds in which what is under way may end by itself


class Stopped(BaseException):
    """Raised while a source is waited for, and caught there: a pipe may say nothing for hours."""


class Stop:
    """Whether somebody asked to stop."""

    def __init__(self) -> None:
        self.asked_at: float | None = None
        self._drawing = False

    def __bool__(self) -> bool:
        return self.asked_at is not None

    @property
    def overdue(self) -> bool:
        """Whether what is under way has had its time."""
        return self.asked_at is not None and time.monotonic() - self.asked_at > GRACE

    def ask(self) -> None:
        """Raises: Stopped while a source is waited for."""
        self.asked_at = time.monotonic()
        if self._drawing:
            self._drawing = False
            raise Stopped

    @contextmanager
    def drawing(self) -> Iterator[None]:
        """A block that may be left at once, by Stopped."""
        self._drawing = True
        try:
            yield
        finally:
            self._drawing = False


@contextmanager
def stopping() -> Iterator[Stop]:
    """The first Ctrl-C asks to stop after the running batch, the second stops at once."""
    stop = Stop()
    if threading.current_thread() is not threading.main_thread():  # only there do signals arrive
        yield stop
        return
    before = signal.getsignal(signal.SIGINT)

    def ask(number: int, frame: FrameType | None) -> None:
        signal.signal(signal.SIGINT, before)
        stop.ask()

    signal.signal(signal.SIGINT, ask)
    try:
        yield stop
    finally:
        signal.signal(signal.SIGINT, before)
