"""CSV for ``neo4j-admin database import full``: the whole graph of any number of records, written in one pass.

Nodes and relationships go to the files as the records come; only actors and derived edges, which are summed up over all
articles, are kept in memory, and a little of each article to tell its copies (``stories.Corpus``). The importer takes
neither constraints nor empty lists: ``BoltStore.finish_import`` does.
"""

from __future__ import annotations

import pickle
import tempfile
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path
from typing import IO

from kgraph.errors import UsageError
from kgraph.graph import delta
from kgraph.graph.delta import at_its_place, is_article
from kgraph.graph.derived import Key, Summary, add_to, derive, shapes_in
from kgraph.graph.profile import Profile, actor_node, merge
from kgraph.graph.schema import (
    DATE_PROPERTIES,
    DERIVED_DATES,
    DERIVED_PROPERTIES,
    EDGE_PROPERTIES,
    EDGE_TYPES,
    LAYOUT,
    MARK,
    NODE_PROPERTIES,
    SCHEMA,
)
from kgraph.model import Extraction, GraphDelta, Value
from kgraph.ports import Progress
from kgraph.stories import Corpus, print_in

BETWEEN = "\x1f"  # items of a list: the unit separator, which no text needs
COMMAND = "import.sh"

_TYPES = {
    "int": {
        "index",
        "start",
        "end",
        "quad",
        "tellings",
        "order",
        "claims",
        "asserted",
        "outlets",
        "origins",
        "version",
    },
    "double": {"confidence", "score"},
    "boolean": {"attributed", "denied", "quoted", "inferred", "derived"},
    "string[]": {"what", "stance", "roles", "aliases", "keys", "outletNames", "originNames"},
    "int[]": {"originClaims"},
}
_SOME = "some origin"  # until it is known which
_DERIVED_TYPES = {"attributed": "int", "denied": "int"}  # counts there, truth values of a claim


@dataclass(frozen=True, slots=True)
class AdminExport:
    """What was written: nodes by label and relationships by type."""

    nodes: Mapping[str, int]
    relationships: Mapping[str, int]


def write_admin_csv(
    extractions: Iterable[Extraction], folder: Path, *, on_progress: Progress | None = None
) -> AdminExport:
    """Write the files and the command that imports them into a folder, which must be new or empty.

    Raises: UsageError when it is neither, or cannot be written to.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if any(folder.iterdir()):
            raise UsageError("is not empty", place=str(folder), hint="name a new folder with -o")
        with _Files(folder) as files, tempfile.TemporaryFile() as waiting, Corpus() as corpus:
            return _Writing(files, waiting, corpus).write(extractions, on_progress)
    except OSError as error:
        raise UsageError(
            f"cannot be written ({error.strerror})", place=str(folder), hint="name another folder"
        ) from error


class _Files:
    """The files of the export, each opened with its header when its first row comes."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._open: dict[str, IO[str]] = {}
        self._stack = ExitStack()

    def __enter__(self) -> _Files:
        return self

    def __exit__(self, *error: object) -> None:
        self._stack.close()

    def row(self, name: str, header: Sequence[str], values: Iterable[Value]) -> None:
        file = self._open.get(name)
        if file is None:
            path = self.folder / f"{name}.csv"
            file = self._open[name] = self._stack.enter_context(path.open("w", encoding="utf-8", newline="\n"))
            file.write(",".join(header) + "\n")
        file.write(",".join(map(_cell, values)) + "\n")

    def text(self, name: str, text: str) -> Path:
        path = self.folder / name
        path.write_text(text, encoding="utf-8", newline="\n")
        return path


class _Writing:
    """One export: what is summed up over all records, and the counts. Articles and their part of the derived edges wait
    in a file until it is known which of them tell one story."""

    def __init__(self, files: _Files, waiting: IO[bytes], corpus: Corpus) -> None:
        self.files, self.waiting, self.corpus = files, waiting, corpus
        self.read = 0  # articles
        self.profiles: dict[str, Profile] = {}
        self.derived: dict[Key, Summary] = {}
        self.nodes: Counter[str] = Counter()
        self.relationships: Counter[str] = Counter()

    def write(self, extractions: Iterable[Extraction], on_progress: Progress | None) -> AdminExport:
        for number, extraction in enumerate(extractions, start=1):
            self.add(delta(extraction))
            if on_progress:
                on_progress(number, extraction.article.title or extraction.article.id)
        self.articles()
        self.actors()
        self.sums()
        self.files.row("KGraph", ("schema:string", "version:int"), (SCHEMA, LAYOUT))
        self.files.text(COMMAND, _command(self.nodes, self.relationships)).chmod(0o755)
        return AdminExport(dict(self.nodes), dict(self.relationships))

    def add(self, found: GraphDelta) -> None:
        for node in found.nodes:
            if is_article(node):
                self.read += 1
                self.corpus.add(print_in(node.properties))
                pickle.dump((node, derive(shapes_in(found, origin=_SOME))), self.waiting)
            elif node.label != "Actor":
                names = NODE_PROPERTIES[node.label]
                self.files.row(node.label, _node_header(node.label), (node.properties.get(name) for name in names))
                self.nodes[node.label] += 1
        for edge in found.edges:
            names = EDGE_PROPERTIES[edge.type]
            values = [edge.start[1], edge.end[1], *(edge.properties.get(name) for name in names)]
            self.files.row(edge.type, _edge_header(edge.type), values)
            self.relationships[edge.type] += 1
            if edge.type == "NAMES":
                actor, profile = edge.end[1], Profile.loads(str(edge.properties["profile"]))
                known = self.profiles.get(actor)
                self.profiles[actor] = merge(known, profile) if known else profile

    def articles(self) -> None:
        places = self.corpus.places()
        self.waiting.seek(0)
        for _ in range(self.read):
            node, edges = pickle.load(self.waiting)
            place = places[node.id]
            properties = at_its_place(node, place).properties
            self.files.row("Article", _node_header("Article"), map(properties.get, NODE_PROPERTIES["Article"]))
            self.nodes["Article"] += 1
            add_to(self.derived, {key: _from(place.origin, summary) for key, summary in edges.items()})

    def actors(self) -> None:
        header = (*_node_header("Actor"), ":LABEL")
        for actor, profile in sorted(self.profiles.items()):
            node = actor_node(actor, profile)
            values = [node.properties.get(name) for name in NODE_PROPERTIES["Actor"]]
            self.files.row("Actor", header, [*values, ["Actor", *filter(None, [node.kind_label])]])
            self.nodes["Actor"] += 1

    def sums(self) -> None:
        header = (
            ":START_ID(Actor)",
            ":END_ID(Actor)",
            ":TYPE",
            *(f"{name}:{_DERIVED_TYPES.get(name) or _type(name, DERIVED_DATES)}" for name in DERIVED_PROPERTIES),
        )
        for (subject, relation, target), summary in sorted(self.derived.items()):
            properties = summary.properties()
            self.files.row("derived", header, [subject, target, relation, *map(properties.get, DERIVED_PROPERTIES)])
            self.relationships["derived"] += 1


def _from(origin: str | None, summary: Summary) -> Summary:
    """The summary of an article's claims, now that it is known whose report it is."""
    return replace(summary, origins={origin: summary.origins[_SOME]} if origin else {})


def _type(name: str, dates: frozenset[str]) -> str:
    if name in dates:
        return "date"
    return next((type_ for type_, names in _TYPES.items() if name in names), "string")


def _node_header(label: str) -> tuple[str, ...]:
    dates = DATE_PROPERTIES.get(label, frozenset())
    return (f"id:ID({label})", *(f"{name}:{_type(name, dates)}" for name in NODE_PROPERTIES[label][1:]))


def _edge_header(type_: str) -> tuple[str, ...]:
    start, end = EDGE_TYPES[type_]
    properties = (f"{name}:{_type(name, frozenset())}" for name in EDGE_PROPERTIES[type_])
    return (f":START_ID({start})", f":END_ID({end})", *properties)


def _cell(value: Value) -> str:
    """A null is an empty cell and an empty text is quoted, so that the importer tells them apart."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return repr(value)
    if isinstance(value, list | tuple):
        return _quoted(BETWEEN.join(str(item).replace(BETWEEN, " ") for item in value)) if value else ""
    return _quoted(str(value))


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'


def _command(nodes: Mapping[str, int], relationships: Mapping[str, int]) -> str:
    """A script that runs the importer on the files beside it. ``$1`` is the database."""
    options = [f'--nodes={label}="$here/{label}.csv"' for label in sorted(nodes) if label != "Actor"]
    options += [f'--nodes={MARK}="$here/{MARK}.csv"']
    options += ['--nodes="$here/Actor.csv"'] if nodes.get("Actor") else []
    for type_ in sorted(relationships):
        named = "" if type_ == "derived" else f"{type_}="
        options.append(f'--relationships={named}"$here/{type_}.csv"')
    told = " \\\n  ".join(options)
    return f"""\
#!/bin/sh
# Imports this graph into a stopped Neo4j: sh import.sh [DATABASE]. What the database had is gone afterwards.
# Then start it, and let kgraph finish: kgraph neo4j bootstrap --graph neo4j://localhost:7687
set -eu
here=$(cd "$(dirname "$0")" && pwd)
exec ${{NEO4J_ADMIN:-neo4j-admin}} database import full "${{1:-neo4j}}" --overwrite-destination=true \\
  --multiline-fields=true --array-delimiter=U+001F --input-encoding=UTF-8 --report-file="$here/import.report" \\
  {told}
"""
