"""How the experiments cross to the native part: numbers, columns and texts by the function's name."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

import numpy as np

from .. import _core
from .._inputs import as_array
from .._inputs import as_number as number
from .._inputs import as_whole as whole
from .._records import record
from .._statistics import Comparison
from .._typing import FloatArray
from ..errors import InvalidInputError, InvalidTypeError
from ._samples import AccountTotals, PairSummary, SampleSummary

__all__ = [
    "call",
    "comparison_numbers",
    "group_columns",
    "number",
    "optional",
    "pair_numbers",
    "sample_numbers",
    "value",
    "whole",
]

T = TypeVar("T")

Columns = list[tuple[str, Any]]


def optional(name: str, value: Any) -> float:
    """A single number, or NaN for None; NaN itself is refused."""
    if value is None:
        return float("nan")
    read = number(name, value)
    if read != read:
        raise InvalidInputError(f"`{name}` must be a number or None, got NaN (a missing value)", "nan_input")
    return read


def call(cls: type[T], name: str, *numbers: float, columns: Columns | None = None, texts: list[str] | None = None) -> T:
    """The result of a native function as its dataclass."""
    return record(cls, _core.experiments_call(name, list(numbers), columns or [], texts or []))


def value(name: str, *numbers: float) -> float:
    """The result of a native function that gives a number."""
    return float(_core.experiments_call(name, list(numbers), [], []))


def _fields(role: str, given: Any, cls: type[Any], names: tuple[str, ...]) -> list[float]:
    """The numbers of a summary that is an object of its class or a mapping with its keys."""
    if isinstance(given, cls):
        return [number(f"{role}.{name}", getattr(given, name)) for name in names]
    missing = [name for name in names if name not in given]
    if missing:
        raise InvalidInputError(
            f"`{role}` must have {', '.join(names)}; {', '.join(missing)} is missing", "missing_field"
        )
    return [number(f"{role}.{name}", given[name]) for name in names]


def sample_numbers(role: str, given: Any) -> list[float]:
    """n, mean and variance of a summary, a mapping or a column."""
    if isinstance(given, (SampleSummary, Mapping)):
        return _fields(role, given, SampleSummary, ("n", "mean", "variance"))
    summary = call(SampleSummary, "sample_summary", columns=[(role, as_array(role, given))])
    return [summary.n, summary.mean, summary.variance]


def pair_numbers(role: str, given: Any) -> list[float]:
    """The fields of a pair summary or of a mapping with its keys."""
    if isinstance(given, (PairSummary, Mapping)):
        names = ("n", "mean_y", "mean_x", "variance_y", "variance_x", "covariance")
        return _fields(role, given, PairSummary, names)
    raise InvalidTypeError(
        f"`{role}` must be a PairSummary (make one with pair_summary(y, x)), got a {type(given).__name__}",
        "invalid_type",
    )


def group_columns(role: str, given: Any) -> Columns:
    """Numerator, denominator and account codes of a group of accounts."""
    if isinstance(given, Mapping):
        unknown = set(given) - {"numerator", "denominator", "account"}
        if unknown or not {"numerator", "denominator"} <= set(given):
            raise InvalidInputError(
                f"`{role}` must have `numerator` and `denominator`, and may have `account`; got {', '.join(map(str, given))}",
                "missing_field",
            )
        given = AccountTotals(given["numerator"], given["denominator"], given.get("account"))
    if not isinstance(given, AccountTotals):
        raise InvalidTypeError(
            f"`{role}` must be AccountTotals(numerator, denominator, account), got a {type(given).__name__}",
            "invalid_type",
        )
    return [
        ("numerator", as_array("numerator", given.numerator)),
        ("denominator", as_array("denominator", given.denominator)),
        ("account", np.empty(0) if given.account is None else _codes(given.account)),
    ]


def _codes(account: Any) -> FloatArray:
    """Whatever names the accounts, numbered in the order of the names."""
    rows = np.asarray(account if hasattr(account, "__array__") else list(account))
    if rows.ndim != 1:
        raise InvalidTypeError(f"`account` must be one column, got {rows.ndim} dimensions", "invalid_type")
    if rows.dtype.kind == "O":
        missing = [row for row, name in enumerate(rows.tolist()) if name is None or name != name]
    else:
        missing = np.flatnonzero(np.isnan(rows)).tolist() if rows.dtype.kind == "f" else []
    if missing:
        raise InvalidInputError(f"`account` is missing in row {missing[0]}, counted from 0", "missing_name")
    try:
        _, codes = np.unique(rows, return_inverse=True)
    except TypeError as error:
        raise InvalidTypeError(f"`account` must hold names of one kind: {error}", "invalid_type") from error
    return cast(FloatArray, codes.astype(np.float64))


def comparison_numbers(given: Any) -> list[float]:
    """The fields of a comparison, as the native part reads them."""
    if isinstance(given, Mapping):
        given = record_of_mapping(given)
    if not isinstance(given, Comparison):
        raise InvalidTypeError(
            f"`comparison` must be a Comparison, as compare_means gives it, got a {type(given).__name__}", "invalid_type"
        )
    df = given.degrees_of_freedom
    return [
        0.0 if given.measure == "difference" else 1.0,
        given.treatment,
        given.control,
        given.estimate,
        given.standard_error,
        given.interval.lower,
        given.interval.upper,
        given.interval.level,
        given.statistic,
        float("nan") if df is None else df,
        given.p_value,
    ]


def record_of_mapping(given: Mapping[str, Any]) -> Comparison:
    """A comparison from a mapping with its keys."""
    from .._records import build

    try:
        return cast(Comparison, build(Comparison, {"degrees_of_freedom": None, "method": "", **given}))
    except (TypeError, ValueError) as error:
        raise InvalidTypeError(f"`comparison` must have the fields of a Comparison: {error}", "invalid_type") from error
