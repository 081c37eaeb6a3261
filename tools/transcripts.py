"""Keep the console blocks of the documents true: run their commands and compare, or write what they really print.

    python -m tools.transcripts README.md docs/tutorial.md            says what differs
    python -m tools.transcripts --write README.md docs/tutorial.md    puts the real output in

A block begins with ```console; a line "$ command" is run in bash, "> " continues it, what follows is its output. A line
"..." stands for any lines. The blocks of one file are run in order, in one empty folder, on a terminal 80 wide.
"""

from __future__ import annotations

import os
import pty
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Thread

ROOT = Path(__file__).resolve().parent.parent
WIDTH = 80
_BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Step:
    """A command of a document and the output that the document shows for it."""

    command: str
    expected: tuple[str, ...]
    line: int


def steps_of(text: str) -> Iterator[Step]:
    """The commands of all console blocks, in order."""
    for block in _BLOCK.finditer(text):
        line = text.count("\n", 0, block.start(1)) + 1
        for command, output, offset in _commands(block[1].splitlines()):
            yield Step("\n".join(command), tuple(output), line + offset)


def _commands(lines: Sequence[str]) -> Iterator[tuple[list[str], list[str], int]]:
    command: list[str] = []
    output: list[str] = []
    begun = 0
    for number, line in enumerate(lines):
        if line.startswith("$ "):
            if command:
                yield command, output, begun
            command, output, begun = [line[2:]], [], number
        elif line.startswith(">") and command and not output:
            command.append(line[2:])
        else:
            output.append(line)
    if command:
        yield command, output, begun


def run(command: str, *, folder: Path) -> list[str]:
    """The lines that a person would see: standard output on a terminal, then what went to standard error."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("KGRAPH_")} | {
        "PATH": f"{_shim()}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT),
        "COLUMNS": str(WIDTH),
        "TERM": "dumb",
        "NO_COLOR": "1",
        "LANG": "C.UTF-8",
        "PYTHONUTF8": "1",
    }
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        ["bash", "-c", command],
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=theirs,
        stderr=subprocess.PIPE,
    )
    os.close(theirs)
    said: list[bytes] = []
    listener = Thread(target=lambda: said.append(process.stderr.read() if process.stderr else b""))
    listener.start()
    shown = b"".join(_read(ours))
    os.close(ours)
    listener.join()
    process.wait()
    text = (shown + b"".join(said)).decode("utf-8", "replace").replace("\r\n", "\n")
    return [line.rstrip() for line in text.rstrip("\n").split("\n")] if text.strip() else []


def _read(terminal: int) -> Iterator[bytes]:
    while True:
        try:
            data = os.read(terminal, 65536)
        except OSError:  # Linux says so when the other end is closed
            return
        if not data:
            return
        yield data


def _shim() -> str:
    """A folder with a ``kgraph`` that is this checkout under this Python, whatever else is installed."""
    folder = Path(tempfile.gettempdir()) / f"kgraph-transcripts-{os.getpid()}"
    script = folder / "kgraph"
    if not script.exists():
        folder.mkdir(exist_ok=True)
        script.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m kgraph "$@"\n')
        script.chmod(0o755)
    return str(folder)


def matches(expected: Sequence[str], shown: Sequence[str]) -> bool:
    """Whether the output is the one shown in the document; "..." stands for any lines."""
    if not expected:
        return not shown
    if expected[0].strip() == "...":
        return any(matches(expected[1:], shown[at:]) for at in range(len(shown) + 1))
    return bool(shown) and expected[0].rstrip() == shown[0].rstrip() and matches(expected[1:], shown[1:])


def differences(path: Path, *, folder: Path) -> list[str]:
    """What a document shows and kgraph does not print, each with its place."""
    found = []
    for step in steps_of(path.read_text(encoding="utf-8")):
        shown = run(step.command, folder=folder)
        if not matches(step.expected, shown):
            real = "\n".join(f"    {line}" for line in shown)
            found.append(f"{path.name}:{step.line}: $ {step.command.splitlines()[0]}\n  really prints\n{real}")
    return found


def rewritten(path: Path, *, folder: Path) -> str:
    """The document with the output that its commands really have; output that still matches stays as it is."""

    def block(match: re.Match[str]) -> str:
        lines: list[str] = []
        for command, output, _ in _commands(match[1].splitlines()):
            shown = run("\n".join(command), folder=folder)
            first, *more = command
            lines += [f"$ {first}", *(f"> {line}".rstrip() for line in more)]
            lines += output if matches(output, shown) else shown
        return "```console\n" + "".join(f"{line}\n" for line in lines) + "```"

    return _BLOCK.sub(block, path.read_text(encoding="utf-8"))


def main(arguments: Sequence[str]) -> int:
    write = "--write" in arguments
    wrong = 0
    for name in (name for name in arguments if not name.startswith("--")):
        with tempfile.TemporaryDirectory() as folder:
            if write:
                Path(name).write_text(rewritten(Path(name), folder=Path(folder)), encoding="utf-8")
            else:
                for difference in differences(Path(name), folder=Path(folder)):
                    wrong += 1
                    print(difference)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
