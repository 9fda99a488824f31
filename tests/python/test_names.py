"""Leaves the public names for the comparison between the languages, and looks at how they are documented."""

from __future__ import annotations

import dataclasses
import inspect
import json
import os
import types
from pathlib import Path
from typing import Any

import pytest
import ukur


def public(owner: Any) -> dict[str, Any]:
    """What a module or class shows."""
    if isinstance(owner, types.ModuleType):
        listed = getattr(owner, "__all__", None) or [name for name in vars(owner) if not name.startswith("_")]
        shown = {name: getattr(owner, name) for name in listed}
    else:
        shown = {name: inspect.getattr_static(owner, name) for name in dir(owner) if not name.startswith("_")}
    return {name: found for name, found in shown.items() if not name.startswith("_")}


def walk(owner: Any, prefix: str = "") -> dict[str, Any]:
    """Functions, models and their methods by dotted name. Results (dataclasses) and exceptions have no counterpart."""
    found: dict[str, Any] = {}
    for name, one in public(owner).items():
        if isinstance(one, types.ModuleType):
            if one.__name__.startswith("ukur."):
                found |= walk(one, f"{prefix}{name}.")
        elif inspect.isclass(one):
            if issubclass(one, BaseException) or dataclasses.is_dataclass(one) or not one.__module__.startswith("ukur"):
                continue
            found[f"{prefix}{name}"] = one
            methods = {m: v for m, v in public(one).items() if isinstance(v, (types.FunctionType, classmethod, staticmethod))}
            found |= {f"{prefix}{name}.{method}": value for method, value in methods.items()}
        elif callable(one) and (getattr(one, "__module__", None) or "").startswith("ukur"):
            found[f"{prefix}{name}"] = one
    return found


NAMES = walk(ukur)


def test_leave_names() -> None:
    if folder := os.environ.get("UKUR_NAMES_DIR"):
        (Path(folder) / "python.json").write_text(json.dumps(sorted(NAMES), indent=0))


@pytest.mark.parametrize("name", sorted(NAMES) or ["ukur"])
def test_is_documented(name: str) -> None:
    assert inspect.getdoc(NAMES.get(name, ukur)), f"{name} has no docstring"
