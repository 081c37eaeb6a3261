"""What stands around a report is known as such, and no report is taken for it."""

import doctest

import pytest

from kgraph.language import newsroom
from kgraph.language.newsroom import byline, is_furniture
from kgraph.parsing import paragraphs


def test_the_examples_are_true():
    failures, tried = doctest.testmod(newsroom)
    assert (failures, tried > 0) == (0, True)


@pytest.mark.parametrize(
    "line",
    [
        "Show More",
        "Related Articles",
        "Back to top button",
        "Read more: Oslo denies sending ships to Lima",
        "ALSO READ | Chile denies sending weapons to Peru",
        "WATCH: Norway accuses Chile of sending ships",
        "Related: Norway accuses Chile",
        "list 1 of 3 Norway accuses Chile of lying",
        "Norway accuses Chile of lying end of list",
        "The post Norway denies it appeared first on The Harbour Post.",
        "We use cookies to improve your experience. By continuing you accept our cookies policy.",
        "This website uses cookies.",
        "Share on Facebook",
        "Share this article",
        "Facebook Twitter WhatsApp Email",
        "Sign up for our newsletter to get the latest news.",
        "Follow us on Facebook",
        "All rights reserved. This material may not be published, broadcast or rewritten.",
        "Copyright 2024 Continental Press.",
        "Photo: Ada Lind/CP",
        "Image credit: Getty Images",
        "(Reporting by Ada Lind; Editing by Tom Roe)",
        "Reporting by Ada Lind in Oslo; Writing by Eva Moe; Editing by Tom Roe and Jo Ek",
        "Additional reporting by Ada Lind",
        "Continental Press writers Ada Lind in Oslo and Tom Roe in Lima contributed to this report.",
        "5 min read",
        "Advertisement",
        "Story continues below advertisement",
    ],
)
def test_lines_of_the_page_and_the_newsroom_are_no_report(line):
    assert is_furniture(line)


@pytest.mark.parametrize(
    "line",
    [
        "Share prices fell in Oslo on Friday.",
        "Follow the money, the minister said.",
        "Watch the border, Norway warned.",
        "Chile contributed to this report's findings, Norway said.",
        "Oslo: Norway accused Chile of lying.",
        "Norway: we sent nobody",
        "Trending downward, exports fell, Peru said.",
        "Reporting by state media was wrong, the minister said.",
        "Photographs show the ships leaving Lima, Norway said.",
        "Related companies were fined, Chile announced.",
        "More troops were sent to the border, Peru said.",
        "Show more restraint, Norway told Chile.",
        "Print and broadcast media were banned, Chile said.",
        "Read the statement again, the minister told reporters.",
        "Log in to any site and you will see it, the minister said: Norway attacked Chile.",
        "Comments by the minister angered Norway.",
    ],
)
def test_a_report_is_no_line_of_the_page(line):
    assert not is_furniture(line)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("By Ada Lind\n\nNorway denied it.", ("Ada Lind", None)),
        (
            "A denial\n\nBy Ada Lind and Tom Roe, Continental Press\n\nIt did.",
            ("Ada Lind and Tom Roe", "Continental Press"),
        ),
        ("OSLO (Continental Press) - Norway denied it.", (None, "Continental Press")),
        ("A denial\n\nOSLO, May 3 (CP) — Norway denied it.", (None, "CP")),
        ("OSLO (May 3) - Norway denied it.", (None, None)),
        ("LIMA – Peru denied it.", (None, None)),
        ("By Friday Norway had denied it.", (None, None)),
        ("By Norway and Chile, it was denied.", (None, None)),
        ("Norway denied it, says a book by Ada Lind.", (None, None)),
    ],
)
def test_bylines_and_datelines_say_who_and_from_where(text, found):
    assert byline(text) == found


def test_who_edited_a_report_is_no_part_of_its_last_sentence():
    text = "Norway denied it. (Reporting by Ada Lind; Editing by Tom Roe)"
    assert [text[start:end] for start, end in paragraphs(text)] == [
        "Norway denied it.",
        "(Reporting by Ada Lind; Editing by Tom Roe)",
    ]
