"""The shared vectors, and the probes of every metric, through the Python package."""

from __future__ import annotations

import json
import os
import warnings
from pathlib import Path
from typing import Any

import pytest
import ukur

import vectors

# By function; a file may speak of one in several places.
FUNCTIONS: dict[str, list[tuple[str, dict[str, Any], dict[str, Any]]]] = {}
for named in vectors.cases():
    FUNCTIONS.setdefault(named[0].rpartition(":")[0], []).append(named)
STATUSES = set(ukur._core.status_names())
RESULTS: dict[str, Any] = {}


def call(block: dict[str, Any], case: dict[str, Any]) -> Any:
    """The public function that a vector names, with its arguments by name."""
    function, _, then = block["function"].partition(".fit.")
    if then:  # what a fitted model is asked
        function += ".fit"
    *path, name = function.split(".")
    owner: Any = ukur
    for step in path:
        owner = getattr(owner, step)
    if "of" in block:
        owner = owner.from_params(**vectors.value(block["of"]))
    elif name == "fit":
        owner = owner()
    args = {key: vectors.value(given) for key, given in case["args"].items()}
    if block["function"] == "metrics.evaluate":
        return ukur.metrics.evaluate(args.pop("metric"), **args.pop("inputs"), **args)
    args = vectors.as_table(function, args)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ukur.customers.DroppedRowsWarning)
        result = getattr(owner, name)(**args)
        return getattr(result, then)() if then else result


def run(block: dict[str, Any], case: dict[str, Any]) -> tuple[Any, str | None]:
    """What to write down of a case, and what is wrong with it."""
    try:
        got = call(block, case)
    except ukur.UkurError as error:
        right = error.code in STATUSES if case.get("probe") else error.code == case.get("error")
        return f"error {error.code}", None if right else f"refused with {error.code}: {error}"
    if "error" in case:
        return vectors.bits(got, None), f"gave {got!r}, wanted the error {case['error']}"
    if case.get("bits_only"):
        return vectors.bits(got, None), None
    if case.get("probe"):
        return vectors.bits(got, None), None if vectors.is_finite(got) else f"gave {got!r}, no finite number"
    if "sums" in case:
        got = vectors.sums(got, case["sums"])
    want = vectors.value(case["sums"] if "sums" in case else case["want"])
    rtol, atol = (case.get(key, block.get(key, default)) for key, default in (("rtol", 1e-12), ("atol", 0.0)))
    return vectors.bits(got, want), vectors.mismatch(got, want, rtol, atol)


@pytest.mark.parametrize("function", FUNCTIONS)
def test_vectors(function: str) -> None:
    wrong = []
    for name, block, case in FUNCTIONS[function]:
        assert name not in RESULTS, f"two cases have the name {name}"
        RESULTS[name], complaint = run(block, case)
        if complaint:
            wrong.append(f"{name}: {complaint}")
    assert not wrong


@pytest.fixture(scope="module", autouse=True)
def leave_results() -> Any:
    """Write down the bits for the comparison between the languages."""
    yield
    if folder := os.environ.get("UKUR_BITS_DIR"):
        (Path(folder) / "python.json").write_text(json.dumps(RESULTS))
