"""Metrics of the group ``audience_quality``. Generated from the catalogue by scripts/faces; do not edit, run `make faces`."""

from __future__ import annotations

from .._core import Metric
from .._typing import FloatLike, FloatOut, OnInvalid

__all__ = [
    "fake_follower_share",
    "effective_followers",
    "target_audience_reach",
    "audience_affinity_index",
    "crm_match_rate",
    "advocate_precision_lift",
]

_fake_follower_share = Metric("fake_follower_share")
_effective_followers = Metric("effective_followers")
_target_audience_reach = Metric("target_audience_reach")
_audience_affinity_index = Metric("audience_affinity_index")
_crm_match_rate = Metric("crm_match_rate")
_advocate_precision_lift = Metric("advocate_precision_lift")


def fake_follower_share(credible: FloatLike, followers: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Share of an account's followers who are not credible.

    Fake-follower share. Formula: ``(followers - credible) / followers``.

    Parameters
    ----------
    credible : float or array-like of float
        Followers judged real by the tool in use (unit: people, a whole number >= 0).
    followers : float or array-like of float
        All followers of the account (unit: people, a whole number >= 0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Fraction of followers (unit: ratio).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``followers == 0``: ``zero_denominator``; ``credible > followers``:
        ``infeasible``.

    Notes
    -----
    Roll-up: ratio_of_sums.

    References
    ----------
    common definition; no single authority (vendors differ in whom they call credible)

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.fake_follower_share(credible=175500, followers=450000), 2)
    0.61
    """
    return _fake_follower_share.compute((credible, followers), on_invalid)  # type: ignore[no-any-return]


def effective_followers(followers: FloatLike, fake_share: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Followers left when the fake ones are taken out.

    Effective followers after removing fakes. Formula: ``followers * (1.0 - fake_share)``.

    Parameters
    ----------
    followers : float or array-like of float
        All followers of the account (unit: people, a whole number >= 0).
    fake_share : float or array-like of float
        Share of followers who are fake, as a fraction (unit: ratio, a fraction from 0 to 1).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Number of followers (unit: people).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.

    Notes
    -----
    Roll-up: sum.

    References
    ----------
    common definition; no single authority (vendors differ in whom they call fake)

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.effective_followers(fake_share=0.61, followers=450000), 0)
    175500.0
    """
    return _effective_followers.compute((followers, fake_share), on_invalid)  # type: ignore[no-any-return]


def target_audience_reach(followers: FloatLike, target_share: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Followers who belong to the target market.

    Followers inside the target market. Formula: ``followers * target_share``.

    Parameters
    ----------
    followers : float or array-like of float
        Followers of the account (unit: people, a whole number >= 0).
    target_share : float or array-like of float
        Share of followers inside the target market, as a fraction (unit: ratio, a fraction from 0 to 1).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Number of followers (unit: people).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.

    Notes
    -----
    Roll-up: sum.

    References
    ----------
    common definition; no single authority

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.target_audience_reach(followers=100000, target_share=0.35), 0)
    35000.0
    """
    return _target_audience_reach.compute((followers, target_share), on_invalid)  # type: ignore[no-any-return]


def audience_affinity_index(share_in_audience: FloatLike, share_in_population: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """How much more common a trait is in an audience than in the population, as an index around 100.

    Audience affinity index (audience share over population share, x100). Formula: ``(100.0 *
    share_in_audience) / share_in_population``.

    Parameters
    ----------
    share_in_audience : float or array-like of float
        Share of the audience with the trait, as a fraction (unit: ratio, a fraction from 0 to 1).
    share_in_population : float or array-like of float
        Share of the population with the trait, as a fraction (unit: ratio, a fraction from 0 to 1).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Index; 100 means as common as in the population (unit: index).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``share_in_population == 0``: ``zero_denominator``.

    Notes
    -----
    Roll-up: recompute.

    References
    ----------
    common definition; no single authority

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.audience_affinity_index(share_in_audience=0.3, share_in_population=0.2), 0)
    150.0
    """
    return _audience_affinity_index.compute((share_in_audience, share_in_population), on_invalid)  # type: ignore[no-any-return]


def crm_match_rate(matched: FloatLike, uploaded: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Share of the customer records uploaded to a platform that it could match to accounts.

    CRM match rate of an audience. Formula: ``matched / uploaded``.

    Parameters
    ----------
    matched : float or array-like of float
        Customers the platform recognised (unit: people, a whole number >= 0).
    uploaded : float or array-like of float
        Customers uploaded from the CRM (unit: people, a whole number >= 0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Fraction of uploaded customers (unit: ratio).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``uploaded == 0``: ``zero_denominator``; ``matched > uploaded``:
        ``infeasible``.

    Notes
    -----
    Roll-up: ratio_of_sums.

    References
    ----------
    article on measuring social media marketing (Indonesian), after socialmediaexaminer.com

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.crm_match_rate(matched=6200, uploaded=10000), 2)
    0.62
    """
    return _crm_match_rate.compute((matched, uploaded), on_invalid)  # type: ignore[no-any-return]


def advocate_precision_lift(advocacy_rate_selected: FloatLike, advocacy_rate_all: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """How many times more often selected customers advocate the brand than customers at large.

    Targeting lift of an advocate list. Formula: ``advocacy_rate_selected / advocacy_rate_all``.

    Parameters
    ----------
    advocacy_rate_selected : float or array-like of float
        Share of the selected customers who advocate, as a fraction (unit: ratio, a fraction from 0 to 1).
    advocacy_rate_all : float or array-like of float
        Share of all customers who advocate, as a fraction (unit: ratio, a fraction from 0 to 1).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Multiple; 1 means the selection is no better than chance (unit: ratio).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``advocacy_rate_all == 0``: ``zero_denominator``.

    Notes
    -----
    Roll-up: recompute.

    References
    ----------
    article on measuring social media marketing (Indonesian), after socialmediaexaminer.com

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.advocate_precision_lift(advocacy_rate_all=0.06, advocacy_rate_selected=0.18), 0)
    3.0
    """
    return _advocate_precision_lift.compute((advocacy_rate_selected, advocacy_rate_all), on_invalid)  # type: ignore[no-any-return]
