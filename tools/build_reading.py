"""Build a reading of an article: words in, offsets out.

A reading says which claims a careful reader finds in a text. Its source names words; this script finds where they
stand, fills in what follows from the rest (span, stance, polarity), and fails on the first thing that does not fit.

    python tools/build_reading.py SOURCE...              writes the built reading beside the text
    python tools/build_reading.py --check SOURCE...      says whether the built file is up to date
    python tools/build_reading.py --sentences TEXT       prints the numbered sentences of a text

The text lies beside the built reading: source/NAME.yaml, NAME.txt, NAME.yaml. In a source a mention is
[sentence, words, type] or [sentence, words, type, n] for the n-th time they stand there; `ev` of a claim is the words
of its evidence, which begin in sentence `s`; `time` is [words, value] or a mapping.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

MENTION_TYPES = {
    "name", "name+role", "role", "adj", "metonym", "desc", "desc_shared",
    "pron", "pron_1st_in_quote", "poss", "poss_shared",
}  # fmt: skip
MODALITIES = {
    "asserted", "reported", "alleged", "quoted", "presupposed", "implied",
    "demanded", "urged", "intended", "conditional", "purpose", "evaluation",
}  # fmt: skip
UNREAL = {"demanded", "urged", "intended", "conditional", "purpose"}
CLAIM_FIELDS = (
    "id", "s", "tier", "subj", "subj_as", "subj_inferred", "pred", "alt", "obj", "obj_as", "recipient", "as",
    "symmetric", "content", "destination", "origin", "via", "instrument", "reason", "manner", "topic", "quantity",
    "attribute", "pol", "modality", "voice", "chain", "addressee", "denied_by", "denied_by_inferred", "same_event_as",
    "stance", "time", "place", "ev", "note", "dispute", "span",
)  # fmt: skip
REFERRING = ("subj", "obj", "recipient", "subj_inferred", "destination", "origin", "via", "place", "addressee")
PLAIN_WORDS_ALLOWED = {"obj", "destination", "origin", "place"}  # "independence" is no actor
TITLES = ("Capt", "Col", "Dr", "Gen", "Gov", "Lt", "Mr", "Mrs", "Ms", "Rep", "Sen", "St")  # "Sen. Boone" goes on
NOT_A_TITLE = "".join(rf"(?<!\b{title}\.)" for title in TITLES)
# a sentence ends at . ! ? and what closes a quotation, before a capital or an opening quotation mark
SENTENCE_END = re.compile(rf"(?<=[.!?]){NOT_A_TITLE}[”\"’]?\s+(?=[“\"A-Z])|\n+")

Data = dict[str, Any]


class ReadingError(Exception):
    """Something in a source does not fit its text; the message says where."""


class Text:
    """An article's text with its numbered sentences."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.sentences = list(_sentences(text))

    def find(self, sentence: int, words: str, *, nth: int = 1, whole: bool = True) -> tuple[int, int]:
        """Where ``words`` stand; they begin in ``sentence``. ``whole``: not inside a longer word."""
        if not 0 <= sentence < len(self.sentences):
            raise ReadingError(f"no sentence {sentence}; there are {len(self.sentences)}")
        start, end = self.sentences[sentence]
        edge = r"(?!\w)" if whole else ""
        found = [m.start() for m in re.finditer(rf"(?<!\w){re.escape(words)}{edge}", self.text[start:])]
        found = [start + at for at in found if start + at < end]
        if len(found) < nth:
            raise ReadingError(f"sentence {sentence} has no {words!r} (number {nth}): {self.text[start:end]!r}")
        return found[nth - 1], found[nth - 1] + len(words)


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for gap in SENTENCE_END.finditer(text):
        end = gap.end() - len(gap.group().lstrip('”"’'))
        yield start, end
        start = gap.end()
    if text[start:].strip():
        yield start, len(text.rstrip())


def build(source: Data, text: Text) -> Data:
    """The reading with every offset, checked."""
    reading: Data = {"doc": dict(source["doc"])}
    reading["sentences"] = [{"s": n, "span": [a, b], "text": text.text[a:b]} for n, (a, b) in enumerate(text.sentences)]
    for section in ("actors", "places", "events"):
        reading[section] = [_entity(row, section, text) for row in source.get(section, [])]
    known = {row["id"] for section in ("actors", "places", "events") for row in reading[section]}
    _unique([row["id"] for section in ("actors", "places", "events") for row in reading[section]], "id")
    claim_ids = [row["id"] for row in source["claims"]]
    _unique(claim_ids, "claim id")
    denied = _deniers(source["claims"])
    reading["claims"] = [_claim(row, known, set(claim_ids), denied, text) for row in source["claims"]]
    reading["attributes"] = source.get("attributes", [])
    for who, *_ in reading["attributes"]:
        _known(who, known, "attributes")
    return reading


def _entity(row: Data, section: str, text: Text) -> Data:
    place = f"{section} {row.get('id')}"
    out = {key: value for key, value in row.items() if key != "mentions"}
    if out.get("kind") == "country":
        out.setdefault("country", out["name"])
    out.setdefault("iso3", None) if section == "actors" else None
    out["mentions"] = [_mention(mention, section, text, place) for mention in row["mentions"]]
    if not out["mentions"]:
        raise ReadingError(f"{place}: no mention")
    return out


def _mention(row: list[Any], section: str, text: Text, place: str) -> Data:
    sentence, words, kind, *nth = row if section != "events" else [*row[:2], "desc", *row[2:]]
    if kind not in MENTION_TYPES:
        raise ReadingError(f"{place}: unknown type of mention {kind!r}")
    try:
        span = text.find(sentence, words, nth=nth[0] if nth else 1)
    except ReadingError as error:
        raise ReadingError(f"{place}: {error}") from None
    out = {"text": words, "s": sentence, "span": list(span), "type": kind}
    if section == "events":
        del out["type"]
    return out


def _claim(row: Data, actors: set[str], claims: set[str], denied: Mapping[str, list[str]], text: Text) -> Data:
    place = f"claim {row['id']}"
    if unknown := set(row) - set(CLAIM_FIELDS):
        raise ReadingError(f"{place}: unknown field {sorted(unknown)}")
    if not 0 <= row["s"] < len(text.sentences):
        raise ReadingError(f"{place}: no sentence {row['s']}; there are {len(text.sentences)}")
    out = {"pol": "+", "modality": "asserted", "chain": [], **row}
    if out["tier"] not in (1, 2, 3) or out["pol"] not in ("+", "-") or out["modality"] not in MODALITIES:
        raise ReadingError(f"{place}: tier {out['tier']}, pol {out['pol']!r}, modality {out['modality']!r}")
    for field in REFERRING:
        for value in _listed(out.get(field)):
            if value not in actors | claims and not _plain_words(field, value, row["s"], text):
                raise ReadingError(f"{place}: {field} {value!r} is neither actor nor claim")
    for field in ("content", "topic", "reason", "same_event_as"):
        for value in _listed(out.get(field)):
            if re.fullmatch(r"C\d+", str(value)):
                _known(value, claims, f"{place} {field}")
    for holder in _flat([out["chain"], out.get("denied_by", []), out.get("denied_by_inferred", [])]):
        _known(holder, actors, place)
    if sorted(out.get("denied_by", [])) != sorted(set(denied.get(row["id"], []))):  # the headline denies it too
        raise ReadingError(f"{place}: denied_by {out.get('denied_by')} but the deny claims say {denied.get(row['id'])}")
    if isinstance(out.get("time"), list):
        out["time"] = dict(zip(("expr", "value"), out["time"], strict=True))
    out["stance"] = {**_stance(out), **row.get("stance", {})}
    try:
        span = text.find(row["s"], row["ev"], whole=False)
        if isinstance(out.get("time"), dict) and out["time"]["expr"]:
            text.find(row["s"], out["time"]["expr"], whole=False)
    except ReadingError as error:
        raise ReadingError(f"{place}: {error}") from None
    out["span"] = list(span)
    return {field: out[field] for field in CLAIM_FIELDS if field in out}


def _plain_words(field: str, value: Any, sentence: int, text: Text) -> bool:
    """Whether the value is meant as words of the text ("independence") and not as an id."""
    start = text.sentences[sentence][0]
    return field in PLAIN_WORDS_ALLOWED and str(value).split()[-1] in text.text[start : start + 1000]


def _stance(claim: Data) -> dict[str, str]:
    """Who holds it for how certain, where the source does not say otherwise."""
    holders = list(_flat(claim["chain"]))
    sure = "CT-" if claim["pol"] == "-" else "CT+"
    if claim["modality"] in UNREAL and claim["modality"] != "purpose":
        return {"author": "Uu", **dict.fromkeys(holders[-1:], "Uu")}
    stance = {"author": "Uu" if holders else sure, **dict.fromkeys(holders, sure)}
    if len(holders) > 1:  # an outer holder passes the word on and does not vouch for it
        for outer in holders[:-1] if not isinstance(claim["chain"][-1], list) else []:
            del stance[outer]
    return stance | dict.fromkeys(claim.get("denied_by", []), "CT-")


def _deniers(claims: list[Data]) -> dict[str, list[str]]:
    """Claim -> who denies it, from the claims whose predicate is a denial."""
    denied: dict[str, list[str]] = {}
    for row in claims:
        if "deny" in (row["pred"], *row.get("alt", [])):
            for content in _listed(row.get("content")):
                denied.setdefault(content, []).extend(_listed(row["subj"]))
    return denied


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _flat(value: Any) -> Iterator[Any]:
    if isinstance(value, list):
        for item in value:
            yield from _flat(item)
    elif value is not None:
        yield value


def _known(value: str, known: set[str], place: str) -> None:
    if value not in known:
        raise ReadingError(f"{place}: unknown {value!r}")


def _unique(ids: list[str], what: str) -> None:
    if twice := sorted({i for i in ids if ids.count(i) > 1}):
        raise ReadingError(f"{what} given twice: {twice}")


def written(reading: Data, name: str) -> str:
    """The reading as YAML, one line for each actor, claim and so on."""
    flow = {"default_flow_style": True, "width": 10**6, "allow_unicode": True, "sort_keys": False}
    lines = [
        f"# A reading of {name}.txt; built by tools/build_reading.py from source/{name}.yaml, conventions in README.md"
    ]
    lines.append(yaml.safe_dump({"doc": reading["doc"]}, allow_unicode=True, sort_keys=False, width=10**6).rstrip())
    for section in ("sentences", "actors", "places", "events", "claims", "attributes"):
        lines.append(f"\n{section}:" + ("" if reading[section] else " []"))
        lines += [f"- {yaml.safe_dump(row, **flow).strip()}" for row in reading[section]]  # type: ignore[call-overload]
    return "\n".join(lines) + "\n"


def build_file(source: Path) -> tuple[Path, str]:
    """Where the reading of a source belongs, and what stands in it."""
    folder = source.parent.parent
    text = Text((folder / f"{source.stem}.txt").read_text(encoding="utf-8"))
    reading = build(yaml.safe_load(source.read_text(encoding="utf-8")), text)
    return folder / f"{source.stem}.yaml", written(reading, source.stem)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--check", action="store_true", help="write nothing; fail where a built file is not up to date")
    parser.add_argument("--sentences", action="store_true", help="print the numbered sentences of a text")
    options = parser.parse_args()
    for path in options.files:
        if options.sentences:
            text = Text(path.read_text(encoding="utf-8"))
            print(*(f"{n:3} {text.text[a:b]}" for n, (a, b) in enumerate(text.sentences)), sep="\n")
            continue
        try:
            target, content = build_file(path)
        except (ReadingError, KeyError, ValueError, yaml.YAMLError) as error:
            print(f"{path}: {type(error).__name__}: {error}", file=sys.stderr)
            return 1
        if not options.check:
            target.write_text(content, encoding="utf-8")
        elif not target.exists() or target.read_text(encoding="utf-8") != content:
            print(f"{target}: not up to date; run python tools/build_reading.py {path}", file=sys.stderr)
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
