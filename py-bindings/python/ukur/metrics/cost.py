"""Metrics of the group ``cost``. Generated from the catalogue by scripts/faces; do not edit, run `make faces`."""

from __future__ import annotations

from .._core import Metric
from .._typing import FloatLike, FloatOut, OnInvalid

__all__ = [
    "cpm",
    "cpm_followers",
    "cost_per_reach",
    "cpe",
    "cpc",
    "cpv",
    "cpa",
    "cpl",
    "ecpm",
    "all_in_cost",
    "coordination_cost",
    "all_in_cpm",
    "micro_breakeven_coordination",
    "influencers_for_equal_reach",
    "cpm_size_elasticity",
]

_cpm = Metric("cpm")
_cpm_followers = Metric("cpm_followers")
_cost_per_reach = Metric("cost_per_reach")
_cpe = Metric("cpe")
_cpc = Metric("cpc")
_cpv = Metric("cpv")
_cpa = Metric("cpa")
_cpl = Metric("cpl")
_ecpm = Metric("ecpm")
_all_in_cost = Metric("all_in_cost")
_coordination_cost = Metric("coordination_cost")
_all_in_cpm = Metric("all_in_cpm")
_micro_breakeven_coordination = Metric("micro_breakeven_coordination")
_influencers_for_equal_reach = Metric("influencers_for_equal_reach")
_cpm_size_elasticity = Metric("cpm_size_elasticity")


def cpm(cost: FloatLike, impressions: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """What a thousand impressions cost.

    Cost per thousand impressions. Formula: ``(1000.0 * cost) / impressions``.

    Parameters
    ----------
    cost : float or array-like of float
        What was paid, in one currency (unit: currency, a finite number >= 0).
    impressions : float or array-like of float
        Times the content was shown (unit: count, a whole number >= 0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Currency per thousand impressions (unit: currency_each).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``impressions == 0``: ``zero_denominator``.

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
    >>> round(ukur.metrics.cpm(cost=15000, impressions=2400000), 2)
    6.25
    """
    return _cpm.compute((cost, impressions), on_invalid)  # type: ignore[no-any-return]


def cpm_followers(cost: FloatLike, followers: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """What a post costs for every thousand followers of the account.

    Cost per thousand followers. Formula: ``(1000.0 * cost) / followers``.

    Parameters
    ----------
    cost : float or array-like of float
        What was paid, in one currency (unit: currency, a finite number >= 0).
    followers : float or array-like of float
        Followers of the account (unit: people, a whole number >= 0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Currency per thousand followers (unit: currency_each).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``followers == 0``: ``zero_denominator``.

    Notes
    -----
    Roll-up: ratio_of_sums.

    References
    ----------
    common definition; no single authority

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.cpm_followers(cost=1500, followers=100000), 0)
    15.0
    """
    return _cpm_followers.compute((cost, followers), on_invalid)  # type: ignore[no-any-return]


def cost_per_reach(cost: FloatLike, unique_reach: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """What it costs to reach one different person.

    Cost per person reached. Formula: ``cost / unique_reach``.

    Parameters
    ----------
    cost : float or array-like of float
        What was paid, in one currency (unit: currency, a finite number >= 0).
    unique_reach : float or array-like of float
        Different people reached, each counted once (unit: people, a whole number >= 0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Currency per person reached (unit: currency_each).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``unique_reach == 0``: ``zero_denominator``.

    Notes
    -----
    Roll-up: ratio_of_sums.
    Totals add the people of the rows, so they are right where rows share nobody; where audiences overlap,
    compute from the unduplicated reach.

    References
    ----------
    ANA Influencer Marketing Measurement Guidelines (July 2022)

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.cost_per_reach(cost=6000, unique_reach=160000), 4)
    0.0375
    """
    return _cost_per_reach.compute((cost, unique_reach), on_invalid)  # type: ignore[no-any-return]


def cpe(cost: FloatLike, engagements: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """What one engagement costs.

    Cost per engagement. Formula: ``cost / engagements``.

    Parameters
    ----------
    cost : float or array-like of float
        What was paid, in one currency (unit: currency, a finite number >= 0).
    engagements : float or array-like of float
        Interactions counted as engagement (unit: count, a whole number >= 0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Currency per engagement (unit: currency_each).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``engagements == 0``: ``zero_denominator``.

    Notes
    -----
    Roll-up: ratio_of_sums.

    References
    ----------
    ANA Influencer Marketing Measurement Guidelines (July 2022)

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.cpe(cost=500, engagements=2000), 2)
    0.25
    """
    return _cpe.compute((cost, engagements), on_invalid)  # type: ignore[no-any-return]


def cpc(cost: FloatLike, clicks: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """What one click costs.

    Cost per click. Formula: ``cost / clicks``.

    Parameters
    ----------
    cost : float or array-like of float
        What was paid, in one currency (unit: currency, a finite number >= 0).
    clicks : float or array-like of float
        Clicks received (unit: count, a whole number >= 0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Currency per click (unit: currency_each).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``clicks == 0``: ``zero_denominator``.

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
    >>> round(ukur.metrics.cpc(clicks=400, cost=500), 2)
    1.25
    """
    return _cpc.compute((cost, clicks), on_invalid)  # type: ignore[no-any-return]


def cpv(cost: FloatLike, views: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """What one video view costs.

    Cost per view. Formula: ``cost / views``.

    Parameters
    ----------
    cost : float or array-like of float
        What was paid, in one currency (unit: currency, a finite number >= 0).
    views : float or array-like of float
        Views, by the platform's definition of a view (unit: count, a whole number >= 0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Currency per view (unit: currency_each).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``views == 0``: ``zero_denominator``.

    Notes
    -----
    Roll-up: ratio_of_sums.

    References
    ----------
    ANA Influencer Marketing Measurement Guidelines (July 2022)

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.cpv(cost=500, views=25000), 2)
    0.02
    """
    return _cpv.compute((cost, views), on_invalid)  # type: ignore[no-any-return]


def cpa(cost: FloatLike, conversions: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """What one conversion costs, whatever action is counted as the conversion.

    Cost per acquisition or conversion. Formula: ``cost / conversions``.

    Parameters
    ----------
    cost : float or array-like of float
        What was paid, in one currency (unit: currency, a finite number >= 0).
    conversions : float or array-like of float
        Conversions of the kind the campaign counts (unit: count_or_people, a whole number >= 0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Currency per conversion (unit: currency_each).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``conversions == 0``: ``zero_denominator``.

    Notes
    -----
    Roll-up: ratio_of_sums.

    References
    ----------
    ANA Influencer Marketing Measurement Guidelines (July 2022)

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.cpa(conversions=100, cost=5000), 0)
    50.0
    """
    return _cpa.compute((cost, conversions), on_invalid)  # type: ignore[no-any-return]


def cpl(cost: FloatLike, leads: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """What one lead costs.

    Cost per lead. Formula: ``cost / leads``.

    Parameters
    ----------
    cost : float or array-like of float
        What was paid, in one currency (unit: currency, a finite number >= 0).
    leads : float or array-like of float
        Leads won (unit: count_or_people, a whole number >= 0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Currency per lead (unit: currency_each).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``leads == 0``: ``zero_denominator``.

    Notes
    -----
    Roll-up: ratio_of_sums.

    References
    ----------
    common definition; no single authority

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.cpl(cost=900, leads=60), 0)
    15.0
    """
    return _cpl.compute((cost, leads), on_invalid)  # type: ignore[no-any-return]


def ecpm(payout: FloatLike, impressions: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Payout of performance-paid content restated per thousand impressions.

    Effective CPM of performance-paid content. Formula: ``(1000.0 * payout) / impressions``.

    Parameters
    ----------
    payout : float or array-like of float
        Commission or performance fee paid, in one currency (unit: currency, a finite number >= 0).
    impressions : float or array-like of float
        Times the content was shown (unit: count, a whole number >= 0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Currency per thousand impressions (unit: currency_each).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``impressions == 0``: ``zero_denominator``.

    Notes
    -----
    Roll-up: ratio_of_sums.

    References
    ----------
    common definition; no single authority

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.ecpm(impressions=60000, payout=180), 0)
    3.0
    """
    return _ecpm.compute((payout, impressions), on_invalid)  # type: ignore[no-any-return]


def all_in_cost(fees: FloatLike, product_cost: FloatLike, hours: FloatLike, hourly_rate: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Full cost of working with influencers: fees, product and working time.

    All-in cost of influencers (fees, product, coordination). Formula: ``fees + product_cost + hours *
    hourly_rate``.

    Parameters
    ----------
    fees : float or array-like of float
        Fees paid to influencers, in one currency (unit: currency, a finite number >= 0).
    product_cost : float or array-like of float
        Cost of products given away, shipping included, in the same currency (unit: currency, a finite number
        >= 0).
    hours : float or array-like of float
        Own working time in hours (unit: hours, a finite number >= 0).
    hourly_rate : float or array-like of float
        Cost of one working hour, in the same currency (unit: currency_each, a finite number >= 0).
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

    References
    ----------
    article on micro and macro influencers (Indonesian), after martech.zone

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.all_in_cost(fees=4000, hourly_rate=30, hours=40, product_cost=600), 0)
    5800.0
    """
    return _all_in_cost.compute((fees, product_cost, hours, hourly_rate), on_invalid)  # type: ignore[no-any-return]


def coordination_cost(n: FloatLike, fixed_hours: FloatLike, hours_each: FloatLike, hourly_rate: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """What coordinating a number of influencers costs in working time.

    Coordination cost of n influencers. Formula: ``(fixed_hours + n * hours_each) * hourly_rate``.

    Parameters
    ----------
    n : float or array-like of float
        Number of influencers (unit: count_or_people, a whole number >= 0).
    fixed_hours : float or array-like of float
        Hours the programme takes whatever its size (unit: hours, a finite number >= 0).
    hours_each : float or array-like of float
        Further hours for each influencer (unit: hours_each, a finite number >= 0).
    hourly_rate : float or array-like of float
        Cost of one working hour, in one currency (unit: currency_each, a finite number >= 0).
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
    Roll-up: recompute.
    Its results are marked modelled: they rest on a model or an assumption, however well the inputs were
    measured.

    References
    ----------
    article on micro and macro influencers (Indonesian), after martech.zone

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.coordination_cost(fixed_hours=20, hourly_rate=25, hours_each=3, n=100), 0)
    8000.0
    """
    return _coordination_cost.compute((n, fixed_hours, hours_each, hourly_rate), on_invalid)  # type: ignore[no-any-return]


def all_in_cpm(fees: FloatLike, coordination: FloatLike, impressions: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """What a thousand impressions cost when coordination is paid for as well.

    All-in CPM. Formula: ``(1000.0 * (fees + coordination)) / impressions``.

    Parameters
    ----------
    fees : float or array-like of float
        Fees paid to influencers, in one currency (unit: currency, a finite number >= 0).
    coordination : float or array-like of float
        Cost of coordinating them, in the same currency (unit: currency, a finite number >= 0).
    impressions : float or array-like of float
        Times the content was shown (unit: count, a whole number >= 0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Currency per thousand impressions (unit: currency_each).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``impressions == 0``: ``zero_denominator``.

    Notes
    -----
    Roll-up: ratio_of_sums.

    References
    ----------
    article on micro and macro influencers (Indonesian), after martech.zone

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.all_in_cpm(coordination=8000, fees=10000, impressions=1500000), 0)
    12.0
    """
    return _all_in_cpm.compute((fees, coordination, impressions), on_invalid)  # type: ignore[no-any-return]


def micro_breakeven_coordination(macro_cost: FloatLike, macro_reach: FloatLike, micro_fee: FloatLike, micro_reach: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Coordination cost per micro influencer at which micro and macro reach cost the same.

    Coordination cost per micro influencer at which micro and macro cost per reach are equal. Formula:
    ``micro_reach * macro_cost / macro_reach - micro_fee``.

    Parameters
    ----------
    macro_cost : float or array-like of float
        Full cost of the macro influencer, in one currency (unit: currency, a finite number >= 0).
    macro_reach : float or array-like of float
        People the macro influencer reaches (unit: people, a whole number >= 0).
    micro_fee : float or array-like of float
        Fee of one micro influencer, in the same currency (unit: currency_each, a finite number >= 0).
    micro_reach : float or array-like of float
        People one micro influencer reaches (unit: people, a whole number >= 0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Currency per micro influencer; negative when micro is dearer even with free coordination (unit:
        currency_each).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``macro_reach == 0.0``: ``zero_denominator``.

    Notes
    -----
    Roll-up: recompute.
    Its results are marked modelled: they rest on a model or an assumption, however well the inputs were
    measured.
    Negative means micro is dearer even with free coordination.

    References
    ----------
    article on micro and macro influencers (Indonesian), after martech.zone

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.micro_breakeven_coordination(macro_cost=10000, macro_reach=500000, micro_fee=150, micro_reach=10000), 0)
    50.0
    """
    return _micro_breakeven_coordination.compute((macro_cost, macro_reach, micro_fee, micro_reach), on_invalid)  # type: ignore[no-any-return]


def influencers_for_equal_reach(target_reach: FloatLike, reach_each: FloatLike, duplication_rate: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Number of equal influencers needed to reach a target, allowing for shared audiences.

    Micro influencers needed for the same reach. Formula: ``whole_up(target_reach / (reach_each * (1.0 -
    duplication_rate)))``.

    Parameters
    ----------
    target_reach : float or array-like of float
        Different people to reach (unit: people, a whole number >= 0).
    reach_each : float or array-like of float
        People one influencer reaches (unit: people_each, a whole number >= 0).
    duplication_rate : float or array-like of float
        Share of summed reach lost to duplication, as a fraction (unit: ratio, a fraction from 0 to 1).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Whole number of influencers, rounded up (unit: count).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``reach_each * (1.0 - duplication_rate) == 0.0``: ``zero_denominator``.

    Notes
    -----
    Roll-up: recompute.
    Its results are marked modelled: they rest on a model or an assumption, however well the inputs were
    measured.

    References
    ----------
    article on micro and macro influencers (Indonesian), after martech.zone

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.influencers_for_equal_reach(duplication_rate=0.2, reach_each=10000, target_reach=500000), 0)
    63.0
    """
    return _influencers_for_equal_reach.compute((target_reach, reach_each, duplication_rate), on_invalid)  # type: ignore[no-any-return]


def cpm_size_elasticity(cost_small: FloatLike, size_small: FloatLike, cost_large: FloatLike, size_large: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Percent by which cost rises when audience size rises by one percent, from two observations.

    Elasticity of cost with respect to audience size (two points). Formula: ``(libm::log(cost_large /
    cost_small)) / (libm::log(size_large / size_small))``.

    Parameters
    ----------
    cost_small : float or array-like of float
        Cost of the smaller influencer, in one currency (unit: currency_each, a finite number > 0).
    size_small : float or array-like of float
        Audience of the smaller influencer (unit: people_each, a finite number > 0).
    cost_large : float or array-like of float
        Cost of the larger influencer, in the same currency (unit: currency_each, a finite number > 0).
    size_large : float or array-like of float
        Audience of the larger influencer (unit: people_each, a finite number > 0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Elasticity; below 1 the cost per thousand falls with size (unit: ratio).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``libm::log(size_large / size_small) == 0``: ``zero_denominator``.

    Notes
    -----
    Roll-up: recompute.
    Below 1: CPM falls with size, as the article claims. The elasticity is that of cost, as the title says;
    that of the CPM is one less.

    References
    ----------
    article on micro and macro influencers (Indonesian), after martech.zone

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.cpm_size_elasticity(cost_large=1000, cost_small=100, size_large=1000000, size_small=10000), 1)
    0.5
    """
    return _cpm_size_elasticity.compute((cost_small, size_small, cost_large, size_large), on_invalid)  # type: ignore[no-any-return]
