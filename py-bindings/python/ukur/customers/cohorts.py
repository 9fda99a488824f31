"""Retention by cohort."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any, Literal, overload

import narwhals as nw
import numpy as np
import numpy.typing as npt

from .. import _core
from .._checked import checked
from .._frames import same_kind
from .._purchases import as_moment
from .._typing import FlagArray, FloatArray, IntArray
from ..errors import InvalidInputError
from ._table import as_dates, as_floats, left_out_because, read_purchases, warn_of_dropped

__all__ = ["CohortReport", "cohorts"]


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
        return left_out_because(
            self.rows,
            self.rows_left_out,
            {
                "miss the customer": self.rows_missing_customer,
                "miss the date": self.rows_missing_date,
                f"lie after {self.end}": self.rows_after_end,
            },
        )


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


@checked
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
    table = read_purchases(frame, customer, date, value, date_format, time_zone, instants=False)
    starts, named, complete, text = _core.customers_cohorts(
        table.columns(), unit, as_moment("end", end, table.times, date_format), returned, max_age
    )
    report = CohortReport(**json.loads(text))
    arrays = dict(named)
    columns = _wide(starts, arrays) if layout == "wide" else _long(starts, arrays, complete)
    backend = table.frame.implementation
    result = same_kind(
        table.frame,
        {
            name: as_floats(name, array, backend)
            if array.dtype.kind == "f"
            else nw.new_series(name, array, backend=backend)
            for name, array in columns.items()
        },
    )
    if return_report:
        return result, report
    warn_of_dropped(report.left_out())
    return result


def _long(starts: IntArray, arrays: dict[str, FloatArray], complete: FlagArray) -> dict[str, npt.NDArray[Any]]:
    columns: dict[str, npt.NDArray[Any]] = {"cohort": as_dates(starts, 1)}
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
    columns: dict[str, npt.NDArray[Any]] = {"cohort": as_dates(cohort, 1), "customers": arrays["customers"][first].astype(np.int64)}
    columns.update({str(age): np.ascontiguousarray(grid[:, age]) for age in range(grid.shape[1])})
    return columns
