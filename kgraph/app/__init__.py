"""The verbs: ingest, load, copy, forget, wipe, rebuild, verify, status, notes.

They receive an extractor, a store and a journal as ports and know nothing of the command line or of the driver."""

from kgraph.app.ingest import BATCH, copy, forget, ingest, load, rebuild, wipe
from kgraph.app.provenance import Inputs
from kgraph.app.report import IngestReport, Interrupted, Status, VerifyReport
from kgraph.app.status import notes, status
from kgraph.app.verify import verify

__all__ = [
    "BATCH",
    "IngestReport",
    "Inputs",
    "Interrupted",
    "Status",
    "VerifyReport",
    "copy",
    "forget",
    "ingest",
    "load",
    "notes",
    "rebuild",
    "status",
    "verify",
    "wipe",
]
