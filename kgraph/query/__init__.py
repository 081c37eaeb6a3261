"""What can be asked: templates, their parameters, and the lock on writing."""

from kgraph.query.guard import check_read_only

__all__ = ["check_read_only"]
