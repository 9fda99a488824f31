"""What the classes of the models have in common in every language: their records, and the texts of their examples."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

HEADER = "generated from the core's models by scripts/faces; do not edit, run `make faces`"


def records(root: Path) -> list[dict]:
    """The records, from the crate itself."""
    command = ["cargo", "run", "--quiet", "--locked", "--package", "ukur", "--features", "serde", "--example", "models"]
    return json.loads(subprocess.run(command, cwd=root, check=True, capture_output=True, text=True).stdout)


def shape(record: dict) -> str:
    """Which of the base classes a model has, by its kind."""
    if record["kind"] != "purchase":
        return record["kind"]
    return "regular" if record["settings"] else "opportunities" if record["discrete"] else "purchase"


def parameters(record: dict) -> dict[str, float]:
    """Settings and parameters of the example, by name."""
    example = record["example"]
    names = [one["name"] for one in record["settings"]] + [name for name, _ in record["parameters"]]
    return dict(zip(names, example["settings"] + example["parameters"], strict=True))


def histories(record: dict) -> list[str]:
    """The columns of simulated customers that a fit takes."""
    return ["frequency", "recency", "T"] + (["sum_log_intervals"] if record["settings"] else [])


def digits(value: float) -> int:
    """How many digits of a number are written behind the point."""
    return len(repr(value).partition(".")[2])
