"""Setting aside what stays leaves the program's collector as it was."""

from __future__ import annotations

import gc
import weakref

import pytest

from kgraph.app.garbage import settled


class Ring:
    def __init__(self) -> None:
        self.itself = self


def test_what_was_there_is_set_aside_within_the_block_only() -> None:
    assert gc.get_freeze_count() == 0
    with settled():
        assert gc.get_freeze_count() > 0
    assert gc.get_freeze_count() == 0


def test_what_is_made_in_the_block_is_collected() -> None:
    with settled():
        ring = Ring()
        there = weakref.ref(ring)
        del ring
        gc.collect()
        assert there() is None


def test_an_error_in_the_block_leaves_nothing_set_aside() -> None:
    with pytest.raises(ValueError, match="broken"), settled():
        raise ValueError("broken")
    assert gc.get_freeze_count() == 0


def test_what_the_program_set_aside_itself_stays_so() -> None:
    gc.freeze()
    try:
        with settled():
            pass
        assert gc.get_freeze_count() > 0
    finally:
        gc.unfreeze()
