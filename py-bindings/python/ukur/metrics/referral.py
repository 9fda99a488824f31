"""Metrics of the group ``referral``. Generated from the catalogue by scripts/faces; do not edit, run `make faces`."""

from __future__ import annotations

from .._core import Metric
from .._typing import FloatLike, FloatOut, OnInvalid

__all__ = [
    "share_rate",
    "clicks_per_share",
    "referral_conversion_rate",
    "referral_rate",
    "referral_cac",
    "referral_breakeven_reward",
    "referral_breakeven_friend_reward",
    "referral_reward_roi",
    "two_way_uplift",
]

_share_rate = Metric("share_rate")
_clicks_per_share = Metric("clicks_per_share")
_referral_conversion_rate = Metric("referral_conversion_rate")
_referral_rate = Metric("referral_rate")
_referral_cac = Metric("referral_cac")
_referral_breakeven_reward = Metric("referral_breakeven_reward")
_referral_breakeven_friend_reward = Metric("referral_breakeven_friend_reward")
_referral_reward_roi = Metric("referral_reward_roi")
_two_way_uplift = Metric("two_way_uplift")


def share_rate(sharers: FloatLike, customers: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Share of customers who passed a referral on.

    Referral share rate. Formula: ``sharers / customers``.

    Parameters
    ----------
    sharers : float or array-like of float
        Customers who shared at least once (unit: people, a whole number >= 0).
    customers : float or array-like of float
        Customers who could have shared (unit: people, a whole number >= 0).
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
        There is no value, by code: ``customers == 0``: ``zero_denominator``; ``sharers > customers``:
        ``infeasible``.

    Notes
    -----
    Roll-up: ratio_of_sums.

    References
    ----------
    allconsultingfirms.com (75 of 1,000, 7.5 %); Friendbuy, referral program metrics (5-9 %)

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.share_rate(customers=1000, sharers=75), 3)
    0.075
    """
    return _share_rate.compute((sharers, customers), on_invalid)  # type: ignore[no-any-return]


def clicks_per_share(clicks: FloatLike, shares: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Clicks that one shared referral brings.

    Clicks per share. Formula: ``clicks / shares``.

    Parameters
    ----------
    clicks : float or array-like of float
        Clicks on shared referrals (unit: count, a whole number >= 0).
    shares : float or array-like of float
        Referrals shared (unit: count, a whole number >= 0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Clicks per share (unit: ratio).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``shares == 0``: ``zero_denominator``.

    Notes
    -----
    Roll-up: ratio_of_sums.

    References
    ----------
    Friendbuy, referral program metrics (1.8-2.8 clicks per share)

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.clicks_per_share(clicks=450, shares=200), 2)
    2.25
    """
    return _clicks_per_share.compute((clicks, shares), on_invalid)  # type: ignore[no-any-return]


def referral_conversion_rate(referred_customers: FloatLike, referred_leads: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Share of referred leads who became customers.

    Referral conversion rate. Formula: ``referred_customers / referred_leads``.

    Parameters
    ----------
    referred_customers : float or array-like of float
        Referred leads who became customers (unit: people, a whole number >= 0).
    referred_leads : float or array-like of float
        Leads who came through a referral (unit: people, a whole number >= 0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Fraction of referred leads (unit: ratio).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``referred_leads == 0``: ``zero_denominator``; ``referred_customers >
        referred_leads``: ``infeasible``.

    Notes
    -----
    Roll-up: ratio_of_sums.

    References
    ----------
    keevee.com, referral metrics (60 of 300, 20 %; 40 of 500, 8 %)

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.referral_conversion_rate(referred_customers=60, referred_leads=300), 1)
    0.2
    """
    return _referral_conversion_rate.compute((referred_customers, referred_leads), on_invalid)  # type: ignore[no-any-return]


def referral_rate(referred_purchases: FloatLike, purchases: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Share of purchases that came through a referral.

    Referral rate (share of purchases). Formula: ``referred_purchases / purchases``.

    Parameters
    ----------
    referred_purchases : float or array-like of float
        Purchases that came through a referral (unit: count, a whole number >= 0).
    purchases : float or array-like of float
        All purchases (unit: count, a whole number >= 0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Fraction of purchases (unit: ratio).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``purchases == 0``: ``zero_denominator``; ``referred_purchases >
        purchases``: ``infeasible``.

    Notes
    -----
    Roll-up: ratio_of_sums.

    References
    ----------
    keevee.com, referral metrics (60 of 300, 20 %; 40 of 500, 8 %)

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.referral_rate(purchases=500, referred_purchases=40), 2)
    0.08
    """
    return _referral_rate.compute((referred_purchases, purchases), on_invalid)  # type: ignore[no-any-return]


def referral_cac(advocate_reward: FloatLike, friend_reward: FloatLike, reward_redemption: FloatLike, programme_cost: FloatLike, referred_customers: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """What a customer won by referral costs when both the advocate and the friend are rewarded.

    Referral acquisition cost, two-way incentive. Formula: ``((advocate_reward + friend_reward) *
    reward_redemption * referred_customers + programme_cost) / referred_customers``.

    Parameters
    ----------
    advocate_reward : float or array-like of float
        Reward of the customer who refers, in one currency (unit: currency_each, a finite number >= 0).
    friend_reward : float or array-like of float
        Reward of the friend who joins, in the same currency (unit: currency_each, a finite number >= 0).
    reward_redemption : float or array-like of float
        Share of rewards that are redeemed, as a fraction (unit: ratio, a fraction from 0 to 1).
    programme_cost : float or array-like of float
        Running cost of the programme, in the same currency (unit: currency, a finite number >= 0).
    referred_customers : float or array-like of float
        Customers won by referral (unit: people, a whole number >= 0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Currency per referred customer (unit: currency_each).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``referred_customers == 0``: ``zero_denominator``.

    Notes
    -----
    Roll-up: ratio_of_sums.

    References
    ----------
    article on measuring social media marketing (Indonesian), after socialmediaexaminer.com

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.referral_cac(advocate_reward=10, friend_reward=10, programme_cost=1200, referred_customers=300, reward_redemption=0.8), 0)
    20.0
    """
    return _referral_cac.compute((advocate_reward, friend_reward, reward_redemption, programme_cost, referred_customers), on_invalid)  # type: ignore[no-any-return]


def referral_breakeven_reward(margin_clv_referred: FloatLike, incrementality: FloatLike, overhead_per_referral: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Largest sum of advocate and friend reward at which a referral still breaks even.

    Largest total two-way reward that breaks even. Formula: ``margin_clv_referred * incrementality -
    overhead_per_referral``.

    Parameters
    ----------
    margin_clv_referred : float or array-like of float
        Lifetime value after margin of a referred customer, in one currency (unit: currency_each, a finite
        number >= 0).
    incrementality : float or array-like of float
        Share of referred customers who would not have come anyway, as a fraction (unit: ratio, a fraction
        from 0 to 1).
    overhead_per_referral : float or array-like of float
        Running cost per referred customer, in the same currency (unit: currency_each, a finite number >= 0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Currency per referral; negative when no reward can break even (unit: currency_each).

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
    article on measuring social media marketing (Indonesian), after socialmediaexaminer.com

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.referral_breakeven_reward(incrementality=0.7, margin_clv_referred=60, overhead_per_referral=4), 0)
    38.0
    """
    return _referral_breakeven_reward.compute((margin_clv_referred, incrementality, overhead_per_referral), on_invalid)  # type: ignore[no-any-return]


def referral_breakeven_friend_reward(margin_clv_referred: FloatLike, incrementality: FloatLike, overhead_per_referral: FloatLike, advocate_reward: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Largest friend reward at which a referral still breaks even once the advocate is rewarded.

    Largest friend reward given the advocate reward. Formula: ``margin_clv_referred * incrementality -
    overhead_per_referral - advocate_reward``.

    Parameters
    ----------
    margin_clv_referred : float or array-like of float
        Lifetime value after margin of a referred customer, in one currency (unit: currency_each, a finite
        number >= 0).
    incrementality : float or array-like of float
        Share of referred customers who would not have come anyway, as a fraction (unit: ratio, a fraction
        from 0 to 1).
    overhead_per_referral : float or array-like of float
        Running cost per referred customer, in the same currency (unit: currency_each, a finite number >= 0).
    advocate_reward : float or array-like of float
        Reward of the customer who refers, in the same currency (unit: currency_each, a finite number >= 0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Currency per referral; negative when the advocate reward alone is too high (unit: currency_each).

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
    article on measuring social media marketing (Indonesian), after socialmediaexaminer.com

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.referral_breakeven_friend_reward(advocate_reward=20, incrementality=0.7, margin_clv_referred=60, overhead_per_referral=4), 0)
    18.0
    """
    return _referral_breakeven_friend_reward.compute((margin_clv_referred, incrementality, overhead_per_referral, advocate_reward), on_invalid)  # type: ignore[no-any-return]


def referral_reward_roi(clv_difference: FloatLike, reward: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Net gain from the higher value of referred customers relative to the reward paid.

    ROI of a referral reward. Formula: ``(clv_difference - reward) / reward``.

    Parameters
    ----------
    clv_difference : float or array-like of float
        Lifetime value of a referred customer above that of others, in one currency (unit: currency_each, a
        finite number).
    reward : float or array-like of float
        Reward paid per referred customer, in the same currency (unit: currency_each, a finite number >= 0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Fraction of the reward; 0 breaks even (unit: ratio).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``reward == 0``: ``zero_denominator``.

    Notes
    -----
    Roll-up: ratio_of_sums.
    Its results are marked modelled: they rest on a model or an assumption, however well the inputs were
    measured.

    References
    ----------
    Schmitt, Skiera & Van den Bulte (2011), Journal of Marketing 75(1); GfK Marketing Intelligence Review
    5(1), 2013 (reward of EUR 25, CLV difference of EUR 40, ROI about 60 %)

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.referral_reward_roi(clv_difference=40, reward=25), 1)
    0.6
    """
    return _referral_reward_roi.compute((clv_difference, reward), on_invalid)  # type: ignore[no-any-return]


def two_way_uplift(k_two_way: FloatLike, k_one_way: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """How much more customers refer when both sides are rewarded than when only one is.

    Two-way over one-way incentive uplift in referrals per customer. Formula: ``(k_two_way - k_one_way) /
    k_one_way``.

    Parameters
    ----------
    k_two_way : float or array-like of float
        Referrals per customer with a reward for both sides (unit: ratio, a finite number >= 0).
    k_one_way : float or array-like of float
        Referrals per customer with a reward for one side (unit: ratio, a finite number >= 0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Fraction; 1 means twice as many referrals (unit: ratio).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``k_one_way == 0``: ``zero_denominator``.

    Notes
    -----
    Roll-up: recompute.
    The article claims two-way programmes "double"; testable with an experiment.

    References
    ----------
    article on measuring social media marketing (Indonesian), after socialmediaexaminer.com

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.two_way_uplift(k_one_way=0.12, k_two_way=0.24), 0)
    1.0
    """
    return _two_way_uplift.compute((k_two_way, k_one_way), on_invalid)  # type: ignore[no-any-return]
