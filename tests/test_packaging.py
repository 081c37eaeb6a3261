"""What is in the wheel, what an installation asks for, and that both stay true to the checkout."""

import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (built,) = folder.glob("*.whl")
    with zipfile.ZipFile(built) as found:
        yield found


def files_below(folder, *patterns):
    below = ROOT / folder
    return {path.relative_to(below).as_posix() for pattern in patterns for path in below.rglob(pattern)}


def test_the_wheel_holds_every_template(wheel):
    names = set(wheel.namelist())
    assert {f"kgraph/_queries/{name}" for name in files_below("queries", "*.cypher")} <= names


def test_the_wheel_holds_all_data_and_all_code_of_the_package(wheel):
    kinds = ("*.py", "*.toml", "*.csv", "*.tsv", "*.json", "*.txt", "*.md", "*.html", "*.jsonl", "py.typed")
    missing = {f"kgraph/{name}" for name in files_below("kgraph", *kinds)} - set(wheel.namelist())
    assert not missing
    assert any(name.startswith("kgraph/language/en/") for name in wheel.namelist())
    assert any(name.startswith("kgraph/demo/articles/") for name in wheel.namelist())


def test_the_wheel_holds_nothing_of_tests_or_caches(wheel):
    assert all(name.startswith(("kgraph/", "kgraph-")) for name in wheel.namelist())
    assert not any("__pycache__" in name for name in wheel.namelist())


def test_the_wheel_carries_its_licence(wheel):
    (name,) = (name for name in wheel.namelist() if name.endswith("licenses/LICENSE"))
    assert b"Apache License" in wheel.read(name)


def test_the_list_without_the_engine_is_the_projects_list():
    wanted = [line for line in PROJECT["dependencies"] if not line.startswith(("arcadedb", "neo4j-rust-ext"))]
    lines = (ROOT / "requirements-server.txt").read_text().splitlines()
    assert [line for line in lines if not line.startswith("#")] == wanted


def test_the_engine_is_asked_for_only_where_it_was_built():
    from packaging.requirements import Requirement

    (line,) = (line for line in PROJECT["dependencies"] if line.startswith("arcadedb"))
    marker = Requirement(line).marker
    assert marker is not None
    for system, machine, built in [
        ("linux", "x86_64", True),
        ("linux", "aarch64", True),
        ("darwin", "arm64", True),
        ("win32", "AMD64", True),
        ("darwin", "x86_64", False),
        ("win32", "ARM64", False),
        ("linux", "riscv64", False),
    ]:
        assert marker.evaluate({"sys_platform": system, "platform_machine": machine}) is built


def test_every_version_says_the_same():
    import kgraph

    version = re.search(r'__version__ = "(.+)"', (ROOT / "kgraph/_version.py").read_text())
    assert version
    assert kgraph.__version__ == version[1]
    assert f"## {version[1]}" in (ROOT / "CHANGELOG.md").read_text()
