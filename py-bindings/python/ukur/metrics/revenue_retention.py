"""Metrics of the group ``revenue_retention``. Generated from the catalogue by scripts/faces; do not edit, run `make faces`."""

from __future__ import annotations

from .._core import Metric
from .._typing import ColumnLike, FloatLike, FloatOut, OnInvalid

__all__ = [
    "mrr",
    "nrr",
    "grr",
    "revenue_churn_gross",
    "quick_ratio",
]

_mrr = Metric("mrr")
_nrr = Metric("nrr")
_grr = Metric("grr")
_revenue_churn_gross = Metric("revenue_churn_gross")
_quick_ratio = Metric("quick_ratio")


def mrr(subscribers: ColumnLike, price: ColumnLike, months_in_term: ColumnLike) -> float:
    """Recurring revenue of all subscriptions, spread evenly over the months of their terms.

    Monthly recurring revenue. Formula:
    ``sum_of(subscribers.iter().zip(price).zip(months_in_term).map(|((count, price), months)| count * price /
    months))``.

    Parameters
    ----------
    subscribers : array-like of float
        Subscribers of each plan (unit: count_or_people, a finite number >= 0).
    price : array-like of float
        Price of each plan for its whole term, in one currency (unit: currency_each, a finite number >= 0).
    months_in_term : array-like of float
        Length of each plan's term in months (unit: months, a finite number > 0).

    Returns
    -------
    float
        Currency per month (unit: currency).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``subscribers.len() != price.len() || price.len() !=
        months_in_term.len()``: ``infeasible``.

    Notes
    -----
    Roll-up: sum.
    A plan is spread evenly over the months of its term. Stripe prints 800 USD/12 in the formula; only 600/12
    gives the printed 12,500.

    References
    ----------
    Stripe Billing metric definitions, docs.stripe.com/billing/subscriptions/analytics/glossary

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.mrr(months_in_term=[1, 12], price=[100, 600], subscribers=[100, 50]), 0)
    12500.0
    """
    return _mrr.compute((subscribers, price, months_in_term), "raise")  # type: ignore[no-any-return]


def nrr(start: FloatLike, expansion: FloatLike, contraction: FloatLike, churned: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Recurring revenue kept from existing customers, upgrades included, relative to the start.

    Net revenue retention. Formula: ``(start + expansion - contraction - churned) / start``.

    Parameters
    ----------
    start : float or array-like of float
        Recurring revenue of existing customers at the start, in one currency (unit: currency, a finite number
        >= 0).
    expansion : float or array-like of float
        Revenue added by upgrades of those customers, in the same currency (unit: currency, a finite number >=
        0).
    contraction : float or array-like of float
        Revenue lost to downgrades, in the same currency (unit: currency, a finite number >= 0).
    churned : float or array-like of float
        Revenue lost to customers who left, in the same currency (unit: currency, a finite number >= 0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Fraction of the starting revenue; may exceed 1 (unit: ratio).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``start == 0``: ``zero_denominator``; ``contraction + churned > start``:
        ``infeasible``.

    Notes
    -----
    Roll-up: ratio_of_sums.

    References
    ----------
    Notion metric templates (LTV 8,000; NRR 107 %; CAC 2,000); Oracle NetSuite, SaaS KPI formulas, help
    section 0910123257

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.nrr(churned=8000, contraction=0, expansion=15000, start=100000), 2)
    1.07
    """
    return _nrr.compute((start, expansion, contraction, churned), on_invalid)  # type: ignore[no-any-return]


def grr(start: FloatLike, contraction: FloatLike, churned: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Recurring revenue kept from existing customers, without upgrades, relative to the start.

    Gross revenue retention. Formula: ``(start - contraction - churned) / start``.

    Parameters
    ----------
    start : float or array-like of float
        Recurring revenue of existing customers at the start, in one currency (unit: currency, a finite number
        >= 0).
    contraction : float or array-like of float
        Revenue lost to downgrades, in the same currency (unit: currency, a finite number >= 0).
    churned : float or array-like of float
        Revenue lost to customers who left, in the same currency (unit: currency, a finite number >= 0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Fraction of the starting revenue, at most 1 (unit: ratio).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``start == 0``: ``zero_denominator``; ``contraction + churned > start``:
        ``infeasible``.

    Notes
    -----
    Roll-up: ratio_of_sums.

    References
    ----------
    Oracle NetSuite, SaaS KPI formulas, help section 0910123257

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.grr(churned=8000, contraction=5000, start=100000), 2)
    0.87
    """
    return _grr.compute((start, contraction, churned), on_invalid)  # type: ignore[no-any-return]


def revenue_churn_gross(start: FloatLike, contraction: FloatLike, churned: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Recurring revenue lost to downgrades and departures relative to the start.

    Gross revenue churn. Formula: ``(contraction + churned) / start``.

    Parameters
    ----------
    start : float or array-like of float
        Recurring revenue of existing customers at the start, in one currency (unit: currency, a finite number
        >= 0).
    contraction : float or array-like of float
        Revenue lost to downgrades, in the same currency (unit: currency, a finite number >= 0).
    churned : float or array-like of float
        Revenue lost to customers who left, in the same currency (unit: currency, a finite number >= 0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Fraction of the starting revenue (unit: ratio).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``start == 0``: ``zero_denominator``; ``contraction + churned > start``:
        ``infeasible``.

    Notes
    -----
    Roll-up: ratio_of_sums.

    References
    ----------
    Oracle NetSuite, SaaS KPI formulas, help section 0910123257

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.revenue_churn_gross(churned=8000, contraction=5000, start=100000), 2)
    0.13
    """
    return _revenue_churn_gross.compute((start, contraction, churned), on_invalid)  # type: ignore[no-any-return]


def quick_ratio(new: FloatLike, expansion: FloatLike, churned: FloatLike, contraction: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Recurring revenue gained for each unit of recurring revenue lost.

    SaaS quick ratio. Formula: ``(new + expansion) / (churned + contraction)``.

    Parameters
    ----------
    new : float or array-like of float
        Recurring revenue from new customers, in one currency (unit: currency, a finite number >= 0).
    expansion : float or array-like of float
        Revenue added by upgrades, in the same currency (unit: currency, a finite number >= 0).
    churned : float or array-like of float
        Revenue lost to customers who left, in the same currency (unit: currency, a finite number >= 0).
    contraction : float or array-like of float
        Revenue lost to downgrades, in the same currency (unit: currency, a finite number >= 0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Multiple; above 1 recurring revenue grows (unit: ratio).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``new + expansion + churned + contraction == 0.0``: ``zero_denominator``;
        ``churned + contraction == 0.0``: ``unbounded``.

    Notes
    -----
    Roll-up: ratio_of_sums.

    References
    ----------
    common definition; no single authority

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.quick_ratio(churned=3000, contraction=1000, expansion=4000, new=12000), 0)
    4.0
    """
    return _quick_ratio.compute((new, expansion, churned, contraction), on_invalid)  # type: ignore[no-any-return]
