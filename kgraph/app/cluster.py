"""Read on a Ray cluster: names of files out, records back, byte for byte those of one machine and in the same order.

A task reads an input and hands its articles on in small batches; a pool of actors, with an extractor in each, makes
records of them. So a file with a million articles keeps every core busy. The files must have the same names on every
machine, and kgraph must be installed there. A worker that dies loses nothing: Ray runs its batches again.
"""

from __future__ import annotations

import gc
import logging
import os
import pickle
import socket
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any

from kgraph.app.parallel import MakeExtractor
from kgraph.errors import InputError, KgraphError, UsageError
from kgraph.model import Article
from kgraph.ports import Extractor
from kgraph.reading import ReadingOptions, checked, inputs, read
from kgraph.reading.options import OnError, OnNote
from kgraph.reading.sources import STDIN, is_address
from kgraph.record import dumps

LOCAL = "local"
"""An address: a cluster of this machine alone, made for the one command."""

_BATCH = 16  # articles that go to an actor together
_PATIENCE = 5.0  # seconds until a cluster answers
_READING_CPUS = 0.25  # of a core: an actor needs some sixty times as long for an article as its reading takes
_ARTICLE, _RECORD, _ERROR, _NOTE = "article", "record", "error", "note"

_SETTINGS = {
    "RAY_USAGE_STATS_ENABLED": "0",  # nothing is reported to anybody
    "RAY_BACKEND_LOG_LEVEL": "fatal",  # its own remarks go to its log files, not among ours
}

Row = tuple[str, bytes]


@dataclass(frozen=True, slots=True)
class _How:
    """What every worker has to know: how inputs are read, and where relative names start."""

    options: ReadingOptions
    folder: str


def records(
    sources: Sequence[str],
    *,
    options: ReadingOptions,
    make: MakeExtractor,
    address: str,
    on_error: OnError,
    on_note: OnNote,
) -> Iterator[str]:
    """A record line for each article, in the order of the inputs. ``make``: as in ``ParallelExtractor``.

    ``address``: of a cluster (``host:port``, ``ray://host:port``, ``auto`` for the one that this machine is part of),
    or ``local``. An article that the extractor fails on is told to ``on_error``, and the others go on.

    Raises: UsageError when Ray is not installed, no cluster answers, or an input is not a file.
    """
    check_address(address)
    options = checked(options)
    names = list(_files(inputs(sources, options=options, on_error=on_error, on_note=on_note)))
    make()  # what keeps an extractor from being made is said here, not by a worker
    how = _How(replace(options, files_from=()), os.getcwd())
    tellers = {_ERROR: lambda data: on_error(pickle.loads(data)), _NOTE: lambda data: on_note(pickle.loads(data))}
    with _connected(address) as ray:
        for kind, data in _rows(ray, names, how, make) if names else ():
            if kind == _RECORD:
                yield data.decode()
            else:
                tellers[kind](data)


def _files(names: Iterable[str]) -> Iterator[str]:
    for name in names:
        if name == STDIN or is_address(name):
            raise UsageError("is not a file, and a cluster reads files", place=name, hint="save it first")
        yield name


@contextmanager
def _connected(address: str) -> Iterator[Any]:
    """Ray, connected to the cluster. One that was connected before stays so."""
    for name, value in _SETTINGS.items():
        os.environ.setdefault(name, value)
    ray = _library()
    if ray.is_initialized():
        yield ray
        return
    _knock(address)
    # a core's work each: numpy's library would otherwise take all of them in every actor
    environment = {"env_vars": {"OPENBLAS_NUM_THREADS": "1"}}
    own = {"include_dashboard": False} if address == LOCAL else {}
    try:
        with _quiet():
            ray.init(address=address, runtime_env=environment, log_to_driver=False, logging_level="error", **own)
    except (ConnectionError, ValueError, RuntimeError) as error:
        raise _silent(address) from error
    try:
        yield ray
    finally:
        ray.shutdown()


def _library() -> Any:
    try:
        import ray
        import ray.data
    except ImportError as error:
        raise UsageError("--ray needs a library that is not installed", hint="pip install 'kgraph[ray]'") from error
    return ray


def check_address(address: str) -> None:
    """Raises: UsageError for what is neither ``local`` nor ``auto`` nor a host with a port."""
    if address in (LOCAL, "auto"):
        return
    _, colon, port = address.rpartition(":")
    if not (colon and port.isdigit()):
        hint = "write --ray=host:port or --ray=auto, or put --ray last for a cluster of this machine alone"
        raise UsageError("is no address of a Ray cluster", place=address, hint=hint)


def _knock(address: str) -> None:
    """See that somebody answers there: Ray itself tries for many minutes. Raises: UsageError when nobody does."""
    if address in (LOCAL, "auto"):
        return
    host, _, port = address.removeprefix("ray://").rpartition(":")
    try:
        socket.create_connection((host.strip("[]"), int(port)), timeout=_PATIENCE).close()
    except (OSError, OverflowError) as error:
        raise _silent(address) from error


def _silent(address: str) -> UsageError:
    hint = "'ray start --head' starts one; without an address this machine is the cluster"
    return UsageError("no Ray cluster answers", place=address, hint=hint)


@contextmanager
def _quiet() -> Iterator[None]:
    """Nothing on the process's own stderr meanwhile: Ray's core says there how it was told to say nothing."""
    kept = os.dup(2)
    with open(os.devnull, "wb") as nowhere:
        os.dup2(nowhere.fileno(), 2)
    try:
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)


def _rows(ray: Any, names: Sequence[str], how: _How, make: MakeExtractor) -> Iterator[Row]:
    context = ray.data.DataContext.get_current()
    context.execution_options.preserve_order = True
    context.enable_progress_bars = False
    logging.getLogger("ray.data").setLevel(logging.ERROR)  # the command has a progress line of its own
    cores = max(1, int(ray.cluster_resources().get("CPU", 1)))
    named = ray.data.from_items([{"name": os.fsencode(name)} for name in names])
    read_ = named.map_batches(
        _read, batch_size=1, batch_format="pyarrow", fn_kwargs={"how": how}, num_cpus=_READING_CPUS
    )
    found = read_.map_batches(
        _Extracting,
        batch_size=_BATCH,
        batch_format="pyarrow",
        fn_constructor_args=(make, how.folder),
        compute=ray.data.ActorPoolStrategy(min_size=1, max_size=cores),
        num_cpus=1,
    )
    try:
        for batch in found.iter_batches(batch_size=None, batch_format="pyarrow"):
            yield from zip(batch["kind"].to_pylist(), batch["data"].to_pylist(), strict=True)
    except ray.exceptions.RayTaskError as error:
        if isinstance(error.cause, KgraphError):
            raise error.cause from error
        raise


def _read(batch: Any, how: _How) -> Iterator[Any]:
    """On a worker: the articles of the inputs, and what is to be told of them, a few at a time."""
    os.chdir(how.folder)
    for name in batch["name"].to_pylist():
        rows = _articles(os.fsdecode(name), how.options)
        while some := list(islice(rows, _BATCH)):
            yield _table(some)


def _articles(name: str, options: ReadingOptions) -> Iterator[Row]:
    told: list[Row] = []
    found = read(
        [name],
        options=options,
        on_error=lambda error: told.append((_ERROR, pickle.dumps(error))),
        on_note=lambda note: told.append((_NOTE, pickle.dumps(note))),
    )
    for article in found:
        yield from told
        told.clear()
        yield _ARTICLE, pickle.dumps(article)
    yield from told


class _Extracting:
    """On a worker, as long as the work lasts: the extractor."""

    def __init__(self, make: MakeExtractor, folder: str) -> None:
        os.chdir(folder)  # a list of actors may have a relative name
        self.extractor: Extractor = make()
        gc.freeze()  # it stays as long as the process: see garbage

    def __call__(self, batch: Any) -> Iterator[Any]:
        given = list(zip(batch["kind"].to_pylist(), batch["data"].to_pylist(), strict=True))
        articles = [pickle.loads(data) for kind, data in given if kind == _ARTICLE]
        made = iter(self._records(articles))
        yield _table([next(made) if kind == _ARTICLE else (kind, data) for kind, data in given])

    def _records(self, articles: Sequence[Article]) -> list[Row]:
        try:
            return [(_RECORD, dumps(found).encode()) for found in self.extractor.extract(articles)]
        except Exception as error:
            if len(articles) > 1:  # which one it is, is found by reading them one by one
                return [row for article in articles for row in self._records([article])]
            place = articles[0].url or articles[0].title or articles[0].id
            failed = InputError(f"the extractor failed: {type(error).__name__}: {error}", place=place)
            return [(_ERROR, pickle.dumps(failed))]


def _table(rows: Sequence[Row]) -> Any:
    import pyarrow as pa

    kinds, data = zip(*rows, strict=True)
    return pa.table({"kind": pa.array(kinds, pa.string()), "data": pa.array(data, pa.large_binary())})
