"""Reads the packaged data files of this folder. A file that breaks its own rules is a DataError with its place."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from importlib.resources import files
from typing import Any

from kgraph.errors import DataError


def read_toml(name: str) -> dict[str, Any]:
    """The tables of ``name``, a TOML file beside this module."""
    try:
        return tomllib.loads(_text(name))
    except tomllib.TOMLDecodeError as error:
        raise DataError(str(error), place=name, hint="mend the file") from error


def read_tsv(name: str) -> Iterator[dict[str, str]]:
    """The rows of ``name``: comments start with #, the first other line names the columns."""
    lines = [line for line in _text(name).splitlines() if line and not line.startswith("#")]
    columns = lines[0].split("\t")
    for number, line in enumerate(lines[1:], start=2):
        cells = line.split("\t")
        if len(cells) != len(columns):
            raise DataError(
                f"{len(cells)} cells, {len(columns)} columns", place=f"{name}, row {number}", hint="use tabs"
            )
        yield dict(zip(columns, cells, strict=True))


def _text(name: str) -> str:
    return files(__package__).joinpath(name).read_text(encoding="utf-8")
