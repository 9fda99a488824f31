"""Reads the shared vectors (tests/vectors/README.md) and compares results with them."""

from __future__ import annotations

import csv
import dataclasses
import functools
import json
import math
import struct
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import numpy as np
import ukur

TESTS = Path(__file__).resolve().parent.parent
SPECIAL = {"nan": math.nan, "inf": math.inf, "-inf": -math.inf}


@functools.cache
def csv_column(file: str, column: str) -> np.ndarray:
    """A column of numbers of a file in tests/data."""
    with (TESTS / "data" / file).open(newline="", encoding="utf-8") as lines:
        return np.array([float(row[column]) for row in csv.DictReader(lines)])


def quotients(given: dict[str, Any]) -> np.ndarray:
    """A column of a file, divided by numbers and columns; nothing divided by anything is nothing."""
    numbers = csv_column(given["csv"], given["column"]).copy()
    for divisor in given.get("over", []):
        by = csv_column(given["csv"], divisor) if isinstance(divisor, str) else np.full(numbers.shape, float(divisor))
        np.divide(numbers, by, out=numbers, where=numbers != 0)
    return numbers


def value(given: Any) -> Any:
    """An argument or an answer as the file has it, as Python has it."""
    if isinstance(given, str):
        return SPECIAL.get(given, given)
    if isinstance(given, list):
        return [value(one) for one in given]
    if isinstance(given, dict) and {"csv", "column"} <= set(given):
        return quotients(given)
    if isinstance(given, dict) and {"class", "params"} <= set(given):
        return getattr(ukur.models, given["class"]).from_params(**value(given["params"]))
    if isinstance(given, dict):
        return {key: value(one) for key, one in given.items()}
    return given


#: The columns of functions that take a table in Python; in JavaScript they stand beside the other arguments.
TABLES = {
    "customers.cohorts": ("customer", "date"),
    "customers.summarise": ("customer", "date", "value"),
    "customers.tracking": ("customer", "date"),
    "metrics.compare": ("by", "cluster"),
    "influencers.value_proportion": ("influencer", "followers", "engagement_rate", "cost", "conversion_rate"),
    "programmes.influencer_scorecard": (
        "influencer", "period", "likes", "comments", "other_engagements", "base", "reach", "brand_mentions",
        "market_mentions", "rating",
    ),
    "programmes.customer_scorecard": ("customer", "period", "revenue", "orders"),
    "programmes.social_scorecard": ("person", "period", "posts", "reach", "shares", "value"),
}  # fmt: skip
#: Of these, the columns that have a name of their own only where an argument says so.
NAMED = {"by", "cluster", "conversion_rate"}


def as_table(function: str, args: dict[str, Any]) -> dict[str, Any]:
    """Arguments with columns beside each other as a function of tables takes them: a table, and the names of columns."""
    if function not in TABLES:
        return args
    inputs = args.pop("inputs", {})
    columns = {**inputs, **{name: args[name] for name in TABLES[function] if name in args}}
    table = {name: column for name, column in columns.items() if isinstance(column, (list, np.ndarray))}
    for name in {"customer", "date"} & set(table):  # whole numbers in a file, not measurements
        if isinstance(table[name], np.ndarray):
            table[name] = table[name].astype(np.int64)
    if len({len(column) for column in table.values()}) > 1:  # which a table cannot be
        raise ukur.InvalidInputError("columns of different length", "length_mismatch")
    rest = {name: given for name, given in args.items() if name not in table}
    named = {name: name for name in table if name in NAMED or function.startswith("customers.")}
    numbers = {name: given for name, given in inputs.items() if name not in table}
    return {**rest, **named, "frame": table, **({"columns": numbers} if inputs else {})}


def cases() -> Iterator[tuple[str, dict[str, Any], dict[str, Any]]]:
    """Every case: its name, what its file says about all cases, and itself."""
    for folder in (TESTS / "vectors", TESTS.parent / "build" / "vectors"):  # those committed, and the probes
        for path in sorted(folder.rglob("*.json")):
            content = json.loads(path.read_text(encoding="utf-8"))
            # Numbered by file and function, since several blocks of a file may speak of one function.
            numbers: Counter[str] = Counter()
            for block in content if isinstance(content, list) else [content]:
                function = block["function"]
                for case in block["cases"]:
                    yield f"{path.relative_to(folder).as_posix()}:{function}:{numbers[function]}", block, case
                    numbers[function] += 1


def part(result: Any, key: str) -> Any:
    """What a result holds under a name: a key, an attribute (`params_` before a method `params`) or a column."""
    if isinstance(result, Mapping):
        return result[key]
    if key in getattr(result, "columns", ()):  # of a table, whose `T` is another table
        return result[key]
    for name in (f"{key}_", key):
        if hasattr(result, name):
            return getattr(result, name)
    return result[key]


def mismatch(got: Any, want: Any, rtol: float, atol: float, where: str = "") -> str | None:
    """What is wrong with a result, or None."""
    if isinstance(want, dict):
        return next(filter(None, (mismatch(part(got, k), w, rtol, atol, f"{where}.{k}") for k, w in want.items())), None)
    if isinstance(want, (list, np.ndarray)):
        rows = got.tolist() if hasattr(got, "tolist") else list(got)
        if len(rows) != len(want):
            return f"{where or 'result'} has {len(rows)} rows, wanted {len(want)}"
        return next(
            filter(None, (mismatch(g, w, rtol, atol, f"{where}[{row}]") for row, (g, w) in enumerate(zip(rows, want)))), None
        )
    if isinstance(want, bool) or isinstance(want, str) or want is None:
        missing = want is None and isinstance(got, float) and math.isnan(got)
        return None if missing or got == want else f"{where or 'result'} is {got!r}, wanted {want!r}"
    if isinstance(got, bool) or not isinstance(got, (int, float, np.number)):
        return f"{where or 'result'} is {got!r}, wanted {want!r}"
    if math.isnan(want) and math.isnan(got) or got == want:
        return None
    if abs(got - want) <= atol + rtol * abs(want):
        return None
    return f"{where or 'result'} is {got!r}, wanted {want!r} within {atol} + {rtol} * |wanted|"


def sums(got: Any, names: Mapping[str, float]) -> dict[str, float]:
    """The sums of columns of a result, row after row; a missing value adds nothing."""
    added = {}
    for name in names:
        rows = part(got, name)
        total = 0.0
        for one in rows.tolist() if hasattr(rows, "tolist") else rows:
            total += 0.0 if one is None or math.isnan(one) else float(one)
        added[name] = total
    return added


def is_finite(got: Any) -> bool:
    """Whether every number in a result is finite."""
    if isinstance(got, Mapping):
        return all(is_finite(one) for one in got.values())
    if isinstance(got, (list, np.ndarray)):
        return all(is_finite(one) for one in got)
    return not isinstance(got, float) or math.isfinite(got)


def bits(got: Any, want: Any) -> list[str]:
    """The numbers of a result as hexadecimal digits, in the order of the answer; everything else as text."""
    if isinstance(want, dict):
        return [digits for key in sorted(want) for digits in bits(part(got, key), want[key])]
    if isinstance(got, bool) or got is None or isinstance(got, str):
        return [json.dumps(got)]
    if isinstance(got, (int, float, np.number)):
        number = float(got)
        return ["nan" if math.isnan(number) else struct.pack(">d", number).hex()]
    if dataclasses.is_dataclass(got):
        got = vars(got)
    if isinstance(got, Mapping):
        return [digits for key in sorted(got) for digits in bits(got[key], None)]
    return [digits for one in (got.tolist() if hasattr(got, "tolist") else got) for digits in bits(one, None)]
