"""Metrics of the group ``clv``. Generated from the catalogue by scripts/faces; do not edit, run `make faces`."""

from __future__ import annotations

from .._core import Metric
from .._typing import ColumnLike, FloatLike, FloatOut, OnInvalid

__all__ = [
    "clv_simple",
    "clv_simple_margin",
    "clv_churn",
    "clv_retention",
    "clv_retention_immediate",
    "clv_finite",
    "clv_growth",
    "clv_sbg",
    "clv_retention_elasticity",
    "clv_breakeven_retention",
    "clv_referral_inclusive",
    "prospect_lifetime_value",
    "customer_equity",
    "clv_lever_gain",
    "bgnbd_expected_purchases",
    "bgnbd_probability_alive",
    "bgnbd_conditional_expectation",
    "gamma_gamma_spend",
]

_clv_simple = Metric("clv_simple")
_clv_simple_margin = Metric("clv_simple_margin")
_clv_churn = Metric("clv_churn")
_clv_retention = Metric("clv_retention")
_clv_retention_immediate = Metric("clv_retention_immediate")
_clv_finite = Metric("clv_finite")
_clv_growth = Metric("clv_growth")
_clv_sbg = Metric("clv_sbg")
_clv_retention_elasticity = Metric("clv_retention_elasticity")
_clv_breakeven_retention = Metric("clv_breakeven_retention")
_clv_referral_inclusive = Metric("clv_referral_inclusive")
_prospect_lifetime_value = Metric("prospect_lifetime_value")
_customer_equity = Metric("customer_equity")
_clv_lever_gain = Metric("clv_lever_gain")
_bgnbd_expected_purchases = Metric("bgnbd_expected_purchases")
_bgnbd_probability_alive = Metric("bgnbd_probability_alive")
_bgnbd_conditional_expectation = Metric("bgnbd_conditional_expectation")
_gamma_gamma_spend = Metric("gamma_gamma_spend")


def clv_simple(revenue_per_transaction: FloatLike, transactions_per_year: FloatLike, years: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Revenue from an average customer over the whole relationship, before cost and undiscounted.

    CLV, simple revenue. Formula: ``revenue_per_transaction * transactions_per_year * years``.

    Parameters
    ----------
    revenue_per_transaction : float or array-like of float
        Average revenue of a transaction, in one currency (unit: currency_each, a finite number >= 0).
    transactions_per_year : float or array-like of float
        Average transactions per customer and year (unit: per_year, a finite number >= 0).
    years : float or array-like of float
        Average length of the relationship in years (unit: years, a finite number >= 0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Currency per customer, gross revenue (unit: currency_each).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.

    Notes
    -----
    Roll-up: mean.
    Variant of the family clv: Choose it for a first rough figure; it is revenue, not profit, and ignores
    churn and discounting.
    Its results are marked modelled: they rest on a model or an assumption, however well the inputs were
    measured.
    The article gives the formula but no numbers. Revenue, undiscounted, survival ignored: label as gross.
    Totals are means over rows: right where a row is a customer; segments of different size need
    customer_equity.

    References
    ----------
    article on raising customer lifetime value (Indonesian)

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.clv_simple(revenue_per_transaction=250000, transactions_per_year=4, years=3), 0)
    3000000.0
    """
    return _clv_simple.compute((revenue_per_transaction, transactions_per_year, years), on_invalid)  # type: ignore[no-any-return]


def clv_simple_margin(revenue_per_transaction: FloatLike, transactions_per_year: FloatLike, years: FloatLike, margin: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Margin from an average customer over the whole relationship, undiscounted.

    CLV, simple margin. Formula: ``revenue_per_transaction * transactions_per_year * years * margin``.

    Parameters
    ----------
    revenue_per_transaction : float or array-like of float
        Average revenue of a transaction, in one currency (unit: currency_each, a finite number >= 0).
    transactions_per_year : float or array-like of float
        Average transactions per customer and year (unit: per_year, a finite number >= 0).
    years : float or array-like of float
        Average length of the relationship in years (unit: years, a finite number >= 0).
    margin : float or array-like of float
        Share of revenue kept as margin, as a fraction (unit: ratio, a fraction from 0 to 1).
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

    Notes
    -----
    Roll-up: mean.
    Variant of the family clv: Choose it for a rough figure in money earned when the length of the
    relationship is known.
    Its results are marked modelled: they rest on a model or an assumption, however well the inputs were
    measured.
    Totals are means over rows: right where a row is a customer; segments of different size need
    customer_equity.

    References
    ----------
    common definition; no single authority

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.clv_simple_margin(margin=0.3, revenue_per_transaction=250000, transactions_per_year=4, years=3), 0)
    900000.0
    """
    return _clv_simple_margin.compute((revenue_per_transaction, transactions_per_year, years, margin), on_invalid)  # type: ignore[no-any-return]


def clv_churn(arpu: FloatLike, gross_margin: FloatLike, churn: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Margin expected from a customer until it churns, at a constant churn rate and undiscounted.

    LTV from margin and churn. Formula: ``(arpu * gross_margin) / churn``.

    Parameters
    ----------
    arpu : float or array-like of float
        Average revenue per customer and period, in one currency (unit: currency_each, a finite number >= 0).
    gross_margin : float or array-like of float
        Share of revenue left after cost of sales, as a fraction (unit: ratio, a fraction from 0 to 1).
    churn : float or array-like of float
        Share of customers lost per period, as a fraction (unit: ratio, a fraction from 0 to 1).
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
        There is no value, by code: ``churn == 0.0 && arpu * gross_margin == 0.0``: ``zero_denominator``;
        ``churn == 0.0``: ``unbounded``.

    Notes
    -----
    Roll-up: recompute.
    Variant of the family clv: Choose it for subscriptions with steady churn when discounting does not matter.
    Its results are marked modelled: they rest on a model or an assumption, however well the inputs were
    measured.

    References
    ----------
    Notion metric templates (LTV 8,000; NRR 107 %; CAC 2,000)

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.clv_churn(arpu=500, churn=0.05, gross_margin=0.8), 0)
    8000.0
    """
    return _clv_churn.compute((arpu, gross_margin, churn), on_invalid)  # type: ignore[no-any-return]


def clv_retention(margin: FloatLike, retention: FloatLike, discount: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Present value of all future margins of a customer, the first one due after one period.

    CLV, retention and discount (first margin after one period). Formula: ``margin * retention / (1.0 -
    retention + discount)``.

    Parameters
    ----------
    margin : float or array-like of float
        Margin per customer and period, in one currency (unit: currency_each, a finite number).
    retention : float or array-like of float
        Share of customers kept from one period to the next, as a fraction (unit: ratio, a fraction from 0 to
        1).
    discount : float or array-like of float
        Discount rate per period, as a fraction (unit: ratio, a finite number > -1).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Currency per customer; no margin is counted for today (unit: currency_each).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``1.0 - retention + discount <= 0.0``: ``divergent``.

    Notes
    -----
    Roll-up: recompute.
    Variant (default) of the family clv: The default: choose it for contracts with constant retention when
    today's payment is already in or is counted apart.
    Its results are marked modelled: they rest on a model or an assumption, however well the inputs were
    measured.

    References
    ----------
    Gupta & Lehmann (2003), Customers as Assets, Journal of Interactive Marketing 17(1); Gupta, Lehmann &
    Stuart (2004), Valuing Customers, Journal of Marketing Research 41; example from the textbook case
    Net-4-You, as set at jiskha.com (1327778623) and brainmass (163096) (67.2639)

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.clv_retention(discount=0.01, margin=18.95, retention=0.788), 9)
    67.263963964
    """
    return _clv_retention.compute((margin, retention, discount), on_invalid)  # type: ignore[no-any-return]


def clv_retention_immediate(margin: FloatLike, retention: FloatLike, discount: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Present value of all margins of a customer, the first one received now.

    CLV when the first margin is received now. Formula: ``margin * (1.0 + discount) / (1.0 - retention +
    discount)``.

    Parameters
    ----------
    margin : float or array-like of float
        Margin per customer and period, in one currency (unit: currency_each, a finite number).
    retention : float or array-like of float
        Share of customers kept from one period to the next, as a fraction (unit: ratio, a fraction from 0 to
        1).
    discount : float or array-like of float
        Discount rate per period, as a fraction (unit: ratio, a finite number > -1).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Currency per customer; exactly one margin more than when the first is due after a period (unit:
        currency_each).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``1.0 - retention + discount <= 0.0``: ``divergent``.

    Notes
    -----
    Roll-up: recompute.
    Variant of the family clv: Choose it when the first margin arrives at the moment of valuation, as with
    payment in advance.
    Its results are marked modelled: they rest on a model or an assumption, however well the inputs were
    measured.

    References
    ----------
    Gupta & Lehmann (2003), Customers as Assets, Journal of Interactive Marketing 17(1); Gupta, Lehmann &
    Stuart (2004), Valuing Customers, Journal of Marketing Research 41

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.clv_retention_immediate(discount=0.1, margin=100, retention=0.8), 9)
    366.666666667
    """
    return _clv_retention_immediate.compute((margin, retention, discount), on_invalid)  # type: ignore[no-any-return]


def clv_finite(margin: FloatLike, retention: FloatLike, discount: FloatLike, periods: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Present value of a customer's margins over a limited number of periods, the first after one period.

    CLV over a finite horizon. Formula: ``grown(margin, geometric_sum((1.0 - retention + discount) / (1.0 +
    discount), periods))``.

    Parameters
    ----------
    margin : float or array-like of float
        Margin per customer and period, in one currency (unit: currency_each, a finite number).
    retention : float or array-like of float
        Share of customers kept from one period to the next, as a fraction (unit: ratio, a fraction from 0 to
        1).
    discount : float or array-like of float
        Discount rate per period, as a fraction (unit: ratio, a finite number > -1).
    periods : float or array-like of float
        Number of periods to count (unit: periods, a whole number >= 0).
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

    Notes
    -----
    Roll-up: recompute.
    Variant of the family clv: Choose it when only a fixed horizon should count, for instance three years.
    Its results are marked modelled: they rest on a model or an assumption, however well the inputs were
    measured.

    References
    ----------
    common definition; no single authority

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.clv_finite(discount=0.1, margin=100, periods=3, retention=0.8), 3)
    164.087
    """
    return _clv_finite.compute((margin, retention, discount, periods), on_invalid)  # type: ignore[no-any-return]


def clv_growth(margin: FloatLike, retention: FloatLike, discount: FloatLike, growth: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Present value of a customer whose margin grows each period, the first margin due after one period.

    CLV with margin growth. Formula: ``margin * retention / (1.0 - retention + (discount - retention *
    growth))``.

    Parameters
    ----------
    margin : float or array-like of float
        First margin per customer, due after one period, in one currency (unit: currency_each, a finite
        number).
    retention : float or array-like of float
        Share of customers kept from one period to the next, as a fraction (unit: ratio, a fraction from 0 to
        1).
    discount : float or array-like of float
        Discount rate per period, as a fraction (unit: ratio, a finite number > -1).
    growth : float or array-like of float
        Growth of the margin per period, as a fraction (unit: ratio, a finite number > -1).
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
        There is no value, by code: ``1.0 - retention + (discount - retention * growth) <= 0.0``:
        ``divergent``.

    Notes
    -----
    Roll-up: recompute.
    Variant of the family clv: Choose it when the margin of those who stay grows at a steady rate.
    Its results are marked modelled: they rest on a model or an assumption, however well the inputs were
    measured.

    References
    ----------
    Gupta & Lehmann (2003), Customers as Assets, Journal of Interactive Marketing 17(1); Gupta, Lehmann &
    Stuart (2004), Valuing Customers, Journal of Marketing Research 41

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.clv_growth(discount=0.12, growth=0.05, margin=100, retention=0.8), 9)
    285.714285714
    """
    return _clv_growth.compute((margin, retention, discount, growth), on_invalid)  # type: ignore[no-any-return]


def clv_sbg(alpha: FloatLike, beta: FloatLike, discount: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Expected discounted number of payments of a new customer when customers differ in churn, first now.

    Expected discounted renewals of a new customer (sBG), first payment now. Formula:
    ``discounted_payments(alpha, beta, discount)``.

    Parameters
    ----------
    alpha : float or array-like of float
        First parameter of the beta distribution of churn probabilities (unit: ratio, a finite number > 0).
    beta : float or array-like of float
        Second parameter of the beta distribution of churn probabilities (unit: ratio, a finite number > 0).
    discount : float or array-like of float
        Discount rate per period, as a fraction (unit: ratio, a finite number > 0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Discounted payments, today's included; multiply by the margin per period for money (unit: ratio).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.

    Notes
    -----
    Roll-up: recompute.
    Its results are marked modelled: they rest on a model or an assumption, however well the inputs were
    measured.
    Multiply by margin per period. A constant-churn formula with the first-year churn of 14.9 % gives 4.41:
    heterogeneity raises CLV.

    References
    ----------
    Fader & Hardie (2007), How to Project Customer Retention, Journal of Interactive Marketing 21(1)

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.clv_sbg(alpha=0.668, beta=3.806, discount=0.1), 8)
    5.92259641
    """
    return _clv_sbg.compute((alpha, beta, discount), on_invalid)  # type: ignore[no-any-return]


def clv_retention_elasticity(retention: FloatLike, discount: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Percent by which lifetime value rises when retention rises by one percent.

    Elasticity of CLV to retention. Formula: ``(1.0 + discount) / (1.0 - retention + discount)``.

    Parameters
    ----------
    retention : float or array-like of float
        Share of customers kept from one period to the next, as a fraction (unit: ratio, a fraction from 0 to
        1).
    discount : float or array-like of float
        Discount rate per period, as a fraction (unit: ratio, a finite number > -1).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Elasticity, dimensionless (unit: ratio).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``1.0 - retention + discount <= 0.0``: ``divergent``.

    Notes
    -----
    Roll-up: recompute.
    Its results are marked modelled: they rest on a model or an assumption, however well the inputs were
    measured.

    References
    ----------
    Gupta & Lehmann (2003), Customers as Assets, Journal of Interactive Marketing 17(1); Gupta, Lehmann &
    Stuart (2004), Valuing Customers, Journal of Marketing Research 41

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.clv_retention_elasticity(discount=0.12, retention=0.8), 1)
    3.5
    """
    return _clv_retention_elasticity.compute((retention, discount), on_invalid)  # type: ignore[no-any-return]


def clv_breakeven_retention(clv: FloatLike, new_margin: FloatLike, discount: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Retention needed for lifetime value to stay the same after the margin changes.

    Retention needed to keep CLV after a margin cut. Formula: ``clv * (1.0 + discount) / (new_margin + clv)``.

    Parameters
    ----------
    clv : float or array-like of float
        Lifetime value to keep, first margin after one period, in one currency (unit: currency_each, a finite
        number > 0).
    new_margin : float or array-like of float
        Margin per period after the change, in the same currency (unit: currency_each, a finite number > 0).
    discount : float or array-like of float
        Discount rate per period, as a fraction (unit: ratio, a finite number > -1).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Retention as a fraction (unit: ratio).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``clv * (1.0 + discount) > new_margin + clv``: ``infeasible``.

    Notes
    -----
    Roll-up: recompute.
    Its results are marked modelled: they rest on a model or an assumption, however well the inputs were
    measured.
    Textbook part b asks this: 0.20 more loyalty cost needs retention up from 78.80 % to 78.98 %.

    References
    ----------
    textbook case Net-4-You, as set at jiskha.com (1327778623) and brainmass (163096)

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.clv_breakeven_retention(clv=67.26396396396396, discount=0.01, new_margin=18.75), 4)
    0.7898
    """
    return _clv_breakeven_retention.compute((clv, new_margin, discount), on_invalid)  # type: ignore[no-any-return]


def clv_referral_inclusive(own_clv: FloatLike, referrals_per_customer: FloatLike, referred_clv: FloatLike, reward_cost: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Lifetime value of a customer plus the net value of the customers it refers.

    CLV including referral value. Formula: ``own_clv + referrals_per_customer * (referred_clv -
    reward_cost)``.

    Parameters
    ----------
    own_clv : float or array-like of float
        Lifetime value of the customer itself, in one currency (unit: currency_each, a finite number >= 0).
    referrals_per_customer : float or array-like of float
        Average number of customers it refers (unit: ratio, a finite number >= 0).
    referred_clv : float or array-like of float
        Lifetime value of a referred customer, in the same currency (unit: currency_each, a finite number >=
        0).
    reward_cost : float or array-like of float
        Rewards paid per referred customer, in the same currency (unit: currency_each, a finite number >= 0).
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

    Notes
    -----
    Roll-up: recompute.
    Its results are marked modelled: they rest on a model or an assumption, however well the inputs were
    measured.

    References
    ----------
    article on raising customer lifetime value (Indonesian)

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.clv_referral_inclusive(own_clv=200, referrals_per_customer=0.25, referred_clv=220, reward_cost=20), 0)
    250.0
    """
    return _clv_referral_inclusive.compute((own_clv, referrals_per_customer, referred_clv, reward_cost), on_invalid)  # type: ignore[no-any-return]


def prospect_lifetime_value(acquisition_rate: FloatLike, initial_margin: FloatLike, clv: FloatLike, acquisition_spend_per_prospect: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Expected value of a prospect after the cost of trying to win it.

    Prospect lifetime value. Formula: ``acquisition_rate * (initial_margin + clv) -
    acquisition_spend_per_prospect``.

    Parameters
    ----------
    acquisition_rate : float or array-like of float
        Share of prospects who become customers, as a fraction (unit: ratio, a fraction from 0 to 1).
    initial_margin : float or array-like of float
        Margin of the first purchase, in one currency (unit: currency_each, a finite number).
    clv : float or array-like of float
        Lifetime value after the first purchase, in the same currency (unit: currency_each, a finite number >=
        0).
    acquisition_spend_per_prospect : float or array-like of float
        Spend per prospect approached, in the same currency (unit: currency_each, a finite number >= 0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Currency per prospect; negative when the attempt does not pay (unit: currency_each).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.

    Notes
    -----
    Roll-up: recompute.
    Its results are marked modelled: they rest on a model or an assumption, however well the inputs were
    measured.
    Book example: 60,000 over 75,000 readers; from memory.

    References
    ----------
    Farris, Bendle, Pfeifer & Reibstein, Marketing Metrics (3rd ed., Pearson 2016); definition mirrored in the
    MASB Universal Marketing Dictionary, marketing-dictionary.org

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.prospect_lifetime_value(acquisition_rate=0.012, acquisition_spend_per_prospect=0.8, clv=100, initial_margin=10), 2)
    0.52
    """
    return _prospect_lifetime_value.compute((acquisition_rate, initial_margin, clv, acquisition_spend_per_prospect), on_invalid)  # type: ignore[no-any-return]


def customer_equity(customers: ColumnLike, clv_each: ColumnLike) -> float:
    """Lifetime value of the whole customer base, segment by segment.

    Customer equity. Formula: ``dot(customers, clv_each)``.

    Parameters
    ----------
    customers : array-like of float
        Customers in each segment (unit: people, a finite number >= 0).
    clv_each : array-like of float
        Lifetime value per customer in each segment, in one currency (unit: currency_each, a finite number >=
        0).

    Returns
    -------
    float
        Currency (unit: currency).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``customers.len() != clv_each.len()``: ``infeasible``.

    Notes
    -----
    Roll-up: sum.
    Its results are marked modelled: they rest on a model or an assumption, however well the inputs were
    measured.

    References
    ----------
    Gupta & Lehmann (2003), Customers as Assets, Journal of Interactive Marketing 17(1); Gupta, Lehmann &
    Stuart (2004), Valuing Customers, Journal of Marketing Research 41

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.customer_equity(clv_each=[900, 150], customers=[100, 400]), 0)
    150000.0
    """
    return _customer_equity.compute((customers, clv_each), "raise")  # type: ignore[no-any-return]


def clv_lever_gain(clv: FloatLike, lever_change: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Change of simple lifetime value when one of its three factors changes by a given share.

    CLV change from moving one lever of the simple formula. Formula: ``clv * lever_change``.

    Parameters
    ----------
    clv : float or array-like of float
        Simple lifetime value today, in one currency (unit: currency_each, a finite number > 0).
    lever_change : float or array-like of float
        Relative change of one factor, as a fraction (unit: ratio, a finite number > -1).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Currency per customer; negative when the factor falls (unit: currency_each).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.

    Notes
    -----
    Roll-up: recompute.
    Its results are marked modelled: they rest on a model or an assumption, however well the inputs were
    measured.
    In the article formula all three levers have elasticity 1; in clv_retention retention has elasticity 3.5
    at r = 0.8, d = 0.12.

    References
    ----------
    article on raising customer lifetime value (Indonesian)

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.clv_lever_gain(clv=3000000, lever_change=0.1), 0)
    300000.0
    """
    return _clv_lever_gain.compute((clv, lever_change), on_invalid)  # type: ignore[no-any-return]


def bgnbd_expected_purchases(r: FloatLike, alpha: FloatLike, a: FloatLike, b: FloatLike, t: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Repeat purchases expected from a new customer within a given time, by the BG/NBD model.

    BG/NBD expected repeat purchases of a new customer. Formula: ``bg_nbd(r, alpha, a, b).map(|model|
    model.purchases_new(t))``.

    Parameters
    ----------
    r : float or array-like of float
        Shape of the gamma distribution of purchase rates (unit: ratio, a finite number > 0).
    alpha : float or array-like of float
        Rate parameter of the gamma distribution, in the time unit of the fit (unit: ratio, a finite number >
        0).
    a : float or array-like of float
        First parameter of the beta distribution of dropout probabilities (unit: ratio, a finite number > 0).
    b : float or array-like of float
        Second parameter of the beta distribution of dropout probabilities (unit: ratio, a finite number > 0).
    t : float or array-like of float
        Length of time to look ahead, in the time unit of the fit (unit: periods, a finite number >= 0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Expected number of repeat purchases (unit: count).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.

    Notes
    -----
    Roll-up: sum.
    Its results are marked modelled: they rest on a model or an assumption, however well the inputs were
    measured.
    Published values use unrounded parameters; t = 78 gives 1.8605 here against 1.8576. The closed form has
    removable points at a = 1 and a + b = 1; the values there are its limits.

    References
    ----------
    Fader, Hardie & Lee (2005), Counting Your Customers the Easy Way, Marketing Science 24; example checked
    against the tests of github.com/CamDavidsonPilon/lifetimes at 4f2833f

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.bgnbd_expected_purchases(a=0.793, alpha=4.414, b=2.426, r=0.243, t=3), 9)
    0.150865231
    """
    return _bgnbd_expected_purchases.compute((r, alpha, a, b, t), on_invalid)  # type: ignore[no-any-return]


def bgnbd_probability_alive(r: FloatLike, alpha: FloatLike, a: FloatLike, b: FloatLike, x: FloatLike, t_x: FloatLike, T: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Probability that a customer with this purchase history is still active, by the BG/NBD model.

    BG/NBD probability alive. Formula: ``bg_nbd(r, alpha, a, b).map(|model| model.alive_of(&history(x, t_x,
    T)))``.

    Parameters
    ----------
    r : float or array-like of float
        Shape of the gamma distribution of purchase rates (unit: ratio, a finite number > 0).
    alpha : float or array-like of float
        Rate parameter of the gamma distribution, in the time unit of the fit (unit: ratio, a finite number >
        0).
    a : float or array-like of float
        First parameter of the beta distribution of dropout probabilities (unit: ratio, a finite number > 0).
    b : float or array-like of float
        Second parameter of the beta distribution of dropout probabilities (unit: ratio, a finite number > 0).
    x : float or array-like of float
        Repeat purchases so far (unit: count_each, a whole number >= 0).
    t_x : float or array-like of float
        Time from the first to the last purchase, in the time unit of the fit (unit: periods, a finite number
        >= 0).
    T : float or array-like of float
        Time from the first purchase to the end of observation, in the same unit (unit: periods, a finite
        number >= 0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Probability; exactly 1 for a customer without a repeat purchase (unit: ratio).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``t_x > T``: ``infeasible``; ``x == 0.0 && t_x > 0.0``: ``infeasible``.

    Notes
    -----
    Roll-up: recompute.
    Its results are marked modelled: they rest on a model or an assumption, however well the inputs were
    measured.
    x = 0 gives exactly 1 (a property of BG/NBD, not a bug; MBG/NBD differs).

    References
    ----------
    Fader, Hardie & Lee (2005), Counting Your Customers the Easy Way, Marketing Science 24; example checked
    against the tests of github.com/CamDavidsonPilon/lifetimes at 4f2833f

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.bgnbd_probability_alive(T=38.86, a=0.793, alpha=4.414, b=2.426, r=0.243, t_x=30.43, x=2), 9)
    0.72657857
    """
    return _bgnbd_probability_alive.compute((r, alpha, a, b, x, t_x, T), on_invalid)  # type: ignore[no-any-return]


def bgnbd_conditional_expectation(r: FloatLike, alpha: FloatLike, a: FloatLike, b: FloatLike, x: FloatLike, t_x: FloatLike, T: FloatLike, t: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Purchases expected from a customer with this history in the time ahead, by the BG/NBD model.

    BG/NBD expected purchases in the next t periods. Formula: ``bg_nbd(r, alpha, a, b).map(|model|
    model.alive_of(&history(x, t_x, T)) * model.purchases_if_alive(&history(x, t_x, T), t))``.

    Parameters
    ----------
    r : float or array-like of float
        Shape of the gamma distribution of purchase rates (unit: ratio, a finite number > 0).
    alpha : float or array-like of float
        Rate parameter of the gamma distribution, in the time unit of the fit (unit: ratio, a finite number >
        0).
    a : float or array-like of float
        First parameter of the beta distribution of dropout probabilities (unit: ratio, a finite number > 0).
    b : float or array-like of float
        Second parameter of the beta distribution of dropout probabilities (unit: ratio, a finite number > 0).
    x : float or array-like of float
        Repeat purchases so far (unit: count, a whole number >= 0).
    t_x : float or array-like of float
        Time from the first to the last purchase, in the time unit of the fit (unit: periods, a finite number
        >= 0).
    T : float or array-like of float
        Time from the first purchase to the end of observation, in the same unit (unit: periods, a finite
        number >= 0).
    t : float or array-like of float
        Length of time to look ahead, in the same unit (unit: periods, a finite number >= 0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Expected number of purchases (unit: count).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``t_x > T``: ``infeasible``; ``x == 0.0 && t_x > 0.0``: ``infeasible``.

    Notes
    -----
    Roll-up: sum.
    Its results are marked modelled: they rest on a model or an assumption, however well the inputs were
    measured.

    References
    ----------
    Fader, Hardie & Lee (2005), Counting Your Customers the Easy Way, Marketing Science 24; example checked
    against the tests of github.com/CamDavidsonPilon/lifetimes at 4f2833f

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.bgnbd_conditional_expectation(T=38.86, a=0.793, alpha=4.414, b=2.426, r=0.243, t=39, t_x=30.43, x=2), 9)
    1.226028175
    """
    return _bgnbd_conditional_expectation.compute((r, alpha, a, b, x, t_x, T, t), on_invalid)  # type: ignore[no-any-return]


def gamma_gamma_spend(p: FloatLike, q: FloatLike, v: FloatLike, x: FloatLike, mean_value: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Expected average spend per transaction of a customer with this history, by the Gamma-Gamma model.

    Expected average spend (Gamma-Gamma). Formula: ``p * (v + x * mean_value) / (p * x + q - 1.0)``.

    Parameters
    ----------
    p : float or array-like of float
        Shape of the gamma distribution of a customer's transaction values (unit: ratio, a finite number > 0).
    q : float or array-like of float
        Shape of the gamma distribution across customers (unit: ratio, a finite number > 0).
    v : float or array-like of float
        Scale parameter of the distribution across customers, in one currency (unit: currency_each, a finite
        number > 0).
    x : float or array-like of float
        Transactions observed (unit: count_each, a whole number >= 0).
    mean_value : float or array-like of float
        Average value of those transactions, in the same currency (unit: currency_each, a finite number >= 0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Currency per transaction (unit: currency_each).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``p * x + q - 1.0 <= 0.0``: ``not_identified``.

    Notes
    -----
    Roll-up: recompute.
    Its results are marked modelled: they rest on a model or an assumption, however well the inputs were
    measured.

    References
    ----------
    Fader & Hardie (2013), The Gamma-Gamma Model of Monetary Value, brucehardie.com note 025; example checked
    against the tests of github.com/CamDavidsonPilon/lifetimes at 4f2833f

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.gamma_gamma_spend(mean_value=22.35, p=6.25, q=3.74, v=15.44, x=2), 8)
    24.66371391
    """
    return _gamma_gamma_spend.compute((p, q, v, x, mean_value), on_invalid)  # type: ignore[no-any-return]
