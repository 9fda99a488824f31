"""One row a customer: frequency, recency, age and spend."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias, overload

import narwhals as nw

from .. import _core
from .._checked import checked
from .._frames import same_kind
from .._purchases import as_moment
from ._table import TimeUnit, as_dates, as_floats, left_out_because, read_purchases, warn_of_dropped

__all__ = ["SummaryReport", "summarise"]

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
        return left_out_because(
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


@checked
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
    table = read_purchases(frame, customer, date, value, date_format, time_zone, instants and periods == "exact")
    numbers, named, text = _core.customers_summarise(
        table.columns(),
        (
            unit,
            as_moment("end", end, table.times, date_format),
            as_moment("holdout_end", holdout_end, table.times, date_format),
            merge,
            periods,
        ),
        include_first_transaction,
        list(extra),
    )
    report = SummaryReport(**json.loads(text))
    columns: dict[str, nw.Series[Any]] = {"customer": table.customers.labels("customer", numbers)}
    backend = table.frame.implementation
    for name, array in named:
        if name in ("first_purchase", "last_purchase"):
            columns[name] = nw.new_series(name, as_dates(array, report.steps_per_day), backend=backend)
        else:
            columns[name] = as_floats(name, array, backend)
    result = same_kind(table.frame, columns)
    if return_report:
        return result, report
    warn_of_dropped(report.left_out())
    return result
