"""Libraries that only some forms need: imported when such an input comes, asked for in one line when missing."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from kgraph.errors import InputError


def needs(*modules: str, extra: str, what: str, place: str) -> Any:
    """The first of the modules that is there.

    Raises: InputError that names the extra to install.
    """
    for module in modules:
        try:
            return import_module(module)
        except ImportError:
            continue
    raise InputError(f"{what} need a library that is not installed", place=place, hint=f"pip install 'kgraph[{extra}]'")
