"""Judging a model on purchases that it has not seen."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from .._checked import checked
from .._frames import float_column, frame_like, open_frame
from .._inputs import as_array
from .._typing import ColumnLike, FloatArray
from ._base import fit_columns
from ._purchase import HISTORY, PurchaseModel

__all__ = ["Validation", "validate"]


@dataclass(frozen=True)
class Validation:
    """How a model did on purchases that it has not seen; the tables are of the kind of the summary.

    Attributes
    ----------
    customers : float
        Customers: the sum of the weights.
    horizon : float
        The length of the holdout.
    errors : frame
        A row each for the model and for two naive rules, ``"same_rate"`` (every customer goes on at his or her own
        rate, ``x / T``) and ``"average_rate"`` (every customer buys at the rate of all): `method`, `expected` and
        `actual` purchases of all, `error` (expected less actual), `relative_error`; by customer
        `mean_absolute_error`, `root_mean_squared_error`, `correlation`; `top_group_share`, the share of all holdout
        purchases made by the customers whom the method ranks in its first group.
    calibration : frame
        Customers in groups of equal size by expected purchases, the most first: `group`, `customers`, mean purchases
        `expected` and `actual`.
    by_frequency : frame
        Customers by repeat purchases in calibration: `frequency` (the last row: so many or more), `customers` and
        `expected_customers`, and the mean purchases in the holdout: `expected`, `actual`, and by `same_rate`.
    tracking : frame
        Repeat purchases of all by period: `time` (its end, in units since the first purchase of all), `holdout`,
        `expected`, `actual`, `expected_cumulative`, `actual_cumulative`; the actual ones are missing without counts.
    """

    customers: float
    horizon: float
    errors: Any
    calibration: Any
    by_frequency: Any
    tracking: Any


@checked
def validate(
    model: PurchaseModel,
    summary: Any,
    tracking: Any = None,
    *,
    weights: str | ColumnLike | None = None,
    groups: int = 10,
    most: int = 7,
    periods: Any = None,
) -> Validation:
    """Judge a model on what customers did after the end of calibration, beside naive rules.

    Parameters
    ----------
    model : PurchaseModel
        A model, fitted to the calibration.
    summary : frame
        One row a customer, as :func:`ukur.customers.summarise` with ``holdout_end`` makes it; with the covariates of
        the model, where it has some.
    tracking : frame, optional
        Repeat purchases by period, as :func:`ukur.customers.tracking` makes them.
    weights : column or str, optional
        How many customers each row stands for; the name of a column of the summary.
    groups : int
        Groups of equally many customers in the calibration table.
    most : int
        Customers with this many repeat purchases or more are shown together.
    periods : frame, optional
        Covariates that change over time, as in :meth:`ParetoNbd.fit`, to the end of the holdout.

    Returns
    -------
    Validation
        The tables that plots are drawn from.

    Raises
    ------
    InvalidInputError
        For a summary without a holdout, columns that cannot be, or customers whose holdouts differ in length.

    Examples
    --------
    >>> import pandas as pd, ukur
    >>> model = ukur.models.BgNbd.from_params(r=0.243, alpha=4.414, a=0.793, b=2.426)
    >>> summary = pd.DataFrame({
    ...     "frequency": [2, 0, 5], "recency": [30.4, 0.0, 35.0], "T": [38.9, 38.9, 38.9],
    ...     "holdout_frequency": [1, 0, 6], "holdout_T": [39.0, 39.0, 39.0],
    ... })
    >>> found = ukur.models.validate(model, summary, groups=3)
    >>> found.errors[["method", "expected", "actual"]].round(2).values.tolist()
    [['model', 4.58, 7.0], ['same_rate', 7.02, 7.0], ['average_rate', 7.02, 7.0]]

    References
    ----------
    Fader, Hardie and Lee (2005), Marketing Science 24:275; Wuebben and von Wangenheim (2008), Journal of Marketing
    72:82.
    """
    columns = fit_columns(summary, HISTORY, {}, weights)
    columns |= model._summary(summary, ("holdout_frequency", "holdout_T"), periods)
    counts = None if tracking is None else _counts(tracking)
    found = json.loads(model._native.validate(columns, counts, float(groups), float(most)))
    backend = None if isinstance(summary, Mapping) else open_frame("summary", summary).implementation
    tables = {name: _table(found[name], backend) for name in ("errors", "calibration", "by_frequency", "tracking")}
    return Validation(customers=float(found["customers"]), horizon=float(found["horizon"]), **tables)


def _counts(tracking: Any) -> dict[str, FloatArray]:
    names = ("time", "holdout", "repeat_purchases")
    if isinstance(tracking, Mapping):
        return {name: as_array(name, tracking[name]) for name in names if name in tracking}
    frame = open_frame("tracking", tracking)
    wanted = [name for name in names if name != "holdout" or name in frame.columns]
    return {name: float_column("tracking", frame, name) for name in wanted}


def _table(columns: Mapping[str, list[Any]], backend: Any) -> Any:
    made: dict[str, npt.NDArray[Any] | list[str]] = {}
    for name, values in columns.items():
        if any(isinstance(one, str) for one in values):
            made[name] = values
        elif any(isinstance(one, bool) for one in values):
            made[name] = np.array(values, dtype=np.bool_)
        else:
            made[name] = np.array([np.nan if one is None else one for one in values], dtype=np.float64)
    return made if backend is None else frame_like(backend, made)
