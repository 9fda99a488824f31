"""The shared vectors, through the Python package."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest
import ukur

import vectors

CASES = list(vectors.cases())
RESULTS: dict[str, Any] = {}


def call(block: dict[str, Any], case: dict[str, Any]) -> Any:
    """The public function that a vector names, with its arguments by name."""
    *path, name = block["function"].split(".")
    owner: Any = ukur
    for step in path:
        owner = getattr(owner, step)
    if "of" in block:
        owner = owner.from_params(**vectors.value(block["of"]))
    elif name == "fit":
        owner = owner()
    return getattr(owner, name)(**{key: vectors.value(given) for key, given in case["args"].items()})


@pytest.mark.parametrize(("name", "block", "case"), CASES, ids=[name for name, _, _ in CASES])
def test_vector(name: str, block: dict[str, Any], case: dict[str, Any]) -> None:
    if "error" in case:
        with pytest.raises(ukur.UkurError) as raised:
            call(block, case)
        RESULTS[name] = f"error {raised.value.code}"
        assert raised.value.code == case["error"], str(raised.value)
        return
    got = call(block, case)
    want = None if case.get("bits_only") else vectors.value(case["want"])
    RESULTS[name] = vectors.bits(got, want)
    if not case.get("bits_only"):
        rtol, atol = (case.get(key, block.get(key, default)) for key, default in (("rtol", 1e-12), ("atol", 0.0)))
        assert vectors.mismatch(got, want, rtol, atol) is None


@pytest.fixture(scope="module", autouse=True)
def leave_results() -> Any:
    """Write down the bits for the comparison between the languages."""
    yield
    if folder := os.environ.get("UKUR_BITS_DIR"):
        (Path(folder) / "python.json").write_text(json.dumps(RESULTS, indent=0, sort_keys=True))
