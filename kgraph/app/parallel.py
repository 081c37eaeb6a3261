"""Read with several processes: articles out in batches, extractions back in the order the articles came.

Every process builds its own extractor once. Only a few batches are under way at a time, so memory does not grow with
the number of articles.
"""

from __future__ import annotations

import gc
import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import cached_property
from itertools import chain, islice
from multiprocessing import get_context

from kgraph.model import Article, Extraction, ExtractorInfo
from kgraph.ports import Extractor

MakeExtractor = Callable[[], Extractor]
_BATCH = 16  # articles: small enough that the last process is not waited for long

_extractor: Extractor | None = None  # of this worker process


class ParallelExtractor:
    """An extractor that is ``jobs`` extractors. ``make`` is a picklable function that builds one."""

    def __init__(self, make: MakeExtractor, *, jobs: int) -> None:
        self.make, self.jobs = make, jobs

    @cached_property
    def info(self) -> ExtractorInfo:
        return self.make().info  # only the extractor itself knows its model's version

    def extract(self, articles: Iterable[Article]) -> Iterator[Extraction]:
        """One extraction for each article, in order."""
        # spawn: a forked process would inherit the embedded engine's locks and threads
        pool = ProcessPoolExecutor(
            self.jobs, mp_context=get_context("spawn"), initializer=_start_worker, initargs=(self.make,)
        )
        waiting: deque[Future[list[Extraction]]] = deque()
        try:
            remaining = iter(articles)
            while batch := tuple(islice(remaining, _BATCH)):
                waiting.append(pool.submit(_read_batch, batch))
                if len(waiting) > 2 * self.jobs:
                    yield from waiting.popleft().result()
            yield from chain.from_iterable(future.result() for future in waiting)
        except BrokenProcessPool:
            self.make()  # a worker that cannot start says only that it died; here the reason is raised
            raise
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


def _start_worker(make: MakeExtractor) -> None:
    global _extractor
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to answer: it keeps what was done
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # numpy comes with the extractor: a process is one core's work
    _extractor = make()
    gc.freeze()  # it stays as long as the process: see garbage


def _read_batch(articles: tuple[Article, ...]) -> list[Extraction]:
    assert _extractor is not None  # _start_worker ran before
    return list(_extractor.extract(articles))
