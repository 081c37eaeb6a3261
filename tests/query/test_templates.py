"""What the templates answer on the small world: rows worked out by hand from its five articles."""

from __future__ import annotations

from tests.query.conftest import Ask

POST, WIRE, LEDGER = "The Harbour Post", "Meridian Wire", "Evening Ledger"
ALL = f"{LEDGER}, {WIRE}, {POST}"
CHAIN = "Ilse Maren, citing intelligence reports"


def test_who_accuses_whom(ask: Ask) -> None:
    assert ask("who-accuses-whom", "accuser accused of status speaker denied_by outlet published") == [
        ("Ilse Maren", "Ardia", "arming the Red Dunes", "asserted", None, "Ardia (of another telling)", LEDGER,
         "2021-03-02"),
        ("Ilse Maren", "Ardia", "sending drones to the Red Dunes", "asserted", None, "Ardia, Borland", POST,
         "2021-03-01"),
    ]  # fmt: skip
    assert ask("who-accuses-whom", "outlet", actor="Velm", until="2021-03-01") == [(POST,)]
    assert ask("who-accuses-whom", "outlet", accused="Calvia") == []
    assert len(ask("who-accuses-whom", "outlet", accuser="Ilse Maren", accused="Velm")) == 2


def test_who_denies_what(ask: Ask) -> None:
    assert ask("who-denies-what", "denier denied said_by status quote published") == [
        ("Ardia", "Ardia had sent 300 mercenaries to the Red Dunes", "Ilse Maren, intelligence reports", "asserted",
         "Ardia denied this", "2021-03-02"),
        ("Ardia", "Ardia shipped rifles to the Red Dunes", "two officials", "asserted", "Velm denied the shipment",
         "2021-03-02"),
        ("Ardia", "sending drones to the Red Dunes", "Ilse Maren", "asserted", "Velm and Sorn denied it",
         "2021-03-01"),
        ("Borland", "sending drones to the Red Dunes", "Ilse Maren", "asserted", "Velm and Sorn denied it",
         "2021-03-01"),
    ]  # fmt: skip
    assert ask("who-denies-what", "denier", actor="Sorn") == [("Borland",)]


def test_contradictions(ask: Ask) -> None:
    assert ask("contradictions", "how quote speaker against counter_quote") == [
        ("denied", "Ardia had sent 300 mercenaries to the Red Dunes", CHAIN, "Ardia", "Ardia denied this"),
        ("denied (of another telling)", "arming the Red Dunes", "Ilse Maren", "Ardia", "Velm denied the shipment"),
        ("denied", "Ardia shipped rifles to the Red Dunes", "two officials", "Ardia", "Velm denied the shipment"),
        ("denied", "sending drones to the Red Dunes", "Ilse Maren", "Ardia", "Velm and Sorn denied it"),
        ("denied", "sending drones to the Red Dunes", "Ilse Maren", "Borland", "Velm and Sorn denied it"),
        ("said both ways", "sending drones to the Red Dunes", "Ilse Maren", POST,
         "Ardia did not send drones to the Red Dunes"),
    ]  # fmt: skip
    assert ask("contradictions", "against", actor="Borland") == [("Ardia",), ("Borland",), (POST,)]
    assert ask("contradictions", "how", since="2021-03-05") == [("said both ways",)]


def test_claims_by(ask: Ask) -> None:
    assert ask("claims-by", "part relation object recipient status speaker", actor="Ardia") == [
        ("speaker", "DENIES", "Ardia had sent 300 mercenaries to the Red Dunes", "", "asserted", None),
        ("speaker", "THREATENS", "Calvia", "", "asserted", None),
        ("source", "EXPELS", "Calvia", "", "intended", "Ardia"),
        ("speaker", "DENIES", "Ardia shipped rifles to the Red Dunes", "", "asserted", None),
        ("speaker", "DENIES", "sending drones to the Red Dunes", "", "asserted", None),
    ]
    assert ask("claims-by", "actor quote", relation="arms") == [("Ilse Maren", "arming the Red Dunes")]


def test_claims_about(ask: Ask) -> None:
    assert ask("claims-about", "role subject relation status speaker", actor="Calvia") == [
        ("subject", "Calvia, Coastal League", "MEETS", "asserted", None),
        ("object", "Ardia", "THREATENS", "asserted", None),
        ("object", "Ardia", "EXPELS", "intended", "Ardia"),
        ("object", "Ardia", "ATTACKS", "conditional", "somebody"),
        ("object", "Ardia", "ATTACKS", "reported", "somebody"),
        ("recipient", "Borland", "PROMISES", "asserted", None),
        ("recipient", "Borland", "SENDS", "asserted", None),
    ]
    assert ask("claims-about", "quote", actor="Red Dunes", since="2021-03-05") == [
        ("Ardia did not send drones to the Red Dunes",)
    ]


def test_claims_between(ask: Ask) -> None:
    assert ask("claims-between", "subject relation object recipient", actor="Sorn", other="Velm") == [
        ("Borland", "CRITICIZES", "Ardia", ""),
        ("Borland", "SUPPORTS", "Ardia", ""),
    ]
    assert ask("claims-between", "relation", actor="Coastal League") == [("MEETS",)]
    assert ask("claims-between", "relation", other="Coastal League") == [("MEETS",)]
    assert ask("claims-between", "quote", actor="Ardia", other="Ilse Maren", relation="demands") == [
        ("She demanded that Ardia withdraw its troops",)
    ]


def test_relations_between(ask: Ask) -> None:
    columns = "subject relation object status claims asserted attributed denied outlets first last"
    assert ask("relations-between", columns, actor="Red Dunes") == [
        ("Ardia", "SENDS", "Red Dunes", "alleged, denied", 3, 0, 3, 3, 3, "2021-03-01", "2021-03-02"),
        ("Ardia", "ARMS", "Red Dunes", "alleged, denied", 1, 0, 1, 1, 1, "2021-03-02", "2021-03-02"),
    ]
    assert ask("relations-between", "subject relation object", actor="Calvia", other="Ardia") == [
        ("Ardia", "ATTACKS", "Calvia"),
        ("Ardia", "THREATENS", "Calvia"),
    ]


def test_timeline(ask: Ask) -> None:
    columns = "day until_day dated_by relation object status speaker"
    assert ask("timeline", columns, actor="Red Dunes") == [
        ("2021-02-28", "2021-02-28", "text", "SENDS", "drones", "alleged, denied", "Ilse Maren"),
        ("2021-03-01", "2021-03-01", "text", "SENDS", "rifles", "reported, denied", "two officials"),
        ("2021-03-02", None, "publication", "SENDS", "300 mercenaries", "reported, denied", CHAIN),
        ("2021-03-02", None, "publication", "ARMS", "Red Dunes", "alleged, denied", "Ilse Maren"),
        ("2021-03-05", None, "publication", "SENDS", "drones", "asserted, negated", None),
    ]
    assert ask("timeline", "day", actor="Red Dunes", since="2021-03-01", until="2021-03-01") == [("2021-03-01",)]
    assert ask("timeline", "relation", actor="Borland", other="Calvia") == [("SENDS",), ("PROMISES",)]


def test_attribution_chain(ask: Ask) -> None:
    columns = "chain links words subject relation object status denied_by"
    assert ask("attribution-chain", columns, min_links=2) == [
        (CHAIN, 2, "said, showed", "Ardia", "SENDS", "300 mercenaries", "reported, denied", "Ardia")
    ]
    assert ask("attribution-chain", "chain relation", actor="Ardia") == [("Ardia", "EXPELS")]


def test_evidence(ask: Ask) -> None:
    (row,) = ask("evidence", "claim quote start end sentences title speaker status", actor="intelligence reports")
    assert row[1:] == (
        "Ardia had sent 300 mercenaries to the Red Dunes", 79, 126,
        "Ilse Maren said intelligence reports showed that Ardia had sent 300 mercenaries to the Red Dunes.",
        "Maren cites reports on Ardia", CHAIN, "reported, denied",
    )  # fmt: skip
    assert ask("evidence", "end", claim=row[0]) == [(126,)]
    assert ask("evidence", "end", claim="c_none") == []


def test_who_sends_what(ask: Ask) -> None:
    assert ask("who-sends-what", "sender relation what receiver status speaker denied_by") == [
        ("Ardia", "SENDS", "300 mercenaries", "Red Dunes", "reported, denied", CHAIN, "Ardia"),
        ("Ardia", "ARMS", "", "Red Dunes", "alleged, denied", "Ilse Maren", "Ardia (of another telling)"),
        ("Ardia", "SENDS", "rifles", "Red Dunes", "reported, denied", "two officials", "Ardia"),
        ("Ardia", "SENDS", "drones", "Red Dunes", "alleged, denied", "Ilse Maren", "Ardia, Borland"),
        ("Borland", "SENDS", "grain", "Calvia", "asserted", None, ""),
    ]


def test_demands_and_threats(ask: Ask) -> None:
    assert ask("demands-and-threats", "kind who relation to what") == [
        ("demand", "Ilse Maren", "DEMANDS", "Ardia", "Ardia withdraw its troops"),
        ("promise", "Borland", "PROMISES", "Calvia", "more grain"),
        ("threat", "Ardia", "THREATENS", "Calvia", "to expel Calvia from the Coastal League"),
    ]
    assert ask("demands-and-threats", "who", kind="threat") == [("Ardia",)]


def test_what_is_not_said_to_have_happened_is_never_shown_as_done(ask: Ask) -> None:
    quotes = {
        "demanded": "Ardia withdraw its troops",
        "intended": "to expel Calvia from the Coastal League",
        "conditional": "Ardia would attack Calvia",
        "asserted, negated": "Ardia did not send drones to the Red Dunes",
    }
    for name in ("claims-about", "timeline"):
        status = dict(ask(name, "quote status", limit=200))
        assert {quotes[s]: s for s in quotes} == {q: status[q] for q in quotes.values()}
    for name in ("who-accuses-whom", "who-sends-what", "single-source", "event-table"):
        assert not {q for (q,) in ask(name, "quote", limit=200)} & set(quotes.values()), name
    derived = ask("relations-between", "relation", limit=200)
    assert ("EXPELS",) not in derived
    assert ("WITHDRAWS",) not in derived


def test_allies_and_rivals(ask: Ask) -> None:
    assert ask("allies-and-rivals", "actor other stance friendly hostile asserted denied relations") == [
        ("Ardia", "Borland", "mixed", 1, 1, 2, 0, "CRITICIZES, SUPPORTS"),
        ("Ardia", "Calvia", "rivals", 0, 2, 1, 0, "ATTACKS, THREATENS"),
        ("Ardia", "Ilse Maren", "rivals", 0, 2, 2, 0, "ACCUSES"),
        ("Borland", "Calvia", "allies", 1, 0, 1, 0, "PROMISES"),
        ("Calvia", "Coastal League", "allies", 1, 0, 1, 0, "MEETS"),  # one claim, though an edge stands each way
        ("Red Dunes", "Ardia", "allies, alleged", 1, 0, 0, 1, "ARMS"),
    ]
    assert ask("allies-and-rivals", "actor other", actor="Coastal League") == [("Coastal League", "Calvia")]


def test_most_accused(ask: Ask) -> None:
    assert ask("most-accused", "accused kind accusations accusers outlets denied first last") == [
        ("Ardia", "country", 2, "Ilse Maren", 2, 2, "2021-03-01", "2021-03-02")
    ]


def test_most_cited_sources(ask: Ask) -> None:
    assert ask("most-cited-sources", "source kind claims cited_by_others denied articles outlets") == [
        ("Ilse Maren", "person", 4, 0, 3, 3, 3),
        ("Ardia", "country", 1, 0, 0, 1, 1),
        ("intelligence reports", "unnamed", 1, 1, 1, 1, 1),
        ("two officials", "unnamed", 1, 0, 1, 1, 1),
    ]
    assert ask("most-cited-sources", "source", about="Calvia") == [("Ardia",)]


def test_unnamed_sources(ask: Ask) -> None:
    assert ask("unnamed-sources", "source relation status speaker") == [
        ("intelligence reports", "SENDS", "reported, denied", CHAIN),
        ("", "ATTACKS", "conditional", "somebody"),  # "he said", and nobody knows who he is
        ("", "ATTACKS", "reported", "somebody"),
        ("Two officials", "SENDS", "reported, denied", "two officials"),
    ]


def test_corroborated(ask: Ask) -> None:
    assert ask("corroborated", "subject relation object status origins of outlets claims asserted denied") == [
        ("Ardia", "SENDS", "Red Dunes", "alleged, denied", 3, ALL, ALL, 3, 0, 3),
        ("Ilse Maren", "ACCUSES", "Ardia", "asserted", 2, f"{LEDGER}, {POST}", f"{LEDGER}, {POST}", 2, 2, 0),
    ]
    assert ask("corroborated", "relation", min_origins=3) == [("SENDS",)]


def test_stories(ask: Ask) -> None:
    (story,) = ask("stories", "articles outlets origin first last title story")
    assert story[:-1] == (2, f"{LEDGER}, {POST}", POST, "2021-03-05", "2021-03-06", "Correction on drones")
    told = ask("articles", "outlet origin article_id", story=story[-1])
    assert [row[:2] for row in told] == [(LEDGER, POST), (POST, POST)]
    assert ask("stories", "story", article=told[0][2]) == [story[-1:]]
    assert ask("stories", "articles title", article=ask("articles", "article_id")[0][0]) == [(1, "Borland turns")]
    assert ask("stories", "title", outlet="evening ledger", since="2021-03-06") == [("Correction on drones",)]
    assert ask("stories", "title", outlet=WIRE) == ask("stories", "title", until="2021-03-04") == []


def test_single_source(ask: Ask) -> None:
    assert ask("single-source", "subject relation object status speaker denied_by outlet", actor="Ardia") == [
        ("Borland", "CRITICIZES", "Ardia", "asserted", None, "", WIRE),
        ("Ardia", "ARMS", "Red Dunes", "alleged, denied", "Ilse Maren", "Ardia (of another telling)", LEDGER),
        ("Ardia", "ATTACKS", "Calvia", "reported", "somebody", "", WIRE),
        ("Ardia", "THREATENS", "Calvia", "asserted", None, "", WIRE),
        ("Borland", "SUPPORTS", "Ardia", "asserted", None, "", LEDGER),
        ("Ilse Maren", "DEMANDS", "Ardia", "asserted", None, "", WIRE),
    ]
    assert ask("single-source", "relation", outlet="the harbour post") == [("SENDS",)]


def test_co_mentions(ask: Ask) -> None:
    assert ask("co-mentions", "actor other sentences articles outlets", actor="Calvia") == [
        ("Calvia", "Ardia", 3, 1, 1),
        ("Calvia", "Borland", 2, 2, 2),
        ("Calvia", "Coastal League", 1, 1, 1),
    ]
    assert ask("co-mentions", "actor other sentences", min_sentences=4) == [
        ("Red Dunes", "Ardia", 5),
        ("Ardia", "Ilse Maren", 4),
    ]


def test_ego(ask: Ask) -> None:
    assert ask("ego", "subject relation object distance status", actor="Red Dunes") == [
        ("Ardia", "SENDS", "Red Dunes", 1, "alleged, denied"),
        ("Ardia", "ARMS", "Red Dunes", 1, "alleged, denied"),
    ]
    without = ask("ego", "subject relation object distance status")
    assert without == ask("ego", "subject relation object distance status", actor="Ardia")  # it has most claims
    assert [row for row in without if row[3] == 2] == [
        ("Borland", "PROMISES", "Calvia", 2, "asserted"),
        ("Borland", "SENDS", "Calvia", 2, "asserted"),
    ]


def test_path(ask: Ask) -> None:
    assert ask("path", "actors steps relations", start="Ilse Maren", goal="Velm") == [
        ("Ilse Maren, Ardia", 1, "Ilse Maren ACCUSES Ardia (2 claims), Ilse Maren DEMANDS Ardia (1 claim)"),
    ]
    assert ask("path", "actors steps", start="Red Dunes", goal="Coastal League") == [
        ("Red Dunes, Ardia, Calvia, Coastal League", 3),
    ]
    assert ask("path", "actors", start="Coastal League") == [
        ("Coastal League, Calvia, Ardia",),
        ("Coastal League, Calvia, Borland",),
    ]
    assert ask("path", "actors", goal="Coastal League") == [
        ("Ardia, Calvia, Coastal League",),
        ("Borland, Calvia, Coastal League",),
    ]
    first = ask("path", "actors relations")[0]
    assert first == (
        "Red Dunes, Ardia, Ilse Maren",
        "Ardia SENDS Red Dunes (3 claims, alleged, denied), Ardia ARMS Red Dunes (1 claim, alleged, denied), "
        "Ilse Maren ACCUSES Ardia (2 claims), Ilse Maren DEMANDS Ardia (1 claim)",
    )
    assert ask("path", "actors", start="Ardia", goal="Ardia") == []


def test_changed_position(ask: Ask) -> None:
    assert ask("changed-position", "actor toward turn before before_published after after_published") == [
        ("Borland", "Ardia", "for, then against", "SUPPORTS", "2021-03-02", "CRITICIZES", "2021-03-09")
    ]


def test_outlet_profile(ask: Ask) -> None:
    columns = "outlet articles claims attributed attributed_share unnamed quoted denied unreal"
    assert ask("outlet-profile", columns) == [
        (LEDGER, 2, 6, 2, 0.333, 1, 0, 2, 0),
        (WIRE, 2, 11, 5, 0.455, 3, 0, 1, 3),
        (POST, 2, 6, 1, 0.167, 0, 0, 1, 0),
    ]
    assert ask("outlet-profile", "claims", outlet=POST, since="2021-03-05") == [(1,)]


def test_labels_used(ask: Ask) -> None:
    assert ask("labels-used", "actor label claims used_by outlets status") == [
        ("300 mercenaries", "300 mercenaries", 1, "intelligence reports", WIRE, "reported, denied")
    ]
    assert ask("labels-used", "label claims", actor="Sorn", names=True) == [("borland", 4), ("sorn", 1)]


def test_search(ask: Ask) -> None:
    assert ask("search", "sentence claims number", text="Drones president") == [
        ("President Ilse Maren accused Ardia of sending drones to the Red Dunes on Sunday.",
         "Ilse Maren ACCUSES Ardia (asserted), Ardia SENDS Red Dunes (alleged, denied: Ilse Maren)", 1),
    ]  # fmt: skip
    assert ask("search", "sentence", text="drones", outlet=POST, since="2021-03-05") == [
        ("Correction on drones",),
        ("Ardia did not send drones to the Red Dunes, the army found.",),
    ]
    assert ask("search", "claims", limit=1) == [("Borland CRITICIZES Ardia (asserted)",)]
    assert ask("search", "number", text="drones", actor="Ilse Maren") == [(1,)]


def test_articles(ask: Ask) -> None:
    assert ask("articles", "title outlet published claims attributed denied sentences") == [
        ("Borland turns", WIRE, "2021-03-09", 2, 0, 0, 3),
        ("Correction on drones", LEDGER, "2021-03-06", 0, 0, 0, 2),
        ("Correction on drones", POST, "2021-03-05", 1, 0, 0, 2),
        ("Arms for the dunes", LEDGER, "2021-03-02", 6, 2, 2, 6),
        ("Maren cites reports on Ardia", WIRE, "2021-03-02", 9, 5, 1, 7),
        ("Calvia accuses neighbour", POST, "2021-03-01", 5, 1, 1, 4),
    ]
    assert ask("articles", "title", actor="Coastal League") == [("Borland turns",)]
    assert ask("articles", "title", title="DRONES") == [("Correction on drones",)] * 2


def test_actor(ask: Ask) -> None:
    columns = "name kind country code aliases claims acts acted_upon says denies articles first last id"
    assert ask("actor", columns, actor="Velm") == [
        ("Ardia", "country", "ARD", "ARDGOV", "Republic of Ardia, Velm", 18, 13, 5, 1, 4, 5, "2021-03-01", "2021-03-09",
         "country:ARD"),
    ]  # fmt: skip
    assert ask("actor", "name roles", kind="person") == [("Ilse Maren", "President of Calvia")]


def test_event_table(ask: Ask) -> None:
    columns = "day source source_code target target_code plover cameo quad polarity modality status"
    assert ask("event-table", columns, since="2021-03-05") == [
        ("2021-03-09", "Borland", "BORGOV", "Ardia", "ARDGOV", "ACCUSE", "111", 3, "+", "asserted", "asserted"),
        ("2021-03-09", "Calvia", "CALGOV", "Coastal League", "IGO", "CONSULT", "040", 1, "+", "asserted", "asserted"),
        ("2021-03-09", "Coastal League", "IGO", "Calvia", "CALGOV", "CONSULT", "040", 1, "+", "asserted", "asserted"),
    ]
    assert ask("event-table", "source target relation status", all=True, plover="sanction") == [
        ("Ardia", "Calvia", "EXPELS", "intended")
    ]


def test_coverage(ask: Ask) -> None:
    assert ask("coverage", "outlet published articles claims attributed denied") == [
        (WIRE, "2021-03-09", 1, 2, 0, 0),
        (LEDGER, "2021-03-06", 1, 0, 0, 0),
        (POST, "2021-03-05", 1, 1, 0, 0),
        (LEDGER, "2021-03-02", 1, 6, 2, 2),
        (WIRE, "2021-03-02", 1, 9, 5, 1),
        (POST, "2021-03-01", 1, 5, 1, 1),
    ]
