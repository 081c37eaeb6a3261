"""What goes in: articles and records from files, and the extractor that reads them."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, nullcontext
from functools import lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from kgraph.errors import DataError, InputError, KgraphError
from kgraph.model import Article, Extraction
from kgraph.ports import Explainer, Extractor
from kgraph.settings import Settings, load

if TYPE_CHECKING:
    from kgraph.explanation import Explanation
    from kgraph.output.claims import ClaimView
    from kgraph.reading import ReadingOptions

OnError = Callable[[KgraphError], None]
OnNote = Callable[[str], None]


def path_or_none(name: str | Path | None) -> Path | None:
    return None if name is None else Path(name)


def extractor(settings: Settings) -> Extractor:
    """The extractor that the settings ask for; with several jobs, one in each of several processes."""
    make = _maker(settings)
    if settings.jobs == 1:
        return make()
    from kgraph.app.parallel import ParallelExtractor

    return ParallelExtractor(make, jobs=settings.jobs)


def _maker(settings: Settings) -> Callable[[], Explainer]:
    stamp = _stamp(path_or_none(settings.actors))
    return partial(_make_extractor, settings.model, settings.actors, settings.attribution, settings.everything, stamp)


@lru_cache(maxsize=2)  # a model takes a second to load: texts read one by one share it
def _make_extractor(
    model: str, actors: str | None, attribution: str, everything: bool, stamp: tuple[int, int] | None
) -> Explainer:
    """``stamp`` of the list of actors: one that was changed meanwhile makes another extractor."""
    from kgraph.extract import SpacyExtractor

    return SpacyExtractor(model=model, actors=path_or_none(actors), attribution=attribution, everything=everything)


def _stamp(file: Path | None) -> tuple[int, int] | None:
    if file is None or not file.exists():  # the list's own reader says that it is not there
        return None
    found = file.stat()
    return found.st_mtime_ns, found.st_size


def read_articles(
    *sources: str | Path,
    on_error: OnError | None = None,
    on_note: OnNote | None = None,
    on_source: Callable[[str, bool], None] | None = None,
    **options: Any,
) -> Iterator[Article]:
    """Articles of files, folders, globs, addresses and "-". Options: ``input_format``, ``published``, ``fields``,
    ``outlet``, ``encoding``, ``files_from``, ``max_bytes``, ``limits`` (``{"pages": 5000}``), ``allow_private``,
    ``pages``. Without ``on_error`` the first input that cannot be read raises InputError. ``on_source`` hears of each
    file and address when it begins (False) and when it was read to its end (True)."""
    from kgraph.reading import read

    return read(
        [str(source) for source in sources],
        options=reading_options(**options),
        on_error=on_error or _raise,
        on_note=on_note or _ignore,
        on_source=on_source or _follow_nothing,
    )


def reading_options(**options: Any) -> ReadingOptions:
    """What ``read_articles`` takes, as the readers take it; None is not given."""
    from kgraph.reading import ReadingOptions, limits_of

    given = {name: value for name, value in options.items() if value is not None}
    given["limits"] = limits_of(given.pop("limits", {}), max_bytes=given.pop("max_bytes", None))
    given["files_from"] = tuple(map(str, given.get("files_from", ())))
    return ReadingOptions(**given)


def how(options: dict[str, Any]) -> str:
    """The options that articles are read with, as JSON, so that they can be read again in the same way."""
    kept = {name: value for name, value in options.items() if value and name not in ("files_from", "on_note")}
    return json.dumps(kept, sort_keys=True, default=str) if kept else ""


def _raise(error: KgraphError) -> None:
    raise error


def _follow_nothing(source: str, ended: bool) -> None:
    """Which input is being read, where nobody asked for it."""


def _ignore(_: str) -> None:
    """Remarks on the reading, where nobody asked for them."""


def read_records(*files: str | Path, on_error: OnError | None = None) -> Iterator[Extraction]:
    """Extractions of record files (``kgraph extract``). "-" is standard input.

    A broken record is a DataError with file and line, a file that cannot be read an InputError: told to ``on_error``,
    and the others go on; without it the first is raised.
    """
    from kgraph.record import loads

    tell = on_error or _raise
    for file in map(str, files):
        place = "standard input" if file == "-" else file
        try:
            with _record_lines(file) as lines:
                for number, line in enumerate(lines, start=1):
                    if not line.strip():
                        continue
                    try:
                        extraction = loads(line, place=f"{place}:{number}")
                    except DataError as error:
                        tell(error)
                    else:
                        yield extraction
        except OSError as error:
            hint = "check the file and its permissions"
            tell(InputError(error.strerror or str(error), place=place, hint=hint))


def _record_lines(file: str) -> AbstractContextManager[BinaryIO]:
    return nullcontext(sys.stdin.buffer) if file == "-" else open(file, "rb")


def extract(
    *sources: str | Path,
    actors: str | Path | None = None,
    model: str | None = None,
    attribution: str | None = None,
    everything: bool | None = None,
    jobs: int | None = None,
    ray: str | None = None,
    on_error: OnError | None = None,
    on_note: OnNote | None = None,
    **reading: Any,
) -> Iterator[Extraction]:
    """Read articles without a graph: one Extraction for each, in order. Options as in ``kgraph.read_articles``; ``ray``
    is the address of a cluster that reads them, "local" for one of this machine alone.

    >>> sorted(claim.relation for found in kgraph.extract(file) for claim in found.claims)
    ['ACCUSES', 'DENIES', 'SENDS']
    """
    own = None if actors is None else str(actors)
    chosen = load(actors=own, model=model, attribution=attribution, everything=everything, jobs=jobs)
    if ray is not None:
        from kgraph.record import loads

        return map(
            loads,
            cluster_records(*sources, address=ray, settings=chosen, on_error=on_error, on_note=on_note, **reading),
        )
    articles = read_articles(*sources, on_error=on_error, on_note=on_note, **reading)
    return extractor(chosen).extract(articles)


def cluster_records(
    *sources: str | Path,
    address: str,
    settings: Settings,
    on_error: OnError | None = None,
    on_note: OnNote | None = None,
    **reading: Any,
) -> Iterator[str]:
    """As ``extract`` on a cluster, each extraction as the line of its record, which is how it comes from there."""
    from kgraph.app.cluster import records

    return records(
        [str(source) for source in sources],
        options=reading_options(**reading),
        make=_maker(settings),
        address=address,
        on_error=on_error or _raise,
        on_note=on_note or _ignore,
    )


def explain(
    *sources: str | Path,
    actors: str | Path | None = None,
    model: str | None = None,
    attribution: str | None = None,
    everything: bool | None = None,
    on_error: OnError | None = None,
    on_note: OnNote | None = None,
    **reading: Any,
) -> Iterator[Explanation]:
    """As ``extract``, with reasons: the tree of each sentence, the rule of each claim, and what was refused and why.

    >>> [refusal.word for found in kgraph.explain(file) for sentence in found.sentences for refusal in sentence.refused]
    []
    """
    own = None if actors is None else str(actors)
    chosen = load(actors=own, model=model, attribution=attribution, everything=everything)
    return _maker(chosen)().explain(read_articles(*sources, on_error=on_error, on_note=on_note, **reading))


def read_text(text: str, *, settings: Settings | None = None, **about: Any) -> Extraction:
    """Read one text. ``about``: ``title``, ``outlet``, ``url``, ``published``, ``author``, ``lang``, ``ref``.

    >>> found = kgraph.read_text("Russia accused Turkey of sending mercenaries.", published="2024-05-03")
    >>> found.article.published
    '2024-05-03'
    """
    from kgraph.reading import article

    return next(extractor(settings or load()).extract([article(text, **about)]))


def claims_of(extraction: Extraction) -> Iterator[ClaimView]:
    """The claims of an extraction with the names of everybody in them, ready to be shown."""
    from kgraph.output.views import views_of

    return views_of(extraction)
