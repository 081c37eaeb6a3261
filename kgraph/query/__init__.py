"""What can be asked? Templates with typed parameters and named columns, the catalogue of them, the lock on writing.

Light on purpose: nothing here imports an engine, and one question reads one template.
"""

from kgraph.query.actors import Found, find_actor
from kgraph.query.answer import Answer, answer, articles_in
from kgraph.query.catalogue import Catalogue, load_catalogue
from kgraph.query.guard import check_read_only
from kgraph.query.header import parse_template, read_template
from kgraph.query.template import Column, Parameter, Template, Type

__all__ = [
    "Answer",
    "Catalogue",
    "Column",
    "Found",
    "Parameter",
    "Template",
    "Type",
    "answer",
    "articles_in",
    "check_read_only",
    "find_actor",
    "load_catalogue",
    "parse_template",
    "read_template",
]
