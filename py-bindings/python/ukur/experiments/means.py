"""Means: how sure one is, whether two differ, by how many percent, and with less noise."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

from .. import _core
from .._checked import checked
from .._statistics import Comparison, Estimate
from .._typing import ColumnLike, FloatArray
from ._door import call, number, pair_numbers, sample_numbers
from ._samples import PairSummary, SampleSummary

__all__ = [
    "CupedAdjustment",
    "CupedComparison",
    "Sample",
    "compare_means",
    "compare_with_covariate",
    "cuped_adjust",
    "mean",
    "relative_lift",
]

Sample: TypeAlias = SampleSummary | Mapping[str, float] | ColumnLike
"""A summary (n, mean, variance), or the column itself."""


@checked
def mean(sample: Sample, level: float = 0.95) -> Estimate:
    """One mean with its standard error and Student's t interval.

    Parameters
    ----------
    sample : SampleSummary or array-like of float
        A summary (n, mean, variance) or the values.
    level : float
        The level of the interval.

    Returns
    -------
    Estimate
        ``estimate``, ``standard_error`` and ``interval``.

    Raises
    ------
    UndefinedError
        ``zero_variance`` when every value is the same.

    Examples
    --------
    >>> m = mean(SampleSummary(n=25, mean=10.0, variance=4.0))
    >>> round(m.interval.upper, 4)
    10.8256
    """
    return call(Estimate, "mean", *sample_numbers("sample", sample), number("level", level))


@checked
def compare_means(treatment: Sample, control: Sample, level: float = 0.95) -> Comparison:
    """Compare two means by Welch's t test, which does not ask for equal variances.

    Parameters
    ----------
    treatment, control : SampleSummary or array-like of float
        Summaries (n, mean, variance) or the values.
    level : float
        The level of the interval.

    Returns
    -------
    Comparison
        The difference with interval, t, degrees of freedom and p value.

    Raises
    ------
    UndefinedError
        ``zero_variance`` when no value differs within its group, ``insufficient_data`` below two values.

    References
    ----------
    Welch 1947, Biometrika 34:28.

    Examples
    --------
    >>> c = compare_means({"n": 3461, "mean": 0.7, "variance": 38.44}, {"n": 3407, "mean": 0.41, "variance": 15.21})
    >>> round(c.estimate, 2), round(c.p_value, 5)
    (0.29, 0.02016)
    """
    return call(
        Comparison,
        "compare_means",
        *sample_numbers("treatment", treatment),
        *sample_numbers("control", control),
        number("level", level),
    )


@checked
def relative_lift(treatment: Sample, control: Sample, level: float = 0.95) -> Comparison:
    """Compare two means by the relative lift ``treatment / control - 1``, by the delta method.

    It is another test than that of the difference: on the same data one may pass where the other fails. Say which one
    was used. For proportions give :func:`sample_summary_of_counts`.

    Parameters
    ----------
    treatment, control : SampleSummary or array-like of float
        Summaries (n, mean, variance) or the values.
    level : float
        The level of the interval.

    Returns
    -------
    Comparison
        The lift with interval and p value.

    Raises
    ------
    UndefinedError
        ``zero_denominator`` when the control's mean is 0, ``out_of_domain`` when it is below.

    Examples
    --------
    >>> c = relative_lift({"n": 3461, "mean": 0.7, "variance": 38.44}, {"n": 3407, "mean": 0.41, "variance": 15.21})
    >>> round(c.estimate, 5), round(c.p_value, 5)
    (0.70732, 0.06191)
    """
    return call(
        Comparison,
        "relative_lift",
        *sample_numbers("treatment", treatment),
        *sample_numbers("control", control),
        number("level", level),
    )


@dataclass(frozen=True)
class CupedComparison:
    """A comparison with and without the covariate.

    Attributes
    ----------
    theta : float
        The common coefficient.
    adjusted, unadjusted : Comparison
        Of the adjusted means, and plain.
    variance_ratio : float
        Adjusted over unadjusted variance of the difference: 0.5 saves half of the sample.
    """

    theta: float
    adjusted: Comparison
    unadjusted: Comparison
    variance_ratio: float


@checked
def compare_with_covariate(
    treatment: PairSummary | Mapping[str, float], control: PairSummary | Mapping[str, float], level: float = 0.95
) -> CupedComparison:
    """Compare two means after taking out what a covariate from before the experiment explains (CUPED).

    Parameters
    ----------
    treatment, control : PairSummary
        `y` the outcome, `x` the covariate; make them with :func:`pair_summary`. The treatment must not touch `x`.
    level : float
        The level of the intervals.

    Returns
    -------
    CupedComparison
        Both comparisons, and what was gained.

    Raises
    ------
    UndefinedError
        ``zero_denominator`` when the covariate is constant.

    References
    ----------
    Deng, Xu, Kohavi and Walker 2013, WSDM.

    Examples
    --------
    >>> from ukur.experiments import pair_summary
    >>> before = [1, 2, 2, 4, 5, 4]
    >>> c = compare_with_covariate(pair_summary([4, 6, 5, 9, 11, 10.5], before), pair_summary([3, 5, 4, 8, 10, 9], before))
    >>> c.adjusted.p_value < 0.01 < c.unadjusted.p_value
    True
    """
    return call(
        CupedComparison,
        "compare_with_covariate",
        *pair_numbers("treatment", treatment),
        *pair_numbers("control", control),
        number("level", level),
    )


@dataclass(frozen=True, eq=False)
class CupedAdjustment:
    """One group's outcome freed from its covariate.

    Attributes
    ----------
    theta : float
        The coefficient.
    variance_before, variance_after, variance_ratio : float
        Variances of the outcome and of the adjusted outcome, and their ratio.
    adjusted : numpy.ndarray
        The adjusted outcome of each row.
    """

    theta: float
    variance_before: float
    variance_after: float
    variance_ratio: float
    adjusted: FloatArray


@checked
def cuped_adjust(y: ColumnLike, x: ColumnLike) -> CupedAdjustment:
    """Adjust an outcome column by a covariate column from before the experiment.

    Parameters
    ----------
    y, x : array-like of float
        Outcome and covariate.

    Returns
    -------
    CupedAdjustment
        The coefficient, the variances and the adjusted column.

    Examples
    --------
    >>> a = cuped_adjust([3, 5, 4, 8, 10, 9], [1, 2, 2, 4, 5, 4])
    >>> round(a.theta, 5), round(a.variance_ratio, 7)
    (1.83333, 0.0281124)
    """
    text, adjusted = _core.experiments_cuped_adjust(y, x)
    numbers: dict[str, float] = json.loads(text)
    return CupedAdjustment(
        numbers["theta"], numbers["variance_before"], numbers["variance_after"], numbers["variance_ratio"], adjusted
    )
