"""The scorers that stand beside the gold sets, and predictions made from the gold by spoiling it."""

from __future__ import annotations

import importlib.util
import json
import os
import random
import re
import subprocess
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from kgraph.evaluation.attributions import PredictedAttribution
from kgraph.evaluation.events import PredictedEvent
from kgraph.evaluation.parties import Party, party
from kgraph.evaluation.readings import Edge

GOLD = Path(os.environ["KGRAPH_GOLD"]) if os.environ.get("KGRAPH_GOLD") else None
needs_gold = [
    pytest.mark.gold,
    pytest.mark.skipif(GOLD is None, reason="KGRAPH_GOLD does not name the folder of the gold sets: NOT COMPARED"),
]
TYPES = ["ACCUSE", "REJECT", "THREATEN", "CONSULT", "SUPPORT", "ASSAULT", "COERCE", "RETREAT", "CONCEDE", "SANCTION"]
CAMEO = ["010", "020", "042", "0871", "112", "138", "163", "1712", "190", "192"]


def scorer(name: str) -> Any:
    """A scorer as a module."""
    assert GOLD is not None
    spec = importlib.util.spec_from_file_location(name, GOLD / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def run_scorer(name: str, *arguments: object) -> str:
    """What a scorer prints."""
    assert GOLD is not None
    command = [sys.executable, str(GOLD / f"{name}.py"), *map(str, arguments)]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def write_lines(path: Path, rows: Iterable[object]) -> Path:
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    return path


# ---- events ----


def spoiled_events(gold: Sequence[Mapping[str, Any]], draw: random.Random) -> dict[str, list[PredictedEvent]]:
    """Some events are kept, some turned round, recoded, left with one side, moved to another sentence or lost."""
    found: dict[str, list[PredictedEvent]] = {}
    strangers = [event for sentence in gold for event in sentence["events"]]
    for sentence in gold:
        events = [*sentence["events"], *draw.sample(strangers, draw.choice([0, 0, 0, 1, 2]))]
        found[sentence["id"]] = [_spoiled_event(event, draw) for event in events if draw.random() < 0.8]
    for identity in draw.sample(sorted(found), len(found) // 10):
        del found[identity]
    return found


def _spoiled_event(event: Mapping[str, Any], draw: random.Random) -> PredictedEvent:
    sides = [
        tuple(_spoiled_party(one, draw) for one in event.get(side) or () if draw.random() < 0.9)
        for side in ("source", "target")
    ]
    if draw.random() < 0.15:
        sides.reverse()
    types = event.get("plover") or ()
    types = tuple([types] if isinstance(types, str) else types)
    coding = draw.choice(["kept", "kept", "type", "cameo", "quad", "other"])
    if coding == "cameo":
        return PredictedEvent(*sides, (), event.get("cameo") or draw.choice(CAMEO), None)
    if coding == "quad":
        return PredictedEvent(*sides, (), None, draw.choice([0, 1, 2, 3, 4]))
    if coding == "other" or not types:
        return PredictedEvent(*sides, (draw.choice(TYPES),), draw.choice([None, *CAMEO]), draw.choice([None, 1, 3]))
    return PredictedEvent(*sides, types, event.get("cameo") if coding == "kept" else None, event.get("quad"))


def _spoiled_party(data: Mapping[str, Any], draw: random.Random) -> Party:
    text, code = data.get("text"), data.get("code") or data.get("silver_code")
    words = (text or "the unnamed officials’s").split()
    text = draw.choice([text, " ".join(words[: draw.randint(1, len(words))]), "a spokesman of " + " ".join(words)])
    if code and draw.random() < 0.5:
        code = draw.choice([code[:3], code[:6], code + "MIL", "---GOV", "XXX", None])
    return party(text, code)


def event_json(event: PredictedEvent) -> dict[str, Any]:
    data: dict[str, Any] = {
        "source": [_party_json(one) for one in event.sources],
        "target": [_party_json(one) for one in event.targets],
    }
    given = {"plover": list(event.plover), "cameo": event.cameo, "quad": event.quad}
    return data | {name: value for name, value in given.items() if value not in (None, [])}


def _party_json(one: Party) -> dict[str, Any]:
    return {"text": one.text} | ({"code": one.code} if one.code else {})


# ---- attributions ----


def spoiled_attributions(
    gold: Sequence[Mapping[str, Any]], draw: random.Random
) -> dict[str, list[PredictedAttribution]]:
    """Ranges are widened, cut, lost; attributions are lost or stand where there is none."""
    found = {}
    for article in gold:
        length = len(article["text"])
        kept = [_spoiled_attribution(one, length, draw) for one in article["attributions"] if draw.random() < 0.8]
        stray = draw.randrange(max(1, length - 60))
        nobody = PredictedAttribution((), ((stray, stray + 6),), ((stray + 8, stray + 40),))
        found[article["id"]] = [*kept, nobody]
    found.pop(gold[0]["id"])
    return found


def _spoiled_attribution(one: Mapping[str, Any], length: int, draw: random.Random) -> PredictedAttribution:
    def spoiled(role: str) -> tuple[tuple[int, int], ...]:
        if draw.random() < 0.1:
            return ()
        return tuple(_moved(int(start), int(end), length, draw) for start, end, *_ in one.get(role) or ())

    return PredictedAttribution(spoiled("source"), spoiled("cue"), spoiled("content"))


def _moved(start: int, end: int, length: int, draw: random.Random) -> tuple[int, int]:
    start, end = max(0, start + draw.choice([0, 0, 0, -5, 5, 30])), min(length, end + draw.choice([0, 0, 0, -7, 9]))
    return (start, end) if start < end else (start, min(length, start + 1))


def attribution_json(one: PredictedAttribution) -> dict[str, Any]:
    return {"source": [*map(list, one.source)], "cue": [*map(list, one.cue)], "content": [*map(list, one.content)]}


# ---- edges ----


def spoiled_edges(reading: Mapping[str, Any], draw: random.Random) -> list[Edge]:
    """Claims of a reading as edges: names are varied, polarity, chain and time sometimes wrong, sides exchanged."""
    names = {thing["id"]: thing for section in ("actors", "places", "events") for thing in reading.get(section) or ()}
    edges = []
    for claim in draw.sample(reading["claims"], len(reading["claims"])):
        if draw.random() < 0.15:
            continue
        sides = [_names(claim.get(side), names, draw) for side in ("subj", "obj", "recipient")]
        if draw.random() < 0.15:
            sides[0], sides[1] = (sides[1] or sides[2]), sides[0]
        chain = [_names(holder, names, draw) for holder in claim.get("chain") or () if draw.random() < 0.85]
        time = claim.get("time")
        value = time.get("value") if isinstance(time, dict) else time
        edges.append(
            Edge(
                predicate=draw.choice([claim["pred"], *(claim.get("alt") or ()), "say", "express"]),
                subject=sides[0],
                object=sides[1],
                recipient=sides[2],
                negative=(claim["pol"] == "-") != (draw.random() < 0.1),
                modality=draw.choice(["asserted", str(claim.get("modality")), "demanded"]),
                chain=tuple(chain),
                denied_by=tuple(_names(one, names, draw) for one in claim.get("denied_by") or ()),
                time=draw.choice([None, str(value) if value else None, "2020-10-02"]),
                span=draw.choice([None, tuple(claim["span"]), (claim["span"][0] + 150, claim["span"][1] + 300)]),
            )
        )
    return edges


def _names(gold: object, names: Mapping[str, Any], draw: random.Random) -> tuple[str, ...]:
    if gold is None:
        return ()
    if isinstance(gold, list):
        return tuple(name for one in gold for name in _names(one, names, draw))
    thing = names.get(str(gold))
    if thing is None:
        return (str(gold),)
    known = [thing["name"], *(thing.get("also") or ()), *(m["text"] for m in thing.get("mentions") or ())]
    return (draw.choice([*known, "the " + thing["name"], thing["name"].split()[-1], "Wrong Party"]),)


def edge_json(edge: Edge) -> dict[str, Any]:
    data: dict[str, Any] = {
        "subj": list(edge.subject) or None,
        "pred": edge.predicate,
        "obj": list(edge.object),
        "recipient": list(edge.recipient),
        "pol": "-" if edge.negative else "+",
        "modality": edge.modality,
        "chain": [list(names) for names in edge.chain],
        "denied_by": [list(names) for names in edge.denied_by],
        "time": edge.time,
    }
    return data | ({"span": list(edge.span)} if edge.span else {})


def number_after(label: str, printed: str) -> tuple[int, int]:
    """ "recall all 20/64 31.2%" """
    match = re.search(rf"{re.escape(label)} (\d+)/(\d+)", printed)
    assert match is not None, (label, printed)
    return int(match[1]), int(match[2])
