"""The prompt itself: several lines until ';', history in the user's state folder, completion."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from prompt_toolkit import PromptSession
from prompt_toolkit.completion import CompleteEvent, Completer, Completion
from prompt_toolkit.document import Document
from prompt_toolkit.filters import Condition
from prompt_toolkit.history import FileHistory, History, InMemoryHistory
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent

from kgraph.cli.shell import split_statements
from kgraph.ctrl_c import was_lost

if TYPE_CHECKING:
    from kgraph.api import Graph

KEYWORDS = (
    "MATCH", "OPTIONAL MATCH", "WHERE", "RETURN", "DISTINCT", "WITH", "UNWIND", "ORDER BY", "LIMIT", "SKIP", "AS",
    "AND", "OR", "NOT", "IN", "IS NULL", "IS NOT NULL", "CONTAINS", "STARTS WITH", "ENDS WITH", "CASE", "WHEN", "THEN",
    "ELSE", "END", "UNION", "EXISTS", "COUNT", "COLLECT", "DESC", "ASC", "count(", "collect(", "date(", "toLower(",
    "size(",
)  # fmt: skip
COMMANDS = (":help", ":queries", ":query", ":format", ":quit")


def lines_from_terminal(graph: Graph) -> Iterator[str]:
    """What is typed, a whole statement at a time. Ctrl-C drops the line, Ctrl-D ends."""
    session: PromptSession[str] = PromptSession(
        history=_history(),
        completer=CypherCompleter(
            labels=graph.labels(),
            types=graph.relationship_types(),
            templates=[template.name for template in graph.catalogue],
            actors=graph.actor_names(),
        ),
        complete_while_typing=False,
        multiline=True,
        prompt_continuation="     ... ",
        key_bindings=_bindings(),
    )
    while True:
        try:
            yield session.prompt("kgraph> ")
        except KeyboardInterrupt:
            was_lost()  # it was not: the line is given up
            continue
        except EOFError:
            return


def _history() -> History:
    base = os.environ.get("XDG_STATE_HOME") or os.environ.get("LOCALAPPDATA") or Path.home() / ".local" / "state"
    folder = Path(base) / "kgraph"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        (file := folder / "history").touch(mode=0o600)
    except OSError:  # a read-only home: a prompt without memory is still a prompt
        return InMemoryHistory()
    return FileHistory(str(file))


def is_whole(text: str) -> bool:
    """Whether Enter sends the text: a ':command', nothing at all, or a statement with its ';'."""
    stripped = text.strip()
    return not stripped or stripped.startswith(":") or not split_statements(text)[-1].strip()


def _bindings() -> KeyBindings:
    bindings = KeyBindings()

    @Condition
    def whole() -> bool:
        from prompt_toolkit.application import get_app

        return is_whole(get_app().current_buffer.text)

    @bindings.add("enter", filter=whole)
    def _(event: KeyPressEvent) -> None:
        event.current_buffer.validate_and_handle()

    return bindings


class CypherCompleter(Completer):
    """Labels and types after ':', templates after ':query', actors inside quotes, keywords elsewhere."""

    def __init__(
        self, *, labels: Iterable[str], types: Iterable[str], templates: Iterable[str], actors: Iterable[str]
    ) -> None:
        self.labels, self.types = sorted(labels), sorted(types)
        self.templates, self.actors = sorted(templates), sorted(actors)

    def get_completions(self, document: Document, complete_event: CompleteEvent) -> Iterator[Completion]:
        typed, choices = self._choices(document.text_before_cursor)
        for choice in choices:
            if choice.casefold().startswith(typed.casefold()):
                yield Completion(choice, start_position=-len(typed))

    def _choices(self, text: str) -> tuple[str, Iterable[str]]:
        line = text.rpartition("\n")[2]
        if text.lstrip().startswith(":query "):
            last = line.split(" ")[-1]
            _, equals, value = last.partition("=")
            return (value, self.actors) if equals else (last, self.templates)
        if line.startswith(":"):
            return line, COMMANDS
        if (quoted := _open_quote(line)) is not None:
            return quoted, self.actors
        if (after := _after_colon(line)) is not None:
            return after[1], self.types if after[0] else self.labels
        word = line.split(" ")[-1].split("(")[-1]
        return (word, KEYWORDS) if word else ("", ())


def _open_quote(line: str) -> str | None:
    """What stands after a quotation mark that is still open."""
    for quote in "'\"":
        if line.count(quote) % 2:
            return line.rpartition(quote)[2]
    return None


def _after_colon(line: str) -> tuple[bool, str] | None:
    """(inside a relationship?, what stands after the ':' or '|') where a label or a type is being typed."""
    word = line[max(line.rfind(":"), line.rfind("|")) + 1 :] if ":" in line else None
    if word is None or not (word == "" or word.replace("_", "").isalnum()):
        return None
    return line.rfind("[") > line.rfind("("), word
