"""Proportions: how sure one rate is, and whether two differ."""

from __future__ import annotations

from .._checked import checked
from .._statistics import Comparison, Estimate
from ._door import call, number, value

__all__ = ["compare_proportions", "fisher_two_sided", "proportion"]


@checked
def proportion(successes: float, trials: float, level: float = 0.95) -> Estimate:
    """One proportion with its standard error and Wilson's interval.

    Parameters
    ----------
    successes, trials : float
        How many of how many.
    level : float
        The level of the interval.

    Returns
    -------
    Estimate
        ``estimate``, ``standard_error`` and ``interval``.

    Raises
    ------
    UndefinedError
        ``infeasible`` when `successes` exceeds `trials`, ``zero_denominator`` without trials.

    References
    ----------
    Wilson 1927, Journal of the American Statistical Association 22:209.

    Examples
    --------
    >>> rate = proportion(81, 263)
    >>> round(rate.interval.lower, 4), round(rate.interval.upper, 4)
    (0.2553, 0.3662)
    """
    return call(
        Estimate, "proportion", number("successes", successes), number("trials", trials), number("level", level)
    )


@checked
def compare_proportions(x1: float, n1: float, x2: float, n2: float, level: float = 0.95) -> Comparison:
    """Compare `x1` of `n1` (treatment) with `x2` of `n2` (control).

    Newcombe's interval of the difference, and the pooled z test. The two are different approximations: at the very
    border one may exclude 0 and the other not. For small counts see :func:`fisher_two_sided`.

    Parameters
    ----------
    x1, n1, x2, n2 : float
        Successes and trials of both groups.
    level : float
        The level of the interval.

    Returns
    -------
    Comparison
        The difference with interval, z and p value.

    Raises
    ------
    UndefinedError
        ``zero_variance`` when nobody or everybody succeeded in both groups.

    References
    ----------
    Newcombe 1998, Statistics in Medicine 17:873, method 10.

    Examples
    --------
    >>> c = compare_proportions(56, 70, 48, 80)
    >>> round(c.estimate, 4), round(c.interval.lower, 4), round(c.interval.upper, 4)
    (0.2, 0.0524, 0.3339)
    """
    return call(
        Comparison,
        "compare_proportions",
        number("x1", x1),
        number("n1", n1),
        number("x2", x2),
        number("n2", n2),
        number("level", level),
    )


@checked
def fisher_two_sided(a: float, b: float, c: float, d: float) -> float:
    """Fisher's exact test of the table ``[[a, b], [c, d]]``: the two-sided p value.

    Parameters
    ----------
    a, b, c, d : float
        The counts.

    Returns
    -------
    float
        The probability of all tables that are at most as probable, with the margins held fixed.

    Examples
    --------
    >>> round(fisher_two_sided(3, 1, 1, 3), 4)
    0.4857
    """
    return value("fisher_two_sided", number("a", a), number("b", b), number("c", c), number("d", d))
