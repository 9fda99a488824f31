"""Looking every day without cheating: intervals that hold at all looks together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from .. import _core
from .._checked import checked
from .._statistics import Comparison
from .._typing import ColumnLike, FlagArray, FloatArray
from ._door import call, comparison_numbers, number, value

__all__ = [
    "Looks",
    "always_valid",
    "confidence_sequence",
    "confidence_sequence_of_values",
    "sequential_half_width",
    "sequential_p",
]


@checked
def sequential_half_width(standard_error: float, n: float, alpha: float = 0.05, tuning_n: float = 5000.0) -> float:
    """The half-width of the asymptotic confidence sequence at `n` units.

    Parameters
    ----------
    standard_error : float
        Of the effect so far.
    n : float
        The units so far, both groups together.
    alpha : float
        The error rate over all looks.
    tuning_n : float
        The size at which the sequence is to be tightest.

    Returns
    -------
    float
        To put around the effect.

    References
    ----------
    Waudby-Smith, Arbour, Sinha, Kennedy and Ramdas 2024, Annals of Statistics 52:2613.

    Examples
    --------
    >>> round(sequential_half_width(0.3334122146400735, 6461, 0.05, 1000), 4)
    1.0618
    """
    return value(
        "sequential_half_width",
        number("standard_error", standard_error),
        number("n", n),
        number("alpha", alpha),
        number("tuning_n", tuning_n),
    )


@checked
def sequential_p(
    estimate: float, standard_error: float, n: float, alpha: float = 0.05, tuning_n: float = 5000.0
) -> float:
    """The always-valid p value of a look.

    Parameters
    ----------
    estimate, standard_error : float
        The effect so far and its error.
    n : float
        The units so far, both groups together.
    alpha : float
        The error rate for which the sequence is tuned.
    tuning_n : float
        The size at which the sequence is to be tightest.

    Returns
    -------
    float
        At most `alpha` exactly when the interval excludes 0.

    Examples
    --------
    >>> sequential_p(0.50336, 0.3334122146400735, 6461, 0.05, 1000)
    1.0
    """
    return value(
        "sequential_p",
        number("estimate", estimate),
        number("standard_error", standard_error),
        number("n", n),
        number("alpha", alpha),
        number("tuning_n", tuning_n),
    )


@checked
def always_valid(comparison: Comparison | Mapping[str, Any], n: float, tuning_n: float = 5000.0) -> Comparison:
    """The version of a comparison that holds however often one looks.

    Parameters
    ----------
    comparison : Comparison
        As :func:`compare_means` gives it.
    n : float
        The units so far, both groups together.
    tuning_n : float
        The size at which the sequence is to be tightest.

    Returns
    -------
    Comparison
        The same effect and error, with an interval and a p value valid at every look.

    Examples
    --------
    >>> from ukur.experiments import compare_means
    >>> once = compare_means({"n": 4000, "mean": 10.3, "variance": 16}, {"n": 4000, "mean": 10, "variance": 16})
    >>> always_valid(once, 8000).p_value > once.p_value
    True
    """
    return call(
        Comparison, "always_valid", *comparison_numbers(comparison), number("n", n), number("tuning_n", tuning_n)
    )


@dataclass(frozen=True, eq=False)
class Looks:
    """The looks at a running experiment, a row each.

    Attributes
    ----------
    n, estimate, standard_error : numpy.ndarray
        Units so far, the effect so far and its error.
    lower, upper : numpy.ndarray
        The always-valid interval.
    p_value : numpy.ndarray
        The smallest always-valid p value so far.
    may_stop : numpy.ndarray of bool
        Whether 0 has been excluded at this look or before.
    """

    n: FloatArray
    estimate: FloatArray
    standard_error: FloatArray
    lower: FloatArray
    upper: FloatArray
    p_value: FloatArray
    may_stop: FlagArray


@checked
def confidence_sequence(
    estimates: ColumnLike,
    standard_errors: ColumnLike,
    n: ColumnLike,
    *,
    level: float = 0.95,
    tuning_n: float = 5000.0,
) -> Looks:
    """The always-valid intervals of a history of looks.

    Parameters
    ----------
    estimates, standard_errors, n : array-like of float
        At each look: the effect so far, its error, the units so far in both groups together.
    level : float
        Over all looks together.
    tuning_n : float
        The size at which the sequence is to be tightest.

    Returns
    -------
    Looks
        A row a look.

    Examples
    --------
    >>> looks = confidence_sequence([0.40, 0.31, 0.33], [0.20, 0.11, 0.07], [500, 2000, 5000], tuning_n=3000)
    >>> looks.may_stop.tolist()
    [False, False, True]
    """
    columns = _core.experiments_confidence_sequence(
        estimates, standard_errors, n, number("level", level), number("tuning_n", tuning_n)
    )
    return Looks(*columns[:6], columns[6].astype(np.bool_))


@checked
def confidence_sequence_of_values(
    values: ColumnLike,
    *,
    reference: float = 0.0,
    first: float = 100,
    level: float = 0.95,
    tuning_n: float = 5000.0,
) -> Looks:
    """The always-valid intervals of the mean of a stream of values, a look at each.

    Parameters
    ----------
    values : array-like of float
        The values in the order in which they came.
    reference : float
        What the mean is compared with.
    first : float
        The first look, at least 2; a few hundred are better.
    level : float
        Over all looks together.
    tuning_n : float
        The size at which the sequence is to be tightest.

    Returns
    -------
    Looks
        A row a look; ``estimate`` is the mean less the reference.

    Examples
    --------
    >>> looks = confidence_sequence_of_values([1, 1, 1, -1] * 100, tuning_n=400)
    >>> len(looks.n), bool(looks.may_stop[-1])
    (301, True)
    """
    columns = _core.experiments_confidence_sequence_of_values(
        values, number("reference", reference), number("first", first), number("level", level), number("tuning_n", tuning_n)
    )
    return Looks(*columns[:6], columns[6].astype(np.bool_))
