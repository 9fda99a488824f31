"""Purchases read from a table, and what every function of the room says of its rows."""

from __future__ import annotations

import warnings
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

import narwhals as nw
import numpy as np
import numpy.typing as npt

from .._frames import column, float_column, open_frame
from .._purchases import Customers, Times, as_customers, as_times
from .._typing import CodeArray, FloatArray, IntArray
from ..errors import InvalidInputError

TimeUnit: TypeAlias = Literal["second", "minute", "hour", "day", "week", "month", "quarter", "year"]
"""A unit of time. A month is a twelfth, a quarter a fourth of a year of 365.25 days."""


class DroppedRowsWarning(UserWarning):
    """Rows were left out; the message says how many and why."""


def left_out_because(rows: int, left_out: int, reasons: Mapping[str, int]) -> str | None:
    if not left_out:
        return None
    why = ", ".join(f"{count} {reason}" for reason, count in reasons.items() if count)
    return f"{left_out} of {rows} rows were left out: {why}"


@dataclass(frozen=True)
class Purchases:
    """The columns of a table of purchases, as numbers."""

    frame: nw.DataFrame[Any]
    customers: Customers
    times: Times
    values: FloatArray | None

    def columns(
        self,
    ) -> tuple[IntArray | None, CodeArray | None, int, IntArray, int, FloatArray | None]:
        """The purchases, as the native functions take them."""
        who = self.customers
        return who.ids, who.codes, who.count, self.times.ticks, self.times.ticks_per_day, self.values


def read_purchases(
    frame: Any,
    customer: str,
    date: str,
    value: str | None,
    date_format: str | None,
    time_zone: str | None,
    instants: bool,
) -> Purchases:
    opened = open_frame("frame", frame)
    who = column("customer", opened, customer)
    when = column("date", opened, date)
    values = None if value is None else float_column("value", opened, value)
    if len(opened) == 0:
        raise InvalidInputError(
            "there are no purchases: the table has no rows; give at least one purchase", "empty_input"
        )
    return Purchases(
        opened,
        as_customers("customer", who),
        as_times("date", when, date_format=date_format, time_zone=time_zone, instants=instants),
        values,
    )


def as_floats(name: str, array: FloatArray, backend: Any) -> nw.Series[Any]:
    """A column of numbers, missing ones as the library shows them: null where it has nulls."""
    series: nw.Series[Any] = nw.new_series(name, array, backend=backend)
    if series.implementation.is_pandas_like() or not np.isnan(array).any():
        return series
    return series.fill_nan(None)


def as_dates(steps: FloatArray | IntArray, steps_per_day: int) -> npt.NDArray[Any]:
    """Days, or ticks of a part of a day, as dates."""
    if steps_per_day == 1:
        # pandas has no days: midnight it is.
        return steps.astype(np.int64).view("datetime64[D]")
    nanoseconds = 86_400_000_000_000 // steps_per_day
    return (steps.astype(np.int64) * nanoseconds).view("datetime64[ns]")


def warn_of_dropped(message: str | None) -> None:
    if message is not None:
        warnings.warn(message, DroppedRowsWarning, stacklevel=3)
