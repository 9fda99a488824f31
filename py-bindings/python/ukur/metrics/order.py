"""Metrics of the group ``order``. Generated from the catalogue by scripts/faces; do not edit, run `make faces`."""

from __future__ import annotations

from .._core import Metric
from .._typing import FloatLike, FloatOut, OnInvalid

__all__ = [
    "aov",
    "arpu",
    "purchase_frequency",
    "units_per_transaction",
    "repeat_purchase_rate",
    "returning_customer_rate",
    "cohort_repeat_rate",
    "cross_sell_rate",
    "upsell_rate",
    "share_of_wallet",
    "average_days_between_orders",
    "market_penetration",
]

_aov = Metric("aov")
_arpu = Metric("arpu")
_purchase_frequency = Metric("purchase_frequency")
_units_per_transaction = Metric("units_per_transaction")
_repeat_purchase_rate = Metric("repeat_purchase_rate")
_returning_customer_rate = Metric("returning_customer_rate")
_cohort_repeat_rate = Metric("cohort_repeat_rate")
_cross_sell_rate = Metric("cross_sell_rate")
_upsell_rate = Metric("upsell_rate")
_share_of_wallet = Metric("share_of_wallet")
_average_days_between_orders = Metric("average_days_between_orders")
_market_penetration = Metric("market_penetration")


def aov(revenue: FloatLike, orders: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Revenue per order.

    Average order value. Formula: ``revenue / orders``.

    Parameters
    ----------
    revenue : float or array-like of float
        Revenue of the period, in one currency (unit: currency, a finite number >= 0).
    orders : float or array-like of float
        Orders of the period (unit: count, a whole number >= 0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Currency per order (unit: currency_each).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``orders == 0``: ``zero_denominator``.

    Notes
    -----
    Roll-up: ratio_of_sums.

    References
    ----------
    common definition; no single authority

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.aov(orders=40, revenue=5000000), 0)
    125000.0
    """
    return _aov.compute((revenue, orders), on_invalid)  # type: ignore[no-any-return]


def arpu(revenue: FloatLike, customers: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Revenue per customer.

    Average revenue per customer. Formula: ``revenue / customers``.

    Parameters
    ----------
    revenue : float or array-like of float
        Revenue of the period, in one currency (unit: currency, a finite number >= 0).
    customers : float or array-like of float
        Customers of the period (unit: people, a whole number >= 0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Currency per customer (unit: currency_each).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``customers == 0``: ``zero_denominator``.

    Notes
    -----
    Roll-up: ratio_of_sums.

    References
    ----------
    common definition; no single authority

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.arpu(customers=25, revenue=5000000), 0)
    200000.0
    """
    return _arpu.compute((revenue, customers), on_invalid)  # type: ignore[no-any-return]


def purchase_frequency(orders: FloatLike, customers: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Orders per customer in a period.

    Purchase frequency. Formula: ``orders / customers``.

    Parameters
    ----------
    orders : float or array-like of float
        Orders of the period (unit: count, a whole number >= 0).
    customers : float or array-like of float
        Different customers who ordered (unit: people, a whole number >= 0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Orders per customer (unit: ratio).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``customers == 0``: ``zero_denominator``.

    Notes
    -----
    Roll-up: ratio_of_sums.

    References
    ----------
    common definition; no single authority

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.purchase_frequency(customers=25, orders=40), 1)
    1.6
    """
    return _purchase_frequency.compute((orders, customers), on_invalid)  # type: ignore[no-any-return]


def units_per_transaction(units: FloatLike, orders: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Items sold per order.

    Units per transaction. Formula: ``units / orders``.

    Parameters
    ----------
    units : float or array-like of float
        Items sold (unit: count, a whole number >= 0).
    orders : float or array-like of float
        Orders of the period (unit: count, a whole number >= 0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Items per order (unit: ratio).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``orders == 0``: ``zero_denominator``.

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
    >>> round(ukur.metrics.units_per_transaction(orders=40, units=90), 2)
    2.25
    """
    return _units_per_transaction.compute((units, orders), on_invalid)  # type: ignore[no-any-return]


def repeat_purchase_rate(repeat_customers: FloatLike, customers: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Share of a period's customers who bought more than once within it.

    Repeat purchase rate. Formula: ``repeat_customers / customers``.

    Parameters
    ----------
    repeat_customers : float or array-like of float
        Customers with at least two orders in the period (unit: people, a whole number >= 0).
    customers : float or array-like of float
        Customers with at least one order in the period (unit: people, a whole number >= 0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Fraction of customers (unit: ratio).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``customers == 0``: ``zero_denominator``; ``repeat_customers >
        customers``: ``infeasible``.

    Notes
    -----
    Roll-up: ratio_of_sums.
    Variant (default) of the family repeat_rate: The default: choose it when both orders must fall into the
    same period.

    References
    ----------
    littlestreamsoftware.com, repeat purchase rate (8 of 26) and returning customer rate

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.repeat_purchase_rate(customers=26, repeat_customers=8), 9)
    0.307692308
    """
    return _repeat_purchase_rate.compute((repeat_customers, customers), on_invalid)  # type: ignore[no-any-return]


def returning_customer_rate(customers_with_prior_order: FloatLike, customers_in_window: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Share of a period's customers who had already ordered before.

    Returning customer rate (first order may precede the window). Formula: ``customers_with_prior_order /
    customers_in_window``.

    Parameters
    ----------
    customers_with_prior_order : float or array-like of float
        Customers of the period with an earlier order, even one before the period (unit: people, a whole
        number >= 0).
    customers_in_window : float or array-like of float
        Customers with at least one order in the period (unit: people, a whole number >= 0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Fraction of customers (unit: ratio).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``customers_in_window == 0``: ``zero_denominator``;
        ``customers_with_prior_order > customers_in_window``: ``infeasible``.

    Notes
    -----
    Roll-up: ratio_of_sums.
    Variant of the family repeat_rate: Choose it to match shop systems such as Shopify, where the first order
    may lie before the period.

    References
    ----------
    littlestreamsoftware.com, repeat purchase rate (8 of 26) and returning customer rate

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.returning_customer_rate(customers_in_window=40, customers_with_prior_order=12), 1)
    0.3
    """
    return _returning_customer_rate.compute((customers_with_prior_order, customers_in_window), on_invalid)  # type: ignore[no-any-return]


def cohort_repeat_rate(cohort_repeaters: FloatLike, cohort: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Share of a cohort of new customers who ordered again within a fixed time.

    Cohort repeat rate within a horizon. Formula: ``cohort_repeaters / cohort``.

    Parameters
    ----------
    cohort_repeaters : float or array-like of float
        Customers of the cohort with a second order within the horizon (unit: people, a whole number >= 0).
    cohort : float or array-like of float
        Customers in the cohort (unit: people, a whole number >= 0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Fraction of the cohort (unit: ratio).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``cohort == 0``: ``zero_denominator``; ``cohort_repeaters > cohort``:
        ``infeasible``.

    Notes
    -----
    Roll-up: ratio_of_sums.
    Variant of the family repeat_rate: Choose it to compare periods or channels: every cohort gets the same
    time, such as 30, 60 or 90 days.

    References
    ----------
    tresl.co, segments FAQ (cohort repeat percentage)

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.cohort_repeat_rate(cohort=200, cohort_repeaters=54), 2)
    0.27
    """
    return _cohort_repeat_rate.compute((cohort_repeaters, cohort), on_invalid)  # type: ignore[no-any-return]


def cross_sell_rate(orders_with_addon: FloatLike, orders: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Share of orders that contain an add-on product.

    Cross-sell (attach) rate. Formula: ``orders_with_addon / orders``.

    Parameters
    ----------
    orders_with_addon : float or array-like of float
        Orders with at least one add-on (unit: count, a whole number >= 0).
    orders : float or array-like of float
        All orders (unit: count, a whole number >= 0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Fraction of orders (unit: ratio).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``orders == 0``: ``zero_denominator``; ``orders_with_addon > orders``:
        ``infeasible``.

    Notes
    -----
    Roll-up: ratio_of_sums.

    References
    ----------
    common definition; no single authority

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.cross_sell_rate(orders=120, orders_with_addon=18), 2)
    0.15
    """
    return _cross_sell_rate.compute((orders_with_addon, orders), on_invalid)  # type: ignore[no-any-return]


def upsell_rate(upgrades: FloatLike, offers: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Share of upgrade offers that were accepted.

    Upsell rate. Formula: ``upgrades / offers``.

    Parameters
    ----------
    upgrades : float or array-like of float
        Offers that led to an upgrade (unit: count, a whole number >= 0).
    offers : float or array-like of float
        Upgrade offers made (unit: count, a whole number >= 0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Fraction of offers (unit: ratio).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``offers == 0``: ``zero_denominator``; ``upgrades > offers``:
        ``infeasible``.

    Notes
    -----
    Roll-up: ratio_of_sums.

    References
    ----------
    common definition; no single authority

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.upsell_rate(offers=150, upgrades=9), 2)
    0.06
    """
    return _upsell_rate.compute((upgrades, offers), on_invalid)  # type: ignore[no-any-return]


def share_of_wallet(spend_with_us: FloatLike, category_spend: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Share of customers' spending in a category that goes to the brand.

    Share of wallet. Formula: ``spend_with_us / category_spend``.

    Parameters
    ----------
    spend_with_us : float or array-like of float
        What customers spend on the category with the brand, in one currency (unit: currency, a finite number
        >= 0).
    category_spend : float or array-like of float
        What the same customers spend on the category in all, in the same currency (unit: currency, a finite
        number >= 0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Fraction of category spending (unit: ratio).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``category_spend == 0``: ``zero_denominator``; ``spend_with_us >
        category_spend``: ``infeasible``.

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
    >>> round(ukur.metrics.share_of_wallet(category_spend=1200, spend_with_us=300), 2)
    0.25
    """
    return _share_of_wallet.compute((spend_with_us, category_spend), on_invalid)  # type: ignore[no-any-return]


def average_days_between_orders(days_span: FloatLike, orders: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Average number of days from one order of a customer to the next.

    Average days between orders. Formula: ``days_span / ((orders - 1.0).max(0.0))``.

    Parameters
    ----------
    days_span : float or array-like of float
        Days from the first to the last order (unit: days, a finite number >= 0).
    orders : float or array-like of float
        Orders in that time, first and last included (unit: count, a whole number >= 0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Days (unit: days).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``orders < 2.0``: ``insufficient_data``.

    Notes
    -----
    Roll-up: ratio_of_sums.

    References
    ----------
    common definition; no single authority

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.average_days_between_orders(days_span=90, orders=4), 0)
    30.0
    """
    return _average_days_between_orders.compute((days_span, orders), on_invalid)  # type: ignore[no-any-return]


def market_penetration(buyers: FloatLike, population: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Buyers relative to the population that could buy.

    Penetration. Formula: ``buyers / population``.

    Parameters
    ----------
    buyers : float or array-like of float
        People who bought at least once in the period (unit: people, a whole number >= 0).
    population : float or array-like of float
        People in the market (unit: people, a whole number >= 0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Fraction of the population (unit: ratio).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``population == 0``: ``zero_denominator``; ``buyers > population``:
        ``infeasible``.

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
    >>> round(ukur.metrics.market_penetration(buyers=500, population=10000), 2)
    0.05
    """
    return _market_penetration.compute((buyers, population), on_invalid)  # type: ignore[no-any-return]
