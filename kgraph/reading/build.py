"""Make an Article: normalised text with its title first, a language, and ids from content."""

from __future__ import annotations

import re

from kgraph.errors import InputError
from kgraph.ids import article_id, text_sha256
from kgraph.language.newsroom import byline
from kgraph.model import Article
from kgraph.reading.clean import clean, one_line
from kgraph.reading.dates import iso_date
from kgraph.reading.tongue import language_code, language_of

_MARK_RUN = re.compile(r"[\W_]+")


def article(
    text: str,
    *,
    title: str | None = None,
    outlet: str | None = None,
    url: str | None = None,
    published: str | None = None,
    lang: str | None = None,
    author: str | None = None,
    ref: str | None = None,
) -> Article:
    """The article of a text. A title that the text does not begin with becomes its first paragraph.

    Raises: InputError for an empty text or a date that is none.

    >>> article("Ankara denied it.", title="A denial", published="2 October 2020").text
    'A denial\\n\\nAnkara denied it.'
    """
    text = clean(text)
    if not text:
        raise InputError("no text in it", place=ref, hint="give the article's words")
    text, title = titled(text, one_line(title) if title else None)
    try:
        published = iso_date(published)
    except ValueError as error:
        raise InputError(str(error), place=ref, hint="write it as 2020-10-02") from error
    outlet, url = _known(outlet), _known(url)
    writer, origin = byline(text)
    return Article(
        id=article_id(text, outlet=outlet, url=url),
        text=text,
        title=title,
        url=url,
        outlet=outlet,
        published=published,
        lang=language_code(lang) or language_of(text),
        author=_known(author) or writer,
        sha256=text_sha256(text),
        ref=ref,
        origin=origin,
    )


def titled(text: str, title: str | None) -> tuple[str, str | None]:
    """The text that begins with its title, and the title as it stands there.

    >>> titled("Talks fail.\\n\\nBaku left.", "TALKS FAIL")
    ('Talks fail.\\n\\nBaku left.', 'Talks fail.')
    """
    if not title:
        return text, None
    first = text.split("\n", 1)[0]
    if _same_words(first, title):
        return text, first
    return f"{title}\n\n{text}", title


def _same_words(left: str, right: str) -> bool:
    """Alike but for case, quotation marks, dashes and a last full stop."""
    return _MARK_RUN.sub(" ", left).casefold().strip() == _MARK_RUN.sub(" ", right).casefold().strip()


def _known(value: str | None) -> str | None:
    return (one_line(value) or None) if value else None
