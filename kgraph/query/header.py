"""Read a template file: the comment block at its top is its header, and what it declares must be what the Cypher uses.

The header is for people first::

    // Who accuses whom, and of what
    //
    // Every accusation, the newest first.
    //
    // Parameters
    //   actor (actor): only accusations by or against this actor
    //   limit (integer = 25): at most so many rows
    //
    // Columns
    //   accuser (string): who accuses
    //
    // Example
    //   kgraph query who-accuses-whom --actor Ankara
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import NoReturn

from kgraph.errors import DataError, UsageError
from kgraph.query.checks import check_template
from kgraph.query.template import Column, Default, Parameter, Template, Type, did_you_mean
from kgraph.query.values import typed

SECTIONS = ("Parameters", "Columns", "Example")
RESERVED = frozenset("database format graph help journal out output password queries timeout user".split())
"""Parameter names that the command line keeps for itself."""

_NAME = re.compile(r"[a-z][a-z0-9_]*")
_ENTRY = re.compile(r"(?P<name>\S+) \((?P<type>[^=()]+?)(?: = (?P<default>.+?))?\): (?P<description>\S.*)")
_FILE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@dataclass(slots=True)
class _Header:
    """The header as it is collected: lines of each section with their numbers."""

    title: str
    description: list[str] = field(default_factory=list)
    sections: dict[str, list[tuple[int, str]]] = field(default_factory=dict)


def read_template(path: Path) -> Template:
    """Raises: DataError that names file and line when the header or the Cypher breaks the rules."""
    if not _FILE.fullmatch(path.stem):
        raise DataError("a template is named in small letters, digits and dashes", place=str(path), hint="rename it")
    return parse_template(read_text(path), path=path)


def read_text(path: Path) -> str:
    """Raises: DataError that names the file when it cannot be read."""
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise DataError(f"cannot be read: {error}", place=str(path), hint="save it as UTF-8 text") from error


def parse_template(text: str, *, path: Path) -> Template:
    """``path`` names the template (its stem) and the place in errors."""
    text = text.replace("\r\n", "\n").removeprefix("\ufeff")
    lines = text.split("\n")
    size = next((i for i, line in enumerate(lines) if not line.startswith("//")), len(lines))
    header = _collect(lines[:size], path)
    template = Template(
        name=path.stem,
        title=header.title,
        description=" ".join(header.description),
        parameters=tuple(_parameters(header, path)),
        columns=tuple(_columns(header, path)),
        example=_example(header, path),
        cypher="\n".join(lines[size:]).strip().rstrip(";").rstrip(),
        text=text,
        path=path,
    )
    check_template(template)
    return template


def _collect(lines: list[str], path: Path) -> _Header:
    title = lines[0].removeprefix("//").strip() if lines else ""
    if not title:
        _refuse(path, 1, "the first line is not a title", 'write "// Who accuses whom" there')
    header, section = _Header(title), ""
    for number, line in enumerate(lines[1:], start=2):
        content = line.removeprefix("//").rstrip()
        if content.startswith("  "):
            if not section:
                before = lines[number - 2].removeprefix("//").strip()
                near = did_you_mean(before.capitalize(), SECTIONS) or f"; the sections are {', '.join(SECTIONS)}"
                _refuse(path, number - 1, f"{before!r} is not a section{near}", "set the description without indent")
            header.sections[section].append((number, content.strip()))
        elif content.strip() in SECTIONS:
            section = content.strip()
            if section in header.sections:
                _refuse(path, number, f"a second section {section}", "join the two")
            header.sections[section] = []
        elif content.strip():
            if header.sections:
                _refuse(path, number, f"{content.strip()!r} belongs to no section", "indent it, or move it up")
            header.description.append(content.strip())
    if not header.description:
        _refuse(path, 2, "there is no description", "say in a sentence or two what the rows are")
    return header


def _entries(header: _Header, section: str, path: Path) -> Iterator[tuple[int, re.Match[str], Type]]:
    """The lines of a section; no name twice."""
    seen: set[str] = set()
    for number, line in header.sections.get(section, []):
        match = _ENTRY.fullmatch(line)
        if match is None or not _NAME.fullmatch(match["name"]):
            _refuse(path, number, f"cannot read {line!r}", "write: name (type): what it means")
        if match["name"] in seen:
            _refuse(path, number, f"{match['name']!r} is declared twice", "take one out")
        seen.add(match["name"])
        try:
            yield number, match, Type(match["type"].strip())
        except ValueError:
            near = did_you_mean(match["type"], list(Type))
            _refuse(path, number, f"no type {match['type']!r}{near}", f"the types are {', '.join(Type)}")


def _parameters(header: _Header, path: Path) -> Iterator[Parameter]:
    for number, match, kind in _entries(header, "Parameters", path):
        name = match["name"]
        if name in RESERVED:
            _refuse(path, number, f"{name!r} is an option of the command line", "choose another name")
        parameter = Parameter(name, kind, None, match["description"], number)
        default = _default(parameter, match["default"], path)
        yield Parameter(name, kind, default, match["description"], number)


def _default(parameter: Parameter, text: str | None, path: Path) -> Default:
    if text is None or text == "null":
        return None
    bare = text[1:-1] if len(text) > 1 and text[0] == text[-1] == '"' else text
    try:
        return typed(parameter, bare)
    except UsageError as error:
        _refuse(path, parameter.line, f"the default of {error.message}", "mend the default")


def _columns(header: _Header, path: Path) -> Iterator[Column]:
    for number, match, kind in _entries(header, "Columns", path):
        if kind is Type.ACTOR or match["default"]:
            _refuse(path, number, f"the column {match['name']!r} needs a plain type", "write: name (string): ...")
        yield Column(match["name"], kind, match["description"], number)
    if not header.sections.get("Columns"):
        _refuse(path, 1, "no columns are declared", 'add a section "// Columns"')


def _example(header: _Header, path: Path) -> str:
    lines = header.sections.get("Example", [])
    if len(lines) != 1 or not re.match(rf"kgraph query {re.escape(path.stem)}(?: |$)", lines[0][1]):
        number = lines[0][0] if lines else 1
        _refuse(path, number, "there is no example of one line", f'write "//   kgraph query {path.stem} ..." there')
    return lines[0][1]


def _refuse(path: Path, line: int, message: str, hint: str) -> NoReturn:
    raise DataError(message, place=f"{path}:{line}", hint=hint)
