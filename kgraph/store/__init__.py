"""Where does it live? Graphs in a folder or on a server, and the journal beside them. The driver and the engine are
known only here, and imported only when a graph is opened."""

from kgraph.store.opening import address_of, data_folder, is_uri, journal_folder, open_journal, open_store
from kgraph.store.seen import Seen
from kgraph.store.serve import Served, serve, served_at

__all__ = [
    "Seen",
    "Served",
    "address_of",
    "data_folder",
    "is_uri",
    "journal_folder",
    "open_journal",
    "open_store",
    "serve",
    "served_at",
]
