"""Metrics of the group ``loyalty``. Generated from the catalogue by scripts/faces; do not edit, run `make faces`."""

from __future__ import annotations

from .._core import Metric
from .._typing import ColumnLike, FloatLike, FloatOut, OnInvalid

__all__ = [
    "redemption_rate_period",
    "redemption_rate_lifetime",
    "redemption_rate_member_mean",
    "breakage_rate",
    "ultimate_redemption_rate",
    "points_liability",
    "earn_rate_value",
    "effective_discount",
    "burn_to_earn_ratio",
    "membership_rate",
    "active_member_rate",
    "order_earning_rate",
    "reward_usage_rate",
    "tier_migration_probability",
    "tier_steady_state_share",
    "loyalty_incremental_spend",
    "loyalty_programme_roi",
    "breakeven_spend_uplift",
]

_redemption_rate_period = Metric("redemption_rate_period")
_redemption_rate_lifetime = Metric("redemption_rate_lifetime")
_redemption_rate_member_mean = Metric("redemption_rate_member_mean")
_breakage_rate = Metric("breakage_rate")
_ultimate_redemption_rate = Metric("ultimate_redemption_rate")
_points_liability = Metric("points_liability")
_earn_rate_value = Metric("earn_rate_value")
_effective_discount = Metric("effective_discount")
_burn_to_earn_ratio = Metric("burn_to_earn_ratio")
_membership_rate = Metric("membership_rate")
_active_member_rate = Metric("active_member_rate")
_order_earning_rate = Metric("order_earning_rate")
_reward_usage_rate = Metric("reward_usage_rate")
_tier_migration_probability = Metric("tier_migration_probability")
_tier_steady_state_share = Metric("tier_steady_state_share")
_loyalty_incremental_spend = Metric("loyalty_incremental_spend")
_loyalty_programme_roi = Metric("loyalty_programme_roi")
_breakeven_spend_uplift = Metric("breakeven_spend_uplift")


def redemption_rate_period(points_redeemed: FloatLike, points_earned: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Points redeemed in a period relative to points earned in it.

    Redemption rate of a period (points redeemed over points earned). Formula: ``points_redeemed /
    points_earned``.

    Parameters
    ----------
    points_redeemed : float or array-like of float
        Points redeemed in the period, whenever they were earned (unit: points, a finite number >= 0).
    points_earned : float or array-like of float
        Points earned in the period (unit: points, a finite number >= 0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Fraction of points earned; may exceed 1 when old points are redeemed (unit: ratio).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``points_earned == 0``: ``zero_denominator``.

    Notes
    -----
    Roll-up: ratio_of_sums.
    Variant (default) of the family redemption_rate: The default: choose it for regular reports; it is not
    capped, because old points may be redeemed.
    May exceed 1 when old points are burned: do not clamp.

    References
    ----------
    Smile.io help articles 12109028 (rates of the last 30 days) and 4036306 (rate since launch)

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.redemption_rate_period(points_earned=80000, points_redeemed=24000), 1)
    0.3
    """
    return _redemption_rate_period.compute((points_redeemed, points_earned), on_invalid)  # type: ignore[no-any-return]


def redemption_rate_lifetime(points_redeemed_total: FloatLike, points_issued_total: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Share of all points issued since launch that have been redeemed.

    Redemption rate since launch. Formula: ``points_redeemed_total / points_issued_total``.

    Parameters
    ----------
    points_redeemed_total : float or array-like of float
        Points redeemed since launch (unit: points, a finite number >= 0).
    points_issued_total : float or array-like of float
        Points issued since launch (unit: points, a finite number >= 0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Fraction of points issued (unit: ratio).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``points_issued_total == 0``: ``zero_denominator``;
        ``points_redeemed_total > points_issued_total``: ``infeasible``.

    Notes
    -----
    Roll-up: ratio_of_sums.
    Variant of the family redemption_rate: Choose it to see the programme as a whole; recent points have had
    little time to be redeemed.

    References
    ----------
    Smile.io help articles 12109028 (rates of the last 30 days) and 4036306 (rate since launch)

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.redemption_rate_lifetime(points_issued_total=1000000, points_redeemed_total=450000), 2)
    0.45
    """
    return _redemption_rate_lifetime.compute((points_redeemed_total, points_issued_total), on_invalid)  # type: ignore[no-any-return]


def redemption_rate_member_mean(redeemed: ColumnLike, earned: ColumnLike) -> float:
    """Average over members of their own redemption rates, each capped at one.

    Mean of member redemption rates, capped. Formula: ``sum(if earned > 0.0 { (redeemed / earned).min(1.0) }
    else { 0.0 }) / sum(if earned > 0.0 { 1.0 } else { 0.0 })``.

    Parameters
    ----------
    redeemed : array-like of float
        Points redeemed by each member (unit: points, a finite number >= 0).
    earned : array-like of float
        Points earned by each member, in the same order; a member who earned none has no rate and is left out
        (unit: points, a finite number >= 0).

    Returns
    -------
    float
        Mean fraction, at most 1 (unit: ratio).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``redeemed.len() != earned.len()``: ``infeasible``;
        ``!earned.iter().any(|earned| *earned > 0.0)``: ``insufficient_data``.

    Notes
    -----
    Roll-up: mean_of_ratios.
    Variant of the family redemption_rate: Choose it to match SAP Emarsys; every member counts the same,
    however many points they hold.

    References
    ----------
    SAP Emarsys help article 4608224925969

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.redemption_rate_member_mean(earned=[100, 200, 100], redeemed=[50, 300, 0]), 1)
    0.5
    """
    return _redemption_rate_member_mean.compute((redeemed, earned), "raise")  # type: ignore[no-any-return]


def breakage_rate(ultimate_redemption_rate: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Share of issued points that will never be redeemed.

    Breakage rate. Formula: ``1.0 - ultimate_redemption_rate``.

    Parameters
    ----------
    ultimate_redemption_rate : float or array-like of float
        Share of issued points that will be redeemed in the end, as a fraction (unit: ratio, a fraction from 0
        to 1).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Fraction of issued points (unit: ratio).

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
    Gault, Llaguno & Menard, Loyalty Rewards and Gift Card Programs: Basic Actuarial Estimation Techniques,
    Casualty Actuarial Society

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.breakage_rate(ultimate_redemption_rate=0.86), 2)
    0.14
    """
    return _breakage_rate.compute((ultimate_redemption_rate,), on_invalid)  # type: ignore[no-any-return]


def ultimate_redemption_rate(redeemed_to_date: FloatLike, development_factor: FloatLike, issued: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Share of issued points expected to be redeemed in the end, projected from redemptions so far.

    Ultimate redemption rate by development factor. Formula: ``(redeemed_to_date * development_factor) /
    issued``.

    Parameters
    ----------
    redeemed_to_date : float or array-like of float
        Points redeemed so far (unit: points, a finite number >= 0).
    development_factor : float or array-like of float
        Points redeemed in the end per point redeemed so far, from older issues (unit: ratio, a finite number
        >= 1).
    issued : float or array-like of float
        Points issued (unit: points, a finite number >= 0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Fraction of issued points (unit: ratio).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``issued == 0``: ``zero_denominator``; ``redeemed_to_date *
        development_factor > issued``: ``infeasible``.

    Notes
    -----
    Roll-up: recompute.
    Its results are marked modelled: they rest on a model or an assumption, however well the inputs were
    measured.

    References
    ----------
    Gault, Llaguno & Menard, Loyalty Rewards and Gift Card Programs: Basic Actuarial Estimation Techniques,
    Casualty Actuarial Society

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.ultimate_redemption_rate(development_factor=1.5, issued=1000000, redeemed_to_date=520000), 2)
    0.78
    """
    return _ultimate_redemption_rate.compute((redeemed_to_date, development_factor, issued), on_invalid)  # type: ignore[no-any-return]


def points_liability(points_outstanding: FloatLike, expected_redemption_of_outstanding: FloatLike, cost_per_point: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Cost to set aside for the points that members still hold.

    Points liability (cost accrual). Formula: ``points_outstanding * expected_redemption_of_outstanding *
    cost_per_point``.

    Parameters
    ----------
    points_outstanding : float or array-like of float
        Points issued and neither redeemed nor expired (unit: points, a finite number >= 0).
    expected_redemption_of_outstanding : float or array-like of float
        Share of these points that will be redeemed, as a fraction; not that of issued points (unit: ratio, a
        fraction from 0 to 1).
    cost_per_point : float or array-like of float
        Cost of redeeming one point, in one currency (unit: currency_each, a finite number >= 0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Currency (unit: currency).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.

    Notes
    -----
    Roll-up: sum.
    Its results are marked modelled: they rest on a model or an assumption, however well the inputs were
    measured.
    The redemption rate of OUTSTANDING points is not the URR of issued points.

    References
    ----------
    Gault, Llaguno & Menard, Loyalty Rewards and Gift Card Programs: Basic Actuarial Estimation Techniques,
    Casualty Actuarial Society

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.points_liability(cost_per_point=0.01, expected_redemption_of_outstanding=0.7, points_outstanding=4000000), 0)
    28000.0
    """
    return _points_liability.compute((points_outstanding, expected_redemption_of_outstanding, cost_per_point), on_invalid)  # type: ignore[no-any-return]


def earn_rate_value(points_per_currency: FloatLike, value_per_point: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Value of the points earned for each unit of money spent.

    Reward rate (value of points per unit spent). Formula: ``points_per_currency * value_per_point``.

    Parameters
    ----------
    points_per_currency : float or array-like of float
        Points earned per unit of currency spent (unit: points_each, a finite number >= 0).
    value_per_point : float or array-like of float
        Value of one point, in that currency (unit: currency_each, a finite number >= 0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Fraction of spend given back (unit: ratio).

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
    >>> round(ukur.metrics.earn_rate_value(points_per_currency=2, value_per_point=0.01), 2)
    0.02
    """
    return _earn_rate_value.compute((points_per_currency, value_per_point), on_invalid)  # type: ignore[no-any-return]


def effective_discount(reward_rate: FloatLike, ultimate_redemption_rate: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Reward rate that remains after the points that are never redeemed.

    Effective discount after breakage. Formula: ``reward_rate * ultimate_redemption_rate``.

    Parameters
    ----------
    reward_rate : float or array-like of float
        Value of points earned per unit spent, as a fraction (unit: ratio, a finite number >= 0).
    ultimate_redemption_rate : float or array-like of float
        Share of issued points that will be redeemed in the end, as a fraction (unit: ratio, a fraction from 0
        to 1).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Fraction of spend (unit: ratio).

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
    common definition; no single authority

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.effective_discount(reward_rate=0.05, ultimate_redemption_rate=0.8), 2)
    0.04
    """
    return _effective_discount.compute((reward_rate, ultimate_redemption_rate), on_invalid)  # type: ignore[no-any-return]


def burn_to_earn_ratio(burned: FloatLike, earned: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Points burned for each point earned in the same period.

    Burn-to-earn ratio (points). Formula: ``burned / earned``.

    Parameters
    ----------
    burned : float or array-like of float
        Points redeemed in the period (unit: points, a finite number >= 0).
    earned : float or array-like of float
        Points earned in the period (unit: points, a finite number >= 0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Points burned per point earned; may exceed 1 (unit: ratio).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``earned == 0``: ``zero_denominator``.

    Notes
    -----
    Roll-up: ratio_of_sums.

    References
    ----------
    common definition; no single authority

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.burn_to_earn_ratio(burned=60, earned=80), 2)
    0.75
    """
    return _burn_to_earn_ratio.compute((burned, earned), on_invalid)  # type: ignore[no-any-return]


def membership_rate(members_ordering: FloatLike, customers_ordering: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Share of the customers who ordered that are members of the programme.

    Membership rate among ordering customers. Formula: ``members_ordering / customers_ordering``.

    Parameters
    ----------
    members_ordering : float or array-like of float
        Members with at least one order in the period (unit: people, a whole number >= 0).
    customers_ordering : float or array-like of float
        All customers with at least one order in the period (unit: people, a whole number >= 0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Fraction of ordering customers (unit: ratio).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``customers_ordering == 0``: ``zero_denominator``; ``members_ordering >
        customers_ordering``: ``infeasible``.

    Notes
    -----
    Roll-up: ratio_of_sums.

    References
    ----------
    Smile.io help articles 12109028 (rates of the last 30 days) and 4036306 (rate since launch)

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.membership_rate(customers_ordering=900, members_ordering=360), 1)
    0.4
    """
    return _membership_rate.compute((members_ordering, customers_ordering), on_invalid)  # type: ignore[no-any-return]


def active_member_rate(active_members: FloatLike, members: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Share of the members who were active in the period.

    Active member rate. Formula: ``active_members / members``.

    Parameters
    ----------
    active_members : float or array-like of float
        Members with activity in the period (unit: people, a whole number >= 0).
    members : float or array-like of float
        All members (unit: people, a whole number >= 0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Fraction of members (unit: ratio).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``members == 0``: ``zero_denominator``; ``active_members > members``:
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
    >>> round(ukur.metrics.active_member_rate(active_members=420, members=1000), 2)
    0.42
    """
    return _active_member_rate.compute((active_members, members), on_invalid)  # type: ignore[no-any-return]


def order_earning_rate(orders_earning: FloatLike, orders: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Share of orders on which points were earned.

    Order earning rate. Formula: ``orders_earning / orders``.

    Parameters
    ----------
    orders_earning : float or array-like of float
        Orders on which points were earned (unit: count, a whole number >= 0).
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
        There is no value, by code: ``orders == 0``: ``zero_denominator``; ``orders_earning > orders``:
        ``infeasible``.

    Notes
    -----
    Roll-up: ratio_of_sums.

    References
    ----------
    Smile.io help articles 12109028 (rates of the last 30 days) and 4036306 (rate since launch)

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.order_earning_rate(orders=1000, orders_earning=650), 2)
    0.65
    """
    return _order_earning_rate.compute((orders_earning, orders), on_invalid)  # type: ignore[no-any-return]


def reward_usage_rate(rewards_used: FloatLike, rewards_redeemed: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Share of the rewards members took out that they went on to use.

    Reward usage rate. Formula: ``rewards_used / rewards_redeemed``.

    Parameters
    ----------
    rewards_used : float or array-like of float
        Rewards used on an order (unit: count, a whole number >= 0).
    rewards_redeemed : float or array-like of float
        Rewards for which points were exchanged (unit: count, a whole number >= 0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Fraction of rewards redeemed (unit: ratio).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``rewards_redeemed == 0``: ``zero_denominator``; ``rewards_used >
        rewards_redeemed``: ``infeasible``.

    Notes
    -----
    Roll-up: ratio_of_sums.

    References
    ----------
    Smile.io help articles 12109028 (rates of the last 30 days) and 4036306 (rate since launch)

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.reward_usage_rate(rewards_redeemed=240, rewards_used=180), 2)
    0.75
    """
    return _reward_usage_rate.compute((rewards_used, rewards_redeemed), on_invalid)  # type: ignore[no-any-return]


def tier_migration_probability(row_counts: ColumnLike, to: FloatLike) -> float:
    """Share of the members of one tier who are in a given tier a period later.

    Tier migration probability. Formula: ``row_counts.get(to as usize).copied().unwrap_or(f64::NAN) /
    sum(row_counts)``.

    Parameters
    ----------
    row_counts : array-like of float
        Members of the starting tier counted by the tier they are in a period later (unit: count_or_people, a
        finite number >= 0).
    to : float or array-like of float
        Tier to move to, as a position in `row_counts` counted from 0 (unit: index, a whole number >= 0).

    Returns
    -------
    float
        Probability (unit: ratio).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``to >= row_counts.len() as f64``: ``infeasible``; ``sum(row_counts) ==
        0.0``: ``zero_denominator``.

    Notes
    -----
    Roll-up: ratio_of_sums.

    References
    ----------
    common definition; no single authority

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.tier_migration_probability(row_counts=[70, 25, 5], to=1), 2)
    0.25
    """
    return _tier_migration_probability.compute((row_counts, to), "raise")  # type: ignore[no-any-return]


def tier_steady_state_share(upgrade: FloatLike, downgrade: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Share of members in the upper of two tiers once upgrades and downgrades balance.

    Steady-state share of the upper tier (two tiers). Formula: ``upgrade / (upgrade + downgrade)``.

    Parameters
    ----------
    upgrade : float or array-like of float
        Share of the lower tier that moves up per period, as a fraction (unit: ratio, a fraction from 0 to 1).
    downgrade : float or array-like of float
        Share of the upper tier that moves down per period, as a fraction (unit: ratio, a fraction from 0 to
        1).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Fraction of members (unit: ratio).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``upgrade + downgrade == 0.0``: ``not_identified``.

    Notes
    -----
    Roll-up: recompute.
    Its results are marked modelled: they rest on a model or an assumption, however well the inputs were
    measured.

    References
    ----------
    common definition; no single authority

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.tier_steady_state_share(downgrade=0.3, upgrade=0.1), 2)
    0.25
    """
    return _tier_steady_state_share.compute((upgrade, downgrade), on_invalid)  # type: ignore[no-any-return]


def loyalty_incremental_spend(member_pre: FloatLike, member_post: FloatLike, control_pre: FloatLike, control_post: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Extra spend per member beyond the change seen in comparable non-members.

    Incremental spend per member (difference in differences). Formula: ``member_post - member_pre -
    (control_post - control_pre)``.

    Parameters
    ----------
    member_pre : float or array-like of float
        Spend per member before joining, in one currency (unit: currency_each, a finite number >= 0).
    member_post : float or array-like of float
        Spend per member after joining, in the same currency (unit: currency_each, a finite number >= 0).
    control_pre : float or array-like of float
        Spend per comparable non-member before, in the same currency (unit: currency_each, a finite number >=
        0).
    control_post : float or array-like of float
        Spend per comparable non-member after, in the same currency (unit: currency_each, a finite number >=
        0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Currency per member (unit: currency_each).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.

    Notes
    -----
    Roll-up: mean.
    Its results are marked estimated: they infer from a sample or assume what cannot be observed.
    Before/after of members alone (25 here) overstates; members select themselves. Totals are means over rows:
    right where a row is a member.

    References
    ----------
    common definition; no single authority

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.loyalty_incremental_spend(control_post=99, control_pre=90, member_post=125, member_pre=100), 0)
    16.0
    """
    return _loyalty_incremental_spend.compute((member_pre, member_post, control_pre, control_post), on_invalid)  # type: ignore[no-any-return]


def loyalty_programme_roi(incremental_margin: FloatLike, programme_cost: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Net margin a loyalty programme adds relative to what it costs.

    Loyalty programme ROI. Formula: ``(incremental_margin - programme_cost) / programme_cost``.

    Parameters
    ----------
    incremental_margin : float or array-like of float
        Margin that would not exist without the programme, in one currency (unit: currency, a finite number).
    programme_cost : float or array-like of float
        Rewards and running cost, in the same currency (unit: currency, a finite number >= 0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Fraction of the cost; 0 breaks even (unit: ratio).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``programme_cost == 0``: ``zero_denominator``.

    Notes
    -----
    Roll-up: ratio_of_sums.

    References
    ----------
    common definition; no single authority

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.loyalty_programme_roi(incremental_margin=180000, programme_cost=120000), 1)
    0.5
    """
    return _loyalty_programme_roi.compute((incremental_margin, programme_cost), on_invalid)  # type: ignore[no-any-return]


def breakeven_spend_uplift(margin: FloatLike, reward_cost_rate: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Extra spend, relative to before, at which a reward scheme just pays for itself.

    Spend uplift needed to pay for a reward rate. Formula: ``reward_cost_rate / (margin - reward_cost_rate)``.

    Parameters
    ----------
    margin : float or array-like of float
        Share of spend kept as margin before rewards, as a fraction (unit: ratio, a fraction from 0 to 1).
    reward_cost_rate : float or array-like of float
        Cost of rewards per unit spent, as a fraction (unit: ratio, a fraction from 0 to 1).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Fraction of the earlier spend (unit: ratio).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``margin <= reward_cost_rate``: ``never``.

    Notes
    -----
    Roll-up: recompute.

    References
    ----------
    common definition; no single authority

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.breakeven_spend_uplift(margin=0.4, reward_cost_rate=0.05), 9)
    0.142857143
    """
    return _breakeven_spend_uplift.compute((margin, reward_cost_rate), on_invalid)  # type: ignore[no-any-return]
