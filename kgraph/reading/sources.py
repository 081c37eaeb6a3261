"""What the user named -> files, in a settled order: files, folders (recursive, sorted, no hidden ones), globs, "-"."""

from __future__ import annotations

import difflib
import glob
import os
import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from kgraph.errors import InputError
from kgraph.reading.options import Tell

STDIN = "-"
FORMATS = {
    ".txt": "text",
    ".text": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".json": "json",
}
READABLE = ".txt .md .html .jsonl .json"


def files_of(sources: Sequence[str], *, tell: Tell) -> Iterator[str]:
    """Paths of files, and "-". A file that two sources name comes once."""
    seen: set[str] = set()
    for source in sources:
        for path in _files(source, tell=tell):
            key = path if path == STDIN else os.path.realpath(path)
            if key not in seen:
                seen.add(key)
                yield path


def _files(source: str, *, tell: Tell) -> Iterator[str]:
    if source == STDIN:
        yield STDIN
    elif os.path.isdir(source):
        yield from _files_below(source, tell=tell)
    elif os.path.lexists(source):
        yield source
    elif re.match(r"[a-z][a-z0-9+.-]+://", source, re.IGNORECASE):
        hint = "save the page as .html and give the file"
        tell.error(InputError("is an address; kgraph reads files and fetches nothing", place=source, hint=hint))
    elif glob.has_magic(source):
        yield from _matches(source, tell=tell)
    else:
        tell.error(InputError("is not there", place=source, hint=_near(source)))


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
            if Path(name).suffix.lower() in FORMATS:
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
