"""The kit as files: what ``kgraph browser export`` writes and ``kgraph browser open`` serves."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from pathlib import Path
from urllib.parse import quote, urlencode

from kgraph.errors import UsageError
from kgraph.output.browser.favourites import favourite
from kgraph.output.browser.guide import guide
from kgraph.output.browser.pictures import PICTURES
from kgraph.output.browser.style import style
from kgraph.query.template import Template

STYLE, GUIDE, BOOKMARKS = "kgraph.grass", "guide.html", "bookmarks.html"
MANY = 6_000  # characters of an address that every browser takes


@dataclass(frozen=True, slots=True)
class Login:
    """What a link fills in: where Browser's page is, and server, user and database. Never a password, since links are
    kept in histories."""

    browser: str
    address: str
    user: str
    database: str | None = None

    def editing(self, statement: str) -> str:
        """An address that opens Neo4j Browser with the statement in its editor."""
        return self._link("edit", statement)

    def playing(self, guide: str) -> str:
        """An address that opens Neo4j Browser and shows the guide at that address."""
        return self._link("play", guide)

    def _link(self, command: str, argument: str) -> str:
        scheme, _, rest = self.address.partition("://")
        asked = [("dbms", f"{scheme}://{self.user}@{rest}")]
        asked += [("db", self.database)] if self.database else []
        asked += [("cmd", command), ("arg", argument)]
        return f"{self.browser}?{urlencode(asked, quote_via=quote)}"  # Browser reads no "+" as a space


def kit(templates: Iterable[Template], login: Login, *, served: str | None = None) -> dict[str, str]:
    """The files by name. ``served`` is the address at which the kit is served; the guide then loads the style."""
    by_name = {template.name: template for template in templates}
    files = {f"favourites/{name}.cypher": favourite(template) for name, template in by_name.items()}
    files |= {f"favourites/{p.name}.cypher": f"// {p.title}\n//\n// {p.told}\n{p.cypher};\n" for p in PICTURES}
    files[STYLE] = style()
    files[GUIDE] = guide(by_name, style_url=f"{served}/{STYLE}" if served else None)
    files[BOOKMARKS] = _bookmarks(files, login)
    return files


def write_kit(folder: Path, files: dict[str, str]) -> int:
    """Write the files into a folder, in the place of older ones of the same names. Returns how many.

    Raises: UsageError when the folder cannot be written to.
    """
    try:
        for name, text in files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise UsageError(
            f"cannot be written ({error.strerror})", place=str(folder), hint="name another folder"
        ) from error
    return len(files)


def _bookmarks(files: dict[str, str], login: Login) -> str:
    """A file that any browser imports as bookmarks."""
    lines = ["<!DOCTYPE NETSCAPE-Bookmark-file-1>", "<title>kgraph</title>", "<h1>kgraph</h1>", "<dl>"]
    for name, text in files.items():
        title, address = text.partition("\n")[0].removeprefix("// "), login.editing(text.strip())
        if name.endswith(".cypher") and len(address) <= MANY:
            lines.append(f'<dt><a href="{escape(address)}">{escape(title)}</a>')
    return "\n".join([*lines, "</dl>", ""])
