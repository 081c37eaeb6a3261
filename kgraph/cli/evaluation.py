"""eval: how well the reading agrees with hand-made readings."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kgraph.cli.common import emit, format_option, note, progress
from kgraph.ports import Extractor, Rows

if TYPE_CHECKING:
    from kgraph.evaluation import EvalSettings, SetScore


@click.command()
@click.argument("gold", type=click.Path(path_type=Path))
@click.option("--only", metavar="NAME", multiple=True, help="Only this gold set; repeatable.")
@click.option("--model", metavar="NAME", help="The spaCy model that parses.")
@click.option(
    "--resamples", type=click.IntRange(min=0), default=500, help="For the intervals of F1; 0 leaves them out."
)
@click.option("--remarks", is_flag=True, help="Also say what was missed or wrong, on stderr.")
@format_option
def evaluate(
    gold: Path, only: tuple[str, ...], model: str | None, resamples: int, remarks: bool, format: str | None
) -> int:
    """Score the reading against gold sets: precision, recall, F1. GOLD is a folder of gold sets, or one file of it.

    A gold set says itself which actors it knows and how wide its attribution is.

    \b
    kgraph eval gold/ --only seed
    """
    from kgraph.evaluation import COLUMNS
    from kgraph.evaluation import evaluate as score
    from kgraph.reading import article

    scores = []
    with progress("scoring") as step:
        for found in score(gold, _maker(model), only=only or None, article=article, resamples=resamples):
            scores.append(found)
            step(len(scores), found.name)
    code = emit(
        Rows(COLUMNS, tuple(tuple(_rounded(cell) for cell in row) for found in scores for row in found.rows())),
        format,
        searched=f"no gold set found in {gold}",
    )
    for found in scores:
        _say(found, remarks=remarks)
    return code


def _maker(model: str | None) -> Callable[[EvalSettings], Extractor]:
    from kgraph.api import extractor
    from kgraph.settings import load

    settings = load(model=model)

    def make(asked: EvalSettings) -> Extractor:
        actors = str(asked.actors) if asked.actors else None
        return extractor(replace(settings, jobs=1, actors=actors, attribution=asked.attribution))

    return make


def _rounded(cell: object) -> object:
    return round(cell, 4) if isinstance(cell, float) else cell


def _say(found: SetScore, *, remarks: bool) -> None:
    counts = ", ".join(f"{name} {value:g}" for name, value in found.counts.items())
    note(f"{found.name}: {found.articles} texts in {found.seconds:.1f} s; {counts}")
    if remarks:
        for remark in found.remarks:
            note(f"  {remark}")
