"""From purchases to customers: one row a customer, retention by cohort, RFM segments, survival.

Tables of pandas, Polars and PyArrow go in, and a table of the same kind comes back. No result depends on the
order of the rows, to the last bit; rows that are left out are counted and reported.
"""

from __future__ import annotations

import json
import warnings
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias, overload

import narwhals as nw
import numpy as np
import numpy.typing as npt

from . import _core
from ._frames import column, float_column, open_frame, same_kind
from ._inputs import as_array
from ._purchases import Customers, Times, as_customers, as_moment, as_times
from ._typing import CodeArray, ColumnLike, FlagArray, FloatArray, IntArray
from .errors import InvalidInputError

__all__ = [
    "CohortReport",
    "DroppedRowsWarning",
    "SummaryReport",
    "SurvivalCurve",
    "cohorts",
    "kaplan_meier",
    "rfm_segments",
    "summarise",
    "tracking",
]

TimeUnit: TypeAlias = Literal["second", "minute", "hour", "day", "week", "month", "quarter", "year"]
"""A unit of time. A month is a twelfth, a quarter a fourth of a year of 365.25 days."""

Extra: TypeAlias = Literal[
    "purchases",
    "days_since_last",
    "first_purchase",
    "last_purchase",
    "first_value",
    "total_value",
    "sum_log_intervals",
]
"""A further column of a summary."""


class DroppedRowsWarning(UserWarning):
    """Rows were left out; the message says how many and why."""


@dataclass(frozen=True)
class SummaryReport:
    """What :func:`summarise` read, merged and left out.

    Every row is in exactly one of `purchases`, `rows_merged` and the rows left out.

    Attributes
    ----------
    rows : int
        Rows given.
    rows_missing_customer, rows_missing_date : int
        Rows left out because the customer or the date is missing.
    rows_after_end : int
        Rows left out because they lie after the end (of the holdout, where there is one).
    rows_of_later_customers : int
        Rows left out because their customer first bought after the end of calibration.
    rows_merged : int
        Rows added to another purchase of the same customer on the same day or in the same period.
    purchases : int
        Purchases counted, after merging: first, repeat and holdout.
    customers : int
        Customers in the summary.
    later_customers : int
        Customers left out because they first bought after the end of calibration.
    customers_without_repeat : int
        Customers with a frequency of 0.
    unit, merge, periods : str
        How time was counted and purchases merged.
    start, end : str
        The first purchase and the end of observation.
    holdout_end : str or None
        The end of the holdout.
    steps_per_day : int
        The grain of time: 1 for days.
    """

    rows: int
    rows_missing_customer: int
    rows_missing_date: int
    rows_after_end: int
    rows_of_later_customers: int
    rows_merged: int
    purchases: int
    customers: int
    later_customers: int
    customers_without_repeat: int
    unit: str
    merge: str
    periods: str
    start: str
    end: str
    holdout_end: str | None
    steps_per_day: int

    @property
    def rows_left_out(self) -> int:
        """Rows that are not in the summary at all."""
        return (
            self.rows_missing_customer + self.rows_missing_date + self.rows_after_end + self.rows_of_later_customers
        )

    def left_out(self) -> str | None:
        """One sentence on the rows left out, or None where there are none."""
        return _left_out(
            self.rows,
            self.rows_left_out,
            {
                "miss the customer": self.rows_missing_customer,
                "miss the date": self.rows_missing_date,
                f"lie after {self.holdout_end or self.end}": self.rows_after_end,
                f"belong to {self.later_customers} customers who first bought after {self.end}": (
                    self.rows_of_later_customers
                ),
            },
        )


@dataclass(frozen=True)
class CohortReport:
    """What :func:`cohorts` read and left out.

    Attributes
    ----------
    rows : int
        Rows given.
    rows_missing_customer, rows_missing_date : int
        Rows left out because the customer or the date is missing.
    rows_after_end : int
        Rows left out because they lie after the end.
    customers : int
        Customers in all cohorts.
    unit : str
        The unit of the periods.
    start, end : str
        The first purchase and the end of observation.
    """

    rows: int
    rows_missing_customer: int
    rows_missing_date: int
    rows_after_end: int
    customers: int
    unit: str
    start: str
    end: str

    @property
    def rows_left_out(self) -> int:
        """Rows that are in no cohort."""
        return self.rows_missing_customer + self.rows_missing_date + self.rows_after_end

    def left_out(self) -> str | None:
        """One sentence on the rows left out, or None where there are none."""
        return _left_out(
            self.rows,
            self.rows_left_out,
            {
                "miss the customer": self.rows_missing_customer,
                "miss the date": self.rows_missing_date,
                f"lie after {self.end}": self.rows_after_end,
            },
        )


def _left_out(rows: int, left_out: int, reasons: Mapping[str, int]) -> str | None:
    if not left_out:
        return None
    why = ", ".join(f"{count} {reason}" for reason, count in reasons.items() if count)
    return f"{left_out} of {rows} rows were left out: {why}"


@dataclass(frozen=True)
class _Purchases:
    """The columns of a table of purchases, as numbers."""

    frame: nw.DataFrame[Any]
    customers: Customers
    times: Times
    values: FloatArray | None

    def arguments(
        self,
    ) -> tuple[IntArray | None, CodeArray | None, int, IntArray, int, FloatArray | None]:
        """What every kernel takes first."""
        who = self.customers
        return who.ids, who.codes, who.count, self.times.ticks, self.times.ticks_per_day, self.values


def _read(
    frame: Any,
    customer: str,
    date: str,
    value: str | None,
    date_format: str | None,
    time_zone: str | None,
    instants: bool,
) -> _Purchases:
    opened = open_frame("frame", frame)
    who = column("customer", opened, customer)
    when = column("date", opened, date)
    values = None if value is None else float_column("value", opened, value)
    if len(opened) == 0:
        raise InvalidInputError(
            "there are no purchases: the table has no rows; give at least one purchase", "empty_input"
        )
    return _Purchases(
        opened,
        as_customers("customer", who),
        as_times("date", when, date_format=date_format, time_zone=time_zone, instants=instants),
        values,
    )


@overload
def summarise(
    frame: Any,
    *,
    customer: str,
    date: str,
    value: str | None = ...,
    unit: TimeUnit = ...,
    end: Any = ...,
    holdout_end: Any = ...,
    merge: Literal["day", "period", "none"] | None = ...,
    periods: Literal["exact", "whole"] = ...,
    include_first_transaction: bool = ...,
    extra: Sequence[Extra] = ...,
    date_format: str | None = ...,
    time_zone: str | None = ...,
    return_report: Literal[False] = ...,
) -> Any: ...
@overload
def summarise(
    frame: Any,
    *,
    customer: str,
    date: str,
    value: str | None = ...,
    unit: TimeUnit = ...,
    end: Any = ...,
    holdout_end: Any = ...,
    merge: Literal["day", "period", "none"] | None = ...,
    periods: Literal["exact", "whole"] = ...,
    include_first_transaction: bool = ...,
    extra: Sequence[Extra] = ...,
    date_format: str | None = ...,
    time_zone: str | None = ...,
    return_report: Literal[True],
) -> tuple[Any, SummaryReport]: ...
def summarise(
    frame: Any,
    *,
    customer: str,
    date: str,
    value: str | None = None,
    unit: TimeUnit = "week",
    end: Any = None,
    holdout_end: Any = None,
    merge: Literal["day", "period", "none"] | None = None,
    periods: Literal["exact", "whole"] = "exact",
    include_first_transaction: bool = False,
    extra: Sequence[Extra] = (),
    date_format: str | None = None,
    time_zone: str | None = None,
    return_report: bool = False,
) -> Any:
    """Turn purchases into one row a customer, the input of every customer-base model.

    Parameters
    ----------
    frame : pandas, Polars or PyArrow table
        One row a purchase. It is not changed.
    customer : str
        The column that names the customer: whole numbers or text.
    date : str
        The column with the date: dates, datetimes (with or without a zone) or text.
    value : str, optional
        The column with the value of the purchase: money in one currency, negative for a return.
    unit : str, default "week"
        The unit of `recency` and `T`: second, minute, hour, day, week, month, quarter or year.
    end : str, date or datetime, optional
        The end of observation, inclusive; by default the last purchase. With `holdout_end` it is the end of
        calibration.
    holdout_end : str, date or datetime, optional
        The end of the holdout, inclusive.
    merge : {"day", "period", "none"}, optional
        Which purchases of a customer count as one, their values added: those of a day (the default), those of a
        calendar period of the unit (weeks from Monday; the default where periods are whole), or none.
    periods : {"exact", "whole"}, default "exact"
        Ages in exact fractions of the unit (10 days are 10/7 weeks), or in whole calendar periods.
    include_first_transaction : bool, default False
        Whether the first purchase counts in `monetary_value`. `frequency` never counts it; ``extra=["purchases"]``
        gives the number of all.
    extra : sequence of str, optional
        Further columns: purchases, days_since_last, first_purchase, last_purchase, first_value, total_value,
        sum_log_intervals.
    date_format : str, optional
        The format of dates in text or whole numbers, as in ``"%Y%m%d"``; ISO 8601 without it.
    time_zone : str, optional
        The zone whose days count, for times that carry a zone or an offset. By default a column's own zone, and UTC
        for text with offsets.
    return_report : bool, default False
        Whether to return the report too.

    Returns
    -------
    frame
        A table of the kind given, in ascending order of the customers:

        - customer : as given
        - frequency : purchases after the first
        - recency : **age at the last purchase**, from the first purchase to the last. Not the time since the last
          purchase: that is ``T - recency``, or the further column ``days_since_last`` in days
        - T : age at the end, from the first purchase to the end
        - monetary_value : mean value of the purchases after the first; missing where there are none
        - holdout_frequency, holdout_monetary_value, holdout_T : the same customers in the holdout
    SummaryReport
        With ``return_report=True``: what was read, merged and left out.

    Raises
    ------
    InvalidInputError
        For an unknown column, a text that is no date, a value that is missing or infinite, an end before the first
        purchase.
    InvalidTypeError
        For text in the column of values, and for columns of other types than these.

    Warns
    -----
    DroppedRowsWarning
        When rows are left out, unless the report is returned.

    Examples
    --------
    >>> import pandas as pd
    >>> purchases = pd.DataFrame({
    ...     "customer_id": [4, 4, 4, 9],
    ...     "date": ["2026-01-05", "2026-01-12", "2026-01-26", "2026-01-19"],
    ...     "amount": [10.0, 8.0, 12.0, 8.0],
    ... })
    >>> ukur.customers.summarise(purchases, customer="customer_id", date="date", value="amount", end="2026-02-02")
       customer  frequency  recency    T  monetary_value
    0         4        2.0      3.0  4.0            10.0
    1         9        0.0      0.0  2.0             NaN

    References
    ----------
    Fader, Hardie and Lee (2005), "Counting your customers" the easy way, Marketing Science 24(2).
    """
    instants = merge == "none" or (merge == "period" and unit in ("second", "minute", "hour"))
    table = _read(frame, customer, date, value, date_format, time_zone, instants and periods == "exact")
    numbers, named, text = _core.customers_summarise(
        *table.arguments(),
        unit,
        as_moment("end", end, table.times, date_format),
        as_moment("holdout_end", holdout_end, table.times, date_format),
        merge,
        periods,
        include_first_transaction,
        list(extra),
    )
    report = SummaryReport(**json.loads(text))
    columns: dict[str, nw.Series[Any]] = {"customer": table.customers.labels("customer", numbers)}
    backend = table.frame.implementation
    for name, array in named:
        if name in ("first_purchase", "last_purchase"):
            columns[name] = nw.new_series(name, _dates(array, report.steps_per_day), backend=backend)
        else:
            columns[name] = _floats(name, array, backend)
    result = same_kind(table.frame, columns)
    if return_report:
        return result, report
    _warn(report.left_out())
    return result


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
    table = _read(frame, customer, date, None, date_format, time_zone, instants and periods == "exact")
    found = _core.customers_tracking(
        *table.arguments(),
        unit,
        as_moment("end", end, table.times, date_format),
        as_moment("holdout_end", holdout_end, table.times, date_format),
        merge,
        periods,
        float(step),
    )
    names = ("time", "holdout", "repeat_purchases", "cumulative")
    return same_kind(table.frame, dict(zip(names, found, strict=True)))


def _floats(name: str, array: FloatArray, backend: Any) -> nw.Series[Any]:
    """A column of numbers, missing ones as the library shows them: null where it has nulls."""
    series: nw.Series[Any] = nw.new_series(name, array, backend=backend)
    if series.implementation.is_pandas_like() or not np.isnan(array).any():
        return series
    return series.fill_nan(None)


def _dates(steps: FloatArray | IntArray, steps_per_day: int) -> npt.NDArray[Any]:
    """Days, or ticks of a part of a day, as dates."""
    if steps_per_day == 1:
        # pandas has no days: midnight it is.
        return steps.astype(np.int64).view("datetime64[D]")
    nanoseconds = 86_400_000_000_000 // steps_per_day
    return (steps.astype(np.int64) * nanoseconds).view("datetime64[ns]")


def _warn(message: str | None) -> None:
    if message is not None:
        warnings.warn(message, DroppedRowsWarning, stacklevel=3)


@overload
def cohorts(
    frame: Any,
    *,
    customer: str,
    date: str,
    value: str | None = ...,
    unit: Literal["day", "week", "month", "quarter", "year"] = ...,
    end: Any = ...,
    returned: Literal["on", "on_or_after"] = ...,
    max_age: int | None = ...,
    layout: Literal["long", "wide"] = ...,
    date_format: str | None = ...,
    time_zone: str | None = ...,
    return_report: Literal[False] = ...,
) -> Any: ...
@overload
def cohorts(
    frame: Any,
    *,
    customer: str,
    date: str,
    value: str | None = ...,
    unit: Literal["day", "week", "month", "quarter", "year"] = ...,
    end: Any = ...,
    returned: Literal["on", "on_or_after"] = ...,
    max_age: int | None = ...,
    layout: Literal["long", "wide"] = ...,
    date_format: str | None = ...,
    time_zone: str | None = ...,
    return_report: Literal[True],
) -> tuple[Any, CohortReport]: ...
def cohorts(
    frame: Any,
    *,
    customer: str,
    date: str,
    value: str | None = None,
    unit: Literal["day", "week", "month", "quarter", "year"] = "month",
    end: Any = None,
    returned: Literal["on", "on_or_after"] = "on",
    max_age: int | None = None,
    layout: Literal["long", "wide"] = "long",
    date_format: str | None = None,
    time_zone: str | None = None,
    return_report: bool = False,
) -> Any:
    """Count how many of the customers won in each period buy again in each period since.

    Parameters
    ----------
    frame : pandas, Polars or PyArrow table
        One row a purchase. It is not changed.
    customer, date : str
        The columns that name the customer and the date, as in :func:`summarise`.
    value : str, optional
        A column to add up by cohort and age.
    unit : {"day", "week", "month", "quarter", "year"}, default "month"
        The period, by the calendar; weeks start on Monday.
    end : str, date or datetime, optional
        The end of observation, inclusive; by default the last purchase.
    returned : {"on", "on_or_after"}, default "on"
        Whether a customer counts at an age for a purchase in that very period, or in that one or any later.
    max_age : int, optional
        The largest age to report.
    layout : {"long", "wide"}, default "long"
        One row for each cohort and age, or one row a cohort with the retention at each age in a column of its own
        ("0", "1", ...).
    date_format, time_zone : str, optional
        As in :func:`summarise`.
    return_report : bool, default False
        Whether to return the report too.

    Returns
    -------
    frame
        A table of the kind given, by cohort, then age:

        - cohort : first day of the period in which the customers first bought
        - age : periods since then, 0 for that period
        - customers : customers in the cohort
        - active : those of them who count at that age
        - retention : their share
        - complete : whether the period had ended at the end of observation
        - value : the sum of the values in that period
    CohortReport
        With ``return_report=True``: what was read and left out.

    Raises
    ------
    InvalidInputError
        As :func:`summarise`; also for a table of more than 20 million rows.

    Warns
    -----
    DroppedRowsWarning
        When rows are left out, unless the report is returned.

    Examples
    --------
    >>> import pandas as pd
    >>> purchases = pd.DataFrame({
    ...     "customer_id": ["ana", "budi", "ana", "citra", "budi", "citra"],
    ...     "date": ["2026-01-04", "2026-01-11", "2026-02-10", "2026-02-15", "2026-03-02", "2026-03-31"],
    ... })
    >>> ukur.customers.cohorts(purchases, customer="customer_id", date="date", layout="wide")
          cohort  customers    0    1    2
    0 2026-01-01          2  1.0  0.5  0.5
    1 2026-02-01          1  1.0  1.0  NaN
    """
    if layout not in ("long", "wide"):
        raise InvalidInputError(f"`layout` must be 'long' or 'wide', got {layout!r}", "unknown_choice")
    if max_age is not None and (max_age < 0 or max_age >= 2**32):
        raise InvalidInputError(f"`max_age` must be a whole number >= 0, got {max_age}", "out_of_domain")
    table = _read(frame, customer, date, value, date_format, time_zone, instants=False)
    starts, named, complete, text = _core.customers_cohorts(
        *table.arguments(), unit, as_moment("end", end, table.times, date_format), returned, max_age
    )
    report = CohortReport(**json.loads(text))
    arrays = dict(named)
    columns = _wide(starts, arrays) if layout == "wide" else _long(starts, arrays, complete)
    backend = table.frame.implementation
    result = same_kind(
        table.frame,
        {
            name: _floats(name, array, backend)
            if array.dtype.kind == "f"
            else nw.new_series(name, array, backend=backend)
            for name, array in columns.items()
        },
    )
    if return_report:
        return result, report
    _warn(report.left_out())
    return result


def _long(starts: IntArray, arrays: dict[str, FloatArray], complete: FlagArray) -> dict[str, npt.NDArray[Any]]:
    columns: dict[str, npt.NDArray[Any]] = {"cohort": _dates(starts, 1)}
    for name in ("age", "customers", "active"):
        columns[name] = arrays[name].astype(np.int64)
    columns["retention"] = arrays["retention"]
    columns["complete"] = complete
    if "value" in arrays:
        columns["value"] = arrays["value"]
    return columns


def _wide(starts: IntArray, arrays: dict[str, FloatArray]) -> dict[str, npt.NDArray[Any]]:
    cohort, first = np.unique(starts, return_index=True)
    ages = arrays["age"].astype(np.int64)
    grid = np.full((len(cohort), int(ages.max()) + 1), np.nan)
    grid[np.searchsorted(cohort, starts), ages] = arrays["retention"]
    columns: dict[str, npt.NDArray[Any]] = {"cohort": _dates(cohort, 1), "customers": arrays["customers"][first].astype(np.int64)}
    columns.update({str(age): np.ascontiguousarray(grid[:, age]) for age in range(grid.shape[1])})
    return columns


def rfm_segments(
    summary: Any,
    *,
    time_since_last: str | None = None,
    frequency: str = "frequency",
    monetary_value: str | None = None,
    scores: int = 5,
    weights: tuple[float, float, float] = (1.0, 1.0, 1.0),
    segments: Mapping[str, Mapping[str, tuple[int, int]]] | None = None,
) -> Any:
    """Score customers by rank on recency, frequency and money, and name their segment.

    The score of a value is ``floor(scores * worse / n) + 1``, where `worse` of the n customers are strictly worse:
    5 is best. Equal values share one score, whatever the order of the rows, and a score means the same in any
    currency.

    Parameters
    ----------
    summary : pandas, Polars or PyArrow table
        One row a customer, as :func:`summarise` makes it. It is not changed.
    time_since_last : str, optional
        The column with the time since the last purchase. By default ``days_since_last`` if it is there, else
        ``T - recency``.
    frequency : str, default "frequency"
        The column with the purchases.
    monetary_value : str, optional
        The column with the money; by default ``monetary_value`` if it is there. A missing value ("no repeat
        purchase to take a mean of") ranks below every amount. Summarise with ``include_first_transaction=True``,
        or take ``total_value``, to tell single purchases apart.
    scores : int, default 5
        How many scores there are, 2 to 9.
    weights : tuple of three floats, default (1, 1, 1)
        Weights of recency, frequency and money in `rfm_score`.
    segments : mapping, optional
        Name to ``{"recency": (lowest, highest), "frequency": ..., "monetary": ...}``, scores included; the first
        that takes a customer names the segment, "other" is left. By default the ten segments of common use:

        ===================  =======  =========
        segment              recency  frequency
        ===================  =======  =========
        champions            5        4-5
        loyal                3-4      4-5
        potential_loyalists  4-5      2-3
        new_customers        5        1
        promising            4        1
        need_attention       3        3
        about_to_sleep       3        1-2
        cannot_lose          1-2      5
        at_risk              1-2      3-4
        hibernating          1-2      1-2
        ===================  =======  =========

    Returns
    -------
    frame
        The summary with recency_score, frequency_score, monetary_score, rfm_cell (the scores side by side, as
        543), rfm_score (their weighted mean) and segment.

    Raises
    ------
    InvalidInputError
        For an unknown column, a negative or missing number, scores outside 2 to 9, weights that are all zero.

    Examples
    --------
    >>> import pandas as pd
    >>> summary = pd.DataFrame({"frequency": [9, 4, 0, 6, 0], "days_since_last": [1, 30, 5, 90, 60]})
    >>> ukur.customers.rfm_segments(summary)[["rfm_cell", "segment"]]
       rfm_cell         segment
    0        55       champions
    1        33  need_attention
    2        41       promising
    3        14         at_risk
    4        21     hibernating

    References
    ----------
    Hughes (1994), Strategic Database Marketing.
    """
    opened = open_frame("summary", summary)
    if time_since_last is None and "days_since_last" in opened.columns:
        time_since_last = "days_since_last"
    if time_since_last is not None:
        since = float_column("time_since_last", opened, time_since_last)
    else:
        since = _core.customers_time_since_last(
            float_column("summary", opened, "recency"), float_column("summary", opened, "T")
        )
    if monetary_value is None and "monetary_value" in opened.columns:
        monetary_value = "monetary_value"
    if not isinstance(scores, int) or not 2 <= scores <= 9:
        raise InvalidInputError(f"`scores` must be a whole number from 2 to 9, got {scores!r}", "out_of_domain")
    named, codes, names = _core.customers_rfm_segments(
        since,
        float_column("frequency", opened, frequency),
        None if monetary_value is None else float_column("monetary_value", opened, monetary_value),
        scores,
        _weights(weights),
        None if segments is None else [_rule(name, rule, scores) for name, rule in segments.items()],
    )
    backend = opened.implementation
    whole = {name: array if name == "rfm_score" else array.astype(np.int64) for name, array in named}
    added = [nw.new_series(name, array, backend=backend) for name, array in whole.items()]
    added.append(nw.new_series("segment", [names[code] for code in codes], nw.String, backend=backend))
    return opened.with_columns(*added).to_native()


def _weights(weights: tuple[float, float, float]) -> tuple[float, float, float]:
    given = as_array("weights", list(weights))
    if given.shape != (3,):
        raise InvalidInputError(
            f"`weights` must be three numbers (recency, frequency, money), got {given.size}", "length_mismatch"
        )
    return float(given[0]), float(given[1]), float(given[2])


def _rule(
    name: str, rule: Mapping[str, tuple[int, int]], scores: int
) -> tuple[str, tuple[int, int], tuple[int, int], tuple[int, int]]:
    unknown = set(rule) - {"recency", "frequency", "monetary"}
    if unknown:
        raise InvalidInputError(
            f"`segments` names {sorted(unknown)[0]!r} for {name!r}; the scores are recency, frequency and monetary",
            "unknown_choice",
        )

    def span(score: str) -> tuple[int, int]:
        low, high = rule.get(score, (1, scores))
        if not 1 <= low <= high <= 9:
            raise InvalidInputError(
                f"`segments` gives {name!r} the {score} scores ({low}, {high}); write (lowest, highest) within 1 to "
                f"{scores}",
                "out_of_domain",
            )
        return low, high

    return name, span("recency"), span("frequency"), span("monetary")


@dataclass(frozen=True, eq=False)
class SurvivalCurve:
    """A Kaplan-Meier curve: one row for each different duration, ascending.

    Attributes
    ----------
    time : numpy.ndarray
        The duration.
    at_risk : numpy.ndarray
        Customers who stayed at least so long.
    events, censored : numpy.ndarray
        Those of them who left then, and those who were last seen then, still there.
    survival : numpy.ndarray
        The share that stays longer.
    standard_error : numpy.ndarray
        Its standard error (Greenwood); NaN once the curve has reached 0.
    lower, upper : numpy.ndarray
        The pointwise interval; NaN once the curve has reached 0.
    confidence : float
        Its level.
    """

    time: FloatArray
    at_risk: FloatArray
    events: FloatArray
    censored: FloatArray
    survival: FloatArray
    standard_error: FloatArray
    lower: FloatArray
    upper: FloatArray
    confidence: float

    def at(self, time: float) -> float:
        """The share that stays longer than `time`.

        Parameters
        ----------
        time : float
            A time within the durations seen.

        Returns
        -------
        float
            The share.

        Raises
        ------
        UndefinedError
            Beyond the longest duration; code ``"extrapolation"``.
        """
        return _core.customers_survival_at(self.time, self.survival, time)

    def time_to(self, share: float) -> float:
        """The shortest time at which the curve has fallen to `share`.

        Parameters
        ----------
        share : float
            Between 0 and 1; 0.5 for the median.

        Returns
        -------
        float
            The time.

        Raises
        ------
        UndefinedError
            Where the curve stays above the share; code ``"not_reached"``.
        """
        return _core.customers_survival_time(self.time, self.survival, share)

    def to_dict(self) -> dict[str, FloatArray]:
        """The columns by name, for a table of any library."""
        names = ("time", "at_risk", "events", "censored", "survival", "standard_error", "lower", "upper")
        return {name: getattr(self, name) for name in names}

    def __len__(self) -> int:
        return len(self.time)


def kaplan_meier(
    durations: ColumnLike,
    observed: ColumnLike | None = None,
    *,
    weights: ColumnLike | None = None,
    confidence: float = 0.95,
    scale: Literal["log_log", "log", "plain"] = "log_log",
) -> SurvivalCurve:
    """Estimate how long customers stay (Kaplan and Meier 1958).

    Parameters
    ----------
    durations : column of float
        How long each customer stayed, or has stayed so far.
    observed : column of bool, optional
        True where the customer has left, False where he or she was still there at the last look; by default all
        have left.
    weights : column of float, optional
        How many customers a row stands for.
    confidence : float, default 0.95
        The level of the pointwise interval.
    scale : {"log_log", "log", "plain"}, default "log_log"
        The scale on which the interval is symmetric.

    Returns
    -------
    SurvivalCurve
        The curve with standard errors and interval.

    Raises
    ------
    InvalidInputError
        For a negative or missing duration, columns of different length, flags other than 0 and 1.

    Examples
    --------
    >>> curve = ukur.customers.kaplan_meier([1, 2, 2, 3, 4, 5, 5, 6], [1, 1, 0, 1, 0, 1, 1, 0])
    >>> [round(float(share), 3) for share in curve.survival]
    [0.875, 0.75, 0.6, 0.6, 0.2, 0.2]
    >>> curve.time_to(0.5)
    5.0

    References
    ----------
    Kaplan and Meier (1958), J. Amer. Statist. Assoc. 53, 457-481; Greenwood (1926).
    """
    named = _core.customers_kaplan_meier(
        as_array("durations", durations),
        None if observed is None else _flags("observed", observed),
        None if weights is None else as_array("weights", weights),
        confidence,
        scale,
    )
    return SurvivalCurve(**dict(named), confidence=confidence)


def _flags(name: str, values: ColumnLike) -> FlagArray:
    numbers = as_array(name, values)
    flags = numbers == 1.0
    wrong = ~(flags | (numbers == 0.0))
    if wrong.any():
        row = int(np.argmax(wrong))
        raise InvalidInputError(
            f"`{name}` must hold True and False (or 1 and 0), got {numbers[row]} in row {row}", "out_of_domain"
        )
    return np.ascontiguousarray(flags)
