"""Metrics of the group ``return``. Generated from the catalogue by scripts/faces; do not edit, run `make faces`."""

from __future__ import annotations

from .._core import Metric
from .._typing import FloatLike, FloatOut, OnInvalid

__all__ = [
    "roi",
    "romi",
    "roas",
    "iroas",
    "poas",
    "mer",
    "mer_inverse",
    "amer",
    "acos",
    "break_even_roas",
    "contribution_margin_ratio",
    "break_even_units",
    "cac",
    "ltv_to_cac",
    "cac_payback_months",
]

_roi = Metric("roi")
_romi = Metric("romi")
_roas = Metric("roas")
_iroas = Metric("iroas")
_poas = Metric("poas")
_mer = Metric("mer")
_mer_inverse = Metric("mer_inverse")
_amer = Metric("amer")
_acos = Metric("acos")
_break_even_roas = Metric("break_even_roas")
_contribution_margin_ratio = Metric("contribution_margin_ratio")
_break_even_units = Metric("break_even_units")
_cac = Metric("cac")
_ltv_to_cac = Metric("ltv_to_cac")
_cac_payback_months = Metric("cac_payback_months")


def roi(gain: FloatLike, cost: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Net gain on an outlay relative to that outlay.

    Return on investment (net). Formula: ``(gain - cost) / cost``.

    Parameters
    ----------
    gain : float or array-like of float
        What the outlay brought in, in one currency; profit rather than revenue (unit: currency, a finite
        number).
    cost : float or array-like of float
        The outlay, in the same currency (unit: currency, a finite number >= 0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Fraction of the outlay; 0 breaks even, -1 means nothing came back (unit: ratio).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``cost == 0``: ``zero_denominator``.

    Notes
    -----
    Roll-up: ratio_of_sums.
    Variant (default) of the family roi: The default: choose it when the gain is already known as profit,
    value or saving.
    Exactly one less than customer_value_ratio_to_investment, where the gain is customers times their value.

    References
    ----------
    Farris, Bendle, Pfeifer & Reibstein, Marketing Metrics (3rd ed., Pearson 2016); example from Schmitt,
    Skiera & Van den Bulte, GfK Marketing Intelligence Review 5(1), 2013 (reward of EUR 25, CLV difference of
    EUR 40, ROI 60 %)

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.roi(cost=25, gain=40), 1)
    0.6
    """
    return _roi.compute((gain, cost), on_invalid)  # type: ignore[no-any-return]


def romi(incremental_revenue: FloatLike, contribution_margin: FloatLike, spend: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Net margin from incremental revenue relative to the marketing spend that caused it.

    Return on marketing investment (margin based). Formula: ``(incremental_revenue * contribution_margin -
    spend) / spend``.

    Parameters
    ----------
    incremental_revenue : float or array-like of float
        Revenue that would not have come without the spend, in one currency (unit: currency, a finite number).
    contribution_margin : float or array-like of float
        Share of revenue left after variable cost, as a fraction (unit: ratio, a fraction from 0 to 1).
    spend : float or array-like of float
        Marketing spend, in the same currency (unit: currency, a finite number >= 0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Fraction of the spend; 0 breaks even (unit: ratio).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``spend == 0``: ``zero_denominator``.

    Notes
    -----
    Roll-up: ratio_of_sums.
    Variant of the family roi: Choose it when the incremental revenue and the margin on it are known.

    References
    ----------
    Farris, Bendle, Pfeifer & Reibstein, Marketing Metrics (3rd ed., Pearson 2016); definition mirrored in the
    MASB Universal Marketing Dictionary, marketing-dictionary.org

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.romi(contribution_margin=0.6, incremental_revenue=500000, spend=100000), 0)
    2.0
    """
    return _romi.compute((incremental_revenue, contribution_margin, spend), on_invalid)  # type: ignore[no-any-return]


def roas(attributed_revenue: FloatLike, spend: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Revenue attributed to advertising for each unit of money spent on it.

    Return on ad spend. Formula: ``attributed_revenue / spend``.

    Parameters
    ----------
    attributed_revenue : float or array-like of float
        Revenue credited to the advertising, in one currency (unit: currency, a finite number >= 0).
    spend : float or array-like of float
        Advertising spend, in the same currency (unit: currency, a finite number >= 0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Revenue per unit of spend (unit: ratio).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``spend == 0``: ``zero_denominator``.

    Notes
    -----
    Roll-up: ratio_of_sums.

    References
    ----------
    majorform.co, marketing profitability 101 (MER 5.0, ROAS 3.0)

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.roas(attributed_revenue=15000, spend=5000), 0)
    3.0
    """
    return _roas.compute((attributed_revenue, spend), on_invalid)  # type: ignore[no-any-return]


def iroas(incremental_revenue: FloatLike, spend: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Revenue caused by advertising for each unit of money spent on it.

    Incremental return on ad spend. Formula: ``incremental_revenue / spend``.

    Parameters
    ----------
    incremental_revenue : float or array-like of float
        Revenue that would not have come without the advertising, in one currency (unit: currency, a finite
        number).
    spend : float or array-like of float
        Advertising spend, in the same currency (unit: currency, a finite number >= 0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Incremental revenue per unit of spend (unit: ratio).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``spend == 0``: ``zero_denominator``.

    Notes
    -----
    Roll-up: ratio_of_sums.

    References
    ----------
    blufire.com.au glossary (POAS, break-even ROAS, iROAS)

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.iroas(incremental_revenue=9000, spend=6000), 1)
    1.5
    """
    return _iroas.compute((incremental_revenue, spend), on_invalid)  # type: ignore[no-any-return]


def poas(gross_profit: FloatLike, spend: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Gross profit for each unit of money spent on advertising.

    Profit on ad spend (gross profit). Formula: ``gross_profit / spend``.

    Parameters
    ----------
    gross_profit : float or array-like of float
        Gross profit on the advertised sales before the spend, in one currency (unit: currency, a finite
        number).
    spend : float or array-like of float
        Advertising spend, in the same currency (unit: currency, a finite number >= 0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Gross profit per unit of spend; 1 breaks even (unit: ratio).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``spend == 0``: ``zero_denominator``.

    Notes
    -----
    Roll-up: ratio_of_sums.

    References
    ----------
    blufire.com.au glossary (POAS, break-even ROAS, iROAS)

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.poas(gross_profit=7000, spend=5000), 1)
    1.4
    """
    return _poas.compute((gross_profit, spend), on_invalid)  # type: ignore[no-any-return]


def mer(total_revenue: FloatLike, total_spend: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """All revenue for each unit of money spent on marketing, with nothing attributed to a channel.

    Marketing efficiency ratio (revenue over spend). Formula: ``total_revenue / total_spend``.

    Parameters
    ----------
    total_revenue : float or array-like of float
        All revenue of the period, in one currency (unit: currency, a finite number >= 0).
    total_spend : float or array-like of float
        All marketing spend of the period, in the same currency (unit: currency, a finite number >= 0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Revenue per unit of spend (unit: ratio).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``total_spend == 0``: ``zero_denominator``.

    Notes
    -----
    Roll-up: ratio_of_sums.
    Variant (default) of the family mer: The default and the usual meaning of MER.

    References
    ----------
    majorform.co, marketing profitability 101 (MER 5.0); Triple Whale blog, Marketing Efficiency Ratio

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.mer(total_revenue=100000, total_spend=20000), 0)
    5.0
    """
    return _mer.compute((total_revenue, total_spend), on_invalid)  # type: ignore[no-any-return]


def mer_inverse(total_revenue: FloatLike, total_spend: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """All marketing spend as a share of all revenue.

    MER as a percentage (spend over revenue). Formula: ``total_spend / total_revenue``.

    Parameters
    ----------
    total_revenue : float or array-like of float
        All revenue of the period, in one currency (unit: currency, a finite number >= 0).
    total_spend : float or array-like of float
        All marketing spend of the period, in the same currency (unit: currency, a finite number >= 0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Fraction of revenue (unit: ratio).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``total_revenue == 0``: ``zero_denominator``.

    Notes
    -----
    Roll-up: ratio_of_sums.
    Variant of the family mer: Choose it to match tools that show MER as a percentage, such as Triple Whale.
    Triple Whale labels THIS as MER and calls the ratio Blended ROAS.

    References
    ----------
    Triple Whale blog, Marketing Efficiency Ratio (there called MER, its inverse Blended ROAS)

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.mer_inverse(total_revenue=100000, total_spend=17000), 2)
    0.17
    """
    return _mer_inverse.compute((total_revenue, total_spend), on_invalid)  # type: ignore[no-any-return]


def amer(new_customer_revenue: FloatLike, total_spend: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Revenue from new customers for each unit of money spent on marketing.

    Acquisition MER. Formula: ``new_customer_revenue / total_spend``.

    Parameters
    ----------
    new_customer_revenue : float or array-like of float
        Revenue from first-time customers, in one currency (unit: currency, a finite number >= 0).
    total_spend : float or array-like of float
        All marketing spend of the period, in the same currency (unit: currency, a finite number >= 0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        New-customer revenue per unit of spend (unit: ratio).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``total_spend == 0``: ``zero_denominator``.

    Notes
    -----
    Roll-up: ratio_of_sums.

    References
    ----------
    common definition; no single authority

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.amer(new_customer_revenue=36000, total_spend=20000), 1)
    1.8
    """
    return _amer.compute((new_customer_revenue, total_spend), on_invalid)  # type: ignore[no-any-return]


def acos(spend: FloatLike, attributed_revenue: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Advertising spend as a share of the revenue attributed to it.

    Advertising cost of sales. Formula: ``spend / attributed_revenue``.

    Parameters
    ----------
    spend : float or array-like of float
        Advertising spend, in one currency (unit: currency, a finite number >= 0).
    attributed_revenue : float or array-like of float
        Revenue credited to the advertising, in the same currency (unit: currency, a finite number >= 0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Fraction of attributed revenue (unit: ratio).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``attributed_revenue == 0``: ``zero_denominator``.

    Notes
    -----
    Roll-up: ratio_of_sums.

    References
    ----------
    common definition; no single authority

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.acos(attributed_revenue=1500, spend=300), 1)
    0.2
    """
    return _acos.compute((spend, attributed_revenue), on_invalid)  # type: ignore[no-any-return]


def break_even_roas(contribution_margin: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Return on ad spend at which the margin just pays for the advertising.

    Break-even ROAS. Formula: ``(1.0) / contribution_margin``.

    Parameters
    ----------
    contribution_margin : float or array-like of float
        Share of revenue left after variable cost, as a fraction (unit: ratio, a fraction from 0 to 1).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Revenue per unit of spend at which profit is zero (unit: ratio).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``contribution_margin == 0``: ``zero_denominator``.

    Notes
    -----
    Roll-up: recompute.

    References
    ----------
    admaxxer glossary, MER (margin of 35 %, break-even 2.86); blufire.com.au glossary

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.break_even_roas(contribution_margin=0.35), 9)
    2.857142857
    """
    return _break_even_roas.compute((contribution_margin,), on_invalid)  # type: ignore[no-any-return]


def contribution_margin_ratio(price: FloatLike, variable_cost: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Share of the price left after variable cost.

    Contribution margin ratio. Formula: ``(price - variable_cost) / price``.

    Parameters
    ----------
    price : float or array-like of float
        Selling price per unit, in one currency (unit: currency_each, a finite number >= 0).
    variable_cost : float or array-like of float
        Variable cost per unit, in the same currency (unit: currency_each, a finite number >= 0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Fraction of the price; negative when the unit sells below variable cost (unit: ratio).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``price == 0``: ``zero_denominator``.

    Notes
    -----
    Roll-up: recompute.
    Prices of a unit do not add up: a total over products needs revenue and variable cost, or units sold as
    weights; a sum of prices gives every product the same weight.

    References
    ----------
    Farris, Bendle, Pfeifer & Reibstein, Marketing Metrics (3rd ed., Pearson 2016); definition mirrored in the
    MASB Universal Marketing Dictionary, marketing-dictionary.org

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.contribution_margin_ratio(price=20, variable_cost=12), 1)
    0.4
    """
    return _contribution_margin_ratio.compute((price, variable_cost), on_invalid)  # type: ignore[no-any-return]


def break_even_units(fixed_cost: FloatLike, price: FloatLike, variable_cost: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Units to sell before fixed cost is covered.

    Break-even units. Formula: ``fixed_cost / (price - variable_cost)``.

    Parameters
    ----------
    fixed_cost : float or array-like of float
        Cost that does not depend on units sold, in one currency (unit: currency, a finite number >= 0).
    price : float or array-like of float
        Selling price per unit, in the same currency (unit: currency_each, a finite number >= 0).
    variable_cost : float or array-like of float
        Variable cost per unit, in the same currency (unit: currency_each, a finite number >= 0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Number of units, not rounded up (unit: count).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``price <= variable_cost``: ``infeasible``.

    Notes
    -----
    Roll-up: recompute.

    References
    ----------
    Farris, Bendle, Pfeifer & Reibstein, Marketing Metrics (3rd ed., Pearson 2016); definition mirrored in the
    MASB Universal Marketing Dictionary, marketing-dictionary.org

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.break_even_units(fixed_cost=5000, price=20, variable_cost=10), 0)
    500.0
    """
    return _break_even_units.compute((fixed_cost, price, variable_cost), on_invalid)  # type: ignore[no-any-return]


def cac(spend: FloatLike, new_customers: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """All acquisition spend per new customer, whichever channel they came from.

    Customer acquisition cost (blended). Formula: ``spend / new_customers``.

    Parameters
    ----------
    spend : float or array-like of float
        Sales and marketing spend on acquisition, in one currency (unit: currency, a finite number >= 0).
    new_customers : float or array-like of float
        Customers won in the same period (unit: people, a whole number >= 0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Currency per new customer (unit: currency_each).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``new_customers == 0``: ``zero_denominator``.

    Notes
    -----
    Roll-up: ratio_of_sums.

    References
    ----------
    Notion metric templates (LTV 8,000; NRR 107 %; CAC 2,000)

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.cac(new_customers=25, spend=50000), 0)
    2000.0
    """
    return _cac.compute((spend, new_customers), on_invalid)  # type: ignore[no-any-return]


def ltv_to_cac(ltv: FloatLike, cac: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Lifetime value of a customer as a multiple of what it cost to win one.

    LTV to CAC ratio. Formula: ``ltv / cac``.

    Parameters
    ----------
    ltv : float or array-like of float
        Lifetime value of a customer after margin, in one currency (unit: currency_each, a finite number >=
        0).
    cac : float or array-like of float
        Cost of acquiring a customer, in the same currency (unit: currency_each, a finite number >= 0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Multiple of the acquisition cost (unit: ratio).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``cac == 0``: ``zero_denominator``.

    Notes
    -----
    Roll-up: recompute.
    Its results are marked modelled: they rest on a model or an assumption, however well the inputs were
    measured.
    LTV must be margin based; a revenue LTV inflates the ratio.

    References
    ----------
    Notion metric templates (LTV 8,000; NRR 107 %; CAC 2,000)

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.ltv_to_cac(cac=2000, ltv=8000), 0)
    4.0
    """
    return _ltv_to_cac.compute((ltv, cac), on_invalid)  # type: ignore[no-any-return]


def cac_payback_months(cac: FloatLike, revenue_per_month: FloatLike, gross_margin: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Months until the margin from a customer has paid back the cost of winning it.

    CAC payback period. Formula: ``cac / (revenue_per_month * gross_margin)``.

    Parameters
    ----------
    cac : float or array-like of float
        Cost of acquiring a customer, in one currency (unit: currency_each, a finite number >= 0).
    revenue_per_month : float or array-like of float
        Monthly revenue per customer, in the same currency (unit: currency_each, a finite number >= 0).
    gross_margin : float or array-like of float
        Share of revenue left after cost of sales, as a fraction (unit: ratio, a fraction from 0 to 1).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Months (unit: months).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``revenue_per_month * gross_margin == 0.0``: ``never``.

    Notes
    -----
    Roll-up: recompute.
    Its results are marked modelled: they rest on a model or an assumption, however well the inputs were
    measured.

    References
    ----------
    Oracle NetSuite, SaaS KPI formulas, help section 0910123257

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.cac_payback_months(cac=2000, gross_margin=0.8, revenue_per_month=500), 0)
    5.0
    """
    return _cac_payback_months.compute((cac, revenue_per_month, gross_margin), on_invalid)  # type: ignore[no-any-return]
