"""The words a person types. One file a command group; a command is imported when it is called, not before."""

from __future__ import annotations


def main() -> None:
    """The installed ``kgraph`` command."""
    from kgraph import ctrl_c
    from kgraph.cli.root import leave_soon, root

    ctrl_c.keep()
    try:
        root(prog_name="kgraph")
    except SystemExit as end:
        leave_soon(end.code)
        raise
