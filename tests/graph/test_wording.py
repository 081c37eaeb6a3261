"""What claims say in the article's words, and which of them say the same again. Rows worked out by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kgraph.graph import delta, wording
from kgraph.graph.wording import Wording, wordings
from kgraph.model import Actor, ActorKind, Mention, MentionKind, Modality, Polarity
from tests.query.telling import Telling

VARENO = Actor("country:VAR", "Vareno", ActorKind.COUNTRY, country="VAR")
OSTMARK = Actor("country:OST", "Ostmark", ActorKind.COUNTRY, country="OST")
LEAD = "Ostmark has accused Vareno of shipping mortars to Lorn aboard a ferry"


def told(headline: str, *sentences: str) -> Telling:
    return Telling("Straits Wire", "2024-05-03", [headline, *sentences])


def accusation(t: Telling, number: int, quote: str, of: str | None) -> str:
    return t.claim(number, "accuse", "ACCUSES", quote, subject=[("Ostmark", OSTMARK)], object=[("Vareno", VARENO)],
                   theme=of)  # fmt: skip


def test_a_reason_inside_the_words_is_not_said_twice() -> None:
    t = told("Spies", "Ostmark accused Vareno of inventing spies because it could not lower prices.")
    quote = "inventing spies because it could not lower prices"
    whole = t.claim(1, "invent", None, quote, modality=Modality.ALLEGED)
    reason = t.claim(1, "lower", None, "because it could not lower prices", modality=Modality.ALLEGED)
    accused = t.claim(
        1, "accuse", "ACCUSES", "Ostmark accused Vareno", subject=[("Ostmark", OSTMARK)], object=[("Vareno", VARENO)],
        content=(whole, reason),
    )  # fmt: skip
    assert wordings(t.extraction())[accused].what == (quote,)


def test_the_words_of_the_clause_are_wider_than_the_claims_in_it() -> None:
    t = told("Camps", "Ostmark accused Vareno of letting rebels train.")
    train = t.claim(1, "train", "ARMS", "rebels train", modality=Modality.ALLEGED)
    accused = t.claim(
        1, "accuse", "ACCUSES", "Ostmark accused Vareno", subject=[("Ostmark", OSTMARK)], object=[("Vareno", VARENO)],
        theme="letting rebels train", content=(train,),
    )  # fmt: skip
    assert wordings(t.extraction())[accused].what == ("letting rebels train",)


def test_a_word_that_points_back_gives_way_to_what_it_means() -> None:
    t = told("Denial", "Ostmark accused Vareno of sending mortars.", "Vareno denied the accusation.")
    sending = t.claim(1, "send", "SENDS", "sending mortars", subject=[("Vareno", VARENO)], theme="mortars")
    denial = t.claim(
        2, "deny", "DENIES", "Vareno denied the accusation", subject=[("Vareno", VARENO)], theme="the accusation",
        content=(sending,),
    )  # fmt: skip
    assert wordings(t.extraction())[denial].what == ("sending mortars",)


def test_a_pronoun_that_nobody_can_resolve_stands_for_itself() -> None:
    t = told("Denial", "Vareno sent them.")
    sent = t.claim(1, "send", "SENDS", "Vareno sent them", subject=[("Vareno", VARENO)], object=[("them", None)])
    assert wordings(t.extraction())[sent].what == ("them",)


def test_the_headline_and_the_lead_say_one_thing() -> None:
    t = told("Ostmark accuses Vareno of shipping mortars to Lorn", LEAD + ".")
    short = accusation(t, 0, "Ostmark accuses Vareno of shipping mortars to Lorn", "shipping mortars to Lorn")
    full = accusation(t, 1, LEAD, "shipping mortars to Lorn aboard a ferry")
    found = wordings(t.extraction())
    assert found[short] == Wording(("shipping mortars to Lorn",), repeats=full, tellings=1)
    assert found[full].repeats is None
    assert found[full].tellings == 2


def test_a_bare_headline_is_told_by_the_lead() -> None:
    t = told("Ostmark accuses Vareno", LEAD + ".")
    bare = accusation(t, 0, "Ostmark accuses Vareno", None)
    full = accusation(t, 1, LEAD, "shipping mortars to Lorn aboard a ferry")
    assert wordings(t.extraction())[bare].repeats == full


def test_another_matter_another_standing_or_a_denial_of_its_own_is_another_claim() -> None:
    t = told("Ostmark accuses Vareno of piracy", LEAD + ".", "Ostmark accused Vareno of piracy.", "Vareno denied it.")
    claims = [
        accusation(t, 0, "Ostmark accuses Vareno of piracy", "piracy"),
        accusation(t, 1, LEAD, "shipping mortars to Lorn aboard a ferry"),
        accusation(t, 2, "Ostmark accused Vareno of piracy", "piracy"),
    ]
    negated = t.extraction()
    assert wordings(negated)[claims[2]].repeats == claims[0] or wordings(negated)[claims[0]].repeats == claims[2]
    assert wordings(negated)[claims[1]].repeats is None
    last = t.claims[claims[2]]
    t.claims[claims[2]] = replace(last, polarity=Polarity.NEGATIVE)
    assert all(found.repeats is None for found in wordings(t.extraction()).values())
    t.claims[claims[2]] = last
    denial = t.claim(3, "deny", "DENIES", "Vareno denied it", subject=[("Vareno", VARENO)], content=(claims[2],))
    t.deny(claims[2], 3, ("Vareno", VARENO), denial)
    found = wordings(t.extraction())
    assert found[claims[0]].repeats == claims[2]
    assert found[claims[2]].repeats is None, "the denied one stays"


def test_a_second_attack_is_another_attack() -> None:
    t = told("War", "Vareno attacked Ostmark.", "Vareno attacked Ostmark.")
    for number in (1, 2):
        t.claim(number, "attack", "ATTACKS", "Vareno attacked Ostmark", subject=[("Vareno", VARENO)],
                object=[("Ostmark", OSTMARK)])  # fmt: skip
    assert {found.repeats for found in wordings(t.extraction()).values()} == {None}


def test_a_text_of_thousands_of_like_claims_does_not_take_the_square_of_their_number(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    compared = 0

    def counted(self: wording._Matter, other: wording._Matter) -> bool:
        nonlocal compared
        compared += 1
        return False

    monkeypatch.setattr(wording._Matter, "is_in", counted)
    t = told("War", *["Vareno attacked Ostmark."] * 600)
    for number in range(1, 601):
        t.claim(number, "attack", "ATTACKS", "Vareno attacked Ostmark", subject=[("Vareno", VARENO)],
                object=[("Ostmark", OSTMARK)])  # fmt: skip
    assert len(wordings(t.extraction())) == 600
    assert compared <= 600 * wording._FULLEST


def test_a_description_without_its_country_is_shown_with_it() -> None:
    navy = Actor("unnamed:navy", "navy", ActorKind.UNNAMED, country="OST", code="OSTMIL")
    officers = Actor("unnamed:officers", "Ostmark officers", ActorKind.UNNAMED, country="OST", code="OSTMIL")
    t = told("Sea", "In Ostmark, the navy and Ostmark officers met.")
    t.claim(1, "meet", "MEETS", "the navy and Ostmark officers met", subject=[("navy", navy),
            ("Ostmark officers", officers)], place=[("Ostmark", OSTMARK)])  # fmt: skip
    start, _ = t.at(1, "Ostmark officers")
    t.mentions["m_adjective"] = Mention(
        "m_adjective", start, start + 7, "Ostmark", MentionKind.ADJECTIVE, OSTMARK.id, "exact", 1.0
    )
    names = {node.id: node.properties["name"] for node in delta(t.extraction()).nodes if node.label == "Actor"}
    assert names["unnamed:navy"] == "navy (Ostmark)"
    assert names["unnamed:officers"] == "Ostmark officers"
