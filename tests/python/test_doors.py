"""The door of every public function: whatever an argument is, the answer is a result or an error of ukur that names it."""

from __future__ import annotations

import datetime
import decimal
import hashlib
import inspect
import math
import os
from typing import Any

import numpy as np
import pandas as pd
import polars as pl
import pytest
import ukur

from doors import CALLS, MODELS, function
from test_names import NAMES


class _Text(str):
    """Text of a class of its own, as frames sometimes hold."""


PROBES: list[Any] = [
    None, math.nan, math.inf, -math.inf, -1, 0, 0.5, 1e308, 5e-324, 10**9, 2**53 + 1, 2**63, 10**400, -(10**400), True,
    "zzz", "nan", "", b"x", "\ud800", "a\0b", [], [math.nan], [None], [1.0] * 7, [[1, 2], [3, 4]], [[1], [1, 2]], (), {},
    {"a": 1}, {"a": math.nan}, {1: 2}, {1, 2}, object(), int, datetime.datetime(2024, 2, 29), datetime.timedelta(1),
    decimal.Decimal("1.5"), decimal.Decimal("sNaN"), [decimal.Decimal("sNaN"), 1], 1j, np.float32(1.5), np.array(3.0),
    np.array(None, dtype=object), np.zeros((2, 2)), np.array(["a", "b"]), np.array([1, None, "x"], dtype=object),
    np.arange(3.0).astype(">f8"), np.arange(10.0)[::3], np.zeros(3, dtype=[("a", float)]), np.array([2**63 + 1, 1], dtype=np.uint64),
    np.ma.masked, np.datetime64("2024-01-01"), pd.NA, pd.NaT, pd.Series(["a", "b"], dtype="category"),
    pd.Series([1, None, 3], dtype="Int64"), pl.Series([1, None, 3]), pl.Series([[1], [2]]), pd.DataFrame({"a": [1.0]}),
    pd.DataFrame(), pl.LazyFrame({"a": [1]}), _Text("week"), [1e308] * 3, [-1.0, -2, -3], [0.0] * 3, range(3), ...,
]  # fmt: skip
#: Other arguments of the function that this test does not look at, and those that a public name has no door for.
OTHERS = {"metrics.evaluate", *(f"models.{name}.at" for name in MODELS)}
#: Each argument meets this many of the probes, chosen by its name; `make fuzz` tries them all.
MOST = len(PROBES) if int(os.environ.get("UKUR_EXAMPLES", "100")) > 100 else 12


def chosen(name: str, argument: str) -> list[int]:
    """The numbers of the probes of an argument: the same in every run."""
    order = sorted(range(len(PROBES)), key=lambda at: hashlib.sha256(f"{name} {argument} {at}".encode()).digest())
    return order[:MOST]


def is_finite(got: Any) -> bool:
    """Whether a plain number is one; what columns and tables hold has tests of its own."""
    return not isinstance(got, float) or math.isfinite(got)


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("name", CALLS)
def test_a_result_or_an_error_of_ukur(name: str) -> None:
    wrong = []
    assert is_finite(function(name)(**CALLS[name]))
    for argument in CALLS[name]:
        for at in chosen(name, argument):
            if argument == "progress" and callable(PROBES[at]):
                continue  # whatever a callback raises is the caller's own
            try:
                got = function(name)(**{**CALLS[name], argument: PROBES[at]})
            except ukur.UkurError as error:
                if not error.code or "\n" in str(error) or not str(error):
                    wrong.append(f"{argument}={PROBES[at]!r:.60}: {error.code!r} {error}")
            except Exception as error:
                wrong.append(f"{argument}={PROBES[at]!r:.60}: {type(error).__name__}: {error}")
            else:
                if not is_finite(got):
                    wrong.append(f"{argument}={PROBES[at]!r:.60}: gave {got!r}")
    assert not wrong, "\n".join(wrong)


def test_no_door_is_forgotten() -> None:
    """Every public function with arguments has a call here, with each of its arguments."""
    elementwise = {f"metrics.{record['id'] if isinstance(record, dict) else record.id}" for record in ukur.metrics.catalogue()}
    methods_of_results = {name for name in NAMES if name.count(".") == 2 and not name.startswith("models.")}
    # What models inherit is one door.
    written = {getattr(NAMES.get(name), "__qualname__", name) for name in CALLS}
    forgotten = []
    for name, found in NAMES.items():
        if name in elementwise | methods_of_results | OTHERS or inspect.isclass(found) and name != "influencers.Sketch":
            continue
        plain = found.__func__ if isinstance(found, (classmethod, staticmethod)) else found
        takes = [one for one in inspect.signature(plain).parameters if one not in ("self", "cls")]
        if takes and name not in CALLS and getattr(found, "__qualname__", name) not in written:
            forgotten.append(name)
    assert not forgotten
