"""Repeat purchases by period, against which a model's expectation is drawn."""

from __future__ import annotations

from typing import Any, Literal


from .. import _core
from .._checked import checked
from .._frames import same_kind
from .._purchases import as_moment
from ._table import TimeUnit, read_purchases

__all__ = ["tracking"]


@checked
def tracking(
    frame: Any,
    *,
    customer: str,
    date: str,
    unit: TimeUnit = "week",
    end: Any = None,
    holdout_end: Any = None,
    merge: Literal["day", "period", "none"] | None = None,
    periods: Literal["exact", "whole"] = "exact",
    step: float = 1.0,
    date_format: str | None = None,
    time_zone: str | None = None,
) -> Any:
    """Count the repeat purchases of all customers, period by period: what a forecast is tracked against.

    The same customers and the same merging as :func:`summarise` with these arguments. Periods are counted from the
    end of calibration in both directions, so that none lies on both sides of it; the first may be shorter.

    Parameters
    ----------
    frame : pandas, Polars or PyArrow table
        One row a purchase. It is not changed.
    customer, date : str
        The columns that name the customer and the date, as in :func:`summarise`.
    unit, end, holdout_end, merge, periods
        As in :func:`summarise`; give the same.
    step : float, default 1
        The length of a period in the unit: 1 counts by week in weekly data.
    date_format, time_zone : str, optional
        As in :func:`summarise`.

    Returns
    -------
    frame
        A table of the kind given, the earliest period first:

        - time : the end of the period, in units since the first purchase of all
        - holdout : true after the end of calibration
        - repeat_purchases : repeat purchases in the period
        - cumulative : repeat purchases so far; at the end of calibration the sum of the summary's frequencies

    Raises
    ------
    InvalidInputError
        As :func:`summarise`; also for a step that is not above 0, or makes more than 100,000 periods.

    Examples
    --------
    >>> import pandas as pd
    >>> purchases = pd.DataFrame({
    ...     "customer_id": [4, 4, 4, 9],
    ...     "date": ["2026-01-05", "2026-01-12", "2026-01-26", "2026-01-19"],
    ... })
    >>> ukur.customers.tracking(purchases, customer="customer_id", date="date", end="2026-01-19", holdout_end="2026-02-02")
       time  holdout  repeat_purchases  cumulative
    0   1.0    False               1.0         1.0
    1   2.0    False               0.0         1.0
    2   3.0     True               1.0         2.0
    3   4.0     True               0.0         2.0
    """
    instants = merge == "none" or (merge == "period" and unit in ("second", "minute", "hour"))
    table = read_purchases(frame, customer, date, None, date_format, time_zone, instants and periods == "exact")
    found = _core.customers_tracking(
        table.columns(),
        (
            unit,
            as_moment("end", end, table.times, date_format),
            as_moment("holdout_end", holdout_end, table.times, date_format),
            merge,
            periods,
        ),
        float(step),
    )
    names = ("time", "holdout", "repeat_purchases", "cumulative")
    return same_kind(table.frame, dict(zip(names, found, strict=True)))
