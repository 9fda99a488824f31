"""How fees grow with size: the elasticity of the fee to followers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from .. import _core
from .._checked import checked
from .._frames import float_column, open_frame
from .._inputs import as_number
from .._labels import as_labels
from .._records import record
from .._statistics import Interval

__all__ = ["SizeElasticity", "size_elasticity"]


@dataclass(frozen=True)
class SizeElasticity:
    """The elasticity of the fee to size.

    Attributes
    ----------
    elasticity : float
        Percent more fee for one percent more followers; below 1 CPM falls with size.
    cpm_elasticity : float
        Percent more CPM for one percent more followers: ``elasticity - 1``.
    standard_error : float
        The error of both, clustered by account.
    leave_one_out_standard_error : float
        The same from leaving out one account at a time.
    interval : Interval
        The interval of `elasticity`, by Student's t on the leave-one-out error.
    p_value : float
        The p value of "CPM does not change with size", on the same error.
    scale : float
        The fee of an account of one follower, by the fitted line.
    r_squared : float
        The share of the variance of log fees that size explains.
    rows, accounts : float
        Rows and accounts.
    """

    elasticity: float
    cpm_elasticity: float
    standard_error: float
    leave_one_out_standard_error: float
    interval: Interval
    p_value: float
    scale: float
    r_squared: float
    rows: float
    accounts: float


@checked
def size_elasticity(
    frame: Any, *, size: str = "followers", fee: str = "fee", account: str = "account", level: float = 0.95
) -> SizeElasticity:
    """Estimate the elasticity of fees to size by regression of logarithms, errors clustered by account.

    Parameters
    ----------
    frame : eager frame
        One row a post or account.
    size, fee, account : str
        The columns; sizes and fees above 0.
    level : float
        The level of the interval.

    Returns
    -------
    SizeElasticity
        The elasticity with its error.

    Raises
    ------
    InvalidInputError
        For a size or fee that is not above 0.
    UndefinedError
        Below three accounts (``"insufficient_data"``), or where all sizes are equal (``"zero_variance"``).

    Examples
    --------
    >>> import pandas as pd, ukur
    >>> frame = pd.DataFrame({"account": [1, 2, 3, 4], "followers": [10_000, 40_000, 90_000, 250_000],
    ...                       "fee": [100, 200, 300, 505]})
    >>> round(ukur.influencers.size_elasticity(frame).elasticity, 2)
    0.5
    """
    opened = open_frame("frame", frame)
    text = _core.influencers_size_elasticity(
        float_column("size", opened, size),
        float_column("fee", opened, fee),
        as_labels("account", opened, account).codes,
        as_number("level", level),
    )
    return record(SizeElasticity, text)
