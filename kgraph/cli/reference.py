"""``python -m kgraph.cli.reference`` prints docs/cli.md from the commands themselves; a test keeps the file true."""

from __future__ import annotations

import inspect
from collections.abc import Iterator

import click

from kgraph.cli.root import SECTIONS, completion_script_names, root

HEAD = """# Command line

Made by `python -m kgraph.cli.reference > docs/cli.md`; do not edit.

Data goes to stdout, progress and notes to stderr. On a terminal the data is a table, in a pipe JSON lines;
`--format` chooses. `-` is standard input. Settings come from flags, then `KGRAPH_*` variables
(`KGRAPH_GRAPH`, `KGRAPH_USER`, `KGRAPH_PASSWORD`, `KGRAPH_PASSWORD_FILE` ...), then `kgraph.toml` in the working
folder; user and password of a server then from Neo4j's own `NEO4J_USERNAME` and `NEO4J_PASSWORD`.

| exit code | meaning |
|---|---|
| 0 | done; a check that finds nothing wrong too |
| 1 | nothing matched |
| 2 | a wrong option, parameter or name |
| 3 | some inputs could not be read; each is named, the others are in |
| 4 | the graph store: locked, not there, refuses the password |
| 5 | bad data: a record, template or word list that breaks its own rules; a check that found something |
| 130 | interrupted; what was done is kept |

Any other failure is a fault of kgraph and shows a traceback.
"""


def reference() -> str:
    """The whole page."""
    return "\n".join([HEAD, *_completion(), *_commands()]).rstrip() + "\n"


def _completion() -> Iterator[str]:
    yield "## Completion\n"
    yield "Add one line to the start-up file of your shell; then Tab completes commands, options and template names.\n"
    yield "| shell | line |\n|---|---|"
    for shell, line in completion_script_names().items():
        yield f"| {shell} | `{line.replace('|', chr(92) + '|')}` |"
    yield ""


def _commands() -> Iterator[str]:
    ctx = click.Context(root, info_name="kgraph", **root.context_settings)
    for title, section in SECTIONS.items():
        yield f"## {title}\n"
        for name in section:
            command = root.get_command(ctx, name)
            assert command is not None  # SECTIONS is where commands come from
            yield from _command(command, f"kgraph {name}", parent=ctx)


def _command(command: click.Command, path: str, *, parent: click.Context) -> Iterator[str]:
    yield f"### {path}\n"
    yield _prose(command)
    ctx = click.Context(command, info_name=path.split()[-1], parent=parent)
    if options := [record for p in command.get_params(ctx) if (record := p.get_help_record(ctx)) is not None]:
        yield "| option | |\n|---|---|"
        for spelling, help in options:
            yield f"| `{spelling.replace('|', chr(92) + '|')}` | {help.replace('|', chr(92) + '|')} |"
        yield ""
    if isinstance(command, click.Group):
        for name in command.list_commands(ctx):
            child = command.get_command(ctx, name)
            if child is not None:
                yield from _command(child, f"{path} {name}", parent=ctx)


def _prose(command: click.Command) -> str:
    """The help text; click's block of lines that must not be wrapped is an example."""
    text, _, example = inspect.cleandoc(command.help or "").partition("\b\n")
    prose = text.strip()
    return f"{prose}\n\n```sh\n{example.strip()}\n```\n" if example else f"{prose}\n"


if __name__ == "__main__":
    print(reference(), end="")
