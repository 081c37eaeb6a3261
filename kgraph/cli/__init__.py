"""The words a person types. One file a command group; a command is imported when it is called, not before."""

from __future__ import annotations


def main() -> None:
    """The installed ``kgraph`` command."""
    from kgraph.cli.root import root

    root(prog_name="kgraph")
