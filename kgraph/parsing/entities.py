"""The model's own named entities, found for a batch of texts at once.

spaCy decodes token by token and takes Python's lock for every label it weighs: half of the recogniser's time. But its
scores depend on a token alone as long as no entity is open, and else on the token, the one before and the first of the
entity. So all tokens are scored as if none were open, and each entity that could begin is followed to its end.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

import numpy
from spacy.attrs import ENT_IOB, IS_SPACE, SENT_START  # type: ignore[import-not-found]
from spacy.language import Language
from spacy.pipeline import EntityRecognizer
from spacy.tokens import Doc, Span

_NAME = "kgraph_entities"
_SLOTS = 3  # what a score depends on: this token, the first of the open entity, the one before this
_NEVER = float("-inf")


def find_entities_in_batches(nlp: Language) -> None:
    """Put this in the place of the pipeline's recogniser, where that is one whose scores are of the kind we know."""
    if nlp.has_pipe("ner") and "ner" not in nlp.disabled and _is_known(nlp.get_pipe("ner")):
        nlp.add_pipe(_NAME, after="ner")
        nlp.disable_pipe("ner")


def _is_known(recogniser: Any) -> bool:
    if not isinstance(recogniser, EntityRecognizer) or recogniser.cfg.get("beam_width") != 1:
        return False
    model = recogniser.model
    plain = model.attrs["has_upper"] and not model.attrs["unseen_classes"] and model.ops.name == "numpy"
    return bool(plain) and model.get_ref("lower").get_dim("nF") == _SLOTS


@Language.factory(_NAME, assigns=["doc.ents", "token.ent_iob", "token.ent_type"])
def _entities(nlp: Language, name: str) -> BatchEntities:
    return BatchEntities(nlp.get_pipe("ner"))


class BatchEntities:
    """An EntityRecognizer that decodes a batch at once. Its entities are the recogniser's."""

    def __init__(self, recogniser: Any) -> None:
        self.recogniser, self.model = recogniser, recogniser.model
        moves = {recogniser.moves.get_class_name(number): number for number in range(recogniser.moves.n_moves)}
        strings = recogniser.vocab.strings
        self.labels = {number: strings[name[2:]] for name, number in moves.items() if name[:2] in ("B-", "U-")}
        self.begin, self.unit = _of(moves, "B-"), _of(moves, "U-")
        self.outside = moves["O"]
        self.closed = numpy.array([*self.begin, *self.unit, self.outside])
        self.goes_on, self.ends = numpy.zeros((2, len(moves)), dtype="int64")  # of each move that begins an entity
        for name, number in moves.items():
            if number in self.begin:
                self.goes_on[number], self.ends[number] = moves["I-" + name[2:]], moves["L-" + name[2:]]

    def __call__(self, doc: Doc) -> Doc:
        self.annotate([doc])
        return doc

    def pipe(self, stream: Iterable[Doc], *, batch_size: int) -> Iterator[Doc]:
        remaining = iter(stream)
        while docs := list(islice(remaining, batch_size)):
            self.annotate(docs)
            yield from docs

    def annotate(self, docs: Sequence[Doc]) -> None:
        docs = [doc for doc in docs if len(doc)]
        if any(doc.to_array([ENT_IOB]).any() for doc in docs):  # whoever came before us has a say
            self.recogniser.set_annotations(docs, self.recogniser.predict(docs))
            return
        for doc, entities in zip(docs, self._find(docs) if docs else [], strict=True):
            doc.set_ents([Span(doc, a, b, label=label) for a, b, label in entities], default="outside")

    def _find(self, docs: Sequence[Doc]) -> list[list[tuple[int, int, int]]]:
        scores = _Scores(self.model, docs)
        is_space = numpy.concatenate([doc.to_array([IS_SPACE]).reshape(-1) for doc in docs]).astype(bool)
        may_go_on = numpy.concatenate([_followed(doc) for doc in docs])
        closed = scores.when_closed()
        allowed = numpy.zeros(closed.shape, dtype=bool)
        allowed[:, self.outside] = True
        allowed[:, self.unit] = ~is_space[:, None]
        allowed[:, self.begin] = (~is_space & may_go_on)[:, None]
        moves = numpy.where(allowed, closed, _NEVER).argmax(axis=1)
        stops = self._stops(scores, moves, may_go_on)
        found, first = [], 0
        for doc in docs:
            found.append(self._in_order(moves, stops, first, first + len(doc)))
            first += len(doc)
        return found

    def _stops(self, scores: _Scores, moves: Any, may_go_on: Any) -> Any:
        """Where an entity ends (exclusive) that begins at a token, if one does."""
        stops = numpy.arange(1, len(moves) + 1)
        starts = numpy.flatnonzero(numpy.isin(moves, self.begin))
        at = starts + 1
        while len(starts):
            open_ = scores.when_open(at, starts)
            each = numpy.arange(len(starts))
            inner, last = open_[each, self.goes_on[moves[starts]]], open_[each, self.ends[moves[starts]]]
            on = may_go_on[at] & (inner >= last)
            stops[starts[~on]] = at[~on] + 1
            starts, at = starts[on], at[on] + 1
        return stops

    def _in_order(self, moves: Any, stops: Any, first: int, end: int) -> list[tuple[int, int, int]]:
        """The entities from token ``first`` on; what begins inside another does not begin."""
        found, free = [], first
        for at in (numpy.flatnonzero(moves[first:end] != self.outside) + first).tolist():
            if at >= free:
                free = int(stops[at])
                found.append((at - first, free - first, self.labels[int(moves[at])]))
        return found


class _Scores:
    """Scores of every move at every token of a batch, with an open entity and without."""

    def __init__(self, model: Any, docs: Sequence[Doc]) -> None:
        lower, upper = model.get_ref("lower"), model.get_ref("upper")
        shares = lower.predict(model.get_ref("tok2vec").predict(docs))
        self.absent, self.shares = shares[0], shares[1:]  # token, slot, hidden, piece
        self.bias, self.weights, self.upper_bias = lower.get_param("b"), upper.get_param("W"), upper.get_param("b")

    def when_closed(self) -> Any:
        return self._scores(self.shares[:, 0], self.absent[1], self.absent[2])

    def when_open(self, at: Any, starts: Any) -> Any:
        return self._scores(self.shares[at, 0], self.shares[starts, 1], self.shares[at - 1, 2])

    def _scores(self, token: Any, start: Any, before: Any) -> Any:
        hidden = token + start  # in spaCy's order, so that sums are the same to the last digit
        hidden += before
        hidden += self.bias
        return hidden.max(axis=-1) @ self.weights.T + self.upper_bias


def _followed(doc: Doc) -> Any:
    """Whether a token of the same sentence comes next."""
    starts = doc.to_array([SENT_START]).reshape(-1)
    followed = numpy.zeros(len(doc), dtype=bool)
    followed[:-1] = starts[1:] != 1
    return followed


def _of(moves: dict[str, int], prefix: str) -> list[int]:
    return [number for name, number in moves.items() if name.startswith(prefix) and name != prefix]
