"""Who is meant? The gazetteer, offices by date, roles and codes. Pure: no text is parsed here."""

from kgraph.actors.gazetteer import Found, Gazetteer, How, Sense, packaged_gazetteer
from kgraph.actors.offices import Offices, Term
from kgraph.actors.user_list import load_gazetteer, user_actors

__all__ = [
    "Found",
    "Gazetteer",
    "How",
    "Offices",
    "Sense",
    "Term",
    "load_gazetteer",
    "packaged_gazetteer",
    "user_actors",
]
