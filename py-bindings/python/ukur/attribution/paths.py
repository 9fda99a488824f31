"""Paths with their counts."""

from __future__ import annotations

from .. import _core
from .._checked import checked
from .._typing import ColumnLike
from ._door import Paths, as_journeys
from .journeys import Journeys

__all__ = ["count_paths"]


@checked
def count_paths(
    paths: Paths,
    conversions: ColumnLike | None = None,
    nulls: ColumnLike | None = None,
    values: ColumnLike | None = None,
    *,
    separator: str = ">",
) -> Journeys:
    """Count identical paths once.

    Parameters
    ----------
    paths : Journeys, or iterable of str or of lists of str
        Journeys; or paths as text such as ``"search > email"``; or as lists of names. An empty path holds
        conversions that no touch preceded.
    conversions : array-like, optional
        Conversions along each path; not for Journeys, which hold theirs.
    nulls : array-like, optional
        Journeys along each path without a conversion; none if left out.
    values : array-like, optional
        Value of the conversions of each path; none if left out.
    separator : str
        What separates the names in a path given as text.

    Returns
    -------
    Journeys
        The distinct paths in the order of their channels.

    Raises
    ------
    InvalidInputError
        For columns of different length, negative or missing counts, a value without a conversion.

    Examples
    --------
    >>> ukur.attribution.count_paths(["G", "M", "G > M", "M"], [2, 1, 1, 0], [1, 0, 0, 1])
    Journeys(3 paths over 2 channels, 4 conversions)
    """
    given = as_journeys(paths, conversions, nulls, values, separator)
    return Journeys(given.channels, *_core.attribution_count(given._columns()))
