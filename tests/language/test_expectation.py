"""The little language of expectations says what it means."""

import pytest

from tests.language.expectation import parse


@pytest.mark.parametrize(
    ("line", "subject", "predicate", "target", "state", "holder"),
    [
        ("Russia ACCUSES Turkey", "Russia", "ACCUSES", "Turkey", None, None),
        ("Iran SAYS", "Iran", "SAYS", None, None, None),
        ("North Korea DEPLOYS South Korea [intended]", "North Korea", "DEPLOYS", "South Korea", "intended", None),
        ("Turkey ATTACKS Syria [reported] < officials", "Turkey", "ATTACKS", "Syria", "reported", "officials"),
        ("Iran ATTACKS Oman [denied by Iran]", "Iran", "ATTACKS", "Oman", "denied by Iran", None),
        ("NATO face up to Turkey", "NATO", "face up to", "Turkey", None, None),
        ("- RELEASES pilots [urged]", "-", "RELEASES", "pilots", "urged", None),
    ],
)
def test_a_line_has_its_parts(line, subject, predicate, target, state, holder):
    found = parse(line)
    assert (found.subject, found.predicate, found.target, found.state, found.holder) == (
        subject,
        predicate,
        target,
        state,
        holder,
    )
