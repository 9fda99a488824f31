"""Metrics of the group ``voice_sentiment``. Generated from the catalogue by scripts/faces; do not edit, run `make faces`."""

from __future__ import annotations

from .._core import Metric
from .._typing import ColumnLike, FloatLike, FloatOut, OnInvalid

__all__ = [
    "share_of_voice_mentions",
    "share_of_voice_spend",
    "share_of_engagement",
    "share_of_voice_weighted",
    "excess_share_of_voice",
    "net_sentiment",
    "net_sentiment_polar",
    "positive_share_polar",
    "net_sentiment_total",
]

_share_of_voice_mentions = Metric("share_of_voice_mentions")
_share_of_voice_spend = Metric("share_of_voice_spend")
_share_of_engagement = Metric("share_of_engagement")
_share_of_voice_weighted = Metric("share_of_voice_weighted")
_excess_share_of_voice = Metric("excess_share_of_voice")
_net_sentiment = Metric("net_sentiment")
_net_sentiment_polar = Metric("net_sentiment_polar")
_positive_share_polar = Metric("positive_share_polar")
_net_sentiment_total = Metric("net_sentiment_total")


def share_of_voice_mentions(brand_mentions: FloatLike, market_mentions: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Share of all mentions in a set of competitors that name the brand.

    Share of voice by mentions. Formula: ``brand_mentions / market_mentions``.

    Parameters
    ----------
    brand_mentions : float or array-like of float
        Mentions of the brand (unit: count, a whole number >= 0).
    market_mentions : float or array-like of float
        Mentions of all brands in the named competitor set, the brand included (unit: count, a whole number >=
        0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Fraction of mentions (unit: ratio).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``market_mentions == 0``: ``zero_denominator``; ``brand_mentions >
        market_mentions``: ``infeasible``.

    Notes
    -----
    Roll-up: ratio_of_sums.
    Variant (default) of the family share_of_voice: The default for social media; always state which
    competitors are in the set.

    References
    ----------
    kpiexamples.operately.com, share of voice (50 of 500 mentions, 10 %)

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.share_of_voice_mentions(brand_mentions=50, market_mentions=500), 1)
    0.1
    """
    return _share_of_voice_mentions.compute((brand_mentions, market_mentions), on_invalid)  # type: ignore[no-any-return]


def share_of_voice_spend(brand_spend: FloatLike, category_spend: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Share of a category's media spend that comes from the brand.

    Share of voice by media spend. Formula: ``brand_spend / category_spend``.

    Parameters
    ----------
    brand_spend : float or array-like of float
        Media spend of the brand, in one currency (unit: currency, a finite number >= 0).
    category_spend : float or array-like of float
        Media spend of the whole category, the brand included, in the same currency (unit: currency, a finite
        number >= 0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Fraction of category spend (unit: ratio).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``category_spend == 0``: ``zero_denominator``; ``brand_spend >
        category_spend``: ``infeasible``.

    Notes
    -----
    Roll-up: ratio_of_sums.
    Variant of the family share_of_voice: Choose it for paid media, for instance to set share of voice against
    market share.

    References
    ----------
    Farris, Bendle, Pfeifer & Reibstein, Marketing Metrics (3rd ed., Pearson 2016); definition mirrored in the
    MASB Universal Marketing Dictionary, marketing-dictionary.org

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.share_of_voice_spend(brand_spend=2, category_spend=16), 3)
    0.125
    """
    return _share_of_voice_spend.compute((brand_spend, category_spend), on_invalid)  # type: ignore[no-any-return]


def share_of_engagement(brand_engagements: FloatLike, market_engagements: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Share of all engagement in a set of competitors that the brand receives.

    Share of engagement. Formula: ``brand_engagements / market_engagements``.

    Parameters
    ----------
    brand_engagements : float or array-like of float
        Engagements with the brand's posts or mentions (unit: count, a whole number >= 0).
    market_engagements : float or array-like of float
        Engagements of the whole competitor set, the brand included (unit: count, a whole number >= 0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Fraction of engagement (unit: ratio).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``market_engagements == 0``: ``zero_denominator``; ``brand_engagements >
        market_engagements``: ``infeasible``.

    Notes
    -----
    Roll-up: ratio_of_sums.
    Variant of the family share_of_voice: Choose it when reactions count more than the mere number of
    mentions.

    References
    ----------
    common definition; no single authority

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.share_of_engagement(brand_engagements=3000, market_engagements=12000), 2)
    0.25
    """
    return _share_of_engagement.compute((brand_engagements, market_engagements), on_invalid)  # type: ignore[no-any-return]


def share_of_voice_weighted(brand_mentions: ColumnLike, market_mentions: ColumnLike, tier_weights: ColumnLike) -> float:
    """Share of mentions that name the brand, each mention weighted by the tier of its source.

    Share of voice weighted by source tier. Formula: ``sum(brand_mentions * tier_weights) /
    sum(market_mentions * tier_weights)``.

    Parameters
    ----------
    brand_mentions : array-like of float
        Mentions of the brand in each tier (unit: count, a finite number >= 0).
    market_mentions : array-like of float
        Mentions of the whole competitor set in each tier (unit: count, a finite number >= 0).
    tier_weights : array-like of float
        Weight of each tier, in the same order (unit: ratio, a finite number >= 0).

    Returns
    -------
    float
        Fraction of weighted mentions (unit: ratio).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``brand_mentions.len() != market_mentions.len() || market_mentions.len()
        != tier_weights.len()``: ``infeasible``; ``brand_mentions.iter().zip(market_mentions).any(|(brand,
        market)| brand > market)``: ``infeasible``; ``dot(market_mentions, tier_weights) == 0.0``:
        ``zero_denominator``.

    Notes
    -----
    Roll-up: ratio_of_sums.
    Variant of the family share_of_voice: Choose it when sources differ much in weight, for instance national
    press and small accounts.

    References
    ----------
    marcomindex.com, share-of-voice methodology (tier weights 1.0, 0.6, 0.3, 0.1)

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.share_of_voice_weighted(brand_mentions=[10, 20, 30, 400], market_mentions=[40, 50, 100, 1000], tier_weights=[1, 0.6, 0.3, 0.1]), 3)
    0.355
    """
    return _share_of_voice_weighted.compute((brand_mentions, market_mentions, tier_weights), "raise")  # type: ignore[no-any-return]


def excess_share_of_voice(share_of_voice: FloatLike, market_share: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """How far share of voice lies above market share.

    Excess share of voice. Formula: ``share_of_voice - market_share``.

    Parameters
    ----------
    share_of_voice : float or array-like of float
        Share of voice, as a fraction (unit: ratio, a fraction from 0 to 1).
    market_share : float or array-like of float
        Market share, as a fraction (unit: ratio, a fraction from 0 to 1).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Difference as a fraction; negative when the voice is smaller than the market share (unit: ratio).

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
    >>> round(ukur.metrics.excess_share_of_voice(market_share=0.15, share_of_voice=0.22), 2)
    0.07
    """
    return _excess_share_of_voice.compute((share_of_voice, market_share), on_invalid)  # type: ignore[no-any-return]


def net_sentiment(positive: FloatLike, negative: FloatLike, neutral: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Positive less negative mentions as a share of all mentions, neutral ones included.

    Net sentiment (neutral in the base). Formula: ``(positive - negative) / (positive + negative + neutral)``.

    Parameters
    ----------
    positive : float or array-like of float
        Positive mentions (unit: count, a whole number >= 0).
    negative : float or array-like of float
        Negative mentions (unit: count, a whole number >= 0).
    neutral : float or array-like of float
        Neutral mentions (unit: count, a whole number >= 0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Fraction between -1 and 1 (unit: ratio).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``positive + negative + neutral == 0``: ``zero_denominator``.

    Notes
    -----
    Roll-up: ratio_of_sums.
    Variant (default) of the family net_sentiment: The default: neutral mentions stay in the base, so that a
    few opinions cannot look like many.

    References
    ----------
    Black Box Intelligence help article 360003715274 (80 positive, 20 negative, 100 neutral)

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.net_sentiment(negative=20, neutral=100, positive=80), 1)
    0.3
    """
    return _net_sentiment.compute((positive, negative, neutral), on_invalid)  # type: ignore[no-any-return]


def net_sentiment_polar(positive: FloatLike, negative: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Positive less negative mentions as a share of those that take a side.

    Net sentiment (neutral excluded). Formula: ``(positive - negative) / (positive + negative)``.

    Parameters
    ----------
    positive : float or array-like of float
        Positive mentions (unit: count, a whole number >= 0).
    negative : float or array-like of float
        Negative mentions (unit: count, a whole number >= 0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Fraction between -1 and 1 (unit: ratio).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``positive + negative == 0``: ``zero_denominator``.

    Notes
    -----
    Roll-up: ratio_of_sums.
    Variant of the family net_sentiment: Choose it when only the opinionated mentions matter; values lie
    further out than with neutral ones counted.

    References
    ----------
    codingace.net, brand sentiment calculator (neutral mentions left out)

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.net_sentiment_polar(negative=20, positive=80), 1)
    0.6
    """
    return _net_sentiment_polar.compute((positive, negative), on_invalid)  # type: ignore[no-any-return]


def positive_share_polar(positive: FloatLike, negative: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Share of the mentions that take a side which are positive.

    Positive share excluding neutral. Formula: ``positive / (positive + negative)``.

    Parameters
    ----------
    positive : float or array-like of float
        Positive mentions (unit: count, a whole number >= 0).
    negative : float or array-like of float
        Negative mentions (unit: count, a whole number >= 0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Fraction of non-neutral mentions (unit: ratio).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``positive + negative == 0``: ``zero_denominator``.

    Notes
    -----
    Roll-up: ratio_of_sums.

    References
    ----------
    Black Box Intelligence help article 360003715274 (80 positive, 20 negative, 100 neutral)

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.positive_share_polar(negative=20, positive=80), 1)
    0.8
    """
    return _positive_share_polar.compute((positive, negative), on_invalid)  # type: ignore[no-any-return]


def net_sentiment_total(positive: FloatLike, negative: FloatLike, total: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Positive less negative mentions as a share of a total given separately.

    Net sentiment over a given total. Formula: ``(positive - negative) / total``.

    Parameters
    ----------
    positive : float or array-like of float
        Positive mentions (unit: count, a whole number >= 0).
    negative : float or array-like of float
        Negative mentions (unit: count, a whole number >= 0).
    total : float or array-like of float
        All mentions, unrated and neutral ones included (unit: count, a whole number >= 0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Fraction between -1 and 1 (unit: ratio).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``total == 0``: ``zero_denominator``; ``positive + negative > total``:
        ``infeasible``.

    Notes
    -----
    Roll-up: ratio_of_sums.
    Variant of the family net_sentiment: Choose it when the total is known but not how many mentions are
    neutral.

    References
    ----------
    japio.com, social media sentiment score (800 positive and 150 negative of 1,500: 43.3)

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.net_sentiment_total(negative=150, positive=800, total=1500), 9)
    0.433333333
    """
    return _net_sentiment_total.compute((positive, negative, total), on_invalid)  # type: ignore[no-any-return]
