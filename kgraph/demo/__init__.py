"""The demo's articles: invented news by invented outlets about real countries, one running story among them."""

from importlib.resources import files
from pathlib import Path

__all__ = ["articles"]


def articles() -> list[Path]:
    """The packaged files in order of their names; a file of JSON lines holds several articles.

    >>> len(articles()) > 20
    True
    """
    folder = Path(str(files(__name__) / "articles"))
    return sorted(path for path in folder.iterdir() if path.suffix in {".txt", ".md", ".html", ".jsonl"})
