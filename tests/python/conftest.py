"""The tests run against the installed wheel, never against the source tree."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest
import ukur

ROOT = Path(__file__).resolve().parents[2]
assert ROOT / "py-bindings" not in Path(ukur.__file__).resolve().parents, "the tests would run against the source tree"

# The same examples in every run; `UKUR_EXAMPLES=2000` looks harder.
hypothesis.settings.register_profile(
    "ukur", derandomize=True, deadline=None, database=None, max_examples=int(os.environ.get("UKUR_EXAMPLES", "100"))
)
hypothesis.settings.load_profile("ukur")


@pytest.fixture
def interruptible() -> Iterator[None]:
    """Ctrl-C raises KeyboardInterrupt, also where the shell started the tests with the signal ignored."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)
