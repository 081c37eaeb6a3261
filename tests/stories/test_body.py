"""What belongs to a report, and what a site or a newsroom puts around it."""

from __future__ import annotations

import pytest

from kgraph.model import Article
from kgraph.stories.body import body
from tests.stories.writing import REPORT

LEAD = REPORT[0]


@pytest.mark.parametrize(
    "around",
    [
        "By Ada Lind and Tom Roe, Harbour News",
        "Share this article",
        "Facebook Twitter WhatsApp",
        "Read more: Oslo denies it",
        "Reporting by Ada Lind; Editing by Tom Roe",
        "What we know so far",
        "© 2024 Continental Press. All rights reserved.",
        "Sign up for our morning newsletter",
        "Photo: A trawler off Lamu",
        "Advertisement",
    ],
)
def test_what_stands_around_a_report_does_not_count(around: str) -> None:
    assert body(Article("a", f"{LEAD}\n\n{around}")) == [LEAD]


def test_a_dateline_and_a_sign_off_do_not_count() -> None:
    text = f"MOMBASA, May 7 (Agency) - {LEAD} (Reporting by Ada Lind; Editing by Tom Roe)"
    assert body(Article("a", text)) == [LEAD]


def test_a_headline_does_not_count_even_with_a_full_stop() -> None:
    title = "Kenya has had enough of the trawlers that come from Norway, its fisheries minister says."
    assert body(Article("a", f"{title}\n\n{LEAD}", title=title)) == [LEAD]
