"""Claims on a terminal: a few lines each, wrapped so that every line says by its indent what it belongs to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TextIO

from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from kgraph.output.cells import terminal
from kgraph.output.claims import ClaimView, details
from kgraph.output.tables import console_for, write_drawn

_INDENT = (0, 0, 0, 2)


def write_cards(claims: Sequence[ClaimView], stream: TextIO) -> None:
    """Three lines a claim: what, how it stands on whose word, the exact words."""
    console = console_for(stream)
    with console.capture() as drawn:
        for number, claim in enumerate(claims):
            if number:
                console.print()
            _write_short(claim, console)
    write_drawn(drawn.get(), stream)


def write_card(claim: ClaimView, stream: TextIO) -> None:
    """One claim with everything that is known of it, for ``kgraph claims show``."""
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(style="dim", no_wrap=True)
    grid.add_column(overflow="fold")
    for name, value in details(claim):
        grid.add_row(Text(name), _text(value))
    console = console_for(stream)
    with console.capture() as drawn:
        console.print(_text(claim.core, style="bold"))
        console.print(Padding(grid, _INDENT))
    write_drawn(drawn.get(), stream)


def _write_short(claim: ClaimView, console: Console) -> None:
    standing = [claim.standing, f"said by {claim.speaker}"]
    if claim.denied_by:
        standing.append(f"DENIED by {claim.deniers}")
    words = Text.assemble(_text(f"“{claim.quote}”"), " ", _text(f"({claim.source}; {claim.id})", style="dim"))
    below: list[RenderableType] = [_text(" · ".join(standing)), words]
    console.print(_text(claim.core, style="bold"))
    for line in below:
        console.print(Padding(line, _INDENT))


def _text(words: str, *, style: str = "") -> Text:
    """Words of an article, without their own line breaks."""
    return Text(" ".join(terminal(words).split()), style=style)
