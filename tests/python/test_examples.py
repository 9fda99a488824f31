"""The examples run, and print what their counterparts in JavaScript print."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = sorted((ROOT / "py-bindings" / "examples").glob("*.py"))


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_example(path: Path, tmp_path: Path) -> None:
    ran = subprocess.run(
        [sys.executable, "-W", "error", str(path)], cwd=tmp_path, capture_output=True, text=True, check=False, encoding="utf-8"
    )
    assert (ran.returncode, ran.stderr) == (0, "")
    printed = ROOT / "tests" / "examples" / f"{path.stem}.txt"
    if printed.exists():
        assert ran.stdout == printed.read_text(encoding="utf-8")
    assert ran.stdout
