"""How well does it read? Gold sets in, precision, recall and F1 out, by rules that do not look inside the extractor."""

from kgraph.evaluation.hard_errors import HardError, HardErrorKind, hard_errors
from kgraph.evaluation.projection import Projection
from kgraph.evaluation.readings import Edge, Reading
from kgraph.evaluation.run import ArticleMaker, evaluate, plain_article, score
from kgraph.evaluation.scores import COLUMNS, Measure, SetScore
from kgraph.evaluation.sets import EvalSettings, GoldSet, GoldText, Kind, gold_sets

__all__ = [
    "COLUMNS",
    "ArticleMaker",
    "Edge",
    "EvalSettings",
    "GoldSet",
    "GoldText",
    "HardError",
    "HardErrorKind",
    "Kind",
    "Measure",
    "Projection",
    "Reading",
    "SetScore",
    "evaluate",
    "gold_sets",
    "hard_errors",
    "plain_article",
    "score",
]
