"""How well it reads: the retold story of the tests, and the gold sets where KGRAPH_GOLD names their folder."""

from __future__ import annotations

import os
from pathlib import Path

from benchmarks.measuring import ROOT
from kgraph.api import extractor
from kgraph.evaluation import EvalSettings, SetScore, evaluate
from kgraph.ports import Extractor
from kgraph.reading import article
from kgraph.settings import Settings


def main() -> None:
    folders = [ROOT / "tests" / "data" / "retold"]
    if gold := os.environ.get("KGRAPH_GOLD"):
        folders.append(Path(gold))
    for folder in folders:
        for score in evaluate(folder, _extractor_for, article=article):
            _report(score)


def _extractor_for(asked: EvalSettings) -> Extractor:
    return extractor(Settings(actors=str(asked.actors) if asked.actors else None, attribution=asked.attribution))


def _report(score: SetScore) -> None:
    print(f"  {score.name} ({score.articles} texts)")
    for _, name, precision, recall, f1, n in score.rows():
        figures = " ".join("     " if figure is None else f"{100 * figure:5.1f}" for figure in (precision, recall, f1))
        print(f"    {name:40s} P R F1 {figures}  n {n}")
    counts = {name: count for name, count in score.counts.items() if count}
    print("    " + ", ".join(f"{name} {count:.3g}" for name, count in counts.items()))


if __name__ == "__main__":
    main()
