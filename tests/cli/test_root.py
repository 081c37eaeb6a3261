"""The root command: one screen of help that imports nothing heavy, and one line for every way of failing."""

import json
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from kgraph.cli.reference import reference
from kgraph.cli.root import COMMANDS, root
from kgraph.errors import DataError, InputError, StoreError, UsageError

ROOT = Path(__file__).parents[2]
HEAVY = ("spacy", "neo4j", "networkx", "arcadedb", "rich", "prompt_toolkit", "trafilatura", "numpy")


def invoke(*args, **options):
    return CliRunner().invoke(root, list(args), **options)


def commands(group=root, path=()):
    for name in group.list_commands(click.Context(group)):
        command = group.get_command(click.Context(group), name)
        yield (*path, name), command
        if isinstance(command, click.Group):
            yield from commands(command, (*path, name))


ALL = dict(commands())


@pytest.mark.parametrize("name", COMMANDS)
def test_the_table_of_short_helps_says_what_the_command_says(name):
    said = " ".join(ALL[(name,)].help.split())
    assert said.startswith(COMMANDS[name].help.rstrip("."))


@pytest.mark.parametrize("path", ALL, ids=" ".join)
def test_every_command_has_an_example(path):
    assert f"kgraph {' '.join(path)}" in ALL[path].help


@pytest.mark.parametrize("path", ALL, ids=" ".join)
def test_every_option_is_explained(path):
    assert not [p.name for p in ALL[path].params if isinstance(p, click.Option) and not p.help and p.name != "help"]


def imported_by(code):
    after = "except SystemExit:\n    pass\nimport json; json.dump(sorted(sys.modules), sys.stderr)"
    script = f"import sys\ntry:\n    {code}\n{after}"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, cwd=ROOT, check=True)
    return set(json.loads(done.stderr))


def test_help_imports_nothing_heavy():
    modules = imported_by("from kgraph.cli.root import root; root(['--help'])")
    assert not modules & set(HEAVY)
    assert not {m for m in modules if m.startswith("kgraph.")} - {
        "kgraph._version", "kgraph.cli", "kgraph.cli.root", "kgraph.errors"
    }  # fmt: skip


def test_importing_kgraph_imports_nothing_heavy():
    assert not imported_by("import kgraph") & {*HEAVY, "click"}


def test_what_kgraph_promises_is_there():
    import kgraph

    for name in kgraph.__all__:
        assert getattr(kgraph, name) is not None
    with pytest.raises(AttributeError, match="nothing_of_ours"):
        _ = kgraph.nothing_of_ours


def test_the_reference_is_what_the_commands_say():
    assert (ROOT / "docs" / "cli.md").read_text(encoding="utf-8") == reference(), (
        "run: python -m kgraph.cli.reference > docs/cli.md"
    )


def test_the_formats_are_those_that_can_be_written():
    from kgraph.cli.common import FORMATS
    from kgraph.output import writers

    assert FORMATS == writers.FORMATS


def test_the_input_formats_and_limits_of_the_options_are_those_of_the_readers():
    from kgraph.cli.common import INPUT_FORMATS, LIMITS
    from kgraph.reading import INPUT_FORMATS as READ
    from kgraph.reading.limits import NAMES

    assert tuple(INPUT_FORMATS) == READ
    assert LIMITS == NAMES


def test_a_command_that_is_none_is_one_line_with_the_nearest():
    result = invoke("querry")
    assert result.exit_code == 2
    assert result.stderr == "kgraph: no command named 'querry'; did you mean 'query'? ('kgraph --help' lists them)\n"


@pytest.mark.parametrize("arguments", [(), ("actors",), ("claims",), ("queries",), ("query",)])
def test_half_a_command_is_answered_with_its_help(arguments):
    result = invoke(*arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(f"Usage: {' '.join(('kgraph', *arguments))} ")
    assert "\n  -h, --help " in result.stderr


def test_the_help_of_a_template_begins_with_what_it_asks_and_takes():
    text = invoke("query", "timeline", "--help").stdout
    wanted = ("Usage: kgraph query timeline [OPTIONS]", "What happened when", "kgraph query timeline --", "--format")
    places = [text.index(words) for words in wanted]
    assert places == sorted(places)
    assert text.index("\n  --actor ") < text.index("\n  -p, --param ")


def test_an_option_that_is_none_is_one_line():
    result = invoke("stats", "--grahp", "x")
    assert result.exit_code == 2
    assert result.stderr.count("\n") == 1
    assert "--grahp" in result.stderr


@pytest.fixture
def failing(monkeypatch):
    def fail_with(error):
        def fail(**options):
            raise error

        monkeypatch.setattr("kgraph.api.open_graph", fail)

    return fail_with


@pytest.mark.parametrize(
    ("error", "code"), [(UsageError("m"), 2), (InputError("m"), 3), (StoreError("m"), 4), (DataError("m"), 5)]
)
def test_an_error_of_ours_is_one_line_and_its_exit_code(failing, error, code):
    failing(error)
    result = invoke("stats")
    assert (result.exit_code, result.stderr, result.stdout) == (code, "kgraph: m\n", "")


def test_an_interruption_says_that_the_work_is_kept(failing):
    failing(KeyboardInterrupt())
    result = invoke("stats")
    assert result.exit_code == 130
    assert "kept" in result.stderr


def test_any_other_error_is_ours_and_keeps_its_traceback(failing):
    failing(ZeroDivisionError("a bug"))
    assert isinstance(invoke("stats").exception, ZeroDivisionError)


def test_a_reader_that_goes_away_is_no_error():
    script = f"({sys.executable} -m kgraph queries show stats; echo $? >&2) | true"
    done = subprocess.run(["sh", "-c", script], capture_output=True, text=True, cwd=ROOT)
    assert done.stderr.split() == ["141"]


def test_the_version_is_the_package_s():
    import kgraph

    assert invoke("--version").stdout == f"kgraph {kgraph.__version__}\n"


def test_the_shell_completes_commands():
    from click.shell_completion import ShellComplete

    complete = ShellComplete(root, {}, "kgraph", "_KGRAPH_COMPLETE")
    assert [item.value for item in complete.get_completions([], "quer")] == ["query", "queries"]
