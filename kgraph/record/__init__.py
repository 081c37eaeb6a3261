"""How an extraction is written down: one JSON line per article, ``kgraph.extraction/1``, read back without loss.

``loads(dumps(extraction)) == extraction``. Writing never checks; reading checks everything: the kinds of the values,
that every quote stands at its offsets, and that every id refers to something in the record.
"""

from __future__ import annotations

import json

from kgraph.errors import DataError
from kgraph.model import Extraction
from kgraph.record.check import Fault, faults
from kgraph.record.read import from_dict
from kgraph.record.write import SCHEMA, Record, to_dict

__all__ = ["SCHEMA", "Fault", "Record", "dumps", "faults", "from_dict", "loads", "to_dict"]

# Line ends of Unicode that JSON leaves as they are: str.splitlines() would cut the record there.
_LINE_ENDS = {"\x85": "\\u0085", "\u2028": "\\u2028", "\u2029": "\\u2029"}


def dumps(extraction: Extraction) -> str:
    """The record as one line without a line end; the same extraction gives the same line."""
    line = json.dumps(to_dict(extraction), ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    for end, written in _LINE_ENDS.items():
        line = line.replace(end, written)
    return line


def loads(line: str | bytes, *, place: str | None = None) -> Extraction:
    """The extraction that a line holds. ``place`` names the line in errors ("records.jsonl:7").

    Raises: DataError with the place, the field and its value.
    """
    try:
        data = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise DataError(
            f"not a JSON record: {error}", place=place, hint="one whole record stands on each line"
        ) from error
    return from_dict(data, place=place)
