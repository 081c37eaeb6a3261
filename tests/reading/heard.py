"""Reads everything and keeps what was said."""

import io

from kgraph.errors import InputError
from kgraph.reading import ReadingOptions, limits_of, read


class Heard:
    def __init__(self, *sources, stdin=None, limits=None, max_bytes=None, **options):
        self.errors: list[InputError] = []
        self.notes: list[str] = []
        found = read(
            [str(source) for source in sources],
            options=ReadingOptions(**options, limits=limits_of(limits or {}, max_bytes=max_bytes)),
            on_error=self.errors.append,
            on_note=self.notes.append,
            stdin=io.BytesIO(stdin) if stdin is not None else None,
        )
        self.articles = list(found)

    @property
    def texts(self):
        return [found.text for found in self.articles]

    @property
    def lines(self):
        return [str(error) for error in self.errors]
