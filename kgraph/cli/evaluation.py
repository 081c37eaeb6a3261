"""eval: how well the reading agrees with hand-made readings."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from kgraph.cli.common import emit, format_option, note, progress, reader_options


@click.command()
@click.argument("gold", type=click.Path(path_type=Path))
@click.option("--only", metavar="NAME", multiple=True, help="Only this gold set; repeatable.")
@reader_options
@format_option
def evaluate(gold: Path, only: tuple[str, ...], format: str | None, **options: Any) -> int:
    """Score the reading against gold sets. GOLD is a folder, or one file of it.

    \b
    kgraph eval gold/ --only seed
    """
    from kgraph.api import evaluate as score

    with progress("scoring"):
        rows = score(gold, only=only or None, **options)
    code = emit(rows, format, searched=f"no gold set found in {gold}")
    if code == 0:
        note("precision, recall and F1 in percent; hard errors are what must never happen")
    return code
