"""Redemption curves: how the points of each issue are redeemed as they age, and how many ever will be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .. import _core
from .._checked import checked
from .._inputs import as_array, as_number
from .._records import record
from .._typing import ColumnLike

__all__ = ["PointsCohort", "RedemptionCurve", "redemption_curve"]


@dataclass(frozen=True)
class PointsCohort:
    """One cohort carried to its ultimate redemption.

    Attributes
    ----------
    issued, redeemed : float
        Points issued, and redeemed so far.
    development_factor : float
        From the points redeemed so far to those ever redeemed.
    ultimate : float
        Points expected ever to be redeemed.
    ultimate_redemption_rate : float or None
        ``ultimate / issued``.
    expected_redemptions : float
        Points expected to be redeemed yet.
    redemption_of_outstanding : float or None
        The share of the points not yet redeemed that is expected to be.
    standard_error : float or None
        Mack's standard error of `expected_redemptions`; None where too few cohorts leave it open.
    limited_by_issue : bool
        True where the factors led above the points issued.
    """

    issued: float
    redeemed: float
    development_factor: float
    ultimate: float
    ultimate_redemption_rate: float | None
    expected_redemptions: float
    redemption_of_outstanding: float | None
    standard_error: float | None
    limited_by_issue: bool


@dataclass(frozen=True)
class RedemptionCurve:
    """Development factors and what they say of every cohort.

    Attributes
    ----------
    factors, sigma_squared : tuple
        From each age to the next, and Mack's variance of each.
    tail_factor : float
        From the oldest age seen to the end.
    curve : tuple of float
        The share of ultimate redemptions by each age.
    cohorts : tuple of PointsCohort
        The cohorts, oldest first.
    issued, redeemed, expected_redemptions : float
        Points of all cohorts.
    standard_error : float or None
        Mack's standard error of the total.
    ultimate_redemption_rate, breakage_rate : float
        Of all points issued.
    liability : float
        ``expected_redemptions * cost_per_point``.
    """

    factors: tuple[float, ...]
    sigma_squared: tuple[float | None, ...]
    tail_factor: float
    curve: tuple[float, ...]
    cohorts: tuple[PointsCohort, ...]
    issued: float
    redeemed: float
    expected_redemptions: float
    standard_error: float | None
    ultimate_redemption_rate: float
    breakage_rate: float
    liability: float


@checked
def redemption_curve(
    issued: ColumnLike,
    cumulative: Sequence[ColumnLike],
    *,
    tail_factor: float = 1.0,
    cost_per_point: float = 0.0,
) -> RedemptionCurve:
    """Carry each cohort of points to its ultimate redemption by development factors (the chain ladder).

    Parameters
    ----------
    issued : array-like of float
        Points issued in each period, oldest first.
    cumulative : sequence of array-like of float
        For each cohort, the points redeemed up to each age it has been seen at.
    tail_factor : float
        From the oldest age seen to the end; 1 where everything has happened.
    cost_per_point : float
        What a redeemed point costs.

    Returns
    -------
    RedemptionCurve
        Factors, the curve, every cohort with Mack's error, the liability.

    Examples
    --------
    >>> import ukur
    >>> curve = ukur.programmes.redemption_curve([600, 600, 500], [[200, 300, 330], [220, 330], [180]])
    >>> curve.factors, round(curve.cohorts[2].ultimate, 6)
    ((1.5, 1.1), 297.0)
    """
    text = _core.programmes_redemption(
        as_array("issued", issued),
        [as_array("cumulative", row) for row in cumulative],
        as_number("tail_factor", tail_factor),
        as_number("cost_per_point", cost_per_point),
    )
    return record(RedemptionCurve, text)
