"""Commands that stay up until they are told to stop."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any


@contextmanager
def until_stopped() -> Iterator[threading.Event]:
    """An event that Ctrl-C or a polite kill sets."""
    stop = threading.Event()
    before = {number: signal.signal(number, _setter(stop)) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield stop
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def wait(stop: threading.Event) -> None:
    while not stop.wait(0.5):  # a wait without end would keep Windows from seeing Ctrl-C
        pass


def _setter(stop: threading.Event) -> Any:
    def on_signal(number: int, frame: FrameType | None) -> None:
        stop.set()

    return on_signal
