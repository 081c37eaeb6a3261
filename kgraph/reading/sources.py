"""What the user named -> files, in a settled order: files, folders (recursive, sorted, no hidden ones), globs,
addresses, lists of all these, "-"."""

from __future__ import annotations

import difflib
import glob
import os
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import nullcontext
from pathlib import Path
from typing import BinaryIO

from kgraph.errors import InputError
from kgraph.reading.forms import READABLE, by_suffix
from kgraph.reading.options import Tell
from kgraph.reading.streams import bounded_lines

STDIN = "-"
_LONGEST_NAME = 32_000  # bytes; no system takes longer ones
_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]+://", re.IGNORECASE)
_WEB = re.compile(r"https?://", re.IGNORECASE)


def is_address(source: str) -> bool:
    """Whether a source is fetched from the network."""
    return _WEB.match(source) is not None


def again(path: str) -> str:
    """What names the same input in any folder, so that it can be read again; "" for standard input."""
    if path in (STDIN, "", "standard input"):
        return ""
    return path if _ADDRESS.match(path) else os.path.abspath(path)


def files_of(sources: Iterable[str], *, tell: Tell) -> Iterator[str]:
    """Paths of files, addresses, and "-". A file that two sources name comes once."""
    seen: set[str] = set()
    for source in sources:
        for path in _files(source, tell=tell):
            key = path if path == STDIN or is_address(path) else os.path.realpath(path)
            if key not in seen:
                seen.add(key)
                yield path


def _files(source: str, *, tell: Tell) -> Iterator[str]:
    if source == STDIN:
        yield STDIN
    elif os.path.isdir(source):
        yield from _files_below(source, tell=tell)
    elif os.path.lexists(source) or is_address(source):
        yield source
    elif _ADDRESS.match(source):
        hint = "kgraph fetches from http:// and https://; else save it as a file"
        tell.error(InputError("is an address of a kind that is not fetched", place=source, hint=hint))
    elif glob.has_magic(source):
        yield from _matches(source, tell=tell)
    else:
        tell.error(InputError("is not there", place=source, hint=_near(source)))


def listed_in(files: Sequence[str], *, tell: Tell, stdin: BinaryIO) -> Iterator[str]:
    """The sources that the files name, one on each line; "-" is standard input. Blank lines are none."""
    for file in files:
        try:
            with nullcontext(stdin) if file == STDIN else open(file, "rb") as lines:
                for line, whole in bounded_lines(lines, _LONGEST_NAME):
                    name = os.fsdecode(line.strip(b"\r\n"))
                    if not whole or "\0" in name:
                        tell.error(InputError("has a line that is no name of a file", place=file, hint="mend the list"))
                    elif name.strip():
                        yield name
        except OSError as error:
            tell.error(InputError(reason(error), place=file, hint="check the list of files and its permissions"))


def _matches(pattern: str, *, tell: Tell) -> Iterator[str]:
    found = sorted(glob.glob(pattern, recursive=True))
    if not found:
        tell.error(InputError("no file matches", place=pattern, hint="check the pattern and the folder"))
    for path in found:
        if not os.path.isdir(path):
            yield path
        elif "**" not in pattern:  # with "**" its files match by themselves
            yield from _files_below(path, tell=tell)


def _files_below(folder: str, *, tell: Tell) -> Iterator[str]:
    """The readable files of a folder, names sorted, each folder's own files before its subfolders."""
    skipped: list[str] = []
    count = 0
    for where, folders, names in os.walk(folder, onerror=_cannot_enter(tell)):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(name for name in names if not name.startswith(".")):
            path = os.path.join(where, name)
            if by_suffix(name) is not None:
                count += 1
                yield path
            else:
                skipped.append(path)
    if not count:
        there = f" ({len(skipped)} other {_files_word(len(skipped))})" if skipped else ""
        tell.error(InputError(f"no articles in this folder{there}", place=folder, hint=f"kgraph reads {READABLE}"))
    elif skipped:
        kinds = ", ".join(sorted({Path(path).suffix.lower() or Path(path).name for path in skipped})[:6])
        tell.note(f"{folder}: {len(skipped)} {_files_word(len(skipped))} left out ({kinds}); kgraph reads {READABLE}")


def _files_word(count: int) -> str:
    return "file" if count == 1 else "files"


def _cannot_enter(tell: Tell) -> Callable[[OSError], None]:
    def report(error: OSError) -> None:
        place = str(error.filename or "")
        tell.error(InputError(reason(error), place=place, hint="check the folder's permissions"))

    return report


def reason(error: OSError) -> str:
    """An operating system's error in a user's words."""
    if isinstance(error, PermissionError):
        return "no permission to read it"
    if isinstance(error, FileNotFoundError):
        return "is not there"
    if isinstance(error, IsADirectoryError):
        return "is a folder"
    return f"cannot be read ({error.strerror or error})"


def _near(source: str) -> str:
    """What the user may have meant: a name much like it in the same folder."""
    folder = os.path.dirname(source) or "."
    if not os.path.isdir(folder):
        return f"there is no folder {folder!r} either; check the path"
    try:
        names = os.listdir(folder)
    except OSError:
        names = []
    close = difflib.get_close_matches(os.path.basename(source), names, n=1, cutoff=0.7)
    return f"did you mean {os.path.join(os.path.dirname(source), close[0])!r}?" if close else "check the path"
