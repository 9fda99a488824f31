"""How regular purchases are, before any model."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from .. import _core
from .._checked import checked
from .._typing import ColumnLike
from ._base import fit_columns
from ._purchase import HISTORY, LOGS

__all__ = ["Regularity", "regularity"]


@dataclass(frozen=True)
class Regularity:
    """How regular purchases are.

    Attributes
    ----------
    k : float
        The shape of the times between purchases: 1 is random, larger is more regular, smaller is clumped.
    standard_error : float
        Its standard error.
    customers : float
        The customers used.
    method : str
        How it was estimated.
    """

    k: float
    standard_error: float
    customers: float
    method: str


@checked
def regularity(
    summary: Any = None,
    *,
    frequency: ColumnLike | None = None,
    recency: ColumnLike | None = None,
    T: ColumnLike | None = None,
    sum_log_intervals: ColumnLike | None = None,
    weights: str | ColumnLike | None = None,
    method: str = "mle",
) -> Regularity:
    """Estimate how regular purchases are: the shape of gamma-distributed times between purchases.

    Parameters
    ----------
    summary : frame, optional
        One row a customer, as :func:`ukur.customers.summarise` makes it with ``extra=["sum_log_intervals"]``.
    frequency, recency, T, sum_log_intervals : column, optional
        The same, instead of a summary.
    weights : column or str, optional
        How many customers each row stands for; the name of a column of the summary.
    method : str
        ``"mle"``, maximum likelihood given each customer's number of purchases and the time between first and last, or
        ``"wheat"``, Wheat and Morrison (1990), from customers with exactly two repeat purchases.

    Returns
    -------
    Regularity
        The shape with its standard error.

    Raises
    ------
    InvalidInputError
        For a history that cannot be.
    UndefinedError
        Without customers who purchased often enough.

    References
    ----------
    Wheat and Morrison (1990), Journal of Marketing Research 27:87.

    Examples
    --------
    Two customers who came back after 10 and 11 days, and after 4 and 7:

    >>> import math
    >>> import ukur
    >>> logs = [math.log(10 * 11), math.log(4 * 7)]
    >>> found = ukur.models.regularity(frequency=[2, 2], recency=[21, 11], T=[30, 30], sum_log_intervals=logs)
    >>> found.k > 10
    True
    """
    given = {"frequency": frequency, "recency": recency, "T": T, LOGS: sum_log_intervals}
    columns = fit_columns(summary, (*HISTORY, LOGS), given, weights)
    return Regularity(**json.loads(_core.models_regularity(columns, method)))
