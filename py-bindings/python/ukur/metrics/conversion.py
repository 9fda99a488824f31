"""Metrics of the group ``conversion``. Generated from the catalogue by scripts/faces; do not edit, run `make faces`."""

from __future__ import annotations

from .._core import Metric
from .._typing import ColumnLike, FloatLike, FloatOut, OnInvalid

__all__ = [
    "conversion_rate",
    "lead_to_customer_rate",
    "cta_value",
    "action_value_from_funnel",
    "funnel_rate",
]

_conversion_rate = Metric("conversion_rate")
_lead_to_customer_rate = Metric("lead_to_customer_rate")
_cta_value = Metric("cta_value")
_action_value_from_funnel = Metric("action_value_from_funnel")
_funnel_rate = Metric("funnel_rate")


def conversion_rate(conversions: FloatLike, visitors: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Conversions per visitor.

    Conversion rate. Formula: ``conversions / visitors``.

    Parameters
    ----------
    conversions : float or array-like of float
        Conversions of the kind that is counted (unit: count_or_people, a whole number >= 0).
    visitors : float or array-like of float
        Visitors, or others who could have converted (unit: people, a whole number >= 0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Conversions per visitor, as a fraction (unit: ratio).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``visitors == 0``: ``zero_denominator``.

    Notes
    -----
    Roll-up: ratio_of_sums.

    References
    ----------
    Farris, Bendle, Pfeifer & Reibstein, Marketing Metrics (3rd ed., Pearson 2016); definition mirrored in the
    MASB Universal Marketing Dictionary, marketing-dictionary.org

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.conversion_rate(conversions=50, visitors=2000), 3)
    0.025
    """
    return _conversion_rate.compute((conversions, visitors), on_invalid)  # type: ignore[no-any-return]


def lead_to_customer_rate(customers: FloatLike, prospects: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Share of prospects who became customers.

    Prospect-to-customer rate. Formula: ``customers / prospects``.

    Parameters
    ----------
    customers : float or array-like of float
        Prospects who became customers (unit: people, a whole number >= 0).
    prospects : float or array-like of float
        Prospects in the same group (unit: people, a whole number >= 0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Fraction of prospects (unit: ratio).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``prospects == 0``: ``zero_denominator``; ``customers > prospects``:
        ``infeasible``.

    Notes
    -----
    Roll-up: ratio_of_sums.

    References
    ----------
    article on raising customer lifetime value (Indonesian)

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.lead_to_customer_rate(customers=30, prospects=400), 3)
    0.075
    """
    return _lead_to_customer_rate.compute((customers, prospects), on_invalid)  # type: ignore[no-any-return]


def cta_value(conversions: ColumnLike, value_each: ColumnLike) -> float:
    """Total value of the actions a programme called for, each kind at its own value.

    Value of call-to-action conversions. Formula: ``dot(conversions, value_each)``.

    Parameters
    ----------
    conversions : array-like of float
        Number of actions of each kind (unit: count_or_people, a finite number >= 0).
    value_each : array-like of float
        Value of one action of each kind, in one currency (unit: currency_each, a finite number >= 0).

    Returns
    -------
    float
        Currency (unit: currency).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``conversions.len() != value_each.len()``: ``infeasible``.

    Notes
    -----
    Roll-up: sum.

    References
    ----------
    article on measuring social media marketing (Indonesian), after socialmediaexaminer.com

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.cta_value(conversions=[400, 50, 120], value_each=[1.5, 30, 2]), 0)
    2340.0
    """
    return _cta_value.compute((conversions, value_each), "raise")  # type: ignore[no-any-return]


def action_value_from_funnel(action_to_purchase_rate: FloatLike, margin_per_purchase: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Value of one action that is not a purchase, from how often it leads to one.

    Defensible value of one non-purchase action. Formula: ``action_to_purchase_rate * margin_per_purchase``.

    Parameters
    ----------
    action_to_purchase_rate : float or array-like of float
        Share of such actions that end in a purchase, as a fraction (unit: ratio, a fraction from 0 to 1).
    margin_per_purchase : float or array-like of float
        Margin of one purchase, in one currency (unit: currency_each, a finite number >= 0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Currency per action (unit: currency_each).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.

    Notes
    -----
    Roll-up: recompute.

    References
    ----------
    article on measuring social media marketing (Indonesian), after socialmediaexaminer.com

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.action_value_from_funnel(action_to_purchase_rate=0.04, margin_per_purchase=25), 0)
    1.0
    """
    return _action_value_from_funnel.compute((action_to_purchase_rate, margin_per_purchase), on_invalid)  # type: ignore[no-any-return]


def funnel_rate(step_rates: ColumnLike) -> float:
    """Share of those who enter a funnel of several steps and come out at its end.

    Overall rate of a multi-step funnel. Formula: ``product(step_rates)``.

    Parameters
    ----------
    step_rates : array-like of float
        Share passing each step, as fractions (unit: ratio, a fraction from 0 to 1).

    Returns
    -------
    float
        Fraction of those who entered (unit: ratio).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``step_rates.is_empty()``: ``insufficient_data``.

    Notes
    -----
    Roll-up: recompute.

    References
    ----------
    common definition; no single authority

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.funnel_rate(step_rates=[0.2, 0.1, 0.25]), 3)
    0.005
    """
    return _funnel_rate.compute((step_rates,), "raise")  # type: ignore[no-any-return]
