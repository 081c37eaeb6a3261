"""What is loaded before a long run (model, lexicon, gazetteer) stays: Python need not search it for garbage."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def settled() -> Iterator[None]:
    """Within the block Python's collector looks only at what was made in it; afterwards at everything again.

    Does nothing where the program has set objects aside by itself: it knows better, and would lose them.
    """
    if gc.get_freeze_count():
        yield
        return
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()
