"""Many comparisons at once: p values adjusted so that the promise holds for the family."""

from __future__ import annotations

from .. import _core
from .._checked import checked
from .._typing import ColumnLike, FloatArray

__all__ = ["benjamini_hochberg", "holm"]


@checked
def holm(p_values: ColumnLike) -> FloatArray:
    """Holm's adjusted p values: the chance of even one false alarm stays below alpha.

    Parameters
    ----------
    p_values : array-like of float
        The p values of the family.

    Returns
    -------
    numpy.ndarray
        In the order given.

    References
    ----------
    Holm 1979, Scandinavian Journal of Statistics 6:65.

    Examples
    --------
    >>> holm([0.01, 0.04, 0.03, 0.005]).round(6).tolist()
    [0.03, 0.06, 0.06, 0.02]
    """
    return _core.experiments_adjust_p("holm", p_values)


@checked
def benjamini_hochberg(p_values: ColumnLike) -> FloatArray:
    """Benjamini and Hochberg's adjusted p values: the share of false alarms among the alarms stays below alpha.

    Parameters
    ----------
    p_values : array-like of float
        The p values of the family.

    Returns
    -------
    numpy.ndarray
        In the order given.

    References
    ----------
    Benjamini and Hochberg 1995, Journal of the Royal Statistical Society B 57:289.

    Examples
    --------
    >>> benjamini_hochberg([0.01, 0.04, 0.03, 0.005]).round(6).tolist()
    [0.02, 0.04, 0.04, 0.02]
    """
    return _core.experiments_adjust_p("benjamini_hochberg", p_values)
