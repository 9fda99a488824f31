"""Summary statistics: all that the tests need of the rows."""

from __future__ import annotations

from .._checked import checked
from .._inputs import as_array
from .._typing import ColumnLike
from ._door import call, number
from ._samples import AccountTotals, PairSummary, SampleSummary

__all__ = ["AccountTotals", "PairSummary", "SampleSummary", "pair_summary", "sample_summary", "sample_summary_of_counts"]


@checked
def sample_summary(values: ColumnLike) -> SampleSummary:
    """Summarise a column; the same bits whatever the order of its rows.

    Parameters
    ----------
    values : array-like of float
        At least two numbers.

    Returns
    -------
    SampleSummary
        Size, mean and sample variance.

    Raises
    ------
    UndefinedError
        ``insufficient_data`` below two values.
    InvalidInputError
        For a value that is missing or infinite, with its row.

    Examples
    --------
    >>> sample_summary([3, 5, 4, 8, 10, 9])
    SampleSummary(n=6.0, mean=6.5, variance=8.3)
    """
    return call(SampleSummary, "sample_summary", columns=[("values", as_array("values", values))])


@checked
def sample_summary_of_counts(successes: float, trials: float) -> SampleSummary:
    """Summarise yes/no outcomes: mean ``p``, variance ``p (1 - p)``.

    Parameters
    ----------
    successes, trials : float
        How many of how many.

    Returns
    -------
    SampleSummary
        To give to :func:`relative_lift`.

    Examples
    --------
    >>> sample_summary_of_counts(15, 30)
    SampleSummary(n=30.0, mean=0.5, variance=0.25)
    """
    return call(
        SampleSummary, "sample_summary_of_counts", number("successes", successes), number("trials", trials)
    )


@checked
def pair_summary(y: ColumnLike, x: ColumnLike) -> PairSummary:
    """Summarise two columns of one length.

    Parameters
    ----------
    y, x : array-like of float
        Outcome and covariate, or numerator and denominator.

    Returns
    -------
    PairSummary
        Size, means, variances and covariance.

    Examples
    --------
    >>> pair_summary([3, 5, 4, 8, 10, 9], [1, 2, 2, 4, 5, 4]).variance_x
    2.4
    """
    return call(PairSummary, "pair_summary", columns=[("y", as_array("y", y)), ("x", as_array("x", x))])
