"""Bootstrap and permutation by account: what few accounts can and cannot show."""

from __future__ import annotations

from .. import _core
from .._checked import checked
from .._progress import Progress, as_callback
from .._records import record
from .._statistics import Bootstrap, BootstrapComparison, PermutationTest
from ._door import Columns, group_columns, number, whole
from .ratios import Accounts

__all__ = ["bootstrap_comparison", "bootstrap_ratio", "permutation_test"]

_MOST = 10_000_000


def _resample(
    name: str, columns: Columns, resamples: int, seed: int, exact_up_to: int, level: float, progress: Progress
) -> str:
    return _core.experiments_resample(
        name,
        columns,
        whole("resamples", resamples, _MOST),
        whole("seed", seed, 2**64 - 1),
        whole("exact_up_to", exact_up_to, _MOST),
        number("level", level),
        as_callback(progress),
    )


@checked
def bootstrap_ratio(
    totals: Accounts,
    *,
    resamples: int = 9_999,
    seed: int = 0,
    exact_up_to: int = 50_000,
    level: float = 0.95,
    progress: Progress = None,
) -> Bootstrap:
    """Bootstrap a pooled rate: accounts drawn with replacement.

    Exact when there are few enough accounts to go through every resample, seeded draws otherwise.

    Parameters
    ----------
    totals : AccountTotals
        Numerator, denominator and account of each row.
    resamples, seed : int
        Draws when not every case can be gone through, and their seed.
    exact_up_to : int
        Go through every case when there are at most this many.
    level : float
        The level of the expanded percentile interval.
    progress : bool or callable, optional
        True shows a bar; a function is called with steps done and in all, and its ``False`` stops the work.

    Returns
    -------
    Bootstrap
        Mean, standard deviation, and the expanded and the plain percentile interval.

    Examples
    --------
    >>> from ukur.experiments import AccountTotals
    >>> b = bootstrap_ratio(AccountTotals([50, 40, 60, 30], [1000, 500, 2000, 800]))
    >>> b.resamples, b.exact, round(b.standard_deviation, 7)
    (256, True, 0.0084861)
    """
    columns = group_columns("totals", totals)
    return record(Bootstrap, _resample("bootstrap_ratio", columns, resamples, seed, exact_up_to, level, progress))


@checked
def bootstrap_comparison(
    treatment: Accounts,
    control: Accounts,
    *,
    resamples: int = 9_999,
    seed: int = 0,
    exact_up_to: int = 50_000,
    level: float = 0.95,
    progress: Progress = None,
) -> BootstrapComparison:
    """Bootstrap the difference of two pooled rates and their relative lift.

    Parameters
    ----------
    treatment, control : AccountTotals
        Numerator, denominator and account of each row.
    resamples, seed : int
        Draws when not every case can be gone through, and their seed.
    exact_up_to : int
        Go through every case when there are at most this many.
    level : float
        The level of the expanded percentile intervals.
    progress : bool or callable, optional
        True shows a bar; a function is called with steps done and in all, and its ``False`` stops the work.

    Returns
    -------
    BootstrapComparison
        Of the difference and of the relative lift.

    Examples
    --------
    >>> from ukur.experiments import AccountTotals
    >>> micro = AccountTotals([50, 40, 60, 30], [1000, 500, 2000, 800])
    >>> macro = AccountTotals([900, 1500, 700], [40000, 50000, 30000])
    >>> bootstrap_comparison(micro, macro).difference.resamples
    6912
    """
    columns = group_columns("treatment", treatment) + group_columns("control", control)
    text = _resample("bootstrap_comparison", columns, resamples, seed, exact_up_to, level, progress)
    return record(BootstrapComparison, text)


@checked
def permutation_test(
    treatment: Accounts,
    control: Accounts,
    *,
    resamples: int = 9_999,
    seed: int = 0,
    exact_up_to: int = 50_000,
    progress: Progress = None,
) -> PermutationTest:
    """Test the difference of two pooled rates by regrouping accounts (not posts).

    Parameters
    ----------
    treatment, control : AccountTotals
        Numerator, denominator and account of each row.
    resamples, seed : int
        Draws when not every case can be gone through, and their seed.
    exact_up_to : int
        Go through every case when there are at most this many.
    progress : bool or callable, optional
        True shows a bar; a function is called with steps done and in all, and its ``False`` stops the work.

    Returns
    -------
    PermutationTest
        The p value, and how it was made.

    Examples
    --------
    >>> from ukur.experiments import AccountTotals
    >>> micro = AccountTotals([50, 40, 60, 30], [1000, 500, 2000, 800])
    >>> macro = AccountTotals([900, 1500, 700], [40000, 50000, 30000])
    >>> test = permutation_test(micro, macro)
    >>> test.extreme, test.permutations
    (3, 35)
    """
    columns = group_columns("treatment", treatment) + group_columns("control", control)
    return record(PermutationTest, _resample("permutation_test", columns, resamples, seed, exact_up_to, 0.95, progress))
