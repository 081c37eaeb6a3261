"""What no input may go beyond, so that none can take the machine's memory, its disk or the night.

Each limit can be raised with ``--limit NAME=NUMBER``, and whatever is cut says which one it was.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields

from kgraph.errors import InputError, UsageError

MAX_BYTES = 10_000_000  # one article; the longest reports are a tenth of that
FREE = 100_000_000  # bytes that may come out of any file before the ratio counts


@dataclass(frozen=True, slots=True)
class Limits:
    """``bytes`` of one article; ``ratio`` of unpacked to packed bytes, ``members`` of an archive, ``depth`` of archives
    and compressed files in each other, ``pages`` of a PDF, ``entries`` of a feed, ``tags`` of a page; ``seconds`` for
    one PDF, or one answer from the network; ``redirects`` of an address."""

    bytes: int = MAX_BYTES
    ratio: int = 200
    members: int = 100_000
    depth: int = 3
    pages: int = 2_000
    entries: int = 10_000
    tags: int = 40_000
    seconds: int = 60
    redirects: int = 5


NAMES = tuple(field.name for field in fields(Limits))


def limits_of(named: Mapping[str, object], *, max_bytes: int | None = None) -> Limits:
    """The limits that a user asked for.

    Raises: UsageError for a limit that there is not, and for a number below one.
    """
    found: dict[str, int] = {}
    for name, value in named.items():
        if name not in NAMES:
            raise UsageError(f"no limit is named {name!r}", hint=f"limits: {', '.join(NAMES)}")
        found[name] = _number(f"--limit {name}", value)
    if max_bytes is not None:
        found["bytes"] = _number("--max-bytes", max_bytes)
    return Limits(**found)


def _number(option: str, value: object) -> int:
    try:
        number = int(str(value).replace("_", ""))
    except ValueError:
        number = 0
    if number < 1:
        raise UsageError(f"{option} is a number above zero, not {value!r}")
    return number


def too_much(what: str, name: str, limit: int, *, place: str, hint: str = "") -> InputError:
    """What an input is refused with that goes beyond a limit."""
    rest = f"if it is meant to be so, raise the limit with --limit {name}={limit * 10}"
    return InputError(what, place=place, hint=f"{hint}, or {rest}" if hint else rest)


def too_long(place: str, limit: int) -> InputError:
    size = f"{limit / 1_000_000:g} MB" if limit >= 1_000_000 else f"{limit:,} bytes"
    hint = f"split it into articles, or raise the limit with --max-bytes {limit * 10}"
    return InputError(f"is more than {size} for one article", place=place, hint=hint)


class Budget:
    """How much may still come out of one packed file. ``packed``: how many bytes of it were taken in so far.

    Everything that is unpacked on the way counts, so archives in archives do not multiply what is allowed.
    """

    def __init__(self, place: str, packed: Callable[[], int], ratio: int) -> None:
        self.place, self.packed, self.ratio = place, packed, ratio
        self.unpacked = 0

    def spend(self, count: int) -> None:
        """Raises: InputError when more came out than any text yields."""
        self.unpacked += count
        if self.unpacked > FREE and self.unpacked > self.ratio * max(self.packed(), 1):
            raise too_much(f"unpacks to more than {self.ratio} times its size", "ratio", self.ratio, place=self.place)
