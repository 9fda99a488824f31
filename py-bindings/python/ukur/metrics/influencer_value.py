"""Metrics of the group ``influencer_value``. Generated from the catalogue by scripts/faces; do not edit, run `make faces`."""

from __future__ import annotations

from .._core import Metric
from .._typing import ColumnLike, FloatLike, FloatOut, OnInvalid

__all__ = [
    "expected_customers_from_followers",
    "customer_value_proportion",
    "customer_value_proportion_portfolio",
    "engaged_audience",
    "expected_customers_from_engaged",
    "customer_value_ratio_to_investment",
    "goal_gap",
    "cost_per_expected_customer",
    "required_followers_for_goal",
]

_expected_customers_from_followers = Metric("expected_customers_from_followers")
_customer_value_proportion = Metric("customer_value_proportion")
_customer_value_proportion_portfolio = Metric("customer_value_proportion_portfolio")
_engaged_audience = Metric("engaged_audience")
_expected_customers_from_engaged = Metric("expected_customers_from_engaged")
_customer_value_ratio_to_investment = Metric("customer_value_ratio_to_investment")
_goal_gap = Metric("goal_gap")
_cost_per_expected_customer = Metric("cost_per_expected_customer")
_required_followers_for_goal = Metric("required_followers_for_goal")


def expected_customers_from_followers(followers: FloatLike, conversion_rate: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Customers to expect when a given share of an influencer's followers converts.

    Expected customers from follower conversion. Formula: ``followers * conversion_rate``.

    Parameters
    ----------
    followers : float or array-like of float
        Followers of the influencer (unit: people, a whole number >= 0).
    conversion_rate : float or array-like of float
        Share of followers who become customers, as a fraction (unit: ratio, a fraction from 0 to 1).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Expected number of customers (unit: people).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.

    Notes
    -----
    Roll-up: sum.
    Its results are marked modelled: they rest on a model or an assumption, however well the inputs were
    measured.

    References
    ----------
    article on the customer-value proportion of influencer collaborations (Indonesian)

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.expected_customers_from_followers(conversion_rate=0.02, followers=100000), 0)
    2000.0
    """
    return _expected_customers_from_followers.compute((followers, conversion_rate), on_invalid)  # type: ignore[no-any-return]


def customer_value_proportion(customers: FloatLike, goal_customers: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Customers won, or expected, as a multiple of the campaign's customer goal.

    Customer-value proportion (goal attainment). Formula: ``customers / goal_customers``.

    Parameters
    ----------
    customers : float or array-like of float
        Customers won or expected from the collaboration (unit: people, a finite number >= 0).
    goal_customers : float or array-like of float
        Customers the campaign set out to win (unit: people, a whole number >= 0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Multiple of the goal; 1 means the goal is met exactly (unit: ratio).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``goal_customers == 0``: ``zero_denominator``.

    Notes
    -----
    Roll-up: ratio_of_sums.
    Article: A 2, B 1, C 4. Monotone in followers when one conversion rate is used for all: report cost- and
    engagement-aware variants beside it. Totals add the goals of the rows: right over campaigns with a goal
    each; for influencers who share one goal take customer_value_proportion_portfolio.

    References
    ----------
    article on the customer-value proportion of influencer collaborations (Indonesian)

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.customer_value_proportion(customers=2000, goal_customers=1000), 0)
    2.0
    """
    return _customer_value_proportion.compute((customers, goal_customers), on_invalid)  # type: ignore[no-any-return]


def customer_value_proportion_portfolio(customers_each: ColumnLike, goal_customers: FloatLike) -> float:
    """Customers expected from several influencers together as a multiple of the goal, with no shared audience.

    Customer-value proportion of a set, no overlap. Formula: ``sum(customers_each) / goal_customers``.

    Parameters
    ----------
    customers_each : array-like of float
        Customers won or expected from each influencer (unit: people, a finite number >= 0).
    goal_customers : float or array-like of float
        Customers the campaign set out to win (unit: people, a whole number >= 0).

    Returns
    -------
    float
        Multiple of the goal; an upper bound when audiences overlap (unit: ratio).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``goal_customers == 0.0``: ``zero_denominator``.

    Notes
    -----
    Roll-up: ratio_of_sums.
    Upper bound: assumes disjoint audiences.

    References
    ----------
    article on the customer-value proportion of influencer collaborations (Indonesian)

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.customer_value_proportion_portfolio(customers_each=[2000, 1000, 4000], goal_customers=1000), 0)
    7.0
    """
    return _customer_value_proportion_portfolio.compute((customers_each, goal_customers), "raise")  # type: ignore[no-any-return]


def engaged_audience(followers: FloatLike, engagement_rate: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Number of followers who can be expected to interact with a post.

    Engaged audience size. Formula: ``followers * engagement_rate``.

    Parameters
    ----------
    followers : float or array-like of float
        Followers of the influencer (unit: people, a whole number >= 0).
    engagement_rate : float or array-like of float
        Engagement rate by followers, as a fraction (unit: ratio, a fraction from 0 to 1).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Number of engaged followers (unit: people).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.

    Notes
    -----
    Roll-up: sum.
    Article: A 100,000 x 5 % = 5,000; B 4,000; C 200,000 x 3 % = 6,000.

    References
    ----------
    article on the customer-value proportion of influencer collaborations (Indonesian)

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.engaged_audience(engagement_rate=0.08, followers=50000), 0)
    4000.0
    """
    return _engaged_audience.compute((followers, engagement_rate), on_invalid)  # type: ignore[no-any-return]


def expected_customers_from_engaged(followers: FloatLike, engagement_rate: FloatLike, conversion_of_engaged: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Customers to expect when only followers who engage can convert.

    Expected customers when only engaged followers convert. Formula: ``followers * engagement_rate *
    conversion_of_engaged``.

    Parameters
    ----------
    followers : float or array-like of float
        Followers of the influencer (unit: people, a whole number >= 0).
    engagement_rate : float or array-like of float
        Engagement rate by followers, as a fraction (unit: ratio, a fraction from 0 to 1).
    conversion_of_engaged : float or array-like of float
        Share of engaged followers who become customers, as a fraction (unit: ratio, a fraction from 0 to 1).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Expected number of customers (unit: people).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.

    Notes
    -----
    Roll-up: sum.
    Its results are marked modelled: they rest on a model or an assumption, however well the inputs were
    measured.

    References
    ----------
    common definition; no single authority

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.expected_customers_from_engaged(conversion_of_engaged=0.1, engagement_rate=0.03, followers=200000), 0)
    600.0
    """
    return _expected_customers_from_engaged.compute((followers, engagement_rate, conversion_of_engaged), on_invalid)  # type: ignore[no-any-return]


def customer_value_ratio_to_investment(customers: FloatLike, value_per_customer: FloatLike, investment: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Value of the customers won for each unit of money put into the collaboration.

    Customer value per unit of investment. Formula: ``(customers * value_per_customer) / investment``.

    Parameters
    ----------
    customers : float or array-like of float
        Customers won or expected from the collaboration (unit: people, a finite number >= 0).
    value_per_customer : float or array-like of float
        Value of one customer, in the currency of the investment (unit: currency_each, a finite number >= 0).
    investment : float or array-like of float
        Everything put into the collaboration, in one currency (unit: currency, a finite number >= 0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Customer value per unit of investment; above 1 the value exceeds the outlay (unit: ratio).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``investment == 0``: ``zero_denominator``.

    Notes
    -----
    Roll-up: ratio_of_sums.
    The article DEFINES the proportion this way (value : investment) but COMPUTES customers : goal. Keep both,
    under different names. Exactly one more than the return on investment, where the gain is customers times
    their value.

    References
    ----------
    article on the customer-value proportion of influencer collaborations (Indonesian)

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.customer_value_ratio_to_investment(customers=2000, investment=10000, value_per_customer=15), 0)
    3.0
    """
    return _customer_value_ratio_to_investment.compute((customers, value_per_customer, investment), on_invalid)  # type: ignore[no-any-return]


def goal_gap(customers: FloatLike, goal_customers: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Customers still missing to reach the goal, and zero once it is reached.

    Customers still needed to reach the goal. Formula: ``(goal_customers - customers).max(0.0)``.

    Parameters
    ----------
    customers : float or array-like of float
        Customers won so far (unit: people, a whole number >= 0).
    goal_customers : float or array-like of float
        Customers the campaign set out to win (unit: people, a whole number >= 0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Number of customers still to win, never below 0 (unit: people).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.

    Notes
    -----
    Roll-up: recompute.

    References
    ----------
    common definition; no single authority

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.goal_gap(customers=750, goal_customers=1000), 0)
    250.0
    """
    return _goal_gap.compute((customers, goal_customers), on_invalid)  # type: ignore[no-any-return]


def cost_per_expected_customer(cost: FloatLike, followers: FloatLike, conversion_rate: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """What one expected customer costs when a given share of followers converts.

    Cost per expected customer. Formula: ``cost / (followers * conversion_rate)``.

    Parameters
    ----------
    cost : float or array-like of float
        What the collaboration costs, in one currency (unit: currency, a finite number >= 0).
    followers : float or array-like of float
        Followers of the influencer (unit: people, a whole number >= 0).
    conversion_rate : float or array-like of float
        Share of followers who become customers, as a fraction (unit: ratio, a fraction from 0 to 1).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Currency per expected customer (unit: currency_each).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``followers * conversion_rate == 0``: ``zero_denominator``.

    Notes
    -----
    Roll-up: ratio_of_sums.
    Its results are marked modelled: they rest on a model or an assumption, however well the inputs were
    measured.

    References
    ----------
    common definition; no single authority

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.cost_per_expected_customer(conversion_rate=0.02, cost=5000, followers=50000), 0)
    5.0
    """
    return _cost_per_expected_customer.compute((cost, followers, conversion_rate), on_invalid)  # type: ignore[no-any-return]


def required_followers_for_goal(goal_customers: FloatLike, conversion_rate: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Followers an influencer, or a set of them, needs for a customer goal to be within reach.

    Followers needed to reach a customer goal. Formula: ``goal_customers / conversion_rate``.

    Parameters
    ----------
    goal_customers : float or array-like of float
        Customers the campaign set out to win (unit: people, a whole number >= 0).
    conversion_rate : float or array-like of float
        Share of followers who become customers, as a fraction (unit: ratio, a fraction from 0 to 1).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Number of followers, not rounded up (unit: people).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``conversion_rate == 0``: ``zero_denominator``.

    Notes
    -----
    Roll-up: recompute.
    Its results are marked modelled: they rest on a model or an assumption, however well the inputs were
    measured.

    References
    ----------
    article on the customer-value proportion of influencer collaborations (Indonesian)

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.required_followers_for_goal(conversion_rate=0.02, goal_customers=1000), 0)
    50000.0
    """
    return _required_followers_for_goal.compute((goal_customers, conversion_rate), on_invalid)  # type: ignore[no-any-return]
