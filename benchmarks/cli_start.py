"""How long a person waits for the command line.

1. ``kgraph --help`` against ``python -c 'import click'``.
2. ``kgraph query`` on an existing small graph against a plain script that opens the engine, connects the driver and
   runs the same Cypher.

Each pair of takes is measured one after the other.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from benchmarks.corpus import articles
from benchmarks.measuring import Spread, kgraph_command, ratios, seconds

TEMPLATE = "who-accuses-whom"
TAKES = 15

PLAIN_SCRIPT = """
import json, os, pathlib, socket, sys
folder, statement = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]).read_text(encoding="utf-8")
os.environ["ARCADEDB_LOG_CONSOLE"], os.environ["ARCADEDB_LOG_DIR"] = "0", str(folder / "engine" / "log")
import arcadedb
import neo4j
with socket.socket() as free:
    free.bind(("127.0.0.1", 0))
    port = free.getsockname()[1]
password = (folder / "password").read_text().strip()
settings = {"http_port": 0, "host": "127.0.0.1", "mode": "development", "bolt_port": port,
            "server_plugins": "Bolt:com.arcadedb.bolt.BoltProtocolPlugin"}
server = arcadedb.create_server(str(folder / "engine"), password, settings)
server.start()
server.create_database("kgraph")
with neo4j.GraphDatabase.driver(f"bolt://127.0.0.1:{port}", auth=("root", password)) as driver:
    with driver.session(database="kgraph") as session:
        rows = session.execute_read(lambda work: work.run(statement, json.loads(sys.argv[3])).data())
for row in rows:
    print(row)
server.stop()
"""


def main(takes: int = TAKES) -> None:
    command = kgraph_command()
    click = [sys.executable, "-c", "import click"]
    _report("kgraph --help / import click", *_side_by_side([*command, "--help"], click, takes))
    with tempfile.TemporaryDirectory() as folder:
        graph, script, statement = (Path(folder) / name for name in ("small.graph", "plain.py", "statement.cypher"))
        text = Path(folder) / "articles"
        text.mkdir()
        for number, story in enumerate(articles(5)):
            (text / f"{number}.txt").write_text(story.text, encoding="utf-8")
        seconds([*command, "ingest", str(text), "--graph", str(graph)])
        script.write_text(PLAIN_SCRIPT, encoding="utf-8")
        cypher, parameters = _statement()
        statement.write_text(cypher, encoding="utf-8")
        query = [*command, "query", TEMPLATE, "--graph", str(graph), "--format", "jsonl"]
        plain = [sys.executable, str(script), str(graph), str(statement), json.dumps(parameters)]
        _report("kgraph query / plain script", *_side_by_side(query, plain, takes))


def _statement() -> tuple[str, dict[str, object]]:
    """The template's own Cypher and the values that it has without parameters."""
    from kgraph.query import load_catalogue

    template = load_catalogue().get(TEMPLATE)
    return template.cypher, {parameter.name: parameter.default for parameter in template.parameters}


def _side_by_side(left: Sequence[str], right: Sequence[str], takes: int) -> tuple[list[float], list[float]]:
    seconds(left), seconds(right)  # files into the cache
    pairs = [(seconds(left), seconds(right)) for _ in range(takes)]
    return [pair[0] for pair in pairs], [pair[1] for pair in pairs]


def _report(name: str, left: list[float], right: list[float]) -> None:
    print(f"  {name}: ratio {ratios(left, right)}; seconds {Spread(tuple(left))} / {Spread(tuple(right))}")


if __name__ == "__main__":
    main()
