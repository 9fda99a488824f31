"""Metrics of the group ``points_accounting``. Generated from the catalogue by scripts/faces; do not edit, run `make faces`."""

from __future__ import annotations

from .._core import Metric
from .._typing import FloatLike, FloatOut, OnInvalid

__all__ = [
    "ifrs15_points_allocation",
    "ifrs15_product_allocation",
    "ifrs15_points_revenue",
    "ifrs15_points_liability",
]

_ifrs15_points_allocation = Metric("ifrs15_points_allocation")
_ifrs15_product_allocation = Metric("ifrs15_product_allocation")
_ifrs15_points_revenue = Metric("ifrs15_points_revenue")
_ifrs15_points_liability = Metric("ifrs15_points_liability")


def ifrs15_points_allocation(price: FloatLike, points_issued: FloatLike, expected_redemption: FloatLike, point_value: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Part of a sale's price that belongs to the loyalty points given with it.

    Transaction price allocated to points. Formula: ``price * (points_issued * expected_redemption *
    point_value / (price + points_issued * expected_redemption * point_value))``.

    Parameters
    ----------
    price : float or array-like of float
        Transaction price, equal to the goods' stand-alone price, in one currency (unit: currency, a finite
        number >= 0).
    points_issued : float or array-like of float
        Points given with the sale (unit: points, a finite number >= 0).
    expected_redemption : float or array-like of float
        Share of those points expected to be redeemed, as a fraction (unit: ratio, a fraction from 0 to 1).
    point_value : float or array-like of float
        Value of one point when redeemed, in the same currency (unit: currency_each, a finite number >= 0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Currency, deferred as a contract liability (unit: currency).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``price + points_issued * expected_redemption * point_value == 0.0``:
        ``zero_denominator``.

    Notes
    -----
    Roll-up: sum.
    Its results are marked modelled: they rest on a model or an assumption, however well the inputs were
    measured.
    Assumes the goods sell at their stand-alone price.

    References
    ----------
    IFRS 15, Illustrative Example 52 (IE267-IE270)

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.ifrs15_points_allocation(expected_redemption=0.95, point_value=1, points_issued=10000, price=100000), 8)
    8675.79908676
    """
    return _ifrs15_points_allocation.compute((price, points_issued, expected_redemption, point_value), on_invalid)  # type: ignore[no-any-return]


def ifrs15_product_allocation(price: FloatLike, points_issued: FloatLike, expected_redemption: FloatLike, point_value: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Part of a sale's price that belongs to the goods when points are given with it.

    Transaction price allocated to goods. Formula: ``price * (price / (price + points_issued *
    expected_redemption * point_value))``.

    Parameters
    ----------
    price : float or array-like of float
        Transaction price, equal to the goods' stand-alone price, in one currency (unit: currency, a finite
        number >= 0).
    points_issued : float or array-like of float
        Points given with the sale (unit: points, a finite number >= 0).
    expected_redemption : float or array-like of float
        Share of those points expected to be redeemed, as a fraction (unit: ratio, a fraction from 0 to 1).
    point_value : float or array-like of float
        Value of one point when redeemed, in the same currency (unit: currency_each, a finite number >= 0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Currency, recognised when the goods are delivered (unit: currency).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``price + points_issued * expected_redemption * point_value == 0.0``:
        ``zero_denominator``.

    Notes
    -----
    Roll-up: sum.
    Its results are marked modelled: they rest on a model or an assumption, however well the inputs were
    measured.

    References
    ----------
    IFRS 15, Illustrative Example 52 (IE267-IE270)

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.ifrs15_product_allocation(expected_redemption=0.95, point_value=1, points_issued=10000, price=100000), 7)
    91324.2009132
    """
    return _ifrs15_product_allocation.compute((price, points_issued, expected_redemption, point_value), on_invalid)  # type: ignore[no-any-return]


def ifrs15_points_revenue(allocation: FloatLike, redeemed_cumulative: FloatLike, expected_total_redeemed: FloatLike, recognised_before: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Revenue from points to recognise in a period, catching up with the latest estimate.

    Points revenue of a period (cumulative catch-up). Formula: ``allocation * redeemed_cumulative /
    expected_total_redeemed - recognised_before``.

    Parameters
    ----------
    allocation : float or array-like of float
        Price allocated to the points, in one currency (unit: currency, a finite number >= 0).
    redeemed_cumulative : float or array-like of float
        Points redeemed up to the end of the period (unit: points, a finite number >= 0).
    expected_total_redeemed : float or array-like of float
        Points now expected to be redeemed in all (unit: points, a finite number >= 0).
    recognised_before : float or array-like of float
        Revenue from these points recognised in earlier periods, in the same currency (unit: currency, a
        finite number >= 0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Currency; negative when the new estimate takes revenue back (unit: currency).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``expected_total_redeemed == 0.0``: ``zero_denominator``;
        ``redeemed_cumulative > expected_total_redeemed``: ``infeasible``.

    Notes
    -----
    Roll-up: sum.
    Its results are marked modelled: they rest on a model or an assumption, however well the inputs were
    measured.

    References
    ----------
    IFRS 15, Illustrative Example 52 (IE267-IE270)

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.ifrs15_points_revenue(allocation=8676, expected_total_redeemed=9700, recognised_before=4110, redeemed_cumulative=8500), 8)
    3492.68041237
    """
    return _ifrs15_points_revenue.compute((allocation, redeemed_cumulative, expected_total_redeemed, recognised_before), on_invalid)  # type: ignore[no-any-return]


def ifrs15_points_liability(allocation: FloatLike, redeemed_cumulative: FloatLike, expected_total_redeemed: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Price allocated to points that has not been earned yet.

    Contract liability for points. Formula: ``allocation * ((expected_total_redeemed - redeemed_cumulative) /
    expected_total_redeemed)``.

    Parameters
    ----------
    allocation : float or array-like of float
        Price allocated to the points, in one currency (unit: currency, a finite number >= 0).
    redeemed_cumulative : float or array-like of float
        Points redeemed so far (unit: points, a finite number >= 0).
    expected_total_redeemed : float or array-like of float
        Points now expected to be redeemed in all (unit: points, a finite number >= 0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Currency still to be recognised (unit: currency).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``expected_total_redeemed == 0.0``: ``zero_denominator``;
        ``redeemed_cumulative > expected_total_redeemed``: ``infeasible``.

    Notes
    -----
    Roll-up: sum.
    Its results are marked modelled: they rest on a model or an assumption, however well the inputs were
    measured.

    References
    ----------
    IFRS 15, Illustrative Example 52 (IE267-IE270)

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.ifrs15_points_liability(allocation=8676, expected_total_redeemed=9500, redeemed_cumulative=4500), 1)
    4566.3
    """
    return _ifrs15_points_liability.compute((allocation, redeemed_cumulative, expected_total_redeemed), on_invalid)  # type: ignore[no-any-return]
