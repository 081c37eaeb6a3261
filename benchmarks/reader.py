"""The whole extraction on one core, component by component, against stock spaCy sm on the same texts in the same run.

Both begin warm; rounds alternate, each is a process of its own; seconds are the processor's.
"""

from __future__ import annotations

import tempfile
from importlib import import_module
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.components import MICROSECONDS, Ledger
from benchmarks.end_to_end import ARTICLES, ROUNDS, reading_child, spacy_child, warm_reader, write_articles
from benchmarks.measuring import Spread, as_child, child, ratios

_COREFERENCE = frozenset(
    "kgraph_apposition kgraph_pointing kgraph_pronouns kgraph_copula kgraph_owners kgraph_settle".split()
)
_COMPONENTS = (
    "files", "parse", "mentions", "coreference", "clauses", "attributions", "claims", "record", "resolution",
)  # fmt: skip


def main(count: int = ARTICLES, rounds: int = ROUNDS) -> None:
    with tempfile.TemporaryDirectory() as folder:
        words = write_articles(Path(folder), count)
        takes = [{kind: child("benchmarks.reader", kind, folder) for kind in CHILDREN} for _ in range(rounds)]
    stock = [take["spacy"]["cpu"] for take in takes]
    whole = [take["reading"]["cpu"] for take in takes]
    print(f"  {count} articles, {words:,} words; words a second of the processor, kgraph / stock spaCy:")
    print(f"    ratio {ratios(stock, whole)}")
    for name, times in (("kgraph", whole), ("spacy", stock)):
        print(f"    {name}: {Spread(tuple(words / time for time in times))}")
    print("  microseconds of the processor a word (lowest to highest)")
    for name in _COMPONENTS:
        low, middle, high = (
            MICROSECONDS * pick([take["parts"][name] for take in takes]) / words for pick in (min, median, max)
        )
        print(f"    {name:14} {middle:6.1f} ({low:.1f} to {high:.1f})")
    print(f"    {'stock spaCy':14} {MICROSECONDS * median(stock) / words:6.1f}")


def parts_child(folder: str) -> dict[str, float]:
    """Files to records and deltas, each component charged with its own time alone."""
    from kgraph.api import read_articles
    from kgraph.graph import delta
    from kgraph.record import dumps

    # by name: the package's own attributes are its functions
    claims, extract = map(import_module, ("kgraph.claims.read", "kgraph.extract"))
    ledger = Ledger()
    reader: Any = warm_reader(folder)
    docs, pipeline = reader.parser.docs, reader.reader.pipeline

    def mentions(doc: Any) -> Any:
        for name, component in pipeline:
            with ledger.part("coreference" if name in _COREFERENCE else "mentions"):
                doc = component(doc)
        return doc

    reader.parser.docs = lambda articles: ledger.each("parse", docs(ledger.each("files", articles)))
    reader.reader = mentions
    reader._written = ledger.charged("record", reader._written)
    for owner, work, name in [
        (extract, "read_claims", "claims"),
        (claims, "repair", "clauses"),
        (claims, "predications", "clauses"),
        (claims, "attributions", "attributions"),
    ]:
        setattr(owner, work, ledger.charged(name, getattr(owner, work)))
    for extraction in reader.extract(read_articles(folder)):
        with ledger.part("record"):
            dumps(extraction)
        with ledger.part("resolution"):
            delta(extraction)
    return {name: ledger.spent[name] for name in _COMPONENTS}


CHILDREN = {"reading": reading_child, "spacy": spacy_child, "parts": parts_child}

if __name__ == "__main__":
    as_child(CHILDREN, main)
