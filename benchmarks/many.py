"""As many claims as wanted: distinct generated articles, read by kgraph, and copies of them that tell of other people.

A copy has ids, date and URL of its own, and the invented persons, groups and towns have other names of the same length;
states stay, as they do in news. So the graph grows as one of so many articles would: hubs get heavier, the rest wider.
"""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterator
from functools import cache
from hashlib import blake2b
from itertools import count
from typing import Any

from benchmarks.corpus import _FIRST, _FIRST_PARTS, _LAST, _LAST_PARTS, articles
from kgraph import record
from kgraph.api import extractor
from kgraph.ids import article_id, text_sha256
from kgraph.model import Extraction
from kgraph.settings import Settings

READ = 400  # articles, of which the others are copies
_ID = re.compile(r"\b(a|c|m)_([0-9a-f]{16})\b|\b(unnamed):([0-9a-f]+)\b")
_INVENTED = [*_FIRST.split(), *_LAST.split(), *(one + other for one in _FIRST_PARTS for other in _LAST_PARTS)]
_SLUGS = "|".join(map(str.casefold, _INVENTED))  # person:ada-castrell
_NAMES = re.compile(rf"\b(?:{'|'.join(_INVENTED)})\b|(?<=[:-])(?:{_SLUGS})\b")
_LETTERS = "bcdfghklmnprstvz"


def records(claims: int) -> Iterator[tuple[str, int]]:
    """Record lines with the number of claims in each, until there are so many claims."""
    lines = [record.dumps(extraction) for extraction in _read()]
    counts = [len(json.loads(line)["claims"]) for line in lines]
    told = 0
    for number in count():
        for line, of_these in zip(lines, counts, strict=True):
            if told >= claims:
                return
            told += of_these
            yield copied(line, number) if number else line, of_these


def extractions(claims: int) -> Iterator[Extraction]:
    return (record.loads(line) for line, _ in records(claims))


def _read() -> Iterator[Extraction]:
    return extractor(Settings()).extract(story.article for story in articles(READ))


def copied(line: str, number: int) -> str:
    """The record of another article that is built the same."""
    data = _told_otherwise(json.loads(line), number)
    article = data["article"]
    draw = random.Random(f"{number} {article['id']}")
    article["published"] = f"{draw.randint(2012, 2024)}-{draw.randint(1, 12):02d}-{draw.randint(1, 28):02d}"
    article["url"] = f"https://news.example/{number}/{article['id'][2:]}"
    article["sha256"] = text_sha256(article["text"])
    before, article["id"] = article["id"], article_id(article["text"], outlet=article["outlet"], url=article["url"])
    return json.dumps(data, ensure_ascii=False).replace(before, article["id"])


def _told_otherwise(value: Any, number: int) -> Any:
    if isinstance(value, str):
        return _ID.sub(lambda f: _other_id(f, number), _NAMES.sub(lambda f: _other_name(f[0], number), value))
    if isinstance(value, list):
        return [_told_otherwise(item, number) for item in value]
    if isinstance(value, dict):
        return {name: _told_otherwise(item, number) for name, item in value.items()}
    return value


@cache
def _other_name(name: str, number: int) -> str:
    """Another of the same length, and the same for every spelling: Castrell, castrell."""
    draw = random.Random(f"{number} {name.casefold()}")
    letters = [draw.choice(_LETTERS) if letter.casefold() in _LETTERS else letter for letter in name]
    other = "".join(letters).casefold()
    return other.capitalize() if name[0].isupper() else other


def _other_id(found: re.Match[str], number: int) -> str:
    kind, old = (found[1], found[2]) if found[1] else (found[3], found[4])
    new = blake2b(f"{number} {old}".encode(), digest_size=len(old) // 2).hexdigest()
    return f"{kind}_{new}" if found[1] else f"{kind}:{new}"
