"""What can go wrong, as a user sees it: one line that names the place and the next step, and an exit code.

KgraphError
├── UsageError      2   an option, a parameter or a name that is none
├── InputError      3   a file, page or line that could not be read; the others go on
├── StoreError      4   the graph is locked, not there, refuses the password, or says no
└── DataError       5   a record, template or lexicon file that breaks its own rules

Anything that is not a KgraphError is our bug and keeps its traceback.
"""

from __future__ import annotations


class KgraphError(Exception):
    """Args: message, one line; place, "file:line" or a name; hint, the next step."""

    exit_code = 1
    source: str | None = None
    """What has to be read again once it is mended: a file or an address."""

    def __init__(self, message: str, *, place: str | None = None, hint: str | None = None) -> None:
        self.message, self.place, self.hint = message, place, hint
        super().__init__(str(self))

    def __str__(self) -> str:
        line = f"{self.place}: {self.message}" if self.place else self.message
        if not self.hint:
            return line
        return f"{line} ({self.hint})" if line.endswith("?") else f"{line}; {self.hint}"


class UsageError(KgraphError):
    exit_code = 2


class InputError(KgraphError):
    exit_code = 3


class StoreError(KgraphError):
    exit_code = 4


class DataError(KgraphError):
    exit_code = 5


INTERRUPTED = 130
NOTHING_MATCHED = 1
