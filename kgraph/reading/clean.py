"""The text as it is stored: NFC, "\\n" at line ends, plain spaces, nothing invisible. Done twice it is done once.

A text that is already clean comes back unchanged, and a wrapped line is joined by one space in the place of one line
end, so that offsets into the input stay right wherever the input was tidy.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise

WIDEST_WRAP = 100  # typists and mailers wrap at 65 to 80 columns; longer lines are paragraphs
NARROWEST_WRAP = 40  # below this it is verse, a list or an address

_SPACES = "\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_BREAKS = "\x0b\x0c\u2028\u2029"
# soft hyphen, zero-width space, direction marks and overrides, byte order mark, annotation and tag characters
_UNSEEN = (
    "\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e007f"
)
_SPACE = re.compile(f"[{_SPACES}]")
_BREAK = re.compile(f"[{_BREAKS}]")
_NOTHING = re.compile(f"[{_UNSEEN}\x00-\x08\x0e-\x1f\x7f]")
_C1 = re.compile("[\x80-\x9f]")
_SURROGATE = re.compile("[\ud800-\udfff]")
# The joiners shape emoji and Persian or Indian words; between ASCII letters they only hide.
_JOINER = re.compile("(?<=[^\x00-\x7f\u200c\u200d])([\u200c\u200d])(?=[^\x00-\x7f\u200c\u200d])|[\u200c\u200d]")
_ITEM = re.compile(r"(?:[-*•–—]|\d{1,3}[.)])\s")


def clean(text: str) -> str:
    """The text in its stored form.

    >>> clean("Ankara\\u00a0said\\u200b so.\\r\\n\\r\\n\\r\\nBaku did\\tnot.  ")
    'Ankara said so.\\n\\nBaku did not.'
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return unwrapped(_tidy_lines(_plain_characters(text)))


def one_line(text: str) -> str:
    """A title, a name or a URL: clean, and on one line."""
    return " ".join(clean(text).split())


def _plain_characters(text: str) -> str:
    if not text.isascii():
        text = unicodedata.normalize("NFC", _SURROGATE.sub("\ufffd", text))
        text = _C1.sub(_windows, text)
    text = _SPACE.sub(" ", _BREAK.sub("\n", text))
    text = _NOTHING.sub("", text)
    if text.isascii():
        return text
    # what was taken out may have stood between a letter and its accent
    return unicodedata.normalize("NFC", _JOINER.sub(lambda match: match[1] or "", text))


def _windows(match: re.Match[str]) -> str:
    """Windows punctuation that was read as Latin-1: "Russia\\x92s" is "Russia’s" (as every browser shows it)."""
    return match[0].encode("latin-1").decode("cp1252", "ignore")


def _tidy_lines(text: str) -> str:
    """No spaces at line ends and starts, at most one blank line in a row, none around the text."""
    lines = "\n".join(line.strip(" ") for line in text.split("\n"))
    return re.sub(r"\n{3,}", "\n\n", lines).strip("\n")


def unwrapped(text: str) -> str:
    """Hard-wrapped paragraphs on one line each: a line end becomes one space where the next word would not have fitted
    into the text's width. What is left of line ends is meant. Texts that are not wrapped stay as they are.
    """
    lines = text.split("\n")
    width = max((len(line) for line in lines if " " in line), default=0)
    if not NARROWEST_WRAP <= width <= WIDEST_WRAP:
        return text
    joined = [lines[0]]
    for before, line in pairwise(lines):
        if _wrapped(before, line, width):
            joined[-1] += " " + line
        else:
            joined.append(line)
    # without one long paragraph in the end there is no telling wrapped lines from short ones ("By ...", "MOSCOW")
    return "\n".join(joined) if max(map(len, joined)) > WIDEST_WRAP else text


def _wrapped(before: str, line: str, width: int) -> bool:
    if not before or not line or _ITEM.match(line):
        return False
    return len(before) + 1 + len(line.split(" ", 1)[0]) > width
