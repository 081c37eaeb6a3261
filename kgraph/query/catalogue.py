"""All the questions that can be asked: kgraph's own templates, and a folder of the user's own before them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from kgraph.errors import DataError, UsageError
from kgraph.query.guard import check_read_only
from kgraph.query.header import SECTIONS, parse_template, read_template, read_text
from kgraph.query.portable import Finding, findings
from kgraph.query.template import Template, did_you_mean


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Templates by name. A file is read when it is asked for, so that one question opens one file."""

    paths: Mapping[str, Path] = field(default_factory=dict)

    def get(self, name: str) -> Template:
        """The template of that name, however it is cased and joined (``who_accuses_whom``).

        Raises: UsageError with the nearest name; DataError when its file breaks the rules.
        """
        wanted = "-".join(name.strip().removesuffix(".cypher").casefold().replace("_", " ").split())
        path = self.paths.get(name) or self.paths.get(wanted)
        if path is None:
            raise UsageError(
                f"no query named {name!r}{did_you_mean(wanted, self.names)}", hint="'kgraph queries list' shows all"
            )
        return read_template(path)

    @property
    def names(self) -> list[str]:
        return sorted(self.paths)

    def __iter__(self) -> Iterator[Template]:
        return (read_template(self.paths[name]) for name in self.names)

    def __len__(self) -> int:
        return len(self.paths)

    def __contains__(self, name: object) -> bool:
        return name in self.paths


def load_catalogue(folder: Path | None = None) -> Catalogue:
    """kgraph's own templates, and those in ``folder``, which win where a name is the same.

    Raises: UsageError when ``folder`` is not a folder or holds no template.
    """
    paths = _templates_in(packaged_folder())
    if folder is not None:
        if not folder.is_dir():
            raise UsageError("is not a folder of templates", place=str(folder), hint="name one with --queries DIR")
        own = _templates_in(folder)
        if not own:
            raise UsageError(
                "holds no .cypher file", place=str(folder), hint="'kgraph queries show stats' is a pattern"
            )
        paths |= own
    return Catalogue(paths)


def check_file(path: Path) -> list[Finding]:
    """What is not portable in a template, or in a file with one statement of your own that has no header.

    Raises: DataError that names file and line when the header breaks the rules or the statement does not only read.
    """
    text = read_text(path)
    if any(line.removeprefix("//").strip() in SECTIONS for line in text.split("\n") if line.startswith("//")):
        parse_template(text, path=path)
    else:
        try:
            check_read_only(text)
        except UsageError as error:
            line = (error.place or "line 1").removeprefix("line ")
            raise DataError(error.message, place=f"{path}:{line}", hint="a query only reads") from error
    return findings(text)


def query_files(paths: Sequence[Path]) -> list[Path]:
    """The files named, and those of the folders named.

    Raises: UsageError for a path that is neither.
    """
    found: list[Path] = []
    for path in paths:
        if not path.exists():
            raise UsageError("is not there", place=str(path), hint="name a .cypher file or a folder of them")
        found += _templates_in(path).values() if path.is_dir() else [path]
    return found


@cache
def packaged_folder() -> Path:
    """Where kgraph's own templates are: inside an installed package, beside it in a checkout."""
    package = Path(__file__).resolve().parent.parent
    for folder in (package / "_queries", package.parent / "queries"):
        if (folder / "stats.cypher").is_file():
            return folder
    raise UsageError("kgraph's own query templates are not installed", place=str(package), hint="install kgraph again")


def _templates_in(folder: Path) -> dict[str, Path]:
    return {path.stem: path for path in sorted(folder.glob("*.cypher"))}
