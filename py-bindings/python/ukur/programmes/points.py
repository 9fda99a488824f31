"""Loyalty points in the books: what of a sale belongs to the points, when it becomes revenue, what is owed."""

from __future__ import annotations

import json
from dataclasses import dataclass

from .. import _core
from .._checked import checked
from .._inputs import as_array, as_number
from .._records import build, record
from .._typing import ColumnLike

__all__ = [
    "PointsAllocation",
    "PointsLiability",
    "RevenuePeriod",
    "allocate_points",
    "points_liability",
    "recognise_points",
]


@dataclass(frozen=True)
class PointsAllocation:
    """How one price is divided between goods and points.

    Attributes
    ----------
    goods, points : float
        Their parts of the price; that of the points is a liability until redeemed.
    points_stand_alone : float
        Number x expected redemption x value of one point.
    points_share : float
        The points' part as a share of the price.
    """

    goods: float
    points: float
    points_stand_alone: float
    points_share: float


@dataclass(frozen=True)
class RevenuePeriod:
    """One period of the points' revenue.

    Attributes
    ----------
    recognised_to_date : float
        Revenue from the points up to the end of the period.
    revenue : float
        Revenue of the period; a changed expectation is caught up here.
    liability : float
        The contract liability at the end of the period.
    """

    recognised_to_date: float
    revenue: float
    liability: float


@dataclass(frozen=True)
class PointsLiability:
    """What outstanding points are expected to cost.

    Attributes
    ----------
    outstanding : float
        Points issued and neither redeemed nor expired.
    redemption_of_outstanding : float
        The share of the *outstanding* points expected to be redeemed.
    expected_redemptions : float
        Points expected to be redeemed yet.
    breakage_points, breakage_rate : float
        Points expected never to be redeemed, and their share of those issued.
    liability : float
        ``expected_redemptions * cost_per_point``.
    per_point_of_redemption : float
        How the liability changes when the ultimate redemption rate rises by 0.01.
    """

    outstanding: float
    redemption_of_outstanding: float
    expected_redemptions: float
    breakage_points: float
    breakage_rate: float
    liability: float
    per_point_of_redemption: float


@checked
def allocate_points(
    *,
    price: float,
    points_issued: float,
    expected_redemption: float,
    point_value: float,
    goods_stand_alone: float | None = None,
) -> PointsAllocation:
    """Divide a price between goods and points by their stand-alone selling prices (IFRS 15.74 to 76).

    Parameters
    ----------
    price : float
        What the customer pays.
    points_issued : float
        Points given with the sale.
    expected_redemption : float
        The share of them expected ever to be redeemed.
    point_value : float
        The stand-alone value of one point.
    goods_stand_alone : float, optional
        What the goods sell for without points; the price itself by default.

    Returns
    -------
    PointsAllocation
        Both parts.

    Examples
    --------
    Illustrative example 52 of the standard:

    >>> import ukur
    >>> parts = ukur.programmes.allocate_points(
    ...     price=100_000, points_issued=10_000, expected_redemption=0.95, point_value=1)
    >>> round(parts.goods), round(parts.points)
    (91324, 8676)
    """
    text = _core.programmes_allocate_points(
        as_number("price", price),
        None if goods_stand_alone is None else as_number("goods_stand_alone", goods_stand_alone),
        as_number("points_issued", points_issued),
        as_number("expected_redemption", expected_redemption),
        as_number("point_value", point_value),
    )
    return record(PointsAllocation, text)


@checked
def recognise_points(
    allocation: float, redeemed_cumulative: ColumnLike, expected_total_redeemed: ColumnLike
) -> tuple[RevenuePeriod, ...]:
    """Turn the points' part of a price into revenue, period by period.

    Parameters
    ----------
    allocation : float
        The points' part of the price.
    redeemed_cumulative : array-like of float
        The points redeemed up to the end of each period.
    expected_total_redeemed : array-like of float
        What is then expected ever to be redeemed.

    Returns
    -------
    tuple of RevenuePeriod
        Revenue and liability a period.

    Examples
    --------
    >>> import ukur
    >>> years = ukur.programmes.recognise_points(8_676, [4_500, 8_500], [9_500, 9_700])
    >>> [(round(year.revenue), round(year.liability)) for year in years]
    [(4110, 4566), (3493, 1073)]
    """
    text = _core.programmes_recognise_points(
        as_number("allocation", allocation),
        as_array("redeemed_cumulative", redeemed_cumulative),
        as_array("expected_total_redeemed", expected_total_redeemed),
    )
    made: tuple[RevenuePeriod, ...] = build(tuple[RevenuePeriod, ...], json.loads(text))
    return made


@checked
def points_liability(
    *,
    issued: float,
    redeemed: float,
    ultimate_redemption_rate: float,
    cost_per_point: float,
    expired: float = 0.0,
) -> PointsLiability:
    """Work out what outstanding points are expected to cost, from the ultimate redemption rate of *issued* points.

    Parameters
    ----------
    issued, redeemed, expired : float
        Points so far.
    ultimate_redemption_rate : float
        The share of issued points ever redeemed.
    cost_per_point : float
        What a redeemed point costs.

    Returns
    -------
    PointsLiability
        The liability and the breakage.

    Raises
    ------
    UndefinedError
        Where more is redeemed than issued or than the rate allows; code ``"infeasible"``.

    Examples
    --------
    >>> import ukur
    >>> owed = ukur.programmes.points_liability(issued=1000, redeemed=600, ultimate_redemption_rate=0.8,
    ...                                         cost_per_point=0.01)
    >>> owed.redemption_of_outstanding, owed.liability
    (0.5, 2.0)
    """
    text = _core.programmes_points_liability(
        as_number("issued", issued),
        as_number("redeemed", redeemed),
        as_number("expired", expired),
        as_number("ultimate_redemption_rate", ultimate_redemption_rate),
        as_number("cost_per_point", cost_per_point),
    )
    return record(PointsLiability, text)
