"""One value as one cell: for a terminal, a spreadsheet, a Markdown page or JSON.

The words come from articles, and articles are hostile: what a terminal, a spreadsheet or a browser would obey
is taken out or escaped here, once for every writer.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import date, datetime, time
from typing import Any

# what a terminal would obey (escape sequences), and what turns the reading order of a line around
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_JSON_RISKS = re.compile(r"[\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
# "=HYPERLINK(...)": a spreadsheet runs what begins like this, the full-width signs too
_FORMULA = re.compile(r"^[\s\x00-\x1f]*[=+\-@＝＋－＠]")
_MARKDOWN = re.compile(r"([\\`*_\[\]|~#!])")


def plain(value: Any) -> str:
    """A value in words: lists with commas, nothing for None, yes and no for truth.

    >>> plain(["Ankara", "Baku"]), plain(None), plain(True), plain(0.5)
    ('Ankara, Baku', '', 'yes', '0.5')
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return f"{value:.6g}"
    if isinstance(value, (datetime, date, time)):
        return value.isoformat()
    if isinstance(value, (list, tuple)):
        return ", ".join(plain(item) for item in value)
    if isinstance(value, Mapping):
        return json_text(value)
    return str(value)


def terminal(value: Any) -> str:
    """A cell for a terminal: no control characters, so that a quote cannot move the cursor or hide a word.

    >>> terminal("a\\x1b[2Jb")
    'a�[2Jb'
    """
    text = plain(value).replace("\r\n", "\n").replace("\r", "\n")
    return _CONTROLS.sub("�", text).encode("utf-8", "replace").decode("utf-8")


def spreadsheet(value: Any) -> str:
    """A cell for CSV and TSV. Words that a spreadsheet would run get an apostrophe in front; numbers do not.

    >>> spreadsheet("=1+1"), spreadsheet(-3), spreadsheet("-")
    ("'=1+1", '-3', '-')
    """
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, float)):
        return str(value)
    text = "; ".join(plain(item) for item in value) if isinstance(value, (list, tuple)) else plain(value)
    text = text.encode("utf-8", "replace").decode("utf-8").replace("\x00", "")
    text = text.replace("\r\n", "\n").replace("\r", "\n")  # csv leaves a lone CR unquoted, and readers cut there
    if text in ("+", "-"):  # a polarity, not a formula
        return text
    return f"'{text}" if _FORMULA.match(text) else text


def tab_separated(value: Any) -> str:
    """A TSV cell: always one line without tabs, so that ``cut`` and ``awk`` see the columns that are there."""
    escaped = spreadsheet(value).replace("\\", "\\\\")
    return escaped.replace("\t", "\\t").replace("\n", "\\n")


def markdown(value: Any) -> str:
    """A cell of a Markdown table: no bars, no HTML, no links that the article's author chose.

    >>> markdown("a | <b>")
    'a \\\\| &lt;b&gt;'
    """
    text = terminal(value).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return _MARKDOWN.sub(r"\\\1", text).replace("\n", "<br>")


def json_value(value: Any) -> Any:
    """A value as JSON knows it: dates as ISO strings, tuples as lists."""
    if isinstance(value, (datetime, date, time)):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(key): json_value(item) for key, item in value.items()}
    if isinstance(value, (list, tuple, set, frozenset)):
        return [json_value(item) for item in value]
    if value is None or isinstance(value, (str, int, float, bool)):
        return value
    return str(value)


def json_text(value: Any, *, indent: int | None = None) -> str:
    """JSON in readable Unicode; what could break a line or obey a terminal is escaped.

    >>> json_text({"said": "a\\u2028b"})
    '{"said": "a\\\\u2028b"}'
    """
    text = json.dumps(json_value(value), ensure_ascii=False, indent=indent)
    return _JSON_RISKS.sub(lambda risk: f"\\u{ord(risk[0]):04x}", text)
