"""Metrics of the group ``composite``. Generated from the catalogue by scripts/faces; do not edit, run `make faces`."""

from __future__ import annotations

from .._core import Metric
from .._typing import ColumnLike, FloatLike, FloatOut, OnInvalid

__all__ = [
    "programme_score",
    "programme_score_geometric",
    "minmax_normalised",
    "content_quality_score",
]

_programme_score = Metric("programme_score")
_programme_score_geometric = Metric("programme_score_geometric")
_minmax_normalised = Metric("minmax_normalised")
_content_quality_score = Metric("content_quality_score")


def programme_score(reach_index: FloatLike, sharing_index: FloatLike, money_index: FloatLike, w_reach: FloatLike, w_sharing: FloatLike, w_money: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Weighted average of the reach, sharing and monetisation indices of a programme.

    Weighted programme score (reach, sharing, monetisation). Formula: ``(w_reach * reach_index + w_sharing *
    sharing_index + w_money * money_index) / (w_reach + w_sharing + w_money)``.

    Parameters
    ----------
    reach_index : float or array-like of float
        Reach against its benchmark, where 100 equals the benchmark (unit: index, a finite number >= 0).
    sharing_index : float or array-like of float
        Sharing against its benchmark, where 100 equals the benchmark (unit: index, a finite number >= 0).
    money_index : float or array-like of float
        Monetisation against its benchmark, where 100 equals the benchmark (unit: index, a finite number >=
        0).
    w_reach : float or array-like of float
        Weight of reach, set by the caller (unit: ratio, a finite number >= 0).
    w_sharing : float or array-like of float
        Weight of sharing, set by the caller (unit: ratio, a finite number >= 0).
    w_money : float or array-like of float
        Weight of monetisation, set by the caller (unit: ratio, a finite number >= 0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Index; 100 equals the benchmark (unit: index).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``w_reach + w_sharing + w_money == 0``: ``zero_denominator``.

    Notes
    -----
    Roll-up: recompute.
    Awareness weights 0.4/0.4/0.2 give 96; direct-response weights 0.2/0.2/0.6 on the same indices give 78.
    The weights are ours: the article only says which way to lean.

    References
    ----------
    article on measuring social media marketing (Indonesian), after socialmediaexaminer.com

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.programme_score(money_index=60, reach_index=120, sharing_index=90, w_money=0.2, w_reach=0.4, w_sharing=0.4), 0)
    96.0
    """
    return _programme_score.compute((reach_index, sharing_index, money_index, w_reach, w_sharing, w_money), on_invalid)  # type: ignore[no-any-return]


def programme_score_geometric(reach_index: FloatLike, sharing_index: FloatLike, money_index: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Geometric mean of the reach, sharing and monetisation indices, so that no weak one is hidden.

    Geometric programme score. Formula: ``cube_root(reach_index) * cube_root(sharing_index) *
    cube_root(money_index)``.

    Parameters
    ----------
    reach_index : float or array-like of float
        Reach against its benchmark, where 100 equals the benchmark (unit: index, a finite number >= 0).
    sharing_index : float or array-like of float
        Sharing against its benchmark, where 100 equals the benchmark (unit: index, a finite number >= 0).
    money_index : float or array-like of float
        Monetisation against its benchmark, where 100 equals the benchmark (unit: index, a finite number >=
        0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Index; 100 equals the benchmark (unit: index).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.

    Notes
    -----
    Roll-up: recompute.
    Less compensatory: one weak leg cannot be bought off.

    References
    ----------
    common definition; no single authority

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.programme_score_geometric(money_index=12.5, reach_index=100, sharing_index=100), 0)
    50.0
    """
    return _programme_score_geometric.compute((reach_index, sharing_index, money_index), on_invalid)  # type: ignore[no-any-return]


def minmax_normalised(value: FloatLike, low: FloatLike, high: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Position of a value between a low and a high mark, 0 at the low one and 1 at the high one.

    Min-max normalised value. Formula: ``(value - low) / (high - low)``.

    Parameters
    ----------
    value : float or array-like of float
        Value to place, in any one unit (unit: any, a finite number).
    low : float or array-like of float
        Value that maps to 0, in the same unit (unit: any, a finite number).
    high : float or array-like of float
        Value that maps to 1, in the same unit (unit: any, a finite number).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Fraction of the range; outside 0 to 1 when the value lies outside the marks (unit: ratio).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``high - low == 0``: ``zero_denominator``; ``high < low``: ``infeasible``.

    Notes
    -----
    Roll-up: recompute.

    References
    ----------
    common definition; no single authority

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.minmax_normalised(high=8, low=2, value=5), 1)
    0.5
    """
    return _minmax_normalised.compute((value, low, high), on_invalid)  # type: ignore[no-any-return]


def content_quality_score(ratings: ColumnLike, weights: ColumnLike, max_rating: FloatLike) -> float:
    """Weighted average of ratings of a piece of content, relative to the best rating possible.

    Content quality score from rated criteria. Formula: ``sum(ratings * weights) / sum(weights *
    max_rating)``.

    Parameters
    ----------
    ratings : array-like of float
        Rating of each criterion (unit: score, a finite number >= 0).
    weights : array-like of float
        Weight of each criterion, in the same order (unit: ratio, a finite number >= 0).
    max_rating : float or array-like of float
        Best rating possible (unit: score, a finite number > 0).

    Returns
    -------
    float
        Fraction of the best rating (unit: ratio).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``ratings.len() != weights.len()``: ``infeasible``; ``sum(weights) ==
        0.0``: ``zero_denominator``; ``ratings.iter().any(|rating| *rating > max_rating)``: ``infeasible``.

    Notes
    -----
    Roll-up: mean.

    References
    ----------
    article on influencer loyalty programmes (Malay)

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.content_quality_score(max_rating=5, ratings=[4, 5, 3], weights=[2, 1, 1]), 1)
    0.8
    """
    return _content_quality_score.compute((ratings, weights, max_rating), "raise")  # type: ignore[no-any-return]
