"""What a template declares must be what its Cypher uses: parameters, columns, and no word that writes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NoReturn

from kgraph.errors import DataError, UsageError
from kgraph.query.guard import check_read_only
from kgraph.query.template import Template, did_you_mean
from kgraph.query.tokens import Kind, Token, tokens

_OPEN, _CLOSE = ("(", "[", "{"), (")", "]", "}")


def check_template(template: Template) -> None:
    """Raises: DataError naming the file and the line."""
    try:
        check_read_only(template.text)
        found = list(tokens(template.text))
    except UsageError as error:
        line = (error.place or "line 1").removeprefix("line ")
        raise DataError(error.message, place=f"{template.path}:{line}", hint="a template only reads") from error
    _check_parameters(template, found)
    _check_columns(template, found)


def _check_parameters(template: Template, found: Sequence[Token]) -> None:
    declared = {p.name: p for p in template.parameters}
    used = {t.text for t in found if t.kind is Kind.PARAMETER}
    for token in found:
        if token.kind is Kind.PARAMETER and token.text not in declared:
            near = did_you_mean(token.text, declared)
            _refuse(template, token.line, f"${token.text} is not declared{near}", "declare it in the header")
    for parameter in template.parameters:
        if parameter.name not in used:
            _refuse(template, parameter.line, f"{parameter.name!r} is declared and never used", "use it or take it out")


def _check_columns(template: Template, found: Sequence[Token]) -> None:
    declared = [c.name for c in template.columns]
    returns = list(_returns(found))
    if not returns:
        _refuse(template, found[0].line, "there is no RETURN", "end the statement with RETURN ... AS ...")
    for line, aliases in returns:
        if None in aliases:
            number = aliases.index(None) + 1
            _refuse(template, line, f"the column number {number} of RETURN has no name", "write: ... AS name")
        for alias in aliases:
            if alias not in declared:
                near = did_you_mean(str(alias), declared)
                _refuse(template, line, f"RETURN gives {alias!r}, not declared{near}", "declare it under Columns")
        for column in template.columns:
            if column.name not in aliases:
                _refuse(template, column.line, f"the column {column.name!r} is not in RETURN", "add it or take it out")
        if list(aliases) != declared:
            _refuse(template, line, "RETURN has the columns in another order", f"write {', '.join(declared)}")


def _returns(found: Sequence[Token]) -> Iterator[tuple[int, list[str | None]]]:
    """Every RETURN of the statement itself (several in a UNION), with its line and the names of its columns."""
    depth, start = 0, None
    for index, token in enumerate(found):
        if token.kind is Kind.SIGN:
            depth += (token.text in _OPEN) - (token.text in _CLOSE)
        if index and found[index - 1].text == ".":
            continue  # the property said.order begins no ORDER BY
        if depth == 0 and token.word == "RETURN":
            start = index
        elif depth == 0 and start is not None and token.word in ("ORDER", "SKIP", "OFFSET", "LIMIT", "UNION"):
            yield found[start].line, list(_aliases(found[start + 1 : index]))
            start = None
    if start is not None:
        yield found[start].line, list(_aliases(found[start + 1 :]))


def _aliases(items: Sequence[Token]) -> Iterator[str | None]:
    """The name of each column: after AS, or a bare variable. None for an expression without a name."""
    if items and items[0].word == "DISTINCT":
        items = items[1:]
    item: list[Token] = []
    depth = 0
    for token in items:
        if token.kind is Kind.SIGN:
            depth += (token.text in _OPEN) - (token.text in _CLOSE)
            if depth == 0 and token.text in (",", ";"):
                yield _alias(item)
                item = []
                continue
        item.append(token)
    if item:
        yield _alias(item)


def _alias(item: Sequence[Token]) -> str | None:
    names = (Kind.WORD, Kind.NAME)
    if len(item) == 1 and item[0].kind in names:
        return item[0].text
    if len(item) > 2 and item[-2].word == "AS" and item[-1].kind in names:
        return item[-1].text
    return None


def _refuse(template: Template, line: int, message: str, hint: str) -> NoReturn:
    raise DataError(message, place=f"{template.path}:{line}", hint=hint)
