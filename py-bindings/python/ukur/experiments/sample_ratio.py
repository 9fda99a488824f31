"""Sample-ratio mismatch: did the split into groups come out as planned?"""

from __future__ import annotations

from dataclasses import dataclass

from .._checked import checked
from .._inputs import as_array
from .._typing import ColumnLike
from ._door import call, number

__all__ = ["SampleRatio", "sample_ratio_mismatch"]


@dataclass(frozen=True)
class SampleRatio:
    """The outcome of a sample-ratio check.

    Attributes
    ----------
    expected, observed_shares : tuple of float
        The counts that the plan lets expect, and the shares that were seen.
    statistic, degrees_of_freedom, p_value : float
        Pearson's chi-squared test.
    threshold : float
        Below it the split counts as broken.
    mismatch : bool
        ``p_value < threshold``: mistrust every result of the experiment.
    """

    expected: tuple[float, ...]
    observed_shares: tuple[float, ...]
    statistic: float
    degrees_of_freedom: float
    p_value: float
    threshold: float
    mismatch: bool


@checked
def sample_ratio_mismatch(counts: ColumnLike, shares: ColumnLike, threshold: float = 0.001) -> SampleRatio:
    """Check the counts of any number of groups against the planned shares.

    Parameters
    ----------
    counts : array-like of float
        People a group.
    shares : array-like of float
        Weights: ``[0.5, 0.5]``, ``[1, 1]`` and ``[50, 50]`` mean the same.
    threshold : float
        Below it the split counts as broken.

    Returns
    -------
    SampleRatio
        p value and verdict.

    Raises
    ------
    UndefinedError
        ``insufficient_data`` when nobody was counted.

    Examples
    --------
    >>> sample_ratio_mismatch([821588, 815482], [0.5, 0.5]).mismatch
    True
    """
    columns = [("counts", as_array("counts", counts)), ("shares", as_array("shares", shares))]
    return call(SampleRatio, "sample_ratio_mismatch", number("threshold", threshold), columns=columns)
