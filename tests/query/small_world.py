"""Five short articles about three states that do not exist, read by hand: what every template is tested on.

The Ardian affair. Ilse Maren, president of Calvia, accuses Ardia (capital Velm) of sending drones to the Red Dunes;
Ardia and Borland (capital Sorn) deny it. An agency adds what intelligence reports say, a demand and a threat. Another
paper has the accusation too, and two officials who are not named. Then comes a correction, and Borland turns.
"""

from __future__ import annotations

from kgraph.model import Actor, ActorKind, Extraction, Modality, Polarity
from tests.query.telling import Telling

ARDIA = Actor(
    "country:ARD", "Ardia", ActorKind.COUNTRY, country="ARD", code="ARDGOV", aliases=("Velm", "Republic of Ardia")
)
BORLAND = Actor("country:BOR", "Borland", ActorKind.COUNTRY, country="BOR", code="BORGOV", aliases=("Sorn",))
CALVIA = Actor("country:CAL", "Calvia", ActorKind.COUNTRY, country="CAL", code="CALGOV", aliases=("Mire",))
MAREN = Actor(
    "person:ilse-maren", "Ilse Maren", ActorKind.PERSON, country="CAL", code="CALGOV", roles=("President of Calvia",)
)
DUNES = Actor("armed-group:red-dunes", "Red Dunes", ActorKind.ARMED_GROUP, country="CAL", code="CALREB")
LEAGUE = Actor("igo:coastal-league", "Coastal League", ActorKind.IGO, code="IGO")
REPORTS = Actor("unnamed:reports", "intelligence reports", ActorKind.UNNAMED)
FIGHTERS = Actor("unnamed:fighters", "300 mercenaries", ActorKind.UNNAMED)
OFFICIALS = Actor("unnamed:officials", "two officials", ActorKind.UNNAMED)
POST, WIRE, LEDGER = "The Harbour Post", "Meridian Wire", "Evening Ledger"

ALLEGED, REPORTED = Modality.ALLEGED, Modality.REPORTED


def accusation() -> Telling:
    """The Harbour Post, 1 March: the accusation, and the denial by two governments."""
    t = Telling(
        POST,
        "2021-03-01",
        [
            "Calvia accuses neighbour",
            "President Ilse Maren accused Ardia of sending drones to the Red Dunes on Sunday.",
            "Velm and Sorn denied it.",
            "Borland sent grain to Calvia.",
        ],
    )
    maren, ardia, dunes = ("President Ilse Maren", MAREN), ("Ardia", ARDIA), ("the Red Dunes", DUNES)
    sending = t.claim(
        1, "send", "SENDS", "sending drones to the Red Dunes", subject=[ardia], recipient=[dunes], theme="drones",
        modality=ALLEGED, said_by=[("accused", [maren])], time=("2021-02-28", "2021-02-28", "on Sunday"),
    )  # fmt: skip
    t.claim(
        1, "accuse", "ACCUSES", "President Ilse Maren accused Ardia of sending drones to the Red Dunes",
        subject=[maren], object=[ardia], content=(sending,),
    )  # fmt: skip
    for words, actor in (("Velm", ARDIA), ("Sorn", BORLAND)):
        denial = t.claim(2, "deny", "DENIES", "Velm and Sorn denied it", subject=[(words, actor)], content=(sending,))
        t.deny(sending, 2, (words, actor), denial)
    t.claim(
        3, "send", "SENDS", "Borland sent grain to Calvia", subject=[("Borland", BORLAND)],
        recipient=[("Calvia", CALVIA)], theme="grain",
    )  # fmt: skip
    return t


def chain() -> Telling:
    """Meridian Wire, 2 March: a chain of two sources, a demand, a threat, and somebody who is only "he"."""
    t = Telling(
        WIRE,
        "2021-03-02",
        [
            "Maren cites reports on Ardia",
            "Ilse Maren said intelligence reports showed that Ardia had sent 300 mercenaries to the Red Dunes.",
            "Ardia denied this.",
            "She demanded that Ardia withdraw its troops.",
            "Ardia threatened to expel Calvia from the Coastal League.",
            "He said that Ardia would attack Calvia.",
            "He said that Ardia had attacked Calvia.",
        ],
    )
    maren, ardia = ("Ilse Maren", MAREN), ("Ardia", ARDIA)
    sent = t.claim(
        1, "send", "SENDS", "Ardia had sent 300 mercenaries to the Red Dunes", subject=[ardia],
        object=[("300 mercenaries", FIGHTERS)], recipient=[("the Red Dunes", DUNES)], modality=REPORTED, nominal=True,
        said_by=[("said", [maren]), ("showed", [("intelligence reports", REPORTS)])],
    )  # fmt: skip
    t.claim(1, "say", "SAYS", "Ilse Maren said intelligence reports showed", subject=[maren], content=(sent,))
    denial = t.claim(2, "deny", "DENIES", "Ardia denied this", subject=[ardia], content=(sent,))
    t.deny(sent, 2, ardia, denial)
    she = ("She", MAREN)
    withdraw = t.claim(
        3, "withdraw", "WITHDRAWS", "Ardia withdraw its troops", subject=[ardia], theme="its troops",
        modality=Modality.DEMANDED, said_by=[("demanded", [she])],
    )  # fmt: skip
    t.claim(
        3, "demand", "DEMANDS", "She demanded that Ardia withdraw its troops", subject=[she], recipient=[ardia],
        content=(withdraw,),
    )  # fmt: skip
    expel = t.claim(
        4, "expel", "EXPELS", "to expel Calvia from the Coastal League", subject=[ardia], object=[("Calvia", CALVIA)],
        theme="the Coastal League", modality=Modality.INTENDED, said_by=[("threatened", [ardia])],
    )  # fmt: skip
    t.claim(
        4, "threaten", "THREATENS", "Ardia threatened to expel Calvia from the Coastal League", subject=[ardia],
        object=[("Calvia", CALVIA)], content=(expel,),
    )  # fmt: skip
    attacks = ((5, "Ardia would attack Calvia", Modality.CONDITIONAL), (6, "Ardia had attacked Calvia", REPORTED))
    for number, quote, modality in attacks:
        t.claim(
            number, "attack", "ATTACKS", quote, subject=[ardia], object=[("Calvia", CALVIA)], modality=modality,
            said_by=[("said", [("He", None)])],
        )  # fmt: skip
    return t


def second_outlet() -> Telling:
    """Evening Ledger, 2 March: the accusation again, a shipment on the word of two officials, support and a promise."""
    t = Telling(
        LEDGER,
        "2021-03-02",
        [
            "Arms for the dunes",
            "Ilse Maren has accused Ardia of arming the Red Dunes.",
            "Two officials said that Ardia shipped rifles to the Red Dunes on Monday.",
            "Velm denied the shipment.",
            "Borland supports Ardia.",
            "Borland promised Calvia more grain.",
        ],
    )
    maren, ardia, dunes = ("Ilse Maren", MAREN), ("Ardia", ARDIA), ("the Red Dunes", DUNES)
    arming = t.claim(
        1, "arm", "ARMS", "arming the Red Dunes", subject=[ardia], object=[dunes], modality=ALLEGED,
        said_by=[("accused", [maren])],
    )  # fmt: skip
    t.claim(
        1, "accuse", "ACCUSES", "Ilse Maren has accused Ardia of arming the Red Dunes", subject=[maren], object=[ardia],
        content=(arming,),
    )  # fmt: skip
    shipping = t.claim(
        2, "ship", "SENDS", "Ardia shipped rifles to the Red Dunes", subject=[ardia], recipient=[dunes], theme="rifles",
        modality=REPORTED, said_by=[("said", [("Two officials", OFFICIALS)])],
        time=("2021-03-01", "2021-03-01", "on Monday"),
    )  # fmt: skip
    denial = t.claim(3, "deny", "DENIES", "Velm denied the shipment", subject=[("Velm", ARDIA)], content=(shipping,))
    t.deny(shipping, 3, ("Velm", ARDIA), denial)
    t.deny(arming, 3, ("Velm", ARDIA), denial, inferred=True)
    t.claim(4, "support", "SUPPORTS", "Borland supports Ardia", subject=[("Borland", BORLAND)], object=[ardia])
    t.claim(
        5, "promise", "PROMISES", "Borland promised Calvia more grain", subject=[("Borland", BORLAND)],
        recipient=[("Calvia", CALVIA)], theme="more grain",
    )  # fmt: skip
    return t


def correction() -> Telling:
    """The Harbour Post, 5 March: it takes the drones back in its own voice."""
    t = Telling(
        POST, "2021-03-05", ["Correction on drones", "Ardia did not send drones to the Red Dunes, the army found."]
    )
    t.claim(
        1, "send", "SENDS", "Ardia did not send drones to the Red Dunes", subject=[("Ardia", ARDIA)],
        recipient=[("the Red Dunes", DUNES)], theme="drones", polarity=Polarity.NEGATIVE,
    )  # fmt: skip
    return t


def reprint() -> Telling:
    """Evening Ledger, 6 March: the correction of the Harbour Post, word for word; nothing was read in it."""
    return Telling(
        LEDGER, "2021-03-06", ["Correction on drones", "Ardia did not send drones to the Red Dunes, the army found."]
    )


def turn() -> Telling:
    """Meridian Wire, 9 March: Borland, which had supported Ardia, criticises it; the League meets Calvia."""
    t = Telling(
        WIRE,
        "2021-03-09",
        [
            "Borland turns",
            "Borland criticised the Republic of Ardia.",
            "Calvia and the Coastal League met in Sorn.",
        ],
    )
    t.claim(
        1, "criticise", "CRITICIZES", "Borland criticised the Republic of Ardia", subject=[("Borland", BORLAND)],
        object=[("the Republic of Ardia", ARDIA)],
    )  # fmt: skip
    t.claim(
        2, "meet", "MEETS", "Calvia and the Coastal League met in Sorn",
        subject=[("Calvia", CALVIA), ("the Coastal League", LEAGUE)],
    )  # fmt: skip
    return t


def small_world() -> list[Extraction]:
    return [tell().extraction() for tell in (accusation, chain, second_outlet, correction, reprint, turn)]
