"""The rows of an answer, as Python wants them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, overload

from kgraph.ports import Rows


class Result(Sequence[dict[str, Any]]):
    """The rows of an answer as dicts. ``searched`` says what was looked through when there are none.

    >>> result = Result(Rows(("accuser", "accused"), (("Lorvik", "Meridia"),)))
    >>> result[0]["accused"], len(result), result.columns
    ('Meridia', 1, ('accuser', 'accused'))
    """

    def __init__(self, rows: Rows, *, searched: str = "", messages: Sequence[str] = ()) -> None:
        self.rows, self.searched, self.messages = rows, searched, tuple(messages)

    @property
    def columns(self) -> tuple[str, ...]:
        return self.rows.columns

    def __len__(self) -> int:
        return len(self.rows)

    @overload
    def __getitem__(self, index: int) -> dict[str, Any]: ...

    @overload
    def __getitem__(self, index: slice) -> list[dict[str, Any]]: ...

    def __getitem__(self, index: int | slice) -> dict[str, Any] | list[dict[str, Any]]:
        if isinstance(index, slice):
            return Rows(self.columns, self.rows.rows[index]).dicts()
        return dict(zip(self.columns, self.rows.rows[index], strict=True))

    def __repr__(self) -> str:
        return f"<{len(self)} rows of {', '.join(self.columns)}>"

    def frame(self) -> Any:
        """The rows as a pandas DataFrame. Needs pandas: ``pip install 'kgraph[pandas]'``."""
        import pandas as pd  # type: ignore[import-untyped,unused-ignore]  # its stubs are a package of their own

        return pd.DataFrame(list(self.rows.rows), columns=list(self.columns))
