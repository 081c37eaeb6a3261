"""Ctrl-C that is not lost: a bare ``except`` in somebody's library can swallow it on the way, while a program starts.

The command line keeps in mind that it was pressed; where something long is waited for, it is asked about.
"""

from __future__ import annotations

import signal
from types import FrameType

_pressed = False


def keep() -> None:
    """From now on remember Ctrl-C, which raises KeyboardInterrupt as before. For the main thread of a program."""
    signal.signal(signal.SIGINT, _press)


def was_lost() -> bool:
    """Whether it was pressed and nobody ended for it. Asked once: it is forgotten then."""
    global _pressed
    lost, _pressed = _pressed, False
    return lost


def _press(number: int, frame: FrameType | None) -> None:
    global _pressed
    _pressed = True
    signal.default_int_handler(number, frame)
