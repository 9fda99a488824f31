"""Metrics of the group ``benchmark``. Generated from the catalogue by scripts/faces; do not edit, run `make faces`."""

from __future__ import annotations

from .._core import Metric
from .._typing import ColumnLike, FloatLike, FloatOut, OnInvalid

__all__ = [
    "percent_change",
    "benchmark_index",
    "benchmark_z",
    "percentile_rank",
]

_percent_change = Metric("percent_change")
_benchmark_index = Metric("benchmark_index")
_benchmark_z = Metric("benchmark_z")
_percentile_rank = Metric("percentile_rank")


def percent_change(current: FloatLike, previous: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Change against an earlier value, relative to the size of that value.

    Change against a previous programme. Formula: ``(current - previous) / (previous.abs())``.

    Parameters
    ----------
    current : float or array-like of float
        Value now, in any one unit (unit: any, a finite number).
    previous : float or array-like of float
        Value of the earlier programme or period, in the same unit (unit: any, a finite number).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Fraction of the earlier value; 0.2 means 20 percent more (unit: ratio).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``previous.abs() == 0``: ``zero_denominator``.

    Notes
    -----
    Roll-up: recompute.
    Absolute value in the base keeps the sign meaningful when the previous value is negative.

    References
    ----------
    article on measuring social media marketing (Indonesian), after socialmediaexaminer.com

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.percent_change(current=120, previous=100), 1)
    0.2
    """
    return _percent_change.compute((current, previous), on_invalid)  # type: ignore[no-any-return]


def benchmark_index(value: FloatLike, benchmark: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Value relative to a benchmark that is set to 100.

    Index against a benchmark. Formula: ``(100.0 * value) / benchmark``.

    Parameters
    ----------
    value : float or array-like of float
        Value to judge, in any one unit (unit: any, a finite number >= 0).
    benchmark : float or array-like of float
        Value to compare with, in the same unit (unit: any, a finite number >= 0).
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
        There is no value, by code: ``benchmark == 0``: ``zero_denominator``.

    Notes
    -----
    Roll-up: recompute.

    References
    ----------
    article on measuring social media marketing (Indonesian), after socialmediaexaminer.com

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.benchmark_index(benchmark=0.0275, value=0.032), 7)
    116.3636364
    """
    return _benchmark_index.compute((value, benchmark), on_invalid)  # type: ignore[no-any-return]


def benchmark_z(value: FloatLike, mean_peer: FloatLike, sd_peer: FloatLike, *, on_invalid: OnInvalid = "raise") -> FloatOut:
    """Distance of a value from the mean of its peers, in standard deviations.

    Standard score against a peer group. Formula: ``(value - mean_peer) / sd_peer``.

    Parameters
    ----------
    value : float or array-like of float
        Value to judge, in any one unit (unit: any, a finite number).
    mean_peer : float or array-like of float
        Mean of the peer group, in the same unit (unit: any, a finite number).
    sd_peer : float or array-like of float
        Standard deviation of the peer group, in the same unit (unit: any, a finite number >= 0).
    on_invalid : {"raise", "nan"}, default "raise"
        Whether an invalid value in a column raises or gives NaN for its row.

    Returns
    -------
    float or numpy.ndarray
        Standard deviations above the mean (unit: standard_score).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``sd_peer == 0``: ``zero_denominator``.

    Notes
    -----
    Roll-up: recompute.

    References
    ----------
    article on measuring social media marketing (Indonesian), after socialmediaexaminer.com

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.benchmark_z(mean_peer=0.03, sd_peer=0.01, value=0.05), 0)
    2.0
    """
    return _benchmark_z.compute((value, mean_peer, sd_peer), on_invalid)  # type: ignore[no-any-return]


def percentile_rank(peers: ColumnLike, value: FloatLike) -> float:
    """Share of peers with a smaller value, peers with an equal value counted half.

    Percentile rank (mid-rank). Formula: ``share_below(peers, value)``.

    Parameters
    ----------
    peers : array-like of float
        Values of the peer group, in any one unit (unit: any, a finite number).
    value : float or array-like of float
        Value to rank, in the same unit (unit: any, a finite number).

    Returns
    -------
    float
        Fraction of peers (unit: ratio).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``peers.is_empty()``: ``insufficient_data``.

    Notes
    -----
    Roll-up: recompute.

    References
    ----------
    common definition; no single authority

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.percentile_rank(peers=[1, 2, 3, 4], value=3), 3)
    0.625
    """
    return _percentile_rank.compute((peers, value), "raise")  # type: ignore[no-any-return]
