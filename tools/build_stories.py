"""Build the texts and the table of pairs on which near copies are measured: tests/data/stories.

    python tools/build_stories.py             writes the texts and pairs.csv
    python tools/build_stories.py --check     says which files are not up to date
    python tools/build_stories.py --counts    prints the counts for the README

A source tells the texts of one event, source/SPLIT/EVENT.yaml; text `b` of `ferry` becomes SPLIT/ferry-b.txt.
One line of a `text` is one paragraph. A copy says what it takes (`from`), a report that only repeats something says
`repeats`; both may then refer to that text's words:

    {3}        its third paragraph
    {3-5}      its paragraphs 3 to 5, as paragraphs
    {3.2}      sentence 2 of paragraph 3, without a dateline
    {+site}    the paragraphs called so in source/SPLIT/boilerplate.yaml

`edits` are replaced in the whole text, and each must occur. `same` and `different` list pairs: two texts and a kind.
"""

from __future__ import annotations

import argparse
import csv
import io
import re
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import yaml

HOME = Path(__file__).parents[1] / "tests" / "data" / "stories"
SPLITS = ("development", "held_out")
BOILERPLATE = "boilerplate"
FICTIONAL = "Note: fictional; its outlet, persons and events are invented"

# "Gen. Adom said" goes on; "off the coast." ends, also before “ and after ”
_TITLES = ("Capt", "Col", "Dr", "Gen", "Gov", "Lt", "Maj", "Mr", "Mrs", "Ms", "Prof", "Rep", "Sen", "Sgt", "St", "No")
_SENTENCE_END = re.compile(
    r"(?<=[.!?])" + "".join(rf"(?<!\b{title}\.)" for title in _TITLES) + r"[”\"’)]*(?=\s+[“\"‘(]*[A-Z0-9])"
)
# "LUSAKA, Sept 24 (Tessel Wire) - Zambia’s ...": a sentence is taken without it
_DATELINE = re.compile(r"^[A-Z][A-Z’ -]{2,30}(?:, [\w ,]{2,30})? \([\w -]{2,40}\) - ")
_REFERENCE = re.compile(r"\{(\d+)(?:\.(\d+)|-(\d+))?\}|\{\+([a-z_]+)\}")


class StoryError(Exception):
    """Something in a source does not fit; the message says where."""


class Pair(NamedTuple):
    """Two texts, and whether one is a copy of the other."""

    left: str
    right: str
    same: str
    kind: str
    split: str


class Built(NamedTuple):
    """All texts by their name (SPLIT/EVENT-LETTER), the text that each comes from in the end, and all pairs."""

    texts: dict[str, str]
    origins: dict[str, str]
    pairs: list[Pair]


def sentences(paragraph: str) -> list[str]:
    """The sentences of a paragraph.

    >>> sentences('“No,” said Gen. Adom. “Never.” He left.')
    ['“No,” said Gen. Adom.', '“Never.”', 'He left.']
    """
    ends = [match.end() for match in _SENTENCE_END.finditer(paragraph)]
    return [
        paragraph[start:end].strip()
        for start, end in zip([0, *ends], [*ends, len(paragraph)], strict=True)
        if start < end
    ]


def build(home: Path = HOME) -> Built:
    """Everything that the sources say. Raises: StoryError for the first thing that does not fit."""
    built = Built({}, {}, [])
    for split in SPLITS:
        sites = _load(home / "source" / split / f"{BOILERPLATE}.yaml")
        for path in sorted((home / "source" / split).glob("*.yaml")):
            if path.stem == BOILERPLATE:
                continue
            source = _load(path)
            place = f"{split}/{path.stem}"
            for name, text in _texts(source.get("texts", {}), sites, place):
                built.texts[f"{place}-{name}"] = text
                origin = source["texts"][name].get("from", name)
                built.origins[f"{place}-{name}"] = built.origins.get(f"{place}-{origin}", f"{place}-{name}")
            built.pairs.extend(_pairs(source, split, path.stem))
    for pair in built.pairs:
        _check(pair, built)
    return built


def _check(pair: Pair, built: Built) -> None:
    """A pair is of texts that there are, and the same story where they come from one text."""
    sides = [f"{pair.split}/{side}" for side in (pair.left, pair.right)]
    if missing := [side for side in sides if side not in built.texts]:
        raise StoryError(f"{missing[0]}: no such text for the pair {pair.left} {pair.right}")
    copies = built.origins[sides[0]] == built.origins[sides[1]]
    if copies != (pair.same == "yes"):
        raise StoryError(f"{sides[0]}: {pair.left} and {pair.right} are {'' if copies else 'no '}copies of one text")


def _load(path: Path) -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8")) if path.exists() else {}
    return loaded


def _texts(entries: Mapping[str, Any], sites: Mapping[str, str], place: str) -> Iterator[tuple[str, str]]:
    bodies: dict[str, list[str]] = {}
    for name, entry in entries.items():
        origin = entry.get("from") or entry.get("repeats")
        taken = bodies[origin] if origin else []
        where = f"{place}-{name}"
        body = [part for line in entry["text"].splitlines() for part in _filled(line, taken, sites, where)]
        bodies[name] = _edited(body, entry.get("edits", {}), where)
        yield name, f"{_header(entry)}\n\n" + "\n\n".join(bodies[name]) + "\n"


def _filled(line: str, taken: list[str], sites: Mapping[str, str], where: str) -> list[str]:
    """The paragraphs of one line: what stands there, and what it refers to."""
    whole = _REFERENCE.fullmatch(line.strip())
    try:
        if whole and whole[4]:
            return sites[whole[4]].splitlines()
        if whole and whole[3]:
            return [taken[number - 1] for number in range(int(whole[1]), int(whole[3]) + 1)]
        return [_REFERENCE.sub(lambda found: _words(found, taken), line)]
    except (IndexError, KeyError) as error:
        raise StoryError(f"{where}: nothing stands at a reference of {line[:60]!r}") from error


def _words(found: re.Match[str], taken: list[str]) -> str:
    paragraph = taken[int(found[1]) - 1]
    return _DATELINE.sub("", sentences(paragraph)[int(found[2]) - 1]) if found[2] else paragraph


def _edited(body: list[str], edits: Mapping[str, str], where: str) -> list[str]:
    text = "\n".join(body)
    if "{" in text:
        raise StoryError(f"{where}: no reference, {text[text.index('{') :][:20]!r}")
    for old, new in edits.items():
        if old not in text:
            raise StoryError(f"{where}: nothing to edit, no {old!r} in it")
        text = text.replace(old, new)
    return [line for line in text.split("\n") if line.strip()]


def _header(entry: Mapping[str, Any]) -> str:
    """Title, date, outlet, address and author, and that the text is fictional."""
    title, outlet, date = (str(entry[field]) for field in ("title", "outlet", "date"))
    address = f"https://{_slug(outlet).replace('-', '')}.example/{date[:10].replace('-', '/')}/{_slug(title)}"
    lines = [f"Title: {title}", f"Date: {date}", f"Outlet: {outlet}", f"URL: {address}"]
    return "\n".join([*lines, *([f"Author: {entry['by']}"] if "by" in entry else []), FICTIONAL])


def _slug(words: str) -> str:
    plain = re.sub(r"[^a-z0-9]+", "-", words.casefold().replace("’", "")).strip("-")
    return "-".join(plain.split("-")[:7])


def _pairs(source: Mapping[str, Any], split: str, event: str) -> Iterator[Pair]:
    for same, field in (("yes", "same"), ("no", "different")):
        for row in source.get(field, []):
            left, right, kind = row.split()
            yield Pair(*(side if "-" in side else f"{event}-{side}" for side in (left, right)), same, kind, split)


def table(pairs: list[Pair]) -> str:
    """pairs.csv."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(Pair._fields)
    writer.writerows(pairs)
    return out.getvalue()


def counts(built: Built) -> str:
    """The README's table: pairs by kind and split."""
    found = Counter((pair.same, pair.kind, pair.split) for pair in built.pairs)
    kinds = sorted({(pair.same, pair.kind) for pair in built.pairs}, key=lambda kind: (kind[0] == "no", kind[1]))
    rows = ["| same story | kind | development | held out |", "|---|---|---|---|"]
    rows += [
        f"| {same} | {kind} | {found[same, kind, SPLITS[0]]} | {found[same, kind, SPLITS[1]]} |" for same, kind in kinds
    ]
    for same in ("yes", "no"):
        sums = [sum(pair.same == same and pair.split == split for pair in built.pairs) for split in SPLITS]
        rows.append(f"| {same} | all | {sums[0]} | {sums[1]} |")
    return "\n".join(rows)


def files(built: Built, home: Path = HOME) -> dict[Path, str]:
    """What has to stand in the folder."""
    return {
        home / "pairs.csv": table(built.pairs),
        **{home / f"{name}.txt": text for name, text in built.texts.items()},
    }


def stale(wanted: Mapping[Path, str], home: Path = HOME) -> list[Path]:
    """Files that differ from what the sources say, are missing, or have no source."""
    there = {path for split in SPLITS for path in (home / split).glob("*.txt")}
    differ = [path for path, text in wanted.items() if not path.exists() or path.read_text(encoding="utf-8") != text]
    return sorted([*differ, *(there - set(wanted))])


def main() -> int:
    parser = argparse.ArgumentParser(description="Build the texts and pairs of tests/data/stories.")
    parser.add_argument("--check", action="store_true", help="write nothing, say what is not up to date")
    parser.add_argument("--counts", action="store_true", help="print the counts by kind and split")
    options = parser.parse_args()
    try:
        built = build()
    except StoryError as error:
        print(error, file=sys.stderr)
        return 1
    if options.counts:
        print(counts(built))
        return 0
    wanted = files(built)
    old = stale(wanted)
    for path in old:
        if options.check:
            print(f"not up to date: {path}")
        elif path in wanted:
            path.parent.mkdir(exist_ok=True)
            path.write_text(wanted[path], encoding="utf-8")
        else:
            path.unlink()
    return int(options.check and bool(old))


if __name__ == "__main__":
    sys.exit(main())
