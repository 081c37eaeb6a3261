"""stories: which articles print the same report, and whose it is."""

from __future__ import annotations

from typing import Any

import click

from kgraph.cli.common import emit, format_option, graph_options, limit_option, opened


@click.command()
@click.option("--article", metavar="ID|URL", help="The story of this article, even if no other tells it.")
@click.option("--outlet", metavar="NAME", help="Only stories that this outlet printed.")
@click.option("--min-articles", type=click.IntRange(min=1), metavar="N", help="Told by so many articles. Default: 2.")
@limit_option
@format_option
@graph_options
def stories(
    article: str | None,
    outlet: str | None,
    min_articles: int | None,
    limit: int | None,
    format: str | None,
    **options: Any,
) -> int:
    """Articles that print the same report: how many, where, and whose it is.

    Whole copies, cut ones and half rewritten ones are one story; what it claims is corroborated by none of them. The
    origin is the agency that a dateline or byline names, else the outlet that had it first.

    \b
    kgraph stories --limit 10
    kgraph query articles --story st_d2c1a8a5f1e6b0c4
    """
    wanted = {"article": article, "outlet": outlet, "min_articles": min_articles, "limit": limit}
    with opened(read_only=True, create=False, **options) as graph:
        found = graph.stories(**{name: value for name, value in wanted.items() if value is not None})
        searched = found.searched or "nothing found"
    return emit(found.rows, format, searched=searched)
