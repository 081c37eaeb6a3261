"""The root command: what kgraph can do, in one screen, and what every failure looks like.

A command's module is imported when the command runs. Its one line of help is written here too, so that
``kgraph --help`` imports nothing but click; a test keeps both the same.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from importlib import import_module
from typing import Any

import click

from kgraph._version import __version__
from kgraph.errors import INTERRUPTED, KgraphError

BROKEN_PIPE = 141  # what a shell reports for a program that SIGPIPE ended


@dataclass(frozen=True, slots=True)
class Entry:
    """Where a command lives ("module:function" below kgraph.cli) and what it does, in one line."""

    place: str
    help: str


SECTIONS: dict[str, dict[str, Entry]] = {
    "Read articles": {
        "ingest": Entry("reading:ingest", "Read articles into the graph: files, folders, globs, '-' for stdin."),
        "extract": Entry("reading:extract", "Print what is read in articles, one record a line, without a graph."),
        "watch": Entry("watching:watch", "Keep reading what is new in feeds and folders, until Ctrl-C."),
        "load": Entry("reading:load", "Load extraction records into the graph."),
        "demo": Entry("demo:demo", "Build a small graph of invented articles and show who accuses whom."),
    },
    "Ask": {
        "query": Entry("query:query", "Answer a question that has a name: kgraph query who-accuses-whom."),
        "queries": Entry("queries:queries", "The questions that have a name: list, show, check."),
        "cypher": Entry("cypher:cypher", "Run one Cypher statement; reading only, unless --write."),
        "shell": Entry("shell:shell", "Ask in Cypher at a prompt, with history and completion."),
        "claims": Entry("claims:claims", "Claims with their speaker, denials and exact words: list, show."),
        "actors": Entry("actors:actors", "The actors of the graph: list, show."),
        "stories": Entry("stories:stories", "Articles that print the same report: how many, where, and whose it is."),
    },
    "See the whole": {
        "stats": Entry("overview:stats", "What the graph holds, in numbers."),
        "analyze": Entry(
            "networks:analyze", "Who is central, and who belongs together: degree, PageRank, communities."
        ),
        "path": Entry("networks:path", "How two actors are connected."),
        "browser": Entry(
            "browser:browser", "Neo4j Browser, at home in the graph: favourites, colours, a guide, links."
        ),
        "export": Entry("networks:export", "Write the network of actors for other tools, or all for Neo4j's importer."),
        "notes": Entry("overview:notes", "What was left out or not understood, and where."),
    },
    "Look after the graph": {
        "status": Entry("overview:status", "Which graph this is, and whether graph and journal agree."),
        "verify": Entry("keeping:verify", "Check every quote, offset, id and derived edge again."),
        "rebuild": Entry("keeping:rebuild", "Make the graph anew from its journal."),
        "forget": Entry("keeping:forget", "Take an article out of the graph."),
        "copy": Entry("moving:copy", "Copy a graph into another: from a folder to a server, or back."),
        "backup": Entry("moving:backup", "Write all records into one file, from which the graph can be made anew."),
        "restore": Entry("moving:restore", "Make a graph from a backup."),
        "wipe": Entry("moving:wipe", "Take everything that kgraph made out of a graph, after a question."),
        "neo4j": Entry("neo4j:neo4j", "What only a Neo4j server needs: bootstrap, after an import."),
        "serve": Entry("serve:serve", "Keep the embedded graph up for Neo4j Browser and other Bolt clients."),
        "doctor": Entry("doctor:doctor", "Check the installation and say how to mend what is wrong."),
        "eval": Entry("evaluation:evaluate", "Score the reading against gold sets: precision, recall, F1."),
    },
}

COMMANDS: dict[str, Entry] = {name: entry for section in SECTIONS.values() for name, entry in section.items()}


class _HungUpError(Exception):
    """The reader of our output has gone: "kgraph extract ... | head"."""


class LazyGroup(click.Group):
    """A group whose commands are named in COMMANDS and imported on use."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        entry = COMMANDS.get(cmd_name)
        if entry is None:
            return None
        module, _, function = entry.place.partition(":")
        command: click.Command = getattr(import_module(f"kgraph.cli.{module}"), function)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            raise click.UsageError(f"no command named {args[0]!r}{_did_you_mean(args[0])}", ctx)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        for title, section in SECTIONS.items():
            with formatter.section(title):
                formatter.write_dl([(name, entry.help) for name, entry in section.items()])

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[Any]:
        from click.shell_completion import CompletionItem

        found: list[Any] = [
            CompletionItem(name, help=entry.help) for name, entry in COMMANDS.items() if name.startswith(incomplete)
        ]
        return found + click.Command.shell_complete(self, ctx, incomplete)

    def invoke(self, ctx: click.Context) -> Any:
        # click would turn a broken pipe into exit code 1, which says "nothing matched" here
        try:
            code = super().invoke(ctx)
            sys.stdout.flush()
        except BrokenPipeError as error:
            raise _HungUpError from error
        return code

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        **extra: Any,
    ) -> Any:
        """Run, and turn every way of failing into one line on stderr and its exit code."""
        _write_any_letter()
        try:
            code = super().main(args, prog_name or "kgraph", complete_var, standalone_mode=False, **extra)
        except KgraphError as error:
            code = _complain(str(error), error.exit_code)
        except click.exceptions.NoArgsIsHelpError as error:  # "kgraph actors": which of its commands?
            error.show()
            code = error.exit_code
        except click.ClickException as error:
            code = _complain(_in_one_line(error), error.exit_code)
        except (KeyboardInterrupt, click.Abort) as error:
            why = str(error.__cause__ or error)  # click makes an Abort of every interruption
            code = _complain(why or "interrupted; what was done is kept", INTERRUPTED)
        except (_HungUpError, BrokenPipeError):
            code = _hang_up()
        code = code if isinstance(code, int) else 0
        _leave(code)
        sys.exit(code)


def _leave(code: int) -> None:
    """End at once where an engine is up that cannot be stopped any more: a statement was let go of."""
    if embedded := sys.modules.get("kgraph.store.embedded"):
        embedded.leave_if_abandoned(code)


def leave_soon(code: object) -> None:
    """After Ctrl-C every file is closed; taking a model and an engine apart then takes half a second, for which
    somebody waits. Processes that are still there are Python's to end."""
    processes = sys.modules.get("multiprocessing")
    if code == INTERRUPTED and not (processes and processes.active_children()):
        with suppress(OSError):
            sys.stdout.flush()
            sys.stderr.flush()
        os._exit(INTERRUPTED)


def _did_you_mean(name: str) -> str:
    from difflib import get_close_matches

    close = get_close_matches(name, COMMANDS, n=1)
    return f"; did you mean {close[0]!r}? ('kgraph --help' lists them)" if close else "; 'kgraph --help' lists them"


def _write_any_letter() -> None:
    """A name in a script that the terminal's encoding lacks is shown escaped instead of ending the run."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace", **({} if stream.isatty() else {"encoding": "utf-8"}))


def _complain(message: str, code: int) -> int:
    print(f"kgraph: {' '.join(message.split())}", file=sys.stderr)
    return code


def _in_one_line(error: click.ClickException) -> str:
    message = error.format_message().rstrip(".")
    ctx = getattr(error, "ctx", None)
    return message if ctx is None or "--help" in message else f"{message}; see '{ctx.command_path} --help'"


def _hang_up() -> int:
    """Stop quietly, as a program that SIGPIPE ends."""
    # what is still buffered would raise again when Python ends
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return BROKEN_PIPE


def completion_script_names() -> Mapping[str, str]:
    """How each shell switches completion on."""
    return {
        "bash": 'eval "$(_KGRAPH_COMPLETE=bash_source kgraph)"',
        "zsh": 'eval "$(_KGRAPH_COMPLETE=zsh_source kgraph)"',
        "fish": "_KGRAPH_COMPLETE=fish_source kgraph | source",
    }


@click.group(
    "kgraph",
    cls=LazyGroup,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Which graph: --graph, else KGRAPH_GRAPH, else graph in ./kgraph.toml, else ./kgraph.graph. Exit codes: "
    "0 done, 1 nothing matched, 2 usage, 3 some inputs failed, 4 graph store, 5 bad data, 130 interrupted with the "
    'work kept. Tab completion in bash: eval "$(_KGRAPH_COMPLETE=bash_source kgraph)"; zsh and fish alike.',
)
@click.version_option(__version__, message="kgraph %(version)s")
def root() -> None:
    """Read news articles and build the graph of who says what about whom.

    \b
    kgraph ingest my-article.txt --published 2024-05-01
    kgraph query who-accuses-whom
    """
