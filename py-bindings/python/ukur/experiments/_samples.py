"""What is compared: summaries of samples, and accounts with their totals."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from .._typing import ColumnLike

__all__ = ["AccountTotals", "PairSummary", "SampleSummary"]


@dataclass(frozen=True)
class SampleSummary:
    """Size, mean and sample variance of one group.

    Attributes
    ----------
    n : float
        The number of units (people, accounts, orders), at least 2.
    mean : float
        Their mean.
    variance : float
        Their sample variance, with divisor ``n - 1``.
    """

    n: float
    mean: float
    variance: float


@dataclass(frozen=True)
class PairSummary:
    """Size, means, sample variances and covariance of two columns `y` and `x`.

    A ratio's numerator and denominator by account, or an outcome and its covariate.

    Attributes
    ----------
    n : float
        The number of units, at least 2.
    mean_y, mean_x : float
        The means.
    variance_y, variance_x, covariance : float
        With divisor ``n - 1``.
    """

    n: float
    mean_y: float
    mean_x: float
    variance_y: float
    variance_x: float
    covariance: float


@dataclass(frozen=True)
class AccountTotals:
    """A group of accounts: numerator and denominator of a rate, row by row.

    Attributes
    ----------
    numerator, denominator : array-like of float
        Engagements and reach, say.
    account : array-like, optional
        Whose row it is, by name or number. Without it every row is an account of its own.
    """

    numerator: ColumnLike
    denominator: ColumnLike
    account: Any = None
