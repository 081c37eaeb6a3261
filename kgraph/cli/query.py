"""query: a template's name, and its own parameters as options."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from kgraph.cli.common import emit, format_option, graph_options, note, opened, pairs, timeout_option
from kgraph.errors import UsageError

if TYPE_CHECKING:
    from kgraph.query.template import Parameter, Template

_TEMPLATE = "kgraph.template"
_OPTIONS = "kgraph.template_options"


class QueryCommand(click.Command):
    """A command that learns its options from the template that its first argument names."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if (name := self._template_name(args)) is not None:
            template = _template(name, _value_of("--queries", args))
            ctx.meta[_TEMPLATE] = template
            ctx.meta[_OPTIONS] = _options_of(template, taken={o for p in self.params for o in p.opts})
        try:
            return super().parse_args(ctx, args)
        except click.NoSuchOption as error:
            raise _no_such_parameter(ctx, error) from error

    def get_params(self, ctx: click.Context) -> list[click.Parameter]:
        return [*ctx.meta.get(_OPTIONS, ()), *super().get_params(ctx)]

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        template: Template | None = ctx.meta.get(_TEMPLATE)
        return super().collect_usage_pieces(ctx) if template is None else [template.name, "[OPTIONS]"]

    def _template_name(self, args: list[str]) -> str | None:
        """The first argument that is neither an option nor the value of one of our own options."""
        with_value = {o for p in self.params if isinstance(p, click.Option) and not p.is_flag for o in p.opts}
        skip = False
        for arg in args:
            if skip:
                skip = False
            elif arg.startswith("-"):
                skip = arg in with_value
            else:
                return arg
        return None

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        template: Template | None = ctx.meta.get(_TEMPLATE)
        if template is None:
            super().format_help_text(ctx, formatter)
            return
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(f"{template.title}.")
            formatter.write_paragraph()
            formatter.write_text(template.description)
            formatter.write_paragraph()
            for line in template.example.splitlines():
                formatter.write_text(line)


def _value_of(option: str, args: list[str]) -> str | None:
    for place, arg in enumerate(args):
        if arg == option and place + 1 < len(args):
            return args[place + 1]
        if arg.startswith(f"{option}="):
            return arg.partition("=")[2]
    return None


def _template(name: str, queries: str | None) -> Template:
    from kgraph.api import catalogue

    return catalogue(queries).get(name)


def _options_of(template: Template, *, taken: set[str]) -> list[click.Option]:
    """One option a parameter. A parameter that is called like one of our own options is reached with -p."""
    return [
        click.Option(
            [*_spellings(parameter), _variable(parameter.name)],
            metavar=str(parameter.type).upper(),
            help=_parameter_help(parameter),
        )
        for parameter in template.parameters
        if parameter.option not in taken
    ]


def _spellings(parameter: Parameter) -> list[str]:
    return list(dict.fromkeys((parameter.option, f"--{parameter.name}")))


def _variable(name: str) -> str:
    return f"parameter_{name}"


def _parameter_help(parameter: Parameter) -> str:
    default = "" if parameter.default is None else f" [default: {parameter.default}]"
    return f"{parameter.description}{default}"


def _no_such_parameter(ctx: click.Context, error: click.NoSuchOption) -> Exception:
    template: Template | None = ctx.meta.get(_TEMPLATE)
    if template is None:
        return error
    names = ", ".join(p.option for p in template.parameters) or "none"
    return UsageError(
        f"{template.name} has no parameter {error.option_name.lstrip('-')!r}",
        hint=f"its parameters: {names} ('kgraph query {template.name} --help' explains them)",
    )


def _complete_name(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:
    from kgraph.api import catalogue

    return [t.name for t in catalogue(ctx.params.get("queries")) if t.name.startswith(incomplete)]


@click.command(cls=QueryCommand, no_args_is_help=True)
@click.argument("name", shell_complete=_complete_name)
@click.option("-p", "--param", "given", multiple=True, metavar="NAME=VALUE", help="A parameter of the template.")
@click.option("--queries", metavar="DIR", help="A folder of templates of your own; it comes first.")
@format_option
@timeout_option
@graph_options
@click.pass_context
def query(
    ctx: click.Context, /, name: str, given: tuple[str, ...], queries: str | None, format: str | None, **options: Any
) -> int:
    """Answer a question that has a name: kgraph query who-accuses-whom.

    'kgraph queries list' shows the names, 'kgraph query NAME --help' the parameters of one.

    \b
    kgraph query who-accuses-whom
    kgraph query claims-by --actor Ankara --format csv
    """
    template: Template = ctx.meta[_TEMPLATE]
    values: dict[str, object] = dict(pairs(given, "--param"))
    for parameter in template.parameters:
        if (value := options.pop(_variable(parameter.name), None)) is not None:
            values[parameter.name] = value
    with opened(queries=queries, read_only=True, create=False, **options) as graph:
        result = graph.query(template, **values)
    for message in result.messages:
        note(message)
    return emit(result.rows, format, searched=result.searched)
