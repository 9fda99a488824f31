"""Rates of sums over few accounts: engagement per reach where each account posts many times."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeAlias

from .._checked import checked
from .._statistics import RatioComparison, RatioEstimate
from ._door import call, group_columns, number, pair_numbers
from ._samples import AccountTotals, PairSummary

__all__ = ["Accounts", "compare_ratios", "compare_ratios_of_means", "ratio_of_means", "ratio_of_sums"]

Accounts: TypeAlias = AccountTotals | Mapping[str, Any]
"""Numerator, denominator and account of each row."""


@checked
def ratio_of_sums(totals: Accounts, level: float = 0.95) -> RatioEstimate:
    """The pooled rate of a group of accounts, with accounts (not posts) as what varies.

    Parameters
    ----------
    totals : AccountTotals
        Numerator, denominator and account of each row.
    level : float
        The level of the interval.

    Returns
    -------
    RatioEstimate
        The rate with its clustered error, and the naive error for contrast.

    Raises
    ------
    UndefinedError
        ``insufficient_data`` below two accounts, ``zero_denominator`` when every denominator is 0.

    References
    ----------
    Deng, Knoblich and Lu 2018, KDD.

    Examples
    --------
    >>> micro = ratio_of_sums(AccountTotals([50, 40, 60, 30], [1000, 500, 2000, 800]))
    >>> round(micro.estimate, 7), round(micro.standard_error, 8)
    (0.0418605, 0.00851201)
    """
    return call(RatioEstimate, "ratio_of_sums", number("level", level), columns=group_columns("totals", totals))


@checked
def ratio_of_means(summary: PairSummary | Mapping[str, float], level: float = 0.95) -> RatioEstimate:
    """The pooled rate from summary statistics of the accounts' totals, by the delta method.

    Parameters
    ----------
    summary : PairSummary
        `y` the numerator, `x` the denominator.
    level : float
        The level of the interval.

    Returns
    -------
    RatioEstimate
        The rate with its clustered error.

    Examples
    --------
    >>> from ukur.experiments import pair_summary
    >>> micro = ratio_of_means(pair_summary([50, 40, 60, 30], [1000, 500, 2000, 800]))
    >>> round(micro.standard_error, 8)
    0.00851201
    """
    return call(RatioEstimate, "ratio_of_means", *pair_numbers("summary", summary), number("level", level))


@checked
def compare_ratios(treatment: Accounts, control: Accounts, level: float = 0.95) -> RatioComparison:
    """Compare two groups of accounts by their pooled rates.

    Interval and test stand on the error from leaving out one account at a time. With few accounts, or a few very large
    ones, look at :func:`permutation_test` as well.

    Parameters
    ----------
    treatment, control : AccountTotals
        Numerator, denominator and account of each row.
    level : float
        The level of the intervals.

    Returns
    -------
    RatioComparison
        Both rates, their difference and their relative lift.

    Raises
    ------
    UndefinedError
        ``zero_variance`` when in both groups every account has the same rate.

    Examples
    --------
    >>> micro = AccountTotals([50, 40, 60, 30], [1000, 500, 2000, 800])
    >>> macro = AccountTotals([900, 1500, 700], [40000, 50000, 30000])
    >>> c = compare_ratios(micro, macro)
    >>> round(c.difference.estimate, 4), c.difference.p_value > 0.1
    (0.016, True)
    """
    columns = group_columns("treatment", treatment) + group_columns("control", control)
    return call(RatioComparison, "compare_ratios", number("level", level), columns=columns)


@checked
def compare_ratios_of_means(
    treatment: PairSummary | Mapping[str, float], control: PairSummary | Mapping[str, float], level: float = 0.95
) -> RatioComparison:
    """Compare two groups of accounts from summary statistics of their totals.

    Parameters
    ----------
    treatment, control : PairSummary
        `y` the numerator, `x` the denominator.
    level : float
        The level of the intervals.

    Returns
    -------
    RatioComparison
        Both rates, their difference and their relative lift, with linearised errors.

    Examples
    --------
    >>> from ukur.experiments import pair_summary
    >>> micro = pair_summary([50, 40, 60, 30], [1000, 500, 2000, 800])
    >>> macro = pair_summary([900, 1500, 700], [40000, 50000, 30000])
    >>> round(compare_ratios_of_means(micro, macro).difference.estimate, 4)
    0.016
    """
    return call(
        RatioComparison,
        "compare_ratios_of_means",
        *pair_numbers("treatment", treatment),
        *pair_numbers("control", control),
        number("level", level),
    )
