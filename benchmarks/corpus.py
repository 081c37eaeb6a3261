"""News-like articles for measuring, made from a seed: distinct stories of invented persons, places and groups.

The states are real, so that the gazetteer has its work; nothing that is told of them is.

>>> next(articles(1, seed=7)) == next(articles(1, seed=7))
True
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass

from kgraph.model import Article
from kgraph.reading import article

_STATES = [
    ("Armenia", "Armenian", "Yerevan"), ("Brazil", "Brazilian", "Brasilia"), ("Canada", "Canadian", "Ottawa"),
    ("Denmark", "Danish", "Copenhagen"), ("Egypt", "Egyptian", "Cairo"), ("Ethiopia", "Ethiopian", "Addis Ababa"),
    ("Finland", "Finnish", "Helsinki"), ("France", "French", "Paris"), ("Germany", "German", "Berlin"),
    ("Ghana", "Ghanaian", "Accra"), ("Greece", "Greek", "Athens"), ("India", "Indian", "New Delhi"),
    ("Iran", "Iranian", "Tehran"), ("Italy", "Italian", "Rome"), ("Japan", "Japanese", "Tokyo"),
    ("Kenya", "Kenyan", "Nairobi"), ("Mexico", "Mexican", "Mexico City"), ("Morocco", "Moroccan", "Rabat"),
    ("Nigeria", "Nigerian", "Abuja"), ("Norway", "Norwegian", "Oslo"), ("Pakistan", "Pakistani", "Islamabad"),
    ("Peru", "Peruvian", "Lima"), ("Poland", "Polish", "Warsaw"), ("Serbia", "Serbian", "Belgrade"),
    ("Spain", "Spanish", "Madrid"), ("Sudan", "Sudanese", "Khartoum"), ("Sweden", "Swedish", "Stockholm"),
    ("Tunisia", "Tunisian", "Tunis"), ("Turkey", "Turkish", "Ankara"), ("Ukraine", "Ukrainian", "Kyiv"),
]  # fmt: skip
_FIRST = (
    "Ada Benno Clara Dario Edda Farid Gesa Hakim Ilse Joran Kaya Lorenz Mara Nils Oda Pavel Quirin Rosa Samir Tilda "
    "Uwe Vera Wanda Xenia Yusuf Zora Anselm Birgit Cyril Dunya Emre Frida"
)
_LAST = (
    "Abernat Bovik Castrell Dornan Eklid Farrow Gantz Holub Ivarsen Jessop Kestrel Lomax Marchetti Norwell Ostrander "
    "Pellar Quist Rademak Solveig Tarkov Ulven Vasko Wendt Yardley Zeman Brandel Corvin Delacour Engel Fontaine"
)
_FIRST_PARTS = "Nor Sol Ver Kal Mar Tor Bel Dra Elm Fen Gor Hal Ist Jor Lun".split()
_LAST_PARTS = "bury dal mark stead grad ovo ania heim port vik una aris".split()
_GROUP_NAMES = "Liberation Front|Defence Brigade|People's Army|Patriotic League|Border Guard".split("|")
_OFFICES = ["Foreign Minister", "Defence Minister", "President", "Prime Minister", "Interior Minister"]
_DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
_GOODS = ["rifles", "drones", "fuel", "grain", "medical supplies", "armoured vehicles", "radio sets", "spare parts"]
_CAUSES = ["the river dam", "fishing rights", "the border crossing", "a seized tanker", "the election", "gas prices"]

_PARAGRAPHS = [
    "{a} accused {b} on {day} of sending {goods} to the {group}, a charge that {b_city} denied.",
    "{a_office} {person} said that {b} had broken the agreement on {cause}. “We will not wait any longer,” {pronoun} "
    "said after a meeting in {city}.",
    "{b_adj} officials rejected the accusation. {other}, a spokesman for the {b_adj} foreign ministry, told reporters "
    "that the report was “an invention from beginning to end”.",
    "Two sources close to the talks said that {c} had offered to mediate between {a} and {b}. The {c_adj} government "
    "did not confirm this.",
    "The {group} killed {number} soldiers near {town} last week, according to the {a_adj} defence ministry. The group "
    "has not claimed responsibility for the attack.",
    "{person}, who has been {a_office_lower} since {year}, demanded that {b} withdraw its troops from {town} and "
    "release {number} prisoners.",
    "{c} urged both sides to return to the table. “There is no military answer to {cause},” said {third}, the {c_adj} "
    "envoy.",
    "In {year}, {a} and {b} signed a treaty on {cause}, but the parliament in {b_city} never ratified it.",
    "{b} threatened to close the road to {town} if {a} imposed sanctions, and warned {c} against supporting them.",
    "The United Nations said that more than {number},000 people had fled {town}, where fighting between {a_adj} forces "
    "and the {group} began in {month}.",
    "Human rights groups criticised {a_city} for arresting {number} journalists, among them {other}. The ministry "
    "declined to comment.",
    "It was not clear on {day} who had fired on the convoy. A local official blamed the {group}; {person} said that an "
    "investigation had begun.",
    "The European Union condemned the attack and promised {number} million euros in aid for {town}.",
    "{third} will visit {a_city} in the coming days and meet {person}, the {c_adj} embassy announced.",
    "Analysts doubt that {b} supplied the {goods}. Satellite images that were published on {day} show an empty depot "
    "near {town}, and no ship has left the harbour since {month}.",
    "{a_adj} police seized {number} boxes of {goods} in {town} and arrested three men who, they said, worked for {b}.",
]
# What stands between the acts in most news: places, weather, numbers, memories. Little of it is anybody's claim.
_BACKGROUND = [
    "{town} lies in a valley two hours north of {a_city}. The road there is narrow, and in winter it is often closed "
    "for weeks. Most of the houses were built after the flood of {year}.",
    "The harvest was poor this year. Prices for bread have risen by {number} per cent since {month}, and many shops in "
    "{town} open for only a few hours in the morning.",
    "The market was almost empty on {day}. A few old men sat in front of the tea house, where a radio played music "
    "from the other side of the river.",
    "About {number},000 people live in the district, most of them farmers and herders. Every second family has a son "
    "or a daughter in {a_city}.",
    "The bridge is {number} metres long and was once the pride of the province. Its iron came by ship from the north, "
    "and its engineers slept in tents.",
    "It is the third crisis of this kind within ten years. The first began with a quarrel over water, the second with "
    "a football match.",
    "In the capital, life went on as usual. The cafés were full, the trams were late, and on the square in front of "
    "the opera children fed the pigeons.",
    "The hospital of {town} has {number} beds and one generator. Medicine is kept in a cellar because the old "
    "refrigerator no longer works.",
    "Trade between the two regions was worth {number} million dollars in {year}. Since then it has fallen to less than "
    "a quarter of that.",
    "{other} is {number} years old and grew up in {town}. Her grandfather was a miller there; the mill is now a school "
    "with three rooms and a view of the hills.",
    "Rain is expected until {day}. The river has risen by two metres, and the ferry between the villages does not run "
    "after dark.",
    "The building on the hill used to be a hotel. Now its windows are dark, its garden is overgrown, and the sign over "
    "the door has lost most of its letters.",
    "The archive holds letters, maps and some {number} photographs from the years before {year}. Few people have ever "
    "asked to see them.",
    "There is one bus a day from {city}. It leaves at dawn and is full of students, sacks of rice and, now and then, a "
    "goat.",
]
_HEADLINES = [
    "{a} accuses {b} of arming {group}",
    "{b} denies sending {goods} to {town}",
    "{c} offers to mediate over {cause}",
    "{a_office} {person} warns {b} over {cause}",
    "Fighting near {town} kills {number}, ministry says",
    "{a} and {b} trade blame over {cause}",
]


@dataclass(frozen=True, slots=True)
class Story:
    """A generated article."""

    title: str
    text: str  # with the title as first paragraph
    published: str
    outlet: str

    @property
    def words(self) -> int:
        return len(self.text.split())

    @property
    def article(self) -> Article:
        """As kgraph takes it."""
        return article(self.text, title=self.title, published=self.published, outlet=self.outlet)


def articles(count: int, *, seed: int = 1, paragraphs: int = 12) -> Iterator[Story]:
    """``count`` stories of about 280 words; the same seed gives the same stories."""
    draw = random.Random(seed)
    for _ in range(count):
        cast = _cast(draw)
        acts = paragraphs // 2
        chosen = draw.sample(_PARAGRAPHS, acts) + draw.sample(_BACKGROUND, paragraphs - acts)
        draw.shuffle(chosen)
        title = draw.choice(_HEADLINES).format(**cast)
        body = [paragraph.format(**(cast | _details(draw))) for paragraph in chosen]
        published = f"{draw.randint(2012, 2024)}-{draw.randint(1, 12):02d}-{draw.randint(1, 28):02d}"
        outlet = f"The {draw.choice(_FIRST_PARTS)}{draw.choice(_LAST_PARTS)} Courier"
        yield Story(title, "\n\n".join([title, *body]) + "\n", published, outlet)


def _cast(draw: random.Random) -> dict[str, str]:
    """Who the story is about. A story keeps its cast."""
    (a, a_adj, a_city), (b, b_adj, b_city), (c, c_adj, _) = draw.sample(_STATES, 3)
    person, other, third = (f"{draw.choice(_FIRST.split())} {draw.choice(_LAST.split())}" for _ in range(3))
    office = draw.choice(_OFFICES)
    return {
        "a": a,
        "a_adj": a_adj,
        "a_city": a_city,
        "b": b,
        "b_adj": b_adj,
        "b_city": b_city,
        "c": c,
        "c_adj": c_adj,
        "person": person,
        "other": other,
        "third": third,
        "a_office": f"{a_adj} {office}",
        "a_office_lower": office.lower(),
        "pronoun": draw.choice(["he", "she"]),
        "group": f"{_town(draw)} {draw.choice(_GROUP_NAMES)}",
        "cause": draw.choice(_CAUSES),
        **_details(draw),
    }


def _details(draw: random.Random) -> dict[str, str]:
    """What varies inside a story."""
    return {
        "town": _town(draw),
        "city": draw.choice(_STATES)[2],
        "goods": draw.choice(_GOODS),
        "day": draw.choice(_DAYS),
        "month": draw.choice(["January", "March", "May", "June", "August", "October", "December"]),
        "year": str(draw.randint(1990, 2011)),
        "number": str(draw.randint(3, 90)),
    }


def _town(draw: random.Random) -> str:
    return draw.choice(_FIRST_PARTS) + draw.choice(_LAST_PARTS)
