"""Parquet files with an article on each row, read in batches; only the columns that make an article are taken out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kgraph.errors import InputError
from kgraph.reading.extras import needs
from kgraph.reading.fields import article_of, columns_for, has_text
from kgraph.reading.limits import Budget
from kgraph.reading.options import Found, Source
from kgraph.reading.streams import from_the_end, size_of

_BATCH = 64  # rows
_MOST_IN_GROUP = 2_000_000_000  # bytes that pyarrow would hold at once


def read_parquet(source: Source) -> Iterator[Found]:
    pyarrow = needs("pyarrow", extra="parquet", what="Parquet files", place=source.place)
    parquet = needs("pyarrow.parquet", extra="parquet", what="Parquet files", place=source.place)
    stream = from_the_end(source)
    budget = source.budget or Budget(source.place, lambda: size_of(stream), source.options.limits.ratio)
    try:
        file = parquet.ParquetFile(stream, pre_buffer=False)
        columns = columns_for(file.schema_arrow.names, source.options)
        _check(source, file, columns)
        rows = 0
        for batch in file.iter_batches(batch_size=_BATCH, columns=columns):
            budget.spend(batch.nbytes)
            for row in batch.to_pylist():
                rows += 1
                found = article_of(row, place=f"{source.place}:{rows}", options=source.options)
                if isinstance(found, InputError):
                    source.tell.error(found)
                else:
                    yield found
    except (pyarrow.ArrowException, OSError, ValueError, OverflowError) as error:
        why = " ".join(str(error).split())[:80]
        raise InputError(
            f"is no Parquet file that can be read ({why})", place=source.place, hint="get it again"
        ) from error


def _check(source: Source, file: Any, columns: list[str]) -> None:
    if not has_text(dict.fromkeys(columns, "x"), source.options):
        shown = ", ".join(name[:30] for name in file.schema_arrow.names[:8])
        hint = f"name the column with --field text=NAME (columns here: {shown})"
        raise InputError("no column for the text", place=source.place, hint=hint)
    meta = file.metadata
    for number in range(meta.num_row_groups):
        # of all columns: to ask for one of a damaged file ends the process (pyarrow does not catch what Parquet throws)
        size = meta.row_group(number).total_byte_size
        if size > _MOST_IN_GROUP:
            message = f"has {size:,} bytes in one group of rows"
            raise InputError(message, place=source.place, hint="write it with smaller row groups")
