"""The words of a piece of HTML that is no page: a feed's summary, a newsletter without an article's form."""

from __future__ import annotations

import re
from typing import Any

_BLOCKS = frozenset(
    "p div br li ul ol td th h1 h2 h3 h4 h5 h6 blockquote tr table section article header footer figure pre".split()
)
_SILENT = frozenset("script style head title noscript template iframe object svg".split())
_BLANK = re.compile(r"[ \t]*\n[ \t\n]*")


def words_of(html: str) -> str:
    """The text with a paragraph for each block.

    >>> words_of("<p>Ankara <b>denied</b> it.</p><p>Baku &amp; Kiev did not.</p>")
    'Ankara denied it.\\n\\nBaku & Kiev did not.'
    """
    if "<" not in html and "&" not in html:
        return html
    from lxml import etree
    from lxml.html import HTMLParser

    parser = HTMLParser(remove_comments=True, remove_pis=True, no_network=True, huge_tree=False)
    try:
        root = etree.fromstring(f"<div>{html}</div>", parser)
    except (etree.LxmlError, ValueError):
        return ""
    if root is None:
        return ""
    parts = list(_parts(root))
    return _BLANK.sub("\n\n", "".join(parts)).strip()


def _parts(root: Any) -> list[str]:
    """The text in order; without recursion, since a page may be nested as deeply as it likes."""
    from lxml import etree

    out: list[str] = []
    silent = 0
    for event, node in etree.iterwalk(root, events=("start", "end")):
        tag = node.tag if isinstance(node.tag, str) else ""
        if event == "start":
            if tag in _SILENT:
                silent += 1
            if not silent:
                out.append("\n" if tag in _BLOCKS else "")
                out.append(" ".join((node.text or "").split("\n")))
        else:
            if tag in _SILENT:
                silent -= 1
            if not silent:
                out.append("\n" if tag in _BLOCKS else "")
                out.append(" ".join((node.tail or "").split("\n")))
    return out
