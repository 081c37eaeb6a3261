"""Articles that print one report, or do not: short enough to be read here, long enough to be told apart."""

from __future__ import annotations

from kgraph.ids import article_id, text_sha256
from kgraph.model import Article

REPORT = [
    "Kenya accused Norway on Tuesday of letting its trawlers fish within forty miles of Lamu without a licence.",
    "Fisheries minister Joseph Otieno told reporters in Mombasa that two ships had been seen by a patrol aircraft.",
    "“We have photographs and we have their names,” he said, and demanded that Oslo call the ships back.",
    "The Norwegian embassy in Nairobi said that it knew of no such ships and would look into the matter.",
    "About 9,000 families on the islands live from fishing, according to the county of Lamu.",
    "A treaty of 2011 allows twelve foreign ships to fish beyond the zone if they land a fifth of their catch.",
    "Otieno said that the treaty would be ended within ninety days unless Norway paid for the damage.",
    "Boat owners in Kizingitini asked the navy to send a second cutter, because the one it has is in repair.",
]
REWORDED = [
    "A quarrel over fish has broken out between two countries that are seldom named together.",
    "Joseph Otieno, who looks after fisheries, showed pictures in Mombasa that he said a plane had taken.",
    "He wants Oslo to order home the vessels, whose names he read out twice.",
    "Diplomats of Norway in Nairobi told the press that the matter was being examined.",
]
OTHER = [
    "Peru signed an agreement with Chile on Monday that opens three crossings in the desert to lorries at night.",
    "Transport minister Elena Quispe said in Tacna that the price of onions would fall before Christmas.",
    "Drivers had waited for up to thirty hours at Chacalluta since the harvest began in September.",
    "The governor of Arica, Pablo Rojas, promised to double the number of customs officers by May.",
    "Business groups in both towns welcomed the step and asked for a scanner that the bank has paid for already.",
    "The agreement has to be approved by both parliaments, and Chile's votes on it next Thursday.",
]


def article(
    paragraphs: list[str],
    *,
    title: str | None = None,
    outlet: str | None = "The Harbour Post",
    published: str | None = "2024-05-07",
    origin: str | None = None,
    author: str | None = None,
) -> Article:
    text = "\n\n".join([title, *paragraphs] if title else paragraphs)
    return Article(
        article_id(text, outlet=outlet, url=None),
        text,
        title=title,
        outlet=outlet,
        published=published,
        origin=origin,
        author=author,
        sha256=text_sha256(text),
    )


def bulletin(day: int) -> Article:
    """A report of one day in June, by another outlet each day: much of it as the day before, some of it new."""
    towns = "Alta Bodo Hamar Larvik Molde Narvik Odda Risor Skien Tromso Vardo Voss".split()
    lines = [
        f"The coast guard reported on day {number} that {number * 7 % 31 + 2} boats from {towns[number % 12]} were "
        f"towed to {towns[(number * 5 + 1) % 12]} after {number * 3 % 17 + 2} hours of storm."
        for number in range(day, day + 8)
    ]
    return article(lines, outlet=f"Coast Bulletin {day}", published=f"2024-06-{day:02d}")
