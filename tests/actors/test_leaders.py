"""The list of leaders that the gazetteer is built from: one person is one name, an office has one holder at a time."""

import csv
from collections import defaultdict
from itertools import pairwise
from pathlib import Path

ROWS = list(csv.DictReader(Path("tools/gazetteer/leaders.csv").read_text(encoding="utf-8").splitlines()))
# two at once in fact: a disputed election, two prime ministers, two who called themselves president
SHARED = {("CIV", "President"), ("KHM", "Prime Minister"), ("MDG", "President"), ("SLE", "President")}


def test_nobody_has_the_name_of_another_as_an_alias():
    names = {row["name"] for row in ROWS}
    taken = [(row["name"], alias) for row in ROWS for alias in row["aliases"].split("|") if alias in names]
    assert [(name, alias) for name, alias in taken if alias != name] == []


def test_a_term_ends_after_it_began():
    assert [row for row in ROWS if row["to"] and row["from"] > row["to"]] == []


def test_an_office_has_one_holder_at_a_time():
    terms = defaultdict(list)
    for row in ROWS:
        terms[row["of"], row["office"]].append((row["from"], row["to"] or "9999", row["name"]))
    over = {
        office
        for office, held in terms.items()
        for (_, until, one), (since, _, other) in pairwise(sorted(held))
        if until[: len(since)] > since[: len(until)] and one != other
    }
    assert over == SHARED
