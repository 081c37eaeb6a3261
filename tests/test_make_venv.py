"""The set-up that `make` does by itself says in one line what is missing, and leaves what is there alone."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).resolve().parent.parent / "tools" / "make_venv.sh"
pytestmark = pytest.mark.skipif(shutil.which("sh") is None, reason="no POSIX shell on this machine")


def make_venv(folder: Path, python: Path | str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(["sh", str(SCRIPT), str(folder)], env={"PYTHON": str(python)}, capture_output=True, text=True)


def interpreter(folder: Path, *, fits: bool) -> Path:
    """Something that answers like a Python: too old, or new enough and without venv."""
    script = folder / "python"
    script.write_text(f'#!/bin/sh\ncase "$2" in *version_info*) exit {0 if fits else 1};; *) exit 1;; esac\n')
    script.chmod(0o755)
    return script


def test_an_old_python_is_told_with_the_next_step(tmp_path):
    ran = make_venv(tmp_path / "venv", interpreter(tmp_path, fits=False))
    assert ran.returncode == 1
    assert ran.stderr == "make: no Python 3.11 or newer found; install one, or name it: make PYTHON=/path/to/python3\n"


def test_a_python_without_venv_is_told_with_the_package_to_install(tmp_path):
    python = interpreter(tmp_path, fits=True)
    ran = make_venv(tmp_path / "venv", python)
    assert ran.returncode == 1
    assert (
        ran.stderr == f"make: {python} has no venv module; install it (Debian and Ubuntu: apt install python3-venv)\n"
    )


def test_a_working_environment_is_left_as_it_is(tmp_path):
    (tmp_path / "venv" / "bin").mkdir(parents=True)
    (tmp_path / "venv" / "bin" / "python").symlink_to(sys.executable)
    ran = make_venv(tmp_path / "venv", "no-such-python")
    assert (ran.returncode, ran.stdout) == (0, "")
