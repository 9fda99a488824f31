"""A million tests at once: z and Welch tests row by row over columns of summaries."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .. import _core
from .._checked import checked
from .._typing import FloatArray, FloatLike, OnInvalid

__all__ = ["TestColumns", "two_proportion_tests", "welch_tests"]


@dataclass(frozen=True, eq=False)
class TestColumns:
    """Statistic and p value of each row.

    Attributes
    ----------
    statistic : numpy.ndarray
        z or t; NaN where there is none.
    degrees_of_freedom : numpy.ndarray or None
        Of t; None for z.
    p_value : numpy.ndarray
        Two-sided; NaN where there is none.
    status : tuple of str, or None
        Why a row has no value, None for a row that has one; None when every row has one.
    """

    __test__ = False  # not a test class, whatever its name

    statistic: FloatArray
    degrees_of_freedom: FloatArray | None
    p_value: FloatArray
    status: tuple[str | None, ...] | None


def _tests(
    statistic: FloatArray, freedom: FloatArray, p_value: FloatArray, status: Sequence[str | None] | None
) -> TestColumns:
    return TestColumns(
        statistic,
        freedom if freedom.size == statistic.size else None,
        p_value,
        None if status is None else tuple(status),
    )


@checked
def two_proportion_tests(
    x1: FloatLike, n1: FloatLike, x2: FloatLike, n2: FloatLike, *, on_invalid: OnInvalid = "raise"
) -> TestColumns:
    """Test ``x1`` of ``n1`` against ``x2`` of ``n2`` in every row, by the pooled z test.

    Parameters
    ----------
    x1, n1, x2, n2 : float or array-like of float
        Successes and trials; a single number holds for every row.
    on_invalid : {"raise", "nan"}
        Whether an invalid value (negative, infinite, not whole) raises, or makes its row NaN.

    Returns
    -------
    TestColumns
        Statistic and p value a row.

    Examples
    --------
    >>> tests = two_proportion_tests([50, 0], 100, [40, 0], 100)
    >>> round(float(tests.p_value[0]), 4), tests.status
    (0.1552, (None, 'zero_variance'))
    """
    return _tests(*_core.experiments_two_proportion_tests(x1, n1, x2, n2, on_invalid))


@checked
def welch_tests(
    mean1: FloatLike,
    var1: FloatLike,
    n1: FloatLike,
    mean2: FloatLike,
    var2: FloatLike,
    n2: FloatLike,
    *,
    on_invalid: OnInvalid = "raise",
) -> TestColumns:
    """Welch's t test of every row, from mean, variance and size of both groups.

    Parameters
    ----------
    mean1, var1, n1, mean2, var2, n2 : float or array-like of float
        The summaries; a single number holds for every row.
    on_invalid : {"raise", "nan"}
        Whether an invalid value raises, or makes its row NaN.

    Returns
    -------
    TestColumns
        t, degrees of freedom and p value a row.

    Examples
    --------
    >>> tests = welch_tests([0.7], 38.44, 3461, 0.41, 15.21, 3407)
    >>> round(float(tests.p_value[0]), 5)
    0.02016
    """
    return _tests(*_core.experiments_welch_tests(mean1, var1, n1, mean2, var2, n2, on_invalid))
