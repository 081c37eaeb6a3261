"""Rows as a table on a terminal; as one record under the other where the columns would not fit."""

from __future__ import annotations

import os
import shutil
from typing import TextIO

from rich.box import SIMPLE_HEAD
from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text

from kgraph.output.cells import terminal
from kgraph.ports import Rows

WIDTH_IN_A_PIPE = 120
_SHORT = 20  # cells up to this length stay on one line
_ROOM_FOR_WORDS = 22  # a column of sentences narrower than this cannot be read
_GAP = 2


def write_table(rows: Rows, stream: TextIO) -> None:
    console = console_for(stream)
    cells = [[terminal(value) for value in row] for row in rows.rows]
    headings = [terminal(column) for column in rows.columns]
    if _fits(headings, cells, console.width):
        console.print(_table(headings, cells, rows))
    else:
        _write_records(headings, cells, console)


def console_for(stream: TextIO) -> Console:
    """A console on ``stream`` that draws no colours into a pipe and invents no markup from the words it prints."""
    return Console(file=stream, width=_width(stream), markup=False, emoji=False, highlight=False, soft_wrap=False)


def _width(stream: TextIO) -> int:
    if (columns := os.environ.get("COLUMNS", "")).isdigit() and int(columns) > 0:
        return int(columns)
    is_terminal = getattr(stream, "isatty", lambda: False)()
    return shutil.get_terminal_size().columns if is_terminal else WIDTH_IN_A_PIPE


def _widest(column: list[str]) -> int:
    return max((cell_len(line) for cell in column for line in cell.split("\n")), default=0)


def _room(column: list[str]) -> int:
    """How many places a column needs at least."""
    widest = _widest(column)
    return widest if widest <= _SHORT else _ROOM_FOR_WORDS


def _fits(headings: list[str], cells: list[list[str]], width: int) -> bool:
    columns = [[heading, *(row[i] for row in cells)] for i, heading in enumerate(headings)]
    return sum(_room(column) + _GAP for column in columns) <= width


def _table(headings: list[str], cells: list[list[str]], rows: Rows) -> Table:
    table = Table(box=SIMPLE_HEAD, pad_edge=False, padding=(0, _GAP, 0, 0), header_style="bold", show_edge=False)
    for i, heading in enumerate(headings):
        column = [row[i] for row in cells]
        numbers = bool(column) and all(_is_number(row[i]) for row in rows.rows)
        short = _widest([heading, *column]) <= _SHORT
        table.add_column(Text(heading), justify="right" if numbers else "left", no_wrap=short, overflow="fold")
    for row in cells:
        table.add_row(*(Text(cell) for cell in row))
    return table


def _is_number(value: object) -> bool:
    return value is None or (isinstance(value, (int, float)) and not isinstance(value, bool))


def _write_records(headings: list[str], cells: list[list[str]], console: Console) -> None:
    """Like ``\\x`` in a database prompt: too many columns for one line become one line each."""
    for number, row in enumerate(cells, start=1):
        grid = Table.grid(padding=(0, _GAP, 0, 0))
        grid.add_column(style="bold", no_wrap=True)
        grid.add_column(overflow="fold")
        for heading, cell in zip(headings, row, strict=True):
            if cell:
                grid.add_row(Text(heading), Text(cell))
        console.print(Text(f"{number}", style="dim"))
        console.print(grid)
        console.print()
