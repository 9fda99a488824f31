"""Before the experiment: how many people, what power, which effect can be seen. All tests two-sided."""

from __future__ import annotations

from dataclasses import dataclass

from .._checked import checked
from ._door import call, number, value

__all__ = [
    "DetectableProportion",
    "detectable_difference",
    "detectable_proportion",
    "power_means",
    "power_proportions",
    "sample_size_means",
    "sample_size_proportions",
]


@checked
def sample_size_proportions(
    p1: float, p2: float, alpha: float = 0.05, power: float = 0.8, ratio: float = 1.0
) -> float:
    """The size of group 1 that shows `p1` against `p2`; group 2 is `ratio` times as large. Not rounded: round up.

    Parameters
    ----------
    p1, p2 : float
        The rates.
    alpha, power : float
        The error rate, and the chance of seeing the difference.
    ratio : float
        The size of group 2 over that of group 1.

    Returns
    -------
    float
        People in group 1.

    Raises
    ------
    UndefinedError
        ``zero_denominator`` when `p1` equals `p2`.

    Examples
    --------
    >>> round(sample_size_proportions(0.5, 0.75, power=0.9), 1)
    76.7
    """
    numbers = _numbers(p1=p1, p2=p2, alpha=alpha, power=power, ratio=ratio)
    return value("sample_size_proportions", *numbers)


@checked
def power_proportions(p1: float, n1: float, p2: float, n2: float, alpha: float = 0.05) -> float:
    """The power of the pooled z test of `p1` in `n1` against `p2` in `n2` people.

    Parameters
    ----------
    p1, n1, p2, n2 : float
        Rates and sizes.
    alpha : float
        The error rate.

    Returns
    -------
    float
        The chance of seeing the difference.

    Examples
    --------
    >>> round(power_proportions(0.5, 77, 0.75, 77), 3)
    0.901
    """
    return value("power_proportions", *_numbers(p1=p1, n1=n1, p2=p2, n2=n2, alpha=alpha))


@dataclass(frozen=True)
class DetectableProportion:
    """The rates that an experiment can tell from a baseline.

    Attributes
    ----------
    baseline : float
        The rate of group 1.
    above, below : float or None
        The nearest rate above and below it that is seen with the power asked for; None where there is none.
    """

    baseline: float
    above: float | None
    below: float | None


@checked
def detectable_proportion(
    baseline: float, n1: float, n2: float, alpha: float = 0.05, power: float = 0.8
) -> DetectableProportion:
    """The smallest change of a baseline rate that `n1` and `n2` people show.

    Parameters
    ----------
    baseline, n1, n2 : float
        The rate of group 1, and the sizes.
    alpha, power : float
        The error rate, and the chance of seeing the change.

    Returns
    -------
    DetectableProportion
        The nearest rates that are seen.

    Raises
    ------
    UndefinedError
        ``not_reached`` when the groups are too small to see any change.

    Examples
    --------
    >>> round(detectable_proportion(0.10, 3000, 3000).above, 3)
    0.123
    """
    numbers = _numbers(baseline=baseline, n1=n1, n2=n2, alpha=alpha, power=power)
    return call(DetectableProportion, "detectable_proportion", *numbers)


@checked
def power_means(difference: float, variance: float, n1: float, n2: float, alpha: float = 0.05) -> float:
    """The power of the two-sample t test: exact, by the noncentral t distribution.

    Parameters
    ----------
    difference, variance : float
        Of the means, and within the groups.
    n1, n2 : float
        The sizes, at least 2.
    alpha : float
        The error rate.

    Returns
    -------
    float
        The chance of seeing the difference.

    Examples
    --------
    >>> round(power_means(0.3, 100, 19953, 19953), 4)
    0.85
    """
    return value("power_means", *_numbers(difference=difference, variance=variance, n1=n1, n2=n2, alpha=alpha))


@checked
def sample_size_means(
    difference: float, variance: float, alpha: float = 0.05, power: float = 0.8, ratio: float = 1.0
) -> float:
    """The size of group 1 at which the t test shows a difference of means. Exact, not rounded: round up.

    Parameters
    ----------
    difference, variance : float
        Of the means, and within the groups.
    alpha, power : float
        The error rate, and the chance of seeing the difference.
    ratio : float
        The size of group 2 over that of group 1.

    Returns
    -------
    float
        Units in group 1, at least 2.

    Raises
    ------
    UndefinedError
        ``zero_denominator`` when the difference is 0.

    Examples
    --------
    >>> round(sample_size_means(1, 1, power=0.9), 4)
    22.0211
    """
    numbers = _numbers(difference=difference, variance=variance, alpha=alpha, power=power, ratio=ratio)
    return value("sample_size_means", *numbers)


@checked
def detectable_difference(variance: float, n1: float, n2: float, alpha: float = 0.05, power: float = 0.8) -> float:
    """The smallest difference of means that `n1` and `n2` units show: exact, by the noncentral t distribution.

    Parameters
    ----------
    variance, n1, n2 : float
        Within the groups, and the sizes.
    alpha, power : float
        The error rate, and the chance of seeing the difference.

    Returns
    -------
    float
        The difference.

    Examples
    --------
    >>> round(detectable_difference(100, 19953, 19953, power=0.85), 4)
    0.3
    """
    return value("detectable_difference", *_numbers(variance=variance, n1=n1, n2=n2, alpha=alpha, power=power))


def _numbers(**given: float) -> list[float]:
    """The arguments as numbers, in their order."""
    return [number(name, one) for name, one in given.items()]
